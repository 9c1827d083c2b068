"""What a study tells its members of the persons in it, through its own doors in the database.

An evaluator sees no entry and no case: each of these tells pseudonyms, and letters until the study is closed.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any, NamedTuple
from uuid import UUID

from django.db import connection

from sammetag.evaluation.trial.observing import Course, Running
from sammetag.studies.models import DeviationKind


class Entered(NamedTuple):
    """Somebody who was drawn."""

    pseudonym: str
    draw: int
    block: str
    arm: str
    entered_on: date
    age: int | None
    age_group: str
    sex: str


class Deviated(NamedTuple):
    """Something that went otherwise, about a draw, a person or neither."""

    kind: str
    on: date
    draw: int | None
    pseudonym: str | None
    received: str | None
    words: str

    @property
    def title(self) -> str:
        """Its kind, as people call it."""
        return str(DeviationKind(self.kind).label)


class TakenIn(NamedTuple):
    """An outcome that came with a list from elsewhere."""

    pseudonym: str
    outcome: str
    value: float | None
    cause: int


class _Followed(NamedTuple):
    pseudonym: str
    what: str
    since: date
    until: date | None
    detail: str
    company: bool
    alone: bool


def arms_shown(study_id: UUID) -> dict[str, str]:
    """What each arm is called for this reader, by its name: a letter for whoever is blind."""
    return dict(_rows("studies_arms", study_id))


def entered_in(study_id: UUID) -> list[Entered]:
    """Everybody who was drawn, by draw."""
    return [Entered(*row) for row in _rows("studies_entries", study_id)]


def deviated_in(study_id: UUID) -> list[Deviated]:
    """Everything that went otherwise, by its day."""
    return [Deviated(*row) for row in _rows("studies_deviated", study_id)]


def taken_in(study_id: UUID) -> list[TakenIn]:
    """The outcomes that came with a list."""
    return [TakenIn(*row) for row in _rows("studies_taken_in", study_id)]


def courses_in(study_id: UUID) -> dict[str, Course]:
    """How it went for each person of whom there is a case here; nobody else is among them."""
    found: dict[str, list[_Followed]] = {}
    for row in _rows("studies_followed", study_id):
        one = _Followed(*row)
        found.setdefault(one.pseudonym, []).append(one)
    return {pseudonym: _course(rows) for pseudonym, rows in found.items()}


def _course(rows: list[_Followed]) -> Course:
    programme = next((one for one in rows if one.what == "programme"), None)
    return Course(
        ended_on=programme.until if programme else None,
        end_reason=programme.detail if programme else "",
        talks=tuple(one.since for one in rows if one.what == "talk"),
        running=tuple(
            Running(one.since, one.until, one.detail, one.company, one.alone)
            for one in rows
            if one.what == "running"
        ),
    )


def _rows(door: str, study_id: UUID) -> Sequence[Any]:
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT * FROM {door}(%s)", [study_id])  # noqa: S608 - a name of our own
        rows: Sequence[Any] = cursor.fetchall()
        return rows
