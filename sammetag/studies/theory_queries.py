"""Reading a programme theory: what stood in the plan and what came of it, by round and arm."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.utils.translation import gettext as _

from sammetag.design.wording import told
from sammetag.evaluation.trial.outcomes import Indicator, indicator
from sammetag.evaluation.trial.protocol import Arm, Protocol
from sammetag.studies.models import Element, Practice, Round, Side
from sammetag.studies.opening import OpenStudy

IN_USE = frozenset({Practice.PARTLY.value, Practice.PRACTISED.value})


@dataclass(frozen=True)
class Cell:
    """How an element stood in one round in one arm: the latest that was told, and what was told before."""

    arm: Arm
    name: str
    latest: Round | None = None
    earlier: tuple[Round, ...] = ()


@dataclass(frozen=True)
class ArmOfTable:
    """One arm with the names of the rounds that have been told of."""

    arm: Arm
    rounds: tuple[str, ...]

    @property
    def columns(self) -> int:
        """How many columns it takes."""
        return max(1, len(self.rounds))


@dataclass(frozen=True)
class Line:
    """One element with a cell for each arm and round."""

    element: Element
    cells: tuple[Cell, ...]
    treatment: str
    control: str

    @property
    def indicator(self) -> Indicator | None:
        """What measures the assumption, None where nothing does."""
        return indicator(self.element.indicator)

    @property
    def measure(self) -> str:
        """What the indicator is called."""
        return told(self.indicator.title) if self.indicator else ""

    @property
    def definition(self) -> str:
        """How the indicator is defined."""
        return told(self.indicator.definition) if self.indicator else ""

    @property
    def never(self) -> bool:
        """Whether every round looked for it in the treatment, and none found it in practice, even in part."""
        return self._unfound and all(cell.latest for cell in self.cells if cell.arm.name == self.treatment)

    @property
    def not_yet(self) -> bool:
        """Whether it has not been found in practice, and some round has not been told of."""
        return self._unfound and not self.never

    @property
    def _unfound(self) -> bool:
        states = self._states(self.treatment)
        return Practice.NEVER.value in states and not states & IN_USE

    @property
    def only_planned(self) -> bool:
        """Whether nothing but the plan has been told of it in the treatment."""
        return self._states(self.treatment) == {Practice.PLANNED.value}

    @property
    def shared(self) -> bool:
        """Whether the control has come to do it too, as far as the last round there tells."""
        mine = [cell.latest for cell in self.cells if cell.arm.name == self.control and cell.latest]
        return bool(mine) and mine[-1].state in IN_USE and bool(self._states(self.treatment) & IN_USE)

    def _states(self, arm: str) -> set[str]:
        return {str(cell.latest.state) for cell in self.cells if cell.arm.name == arm and cell.latest}


@dataclass(frozen=True)
class OfSide:
    """The elements of one side, in their order."""

    side: Side
    lines: tuple[Line, ...]


@dataclass(frozen=True)
class Theory:
    """The whole theory as a table: arms and rounds across, elements down."""

    arms: tuple[ArmOfTable, ...]
    sides: tuple[OfSide, ...]
    taken_out: tuple[Element, ...]
    control: Arm

    @property
    def lines(self) -> list[Line]:
        """Every element that stands."""
        return [line for side in self.sides for line in side.lines]

    @property
    def columns(self) -> int:
        """How many columns stand beside the elements."""
        return sum(arm.columns for arm in self.arms)

    @property
    def has_rounds(self) -> bool:
        """Whether anything has been told of any round."""
        return any(arm.rounds for arm in self.arms)

    @property
    def sentences(self) -> list[str]:
        """What the table comes to, in words."""
        lines = self.lines
        found = []
        never = [line.element.title for line in lines if line.never]
        if never:
            found.append(
                _("%(n)s af %(all)s elementer kom aldrig i praksis: %(titles)s.")
                % {"n": len(never), "all": len(lines), "titles": "; ".join(never)}
            )
        shared = [line.element.title for line in lines if line.shared]
        if shared:
            found.append(
                _(
                    "%(n)s af %(all)s er nu også helt eller delvist i praksis i gruppen »%(control)s«,"
                    " så grupperne ligner hinanden mere end planlagt: %(titles)s."
                )
                % {
                    "n": len(shared),
                    "all": len(lines),
                    "control": self.control.title,
                    "titles": "; ".join(shared),
                }
            )
        return found


def theory_of(opened: OpenStudy) -> Theory:
    """The theory of a study that its reader was let into."""
    elements = Element.objects.scoped("study").filter(study_id=opened.study.id).select_related("written_by")
    rounds = Round.objects.scoped("study").filter(study_id=opened.study.id).select_related("written_by")
    standing = [one for one in elements.order_by("position", "written_at") if one.removed_at is None]
    known = {one.id for one in standing}
    rows = [row for row in rounds.order_by("-written_at") if row.element_id in known]
    arms = _arms(opened.protocol.arms, rows)
    sides = tuple(
        OfSide(side, tuple(_line(one, opened.protocol, arms, rows) for one in standing if one.side == side))
        for side in Side
    )
    gone = tuple(one for one in elements.order_by("removed_at") if one.removed_at is not None)
    return Theory(arms, sides, gone, opened.protocol.control)


def rounds_of(element: Element) -> list[Round]:
    """Everything that was told of an element, the latest first."""
    rows = Round.objects.scoped("study").filter(element=element).select_related("written_by")
    return list(rows.order_by("-written_at"))


def _arms(arms: Sequence[Arm], rows: Iterable[Round]) -> tuple[ArmOfTable, ...]:
    """The arms of the protocol, and those that it had when something was told; each with every round."""
    first: dict[str, date] = {}
    named = {arm.name: arm for arm in arms}
    for row in rows:
        named.setdefault(row.arm, Arm(row.arm, row.arm))
        first[row.name] = min(first.get(row.name, row.on), row.on)
    names = tuple(sorted(first, key=lambda name: (first[name], name)))
    return tuple(ArmOfTable(arm, names) for arm in named.values())


def _line(element: Element, of: Protocol, arms: Sequence[ArmOfTable], rows: Sequence[Round]) -> Line:
    mine: dict[tuple[str, str], list[Round]] = {}
    for row in rows:
        if row.element_id == element.id:
            mine.setdefault((row.arm, row.name), []).append(row)
    cells = [_cell(one.arm, name, mine) for one in arms for name in one.rounds or ("",)]
    return Line(element, tuple(cells), of.treatment.name, of.control.name)


def _cell(arm: Arm, name: str, told_of: dict[tuple[str, str], list[Round]]) -> Cell:
    rows = told_of.get((arm.name, name), [])
    return Cell(arm, name, rows[0], tuple(rows[1:])) if rows else Cell(arm, name)


def of_arms(opened: OpenStudy) -> dict[str, str]:
    """What each arm is called, by its short name."""
    return {arm.name: arm.title for arm in opened.protocol.arms}


def latest_of(element: Element, name: str, arm: str) -> Round | None:
    """What holds of an element in one round of one arm, None where nothing was told."""
    return next((row for row in rounds_of(element) if (row.name, row.arm) == (name, arm)), None)


def latest_by(rows: Sequence[Round]) -> set[UUID]:
    """Which of an element's rows hold: the latest of each arm and round, of rows the latest first."""
    found: dict[tuple[str, str], UUID] = {}
    for row in rows:
        found.setdefault((row.arm, row.name), row.id)
    return set(found.values())
