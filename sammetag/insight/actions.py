"""Writes down that a citizen was given what is kept about them."""

from __future__ import annotations

from django.db import transaction
from django.utils import timezone

from sammetag.access.person import Person
from sammetag.access.roles import Right
from sammetag.cases.models import Case
from sammetag.cases.queries import case_for
from sammetag.journal.actions import record


@transaction.atomic
def give(*, by: Person, case: Case, form: str) -> None:
    """Tell the journal that everything about the citizen of this case was handed out, and in which form."""
    found = case_for(by, case.id, Right.GIVE_INSIGHT)
    record(
        by=by,
        kind="insight.given",
        case_id=found.id,
        subject="case",
        subject_id=found.id,
        occurred_at=timezone.now(),
        data={"form": form},
    )
