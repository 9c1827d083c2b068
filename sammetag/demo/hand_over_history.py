"""The journal of hand-overs: kinds and data are those that the room of hand-overs writes down."""

from __future__ import annotations

from collections.abc import Iterator

from sammetag.cases.models import Manner
from sammetag.demo.happening import Happening, on_day
from sammetag.demo.world import Life
from sammetag.journal.models import Precision


def of_hand_overs(life: Life) -> Iterator[Happening]:
    """That a change was agreed, carried out and read, or that a case was left without a coordinator."""
    for one in life.hand_overs:
        told: dict[str, object] = {
            "from": str(one.giver_id),
            "to": str(one.taker_id or ""),
            "manner": one.manner,
            "planned_on": one.planned_on.isoformat(),
            "citizen_told": one.citizen_told,
            "note_length": len(one.notes),
        }
        if one.manner == Manner.PLANNED:
            yield Happening(
                "case.hand-over-agreed", "hand-over", one.id, one.agreed_at, told, Precision.MINUTE
            )
        if one.closed_at is None:
            continue
        done = told | {"days_without": 0, "talks_moved": 0, "talks_left": 0}
        kind = "case.handed-over" if one.taker_id else "case.left-without-coordinator"
        yield Happening(kind, "hand-over", one.id, on_day(one.planned_on), done)
        if one.taken_up_at:
            yield Happening(
                "case.hand-over-taken-up", "hand-over", one.id, one.taken_up_at, told, Precision.MINUTE
            )
