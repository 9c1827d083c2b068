"""Turns a story into rows: days counted from today become dates, and each row gets an id that stays."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from random import Random
from uuid import NAMESPACE_URL, UUID, uuid5

from sammetag.access.roles import Role
from sammetag.cases.models import Part
from sammetag.demo.grants import Terms, terms
from sammetag.demo.people import STAFF
from sammetag.demo.story import Effort, Story
from sammetag.demo.working_days import DAY, open_day
from sammetag.demo.world import (
    CaseRow,
    CitizenRow,
    GrantRow,
    InterventionRow,
    ProgrammeRow,
    ResponsibilityRow,
    StretchRow,
)
from sammetag.people.danish import search_key, sort_key


@dataclass(frozen=True)
class Frame:
    """What every part of the telling needs: the day, the seed, and names for rows that never change."""

    today: date
    seed: int

    def id(self, *path: object) -> UUID:
        """The same id for the same thing, whenever the demo is made."""
        return uuid5(NAMESPACE_URL, "/".join(str(part) for part in ("sammetag", "demo", self.seed, *path)))

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
        id=frame.id(story.key, "citizen"),
        municipality_id=frame.id(story.place.municipality),
        given_name=story.given_name,
        family_name=story.family_name,
        sort_name=sort_key(name),
        search_name=search_key(name),
        born_on=story.born,
    )


def case_row(story: Story, frame: Frame, number: str) -> CaseRow:
    """The case of a story: opened before the first grant, when the preparation began."""
    return CaseRow(
        id=frame.id(story.key),
        municipality_id=frame.id(story.place.municipality),
        unit_id=frame.id(story.place.key),
        number=number,
        citizen_id=frame.id(story.key, "citizen"),
        coordinator_id=frame.id(story.coordinator),
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
    rows = []
    for turn, (given, law) in enumerate(zip(story.programmes, all_terms(story, frame), strict=True)):
        ended = None if given.ended is None else min(frame.day(given.ended), law.granted_until)
        rows.append(
            ProgrammeRow(
                id=frame.id(story.key, "programme", turn),
                case_id=frame.id(story.key),
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
    begins = [first if since is None else frame.day(since) for _, since in story.coordinators]
    for turn, (key, _) in enumerate(story.coordinators):
        until = begins[turn + 1] - DAY if turn + 1 < len(begins) else closed
        rows.append(_part(story, frame, (key, Part.COORDINATOR), (begins[turn], until)))
    for one in story.around:
        until = closed if one.until is None else frame.day(one.until)
        rows.append(_part(story, frame, (one.key, STAFF[one.key].part), (frame.day(one.since), until)))
    return tuple(rows)


def _part(
    story: Story, frame: Frame, played: tuple[str, Part], days: tuple[date, date | None]
) -> ResponsibilityRow:
    key, part = played
    return ResponsibilityRow(
        id=frame.id(story.key, "part", part.value, key, (days[0] - frame.today).days),
        case_id=frame.id(story.key),
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
        GrantRow(frame.id(story.key, "grant", key), frame.id(story.key), frame.id(key), role.value, since)
        for key, role, since in entered
    )


def intervention_rows(story: Story, frame: Frame) -> tuple[InterventionRow, ...]:
    """The interventions; one has ended when its last day is past."""
    return tuple(_intervention(story, frame, turn, effort) for turn, effort in enumerate(story.efforts))


def _intervention(story: Story, frame: Frame, turn: int, effort: Effort) -> InterventionRow:
    ended = frame.working(effort.last, -1) if effort.last is not None and effort.last < 0 else None
    return InterventionRow(
        id=frame.id(story.key, "intervention", turn),
        case_id=frame.id(story.key),
        field=effort.field.value,
        title=effort.title,
        provider=effort.provider,
        hours_per_week=Decimal(effort.hours),
        chapter=effort.chapter,
        company_based=effort.company,
        mentor=effort.mentor,
        recommended_on=None if effort.recommended is None else frame.working(effort.recommended, -1),
        ended_on=ended,
        end_reason=(effort.reason or "completed") if ended else "",
    )


def stretch_rows(story: Story, frame: Frame) -> tuple[StretchRow, ...]:
    """The stretches of all interventions, each until the day before the next one begins."""
    return tuple(
        StretchRow(
            id=frame.id(story.key, "stretch", turn, place),
            case_id=frame.id(story.key),
            intervention_id=frame.id(story.key, "intervention", turn),
            state=spell.state.value,
            since=frame.working(spell.since, 1),
            until=_until(effort, place, frame),
        )
        for turn, effort in enumerate(story.efforts)
        for place, spell in enumerate(effort.spells)
    )


def _until(effort: Effort, place: int, frame: Frame) -> date | None:
    if place + 1 < len(effort.spells):
        return frame.working(effort.spells[place + 1].since, 1) - DAY
    return None if effort.last is None else frame.working(effort.last, -1)
