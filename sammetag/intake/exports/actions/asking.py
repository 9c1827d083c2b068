"""Asks for exports, hands them out once they are made, and throws one's own away."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from sammetag.access.person import Person
from sammetag.access.roles import Right
from sammetag.cases.models import Case
from sammetag.errors import NotAllowed, RuleBroken
from sammetag.intake.exports.actions.making import PURPOSE, locked, tell
from sammetag.intake.exports.kinds import Form, Reason, Stage
from sammetag.intake.exports.queries import is_old, own_export
from sammetag.intake.jobs import make_export
from sammetag.intake.models import Export
from sammetag.journal import actions as journal
from sammetag.keyring.installed import ring


@dataclass(frozen=True)
class Wish:
    """What somebody would take out, and why. `language` is that of the headings."""

    reason: Reason
    form: Form
    language: str
    with_cpr: bool = False


def ask(*, by: Person, wish: Wish, token: UUID, now: bool = False) -> Export:
    """Ask for an export, which the worker then makes, or make it at once. It takes the id of `token`.

    A form that is sent twice asks once.
    """
    if not by.keys_with(Right.EXPORT):
        raise NotAllowed("export without a unit")
    with transaction.atomic():
        export, is_new = Export.objects.scoped("own").get_or_create(
            pk=token,
            account_id=by.account_id,
            defaults={
                "reason": wish.reason,
                "form": wish.form,
                "language": wish.language,
                "with_cpr": wish.with_cpr,
                "asked_at": timezone.now(),
            },
        )
        if not is_new:
            return export
        ids = {"account_id": str(by.account_id), "export_id": str(export.id)}
        if now:
            make_export(**ids)
        else:
            make_export.later(**ids)
    return export


def fetch(*, by: Person, export_id: UUID, request_id: UUID) -> tuple[Export, bytes]:
    """The file of one's own export; that it was fetched, and whom it tells of, is written down first.

    Raises RuleBroken where it is not made yet, or thrown away, or tells of cases that are theirs no more.
    """
    if not by.keys_with(Right.EXPORT):
        raise NotAllowed("export without a unit")
    with transaction.atomic():
        export = own_export(by, export_id)
        if export.stage != Stage.MADE or export.sealed is None or is_old(export):
            raise RuleBroken(
                _("Filen er her ikke. Enten er den ikke lavet endnu, eller også er den slettet."),
                f"export {export_id} is {export.stage}",
            )
        _refuse_others_cases(by, export)
        now = timezone.now()
        tell("export.fetched", export, by=by, at=now)
        page = "export-cpr" if export.with_cpr else "export"
        journal.look(by=by, page=page, purpose=export.reason, cases=export.cases, request_id=request_id)
        content = ring().open(bytes(export.sealed), purpose=PURPOSE, about=str(export.id))
        export.fetched_at = now
        export.save(update_fields=["fetched_at"])
    return export, content


def _refuse_others_cases(by: Person, export: Export) -> None:
    """Raises RuleBroken where a case has left the person's reach, or they a unit, since the file was made."""
    reached = Case.objects.seen_by(by).filter(acl__in=by.keys_with(Right.EXPORT), id__any=export.cases)
    if reached.count() < len(export.cases):
        raise RuleBroken(
            _("Filen fortæller om sager, som du ikke længere leder. Slet den, og bed om en ny."),
            f"export {export.id} tells of cases out of reach",
        )


def throw_away(*, by: Person, export_id: UUID) -> None:
    """Throw away the file of one's own export; what is gone already stays so."""
    with transaction.atomic():
        export = locked(by, export_id)
        if export.stage == Stage.REMOVED:
            return
        export.stage, export.removed_at = Stage.REMOVED, timezone.now()
        export.sealed, export.cases = None, []
        export.save()
        tell("export.removed", export, by=by, at=export.removed_at)
