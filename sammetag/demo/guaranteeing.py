"""What was done in the lives that chance tells when nothing had begun within six months."""

from __future__ import annotations

from sammetag.demo.efforts import Laid, Span
from sammetag.demo.grants import terms
from sammetag.demo.story import Given
from sammetag.demo.telling import Frame
from sammetag.interventions.models import State
from sammetag.law import RESSOURCEFORLOEB
from sammetag.law.guarantee import IN_FORCE
from sammetag.people.models import Field

SIX_MONTHS = 186
SPECIAL, UNANSWERED = 0.3, 0.12
REASONS = (
    "Behandlingen på sygehuset fylder ugen, og lægen fraråder mere, før den er slut.",
    "Der er ansøgt om støtte i hjemmet, og den er forudsætningen for alt andet.",
    "En operation er planlagt, og indtil da kan der ikke sættes noget i gang.",
)


def answer_in(given: Given, laid: tuple[Laid, ...], span: Span, frame: Frame) -> tuple[int, str] | None:
    """The day of the answer, and the special reasons if those were it; none where none is owed or given."""
    law = terms(given, frame.today)
    begun = [
        spell.since
        for one in laid
        if not one.effort.mentor and one.effort.field is not Field.TREATMENT
        for spell in one.effort.spells
        if spell.state is State.RUNNING
    ]
    due = span.begin + SIX_MONTHS
    owed = (
        law.scheme == RESSOURCEFORLOEB and law.granted_on >= IN_FORCE and not any(day <= due for day in begun)
    )
    chance = frame.chance(law.granted_on, law.granted_until, span.begin, "answer")
    day = due + chance.randrange(5, 45)
    if not owed or day > span.latest or chance.random() < UNANSWERED:
        return None
    return (day, chance.choice(REASONS) if chance.random() < SPECIAL else "")
