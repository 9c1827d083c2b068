"""The talks of a life that chance tells: when they were, what became of them, and what was written.

How often people talk follows from how many citizens their coordinator has, as the published figures say.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from random import Random

from sammetag.demo import phrases
from sammetag.demo.efforts import Laid, Span
from sammetag.demo.pace import USUAL, Pace
from sammetag.demo.persona import Persona, spoken
from sammetag.demo.story import Effort, Meeting, booked, called_off, held, no_show
from sammetag.demo.telling import Frame
from sammetag.interventions.models import EndReason, State
from sammetag.people.models import Field
from sammetag.talks.models import Form, Side

COVID = (date(2020, 3, 18), date(2020, 5, 28))
NEW_ACT = date(2020, 1, 1)
HALF_YEAR = 183
# Days between talks, by how many citizens the coordinator has at most.
PACE = ((19, 62), (39, 64), (49, 69), (999, 71))
EARLY = 38
LONGEST_CLOSED = 6
# A mentor's name and a consultant's are put to talks where something of theirs is about.
TOGETHER, COMPANION, BY_PHONE = 0.22, 0.06, 0.28
MISSED_BY_CITIZEN, CALLED_OFF_BY_CITIZEN, CALLED_OFF_BY_US = 0.07, 0.05, 0.045


@dataclass(frozen=True)
class Table:
    """Who sits at it, and what is talked about."""

    persona: Persona
    span: Span
    laid: tuple[Laid, ...]
    load: int
    changes: tuple[int, ...]
    helpers: tuple[tuple[str, int, int], ...]
    reason: str = ""
    free: tuple[tuple[int, int], ...] = ()
    pace: Pace = USUAL
    said: set[str] = field(default_factory=set)

    def fresh(self, texts: Sequence[str], chance: Random) -> str:
        """One of the texts, and none that has been written of this person before while there are others."""
        text = chance.choice([one for one in texts if one not in self.said] or texts)
        self.said.add(text)
        return text

    def helpers_on(self, day: int) -> list[str]:
        """The keys of those who are around the citizen on the day."""
        return [key for key, since, until in self.helpers if since <= day <= until]


def meetings_in(table: Table, frame: Frame, chance: Random) -> tuple[Meeting, ...]:
    """The talks between the first day and the last, and the next one where there is one."""
    span, found = table.span, list[Meeting]()
    latest = span.last - 3 if span.ended else -3
    usual = max(min(round(chance.triangular(3, 88, 16)), 88), 3)
    day = min(table.pace.begins(span.begin, usual), span.begin + 88)
    before, told_first = span.begin, False
    while day < latest:
        if COVID[0] <= frame.day(day) <= COVID[1] or _is_free(table, day):
            day += 12
            continue
        meeting = _meeting(table, (before, day), told_first, chance)
        found.append(meeting)
        if meeting.notes:
            before, told_first = day, True
            day += _pause(table, day, frame, chance)
        else:
            day += chance.randrange(9, 22)
    if span.ended:
        found += _farewell(table, found, chance)
    else:
        found += _next(table, found, chance)
    return tuple(found)


def _is_free(table: Table, day: int) -> bool:
    return any(since <= day <= until for since, until in table.free)


def _pause(table: Table, day: int, frame: Frame, chance: Random) -> int:
    """Days until the next talk: often in the first half year since 2020, then as often as there is time."""
    pace = next(days for most, days in PACE if table.load <= most)
    if day - table.span.begin < HALF_YEAR - EARLY and frame.day(table.span.begin) >= NEW_ACT:
        pace = min(pace, EARLY)
    return round(pace * chance.uniform(0.72, 1.28))


def _meeting(table: Table, days: tuple[int, int], told_first: bool, chance: Random) -> Meeting:
    before, day = days
    persona, luck = table.persona, chance.random()
    if not told_first:
        return held(day, persona.say(table.fresh(phrases.FIRST, chance)), who=_companions(chance, 0.2))
    if luck < MISSED_BY_CITIZEN:
        return no_show(day, chance.choice(phrases.NO_SHOWS))
    luck -= MISSED_BY_CITIZEN
    if luck < CALLED_OFF_BY_CITIZEN:
        return called_off(day, Side.CITIZEN, chance.choice(phrases.REASONS))
    if luck < CALLED_OFF_BY_CITIZEN + CALLED_OFF_BY_US:
        return called_off(day, Side.MUNICIPALITY, chance.choice(phrases.OUR_REASONS))
    form = Form.PHONE if chance.random() < BY_PHONE else Form.IN_PERSON
    who = _companions(chance, COMPANION)
    if form is Form.IN_PERSON and chance.random() < TOGETHER:
        who += tuple(table.helpers_on(day)[:2])
    return held(day, _note(table, before, day, chance), form=form, who=who)


def _companions(chance: Random, share: float) -> tuple[str, ...]:
    return (chance.choice(phrases.COMPANIONS),) if chance.random() < share else ()


def _note(table: Table, before: int, day: int, chance: Random) -> str:
    """One to three sentences: what has happened since, a word of the person's own, and what is next."""
    persona = table.persona
    if any(before < change <= day for change in table.changes):
        return persona.say(table.fresh(phrases.AFTER_CHANGE, chance))
    sentences = [_news(table, before, day, chance)]
    if chance.random() < 0.6:
        own = [note for one in persona.hurdles for note in one.notes]
        if _in_company(table, day):
            own += [*persona.trade.notes] * 3
        sentences.append(persona.say(table.fresh(own, chance)))
    if chance.random() < 0.22:
        sentences.append(persona.say(table.fresh(phrases.CLOSERS, chance)))
    return " ".join(sentences)


def _in_company(table: Table, day: int) -> bool:
    return any(one.effort.company and state_on(one.effort, day) is State.RUNNING for one in table.laid)


def _news(table: Table, before: int, day: int, chance: Random) -> str:
    """What has ended since the last talk, else what runs or is waited for, else that nothing does."""
    found = list(_told(table, before, day))
    ends = [one for one in found if one[0] in (phrases.ENDED, phrases.WITH_PAPER, *phrases.BROKEN.values())]
    if ends or (found and chance.random() < 0.62):
        texts, effort = chance.choice(ends or found)
        titel = spoken(effort.title)
        return table.persona.say(table.fresh(texts, chance), titel=titel, Titel=titel[:1].upper() + titel[1:])
    idle = not any(texts is phrases.RUNNING for texts, _effort in found)
    return table.persona.say(
        table.fresh(phrases.IDLE if idle and chance.random() < 0.5 else phrases.NOTES, chance)
    )


def _told(table: Table, before: int, day: int) -> Iterator[tuple[tuple[str, ...], Effort]]:
    by_state = {
        State.RUNNING: phrases.RUNNING,
        State.WAITING: phrases.WAITING,
        State.PAUSED: phrases.PAUSED,
    }
    for one in table.laid:
        effort = one.effort
        if effort.spells[0].since > day or (effort.last is not None and effort.last <= before):
            continue
        if effort.last is not None and before < effort.last <= day and not effort.overdue:
            yield _end_words(effort), effort
            continue
        state = state_on(effort, day)
        if state in by_state and not (effort.mentor and state is State.PAUSED):
            yield by_state[state], effort


def _end_words(effort: Effort) -> tuple[str, ...]:
    if effort.why in (None, EndReason.PROGRAMME_ENDED):
        return phrases.WITH_PAPER if effort.field is Field.EDUCATION else phrases.ENDED
    return phrases.BROKEN.get(str(effort.why), phrases.ENDED)


def state_on(effort: Effort, day: int) -> State | None:
    """The state of an effort on a day; none before and after it."""
    if effort.last is not None and day > effort.last:
        return None
    return next((spell.state for spell in reversed(effort.spells) if spell.since <= day), None)


def _farewell(table: Table, found: list[Meeting], chance: Random) -> list[Meeting]:
    """The last talk, a little before the end, with what follows."""
    day = table.span.last - chance.randrange(4, 20)
    if found and found[-1].day >= day - 6:
        found.pop()
    persona = table.persona
    texts = [chance.choice(phrases.LAST), phrases.ENDING.get(table.reason, "")]
    return [held(day, " ".join(persona.say(text) for text in texts if text))]


def _next(table: Table, found: list[Meeting], chance: Random) -> list[Meeting]:
    """The talk that is agreed; a few were, and nobody has written what became of them."""
    if _is_free(table, -1):
        return []
    agenda = _agenda(table, chance)
    luck = chance.random()
    if luck < 0.015 and table.span.begin < -40:
        return [booked(-chance.randrange(2, 9), agenda)]
    if luck < 0.03 and found and table.span.begin < -200:
        return [called_off(-2, Side.MUNICIPALITY, chance.choice(phrases.OUR_REASONS))]
    soon = not found or table.span.begin > -HALF_YEAR
    following = chance.randrange(3, 24 if soon else 42)
    if following + LONGEST_CLOSED < table.span.last and chance.random() < 0.94:
        return [booked(following, agenda)]
    return []


def _agenda(table: Table, chance: Random) -> str:
    running = [one.effort for one in table.laid if state_on(one.effort, 0) is State.RUNNING]
    texts = [text for text in phrases.AGENDAS if running or "{titel}" not in text]
    titel = spoken(chance.choice(running).title) if running else ""
    return table.persona.say(chance.choice(texts), titel=titel)
