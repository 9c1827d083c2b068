"""What chance lets happen in a programme, at about the pace of the published figures.

Fifteen weeks on average to the first intervention, a third within three months; 38 per cent without anything
directed at work in the first year; follow-up every second month, some missed by either side.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from random import Random

from sammetag.demo.offers import (
    AGENDAS,
    BESIDE,
    COMPANIES,
    FIRST_NOTES,
    IN_COMPANIES,
    NOTES,
    OUR_REASONS,
    PROVIDERS,
    REASONS,
    RUNNING_NOTES,
    TOWARDS_WORK,
    WAITING_NOTES,
    Offer,
)
from sammetag.demo.people import Place
from sammetag.demo.story import (
    Effort,
    Meeting,
    Spell,
    booked,
    called_off,
    held,
    no_show,
    paused,
    planned,
    running,
    waiting,
)
from sammetag.demo.telling import Frame
from sammetag.interventions.models import State
from sammetag.talks.models import Form, Side

YEAR = 365
NOTHING_TOWARDS_WORK = 0.38
LONGEST_CLOSED = 6
COVID = (date(2020, 3, 18), date(2020, 5, 28))


@dataclass(frozen=True)
class Span:
    """The days of a programme: its first and its last, the latest for something to begin, and if it ended."""

    begin: int
    last: int
    ended: bool

    @property
    def latest(self) -> int:
        return self.last if self.ended else -4


def efforts_in(span: Span, place: Place, chance: Random) -> tuple[Effort, ...]:
    """What was done from the first day to the last, or until today: beside work first, then towards it."""
    first = span.begin + max(12, round(chance.gauss(105, 45)))
    late = chance.random() < NOTHING_TOWARDS_WORK
    towards = span.begin + YEAR + chance.randrange(10, 60) if late else first + chance.randrange(0, 60)
    found = [*_lane(first, span, (BESIDE,), (place, chance))]
    found += _lane(towards, span, (TOWARDS_WORK, IN_COMPANIES, IN_COMPANIES), (place, chance))
    return tuple(sorted(found, key=lambda effort: effort.spells[0].since))


def _lane(
    start: int, span: Span, kinds: tuple[tuple[Offer, ...], ...], by: tuple[Place, Random]
) -> Iterator[Effort]:
    """One thing after the other, with the gaps between them that there are."""
    _, chance = by
    turn, before = 0, ""
    while start < span.latest - 10:
        kind = kinds[min(turn, len(kinds) - 1)]
        offer = chance.choice([one for one in kind if one.title != before])
        length = 7 * chance.randrange(*offer.weeks)
        effort = _effort(offer, (start, start + length - 1), span, by)
        yield effort
        before, turn = offer.title, turn + 1
        start += length + chance.randrange(15, 110)


def _effort(offer: Offer, days: tuple[int, int], span: Span, by: tuple[Place, Random]) -> Effort:
    start, last = days
    place, chance = by
    ahead = min(chance.randrange(6, 40), start - span.begin - 3)
    broken = chance.random() < 0.15 and last < -20
    if broken:
        last = start + (last - start) // 2
    if last > span.last:
        last, broken = span.last, False
    spells: list[Spell] = [(waiting if ahead > 15 else planned)(start - ahead), running(start)]
    if last - start > 60 and chance.random() < 0.15:
        rest = start + chance.randrange(15, 30)
        spells += [paused(rest), running(rest + chance.randrange(8, 25))]
    providers = COMPANIES[place.key] if offer.company else PROVIDERS[place.key][offer.field]
    spells = [one for one in spells if one.since < min(last, -1)]
    return Effort(
        title=offer.title,
        field=offer.field,
        hours=chance.choice(offer.hours),
        spells=tuple(spells),
        last=last,
        reason="broken-off" if broken else "completed",
        provider=chance.choice(providers),
        chapter=offer.chapter,
        company=offer.company,
        recommended=max(span.begin - 9, start - ahead - chance.randrange(5, 30)),
    )


def meetings_in(span: Span, efforts: tuple[Effort, ...], frame: Frame, chance: Random) -> tuple[Meeting, ...]:
    """The talks between the first day and the last, and the next one where there is one."""
    latest = span.last - 3 if span.ended else -3
    day, found = span.begin + chance.randrange(6, 24), []
    first = True
    while day < latest:
        if not COVID[0] <= frame.day(day) <= COVID[1]:
            meeting = _meeting(day, first, efforts, chance)
            found.append(meeting)
            first = first and not meeting.notes
        early = day - span.begin < YEAR // 2
        day += chance.randrange(26, 52) if early else chance.randrange(45, 80)
    following = chance.randrange(4, 32)
    if not span.ended and following + LONGEST_CLOSED < span.last and chance.random() < 0.9:
        found.append(booked(following, chance.choice(AGENDAS)))
    return tuple(found)


def _meeting(day: int, first: bool, efforts: tuple[Effort, ...], chance: Random) -> Meeting:
    luck = chance.random()
    if first:
        return held(day, chance.choice(FIRST_NOTES))
    if luck < 0.07:
        return no_show(day)
    if luck < 0.12:
        return called_off(day, Side.CITIZEN, chance.choice(REASONS))
    if luck < 0.17:
        return called_off(day, Side.MUNICIPALITY, chance.choice(OUR_REASONS))
    form = Form.PHONE if chance.random() < 0.3 else Form.IN_PERSON
    return held(day, _note(day, efforts, chance), form=form)


def _note(day: int, efforts: tuple[Effort, ...], chance: Random) -> str:
    if chance.random() < 0.4:
        return chance.choice(NOTES)
    for effort in efforts:
        state = _state(effort, day)
        if state is State.RUNNING:
            return chance.choice(RUNNING_NOTES).format(title=effort.title)
        if state is State.WAITING:
            return chance.choice(WAITING_NOTES).format(title=effort.title)
    return chance.choice(NOTES)


def _state(effort: Effort, day: int) -> State | None:
    if effort.last is not None and day > effort.last:
        return None
    entered = [spell.state for spell in effort.spells if spell.since <= day]
    return entered[-1] if entered else None
