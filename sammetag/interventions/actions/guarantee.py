"""What is written about the guarantee: exempt periods, and the answer where nothing began in time."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from sammetag.access.person import Person
from sammetag.cases.actions import drop_draft
from sammetag.cases.models import Case, Programme
from sammetag.cases.queries import programme_of
from sammetag.design.wording import date_words
from sammetag.errors import NotAllowed, RuleBroken, StalePage
from sammetag.interventions.actions.writing_down import keeping, moment_of
from sammetag.interventions.checks import check_not_ahead, check_order, check_within_case
from sammetag.interventions.guarantee_facts import guarantee_facts
from sammetag.interventions.models import Exemption, GuaranteeAnswer
from sammetag.interventions.queries import exemptions_of, guarantee_answer_of, interventions_of
from sammetag.journal.actions import record
from sammetag.journal.models import Precision
from sammetag.journal.queries import is_written
from sammetag.law.errors import LawError
from sammetag.law.guarantee import GuaranteeState, guarantee

EXEMPT_DRAFT, ANSWER_DRAFT = "exemption", "guarantee"


def exempt(
    *, by: Person, case_id: UUID, token: UUID, since: date, until: date | None, reason: str
) -> Exemption:
    """Write down a period in which the citizen need not be available. It takes the id of `token`."""
    with keeping(by, case_id) as case:
        made = Exemption.objects.of(case).filter(pk=token).first()
        if made:
            return made
        check_within_case(case, since)
        check_order(since, until)
        for other in exemptions_of(case):
            if (other.until is None or since <= other.until) and (until is None or other.since <= until):
                sentence = _("Der står allerede en periode, der begynder %(day)s. De må ikke overlappe.")
                raise RuleBroken(sentence % {"day": date_words(other.since)}, "exempt twice")
        one = Exemption(id=token, case=case, since=since, until=until, reason=reason)
        one.save(force_insert=True)
        ends = str(until) if until else None
        _tell(by, case, "exemption.begun", one.id, on=since, since=str(since), until=ends)
        drop_draft(by=by, case=case, form=EXEMPT_DRAFT)
        return one


def close(
    *, by: Person, case_id: UUID, exemption_id: UUID, version: int, token: UUID, until: date
) -> Exemption:
    """Write down the last day of a period in which the citizen need not be available."""
    with keeping(by, case_id) as case:
        one = Exemption.objects.of(case).filter(pk=exemption_id).first()
        if one is None:
            raise NotAllowed(f"exemption {exemption_id} of case {case.id}")
        if is_written(token, one.id):
            return one
        if one.version != version:
            raise StalePage(
                _("Perioden er ændret, siden du åbnede siden. Se, hvad der står nu, og gem igen."),
                f"exemption {one.id} is {one.version}",
            )
        check_order(one.since, until)
        one.until, one.version = until, one.version + 1
        one.save(force_update=True)
        _tell(by, case, "exemption.ended", one.id, on=until, token=token, until=str(until))
        drop_draft(by=by, case=case, form=draft_of_closing(one.id))
        return one


def draft_of_closing(exemption_id: UUID) -> str:
    """The name of the draft in which the last day of a period is written."""
    return f"{EXEMPT_DRAFT}-{exemption_id}"


def answer(
    *, by: Person, case_id: UUID, token: UUID, resubmitted: bool, on: date, reason: str
) -> GuaranteeAnswer:
    """Answer for a guarantee that was not met: to the team again, or special reasons. It is answered once."""
    with keeping(by, case_id) as case:
        programme = programme_of(case)
        if programme is None:
            raise NotAllowed(f"no programme in case {case.id}")
        made = guarantee_answer_of(programme, case)
        if made and made.id == token:
            return made
        if made:
            raise RuleBroken(_("Det er allerede skrevet ind, hvad der blev gjort."), "answered before")
        check_not_ahead(on)
        _check_owed(case, programme, on)
        if not resubmitted and not reason.strip():
            raise RuleBroken(_("Skriv, hvilke særlige grunde der er."), "special reasons without words")
        one = GuaranteeAnswer(
            id=token, case=case, programme=programme, resubmitted=resubmitted, answered_on=on, reason=reason
        )
        one.save(force_insert=True)
        kind = "guarantee.resubmitted" if resubmitted else "guarantee.special-reasons"
        _tell(by, case, kind, programme.id, on=on)
        drop_draft(by=by, case=case, form=ANSWER_DRAFT)
        return one


def _check_owed(case: Case, programme: Programme, on: date) -> None:
    facts = guarantee_facts(programme, interventions_of(case), exemptions_of(case), None)
    try:
        state = guarantee(facts, on).value.state
    except LawError as fault:
        sentence = fault.sentence.in_language(get_language() or "da")
        raise RuleBroken(sentence, "guarantee not known") from fault
    if state is not GuaranteeState.OWED:
        sentence = _("Den dag var fristen ikke overskredet, så der var intet at svare på. Kontrollér datoen.")
        raise RuleBroken(sentence, f"guarantee is {state}")


def _tell(
    by: Person, case: Case, kind: str, about: UUID, *, on: date, token: UUID | None = None, **data: object
) -> None:
    record(
        by=by,
        kind=kind,
        case_id=case.id,
        subject=kind.partition(".")[0],
        subject_id=about,
        occurred_at=moment_of(min(on, timezone.localdate())),
        precision=Precision.DAY,
        data=data,
        token=token,
    )
