"""The same days as `day_by_day` counts, asked of the database for many cases in one statement.

The days on which somebody was met come as a relation from the room above, since talks lie there. Row security
holds as for every other reading: of a case that the person may not see nothing comes back but empty days, so
only cases that they see are asked about. OFFSET 0 keeps the index of each case in use, however few rows
PostgreSQL believes that there are: many at once would otherwise be compared each with each.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, fields
from datetime import date
from decimal import Decimal
from typing import Any
from uuid import UUID

from django.db import connection

from sammetag.interventions.day_by_day import CONTACT_LASTS, DayByDay

STATEMENT = """
WITH asked AS (
    SELECT * FROM unnest(%(cases)s::uuid[], %(firsts)s::date[], %(lasts)s::date[]) AS a (case_id, first, last)
    WHERE first <= last
), lived AS (
    SELECT a.case_id, i.field, i.mentor, s.state = 'running' AS runs,
           coalesce(s.hours_per_week, i.hours_per_week) AS hours,
           greatest(s.since, a.first) AS first, least(s.until, i.ended_on, a.last) + 1 AS stop
    FROM asked a
    CROSS JOIN LATERAL (
        SELECT * FROM interventions_stretch
        WHERE case_id = a.case_id AND since <= a.last AND state IN ('running', 'paused') OFFSET 0
    ) s
    JOIN interventions_intervention i ON i.id = s.intervention_id
), held AS (
    SELECT case_id, first, stop,
           CASE WHEN NOT runs AND NOT mentor THEN 'paused' WHEN NOT runs THEN 'no'
                WHEN mentor THEN 'mentor' ELSE field END AS what,
           CASE WHEN runs THEN hours ELSE 0 END AS hours
    FROM lived
    UNION ALL
    SELECT a.case_id, greatest(e.since, a.first), least(e.until, a.last) + 1, 'exempt', 0
    FROM asked a JOIN interventions_exemption e ON e.case_id = a.case_id
    UNION ALL
    SELECT a.case_id, greatest(c.day, a.first), least(c.day + %(lasting)s, a.last) + 1, 'contact', 0
    FROM asked a
    JOIN unnest(%(met)s::uuid[], %(days)s::date[]) AS c (case_id, day) ON c.case_id = a.case_id
    UNION ALL
    SELECT case_id, first, last + 1, 'day', 0 FROM asked
), changes AS (
    SELECT case_id, first AS day, what, 1 AS sign, hours FROM held WHERE first < stop
    UNION ALL
    SELECT case_id, stop, what, -1, -hours FROM held WHERE first < stop
), steps AS (
    SELECT case_id, day, sum(hours) AS hours,
           coalesce(sum(sign) FILTER (WHERE what = 'employment'), 0) AS employment,
           coalesce(sum(sign) FILTER (WHERE what = 'education'), 0) AS education,
           coalesce(sum(sign) FILTER (WHERE what = 'social'), 0) AS social,
           coalesce(sum(sign) FILTER (WHERE what = 'health'), 0) AS health,
           coalesce(sum(sign) FILTER (WHERE what = 'treatment'), 0) AS treatment,
           coalesce(sum(sign) FILTER (WHERE what IN ('mentor', 'contact')), 0) AS someone,
           coalesce(sum(sign) FILTER (WHERE what = 'paused'), 0) AS paused,
           coalesce(sum(sign) FILTER (WHERE what = 'exempt'), 0) AS exempt
    FROM changes GROUP BY case_id, day
), levels AS (
    SELECT case_id, lead(day) OVER following - day AS days,
           sum(hours) OVER following AS hours,
           sum(employment) OVER following AS employment,
           sum(education) OVER following AS education,
           sum(social) OVER following AS social,
           sum(health) OVER following AS health,
           sum(treatment) OVER following AS treatment,
           sum(someone) OVER following AS someone,
           sum(paused) OVER following AS paused,
           sum(exempt) OVER following AS exempt
    FROM steps WINDOW following AS (PARTITION BY case_id ORDER BY day)
), counted AS (
    SELECT *, employment + education + social + health + treatment AS running,
           (employment > 0)::int + (education > 0)::int + (social > 0)::int + (health > 0)::int
               + (treatment > 0)::int AS fields
    FROM levels WHERE days > 0
)
SELECT case_id, sum(days),
       coalesce(sum(days) FILTER (WHERE running > 0), 0),
       coalesce(sum(days) FILTER (WHERE running > 1), 0),
       coalesce(sum(days) FILTER (WHERE fields > 1), 0),
       sum(days * running),
       sum(days * hours),
       coalesce(sum(days) FILTER (WHERE employment + education = 0), 0),
       coalesce(sum(days) FILTER (WHERE running = 0), 0),
       coalesce(sum(days) FILTER (WHERE running = 0 AND someone = 0), 0),
       coalesce(sum(days) FILTER (WHERE running = 0 AND paused > 0), 0),
       coalesce(sum(days) FILTER (WHERE running = 0 AND exempt > 0), 0)
FROM counted GROUP BY case_id
"""


@dataclass(frozen=True)
class AskedCase:
    """A case and the days that are asked about, both included."""

    case_id: UUID
    first: date
    last: date


def days_of_cases(asked: Iterable[AskedCase], contacts: Iterable[tuple[UUID, date]]) -> dict[UUID, DayByDay]:
    """The days of each case asked about; `contacts` are the days on which somebody was met. One query.

    Each case is asked about once. One whose last day lies before its first has no days.
    """
    asked, met = list(asked), list(contacts)
    values: Any = {
        "cases": [one.case_id for one in asked],
        "firsts": [one.first for one in asked],
        "lasts": [one.last for one in asked],
        "met": [case_id for case_id, _day in met],
        "days": [day for _case_id, day in met],
        "lasting": CONTACT_LASTS.days,
    }
    with connection.cursor() as cursor:
        cursor.execute(STATEMENT, values)
        found = {case_id: _counted(row) for case_id, *row in cursor.fetchall()}
    return {one.case_id: found.get(one.case_id, DayByDay()) for one in asked}


def _counted(row: list[Any]) -> DayByDay:
    names = [field.name for field in fields(DayByDay)]
    counts = {name: int(number) for name, number in zip(names, row, strict=True) if name != "hours"}
    return DayByDay(**counts, hours=Decimal(row[names.index("hours")]))
