"""The plan of a life that chance tells: it follows what was done, and looks half a year ahead."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from random import Random

from sammetag.demo import phrases
from sammetag.demo.efforts import WORK, Laid, Span
from sammetag.demo.hurdles import Hurdle
from sammetag.demo.persona import Persona
from sammetag.demo.plan_story import Aim, Mark, Opinion, PlanTold, Round, SubAim, Wish
from sammetag.demo.story import Effort
from sammetag.interventions.models import State
from sammetag.people.models import Field
from sammetag.plan.models import About, Achievement, Voice

YOUNGEST = 32
BETWEEN_ROUNDS = (135, 178)
LAPSED, TAKEN_HOME, DISAGREED, NOT_FOLLOWED_UP = 0.05, 0.05, 0.09, 0.15
WORK_GOALS = (
    "Et arbejde, der passer til kræfterne",
    "Finde ud af, hvor mange timer der er til",
    "Prøve arbejdet af i virkeligheden",
    "En arbejdsplads, der kender aftalerne",
)
MENTOR_STEP = "Har en at gå med, når noget er nyt"
WORK_STEPS = (
    "Har prøvet at møde fast",
    "Har beskrevet, hvad der skal til på en arbejdsplads",
    "Holder timerne i fire uger",
)


@dataclass(frozen=True)
class Draft:
    """Whose plan it is, in which days, and what was done in them; `begin` is the day it was first written."""

    persona: Persona
    span: Span
    laid: tuple[Laid, ...]
    begin: int
    chance: Random

    @property
    def until(self) -> int:
        """The last day on which anything can have been written."""
        return min(self.span.last, -1)


def plan_in(met: Draft) -> PlanTold | None:
    """The plan as it has grown since people first met; none where that was the other day."""
    draft = replace(met, begin=met.begin + met.chance.randrange(0, 22))
    if draft.begin >= draft.until - 2 or -draft.span.begin < YOUNGEST:
        return None
    aims = (*_work(draft), *(aim for one in draft.persona.hurdles for aim in _hurdle(draft, one)))
    rounds = tuple(_rounds(draft))
    mentor = any(one.effort.mentor for one in draft.laid)
    return PlanTold(tuple(_wishes(draft)), aims, rounds, tuple(_opinions(draft, rounds, mentor)))


def _wishes(draft: Draft) -> Iterator[Wish]:
    trade, chance = draft.persona.trade, draft.chance
    own = chance.random() < 0.55
    first = chance.choice(trade.own if own else trade.goals)
    yield Wish(draft.begin, draft.persona.say(first), Voice.CITIZEN if own else Voice.COORDINATOR)
    later = draft.begin + chance.randrange(220, 420)
    if later < draft.until - 30 and chance.random() < 0.55:
        yield Wish(later, draft.persona.say(chance.choice(trade.goals)), Voice.COORDINATOR)


def _work(draft: Draft) -> Iterator[Aim]:
    """The goal about work: training leads to some steps, companies to those of the trade, a mentor to one."""
    trade, chance = draft.persona.trade, draft.chance
    served: dict[str, list[int]] = {}
    turns: Counter[tuple[str, ...]] = Counter()
    for turn, one in enumerate(draft.laid):
        if one.lane != WORK or one.effort.field is not Field.EMPLOYMENT:
            continue
        titles = trade.steps if one.effort.company else (MENTOR_STEP,) if one.effort.mentor else WORK_STEPS
        served.setdefault(titles[min(turns[titles], len(titles) - 1)], []).append(turn)
        turns[titles] += 1
    aim = Aim(chance.choice(WORK_GOALS), Field.EMPLOYMENT, draft.begin, ())
    yield _with_steps(draft, aim, served, (*WORK_STEPS[:1], *trade.steps))


def _hurdle(draft: Draft, hurdle: Hurdle) -> Iterator[Aim]:
    """The goal about a hurdle: each thing that was done leads to the step of its place."""
    own = bool(hurdle.own) and draft.chance.random() < 0.5
    title = draft.persona.say(draft.chance.choice(hurdle.own if own else hurdle.goals))
    step_of = {offer.title: step for offer, step in zip(hurdle.offers, hurdle.steps, strict=False)}
    served: dict[str, list[int]] = {}
    for turn, one in enumerate(draft.laid):
        if one.effort.title in step_of and one.lane in (hurdle.key, WORK):
            served.setdefault(step_of[one.effort.title], []).append(turn)
    aim = Aim(title, hurdle.field, draft.begin, (), Voice.CITIZEN if own else Voice.COORDINATOR)
    yield _with_steps(draft, aim, served, hurdle.steps)


def _with_steps(draft: Draft, aim: Aim, served: dict[str, list[int]], titles: tuple[str, ...]) -> Aim:
    """The goal with a step for all that was done, and one more that nothing leads to yet."""
    more = [title for title in titles if title not in served]
    chosen = [*served, *more[: 1 if served else 2]]
    steps = [
        _step(draft, title, [(turn, draft.laid[turn].effort) for turn in served.get(title, [])], place)
        for place, title in enumerate(chosen)
    ]
    return replace(aim, steps=tuple(steps))


def _step(draft: Draft, title: str, efforts: list[tuple[int, Effort]], place: int) -> SubAim:
    chance, title = draft.chance, draft.persona.say(title)
    serves = tuple(turn for turn, _effort in efforts)
    if not efforts:
        day = min(draft.begin + place * chance.randrange(0, 90), draft.until)
        due = min(day + chance.randrange(90, 220), draft.span.last)
        return SubAim(title, day, due, None, _marks(draft, (day, due), None), voice=_voice(chance))
    first = efforts[0][1].spells[0].since
    day = min(max(draft.begin, min(first, draft.until)), draft.until)
    ends = [effort.last for _turn, effort in efforts]
    run = [spell.since for _t, one in efforts for spell in one.spells if spell.state is State.RUNNING]
    known = [end for end in ends if end is not None]
    due = (max(known) if len(known) == len(ends) else max(60, day + 120)) + chance.randrange(10, 40)
    due = min(max(due, day + 30), draft.span.last)
    begins = run[0] if run and draft.begin < run[0] else None
    return SubAim(
        title, day, due, begins, _marks(draft, (day, due), min(run, default=None)), serves, _voice(chance)
    )


def _voice(chance: Random) -> Voice:
    return Voice.CITIZEN if chance.random() < 0.3 else Voice.COORDINATOR


def _marks(draft: Draft, days: tuple[int, int], begun: int | None) -> tuple[Mark, ...]:
    """How far it came: on the way when something began, and done with about its date."""
    day, due = days
    chance = draft.chance
    marks = []
    goes_on = due >= -1 or chance.random() < 0.3
    if begun is not None and begun < min(due - 5, draft.until) and goes_on:
        marks.append(Mark(max(begun + 2, day), Achievement.ON_THE_WAY))
    forgotten = due > -40 and not draft.span.ended and chance.random() < NOT_FOLLOWED_UP
    if due < -1 and not forgotten:
        done = min(due + chance.randrange(-8, 12), draft.until)
        marks.append(_done(draft, max(done, day), begun is not None))
    return tuple(marks)


def _done(draft: Draft, day: int, begun: bool) -> Mark:
    chance, luck = draft.chance, draft.chance.random()
    if luck < (0.62 if begun else 0.38):
        return Mark(day, Achievement.REACHED)
    if luck < 0.82:
        return Mark(day, Achievement.PARTLY, chance.choice(phrases.PARTLY))
    return Mark(day, Achievement.GIVEN_UP, draft.persona.say(chance.choice(phrases.GIVEN_UP)))


def _rounds(draft: Draft) -> Iterator[Round]:
    """Versions every five or six months: the first is taken home, the later ones are agreed at a talk."""
    chance, until = draft.chance, draft.until
    proposed = draft.begin + chance.randrange(0, 16)
    home = proposed + chance.randrange(8, 15)
    if proposed >= until:
        return
    if home >= until - 2 and not draft.span.ended:
        yield Round(proposed, home_until=home)
        return
    day = min(home + chance.randrange(0, 10), until)
    yield Round(proposed, home, day, _disagreement(draft))
    lapsed = chance.random() < LAPSED
    while (day := day + chance.randrange(*BETWEEN_ROUNDS)) < until - 4:
        if lapsed and day > -150:
            return
        if day > -14 and chance.random() < TAKEN_HOME * 6 and not draft.span.ended:
            yield Round(day, home_until=day + 14)
            return
        yield Round(day, None, day, _disagreement(draft))


def _disagreement(draft: Draft) -> str:
    if draft.chance.random() > DISAGREED:
        return ""
    return draft.persona.say(draft.chance.choice(phrases.DISAGREEMENTS))


def _opinions(draft: Draft, rounds: tuple[Round, ...], mentor: bool) -> Iterator[Opinion]:
    """What citizen, coordinator and, where there is one, mentor think of it: seldom the same."""
    for turn, one in enumerate(rounds):
        if one.agreed is None or draft.chance.random() < (0.75 if turn else 0.35):
            continue
        for voice in (Voice.CITIZEN, Voice.COORDINATOR):
            for about in About:
                yield Opinion(one.agreed, voice, about, _rated(voice, turn, draft.chance))
    began = [one.effort.spells[-1].since for one in draft.laid if one.effort.mentor and one.effort.spells]
    day = began[0] + 40 if began else 0
    if mentor and draft.begin < day < draft.until:
        for about in About:
            yield Opinion(day, Voice.MENTOR, about, draft.chance.choice((2, 3, 3, 4, 4, 5)))


def _rated(voice: Voice, turn: int, chance: Random) -> int:
    usual = 3 if voice is Voice.CITIZEN else 4
    return min(max(usual + min(turn // 2, 1) + chance.choice((-1, -1, 0, 0, 1)), 1), 5)
