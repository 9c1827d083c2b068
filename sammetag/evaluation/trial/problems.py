"""What a protocol still lacks before it can be frozen: nobody is drawn by a plan that is not whole."""

from __future__ import annotations

from datetime import date

from sammetag.evaluation.trial.outcomes import indicator
from sammetag.evaluation.trial.protocol import Arm, Outcome, Protocol
from sammetag.words import Words

QUESTION = Words(
    "Skriv det spørgsmål, som forsøget skal svare på.", "Write the question that the trial answers."
)
POPULATION = Words("Skriv, hvem forsøget er for.", "Write whom the trial is for.")
ARMS = Words(
    "Der skal være mindst to grupper, hver med sit eget navn og mindst én plads.",
    "There must be at least two arms, each with a name of its own and at least one seat.",
)
PRIMARY = Words(
    "Vælg ét hovedmål: det, som forsøget først og fremmest bedømmes på.",
    "Choose one primary outcome: what the trial is judged by first of all.",
)
TWICE = Words("Et mål er valgt to gange.", "An outcome is chosen twice.")
NOT_WRITTEN = Words(
    "Journalen her skriver ikke »{title}«, så det kan ikke måles. Vælg et andet mål.",
    "The journal here does not write '{title}', so it cannot be measured. Choose another outcome.",
)
UNTIL = Words("Vælg den sidste dag, nogen følges.", "Choose the last day that anybody is followed.")
UNTIL_PAST = Words(
    "Den sidste dag, nogen følges, ligger før i dag.",
    "The last day that anybody is followed lies before today.",
)
SIZE = Words(
    "Skriv, hvor stor en forskel forsøget skal kunne finde, og hvor mange der skal med.",
    "Write how large a difference the trial must be able to find, and how many persons it takes.",
)


def problems(protocol: Protocol, today: date) -> tuple[Words, ...]:
    """Say what must be mended before the protocol can be frozen, in the order of its parts; none: nothing."""
    found = []
    if not protocol.question.strip():
        found.append(QUESTION)
    if not protocol.population.strip():
        found.append(POPULATION)
    if not _can_be_drawn_between(protocol.arms):
        found.append(ARMS)
    found += _of_outcomes(protocol.outcomes)
    if protocol.size is None or protocol.size.persons < 2:
        found.append(SIZE)
    if protocol.until is None:
        found.append(UNTIL)
    elif protocol.until < today:
        found.append(UNTIL_PAST)
    return tuple(found)


def _can_be_drawn_between(arms: tuple[Arm, ...]) -> bool:
    titles = {arm.title.strip().casefold() for arm in arms}
    names = {arm.name for arm in arms}
    return min(len(arms), len(titles - {""}), len(names)) >= 2 and all(arm.share >= 1 for arm in arms)


def _of_outcomes(outcomes: tuple[Outcome, ...]) -> list[Words]:
    found = [] if sum(one.primary for one in outcomes) == 1 else [PRIMARY]
    if len({one.indicator for one in outcomes}) < len(outcomes):
        found.append(TWICE)
    known = [indicator(one.indicator) for one in outcomes]
    found += [NOT_WRITTEN.filled(title=one.title) for one in known if one is not None and not one.in_journal]
    return found
