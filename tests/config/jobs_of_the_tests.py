"""Jobs that only the worker of the tests knows."""

from __future__ import annotations

import logging
from uuid import UUID

from django.db import connection
from django.utils import timezone

from sammetag.access.jobs import acting, job
from sammetag.journal.actions import record

GATE = 7_001


@job(on_behalf_of="account_id")
def tell_at_the_gate(*, account_id: str, case_id: str) -> None:
    """Writes into the journal, and then waits until the test opens the gate."""
    record(
        by=acting(),
        kind="x",
        case_id=UUID(case_id),
        subject="x",
        subject_id=None,
        occurred_at=timezone.now(),
        data={},
    )
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(%s)", [GATE])
    logging.getLogger(__name__).info("told")
