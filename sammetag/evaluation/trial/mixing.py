"""Who got what in fact: kinds of intervention by arm, and how many received the other arm's."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass

from sammetag.evaluation.trial.arms import Arms
from sammetag.evaluation.trial.extract import Extract, PersonDrawn
from sammetag.evaluation.trial.samples import Estimand, Sample, sample


@dataclass(frozen=True, slots=True)
class KindGot:
    """A kind of intervention in both arms: how many got it, and the mean days of those (None: nobody)."""

    kind: str
    treated: int
    control: int
    treated_days: float | None
    control_days: float | None


@dataclass(frozen=True, slots=True)
class Mixing:
    """What each arm got, of those not excluded; `crossed` and `nothing` of treated and control."""

    persons: tuple[int, int]
    crossed: tuple[int, int]
    nothing: tuple[int, int]
    kinds: tuple[KindGot, ...]


def mixing_of(extract: Extract, arms: Arms) -> Mixing:
    """Say how many of each arm, as drawn, got each kind, and how many received the other arm, or nothing."""
    drawn = sample(extract, arms, Estimand.AS_DRAWN)
    days: dict[str, dict[str, int]] = defaultdict(dict)
    for one in extract.received:
        if one.days > 0:
            got = days[one.kind]
            got[one.person] = got.get(one.person, 0) + one.days
    return Mixing(
        persons=drawn.sizes(),
        crossed=_both(drawn, lambda person: person.received not in (None, person.drawn)),
        nothing=_both(drawn, lambda person: person.received is None),
        kinds=tuple(_kind(kind, got, drawn) for kind, got in sorted(days.items())),
    )


def _both(drawn: Sample, holds: Callable[[PersonDrawn], bool]) -> tuple[int, int]:
    """How many of the treated, and of control, it holds for."""
    rows = list(zip(drawn.persons, drawn.treated, strict=True))
    return (
        sum(holds(person) for person, treated in rows if treated),
        sum(holds(person) for person, treated in rows if not treated),
    )


def _kind(kind: str, got: dict[str, int], drawn: Sample) -> KindGot:
    rows = list(zip(drawn.persons, drawn.treated, strict=True))
    ours = [got[person.id] for person, treated in rows if treated and person.id in got]
    theirs = [got[person.id] for person, treated in rows if not treated and person.id in got]
    return KindGot(kind, len(ours), len(theirs), _mean(ours), _mean(theirs))


def _mean(days: list[int]) -> float | None:
    return sum(days) / len(days) if days else None
