"""Turns the plan of a story into rows: what it says now, every wording it had, its versions and ratings."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time
from typing import Any
from uuid import UUID

from sammetag.demo.meetings import Setting
from sammetag.demo.plan_story import Aim, Mark, PlanTold, SubAim, Wish
from sammetag.demo.telling import Frame
from sammetag.demo.work_rows import GoalRow, PlanRow, PlanVersionRow, RatingRow, SubGoalRow, WordingRow
from sammetag.demo.working_days import DAY, moment, open_day
from sammetag.intake import programmes as door
from sammetag.law import months_from
from sammetag.plan.models import Step, Voice
from sammetag.plan.texts import GoalText, JobGoalText, SubGoalText, plain

FIXED_MONTHS = 6


@dataclass(frozen=True)
class PlanRows:
    """All rows of one plan, and which sub-goal each effort of the story leads to."""

    plans: tuple[PlanRow, ...] = ()
    goals: tuple[GoalRow, ...] = ()
    sub_goals: tuple[SubGoalRow, ...] = ()
    wordings: tuple[WordingRow, ...] = ()
    versions: tuple[PlanVersionRow, ...] = ()
    ratings: tuple[RatingRow, ...] = ()

    def served(self, told: PlanTold | None) -> dict[int, UUID]:
        """The sub-goal of each effort, by the effort's place in the story."""
        if told is None:
            return {}
        steps = [step for aim in told.aims for step in aim.steps]
        return {turn: row.id for row, step in zip(self.sub_goals, steps, strict=True) for turn in step.serves}


def plan_rows(setting: Setting, frame: Frame) -> PlanRows:
    """The plan of a story; nothing where it has none yet."""
    told = setting.story.plan
    return PlanRows() if told is None else _Writer(setting, told, frame).rows()


class _Writer:
    """Writes one plan: knows who coordinated on a day, and what stood in the plan on it."""

    def __init__(self, setting: Setting, told: PlanTold, frame: Frame) -> None:
        story = setting.story
        self.story, self.told, self.frame = story, told, frame
        self.case_id = frame.case_id(story)
        municipality = frame.id(story.place.municipality)
        self.id = door.plan_id_of(municipality, story.number)
        # By what each is in memory: to compare goals and sub-goals by what they say would take long.
        self.ids = {
            id(aim): door.goal_id_of(municipality, story.number, aim.title, aim.field) for aim in told.aims
        }
        self.step_ids = {
            id(step): door.sub_goal_id_of(self.ids[id(aim)], step.title)
            for aim in told.aims
            for step in aim.steps
        }
        self.texts: dict[tuple[int, int], tuple[SubGoalText, dict[str, str | None]]] = {}
        self.last = setting.programmes[-1].last_day
        self.first = setting.programmes[0].granted_on
        self.coordinators = [one for one in setting.responsibilities if one.part == "coordinator"]
        self.mentors = [one.staff_id for one in setting.responsibilities if one.part == "mentor"]

    def rows(self) -> PlanRows:
        last = self.told.wishes[-1]
        plan = PlanRow(
            self.id,
            self.case_id,
            last.text,
            last.voice.value,
            *self._signed(last.day),
            version=len(self.told.wishes),
        )
        return PlanRows(
            plans=(plan,),
            goals=tuple(self._goal(place, aim) for place, aim in enumerate(self.told.aims)),
            sub_goals=tuple(self._sub_goal(aim, step) for aim in self.told.aims for step in aim.steps),
            wordings=tuple(self._wordings()),
            versions=tuple(self._version(turn) for turn in range(len(self.told.rounds))),
            ratings=tuple(self._ratings()),
        )

    def day(self, offset: int) -> date:
        """An open day on or before the offset; never before the grant, nor today."""
        return min(max(open_day(self.frame.day(offset), -1), self.first), self.frame.today - DAY)

    def _signed(self, offset: int) -> tuple[UUID, datetime]:
        day = self.day(offset)
        on = [one for one in self.coordinators if one.since <= day] or self.coordinators[:1]
        return on[-1].staff_id, moment(day, time(14, 20 + day.day))

    def _goal(self, place: int, aim: Aim) -> GoalRow:
        return GoalRow(
            self.ids[id(aim)],
            self.case_id,
            self.id,
            aim.title,
            aim.field.value,
            place,
            aim.voice.value,
            *self._signed(aim.day),
        )

    def _sub_goal(self, aim: Aim, step: SubAim) -> SubGoalRow:
        text, _plain = self._text(step, len(step.marks))
        by, at = self._signed(step.marks[-1].day if step.marks else step.day)
        return SubGoalRow(
            id=self.step_ids[id(step)],
            case_id=self.case_id,
            goal_id=self.ids[id(aim)],
            title=text.title,
            begins_on=text.begins_on,
            due_on=text.due_on,
            achievement=text.achievement.value,
            achieved_on=text.achieved_on,
            reason=text.reason,
            words_of=text.words_of.value,
            written_by_id=by,
            written_at=at,
            version=1 + len(step.marks),
        )

    def _text(self, step: SubAim, marks: int) -> tuple[SubGoalText, dict[str, str | None]]:
        """What a sub-goal said after so many marks, and the same as it is kept."""
        known = id(step), marks
        if known not in self.texts:
            text = self._text_anew(step, step.marks[:marks])
            self.texts[known] = text, plain(text)
        return self.texts[known]

    def _text_anew(self, step: SubAim, marks: tuple[Mark, ...]) -> SubGoalText:
        due = min(self.frame.day(step.due), self.last)
        begins = None if step.begins is None else min(self.frame.day(step.begins), due)
        if not marks:
            return SubGoalText(step.title, due, begins, step.voice)
        mark = marks[-1]
        return SubGoalText(
            step.title, due, begins, step.voice, mark.achievement, self.day(mark.day), mark.reason
        )

    def _wordings(self) -> Iterator[WordingRow]:
        for turn, wish in enumerate(self.told.wishes):
            fields = plain(JobGoalText(wish.text, wish.voice))
            yield self._wording(("job-goal", self.id), wish.day, fields, turn + 1)
        for aim in self.told.aims:
            fields = plain(GoalText(aim.title, aim.field, aim.voice))
            yield self._wording(("goal", self.ids[id(aim)]), aim.day, fields, 1)
            for step in aim.steps:
                for turn, day in enumerate((step.day, *(mark.day for mark in step.marks))):
                    _text, fields = self._text(step, turn)
                    yield self._wording(("sub-goal", self.step_ids[id(step)]), day, fields, turn + 1)

    def _wording(
        self, about: tuple[str, UUID], day: int, fields: dict[str, str | None], version: int
    ) -> WordingRow:
        subject, subject_id = about
        return WordingRow(
            self.frame.id(subject_id, "wording", version),
            self.case_id,
            subject,
            subject_id,
            fields | {"version": version},
            str(fields["words_of"]),
            *self._signed(day),
        )

    def _version(self, turn: int) -> PlanVersionRow:
        told = self.told.rounds[turn]
        agreed = None if told.agreed is None else self.day(told.agreed)
        by, _at = self._signed(told.proposed)
        return PlanVersionRow(
            id=self.frame.id(self.story.key, "version", turn),
            case_id=self.case_id,
            plan_id=self.id,
            number=turn + 1,
            step=self._step(turn).value,
            proposed_content=self._picture(told.proposed),
            agreed_content=None if told.agreed is None else self._picture(told.agreed),
            proposed_on=self.day(told.proposed),
            answer_by=None if told.home_until is None else self.frame.day(told.home_until),
            agreed_on=agreed,
            fixed_until=self._fixed_until(turn, agreed) if agreed else None,
            disagreement=told.disagreement,
            made_by_id=by,
        )

    def _step(self, turn: int) -> Step:
        told = self.told.rounds[turn]
        if told.agreed is not None:
            return Step.AGREED
        if turn + 1 < len(self.told.rounds):
            return Step.WITHDRAWN
        return Step.TAKEN_HOME if told.home_until is not None else Step.PROPOSED

    def _fixed_until(self, turn: int, agreed: date) -> date:
        more = self.frame.chance(self.story.key, "fixed", turn).randrange(0, 40)
        promised = months_from(agreed, FIXED_MONTHS).last or self.last
        return min(promised + more * DAY, self.last)

    def _picture(self, day: int) -> dict[str, Any]:
        """What the plan said on a day, as the plan's own pictures have it."""
        wish = self._wish_on(day)
        goals = [
            {
                "id": str(self.ids[id(aim)]),
                **plain(GoalText(aim.title, aim.field, aim.voice)),
                "sub_goals": self._steps_on(aim, day),
            }
            for aim in self.told.aims
            if aim.day <= day
        ]
        job_goal = plain(JobGoalText(wish.text, wish.voice)) if wish else {"job_goal": "", "words_of": ""}
        return {"job_goal": job_goal, "goals": goals}

    def _wish_on(self, day: int) -> Wish | None:
        wished = [wish for wish in self.told.wishes if wish.day <= day]
        return wished[-1] if wished else None

    def _steps_on(self, aim: Aim, day: int) -> list[dict[str, str | None]]:
        kept: list[dict[str, str | None]] = [
            {"id": str(self.step_ids[id(step)]), **self._text(step, _marks_on(step, day))[1]}
            for step in aim.steps
            if step.day <= day
        ]
        return sorted(kept, key=lambda one: (one["due_on"], one["id"]))

    def _ratings(self) -> Iterator[RatingRow]:
        for one in self.told.opinions:
            by, at = self._signed(one.day)
            if one.voice is Voice.MENTOR:
                by = self.mentors[-1]
            yield RatingRow(
                id=self.frame.id(self.story.key, "rating", one.day, one.voice.value, one.about.value),
                case_id=self.case_id,
                plan_id=self.id,
                about=one.about.value,
                voice=one.voice.value,
                value=one.value,
                rated_on=self.day(one.day),
                written_by_id=by,
                written_at=at,
            )


def _marks_on(step: SubAim, day: int) -> int:
    """How many marks a sub-goal had on a day."""
    return sum(mark.day <= day for mark in step.marks)
