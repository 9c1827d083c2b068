"""The way of a plan to an agreement: proposed, taken home, agreed, or withdrawn.

Each step keeps a picture of the page as it is at that moment. `version` is the whole plan's when the page was
opened: nobody proposes or agrees on a page that another has changed since.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID

from django.utils import timezone
from django.utils.translation import gettext as _

from sammetag.access.person import Person
from sammetag.access.roles import Right
from sammetag.cases.actions import drop_draft
from sammetag.cases.models import Case
from sammetag.cases.queries import programme_of
from sammetag.cases.writing import writing
from sammetag.errors import RuleBroken, StalePage
from sammetag.journal.actions import record
from sammetag.journal.queries import is_written
from sammetag.plan.fixed import check_fixed
from sammetag.plan.limits import check_day_of_deed, check_length
from sammetag.plan.models import LONGEST_TEXT, Plan, PlanVersion, Step
from sammetag.plan.picture import Standing
from sammetag.plan.queries import standing_of

FORM = "plan-step"
LONGEST_THOUGHT = timedelta(days=180)


@dataclass(frozen=True)
class Agreement:
    """What is agreed on besides the plan itself: from when, fixed until when, and what is disagreed on."""

    agreed_on: date
    fixed_until: date
    disagreement: str = ""


def propose(*, by: Person, case_id: UUID, version: int, token: UUID) -> PlanVersion:
    """Make a version of the plan as it is now, for the citizen to look at."""
    with writing(by, case_id, Right.KEEP_PLAN) as case:
        standing, plan = _as_opened(case, version, token)
        if plan is None:
            return standing.versions[0]
        if standing.open:
            raise RuleBroken(_("Planen er allerede foreslået. Aftal den, eller træk den tilbage."), "open")
        made = _propose(by, standing, plan, timezone.localdate())
        _tell(by, made, "plan.proposed", token)
        drop_draft(by=by, case=case, form=FORM)
        return made


def give_home(*, by: Person, case_id: UUID, version: int, token: UUID, answer_by: date) -> PlanVersion:
    """Let the citizen take the plan home and think about it until a day."""
    with writing(by, case_id, Right.KEEP_PLAN) as case:
        standing, plan = _as_opened(case, version, token)
        if plan is None:
            return standing.versions[0]
        _check_answer_by(answer_by)
        given = standing.open
        if given is None:
            given = _propose(by, standing, plan, timezone.localdate())
            _tell(by, given, "plan.proposed")
        given.step, given.answer_by = Step.TAKEN_HOME, answer_by
        given.save(force_update=True, update_fields=["step", "answer_by"])
        _tell(by, given, "plan.taken-home", token)
        drop_draft(by=by, case=case, form=FORM)
        return given


def agree(*, by: Person, case_id: UUID, version: int, token: UUID, agreement: Agreement) -> PlanVersion:
    """Agree on the plan as it is now. What is disagreed on is kept with it, in words."""
    with writing(by, case_id, Right.KEEP_PLAN) as case:
        standing, plan = _as_opened(case, version, token)
        if plan is None:
            return standing.versions[0]
        _check_agreement(case, standing, agreement)
        agreed = standing.open
        if agreed is None:
            agreed = _propose(by, standing, plan, agreement.agreed_on)
            _tell(by, agreed, "plan.proposed")
        agreed.step, agreed.agreed_on = Step.AGREED, agreement.agreed_on
        agreed.fixed_until = agreement.fixed_until
        agreed.disagreement = agreement.disagreement.strip()
        agreed.agreed_content = standing.picture
        agreed.save(force_update=True)
        _tell(by, agreed, "plan.agreed", token)
        drop_draft(by=by, case=case, form=FORM)
        return agreed


def withdraw(*, by: Person, case_id: UUID, version: int, token: UUID) -> PlanVersion:
    """Take back a version that has not been agreed on; the page goes on being written."""
    with writing(by, case_id, Right.KEEP_PLAN) as case:
        # All that was proposed may have been taken out since: then taking it back is what is left to do.
        standing, plan = _as_opened(case, version, token, may_be_empty=True)
        if plan is None:
            return standing.versions[0]
        if standing.open is None:
            raise RuleBroken(_("Der er ikke foreslået en plan, som kan trækkes tilbage."), "nothing open")
        taken = standing.open
        taken.step = Step.WITHDRAWN
        taken.save(force_update=True, update_fields=["step"])
        _tell(by, taken, "plan.withdrawn", token)
        drop_draft(by=by, case=case, form=FORM)
        return taken


def _as_opened(
    case: Case, version: int, token: UUID, *, may_be_empty: bool = False
) -> tuple[Standing, Plan | None]:
    """The plan as it was when the page was opened; no plan when this very form was saved already."""
    standing = standing_of(case)
    if standing.plan and is_written(token, standing.plan.id):
        return standing, None
    if standing.plan is None or standing.is_empty and not may_be_empty:
        raise RuleBroken(_("Planen er tom. Skriv et jobmål eller et mål først."), "empty plan")
    if standing.version != version:
        raise StalePage(
            _("Planen er ændret, siden du åbnede siden. Se den igennem, før du går videre."),
            f"plan {standing.plan.id} is {standing.version}, page had {version}",
        )
    return standing, standing.plan


def _propose(by: Person, standing: Standing, plan: Plan, day: date) -> PlanVersion:
    made = PlanVersion(
        case_id=plan.case_id,
        plan=plan,
        number=max((one.number for one in standing.versions), default=0) + 1,
        step=Step.PROPOSED,
        proposed_content=standing.picture,
        proposed_on=day,
        made_by_id=by.staff_id,
    )
    made.save(force_insert=True)
    return made


def _check_answer_by(day: date) -> None:
    today = timezone.localdate()
    if day < today:
        raise RuleBroken(_("Svardagen er passeret. Vælg en dag, der kommer."), "answer by a past day")
    if day > today + LONGEST_THOUGHT:
        raise RuleBroken(_("Svardagen ligger over et halvt år ude. Er årstallet rigtigt?"), "answer too late")


def _check_agreement(case: Case, standing: Standing, agreement: Agreement) -> None:
    check_length(agreement.disagreement, LONGEST_TEXT)
    check_day_of_deed(case, agreement.agreed_on)
    earlier = [one.proposed_on for one in standing.versions if one == standing.open]
    earlier += [one.agreed_on for one in standing.versions if one.agreed_on]
    if any(agreement.agreed_on < day for day in earlier):
        sentence = _("Dagen ligger før det, der allerede er skrevet om planen. Vælg en senere dag.")
        raise RuleBroken(sentence, "agreed before proposed")
    check_fixed(programme_of(case), agreement.agreed_on, agreement.fixed_until)


def _tell(by: Person, version: PlanVersion, kind: str, token: UUID | None = None) -> None:
    days = {name: getattr(version, name) for name in ("proposed_on", "answer_by", "agreed_on", "fixed_until")}
    record(
        by=by,
        kind=kind,
        case_id=version.case_id,
        subject="plan",
        subject_id=version.plan_id,
        occurred_at=timezone.now(),
        data={
            "version": str(version.id),
            "number": version.number,
            "disagreement_length": len(version.disagreement),
        }
        | {name: day.isoformat() for name, day in days.items() if day},
        token=token,
    )
