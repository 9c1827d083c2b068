"""Makes the whole demo for one day, without a database: the same seed and day give the same world."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from uuid import UUID

from sammetag.demo.history import with_events
from sammetag.demo.invented import stories
from sammetag.demo.lives import LIVES
from sammetag.demo.meetings import Desk, Setting
from sammetag.demo.people import LARGE, PLACES, SMALL, UNIT_FIELD, WORKERS, Worker
from sammetag.demo.story import Story
from sammetag.demo.telling import (
    Frame,
    case_row,
    citizen_row,
    grant_rows,
    intervention_rows,
    opened_on,
    programme_rows,
    responsibility_rows,
    stretch_rows,
)
from sammetag.demo.world import AccountRow, Life, MunicipalityRow, RoleRow, StaffRow, UnitRow, World

SEED = 417
EARLIEST_TODAY = date(2024, 1, 1)
ROLES_SINCE = date(2014, 1, 1)
LEFT = -407


def create(*, today: date, seed: int = SEED) -> World:
    """The invented municipalities as they stand on a day; ValueError for one before the lives fit the law."""
    if today < EARLIEST_TODAY:
        raise ValueError(f"the demo lives from {EARLIEST_TODAY} on, not on {today}: is the clock right?")
    frame = Frame(today, seed)
    told = (*LIVES, *stories(frame))
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
        until=None if worker.here else frame.day(LEFT),
    )


def _lives(told: tuple[Story, ...], frame: Frame) -> tuple[Life, ...]:
    settings = [_setting(story, frame) for story in told]
    desk = Desk(frame)
    starts = desk.starts(settings)
    numbers = _numbers(told, frame)
    accounts = {frame.id(one.key): _account(one, frame) for one in WORKERS if one.role}
    lives = []
    for setting in settings:
        story = setting.story
        talks, participants = desk.rows(setting, starts)
        life = Life(
            key=story.key,
            restricted=story.restricted,
            citizen=citizen_row(story, frame),
            case=case_row(story, frame, numbers[story.key]),
            programmes=setting.programmes,
            responsibilities=setting.responsibilities,
            interventions=intervention_rows(story, frame),
            stretches=setting.stretches,
            talks=talks,
            participants=participants,
            grants=grant_rows(story, frame),
        )
        lives.append(with_events(life, frame, accounts))
    return tuple(lives)


def _setting(story: Story, frame: Frame) -> Setting:
    programmes = programme_rows(story, frame)
    closed = case_row(story, frame, "").closed_on
    chapters: dict[object, int | None] = {one.id: one.chapter for one in intervention_rows(story, frame)}
    parts = responsibility_rows(story, frame, programmes[0].granted_on, closed)
    return Setting(story, programmes, parts, stretch_rows(story, frame), chapters)


def _numbers(told: Iterable[Story], frame: Frame) -> dict[str, str]:
    """Case numbers that grow through the year in which the cases were opened, once in each municipality."""
    taken: set[tuple[str, str]] = set()
    numbers: dict[str, str] = {}
    for story in told:
        opened = opened_on(story, frame)
        running = opened.timetuple().tm_yday + frame.chance(story.key, "number").randrange(5)
        while (story.place.municipality, f"{opened.year}-{running:04}") in taken:
            running += 1
        numbers[story.key] = f"{opened.year}-{running:04}"
        taken.add((story.place.municipality, numbers[story.key]))
    return numbers
