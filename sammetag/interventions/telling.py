"""What the journal tells of an intervention: days, codes and hours, never words."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from typing import Any

from sammetag.interventions.life import Piece
from sammetag.interventions.models import Intervention, State

TOLD = "recommended planned waiting started paused resumed ended not-begun hours-changed prolonged"
# The events that a correction can take back: each moved the intervention on in its life.
STEPS_TOLD = frozenset(f"intervention.{what}" for what in TOLD.split())


def facts(one: Intervention) -> dict[str, object]:
    """The data of an intervention's event, for whoever evaluates later."""
    return {
        "field": str(one.field),
        "kind": str(one.kind),
        "chapter": one.chapter,
        "mentor": one.mentor,
        "company_based": one.company_based,
        "hours_per_week": str(one.hours_per_week),
        "sub_goal": str(one.sub_goal_id) if one.sub_goal_id else None,
    }


def picture(one: Intervention, pieces: Sequence[Piece]) -> dict[str, object]:
    """How an intervention stood before a step, so that the step can be taken back."""
    rows = [[p.state.value, str(p.since), _day(p.until), _number(p.hours)] for p in pieces]
    return {"rows": rows, "hours": str(one.hours_per_week)}


def pieces_from(told: Any, now: Sequence[Piece]) -> list[Piece]:
    """The days that an event keeps of how it stood before; reasons, being words, come from what is now."""
    found = []
    for place, (state, since, until, hours) in enumerate(told["rows"]):
        same = now[place] if place < len(now) and now[place].state == state else None
        found.append(
            Piece(
                State(state),
                date.fromisoformat(since),
                date.fromisoformat(until) if until else None,
                Decimal(hours) if hours is not None else None,
                same.reason if same else "",
            )
        )
    return found


def _day(day: date | None) -> str | None:
    return str(day) if day else None


def _number(hours: Decimal | None) -> str | None:
    return None if hours is None else str(hours)
