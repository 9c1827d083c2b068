"""From lines to the sections of a day: one group for each citizen in each, the loudest duty first."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from uuid import UUID

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from sammetag.access.person import Person
from sammetag.cases.models import Case
from sammetag.design.addresses import rule_address
from sammetag.desk.lines import Line
from sammetag.duties.doors import door_of
from sammetag.duties.duty import TWO_WEEKS, Band, Duty, in_order


@dataclass(frozen=True)
class Row:
    """One duty as a day shows it; `law` is where the law book tells of its rule, if it has one."""

    duty: Duty
    url: str
    button: Promise
    days: int
    law: str = ""

    @property
    def is_idle(self) -> bool:
        return self.duty.band is Band.NOTHING_RUNNING

    @property
    def goes_on(self) -> bool:
        """Whether it is something that has lasted since a day, and not a last day that has passed."""
        return self.is_idle or self.duty.name == "name-coordinator"

    @property
    def days_gone(self) -> int:
        """How many days it has lasted, today included."""
        return 1 - self.days


@dataclass(frozen=True)
class Group:
    """All that one section asks in one case: the loudest, and the rest behind it."""

    case: Case
    first: Row
    rest: tuple[Row, ...] = ()

    @property
    def size(self) -> int:
        return 1 + len(self.rest)


@dataclass(frozen=True)
class Section:
    """One heading of a day with its groups; `key` names its look and its empty state.

    `hidden` counts the groups that are left out for the sake of overview.
    """

    key: str
    title: Promise
    lead: Promise
    groups: list[Group]
    hidden: int = 0

    @property
    def count(self) -> int:
        """How many citizens it is about."""
        return len(self.groups) + self.hidden

    def cut(self, most: int) -> Section:
        """The same with no more groups than can be taken in at a glance."""
        return replace(self, groups=self.groups[:most], hidden=self.hidden + len(self.groups[most:]))


OWED = ("owed", _("Det skylder vi"), _("Lovens frist eller vores løfte er overskredet"))
IDLE = ("idle", _("Ingen indsats i gang"), _("Længst først"))
COMING = ("coming", _("Inden for to uger"), _("Nærmeste dato først"))
AHEAD = ("ahead", _("Begynd på det nu"), _("Det, der tager tid, og det, der ingen frist har"))


def sections_of(person: Person, lines: Sequence[Line], today: date) -> list[Section]:
    """What we owe, who has nothing running, what comes, and what must be begun in time."""
    found: dict[str, list[tuple[Duty, Case]]] = {key: [] for key, *_rest in (OWED, IDLE, COMING, AHEAD)}
    for line in lines:
        for duty in line.duties:
            if key := _section_of(duty, today):
                found[key].append((duty, line.case))
    return [
        Section(key, title, lead, grouped(person, found[key], today))
        for key, title, lead in (OWED, IDLE, COMING, AHEAD)
    ]


def is_told(duty: Duty, today: date) -> bool:
    """Whether a day tells of the duty: not of what lies farther ahead than there is something to do about."""
    return bool(_section_of(duty, today))


def _section_of(duty: Duty, today: date) -> str:
    """The section that tells of a duty today; none while it lies too far ahead."""
    if duty.is_owed:
        return OWED[0]
    if duty.band is Band.NOTHING_RUNNING:
        return IDLE[0]
    if not duty.timed:
        return AHEAD[0]
    days = duty.days(today)
    if days <= TWO_WEEKS:
        return COMING[0]
    return AHEAD[0] if days <= duty.ahead else ""


def grouped(person: Person, duties: Iterable[tuple[Duty, Case]], today: date) -> list[Group]:
    """The duties in their order, those of one citizen behind the loudest of them."""
    cases: dict[UUID, Case] = {}
    asked: list[Duty] = []
    for duty, case in duties:
        cases[case.id] = case
        asked.append(duty)
    rows: dict[UUID, list[Row]] = {}
    for duty in in_order(asked):
        url, button = door_of(duty, person.rights(cases[duty.case_id]))
        law = rule_address(duty.version, today) if duty.version else ""
        rows.setdefault(duty.case_id, []).append(Row(duty, url, button, duty.days(today), law))
    return [Group(cases[key], first, tuple(rest)) for key, (first, *rest) in rows.items()]
