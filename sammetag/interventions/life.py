"""The life of one intervention: where it stands, which steps it can take, and what each step makes of it.

Plain Python over the days of its states. A step on a day replaces everything from that day on; nothing that
was before it changes. Rows of days are never taken away, so a step may spread over several of them.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from decimal import Decimal
from enum import StrEnum

from sammetag.interventions.models import Intervention, State

ONE_DAY = timedelta(days=1)


class Standing(StrEnum):
    """Where an intervention is in its life today. OVERDUE: its agreed end is past, and nobody said how."""

    RECOMMENDED = "recommended"
    PLANNED = "planned"
    WAITING = "waiting"
    RUNNING = "running"
    PAUSED = "paused"
    OVERDUE = "overdue"
    ENDED = "ended"


class Step(StrEnum):
    """What can be done with an intervention next."""

    AGREE = "agree"
    WAIT = "wait"
    START = "start"
    PAUSE = "pause"
    RESUME = "resume"
    END = "end"
    NOT_BEGUN = "not-begun"
    PROLONG = "prolong"
    GRANT = "grant"
    CORRECT = "correct"


# The first step is the obvious one, except for what simply goes on.
STEPS: dict[Standing, tuple[Step, ...]] = {
    Standing.RECOMMENDED: (Step.AGREE, Step.START, Step.WAIT, Step.NOT_BEGUN),
    Standing.PLANNED: (Step.START, Step.AGREE, Step.WAIT, Step.NOT_BEGUN),
    Standing.WAITING: (Step.START, Step.AGREE, Step.NOT_BEGUN),
    Standing.RUNNING: (Step.PAUSE, Step.END, Step.PROLONG),
    Standing.PAUSED: (Step.RESUME, Step.END),
    Standing.OVERDUE: (Step.END, Step.PROLONG),
    Standing.ENDED: (),
}
ENTERS = {
    Step.AGREE: State.PLANNED,
    Step.WAIT: State.WAITING,
    Step.START: State.RUNNING,
    Step.RESUME: State.RUNNING,
    Step.PAUSE: State.PAUSED,
}


@dataclass(frozen=True)
class Piece:
    """Days from the first to the last, both included, in one state; no last day while it goes on."""

    state: State
    since: date
    until: date | None = None
    hours: Decimal | None = None
    reason: str = ""

    def lies_after(self, day: date) -> bool:
        """Whether all of it comes after the day."""
        return self.since > day

    def continues(self, other: Piece) -> bool:
        """Whether it goes on with what the other one was, so that people see one stretch and not two."""
        return (self.state, self.hours, self.reason) == (other.state, other.hours, other.reason)


def pieces_of(one: Intervention) -> list[Piece]:
    """The days of an intervention in their order, as they stand in the database."""
    rows = sorted(one.stretches.all(), key=lambda row: row.since)
    return [Piece(State(row.state), row.since, row.until, row.hours_per_week, row.reason) for row in rows]


def told(one: Intervention) -> list[Piece]:
    """The days of an intervention as a story: what goes on unchanged is one, what never came is left out."""
    story: list[Piece] = []
    for piece in pieces_of(one):
        if one.ended_on and piece.lies_after(one.ended_on):
            continue
        if story and piece.continues(story[-1]):
            story[-1] = replace(story[-1], until=piece.until)
        else:
            story.append(piece)
    return story


def standing(one: Intervention, today: date) -> Standing:
    """Where the intervention is in its life."""
    if one.ended_on:
        return Standing.ENDED
    pieces = pieces_of(one)
    if not pieces:
        return Standing.RECOMMENDED
    last = pieces[-1]
    begun = last.state in (State.RUNNING, State.PAUSED)
    if begun and last.until is not None and last.until < today:
        return Standing.OVERDUE
    return Standing(last.state.value)


def steps_of(one: Intervention, today: date) -> list[Step]:
    """The steps that it can take from here, the obvious one first; a mentor can also be granted longer."""
    where = standing(one, today)
    longer = [Step.GRANT] if one.mentor and where is not Standing.ENDED else []
    return [*STEPS[where], *longer]


def obvious(one: Intervention, today: date) -> Step | None:
    """The one step that waits to be taken; none for what runs or is to begin as agreed, or has ended."""
    where = standing(one, today)
    as_agreed = where is Standing.PLANNED and pieces_of(one)[-1].lies_after(today)
    return None if as_agreed or where in (Standing.RUNNING, Standing.ENDED) else STEPS[where][0]


def earliest(one: Intervention, today: date) -> date | None:
    """The first day on which the next step can lie: not before what happened last."""
    pieces = pieces_of(one)
    if not pieces:
        return one.recommended_on
    last = pieces[-1]
    if last.state is State.PLANNED:
        # What is agreed for a day may begin sooner, but not before what came before it.
        return pieces[-2].since if len(pieces) > 1 else None
    # Hours that are agreed for later are no step yet.
    return max((piece.since for piece in pieces if not piece.lies_after(today)), default=last.since)


def enter(pieces: Sequence[Piece], new: Piece) -> list[Piece]:
    """What the days become when the intervention enters a state on a day: all from that day on is new.

    Raises ValueError where the new days end before there is room for them.
    """
    kept = [_cut(piece, new.since - ONE_DAY) for piece in pieces if piece.since < new.since]
    replaced = [piece for piece in pieces if piece.since >= new.since]
    hours = kept[-1].hours if kept else new.hours
    if not replaced:
        return [*kept, replace(new, hours=hours)]
    # Hours that were agreed for a later day stay agreed for it.
    gap = bool(kept) and new.since < replaced[0].since and replaced[0].hours != hours
    rows = [replace(new, hours=hours), *replaced] if gap else replaced
    starts = [new.since, *(piece.since for piece in rows[1:])]
    return kept + _spread(new, starts, [piece.hours for piece in rows])


def end_on(pieces: Sequence[Piece], day: date) -> list[Piece]:
    """What the days become when it ends on a day: the last that came reaches it, what never came stays."""
    came = [piece for piece in pieces if not piece.lies_after(day)]
    if not came:
        return list(pieces)
    return [*came[:-1], replace(came[-1], until=day), *pieces[len(came) :]]


def until(pieces: Sequence[Piece], day: date | None) -> list[Piece]:
    """What the days become when the end is agreed anew."""
    return [*pieces[:-1], replace(pieces[-1], until=day)]


def with_hours(pieces: Sequence[Piece], day: date, hours: Decimal) -> list[Piece]:
    """What the days become when the hours a week are others from a day on: the stretch is split there."""
    found: list[Piece] = []
    for piece in pieces:
        if piece.since >= day:
            found.append(replace(piece, hours=hours))
        elif piece.until is None or piece.until >= day:
            found += [_cut(piece, day - ONE_DAY), replace(piece, since=day, hours=hours)]
        else:
            found.append(piece)
    return found


def back_to(pieces: Sequence[Piece], before: Sequence[Piece]) -> list[Piece]:
    """What the days become when a step is taken back: as they were, over as many rows as there are now.

    Raises ValueError where there are fewer days than rows.
    """
    found = list(before)
    while len(found) < len(pieces):
        wished = [*(one.since for one in reversed(pieces)), *(one.since + ONE_DAY for one in reversed(found))]
        place, day = next(_within(found, wished), (None, None))
        if place is None or day is None:
            raise ValueError(f"no room for {len(pieces)} rows")
        whole = found[place]
        found[place : place + 1] = [_cut(whole, day - ONE_DAY), replace(whole, since=day)]
    return found


def _within(pieces: Sequence[Piece], days: Sequence[date]) -> Iterator[tuple[int, date]]:
    """The days at which one of the pieces can be split in two, with the place of that piece."""
    for day in days:
        for place, one in enumerate(pieces):
            if one.since < day and (one.until is None or day <= one.until):
                yield place, day


def _spread(whole: Piece, starts: Sequence[date], hours: Sequence[Decimal | None]) -> list[Piece]:
    """One state over several rows that begin on these days, each reaching to the next."""
    if whole.until is not None:
        room = [whole.until - ONE_DAY * left for left in range(len(starts) - 1, -1, -1)]
        starts = [min(start, latest) for start, latest in zip(starts, room, strict=True)]
        if starts[0] < whole.since:
            raise ValueError(f"no room for {len(starts)} rows from {whole.since} to {whole.until}")
    ends = [*(start - ONE_DAY for start in starts[1:]), whole.until]
    rows = zip(starts, ends, hours, strict=True)
    return [replace(whole, since=since, until=end, hours=each) for since, end, each in rows]


def _cut(piece: Piece, last: date) -> Piece:
    """The piece up to a day; one that ended before it stays as it is."""
    return piece if piece.until is not None and piece.until <= last else replace(piece, until=last)
