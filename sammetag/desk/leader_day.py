"""A leader's day: who is nobody's, what is being handed over, where we owe most, and what each carries."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from uuid import UUID

from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from sammetag.access.person import Person
from sammetag.access.queries import coordinator_roles
from sammetag.cases.models import Case
from sammetag.cases.queries import distributes, open_cases
from sammetag.desk.caseload import Caseload, caseload_of
from sammetag.desk.choice import Choice, Link, about, chosen, subjects
from sammetag.desk.colleagues import Carried, Colleague, carried_by, colleagues_of, units_of
from sammetag.desk.lines import Line, lines_of
from sammetag.desk.sections import IDLE, Section, grouped, is_told
from sammetag.duties.duty import Band, Duty
from sammetag.people.models import Unit

MOST = 10
NOBODYS = (
    "nobodys",
    _("Uden koordinator"),
    _("Borgeren har ret til én gennemgående koordinator"),
)
UNDER_WAY = ("under-way", _("Overdragelser på vej"), _("Nærmeste dato først"))
OWED = ("owed", _("Her skylder vi mest"), _("Flest overskredne frister og løfter først"))
NAME_COORDINATOR = "name-coordinator"
HANDED = ("carry-out-hand-over", "read-hand-over")


@dataclass(frozen=True)
class LeaderDay:
    """All that a leader's day shows. The figures of a colleague are what they carry, by name.

    `nobodys` and `caseload` are of the whole unit, whatever is chosen; `distributed` is whose cases the
    leader may share out.
    """

    today: date
    choice: Choice
    units: list[Unit]
    sections: list[Section]
    carried: list[Carried]
    distributed: Collection[UUID]
    caseload: Caseload
    subjects: list[Link]
    coordinators: list[Colleague]
    nobodys: int

    @property
    def shown(self) -> set[UUID]:
        """The cases whose citizens stand on the page."""
        return {group.case.id for section in self.sections for group in section.groups}


def leader_day(person: Person, path: str, asked: Mapping[str, str], now: datetime) -> LeaderDay:
    """The day of somebody who leads units. At most sixteen queries, however many cases."""
    today = timezone.localtime(now).date()
    roles, cases = coordinator_roles(person), open_cases(person)
    lines = lines_of(person, cases, roles, today)
    units = units_of(person)
    colleagues = colleagues_of(units, roles, cases, today)
    choice = chosen(path, asked, [str(one.staff_id) for one in colleagues])
    told = [_told(line, today) for line in lines if _is_chosen(line, choice)]
    return LeaderDay(
        today=today,
        choice=choice,
        units=units,
        sections=_sections(person, [about(line, choice.what) for line in told], choice, today),
        carried=carried_by(colleagues, lines),
        distributed=distributes(person, units, roles),
        caseload=caseload_of(lines),
        subjects=subjects(choice, told),
        coordinators=colleagues,
        nobodys=len(_pairs(lines, NAME_COORDINATOR)),
    )


def _is_chosen(line: Line, choice: Choice) -> bool:
    return not choice.whose or str(line.case.coordinator_id) == choice.whose


def _told(line: Line, today: date) -> Line:
    return replace(line, duties=tuple(duty for duty in line.duties if is_told(duty, today)))


def _sections(person: Person, lines: Sequence[Line], choice: Choice, today: date) -> list[Section]:
    nobodys = Section(*NOBODYS, grouped(person, _pairs(lines, NAME_COORDINATOR), today))
    under_way = Section(*UNDER_WAY, grouped(person, _pairs(lines, *HANDED), today))
    others = [replace(line, duties=_besides(line.duties)) for line in lines]
    idle = [(duty, one.case) for one in others for duty in one.duties if duty.band is Band.NOTHING_RUNNING]
    found = [nobodys, under_way, _owed(person, others, today), Section(*IDLE, grouped(person, idle, today))]
    return found if choice.whole else [*found[:2], *(section.cut(MOST) for section in found[2:])]


def _pairs(lines: Iterable[Line], *names: str) -> list[tuple[Duty, Case]]:
    return [(duty, line.case) for line in lines for duty in line.duties if duty.name in names]


def _besides(duties: Iterable[Duty]) -> tuple[Duty, ...]:
    """The duties that stand in no section of their own."""
    return tuple(duty for duty in duties if duty.name != NAME_COORDINATOR and duty.name not in HANDED)


def _owed(person: Person, lines: Iterable[Line], today: date) -> Section:
    """The citizens to whom we owe something, those to whom we owe most first; then who has waited longest."""
    pairs = [(duty, line.case) for line in lines for duty in line.duties if duty.is_owed]
    groups = sorted(grouped(person, pairs, today), key=lambda group: -group.size)
    return Section(*OWED, groups)
