"""Reading exports: one's own, and nobody else's."""

from __future__ import annotations

from datetime import timedelta
from uuid import UUID

from django.utils import timezone

from sammetag.access.person import Person
from sammetag.errors import NotAllowed
from sammetag.intake.models import Export

# After it a file is thrown away, fetched or not. The same stands in the database (intake_throw_away_exports).
KEPT = timedelta(hours=24)
NEWEST = 5


def own_exports(person: Person) -> list[Export]:
    """The person's latest exports, newest first, without their files."""
    own = Export.objects.scoped("own").filter(account_id=person.account_id)
    return list(own.defer("sealed", "cases").order_by("-asked_at")[:NEWEST])


def own_export(person: Person, export_id: UUID) -> Export:
    """One export of the person's own; raises NotAllowed for anybody else's, whether or not it is there."""
    found = Export.objects.scoped("own").filter(pk=export_id, account_id=person.account_id).first()
    if found is None:
        raise NotAllowed(f"export {export_id}")
    return found


def is_old(export: Export) -> bool:
    """Whether it is to be thrown away, even where no worker has come to it yet."""
    return export.asked_at < timezone.now() - KEPT
