"""Turns what was done in a story into rows: interventions and their days, mentors' periods, the guarantee."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from uuid import UUID

from sammetag.demo.story import Effort, Story
from sammetag.demo.telling import Frame
from sammetag.demo.work_rows import (
    ExemptionRow,
    GrantedPeriodRow,
    GuaranteeAnswerRow,
    InterventionRow,
    StretchRow,
)
from sammetag.demo.working_days import DAY
from sammetag.demo.world import ProgrammeRow
from sammetag.interventions.models import Ending, State
from sammetag.law import months_from

MENTOR_MONTHS = 6


def intervention_rows(story: Story, frame: Frame, served: dict[int, UUID]) -> tuple[InterventionRow, ...]:
    """The interventions; one has ended when its last day is past. `served` are sub-goals by effort."""
    return tuple(_intervention(story, frame, turn, served.get(turn)) for turn in range(len(story.efforts)))


def _intervention(story: Story, frame: Frame, turn: int, sub_goal: UUID | None) -> InterventionRow:
    effort = story.efforts[turn]
    past = effort.last is not None and effort.last < 0 and not effort.overdue
    ended = frame.working(effort.last, -1) if past and effort.last is not None else None
    return InterventionRow(
        id=frame.id(story.key, "intervention", turn),
        case_id=frame.case_id(story),
        field=effort.field.value,
        title=effort.title,
        provider=effort.provider,
        hours_per_week=Decimal(effort.hours),
        chapter=effort.chapter,
        company_based=effort.company,
        mentor=effort.mentor,
        sub_goal_id=sub_goal,
        recommended_on=None if effort.recommended is None else frame.working(effort.recommended, -1),
        ended_on=ended,
        ending=_ending(effort).value if ended else "",
        end_reason=effort.why.value if ended and effort.why else "",
        end_words=effort.words if ended else "",
    )


def _ending(effort: Effort) -> Ending:
    if effort.why is None:
        return Ending.COMPLETED
    ran = any(spell.state is State.RUNNING for spell in effort.spells)
    return Ending.BROKEN_OFF if ran else Ending.NOT_BEGUN


def stretch_rows(story: Story, frame: Frame) -> tuple[StretchRow, ...]:
    """The stretches of all interventions, each until the day before the next one begins."""
    return tuple(
        StretchRow(
            id=frame.id(story.key, "stretch", turn, place),
            case_id=frame.case_id(story),
            intervention_id=frame.id(story.key, "intervention", turn),
            state=spell.state.value,
            since=frame.working(spell.since, 1),
            until=_until(effort, place, frame),
            hours_per_week=Decimal(spell.hours) if spell.hours else None,
            reason=spell.reason,
        )
        for turn, effort in enumerate(story.efforts)
        for place, spell in enumerate(effort.spells)
    )


def _until(effort: Effort, place: int, frame: Frame) -> date | None:
    if place + 1 < len(effort.spells):
        return frame.working(effort.spells[place + 1].since, 1) - DAY
    return None if effort.last is None else frame.working(effort.last, -1)


def granted_rows(story: Story, frame: Frame) -> tuple[GrantedPeriodRow, ...]:
    """The periods for which mentors were granted, each at most six months, one after the other."""
    return tuple(
        GrantedPeriodRow(
            id=frame.id(story.key, "granted", turn, place),
            case_id=frame.case_id(story),
            intervention_id=frame.id(story.key, "intervention", turn),
            since=since,
            until=until,
        )
        for turn, effort in enumerate(story.efforts)
        if effort.mentor
        for place, (since, until) in enumerate(_granted(effort, frame))
    )


def _granted(effort: Effort, frame: Frame) -> list[tuple[date, date]]:
    if effort.granted:
        return [(frame.day(since), frame.day(until)) for since, until in effort.granted]
    run = [frame.working(spell.since, 1) for spell in effort.spells if spell.state is State.RUNNING]
    if not run or effort.last is None:
        return []
    longest = months_from(run[0], MENTOR_MONTHS).last
    last = frame.working(effort.last, -1)
    return [(run[0], min(longest or last, last))]


def exemption_rows(story: Story, frame: Frame) -> tuple[ExemptionRow, ...]:
    """The periods in which the citizen need not be available."""
    return tuple(
        ExemptionRow(
            id=frame.id(story.key, "exemption", turn),
            case_id=frame.case_id(story),
            since=frame.working(since, 1),
            until=None if until is None else frame.working(until, -1),
            reason=reason,
        )
        for turn, (since, until, reason) in enumerate(story.exempt)
    )


def answer_rows(
    story: Story, frame: Frame, programmes: tuple[ProgrammeRow, ...]
) -> tuple[GuaranteeAnswerRow, ...]:
    """What was done where nothing had begun in time."""
    if story.answer is None:
        return ()
    day, reasons = story.answer
    return (
        GuaranteeAnswerRow(
            id=frame.id(story.key, "answer"),
            case_id=frame.case_id(story),
            programme_id=programmes[-1].id,
            resubmitted=not reasons,
            answered_on=frame.working(day, -1),
            reason=reasons,
        ),
    )
