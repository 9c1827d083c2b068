"""Tells the database who is asking, and who somebody is just proving to be."""

from __future__ import annotations

from collections.abc import Iterable
from uuid import UUID

from django.db import connection


def know(account_id: UUID | None, *, proving: UUID | None = None) -> None:
    """From now to the end of the transaction, row security answers for this account."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT set_config('app.uid', %s, true), set_config('app.proving', %s, true)",
            [str(account_id or ""), str(proving or "")],
        )


def prove_to_be(account_id: UUID) -> None:
    """From now to the end of the transaction, the factors of this account can be asked, and nothing else."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT set_config('app.proving', %s, true)", [str(account_id)])


def try_as(marks: Iterable[bytes], *, one_at_a_time: bytes) -> None:
    """From now to the end of the transaction, tries under these hashes can be counted.

    Nobody else tries the same user name meanwhile: a thousand tries at once would be counted as none.
    """
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT set_config('app.tried', %s, true), pg_advisory_xact_lock(%s)",
            [
                ",".join(mark.hex() for mark in marks),
                int.from_bytes(one_at_a_time[-8:], "big", signed=True),
            ],
        )
