"""A mentor beside a citizen: granted six months at a time, prolonged or not, and now and then forgotten."""

from __future__ import annotations

from random import Random

from sammetag.demo.efforts import WORK, Laid, Span
from sammetag.demo.staff import STAFF
from sammetag.demo.story import Around, Effort, running, waiting
from sammetag.interventions.models import EndReason
from sammetag.people.models import Field

HALF_YEAR = 181
LAB_MENTOR = 26


def mentor_in(span: Span, key: str, chance: Random) -> tuple[Laid, Around]:
    """The effort of a mentor who is there today, or was until the end, and the part they play."""
    room = span.latest - span.begin
    ordered = span.begin + chance.randrange(4, max(min(room // 2, 260), 6))
    start = min(ordered + chance.randrange(5, 60), span.latest - 4)
    start = max(start, span.begin + 3)
    goes_on = not span.ended and chance.random() < 0.6
    periods = _periods(start, span)
    if goes_on and len(periods) > 1 and periods[-1][0] > -25 and chance.random() < 0.5:
        # The last period has run out, and nobody has decided on the next one yet.
        periods.pop()
    last = None if goes_on else periods[-1][1]
    early = (waiting(ordered),) if ordered < start - 3 else ()
    effort = Effort(
        title="Mentor",
        field=Field.EMPLOYMENT,
        hours=chance.choice(("1", "1.5", "2")),
        spells=(*early, running(start)),
        last=last,
        why=EndReason.PROGRAMME_ENDED if span.ended else None,
        provider=STAFF[key].workplace,
        chapter=LAB_MENTOR,
        mentor=True,
        granted=tuple(periods),
    )
    until = last if last is not None and last < 0 else None
    return Laid(WORK, effort), Around(key, start, until, granted=not span.ended)


def _periods(start: int, span: Span) -> list[tuple[int, int]]:
    """Granted periods one after the other, up to today or the end."""
    found: list[tuple[int, int]] = []
    since = start
    while since <= span.latest:
        until = min(since + HALF_YEAR - 1, span.last)
        found.append((since, until))
        since = until + 1
    return found
