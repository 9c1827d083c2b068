"""From rows to programmes: rows of one case number belong together, and so do rows of one intervention."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import timedelta
from decimal import Decimal
from itertools import zip_longest

from django.utils import timezone

from sammetag.intake.cells import ReadRow, agreed, missing, of_the_whole_file, read_rows
from sammetag.intake.columns import INTERVENTION_NEEDS, OF_INTERVENTION, OF_PROGRAMME, PROGRAMMES
from sammetag.intake.faults import Fault
from sammetag.intake.programmes import InterventionIn, ProgrammeIn, StretchIn
from sammetag.intake.table import Table

ONE_DAY = timedelta(days=1)
KEYS_OF_PROGRAMME = [column.key for column in OF_PROGRAMME]
KEYS_OF_INTERVENTION = [column.key for column in OF_INTERVENTION]
# What the rows of one intervention may say anew; all else must agree, or be left empty after the first.
ANEW = {"state", "since", "until", "ending", "hours_per_week"}


@dataclass(frozen=True)
class Understood:
    """The programmes of a file that could be read, and the faults of the others."""

    programmes: tuple[ProgrammeIn, ...]
    faults: tuple[Fault, ...]


def understand(table: Table) -> Understood:
    """The programmes that the rows tell of.

    Faults of the heading are told alone, since from each of them hundreds would follow.
    """
    if whole := of_the_whole_file(table, PROGRAMMES):
        return Understood((), tuple(whole))
    rows, stopped = read_rows(table, PROGRAMMES)
    if stopped:
        return Understood((), (*table.ragged, *(fault for row in rows for fault in row.faults), stopped))
    broken = {number for row in rows if row.faults and (number := row.values.get("number"))}
    programmes = []
    for group in _by_number(rows):
        programme = _programme(group)
        if programme and programme.number not in broken and not any(row.faults for row in group):
            programmes.append(programme)
    return Understood(tuple(programmes), (*table.ragged, *(fault for row in rows for fault in row.faults)))


def _by_number(rows: Iterable[ReadRow]) -> list[list[ReadRow]]:
    groups: dict[str, list[ReadRow]] = {}
    for row in rows:
        if "number" in row.values:
            groups.setdefault(row.values["number"], []).append(row)
    return list(groups.values())


def _programme(rows: list[ReadRow]) -> ProgrammeIn | None:
    """The programme of these rows; none where something it needs is missing, which is then a fault."""
    values = agreed(rows, KEYS_OF_PROGRAMME)
    # A cell that could not be read is told of already.
    unread = {fault.column for row in rows for fault in row.faults}
    for column in OF_PROGRAMME:
        if column.required and column.key not in values and column.name not in unread:
            rows[0].fault(column.key, *missing())
    interventions = _interventions(rows)
    if any(row.faults for row in rows):
        return None
    today = timezone.localdate()
    return ProgrammeIn(**values, interventions=interventions, talks_known_from=today, row=rows[0].number)


def _interventions(rows: list[ReadRow]) -> tuple[InterventionIn, ...]:
    """The interventions of one case, each with its states in order."""
    found: list[list[ReadRow]] = []
    latest: dict[tuple[str, str], list[ReadRow]] = {}
    for row in sorted((row for row in rows if _tells_of_one(row)), key=_since):
        name = str(row.values["title"]).casefold()
        provider = str(row.values.get("provider", "")).casefold()
        # An empty provider is that of the row before; one that has ended and begins anew is another one.
        before = latest.get((name, provider))
        if before is None or "ending" in before[-1].values:
            before = []
            found.append(before)
        before.append(row)
        latest[name, provider] = latest[name, ""] = before
    return tuple(one for group in found if (one := _intervention(group)))


def _since(row: ReadRow) -> tuple[str, int]:
    return str(row.values["since"]), row.number


def _tells_of_one(row: ReadRow) -> bool:
    """Whether the row tells of an intervention wholly; where it tells of half of one, that is its fault."""
    if not any(key in row.values for key in KEYS_OF_INTERVENTION):
        return False
    # Field and hours may be left to the row before; whether there is one is seen when they are together.
    for key in ("title", "state", "since"):
        if key not in row.values and not row.faults:
            row.fault(key, *missing())
    return not row.faults


def _intervention(rows: list[ReadRow]) -> InterventionIn | None:
    values = agreed(rows, [key for key in KEYS_OF_INTERVENTION if key not in ANEW])
    hours = next((row.values["hours_per_week"] for row in rows if "hours_per_week" in row.values), None)
    for key in INTERVENTION_NEEDS:
        if key not in values and key not in ANEW or key == "hours_per_week" and hours is None:
            rows[0].fault(key, *missing())
    if hours is None or any(row.faults for row in rows):
        return None
    mentor = values.pop("mentor_support", False)
    last = rows[-1].values
    ended = {"ended_on": last.get("until"), "ending": last["ending"]} if "ending" in last else {}
    stretches = tuple(_stretch(row, following, hours) for row, following in zip_longest(rows, rows[1:]))
    return InterventionIn(
        **values, **ended, hours_per_week=hours, mentor=mentor, stretches=stretches, row=rows[0].number
    )


def _stretch(row: ReadRow, following: ReadRow | None, usual: Decimal) -> StretchIn:
    """The stretch of one row; without a last day of its own it ends where the next one begins."""
    until = row.values.get("until")
    if until is None and following:
        until = following.values["since"] - ONE_DAY
    hours = row.values.get("hours_per_week")
    return StretchIn(
        state=row.values["state"],
        since=row.values["since"],
        until=until,
        hours_per_week=None if hours == usual else hours,
        row=row.number,
    )
