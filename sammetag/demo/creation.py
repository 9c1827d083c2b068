"""Makes the whole demo for one day, without a database: the same seed and day give the same world."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date
from uuid import UUID

from sammetag.demo.hand_over_telling import hand_over_rows
from sammetag.demo.history import with_events
from sammetag.demo.lives import LIVES
from sammetag.demo.meetings import Desk, Setting, Starts
from sammetag.demo.people import LARGE, PLACES, SMALL, UNIT_FIELD
from sammetag.demo.plan_telling import PlanRows, plan_rows
from sammetag.demo.population import stories
from sammetag.demo.staff import WORKERS, Worker
from sammetag.demo.story import Story
from sammetag.demo.telling import (
    Frame,
    case_row,
    citizen_row,
    grant_rows,
    opened_on,
    programme_rows,
    responsibility_rows,
)
from sammetag.demo.work_telling import (
    answer_rows,
    exemption_rows,
    granted_rows,
    intervention_rows,
    stretch_rows,
)
from sammetag.demo.world import AccountRow, Life, MunicipalityRow, RoleRow, StaffRow, UnitRow, World

SEED = 417
EARLIEST_TODAY = date(2024, 1, 1)
ROLES_SINCE = date(2014, 1, 1)


def create(*, today: date, seed: int = SEED) -> World:
    """The invented municipalities as they stand on a day; ValueError for one before the lives fit the law."""
    if today < EARLIEST_TODAY:
        raise ValueError(f"the demo lives from {EARLIEST_TODAY} on, not on {today}: is the clock right?")
    frame = Frame(today, seed)
    invented, trial = stories(frame, LIVES)
    told = _numbered((*LIVES, *invented), frame)
    return World(
        today=today,
        municipalities=tuple(MunicipalityRow(frame.id(name), name) for name in (LARGE, SMALL)),
        units=tuple(
            UnitRow(frame.id(place.key), frame.id(place.municipality), place.name, UNIT_FIELD.value)
            for place in PLACES
        ),
        accounts=tuple(AccountRow(_account(one, frame), one.key, one.here) for one in WORKERS if one.role),
        staff=tuple(_staff(worker, frame) for worker in WORKERS),
        roles=tuple(_role(worker, frame) for worker in WORKERS if worker.role),
        lives=_lives(told, frame),
        trial=trial,
    )


def _account(worker: Worker, frame: Frame) -> UUID:
    return frame.id(worker.key, "account")


def _staff(worker: Worker, frame: Frame) -> StaffRow:
    return StaffRow(
        id=frame.id(worker.key),
        account_id=_account(worker, frame) if worker.role else None,
        municipality_id=frame.id(worker.municipality),
        unit_id=frame.id(worker.place.key) if worker.place else None,
        name=worker.name,
        workplace=worker.workplace,
    )


def _role(worker: Worker, frame: Frame) -> RoleRow:
    return RoleRow(
        id=frame.id(worker.key, "role"),
        staff_id=frame.id(worker.key),
        role=str(worker.role),
        unit_id=frame.id(worker.place.key) if worker.place else None,
        since=ROLES_SINCE,
        until=None if worker.left is None else frame.day(worker.left),
    )


def _lives(told: tuple[Story, ...], frame: Frame) -> tuple[Life, ...]:
    settings = [_setting(story, frame) for story in told]
    desk = Desk(frame)
    starts = desk.starts(settings)
    accounts = {frame.id(one.key): _account(one, frame) for one in WORKERS if one.role}
    return tuple(with_events(_life(setting, desk, starts), frame, accounts) for setting in settings)


def _life(setting: Setting, desk: Desk, starts: Starts) -> Life:
    story, frame = setting.story, desk.frame
    talks, participants = desk.rows(setting, starts)
    plan: PlanRows = plan_rows(setting, frame)
    return Life(
        key=story.key,
        restricted=story.restricted,
        citizen=citizen_row(story, frame),
        case=case_row(story, frame),
        programmes=setting.programmes,
        responsibilities=setting.responsibilities,
        hand_overs=hand_over_rows(setting, frame),
        plans=plan.plans,
        goals=plan.goals,
        sub_goals=plan.sub_goals,
        wordings=plan.wordings,
        versions=plan.versions,
        ratings=plan.ratings,
        interventions=intervention_rows(story, frame, plan.served(story.plan)),
        stretches=setting.stretches,
        granted=granted_rows(story, frame),
        exemptions=exemption_rows(story, frame),
        answers=answer_rows(story, frame, setting.programmes),
        talks=talks,
        participants=participants,
        grants=grant_rows(story, frame),
    )


def _setting(story: Story, frame: Frame) -> Setting:
    programmes = programme_rows(story, frame)
    closed = case_row(story, frame).closed_on
    chapters: dict[object, int | None] = {
        frame.id(story.key, "intervention", turn): one.chapter for turn, one in enumerate(story.efforts)
    }
    parts = responsibility_rows(story, frame, programmes[0].granted_on, closed)
    return Setting(story, programmes, parts, stretch_rows(story, frame), chapters)


def _numbered(told: Iterable[Story], frame: Frame) -> tuple[Story, ...]:
    """The stories with case numbers that grow through the year in which the cases were opened."""
    return tuple(replace(story, number=number) for story, number in _numbers(told, frame))


def _numbers(told: Iterable[Story], frame: Frame) -> Iterator[tuple[Story, str]]:
    taken: set[tuple[str, str]] = set()
    for story in told:
        opened = opened_on(story, frame)
        running = opened.timetuple().tm_yday * 3 + frame.chance(story.key, "number").randrange(5)
        while (story.place.municipality, f"{opened.year}-{running:04}") in taken:
            running += 1
        number = f"{opened.year}-{running:04}"
        taken.add((story.place.municipality, number))
        yield story, number
