"""Whether everything that was acknowledged is there, once, in the table and in the journal."""

from __future__ import annotations

from dataclasses import dataclass, fields
from uuid import UUID

from bench.faults.world import World
from bench.faults.writers import Account

TALKS = "SELECT id, notes || agenda FROM talks_talk"
EVENTS = "SELECT subject_id FROM journal_event WHERE kind IN ('talk.booked', 'talk.held')"


@dataclass(frozen=True)
class Reckoning:
    """What is wrong in the end, by number, and every answer that should not be; a faultless run has none."""

    lost: int
    doubled: int
    strangers: int
    apart: int
    half: int
    wrong_answers: tuple[str, ...]

    @property
    def faultless(self) -> bool:
        """Whether nothing is wrong."""
        return not any(getattr(self, one.name) for one in fields(self))


def reckon(world: World, account: Account) -> Reckoning:
    """Counts, once everybody has stopped; what was sent more than once is sent once more first."""
    by_case = {desk.case: desk for desk in world.desks}
    again = [write for _, write in account.acknowledged if write.sent > 1]
    for write in again:
        by_case[write.path.split("/")[2]].send(write)
    told = {write.token for _, write in account.acknowledged}
    # Stored and not acknowledged is no fault: whoever sends it again finds it there.
    known = set[UUID]().union(*(desk.sent for desk in world.desks))
    with world.superuser() as superuser:
        talks = {UUID(str(one)): str(text) for one, text in superuser.execute(TALKS).fetchall()}
        events = [UUID(str(one)) for (one,) in superuser.execute(EVENTS).fetchall()]
    return Reckoning(
        lost=len(told - set(talks)),
        doubled=len(events) - len(set(events)),
        strangers=len(set(talks) - known),
        apart=len(set(talks) ^ set(events)),
        half=sum(str(token) not in text for token, text in talks.items()),
        wrong_answers=tuple(account.wrong),
    )
