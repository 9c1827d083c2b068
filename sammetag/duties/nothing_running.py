"""A case in which nothing runs: since when, what is on its way, and what the guarantee gives time for."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from uuid import UUID

from django.utils.translation import gettext as _

from sammetag.duties.duty import Band, Duty
from sammetag.duties.facts import CaseFacts
from sammetag.duties.first_effort import time_left
from sammetag.duties.sentences import day_words, law_words
from sammetag.interventions.models import State
from sammetag.interventions.running import idle_spans, in_state, part_on
from sammetag.interventions.seen import Laid
from sammetag.law.answer import Answer
from sammetag.law.guarantee import Guarantee, GuaranteeState

# What a citizen may be nearest to while nothing runs, the nearest first.
NEAREST = (State.PAUSED, State.WAITING, State.PLANNED, State.RECOMMENDED)


def start_something(facts: CaseFacts, clock: Answer[Guarantee] | None, today: date) -> Iterator[Duty]:
    """The one duty of a case in which nothing runs today; it tells of the guarantee's clock."""
    if not facts.under_way(today):
        return
    since = idle_since(facts, today)
    if since is None:
        return
    about, sentence = _on_its_way(facts, today)
    timed = clock if clock is not None and clock.value.state is GuaranteeState.RUNNING else None
    yield Duty(
        case_id=facts.case_id,
        name="start-something" if about is None else "start-what-waits",
        band=Band.NOTHING_RUNNING,
        due=since,
        what=sentence,
        why=(
            _("Intet i gang siden %(day)s.") % {"day": day_words(since, today)},
            *_mentor_words(facts, today),
            *time_left(clock, today),
        ),
        about=about,
        version=timed.version if timed else None,
        details=law_words(timed) if timed else (),
    )


def idle_since(facts: CaseFacts, today: date) -> date | None:
    """The first of the days up to today on which nothing ran; none where something runs."""
    idle = idle_spans(facts.interventions, facts.starts_on, today)
    return idle[-1].first if idle and idle[-1].last == today else None


def waiting(facts: CaseFacts, today: date) -> Laid | None:
    """What stands nearest to running while nothing does: paused, waited for, agreed or recommended."""
    for state in NEAREST:
        found = [one for one in in_state(facts.interventions, state, today) if not one.mentor]
        if found:
            return found[0]
    return None


def _on_its_way(facts: CaseFacts, today: date) -> tuple[UUID | None, str]:
    """What is on its way while nothing runs, in one sentence, with its id."""
    one = waiting(facts, today)
    if one is None:
        return None, _("Ingen indsats er i gang, og der er ikke aftalt en ny.")
    part = next(part for state in NEAREST if (part := part_on(one, state, today)))
    sentence = {
        State.PAUSED: _("På pause: %(title)s."),
        State.WAITING: _("Venter på: %(title)s."),
        State.PLANNED: _("Aftalt: %(title)s."),
        State.RECOMMENDED: _("Anbefalet: %(title)s."),
    }[State(part.state)]
    where = ", ".join(filter(None, [one.title, one.provider]))
    return one.id, " ".join([sentence % {"title": where}, _until(part.since, part.last, today)])


def _until(since: date, until: date | None, today: date) -> str:
    if until is None:
        return _("Siden %(day)s.") % {"day": day_words(since, today)}
    return _("Til %(day)s.") % {"day": day_words(until, today)}


def _mentor_words(facts: CaseFacts, today: date) -> Iterator[str]:
    if any(one.mentor for one in in_state(facts.interventions, State.RUNNING, today)):
        yield _("Mentoren har kontakt, men en mentor alene tæller ikke som en indsats i gang.")
