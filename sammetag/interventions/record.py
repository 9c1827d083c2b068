"""An intervention as a small story: where it is now, what came before, as far as this reader may know."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from sammetag.cases.opening import Opened
from sammetag.design.wording import date_words
from sammetag.interventions.actions.change import hours_now
from sammetag.interventions.life import Piece, Standing, pieces_of, standing, told
from sammetag.interventions.models import Ending, EndReason, GrantedPeriod, Intervention, State
from sammetag.interventions.queries import granted_to
from sammetag.people.models import Field
from sammetag.plan.models import SubGoal
from sammetag.plan.picture import HEALTH
from sammetag.plan.telling import FIELD_WORDS

WAS: dict[State, str | Promise] = {
    State.RECOMMENDED: gettext_lazy("Anbefalet"),
    State.PLANNED: gettext_lazy("Aftalt"),
    State.WAITING: gettext_lazy("På venteliste"),
    State.RUNNING: gettext_lazy("I gang"),
    State.PAUSED: gettext_lazy("På pause"),
}
ENDED: dict[Ending, str | Promise] = {
    Ending.COMPLETED: gettext_lazy("Gennemført"),
    Ending.BROKEN_OFF: gettext_lazy("Afbrudt"),
    Ending.NOT_BEGUN: gettext_lazy("Begyndte ikke"),
}


@dataclass(frozen=True)
class Chapter:
    """One part of the story: what it was, from when to when, and why."""

    key: str
    words: str
    since: date
    until: date | None
    hours: Decimal | None
    reason: str
    days: int


@dataclass(frozen=True)
class Record:
    """Everything that a page shows of an intervention."""

    one: Intervention
    standing: Standing
    sentence: str
    field: str | Promise
    hours: Decimal
    sub_goal: SubGoal | None
    agreed_end: date | None
    granted: list[GrantedPeriod]
    story: list[Chapter]


def record_of(opened: Opened, one: Intervention) -> Record:
    """The intervention as this reader may know it: reasons are for whoever sees notes. One query."""
    today = timezone.localdate()
    pieces, where = pieces_of(one), standing(one, today)
    goal = one.sub_goal
    hidden = goal is not None and goal.goal.field in HEALTH and not opened.sees_health
    return Record(
        one=one,
        standing=where,
        sentence=sentence_of(one, today),
        field=FIELD_WORDS[Field(one.field)],
        hours=hours_now(one),
        sub_goal=None if hidden else goal,
        agreed_end=pieces[-1].until if pieces and where is not Standing.ENDED else None,
        granted=granted_to(one, opened.case),
        story=list(_story(opened, one, today)),
    )


def sentence_of(one: Intervention, today: date) -> str:
    """Where an intervention is now, as one sentence."""
    where, pieces = standing(one, today), told(one)
    if where is Standing.ENDED and one.ended_on:
        return _("%(how)s %(day)s.") % {"how": ending_words(one), "day": date_words(one.ended_on)}
    since = pieces[-1].since if pieces else one.recommended_on
    if since is None:
        return _("Der er ikke aftalt noget endnu.")
    if where is Standing.OVERDUE and pieces[-1].until:
        ended = {"day": date_words(pieces[-1].until)}
        return _("Den skulle slutte %(day)s. Skriv ind, hvordan det gik.") % ended
    if where is Standing.RUNNING:
        since = _begun_running(pieces)
    return _sentences(where, since, today) % {"day": date_words(since)}


def ending_words(one: Intervention) -> str:
    """How an intervention ended; history tells only that it did."""
    if one.ending:
        return str(ENDED[Ending(one.ending)])
    return _("Afsluttet")


def _begun_running(pieces: list[Piece]) -> date:
    """The first day of what runs now, across changes of its hours."""
    since = pieces[-1].since
    for piece in reversed(pieces):
        if piece.state is not State.RUNNING:
            break
        since = piece.since
    return since


def _sentences(where: Standing, since: date, today: date) -> str:
    if where is Standing.PLANNED and since <= today:
        return _("Den var aftalt at begynde %(day)s. Skriv ind, om den begyndte.")
    return {
        Standing.RECOMMENDED: _("Anbefalet %(day)s. Der er ikke aftalt en begyndelse endnu."),
        Standing.PLANNED: _("Aftalt at begynde %(day)s."),
        Standing.WAITING: _("På venteliste siden %(day)s."),
        Standing.RUNNING: _("I gang siden %(day)s."),
        Standing.PAUSED: _("På pause siden %(day)s."),
    }[where]


def _story(opened: Opened, one: Intervention, today: date) -> Iterator[Chapter]:
    # What was agreed for a day that never came is all there is to tell of some.
    pieces = told(one) or pieces_of(one)[:1]
    if one.recommended_on and (not pieces or pieces[0].state is not State.RECOMMENDED):
        words = str(WAS[State.RECOMMENDED])
        yield Chapter("recommended", words, one.recommended_on, one.recommended_on, None, "", 0)
    for piece in pieces:
        runs = piece.state is State.RUNNING
        last = min(piece.until or today, today)
        yield Chapter(
            key=piece.state.value,
            words=str(WAS[piece.state]),
            since=piece.since,
            until=piece.until,
            hours=(one.hours_per_week if piece.hours is None else piece.hours) if runs else None,
            reason=piece.reason if opened.sees_notes else "",
            days=max(0, (last - piece.since).days + 1),
        )
    if one.ended_on:
        words = ending_words(one)
        yield Chapter("ended", words, one.ended_on, one.ended_on, None, _why_ended(opened, one), 0)


def _why_ended(opened: Opened, one: Intervention) -> str:
    """Why it ended: the reason for whoever knows of health, the words for whoever sees notes."""
    labels = {reason.value: str(reason.label) for reason in EndReason}
    reason = labels.get(one.end_reason, "") if opened.sees_health else ""
    words = one.end_words if opened.sees_notes else ""
    return ". ".join(part.rstrip(".") for part in (reason, words) if part)
