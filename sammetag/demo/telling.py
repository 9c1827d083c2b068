"""Turns a story into rows: days counted from today become dates, and each row gets an id that stays."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property
from random import Random
from uuid import NAMESPACE_URL, UUID, uuid5

from sammetag.access.roles import Role
from sammetag.cases.models import Part
from sammetag.demo.edition import EDITION
from sammetag.demo.grants import Terms, terms
from sammetag.demo.staff import STAFF
from sammetag.demo.story import Story
from sammetag.demo.working_days import DAY, open_day
from sammetag.demo.world import CaseRow, CitizenRow, GrantRow, ProgrammeRow, ResponsibilityRow
from sammetag.intake import programmes as door
from sammetag.people.danish import search_key, sort_key


@dataclass(frozen=True)
class Frame:
    """What every part of the telling needs: the day, the seed, and names for rows that never change."""

    today: date
    seed: int

    def id(self, *path: object) -> UUID:
        """The same id for the same thing, whenever this edition of the demo is made."""
        return uuid5(NAMESPACE_URL, f"sammetag/demo/{EDITION}/{self.seed}/" + "/".join(map(str, path)))

    def case_id(self, story: Story) -> UUID:
        """The id of the case, as the door gives it to whatever comes in from outside."""
        known = self._cases.get(story.key)
        if known is None:
            known = self._cases[story.key] = door.case_id_of(self.id(story.place.municipality), story.number)
        return known

    @cached_property
    def _cases(self) -> dict[str, UUID]:
        return {}

    def day(self, offset: int) -> date:
        """The date that lies so many days from today."""
        return self.today + timedelta(days=offset)

    def working(self, offset: int, step: int) -> date:
        """The nearest open day in the direction of `step`, or in the other one where today lies between."""
        day = open_day(self.day(offset), step)
        return day if (day < self.today) == (offset < 0) else open_day(self.day(offset), -step)

    def chance(self, *purpose: object) -> Random:
        """Chance for one citizen and one purpose, so that no other life changes when one does."""
        return Random("/".join(str(part) for part in (self.seed, *purpose)))  # noqa: S311  # invents, hides nothing


def citizen_row(story: Story, frame: Frame) -> CitizenRow:
    """The citizen of a story."""
    name = f"{story.given_name} {story.family_name}"
    return CitizenRow(
        id=door.citizen_id_of(frame.id(story.place.municipality), story.number),
        municipality_id=frame.id(story.place.municipality),
        given_name=story.given_name,
        family_name=story.family_name,
        sort_name=sort_key(name),
        search_name=search_key(name),
        born_on=story.born,
    )


def case_row(story: Story, frame: Frame) -> CaseRow:
    """The case of a story: opened before the first grant, when the preparation began."""
    return CaseRow(
        id=frame.case_id(story),
        municipality_id=frame.id(story.place.municipality),
        unit_id=frame.id(story.place.key),
        number=story.number,
        citizen_id=door.citizen_id_of(frame.id(story.place.municipality), story.number),
        coordinator_id=None if story.deserted is not None else frame.id(story.coordinator),
        opened_on=opened_on(story, frame),
        closed_on=None if story.closed is None else open_day(frame.day(story.closed), -1),
    )


def opened_on(story: Story, frame: Frame) -> date:
    """The day the case was opened."""
    return open_day(all_terms(story, frame)[0].granted_on - story.opened * DAY, -1)


def all_terms(story: Story, frame: Frame) -> list[Terms]:
    """The programmes of a story as the law had them."""
    return [terms(given, frame.today) for given in story.programmes]


def programme_rows(story: Story, frame: Frame) -> tuple[ProgrammeRow, ...]:
    """The programmes; one that has run out its time has ended on its last day."""
    rows, current = [], len(story.programmes) - 1
    municipality = frame.id(story.place.municipality)
    for turn, (given, law) in enumerate(zip(story.programmes, all_terms(story, frame), strict=True)):
        ended = None if given.ended is None else min(frame.day(given.ended), law.granted_until)
        rows.append(
            ProgrammeRow(
                id=door.programme_id_of(municipality, story.number)
                if turn == current
                else frame.id(story.key, "programme", turn),
                case_id=frame.case_id(story),
                scheme=law.scheme,
                team_met_on=open_day(law.granted_on - given.met * DAY, -1),
                granted_on=law.granted_on,
                starts_on=law.starts_on,
                granted_until=law.granted_until,
                ended_on=ended,
                end_reason=given.reason if ended else "",
            )
        )
    return tuple(rows)


def responsibility_rows(
    story: Story, frame: Frame, first: date, closed: date | None
) -> tuple[ResponsibilityRow, ...]:
    """Who played which part: coordinators follow each other without a day between, the others come and go."""
    rows = []
    last = frame.day(story.deserted) if story.deserted is not None else closed
    begins = [first if since is None else frame.day(since) for _, since in story.coordinators]
    for turn, (key, _) in enumerate(story.coordinators):
        until = begins[turn + 1] - DAY if turn + 1 < len(begins) else last
        rows.append(_part(story, frame, (key, Part.COORDINATOR), (begins[turn], until)))
    for one in story.around:
        until = closed if one.until is None else frame.day(one.until)
        if part := STAFF[one.key].part:
            rows.append(_part(story, frame, (one.key, part), (frame.day(one.since), until)))
    return tuple(rows)


def _part(
    story: Story, frame: Frame, played: tuple[str, Part], days: tuple[date, date | None]
) -> ResponsibilityRow:
    key, part = played
    own = frame.id(story.key, "part", part.value, key, (days[0] - frame.today).days)
    now = part is Part.COORDINATOR and days[1] is None
    municipality = frame.id(story.place.municipality)
    return ResponsibilityRow(
        id=door.responsibility_id_of(municipality, story.number, part.value) if now else own,
        case_id=frame.case_id(story),
        staff_id=frame.id(key),
        part=part.value,
        since=days[0],
        until=days[1],
    )


def grant_rows(story: Story, frame: Frame) -> tuple[GrantRow, ...]:
    """Who is let into the case by name: mentors, and the coordinator where no unit's key opens it."""
    entered = [(one.key, Role.MENTOR, frame.day(one.since)) for one in story.around if one.granted]
    if story.restricted:
        entered.append((story.coordinator, Role.COORDINATOR, all_terms(story, frame)[0].granted_on))
    return tuple(
        GrantRow(frame.id(story.key, "grant", key), frame.case_id(story), frame.id(key), role.value, since)
        for key, role, since in entered
    )
