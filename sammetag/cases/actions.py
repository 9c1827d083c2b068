"""Writes about a case: drafts, and history in bulk."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from uuid import UUID

from django.db import connection, models, transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from sammetag.access.person import Person
from sammetag.access.roles import Right
from sammetag.cases.models import Case, Draft
from sammetag.cases.queries import case_for
from sammetag.errors import NotAllowed, RuleBroken
from sammetag.journal.actions import record

LONGEST_DRAFT = 100_000
# What a form carries besides what a person types. The version is kept with the draft: whoever takes it up
# again later must be told of what others have written since.
MACHINERY = {"csrfmiddlewaretoken", "token", "writer"}
LONGEST_NAME = 80


@transaction.atomic
def keep_draft(*, by: Person, case: Case, form: str, fields: Mapping[str, list[str]]) -> None:
    """Keep what is being typed, so that neither a lost session nor a stale page loses it."""
    if not by.may(Right.KEEP_DRAFTS, case):
        raise NotAllowed(f"draft on case {case.id}")
    if sum(len(text) for texts in fields.values() for text in texts) > LONGEST_DRAFT:
        raise RuleBroken(_("Kladden er for lang til at blive gemt. Del teksten op."), "draft too long")
    if len(form) > LONGEST_NAME:
        raise NotAllowed("draft of a form that we do not have")
    kept = {_storable(name): [_storable(text) for text in texts] for name, texts in fields.items()}
    draft = Draft(account_id=by.account_id, case=case, form=form, fields=kept, updated_at=timezone.now())
    # Two windows may keep the same draft in the same moment: the database lets the later one stand.
    Draft.objects.of(case).bulk_create(
        [draft],
        update_conflicts=True,
        unique_fields=["account", "case", "form"],
        update_fields=["fields", "updated_at"],
    )


@transaction.atomic
def drop_draft(*, by: Person, case: Case, form: str) -> None:
    """Forget a draft whose form has been saved."""
    Draft.objects.of(case).filter(account_id=by.account_id, form=form).delete()


@transaction.atomic
def restrict(*, by: Person, case_id: UUID) -> None:
    """Take a case out from under its unit's key: from now on only a grant opens it.

    Whoever does it must hold such a grant, or they would lose the case themselves. The database changes the
    key, since the app may write none.
    """
    case = case_for(by, case_id, Right.KEEP_TALKS)
    if case.id not in by.grants:
        raise RuleBroken(_("Sagen skal først åbnes for dig ved navn, ellers mister du den selv."), "no grant")
    with connection.cursor() as cursor:
        cursor.execute("SELECT cases_restrict(%s)", [case_id])
    record(
        by=by,
        kind="case.restricted",
        case_id=case_id,
        subject="case",
        subject_id=case_id,
        occurred_at=timezone.now(),
        data={},
    )


def _storable(text: str) -> str:
    """The text without the one character that a database cannot hold."""
    return text.replace("\x00", "")


def load(*, rows: Iterable[models.Model], size: int = 2000) -> None:
    """Take in rows of one table in bulk, such as history; the journal is loaded beside it."""
    ready = list(rows)
    if ready:
        type(ready[0])._default_manager.all().scoped("load").bulk_create(ready, batch_size=size)  # type: ignore[attr-defined]
