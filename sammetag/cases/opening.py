"""Opening a case: one step that fetches it, checks the right, knows the purpose and writes the look down."""

from __future__ import annotations

from dataclasses import dataclass
from typing import cast
from uuid import UUID

from django.db import models
from django.http import HttpRequest
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from sammetag.access.person import Person
from sammetag.access.roles import WRITING, Right
from sammetag.access.signed_in import signed_in
from sammetag.access.wall import Request
from sammetag.cases.models import Case
from sammetag.cases.queries import case_for
from sammetag.errors import RuleBroken, SammetagError
from sammetag.journal.actions import look

OWN = "own-case"
REMEMBERED = "purposes"


class Purpose(models.TextChoices):
    """Why somebody opens a case that is not their own. The citizen can be told."""

    STAND_IN = "stand-in", _("Jeg passer sagen for en kollega")
    ADVICE = "advice", _("En kollega har bedt mig om råd")
    CONTACT = "contact", _("Borgeren eller en anden har henvendt sig")
    HAND_OVER = "hand-over", _("Sagen skal skifte koordinator")
    QUALITY = "quality", _("Jeg gennemgår kvaliteten af vores arbejde")


class PurposeNeeded(SammetagError):
    """The case may be opened, but its reader has not said what for."""

    status = 200

    def __init__(self, case: Case) -> None:
        super().__init__(_("Fortæl, hvorfor du åbner sagen."), f"purpose for case {case.id}")
        self.case = case


@dataclass(frozen=True)
class Opened:
    """A case that somebody has been let into, and what they may do there."""

    case: Case
    person: Person
    purpose: str

    def may(self, right: Right) -> bool:
        """Whether the reader holds the right on this case."""
        return self.person.may(right, self.case)

    @property
    def is_closed(self) -> bool:
        return self.case.closed_on is not None

    @property
    def keeps_talks(self) -> bool:
        return self.may(Right.KEEP_TALKS) and not self.is_closed

    @property
    def keeps_plan(self) -> bool:
        return self.may(Right.KEEP_PLAN) and not self.is_closed

    @property
    def rates_plan(self) -> bool:
        return self.may(Right.RATE_PLAN) and not self.is_closed

    @property
    def hands_over(self) -> bool:
        return self.may(Right.HAND_OVER) and not self.is_closed

    @property
    def sees_cpr(self) -> bool:
        return self.may(Right.SEE_CPR)

    @property
    def keeps_cpr(self) -> bool:
        return self.may(Right.KEEP_CPR) and not self.is_closed

    @property
    def sees_notes(self) -> bool:
        return self.may(Right.SEE_NOTES)

    @property
    def sees_health(self) -> bool:
        return self.may(Right.SEE_HEALTH)

    @property
    def gives_insight(self) -> bool:
        return self.may(Right.GIVE_INSIGHT)

    @property
    def assesses(self) -> bool:
        return self.may(Right.ASSESS)

    @property
    def sees_journal(self) -> bool:
        return self.may(Right.SEE_JOURNAL)


def open_case(request: HttpRequest, case_id: UUID, *, page: str, right: Right = Right.SEE_CASE) -> Opened:
    """The case behind an address, if the reader may see it for this page; the look is written down.

    Raises NotAllowed (404) for a case that is not theirs, PurposeNeeded where they have not said why they
    open a colleague's or a closed case, RuleBroken where they would write in a closed one.
    """
    opened = let_in(request, case_id, right)
    look(
        by=opened.person,
        page=page,
        purpose=opened.purpose,
        cases=[opened.case.id],
        request_id=cast(Request, request).request_id,
    )
    return opened


def let_in(request: HttpRequest, case_id: UUID, right: Right) -> Opened:
    """The case, as `open_case` gives it, where nothing of it is shown: so no look is written."""
    person = signed_in(request)
    case = case_for(person, case_id, right)
    if case.closed_on and right in WRITING:
        raise RuleBroken(
            _("Sagen er lukket, så der kan ikke skrives i den. Intet er ændret."), f"closed {case.id}"
        )
    purpose = OWN if is_own(person, case) else said_purpose(request, case)
    if purpose is None:
        raise PurposeNeeded(case)
    return Opened(case, person, purpose)


def is_own(person: Person, case: Case) -> bool:
    """Whether the case is the reader's daily work: theirs to coordinate, or opened for them by name."""
    mine = case.coordinator_id == person.staff_id or case.id in person.grants
    return mine and case.closed_on is None


def said_purpose(request: HttpRequest, case: Case) -> str | None:
    """The purpose that the reader gave for this case today, or none."""
    given = request.session.get(REMEMBERED, {}).get(str(case.id))
    return given[0] if given and given[1] == timezone.localdate().isoformat() else None


def say_purpose(request: HttpRequest, case: Case, purpose: Purpose) -> None:
    """Remember for the rest of the day why this case was opened."""
    today = timezone.localdate().isoformat()
    kept = {key: value for key, value in request.session.get(REMEMBERED, {}).items() if value[1] == today}
    request.session[REMEMBERED] = kept | {str(case.id): (purpose.value, today)}
