"""Puts a person's day together: what we owe, who has nothing running, what comes, and today's talks."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from uuid import UUID

from django.db.models import Q
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from sammetag.access.person import Person
from sammetag.cases.models import Case
from sammetag.duties.doors import door_of
from sammetag.duties.duty import Band, Duty, in_order
from sammetag.duties.facts import CaseFacts
from sammetag.duties.queries import facts_of
from sammetag.duties.rules import duties_of, nobody_responsible
from sammetag.interventions.models import State
from sammetag.interventions.running import in_state
from sammetag.talks.models import Talk
from sammetag.talks.queries import day_of

SOON = timedelta(days=14)


@dataclass(frozen=True)
class Row:
    """One duty as my day shows it."""

    case: Case
    duty: Duty
    url: str
    button: Promise
    days: int

    @property
    def idle_days(self) -> int:
        """For a case with nothing running: how many days, today included."""
        return 1 - self.days


@dataclass(frozen=True)
class Section:
    """One heading of my day with its rows; `key` names its look and its empty state."""

    key: str
    title: Promise
    lead: Promise
    rows: list[Row]


@dataclass(frozen=True)
class Load:
    """How many of the person's running programmes have how much running."""

    several: int
    one: int
    none: int

    @property
    def total(self) -> int:
        return self.several + self.one + self.none


@dataclass(frozen=True)
class Day:
    """All that my day shows."""

    today: date
    cases: list[Case]
    sections: list[Section]
    talks: list[Talk]
    load: Load

    @property
    def owed(self) -> int:
        return len({row.case.id for row in self.sections[0].rows})

    @property
    def idle(self) -> int:
        return len({row.case.id for row in self.sections[1].rows})

    @property
    def coming(self) -> int:
        return len(self.sections[2].rows)


SECTIONS: tuple[tuple[str, frozenset[Band], Promise, Promise], ...] = (
    (
        "owed",
        frozenset({Band.LAW_MISSED, Band.PROMISE_MISSED}),
        _("Det skylder vi"),
        _("Lovens frist eller vores løfte er overskredet"),
    ),
    ("idle", frozenset({Band.NOTHING_RUNNING}), _("Ingen indsats i gang"), _("Længst først")),
    ("coming", frozenset({Band.COMING}), _("Inden for to uger"), _("Nærmeste dato først")),
)


def day_for(person: Person, now: datetime) -> Day:
    """The day of a person: of the cases that are theirs, and those in their unit that are nobody's.

    Six queries, however many cases.
    """
    today = timezone.localtime(now).date()
    mine = Q(coordinator_id=person.staff_id) | Q(id__in=list(person.grants))
    unassigned = Q(coordinator__isnull=True, acl__in=list(person.keys))
    seen = Case.objects.seen_by(person).filter(mine | unassigned, closed_on__isnull=True)
    cases = list(seen.select_related("citizen").order_by("citizen__sort_name"))
    facts = facts_of(person, cases)
    duties = [duty for one in facts for duty in duties_of(one, today)]
    duties += [nobody_responsible(case.id, case.opened_on) for case in cases if case.coordinator_id is None]
    duties = in_order(duties)
    start = timezone.make_aware(datetime.combine(today, datetime.min.time()))
    return Day(
        today=today,
        cases=cases,
        sections=_sections({case.id: case for case in cases}, duties, today),
        talks=list(day_of(person, start, start + timedelta(days=1))),
        load=_load(facts, today),
    )


def _sections(cases: dict[UUID, Case], duties: Sequence[Duty], today: date) -> list[Section]:
    return [
        Section(
            key,
            title,
            lead,
            [
                _row(cases[duty.case_id], duty, today)
                for duty in duties
                if duty.band in bands and _near(duty, today)
            ],
        )
        for key, bands, title, lead in SECTIONS
    ]


def _near(duty: Duty, today: date) -> bool:
    return duty.band is not Band.COMING or duty.due <= today + SOON


def _row(case: Case, duty: Duty, today: date) -> Row:
    url, button = door_of(duty)
    return Row(case, duty, url, button, duty.days(today))


def _load(facts: Iterable[CaseFacts], today: date) -> Load:
    counts = [
        sum(not one.mentor for one in in_state(case.interventions, State.RUNNING, today))
        for case in facts
        if case.ended_on is None or case.ended_on >= today
    ]
    return Load(
        several=sum(count > 1 for count in counts),
        one=sum(count == 1 for count in counts),
        none=sum(count == 0 for count in counts),
    )
