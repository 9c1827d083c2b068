"""What the journal tells of a talk: times, codes and lengths, never words."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any, Protocol


class Told(Protocol):
    """A talk, saved or about to be."""

    @property
    def starts_at(self) -> datetime: ...
    @property
    def ends_at(self) -> datetime: ...
    @property
    def form(self) -> Any: ...
    @property
    def outcome(self) -> Any: ...
    @property
    def by_whom(self) -> Any: ...
    @property
    def leader_id(self) -> Any: ...
    @property
    def notes(self) -> str: ...


def facts(talk: Told) -> dict[str, object]:
    """The data of a talk's event; moments are in UTC."""
    return {
        "starts_at": talk.starts_at.astimezone(UTC).isoformat(),
        "minutes": int((talk.ends_at - talk.starts_at).total_seconds() // 60),
        "form": str(talk.form),
        "outcome": str(talk.outcome),
        "by_whom": str(talk.by_whom),
        "leader": str(talk.leader_id),
        "note_length": len(talk.notes),
    }
