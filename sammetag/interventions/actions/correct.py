"""Set the last step right: it was on another day, or it never happened. The journal keeps both."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from uuid import UUID

from django.utils import timezone
from django.utils.translation import gettext as _

from sammetag.access.person import Person
from sammetag.cases.actions import drop_draft
from sammetag.errors import RuleBroken
from sammetag.interventions.actions.steps import draft_of_step
from sammetag.interventions.actions.writing_down import as_opened, keeping, save, tell
from sammetag.interventions.checks import check_not_ahead, check_order, check_within_case
from sammetag.interventions.life import Piece, Step, back_to, end_on, enter, pieces_of, with_hours
from sammetag.interventions.models import Intervention, State
from sammetag.interventions.queries import intervention_in, steps_written
from sammetag.interventions.telling import STEPS_TOLD, picture, pieces_from
from sammetag.journal.models import Event

CORRECTED = "intervention.corrected"
WITH_ANOTHER_DAY = "moved"


@dataclass(frozen=True)
class LastStep:
    """The step that a correction would set right, and how the days were before it."""

    event: Event
    kind: str
    before: list[Piece]

    @property
    def day(self) -> date:
        """The day on which it was, or from which it holds."""
        since = self.event.data.get("since")
        return date.fromisoformat(since) if since else timezone.localtime(self.event.occurred_at).date()

    @property
    def may_be_taken_back(self) -> bool:
        """The very first step cannot: then the intervention would be nothing at all."""
        return bool(self.before)

    @property
    def may_move(self) -> bool:
        """Whether it has a day of its own that may have been another."""
        return self.kind != "prolonged"


def last_step(one: Intervention) -> LastStep | None:
    """The newest step that nothing has set right yet; none where the journal knows of none. Two queries."""
    for event in steps_written(one, STEPS_TOLD | {CORRECTED}):
        if event.kind != CORRECTED:
            kind = event.kind.partition(".")[2]
        elif WITH_ANOTHER_DAY in event.data:
            kind = str(event.data[WITH_ANOTHER_DAY])
        else:
            continue
        return LastStep(event, kind, _before(one, event))
    return None


def correct(
    *, by: Person, case_id: UUID, intervention_id: UUID, version: int, token: UUID, day: date | None
) -> Intervention:
    """Move the last step to another day, or take it back where no day is given."""
    with keeping(by, case_id) as case:
        one = as_opened(case, intervention_id, version, token)
        if one is None:
            return intervention_in(case, intervention_id)
        wrong = last_step(one)
        if wrong is None:
            raise RuleBroken(_("Der er ikke skrevet noget skridt ind, der kan rettes."), "no step")
        stood, more = picture(one, pieces_of(one)), dict[str, object]()
        if day is None:
            pieces = _taken_back(one, wrong)
        else:
            check_within_case(case, day)
            pieces = _moved(one, wrong, day)
            before = wrong.event.data.get("before", picture(one, wrong.before))
            more = {WITH_ANOTHER_DAY: wrong.kind, "since": str(day), "before": before}
        save(case, one, pieces)
        tell(
            by,
            one,
            "corrected",
            timezone.localdate(),
            token=token,
            corrects=wrong.event.id,
            stood=stood,
            **more,
        )
        drop_draft(by=by, case=case, form=draft_of_step(intervention_id, Step.CORRECT))
        return one


def _before(one: Intervention, event: Event) -> list[Piece]:
    """How the days were before a step: as its event keeps it, or, for history, all but what came last."""
    now = pieces_of(one)
    if "before" in event.data:
        return pieces_from(event.data["before"], now)
    kept = now if one.ended_on else [piece for piece in now if not piece.continues(now[-1])]
    return [*kept[:-1], replace(kept[-1], until=None)] if kept else []


def _taken_back(one: Intervention, wrong: LastStep) -> list[Piece]:
    if not wrong.may_be_taken_back:
        sentence = _("Det første skridt kan ikke tages tilbage. Begyndte indsatsen aldrig, så skriv det.")
        raise RuleBroken(sentence, "first step")
    if one.ended_on:
        one.ended_on, one.ending, one.end_reason = None, "", ""
    return _fitted(pieces_of(one), wrong.before)


def _moved(one: Intervention, wrong: LastStep, day: date) -> list[Piece]:
    """The days with the last step on another day."""
    if not wrong.may_move:
        raise RuleBroken(_("Det skridt har ingen dag. Tag det tilbage, og gør det om."), "step without day")
    if wrong.kind not in ("planned", "hours-changed"):
        check_not_ahead(day)
    now, before = pieces_of(one), wrong.before
    if before and not (before[-1].state is State.PLANNED and len(before) == 1):
        ahead = before[-1].state is State.PLANNED
        check_order(before[-2 if ahead else -1].since, day)
    last = now[-1]
    if one.ended_on:
        one.ended_on = day
        wanted = end_on(before, day)
    elif wrong.kind == "hours-changed":
        wanted = with_hours(before, day, one.hours_per_week if last.hours is None else last.hours)
    else:
        check_order(day, last.until)
        wanted = enter(before, replace(last, since=day))
    return _fitted(now, wanted)


def _fitted(now: Sequence[Piece], wanted: Sequence[Piece]) -> list[Piece]:
    """The days that are wanted, over as many rows as there are."""
    try:
        return back_to(now, wanted)
    except ValueError as fault:
        sentence = _("Datoerne går ikke op med dem, der allerede står. Vælg en anden dato.")
        raise RuleBroken(sentence, "no room for the days") from fault
