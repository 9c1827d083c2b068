"""The demo's two trials as rows: its own, and the one from Copenhagen, taken in with a list."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from hashlib import sha256
from typing import Any
from uuid import UUID

from django.db import models

from sammetag.demo.names import is_woman
from sammetag.demo.telling import Frame
from sammetag.demo.trial_held import SEED, DrawHeld, TrialHeld
from sammetag.demo.trial_told import (
    AMENDED,
    EARLY,
    INTERVIEWS,
    LATE,
    NOTES,
    QUOTATIONS,
    THEORY,
    TITLE,
    context,
    protocol,
)
from sammetag.demo.working_days import moment
from sammetag.demo.world import Life, World
from sammetag.evaluation.trial.eligibility import Condition
from sammetag.evaluation.trial.extract import ContextChange, ElementSeen, Extract, Interviewed, Quotation
from sammetag.evaluation.trial.protocol import Protocol, as_data, fingerprint
from sammetag.keyring.installed import ring
from sammetag.studies import models as rows
from sammetag.studies.actions.draw import age_group
from sammetag.studies.actions.study import PURPOSE
from sammetag.studies.cohort import TRIAL, cohort

RESPONSIBLE, EVALUATOR, WHERE = "susanne.kvist", "ellen.thorsager", "Åbyfjord Kommune"
MORNING, AFTERNOON = time(10), time(14)
# The days of the rounds of interviews in Copenhagen are not printed, only the seasons.
ROUNDS = {"2016": date(2016, 12, 1), "2017": date(2017, 5, 15), "2018": date(2018, 11, 15)}
# More than anybody interviews alone: the group interviews that the municipality had held.
GROUP_FROM = 6
AGREED_AHEAD = timedelta(days=14)


@dataclass(frozen=True)
class Telling:
    """Whose rows they are: the study, and who writes them down when."""

    frame: Frame
    study: UUID
    at: datetime
    rounds: dict[str, date] = field(default_factory=dict)

    def row(self, *path: object, at: datetime | None = None) -> dict[str, Any]:
        """The fields that everything of a study has."""
        return {
            "id": self.frame.id("study", self.study, *path),
            "study_id": self.study,
            "written_at": at or self.at,
            "written_by_id": self.frame.id(RESPONSIBLE),
        }


@dataclass(frozen=True)
class Beside:
    """What is told around a trial."""

    theory: tuple[ElementSeen, ...]
    changes: tuple[ContextChange, ...]
    interviews: tuple[Interviewed, ...]
    quotations: tuple[Quotation, ...] = ()


def study_rows(world: World, frame: Frame) -> Iterator[models.Model]:
    """Everything of both trials, in an order in which each row finds those that it hangs on."""
    yield from _own(world, frame)
    yield from _of_copenhagen(frame)
    for note in NOTES:
        yield rows.MethodNote(
            id=frame.id("note", note.title),
            municipality_id=frame.id(WHERE),
            field=note.field.value,
            title=note.title,
            text=note.text,
            written_at=moment(frame.day(-400), AFTERNOON),
            written_by_id=frame.id(RESPONSIBLE),
        )


def frozen_at(trial: TrialHeld) -> datetime:
    """When the plan of the demo's own trial was frozen: a fortnight before the first draw."""
    return moment(trial.draws[0].on - timedelta(days=14), AFTERNOON)


def closed_at(trial: TrialHeld) -> datetime:
    """When it was closed: two days after the last one that anybody was followed."""
    return moment(trial.until + timedelta(days=2), AFTERNOON)


def _own(world: World, frame: Frame) -> Iterator[models.Model]:
    trial, plan = world.trial, protocol(world.trial.until)
    first = trial.draws[0].on
    rounds = {EARLY: first + timedelta(days=150), LATE: first + timedelta(days=560)}
    telling = Telling(frame, trial.id, frozen_at(trial), rounds)
    yield _study(
        telling,
        TITLE,
        plan,
        commitment=trial.commitment,
        seed=ring().seal(SEED, purpose=PURPOSE, about=str(trial.id)),
        veil=sha256(SEED).digest(),
        revealed=SEED.hex(),
        closed_at=closed_at(trial),
    )
    yield from _members(telling)
    what, why = AMENDED
    yield rows.Amendment(**telling.row("amended", at=moment(rounds[EARLY], MORNING)), what=what, why=why)
    lives = {life.key: life for life in world.lives}
    yield from _draws(telling, trial.draws, lives)
    yield from _astray(telling, trial)
    yield from _around(telling, Beside(THEORY, context(first), INTERVIEWS, QUOTATIONS))


def _of_copenhagen(frame: Frame) -> Iterator[models.Model]:
    """Taken in as it was published, and closed with that: nothing is left to draw or to be blind for."""
    found = cohort()
    at = moment(frame.day(-20), MORNING)
    telling = Telling(frame, frame.id("study", TRIAL), at, ROUNDS)
    yield _study(telling, found.title, found.protocol, closed_at=at, taken_in=True)
    yield from _members(telling)
    yield from _drawn_there(telling, found)
    yield from _around(telling, Beside(found.theory, found.context, found.interviews))


def _study(telling: Telling, title: str, plan: Protocol, **more: Any) -> rows.Study:
    return rows.Study(
        id=telling.study,
        municipality_id=telling.frame.id(WHERE),
        title=title,
        protocol=as_data(plan),
        made_by_id=telling.frame.id(RESPONSIBLE),
        made_at=telling.at - timedelta(days=9),
        frozen_at=telling.at,
        fingerprint=fingerprint(plan),
        version=3,
        **more,
    )


def _members(telling: Telling) -> Iterator[rows.Member]:
    since = telling.at.date() - timedelta(days=9)
    duties = (
        (RESPONSIBLE, rows.Duty.RESPONSIBLE),
        (RESPONSIBLE, rows.Duty.DRAWS),
        (EVALUATOR, rows.Duty.EVALUATES),
    )
    for who, duty in duties:
        yield rows.Member(
            **telling.row(who, duty), staff_id=telling.frame.id(who), duty=duty.value, since=since
        )


def _draws(telling: Telling, draws: Iterable[DrawHeld], lives: dict[str, Life]) -> Iterator[models.Model]:
    for held in draws:
        at = moment(held.on, MORNING)
        made = rows.Draw(
            **telling.row("draw", held.number, at=at),
            number=held.number,
            block=held.block,
            on=held.on,
            listed=len(held.entered) + len(held.refused),
            refused={Condition.LEAST_AGE.key: len(held.refused)} if held.refused else {},
        )
        yield made
        for one in held.entered:
            life = lives[one.key]
            yield rows.Entry(
                **telling.row("entry", one.key, at=at),
                draw_id=made.id,
                case_id=life.case.id,
                programme_id=life.programmes[0].id,
                pseudonym=one.pseudonym,
                arm=one.arm,
                entered_on=held.on,
                age=one.age,
                age_group=age_group(one.age),
                # As a CPR number would tell it; the invented ones are replacement numbers, which do not.
                sex="F" if is_woman(life.citizen.given_name) else "M",
            )


def _astray(telling: Telling, trial: TrialHeld) -> Iterator[rows.Deviation]:
    for turn, one in enumerate(trial.astray):
        yield rows.Deviation(
            **telling.row("deviation", turn, at=moment(one.on, AFTERNOON)),
            kind=one.kind,
            on=one.on,
            draw_id=telling.row("draw", one.number)["id"] if one.number else None,
            entry_id=telling.row("entry", one.key)["id"] if one.key else None,
            received=one.received,
            words=one.words,
        )


def _drawn_there(telling: Telling, found: Extract) -> Iterator[models.Model]:
    for held in found.draws:
        yield rows.Draw(
            **telling.row("draw", held.number),
            number=held.number,
            block=held.block,
            on=held.on,
            listed=held.listed,
            refused=dict(held.refused),
            extra=held.extra,
        )
    for person in found.persons:
        yield rows.Entry(
            **telling.row("entry", person.id),
            draw_id=telling.row("draw", person.draw)["id"],
            pseudonym=person.id,
            arm=person.drawn,
            entered_on=person.entered_on,
            age_group=person.age_group or "",
            sex=person.sex or "",
        )
    for one in found.observations:
        yield rows.TakenIn(
            **telling.row("outcome", one.person, one.outcome),
            entry_id=telling.row("entry", one.person)["id"],
            outcome=one.outcome,
            value=one.value,
            cause=one.cause,
        )
    for turn, deviation in enumerate(found.deviations):
        about = deviation.draw if deviation.person is None else None
        yield rows.Deviation(
            **telling.row("deviation", turn),
            kind=deviation.kind,
            on=deviation.on,
            draw_id=telling.row("draw", about)["id"] if about else None,
            entry_id=telling.row("entry", deviation.person)["id"] if deviation.person else None,
            words=deviation.words,
        )


def _around(telling: Telling, beside: Beside) -> Iterator[models.Model]:
    for position, element in enumerate(beside.theory, start=1):
        yield from _element(telling, position, element)
    for turn, change in enumerate(beside.changes):
        yield rows.ContextChange(
            **telling.row("context", turn),
            since=change.since,
            until=change.until,
            words=change.words,
            arms=list(change.arms),
        )
    held = [one for each in beside.interviews for one in _interviews(telling, each)]
    yield from held
    for turn, said in enumerate(beside.quotations):
        whose = next(
            one
            for one in held
            if (one.role, one.round, one.arm) == (said.role, said.round, said.arm) and one.came
        )
        yield rows.Quotation(
            **telling.row("said", turn), interview_id=whose.id, theme=said.theme, words=said.words
        )


def _element(telling: Telling, position: int, element: ElementSeen) -> Iterator[models.Model]:
    made = rows.Element(
        **telling.row("element", position),
        side=element.side,
        position=position,
        title=element.title,
        assumption=element.assumption,
        indicator=element.indicator or "",
    )
    yield made
    for seen in element.rounds:
        yield rows.Round(
            **telling.row("round", position, seen.round, seen.arm),
            element_id=made.id,
            name=seen.round,
            on=telling.rounds[seen.round],
            arm=seen.arm,
            state=seen.state,
            words=seen.words,
        )


def _interviews(telling: Telling, asked: Interviewed) -> Iterator[rows.Interview]:
    """One row for each person, and one for those whom somebody else had gathered in groups."""
    group = asked.chosen_by == asked.held_by and asked.agreed > GROUP_FROM
    on = telling.rounds[asked.round]
    for turn in range(1 if group else asked.agreed):
        came = asked.held if group else int(turn < asked.held)
        yield rows.Interview(
            **telling.row("interview", asked.role, asked.round, asked.arm, turn),
            role=asked.role,
            round=asked.round,
            arm=asked.arm or "",
            group=group,
            agreed_on=on - AGREED_AHEAD,
            held_on=on,
            persons=asked.agreed if group else 1,
            came=came,
            chosen_by=asked.chosen_by,
            held_by=asked.held_by,
        )
