"""From the facts of a case to what must be done in it: what the law demands, and what we promised."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from uuid import UUID

from django.utils.translation import gettext as _

from sammetag.duties.agreed_talks import talks_promised
from sammetag.duties.demanded_talks import talks_by_law
from sammetag.duties.duty import Band, Duty, in_order
from sammetag.duties.facts import CaseFacts
from sammetag.duties.sentences import day_words, law_words
from sammetag.interventions.models import Intervention, State
from sammetag.interventions.running import idle_spans, in_state
from sammetag.law.answer import Answer
from sammetag.law.duration import Length, LengthFacts, length_allowed
from sammetag.law.errors import LawError


def duties_of(facts: CaseFacts, today: date) -> list[Duty]:
    """Everything that must be done in one case, the loudest first."""
    by_law, promised = list(talks_by_law(facts, today)), list(talks_promised(facts, today))
    if any(duty.name == "hold-talks" and duty.band is Band.LAW_MISSED for duty in by_law):
        # The louder duty asks for the same booking, and says that we cancelled.
        promised = [duty for duty in promised if duty.name != "rebook-talk"]
    if any(duty.name == "rebook-talk" for duty in promised):
        by_law = [duty for duty in by_law if duty.name != "agree-talk"]
    found = [*by_law, *promised, *_nothing_running(facts, today), *_programme_end(facts, today)]
    return in_order(found)


def nobody_responsible(case_id: UUID, since: date) -> Duty:
    """The duty of everybody in a unit towards a case that has no coordinator.

    LAB § 36, stk. 3, has one named; until somebody is, the case is the whole unit's.
    """
    return Duty(
        case_id=case_id,
        name="name-coordinator",
        band=Band.LAW_MISSED,
        due=since,
        what=_("Sagen har ingen koordinator"),
        why=(_("Borgeren har ret til én gennemgående koordinator. Aftal i enheden, hvem der tager sagen."),),
    )


def _nothing_running(facts: CaseFacts, today: date) -> Iterator[Duty]:
    """A case in which nothing runs today, since when, and what is on its way."""
    if not facts.runs_on(today) or not facts.starts_on <= today:
        return
    idle = idle_spans(facts.interventions, facts.starts_on, today)
    if not idle or idle[-1].last != today:
        return
    yield Duty(
        case_id=facts.case_id,
        name="start-something",
        band=Band.NOTHING_RUNNING,
        due=idle[-1].first,
        what=_on_its_way(facts, today),
        why=(
            _("Intet i gang siden %(day)s.") % {"day": day_words(idle[-1].first, today)},
            *_mentor_words(facts, today),
        ),
    )


def _on_its_way(facts: CaseFacts, today: date) -> str:
    """What is paused, waiting or agreed while nothing runs, in one sentence."""
    for state, sentence in (
        (State.PAUSED, _("På pause: %(title)s.")),
        (State.WAITING, _("Venter på: %(title)s.")),
        (State.PLANNED, _("Aftalt: %(title)s.")),
    ):
        found = in_state(facts.interventions, state, today)
        if found:
            where = ", ".join(filter(None, [found[0].title, found[0].provider]))
            return sentence % {"title": where} + " " + _until(found[0], state, today)
    return _("Ingen indsats er i gang, og der er ikke aftalt en ny.")


def _until(one: Intervention, state: State, today: date) -> str:
    part = next(p for p in one.stretches.all() if p.state == state and (p.until is None or p.until >= today))
    if part.until is None:
        return _("Siden %(day)s.") % {"day": day_words(part.since, today)}
    return _("Til %(day)s.") % {"day": day_words(part.until, today)}


def _mentor_words(facts: CaseFacts, today: date) -> Iterator[str]:
    if any(one.mentor for one in in_state(facts.interventions, State.RUNNING, today)):
        yield _("Mentoren har kontakt, men en mentor alene tæller ikke som en indsats i gang.")


def _programme_end(facts: CaseFacts, today: date) -> Iterator[Duty]:
    """The last day of the programme, by which it must be decided what follows."""
    if facts.ended_on:
        return
    late = facts.granted_until < today
    answer = _length(facts)
    yield Duty(
        case_id=facts.case_id,
        name="decide-what-follows",
        band=Band.LAW_MISSED if late else Band.COMING,
        due=facts.granted_until,
        what=_("Forløbet er udløbet, og ingen har afgjort, hvad der følger")
        if late
        else _("Afgør, hvad der følger efter forløbet"),
        why=(_("Forløbet er bevilget til og med %(day)s.") % {"day": day_words(facts.granted_until, today)},),
        version=answer.version if answer else None,
        details=law_words(answer) if answer else (),
    )


def _length(facts: CaseFacts) -> Answer[Length] | None:
    """What the law says of the programme's length; none where it does not say."""
    length = LengthFacts(facts.scheme, facts.granted_on, facts.starts_on, facts.granted_until)
    try:
        return length_allowed(length)
    except LawError:
        return None
