"""A trial that never was: an extract made by a seed, in the blocks that VIVE19 prints (Bilagstabel 1.1)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta

import numpy as np

from sammetag.evaluation.trial.eligibility import Eligibility
from sammetag.evaluation.trial.extract import (
    Amendment,
    ContextChange,
    Deviation,
    DrawMade,
    ElementSeen,
    Extract,
    Interviewed,
    Observation,
    PersonDrawn,
    Quotation,
    Received,
    RoundSeen,
)
from sammetag.evaluation.trial.outcomes import Direction, Measure, indicator
from sammetag.evaluation.trial.protocol import Analysis, Arm, Covariate, Outcome, Protocol, Size, fingerprint

SEED = 20190509
BLOCKS = (
    (7, 6),
    (14, 14),
    (14, 15),
    (13, 14),
    (8, 8),
    (8, 8),
    (7, 7),
    (5, 5),
    (9, 9),
    (10, 9),
    (2, 2),
    (8, 8),
    (4, 4),
)
FIRST, CUT = date(2024, 1, 15), date(2026, 5, 9)
NEW, USUAL = "ny", "vanlig"
OUTCOMES = (
    Outcome("clarification", primary=True),
    Outcome("completion"),
    Outcome("first-talk"),
    Outcome("company-placement"),
    Outcome("parallel-days"),
    Outcome("dead-days", hoped=Direction.LESS),
    Outcome("support"),
    Outcome("sanctions", hoped=Direction.LESS),
    Outcome("complaints", hoped=Direction.LESS),
)
# How much sooner, or more, the treated have it.
FASTER = {"clarification": 1.8, "completion": 1.4, "first-talk": 1.3, "company-placement": 1.1}
MEAN_DAYS = {"clarification": 1900, "completion": 1500, "first-talk": 60, "company-placement": 700}


def protocol(**changes: object) -> Protocol:
    """The protocol of the simulated trial."""
    found = Protocol(
        question="Fører en koordineret indsats under samme tag til, at flere bliver afklaret?",
        population="Borgere over 30 år i et ressourceforløb.",
        arms=(
            Arm(NEW, "Alle under samme tag", "Én koordinerende sagsbehandler og alle fagfolk ét sted."),
            Arm(USUAL, "Den vanlige indsats"),
        ),
        eligibility=Eligibility(least_age=30),
        outcomes=OUTCOMES,
        size=Size(0.10, 0.25, persons=218),
        analysis=Analysis(covariates=(Covariate.AGE, Covariate.SEX, Covariate.DRAW_DATE)),
        until=CUT,
    )
    return replace(found, **changes)  # type: ignore[arg-type]


def extract(seed: int = SEED, **changes: object) -> Extract:
    """The whole extract: 222 persons drawn in 13 draws, four of them excluded afterwards, 218 analysed."""
    chance = np.random.Generator(np.random.PCG64(seed))
    plan = protocol()
    persons = [*_persons(chance), *_excluded()]
    draws = tuple(
        DrawMade(
            number + 1,
            f"L{number + 1}",
            _day(number),
            sum(one.draw == number + 1 for one in persons) + 1,
            (("least_age", 1),),
        )
        for number in range(len(BLOCKS))
    )
    kept = [one for one in persons if not one.excluded]
    found = Extract(
        title="Ressourceforløb under samme tag",
        trial="under-samme-tag",
        protocol=plan,
        frozen_at="2024-01-10T09:00:00+01:00",
        frozen_sha256=fingerprint(plan),
        commitment="c0ffee" * 10,
        seed="5eed" * 16,
        cut_on=CUT,
        blind=False,
        draws=draws,
        persons=tuple(persons),
        observations=tuple(one for person in kept for one in _observed(chance, person)),
        received=tuple(one for person in kept for one in _received(chance, person)),
        **_recorded(),  # type: ignore[arg-type]
    )
    return replace(found, **changes)  # type: ignore[arg-type]


def small(seed: int = SEED, **changes: object) -> Extract:
    """The same with fewer outcomes: quicker to work out."""
    kept = ("clarification", "completion", "complaints")
    found = extract(seed)
    plan = replace(found.protocol, outcomes=tuple(one for one in OUTCOMES if one.indicator in kept))
    seen = tuple(one for one in found.observations if one.outcome in kept)
    return replace(found, protocol=plan, observations=seen, **changes)  # type: ignore[arg-type]


def blind(found: Extract) -> Extract:
    """The same with letters for arms, as the analyst gets it before the arms are opened."""
    letters: dict[str | None, str | None] = {NEW: "B", USUAL: "A", None: None}
    persons = tuple(
        replace(one, drawn=letters[one.drawn] or "", received=letters[one.received]) for one in found.persons
    )
    arms = (Arm("A", "A"), Arm("B", "B"))
    plan = replace(found.protocol, arms=arms)
    return replace(
        found, protocol=plan, persons=persons, blind=True, theory=(), interviews=(), quotations=(), context=()
    )


def _day(number: int) -> date:
    return FIRST + timedelta(days=14 * number)


def _persons(chance: np.random.Generator) -> Iterator[PersonDrawn]:
    for number, (ours, theirs) in enumerate(BLOCKS):
        for seat in range(ours + theirs):
            drawn = NEW if seat < ours else USUAL
            crossed = chance.random() < 0.03
            received = (
                None if chance.random() < 0.02 else ({NEW: USUAL, USUAL: NEW}[drawn] if crossed else drawn)
            )
            yield PersonDrawn(
                id=f"P{number + 1:02}{seat:02}",
                draw=number + 1,
                block=f"L{number + 1}",
                drawn=drawn,
                received=received,
                entered_on=_day(number),
                followed_until=CUT,
                sex="F" if chance.random() < 0.57 else "M",
                age=int(chance.integers(30, 62)),
                left="moved" if chance.random() < 0.04 else "",
                per_protocol=not crossed,
            )


def _excluded() -> Iterator[PersonDrawn]:
    for place in range(4):
        drawn = NEW if place % 2 else USUAL
        yield PersonDrawn(
            f"X{place}",
            place + 1,
            f"L{place + 1}",
            drawn,
            drawn,
            _day(place),
            CUT,
            "M",
            40,
            excluded="excluded",
        )


def _observed(chance: np.random.Generator, person: PersonDrawn) -> Iterator[Observation]:
    treated = person.drawn == NEW
    for outcome in OUTCOMES:
        kind = indicator(outcome.indicator)
        assert kind is not None
        if kind.measure is Measure.TIME:
            yield _time(chance, person, outcome.indicator, competing=bool(kind.ends_by))
        elif kind.measure is Measure.CATEGORY:
            yield Observation(person.id, outcome.indicator, float(chance.choice(3, p=(0.1, 0.1, 0.8))))
        elif kind.counts:
            yield Observation(person.id, outcome.indicator, float(chance.poisson(0.04 if treated else 0.15)))
        else:
            yield Observation(
                person.id, outcome.indicator, float(chance.binomial(100, 0.35 if treated else 0.3))
            )


def _time(chance: np.random.Generator, person: PersonDrawn, name: str, *, competing: bool) -> Observation:
    followed = (person.followed_until - person.entered_on).days
    faster = FASTER[name] if person.drawn == NEW else 1.0
    event, other = chance.exponential(MEAN_DAYS[name] / faster), chance.exponential(3000)
    if competing and other < min(event, followed):
        return Observation(person.id, name, float(np.ceil(other)), 2)
    if event < followed:
        return Observation(person.id, name, float(np.ceil(event)), 1)
    return Observation(person.id, name, float(followed))


def _received(chance: np.random.Generator, person: PersonDrawn) -> Iterator[Received]:
    for kind, share in (("mentor", 0.6), ("company", 0.4), ("treatment", 0.3)):
        if chance.random() < share:
            yield Received(person.id, kind, int(chance.integers(7, 200)))


def _recorded() -> dict[str, object]:
    """What was written down while the trial ran."""
    return {
        "deviations": (
            Deviation("swap", _day(4), "To breve blev byttet om.", draw=5),
            Deviation("other", date(2025, 2, 3), "Afdelingerne flyttede sammen."),
        ),
        "amendments": (Amendment(date(2024, 6, 1), "Målet klager er kommet til.", "Kommunen fører dem nu."),),
        "context": (
            ContextChange(date(2024, 11, 1), None, "Kontrolgruppen flyttede ind i det samme hus.", (USUAL,)),
        ),
        "theory": _theory(),
        "interviews": (
            Interviewed("Sagsbehandler", "2024", NEW, 3, 2, "Lederen", "Evaluator"),
            Interviewed("Sagsbehandler", "2025", USUAL, 2, 2, "Lederen", "Evaluator"),
            Interviewed("Borger", "2025", NEW, 6, 3, "Lodtrækning", "Evaluator"),
        ),
        "quotations": (
            Quotation("Borger", "2025", NEW, "Tempo", "Der skete noget hver uge. #let & <b>nu</b>"),
        ),
    }


def _theory() -> tuple[ElementSeen, ...]:
    return (
        ElementSeen(
            "Alle fagfolk samme sted",
            "Når alle sidder samme sted, bliver ventetiden kort.",
            "organisation",
            "dead-days",
            (
                RoundSeen("2024", NEW, "practised", "Alle sidder på samme gang."),
                RoundSeen("2024", USUAL, "never", "Sagsbehandler og indsats er adskilt."),
            ),
        ),
        ElementSeen(
            "Ugentlige samtaler",
            "Samtaler hver uge fastholder borgeren.",
            "citizen",
            None,
            (RoundSeen("2024", NEW, "never", "Det blev aldrig til noget."),),
        ),
    )
