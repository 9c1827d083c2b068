"""Saves what somebody wrote in a study with other words: what it said before stands in the journal."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.utils import timezone

from sammetag.studies.opening import OpenStudy


def save_anew(opened: OpenStudy, row: Any, columns: Mapping[str, object]) -> None:
    """Save something of a study with other words: the next version of it, signed by whoever writes now."""
    changed = {**columns} | {
        "version": row.version + 1,
        "written_at": timezone.now(),
        "written_by_id": opened.person.staff_id,
    }
    for name, value in changed.items():
        setattr(row, name, value)
    row.save()
