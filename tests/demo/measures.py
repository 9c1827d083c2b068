"""Figures of the invented municipality, taken from its rows alone, as an evaluator would take them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from uuid import UUID

from sammetag.demo import names
from sammetag.demo.people import LARGE
from sammetag.demo.staff import COORDINATORS, MENTORS
from sammetag.demo.work_rows import InterventionRow
from sammetag.demo.world import Life, World

DAY, HALF_YEAR, YEAR = timedelta(days=1), 183, 365
QUARTER, TRIAL = 91, 778
TOWARDS_WORK = (11, 12, 13, 14)
TO_WORK = {"flexi-job", "ordinary-job", "education", "sick-pay"}


def share(found: Iterable[bool]) -> float:
    """Of a hundred, how many it holds for."""
    ready = list(found)
    return 100 * sum(ready) / len(ready)


def open_lives(world: World) -> list[Life]:
    return [life for life in world.lives if life.case.closed_on is None]


def caseloads(world: World) -> list[int]:
    """How many open cases each coordinator of the large municipality has."""
    names = {one.name for one in COORDINATORS if one.municipality == LARGE}
    staff = [row.id for row in world.staff if row.name in names]
    return [sum(life.case.coordinator_id == one for life in open_lives(world)) for one in staff]


def mentor_loads(world: World) -> list[int]:
    """How many citizens each mentor of the large municipality is beside today."""
    names = {one.name for one in MENTORS if one.municipality == LARGE}
    staff = [row.id for row in world.staff if row.name in names]
    beside = [
        part.staff_id
        for life in open_lives(world)
        for part in life.responsibilities
        if part.part == "mentor" and part.until is None
    ]
    return [beside.count(one) for one in staff]


def followed(world: World, days: int) -> list[Life]:
    """The lives whose programme began so long ago that its first days can be judged."""
    return [life for life in world.lives if (world.today - life.programmes[0].starts_on).days >= days]


def begun(life: Life, one: InterventionRow, states: tuple[str, ...] = ("running",)) -> int | None:
    """On which day of the programme an intervention entered one of these states first."""
    days = [row.since for row in life.stretches if row.intervention_id == one.id and row.state in states]
    return (min(days) - life.programmes[0].starts_on).days if days else None


def first_towards_work(life: Life, today: date) -> int | None:
    """Days until the first intervention directed at work; none until today."""
    found = [
        day
        for one in life.interventions
        if one.chapter in TOWARDS_WORK
        if (day := begun(life, one)) is not None and life.programmes[0].starts_on + day * DAY <= today
    ]
    return min(found, default=None)


def first_waits(world: World) -> list[int | None]:
    return [first_towards_work(life, world.today) for life in followed(world, YEAR)]


def companies(world: World, states: tuple[str, ...], within: int) -> float:
    """The share that came so far with an intervention in a company within so many days."""
    return share(
        any(
            (day := begun(life, one, states)) is not None and day <= within
            for one in life.interventions
            if one.company_based
        )
        for life in followed(world, within)
    )


def recommended(world: World) -> float:
    """The share whose team recommended a company on the day of the decision."""
    return share(
        any(
            one.company_based and one.recommended_on and one.recommended_on <= life.programmes[0].starts_on
            for one in life.interventions
        )
        for life in world.lives
    )


def lengths(world: World) -> list[float]:
    """How many years the programmes lasted that have ended, ressourceforløb alone."""
    return [
        (one.ended_on - one.starts_on).days / 365.25
        for life in world.lives
        for one in life.programmes
        if one.ended_on and one.scheme == "ressourceforloeb"
    ]


def granted_months(world: World) -> list[int]:
    return [
        round((one.granted_until - one.starts_on).days / 30.44)
        for life in world.lives
        for one in life.programmes
        if one.scheme == "ressourceforloeb"
    ]


def years_with_six_talks(world: World, least: int, most: int) -> float:
    """The share of whole years of a case with six talks held, by how many cases its coordinator has."""
    loads = dict(_load_of_coordinators(world))
    return share(
        held >= 6
        for life in world.lives
        if least <= loads.get(life.case.coordinator_id or life.case.id, -1) <= most
        for held in talks_by_year(life, world.today)
    )


def _load_of_coordinators(world: World) -> Iterator[tuple[UUID, int]]:
    for life in open_lives(world):
        if life.case.coordinator_id:
            same = sum(one.case.coordinator_id == life.case.coordinator_id for one in open_lives(world))
            yield life.case.coordinator_id, same


def talks_by_year(life: Life, today: date) -> list[int]:
    """How many talks were held in each whole year after the first half year, which has a rule of its own."""
    start, last = life.programmes[0].starts_on + HALF_YEAR * DAY, min(life.programmes[-1].last_day, today)
    held = [talk.starts_at.date() for talk in life.talks if talk.outcome == "held"]
    whole = (last - start).days // YEAR
    return [
        sum(start + year * YEAR * DAY <= day < start + (year + 1) * YEAR * DAY for day in held)
        for year in range(whole)
    ]


def first_talks(world: World) -> list[int]:
    """Days from the first day of a programme to the first talk."""
    return [
        (min(held) - life.programmes[0].starts_on).days
        for life in world.lives
        if (held := [talk.starts_at.date() for talk in life.talks if talk.outcome == "held"])
    ]


def always_the_same(world: World) -> float:
    """The share of cases with one coordinator from the first day to now."""
    return share(sum(one.part == "coordinator" for one in life.responsibilities) == 1 for life in world.lives)


def clarified_within(world: World, days: int) -> float:
    """The share about whom something was decided, for work or for a pension, within so many days."""
    decided = {*TO_WORK, "disability-pension"}
    return share(
        any(
            one.end_reason in decided and one.ended_on and (one.ended_on - one.starts_on).days <= days
            for one in life.programmes
        )
        for life in followed(world, days)
    )


def pensions(world: World) -> float:
    """Of those about whom it was decided: the share that got a pension."""
    reasons = [
        one.end_reason for life in world.lives for one in life.programmes if one.scheme == "ressourceforloeb"
    ]
    return share(one == "disability-pension" for one in reasons if one in {*TO_WORK, "disability-pension"})


def women(world: World) -> float:
    """The share whose given name is one of the women's, of those whose name tells."""
    origins = (names.OLDER, names.YOUNGER, names.WEST, names.NORTH_ATLANTIC, *names.ELSEWHERE)
    hers = {name for one in origins for name in one.women.split()}
    his = {name for one in origins for name in one.men.split()}
    first = [life.citizen.given_name.split()[0] for life in world.lives]
    return share(name in hers for name in first if (name in hers) != (name in his))


def with_mentor(world: World) -> float:
    return share(
        any(one.part == "mentor" and one.until is None for one in life.responsibilities)
        for life in open_lives(world)
    )


def idle(world: World) -> float:
    """The share of running programmes in which nothing but perhaps a mentor runs today."""
    return share(not _runs(life, world.today) for life in open_lives(world))


def _runs(life: Life, day: date) -> bool:
    mentors = {one.id for one in life.interventions if one.mentor}
    return any(
        row.state == "running" and row.since <= day and (row.until is None or day <= row.until)
        for row in life.stretches
        if row.intervention_id not in mentors
    )
