"""The journal of the demo's trials: what the room's actions would have told of each step."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from uuid import UUID

from django.db import models

from sammetag.access.roles import Role
from sammetag.demo.studying import RESPONSIBLE, WHERE
from sammetag.demo.telling import Frame
from sammetag.demo.world import EventRow
from sammetag.journal.models import Precision
from sammetag.studies import models as rows


@dataclass(frozen=True)
class Step:
    """One thing that was done in a study."""

    kind: str
    subject: UUID
    at: datetime
    data: Mapping[str, object] = field(default_factory=dict)
    case: UUID | None = None


def study_events(found: Iterable[models.Model], frame: Frame) -> Iterator[EventRow]:
    """An event for each row of the trials that an action would have told of."""
    for row in found:
        if isinstance(row, rows.Study):
            yield from (_event(frame, row.id, step) for step in _of_study(row))
        elif isinstance(row, rows.OfStudy):
            yield from (_event(frame, row.study_id, step) for step in _of_row(row))


def _of_study(study: rows.Study) -> Iterator[Step]:
    told = {"title": study.title}
    promised = {"fingerprint": study.fingerprint, "commitment": study.commitment}
    yield Step("study.set-up", study.id, study.made_at, {**told, "version": 1})
    if study.frozen_at:
        yield Step("study.frozen", study.id, study.frozen_at, {**told, "version": 2, **promised})
    if study.closed_at:
        yield Step("study.closed", study.id, study.closed_at, {**told, "version": 3, "seed": study.revealed})


def _of_row(row: rows.OfStudy) -> Iterator[Step]:
    at = row.written_at
    if isinstance(row, rows.Member):
        named = {"staff": str(row.staff_id), "duty": row.duty}
        yield Step("study.member-named", row.study_id, at, named)
    elif isinstance(row, rows.Amendment):
        yield Step("study.amended", row.study_id, at, {"amendment": str(row.id)})
    elif isinstance(row, rows.Draw):
        yield Step("study.drawn", row.id, at, _counted(row))
    elif isinstance(row, rows.Entry) and row.case_id:
        drawn = {"draw": str(row.draw_id), "pseudonym": row.pseudonym, "arm": row.arm}
        yield Step("trial.entered", row.id, at, {**drawn, "on": str(row.entered_on)}, row.case_id)
    elif isinstance(row, rows.Deviation):
        told = {"kind": row.kind, "on": str(row.on)}
        about = {"draw": str(row.draw_id)} if row.draw_id else {"entry": str(row.entry_id or "")}
        yield Step("study.deviated", row.id, at, told | about)


def _counted(draw: rows.Draw) -> dict[str, object]:
    return {
        "number": draw.number,
        "block": draw.block,
        "on": str(draw.on),
        "drawn": draw.listed - sum(draw.refused.values()),
        "listed": draw.listed,
        "refused": draw.refused,
        "extra": draw.extra,
    }


def _event(frame: Frame, study: UUID, step: Step) -> EventRow:
    return EventRow(
        id=frame.id("event", step.kind, step.subject, *step.data.values()),
        municipality_id=frame.id(WHERE),
        case_id=step.case,
        kind=step.kind,
        subject=step.kind.partition(".")[0],
        subject_id=step.subject,
        occurred_at=step.at,
        precision=Precision.MINUTE.value,
        recorded_at=step.at,
        by=frame.id(RESPONSIBLE, "account"),
        role=Role.LEADER.value,
        data={"study": str(study), **step.data},
    )
