"""The next step in the life of an intervention, and setting the last one right."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any
from uuid import UUID

from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from sammetag.access.person import Person
from sammetag.cases.actions import drop_draft
from sammetag.cases.models import Case
from sammetag.errors import RuleBroken
from sammetag.interventions.actions.making_room import Fate, make_room
from sammetag.interventions.actions.writing_down import as_opened, keeping, save, tell
from sammetag.interventions.checks import (
    check_after_last_step,
    check_agreed_end,
    check_mentor_period,
    check_not_ahead,
    check_order,
    check_within_case,
)
from sammetag.interventions.life import ENTERS, Piece, Step, end_on, enter, pieces_of, steps_of, until
from sammetag.interventions.models import Ending, EndReason, GrantedPeriod, Intervention, State
from sammetag.interventions.queries import granted_to, intervention_in
from sammetag.interventions.telling import picture

TOLD = {
    Step.AGREE: "planned",
    Step.WAIT: "waiting",
    Step.START: "started",
    Step.RESUME: "resumed",
    Step.PAUSE: "paused",
}


@dataclass(frozen=True)
class Taken:
    """A step as it was taken: which, on what day, and what belongs to it.

    `until` is the end that is agreed, or that of a mentor's period; `reason` is in words, `why` a code.
    """

    step: Step
    day: date
    until: date | None = None
    reason: str = ""
    ending: Ending | None = None
    why: EndReason | None = None
    beside: Mapping[UUID, Fate] = field(default_factory=dict)


@dataclass(frozen=True)
class _Doing:
    """All that one step is done with."""

    by: Person
    case: Case
    one: Intervention
    token: UUID
    taken: Taken

    def tell(self, kind: str, on: date, **more: Any) -> None:
        """Write the event of this step, under the token of its form."""
        tell(self.by, self.one, kind, min(on, timezone.localdate()), token=self.token, **more)


def take(
    *, by: Person, case_id: UUID, intervention_id: UUID, version: int, token: UUID, taken: Taken
) -> Intervention:
    """Take the next step: begin, wait, pause, go on, end, or agree on something new."""
    with keeping(by, case_id) as case:
        one = as_opened(case, intervention_id, version, token)
        if one is None:
            return intervention_in(case, intervention_id)
        if taken.step not in steps_of(one, timezone.localdate()):
            sentence = _("Det skridt passer ikke til, hvor indsatsen er nu. Se øverst på siden, hvor den er.")
            raise RuleBroken(sentence, f"step {taken.step} not open")
        _doer_of(taken.step)(_Doing(by, case, one, token, taken))
        drop_draft(by=by, case=case, form=draft_of_step(intervention_id, taken.step))
        return one


def draft_of_step(intervention_id: UUID, step: Step) -> str:
    """The name of the draft of a step."""
    return f"step-{step}-{intervention_id}"


def _doer_of(step: Step) -> Callable[[_Doing], None]:
    if step in ENTERS:
        return _enter
    ends = {Step.END: _end, Step.NOT_BEGUN: _end, Step.PROLONG: _prolong, Step.GRANT: _grant}
    return ends[step]


def _enter(doing: _Doing) -> None:
    case, one, taken = doing.case, doing.one, doing.taken
    check_within_case(case, taken.day)
    if taken.step is not Step.AGREE:
        check_not_ahead(taken.day, taken.step)
    check_after_last_step(one, taken.day)
    pieces = pieces_of(one)
    before = picture(one, pieces)
    agreed_end = taken.until or (pieces[-1].until if pieces and _is_agreed(pieces[-1], taken.day) else None)
    check_order(taken.day, agreed_end)
    check_agreed_end(case, one.field, taken.until)
    save(case, one, _entered(pieces, Piece(ENTERS[taken.step], taken.day, agreed_end, reason=taken.reason)))
    beside: dict[str, str] = {}
    if taken.step is Step.START and one.company_based:
        beside = make_room(by=doing.by, case=case, internship=one, day=taken.day, fates=taken.beside)
    since, end = str(taken.day), str(agreed_end) if agreed_end else None
    doing.tell(TOLD[taken.step], taken.day, since=since, agreed_end=end, beside=beside, before=before)


def _is_agreed(last: Piece, day: date) -> bool:
    """Whether an end that was agreed still lies ahead of the step; a state's own end is no such thing."""
    return last.state in (State.PLANNED, State.RUNNING, State.PAUSED) and (last.until or day) > day


def _entered(pieces: Sequence[Piece], new: Piece) -> list[Piece]:
    try:
        return enter(pieces, new)
    except ValueError as fault:
        raise RuleBroken(_no_room(), "no room for the days") from fault


def _no_room() -> str:
    return _("Datoerne går ikke op med dem, der allerede står. Vælg en anden dato.")


def _end(doing: _Doing) -> None:
    case, one, taken = doing.case, doing.one, doing.taken
    check_not_ahead(taken.day, taken.step)
    check_within_case(case, taken.day)
    check_after_last_step(one, taken.day)
    pieces = pieces_of(one)
    ending = Ending.NOT_BEGUN if taken.step is Step.NOT_BEGUN else taken.ending or Ending.COMPLETED
    if ending is not Ending.COMPLETED and taken.why is None:
        raise RuleBroken(_("Vælg en grund, så andre kan lære af den."), "ended without a reason")
    before = picture(one, pieces)
    one.ended_on, one.ending, one.end_words = taken.day, ending, taken.reason
    one.end_reason = "" if ending is Ending.COMPLETED or taken.why is None else taken.why.value
    save(case, one, end_on(pieces, taken.day))
    kind = "not-begun" if ending is Ending.NOT_BEGUN else "ended"
    reason = one.end_reason or ending.value
    doing.tell(kind, taken.day, since=str(taken.day), ending=str(ending.value), reason=reason, before=before)


def _prolong(doing: _Doing) -> None:
    one, taken = doing.one, doing.taken
    pieces = pieces_of(one)
    before = picture(one, pieces)
    check_order(pieces[-1].since, taken.until)
    check_agreed_end(doing.case, one.field, taken.until)
    save(doing.case, one, until(pieces, taken.until))
    end = str(taken.until) if taken.until else None
    doing.tell("prolonged", timezone.localdate(), since=end, agreed_end=end, before=before)


def _grant(doing: _Doing) -> None:
    """Another period with the mentor, beginning when the last one ends."""
    one, taken = doing.one, doing.taken
    if taken.until is None:
        raise RuleBroken(_("Skriv, til hvornår mentoren er bevilget."), "granted without an end")
    for period in granted_to(one, doing.case):
        if taken.day <= period.until and taken.until >= period.since:
            sentence = _("Mentoren er allerede bevilget i en del af tiden. Lad den nye periode følge efter.")
            raise RuleBroken(sentence, "granted twice")
    check_within_case(doing.case, taken.day)
    check_mentor_period(doing.case, taken.day, taken.until, get_language() or "da")
    period = GrantedPeriod(case=doing.case, intervention=one, since=taken.day, until=taken.until)
    period.save(force_insert=True)
    save(doing.case, one)
    doing.tell("granted", timezone.localdate(), since=str(taken.day), granted_until=str(taken.until))
