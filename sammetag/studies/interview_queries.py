"""Reading interviews: how many persons by role, round and arm, who chose them, and who did not come."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from sammetag.studies.models import Interview, Quotation
from sammetag.studies.opening import OpenStudy


@dataclass(frozen=True)
class Column:
    """One arm in one round."""

    arm: str
    arm_title: str
    round: str


@dataclass(frozen=True)
class CountLine:
    """One role: how many persons were interviewed in each column, and in all."""

    role: str
    counts: tuple[int, ...]

    @property
    def total(self) -> int:
        """The role in all."""
        return sum(self.counts)


@dataclass(frozen=True)
class Counts:
    """The table of interviews. Its sums are those of its lines and of its columns alike."""

    columns: tuple[Column, ...]
    lines: tuple[CountLine, ...]

    @property
    def totals(self) -> list[int]:
        """Each column in all."""
        return [sum(line.counts[place] for line in self.lines) for place in range(len(self.columns))]

    @property
    def total(self) -> int:
        """Everybody."""
        return sum(line.total for line in self.lines)


@dataclass(frozen=True)
class Logged:
    """One interview with its quotations."""

    interview: Interview
    arm_title: str
    quotations: tuple[Quotation, ...]

    @property
    def nobody_came(self) -> bool:
        """Whether it was agreed and nobody came."""
        return self.interview.came == 0

    @property
    def is_ahead(self) -> bool:
        """Whether it is agreed and not yet told how it went."""
        return self.interview.came is None

    @property
    def missing(self) -> int:
        """How many were agreed with and did not come."""
        one = self.interview
        return 0 if one.came is None else one.persons - one.came


def interviews_of(opened: OpenStudy) -> list[Logged]:
    """The interviews of a study that its reader was let into, in the order of their days."""
    rows = Interview.objects.scoped("study").filter(study_id=opened.study.id)
    said: dict[object, list[Quotation]] = {}
    quotations = Quotation.objects.scoped("study").filter(study_id=opened.study.id, removed_at__isnull=True)
    for one in quotations.order_by("theme", "written_at"):
        said.setdefault(one.interview_id, []).append(one)
    titles = {arm.name: arm.title for arm in opened.protocol.arms}
    found = [Logged(row, titles.get(row.arm, row.arm), tuple(said.get(row.id, ()))) for row in rows]
    return sorted(
        found, key=lambda one: (one.interview.held_on or one.interview.agreed_on, one.interview.written_at)
    )


def counts_of(opened: OpenStudy, logged: Iterable[Logged]) -> Counts:
    """How many persons were interviewed, by role down, and by arm and round across."""
    held = [one for one in logged if one.interview.came]
    order = [arm.name for arm in opened.protocol.arms]
    columns = {_column(one) for one in held}
    across = tuple(
        sorted(columns, key=lambda one: (order.index(one.arm) if one.arm in order else 99, one.round))
    )
    roles = dict.fromkeys(one.interview.role for one in held)
    return Counts(across, tuple(CountLine(role, _across(role, across, held)) for role in roles))


def sentences_of(logged: Sequence[Logged]) -> list[str]:
    """Who chose, who held, and how many did not come, in words."""
    came = sum(one.interview.came or 0 for one in logged)
    if not came and not any(one.missing for one in logged):
        return []
    return [*_who(logged, came), *_groups(logged, came), *_missing(logged), *_ahead(logged)]


def _who(logged: Sequence[Logged], came: int) -> list[str]:
    """Who chose the persons, and who asked them."""
    chose = _added_up((one.interview.chosen_by, one.interview.came or 0) for one in logged)
    held = _added_up((one.interview.held_by, one.interview.came or 0) for one in logged)
    if not came:
        return []
    return [
        _("Hvem valgte dem: %(who)s.") % {"who": chose},
        _("Hvem holdt interviewene: %(who)s.") % {"who": held},
    ]


def _groups(logged: Sequence[Logged], came: int) -> list[str]:
    groups = [one.interview for one in logged if one.interview.group and one.interview.came]
    if not groups:
        return []
    said = ngettext(
        "%(n)s af %(all)s talte i en gruppe. Den blev holdt af: %(who)s.",
        "%(n)s af %(all)s talte i grupper. De blev holdt af: %(who)s.",
        len(groups),
    )
    who = ", ".join(dict.fromkeys(one.held_by for one in groups))
    return [said % {"n": sum(one.came or 0 for one in groups), "all": came, "who": who}]


def _missing(logged: Sequence[Logged]) -> list[str]:
    """Of whom some did not come: a role that stayed away has been heard less."""
    found: dict[tuple[str, str], list[int]] = {}
    for one in logged:
        if one.interview.came is not None:
            sums = found.setdefault((one.interview.role, one.arm_title), [0, 0])
            sums[0] += one.interview.persons
            sums[1] += one.interview.came
    said = _("%(role)s: aftalt med %(agreed)s, og %(came)s kom.")
    return [
        said % {"role": f"{role} ({arm})" if arm else role, "agreed": agreed, "came": came}
        for (role, arm), (agreed, came) in found.items()
        if came < agreed
    ]


def _ahead(logged: Sequence[Logged]) -> list[str]:
    ahead = sum(one.is_ahead for one in logged)
    said = ngettext(
        "%(n)s interview er aftalt og endnu ikke holdt.",
        "%(n)s interview er aftalt og endnu ikke holdt.",
        ahead,
    )
    return [said % {"n": ahead}] if ahead else []


def _added_up(pairs: Iterable[tuple[str, int]]) -> str:
    """Each name once with its number, the largest first."""
    sums: dict[str, int] = {}
    for name, number in pairs:
        sums[name] = sums.get(name, 0) + number
    in_order = sorted(sums.items(), key=lambda pair: -pair[1])
    return ", ".join(f"{name} ({number})" for name, number in in_order if number)


def _column(one: Logged) -> Column:
    return Column(one.interview.arm, one.arm_title, one.interview.round)


def _across(role: str, columns: Iterable[Column], held: Sequence[Logged]) -> tuple[int, ...]:
    mine = [one for one in held if one.interview.role == role]
    return tuple(sum(one.interview.came or 0 for one in mine if _column(one) == column) for column in columns)
