"""What the worker does for the intake: it makes exports."""

from __future__ import annotations

from uuid import UUID

from sammetag.access.jobs import acting, job
from sammetag.intake.exports.actions import making


@job(on_behalf_of="account_id")
def make_export(*, account_id: str, export_id: str) -> None:
    """Makes the file of an export as whoever asked for it, who sees what they may see at that moment."""
    making.make(by=acting(), export_id=UUID(export_id))
