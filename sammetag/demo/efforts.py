"""What chance lets be done in a programme, at the pace of the published figures.

A third get something directed at work within three months, 38 per cent nothing in the first year. The team
recommends a company to four of five; a third have it in the plan within a year, and a fifth get there.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from random import Random

from sammetag.demo.hurdles import PROVIDERS, TRAINING, Hurdle, Offer
from sammetag.demo.pace import USUAL, Pace
from sammetag.demo.people import LAERKEOE, Place
from sammetag.demo.persona import Persona
from sammetag.demo.phrases import PAUSES, WAITS
from sammetag.demo.story import Effort, Spell, paused, planned, recommended, running, waiting
from sammetag.interventions.models import EndReason, State
from sammetag.people.models import Field

WORK = "work"
YEAR = 365
QUICK, WITHIN_A_YEAR = 0.36, 0.615
# Of those with something in the first year: who gets into a company, and who only has it in the plan.
GETS_THERE, ONLY_PLANNED = 0.34, 0.53
RECOMMENDED = 0.81
GIVES_WAY = 0.4
BROKEN_OFF = 0.14
WHY = (
    (EndReason.HEALTH, 42),
    (EndReason.CITIZEN, 24),
    (EndReason.OTHER_EFFORT, 18),
    (EndReason.NO_PLACE, 16),
)
WHY_NOT = (
    (EndReason.HEALTH, 45),
    (EndReason.OTHER_EFFORT, 30),
    (EndReason.NO_PLACE, 15),
    (EndReason.CITIZEN, 10),
)


@dataclass(frozen=True)
class Span:
    """The days of a programme: its first and its last, and whether it has ended."""

    begin: int
    last: int
    ended: bool

    @property
    def latest(self) -> int:
        """The last day that has been or, while it runs, yesterday."""
        return min(self.last, -1)


@dataclass(frozen=True)
class Laid:
    """An effort and what it is for: work, or the key of a hurdle."""

    lane: str
    effort: Effort


@dataclass(frozen=True)
class Ground:
    """Whose efforts they are, where, when, by which chance, and how soon things begin."""

    persona: Persona
    place: Place
    span: Span
    chance: Random
    pace: Pace = USUAL


def efforts_in(ground: Ground) -> tuple[Laid, ...]:
    """What was done from the first day to the last, or until today, in the order in which it was begun."""
    laid = [*_towards_work(ground)]
    for hurdle in ground.persona.hurdles:
        if hurdle.field is not Field.EDUCATION:
            laid += _beside(hurdle, ground)
    return tuple(sorted(_giving_way(laid, ground.chance), key=lambda one: one.effort.spells[0].since))


def _towards_work(ground: Ground) -> list[Laid]:
    """Training and schooling first, then companies, one after the other."""
    chance, span = ground.chance, ground.span
    usual = _first_wait(chance)
    into_company = _company_wait(usual, chance)
    first = span.begin + usual
    if usual < YEAR:
        # Sooner or later, but within the year: who waits longer than that, waits for other reasons.
        first = min(ground.pace.begins(span.begin, usual), span.begin + min(into_company, YEAR - 5))
    team_says = chance.random() < RECOMMENDED or into_company < YEAR
    laid: list[Laid] = []
    day, company = first, span.begin + into_company
    while day < company - 50 and day < span.last - 20:
        offer = _schooling(ground)
        length = min(7 * chance.randrange(*offer.weeks), max(company - day - 5, 28))
        laid += _lay(WORK, offer, (day, day + length), ground)
        day += length + ground.pace.gap(chance.randrange(30, 140))
    return laid + _companies(company, team_says, ground)


def _first_wait(chance: Random) -> int:
    """Days from the first day to something directed at work: soon, within the year, or later."""
    luck = chance.random()
    if luck < QUICK:
        return chance.randrange(12, 88)
    if luck < WITHIN_A_YEAR:
        return min(94 + round(chance.expovariate(1 / 66)), 350)
    return 372 + round(chance.expovariate(1 / 170))


def _company_wait(first: int, chance: Random) -> int:
    """Days from the first day to the first company, which may lie after the end."""
    luck = chance.random()
    if first < YEAR and luck < GETS_THERE:
        return first if chance.random() < 0.45 or first > 260 else chance.randrange(first + 55, 356)
    if luck < 0.8:
        return max(first, YEAR) + 10 + round(chance.expovariate(1 / 240))
    return 10_000


def _companies(start: int, team_says: bool, ground: Ground) -> list[Laid]:
    """Internships one after the other; what the team recommended waits until the first of them is agreed."""
    chance, span = ground.chance, ground.span
    ahead = _ahead(chance)
    in_plan_early = start - span.begin > YEAR and chance.random() < 0.13 / (1 - GETS_THERE * WITHIN_A_YEAR)
    if in_plan_early:
        ahead = max(ahead, start - span.begin - chance.randrange(200, 350))
    if not team_says:
        return _run_of_companies(start, ahead, ground, since=None)
    return _run_of_companies(start, ahead, ground, since=span.begin) or _never_taken_up(ground)


def _never_taken_up(ground: Ground) -> list[Laid]:
    """A recommendation that still stands, was given up on the way, or ended with the programme."""
    chance, span = ground.chance, ground.span
    effort = _company(ground, Offer("", Field.EMPLOYMENT, ("10",), (8, 9), 11, company=True))
    effort = replace(effort, spells=(recommended(span.begin),), recommended=span.begin - 9, provider="")
    if span.ended:
        effort = replace(effort, last=span.last, why=EndReason.PROGRAMME_ENDED)
    elif span.begin < -500 and chance.random() < 0.6:
        given_up = chance.randrange(span.begin + 330, -20)
        effort = replace(effort, last=given_up, why=_weighted(WHY_NOT, chance))
    return [Laid(WORK, effort)]


def _run_of_companies(start: int, ahead: int, ground: Ground, since: int | None) -> list[Laid]:
    chance, span = ground.chance, ground.span
    laid: list[Laid] = []
    while start - ahead < span.latest - 5:
        length = 7 * chance.randrange(9, 18)
        offer = Offer("", Field.EMPLOYMENT, ("6", "8", "9", "10", "12", "15"), (9, 17), 11, company=True)
        if laid and chance.random() < 0.15:
            offer = Offer("Løntilskud", Field.EMPLOYMENT, ("12", "15", "18"), (17, 26), 12, company=True)
        found = _lay(WORK, offer, (start, start + length), ground, ahead=ahead)
        if found and since is not None and not laid:
            found = [_from_the_team(found[0], since)]
        laid += found
        if chance.random() < 0.3:
            break
        start += length + chance.randrange(15, 160)
        ahead = _ahead(chance)
    return laid


def _from_the_team(laid: Laid, since: int) -> Laid:
    """The same effort, recommended by the team from the first day on."""
    effort = replace(laid.effort, recommended=since - 9)
    if effort.spells[0].since > since + 6:
        effort = replace(effort, spells=(recommended(since), *effort.spells))
    return Laid(laid.lane, effort)


def _schooling(ground: Ground) -> Offer:
    """Training, or schooling where that is what stands in the way."""
    own = [offer for one in ground.persona.hurdles if one.field is Field.EDUCATION for offer in one.offers]
    return ground.chance.choice(own if own and ground.chance.random() < 0.7 else TRAINING)


def _beside(hurdle: Hurdle, ground: Ground) -> list[Laid]:
    """What is done about a hurdle: one thing after the other, with the gaps that there are."""
    chance, span = ground.chance, ground.span
    day = ground.pace.begins(span.begin, 12 + round(chance.gammavariate(2.2, 52)))
    laid, had = list[Laid](), set[str]()
    while day < span.last - 20 and len(laid) < ground.pace.most:
        fresh = [one for one in hurdle.offers if one.title not in had] or list(hurdle.offers)
        offer = chance.choice(fresh)
        length = 7 * chance.randrange(*offer.weeks)
        laid += _lay(hurdle.key, offer, (day, day + length), ground)
        had.add(offer.title)
        day += length + ground.pace.gap(chance.randrange(8, 90))
    return laid


def _ahead(chance: Random) -> int:
    """How many days before it begins something was ordered; support at home and the like may take a year."""
    return chance.randrange(120, 320) if chance.random() < 0.06 else chance.randrange(6, 48)


def _lay(
    lane: str, offer: Offer, days: tuple[int, int], ground: Ground, *, ahead: int | None = None
) -> list[Laid]:
    """One effort as far as it has come today; none where nobody has thought of it yet."""
    span, chance = ground.span, ground.chance
    start, end = days
    ordered = max(start - (_ahead(chance) if ahead is None else ahead), span.begin + 2)
    if ordered > span.latest - 3 or start > span.last - 10:
        return []
    effort = _company(ground, offer) if offer.company else _plain(ground, offer)
    queue = start - ordered > 18
    first = waiting(ordered, chance.choice(WAITS)) if queue else planned(ordered)
    if start > -2:
        return [Laid(lane, _to_come(effort, first, (max(start, 3), min(end, span.last)), span))]
    spells = [one for one in (first,) if one.since < start - 1]
    turns = _on_the_way(start, min(end, span.last), chance, effort.hours if effort.company else "")
    run = [*spells, running(start), *turns]
    return [Laid(lane, _as_it_ends(replace(effort, spells=tuple(run)), end, ground))]


def _to_come(effort: Effort, first: Spell, days: tuple[int, int], span: Span) -> Effort:
    """Something that has not begun today: in a queue without an end in sight, or agreed from a day on."""
    if span.ended:
        return replace(effort, spells=(first,), last=span.last, why=EndReason.PROGRAMME_ENDED)
    if first.state is State.WAITING:
        return replace(effort, spells=(first,))
    start, end = days
    return replace(effort, spells=(planned(start),), last=max(end, start + 7) if end > start else None)


def _on_the_way(start: int, end: int, chance: Random, hours: str) -> list[Spell]:
    """A pause and a way back for some; for some in a company, more hours a week."""
    luck = chance.random()
    if end - start < 60 or luck > 0.3:
        return []
    turn = start + chance.randrange(16, 34)
    if turn > -2:
        return []
    if luck < 0.16:
        back = turn + chance.randrange(9, 28)
        rest = [paused(turn, chance.choice(PAUSES))]
        return rest if back > -2 else [*rest, running(back)]
    return [running(turn, str(int(hours) + chance.choice((2, 3, 4))))] if hours else []


def _as_it_ends(effort: Effort, end: int, ground: Ground) -> Effort:
    span, chance = ground.span, ground.chance
    begun = next(one.since for one in effort.spells if one.state is State.RUNNING)
    if end > span.last:
        why = EndReason.PROGRAMME_ENDED if span.ended else None
        return _ended(effort, span.last, why)
    if chance.random() < BROKEN_OFF and end < -20:
        return _ended(effort, begun + (end - begun) // 2, _weighted(WHY, chance))
    if end >= 0 and chance.random() < 0.25:
        return effort
    if -12 < end < 0 and chance.random() < 0.5 and not span.ended:
        return replace(effort, last=min(end, -4), overdue=True)
    return _ended(effort, end, None)


def _ended(effort: Effort, last: int, why: EndReason | None) -> Effort:
    """The effort with its last day; states that would come after it never came."""
    spells = tuple(one for one in effort.spells if one.since < min(last, -1) - 3)
    return replace(effort, spells=spells or effort.spells[:1], last=last, why=why)


def _giving_way(laid: list[Laid], chance: Random) -> list[Laid]:
    """Courses of health that an internship broke off, since it lay on the same days and went first."""
    begins = [
        spell.since
        for one in laid
        if one.effort.company
        for spell in one.effort.spells[-2:]
        if spell.state is State.RUNNING
    ]
    return [_broken_by(one, begins, chance) if one.effort.field is Field.HEALTH else one for one in laid]


def _broken_by(one: Laid, begins: list[int], chance: Random) -> Laid:
    effort = one.effort
    run = [spell.since for spell in effort.spells if spell.state is State.RUNNING]
    end = effort.last if effort.last is not None else 0
    during = [day for day in begins if run and run[0] + 20 < day < min(end - 8, -4)]
    if not during or effort.overdue or chance.random() > GIVES_WAY:
        return one
    return replace(one, effort=_ended(effort, during[0] - 1, EndReason.INTERNSHIP))


def _plain(ground: Ground, offer: Offer) -> Effort:
    provider = ground.chance.choice(PROVIDERS[ground.place.key][offer.field])
    hours = ground.chance.choice(offer.hours)
    return Effort(offer.title, offer.field, hours, (), provider=provider, chapter=offer.chapter)


def _company(ground: Ground, offer: Offer) -> Effort:
    trade, chance = ground.persona.trade, ground.chance
    tried = chance.choice(trade.tries)
    title = tried.replace("Praktik", offer.title, 1) if offer.title else tried
    firms = trade.firms[-1:] if ground.place is LAERKEOE else trade.firms[:-1]
    return Effort(
        title=title,
        field=Field.EMPLOYMENT,
        hours=chance.choice(offer.hours),
        spells=(),
        provider=chance.choice(firms),
        chapter=offer.chapter,
        company=True,
    )


def _weighted(weights: tuple[tuple[EndReason, int], ...], chance: Random) -> EndReason:
    return chance.choices([one for one, _ in weights], [weight for _, weight in weights])[0]
