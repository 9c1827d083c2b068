"""Reading what went on around a trial: its draws, its rounds, and what else changed."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _

from sammetag.design.wording import period_words
from sammetag.studies.models import ContextChange, Draw, Round
from sammetag.studies.opening import OpenStudy
from sammetag.studies.theory_queries import of_arms


@dataclass(frozen=True)
class Changed:
    """One change as it is read: what, when, and whom it touched."""

    change: ContextChange
    touched: str

    @property
    def when(self) -> str:
        """From when to when."""
        return period_words(self.change.since, self.change.until)


@dataclass(frozen=True)
class OnLine:
    """One row of the time line's table: its first day, and the draws, the round or the change that it is."""

    first: date
    draws: int = 0
    name: str = ""
    changed: Changed | None = None


@dataclass(frozen=True)
class Around:
    """Everything on the time line of a trial. `until` is its last day, as far as it is agreed."""

    changes: tuple[Changed, ...]
    taken_out: tuple[Changed, ...]
    draws: tuple[Draw, ...]
    rounds: tuple[tuple[date, str], ...]
    until: date | None

    @property
    def drawn_from(self) -> date | None:
        """The day of the first draw."""
        return self.draws[0].on if self.draws else None

    @property
    def drawn_to(self) -> date | None:
        """The day of the last draw so far."""
        return self.draws[-1].on if self.draws else None

    @property
    def drawing(self) -> str:
        """From when to when lots were drawn; empty where none were."""
        return period_words(self.draws[0].on, self.draws[-1].on) if self.draws else ""

    @property
    def in_order(self) -> list[OnLine]:
        """All that is on the line, by its first day."""
        rows = [OnLine(on, name=name) for on, name in self.rounds]
        rows += [OnLine(one.change.since, changed=one) for one in self.changes]
        if self.draws:
            rows.insert(0, OnLine(self.draws[0].on, draws=len(self.draws)))
        return sorted(rows, key=lambda row: row.first)

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing to draw a line of."""
        return not (self.changes or self.draws or self.rounds)


def context_of(opened: OpenStudy) -> Around:
    """What is on the time line of a study that its reader was let into."""
    rows = ContextChange.objects.scoped("study").filter(study_id=opened.study.id)
    titles = of_arms(opened)
    all_of_them = [Changed(row, touched(row, titles)) for row in rows.order_by("since", "written_at")]
    draws = Draw.objects.scoped("study").filter(study_id=opened.study.id)
    rounds: dict[str, date] = {}
    told = Round.objects.scoped("study").filter(study_id=opened.study.id, element__removed_at__isnull=True)
    for name, on in told.order_by("on").values_list("name", "on"):
        rounds.setdefault(name, on)
    return Around(
        tuple(one for one in all_of_them if one.change.removed_at is None),
        tuple(one for one in all_of_them if one.change.removed_at is not None),
        tuple(draws.order_by("on", "number")),
        tuple((on, name) for name, on in rounds.items()),
        opened.protocol.until,
    )


def touched(change: ContextChange, titles: dict[str, str]) -> str:
    """Whom a change touched."""
    return ", ".join(titles.get(arm, arm) for arm in change.arms) or _("Alle lige meget")
