"""Turns the talks of all stories into rows: an hour in which all are free, and a form that the law allows."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from functools import cached_property

from sammetag.demo.staff import STAFF
from sammetag.demo.story import Meeting, Story
from sammetag.demo.telling import Frame
from sammetag.demo.work_rows import StretchRow
from sammetag.demo.working_days import HOURS, Diary, moment, open_day
from sammetag.demo.world import ParticipantRow, ProgrammeRow, ResponsibilityRow, TalkRow
from sammetag.interventions.models import State
from sammetag.law import FormFacts, LawError, form_allowed
from sammetag.talks.models import Form, Outcome

# When each talk begins, by story and place in it.
Starts = dict[tuple[str, int], datetime]
MINUTES = {Form.IN_PERSON: 45, Form.PHONE: 20, Form.VIDEO: 30, Form.LETTER: 15}


@dataclass(frozen=True)
class Setting:
    """What a story's talks need to know of its other rows; `chapters` are those of LAB by intervention."""

    story: Story
    programmes: tuple[ProgrammeRow, ...]
    responsibilities: tuple[ResponsibilityRow, ...]
    stretches: tuple[StretchRow, ...]
    chapters: dict[object, int | None]

    @cached_property
    def coordinating(self) -> list[ResponsibilityRow]:
        """Who coordinated, one after the other, as the story names them."""
        return [one for one in self.responsibilities if one.part == "coordinator"]

    def programme(self, day: date) -> ProgrammeRow:
        """The programme of that day: the one begun last, or the first."""
        begun = [one for one in self.programmes if one.starts_on <= day]
        return begun[-1] if begun else self.programmes[0]

    def chapters_on(self, day: date) -> frozenset[int]:
        """The chapters of LAB of the offers that run on that day."""
        return frozenset(
            chapter
            for one in self.stretches
            if one.state == State.RUNNING and one.since <= day and (one.until is None or day <= one.until)
            if (chapter := self.chapters[one.intervention_id]) is not None
        )


class Desk:
    """Keeps the diary of all staff while talks are entered. Talks with an hour of their own come first."""

    def __init__(self, frame: Frame) -> None:
        self.frame = frame
        self.diary = Diary()

    def starts(self, settings: Iterable[Setting]) -> Starts:
        """When each talk begins, by story and place in it."""
        found: Starts = {}
        talks = [(one, turn, talk) for one in settings for turn, talk in enumerate(one.story.meetings)]
        for setting, turn, talk in sorted(talks, key=lambda entry: not entry[2].at):
            found[setting.story.key, turn] = self._start(setting, turn, talk)
        return found

    def _start(self, setting: Setting, turn: int, talk: Meeting) -> datetime:
        day = self.frame.day(talk.day)
        who = (setting.story.key, self.leader(setting, day), *(one for one in talk.who if one in STAFF))
        if talk.at:
            start = moment(day, time.fromisoformat(talk.at))
            if not self.diary.take(who, start, MINUTES[talk.form]):
                raise ValueError(f"{setting.story.key}: somebody is busy at {start}")
            return start
        step = 1 if talk.day > 0 or open_day(day, -1) < setting.programme(day).starts_on else -1
        first = self.frame.chance(setting.story.key, "hour", turn).randrange(len(HOURS))
        return self.diary.find(who, day, step=step, first=first, minutes=MINUTES[Form.IN_PERSON])

    def leader(self, setting: Setting, day: date) -> str:
        """The coordinator of that day; the first one for a talk before anybody was named."""
        turns = [turn for turn, one in enumerate(setting.coordinating) if one.since <= day]
        return setting.story.coordinators[turns[-1] if turns else 0][0]

    def rows(
        self, setting: Setting, starts: Starts
    ) -> tuple[tuple[TalkRow, ...], tuple[ParticipantRow, ...]]:
        """The talks of a story in the order they took place, and who was asked to them."""
        order = sorted(range(len(setting.story.meetings)), key=lambda turn: starts[setting.story.key, turn])
        talks: list[TalkRow] = []
        participants: list[ParticipantRow] = []
        for turn in order:
            first = not any(one.outcome == Outcome.HELD for one in talks)
            talks.append(self._row(setting, turn, starts[setting.story.key, turn], first))
            participants.extend(self._participants(setting.story, turn))
        return tuple(talks), tuple(participants)

    def _row(self, setting: Setting, turn: int, start: datetime, first: bool) -> TalkRow:
        talk, story = setting.story.meetings[turn], setting.story
        form = _lawful(setting, talk.form, start.date(), first)
        return TalkRow(
            id=self.frame.id(story.key, "talk", turn),
            case_id=self.frame.case_id(story),
            leader_id=self.frame.id(self.leader(setting, self.frame.day(talk.day))),
            starts_at=start,
            ends_at=start + timedelta(minutes=MINUTES[form]),
            form=form.value,
            place=(talk.place or story.place.name) if form is Form.IN_PERSON else "",
            outcome=talk.outcome.value,
            by_whom=talk.by.value if talk.by else "",
            reason=talk.reason,
            agenda=talk.agenda,
            notes=talk.notes,
        )

    def _participants(self, story: Story, turn: int) -> list[ParticipantRow]:
        talk = story.meetings[turn]
        return [
            ParticipantRow(
                id=self.frame.id(story.key, "talk", turn, who),
                case_id=self.frame.case_id(story),
                talk_id=self.frame.id(story.key, "talk", turn),
                staff_id=self.frame.id(who) if who in STAFF else None,
                other="" if who in STAFF else who,
                attended=True if talk.outcome is Outcome.HELD else None,
            )
            for who in talk.who
        ]


def _lawful(setting: Setting, wanted: Form, day: date, first: bool) -> Form:
    """The form wanted, where the law allows it that day; in person always counts."""
    programme = setting.programme(day)
    facts = FormFacts(
        scheme=programme.scheme,
        granted_on=programme.granted_on,
        starts_on=min(programme.starts_on, day),
        first_talk=first,
        in_offer_chapters=setting.chapters_on(day),
    )
    try:
        return wanted if form_allowed(facts, wanted.value, day).value else Form.IN_PERSON
    except LawError:
        return Form.IN_PERSON
