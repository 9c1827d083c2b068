"""Makes exports, and throws away those that are old."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from django.db import connection, transaction
from django.utils import timezone
from django.utils.translation import override

from sammetag.access.person import Person
from sammetag.access.roles import Right
from sammetag.errors import NotAllowed
from sammetag.intake.exports.kinds import Form, Stage
from sammetag.intake.exports.queries import own_export
from sammetag.intake.exports.rows import file_of, rows_of
from sammetag.intake.exports.telling import running_programmes
from sammetag.intake.models import Export
from sammetag.journal import actions as journal
from sammetag.keyring.installed import ring

PURPOSE = "export"


def make(*, by: Person, export_id: UUID) -> None:
    """Make the file of an export and seal it. One that is made or removed already is left as it is."""
    if not by.keys_with(Right.EXPORT):
        raise NotAllowed("export without a unit")
    with transaction.atomic():
        export = locked(by, export_id)
        if export.stage != Stage.ASKED:
            return
        with override(export.language):
            told = running_programmes(by, with_cpr=export.with_cpr)
            rows = [row for _case_id, one in told for row in rows_of(one)]
            content = file_of(rows, Form(export.form))
        export.sealed = ring().seal(content, purpose=PURPOSE, about=str(export.id))
        export.cases = [case_id for case_id, _one in told]
        export.programmes, export.rows = len(told), len(rows)
        export.stage, export.made_at = Stage.MADE, timezone.now()
        export.save()
        tell("export.made", export, by=by, at=export.made_at)


def locked(by: Person, export_id: UUID) -> Export:
    """The person's own export as it stands once nobody else is changing it."""
    Export.objects.scoped("lock").select_for_update().filter(pk=export_id).values("pk").first()
    return own_export(by, export_id)


def tell(kind: str, export: Export, *, by: Person, at: datetime) -> None:
    """Writes down what was done with an export: how much of what it holds, and nobody's name."""
    journal.record(
        by=by,
        kind=kind,
        case_id=None,
        subject="export",
        subject_id=export.id,
        occurred_at=at,
        data={
            "programmes": export.programmes,
            "rows": export.rows,
            "reason": export.reason,
            "form": export.form,
            "with_cpr": export.with_cpr,
        },
    )


def throw_away_old() -> int:
    """Throw away every file that was kept for a day, whoever asked for it, and say how many they were."""
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("SELECT intake_throw_away_exports()")
        return int(cursor.fetchone()[0])
