"""The journal of a life: an event for all that its rows tell, written down the same day or a little later."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, time, timedelta
from uuid import UUID

from sammetag.access.roles import Role
from sammetag.demo.hand_over_history import of_hand_overs
from sammetag.demo.happening import NOON, Happening, on_day
from sammetag.demo.telling import Frame
from sammetag.demo.work_history import of_interventions, of_plan
from sammetag.demo.working_days import DAY, moment, open_day
from sammetag.demo.world import EventRow, Life, TalkRow
from sammetag.journal.models import Precision
from sammetag.talks.models import Outcome
from sammetag.talks.telling import facts

EVENING = time(16)
LAGS = (0, 0, 0, 0, 1, 1, 2, 3)


def with_events(life: Life, frame: Frame, accounts: dict[UUID, UUID]) -> Life:
    """The life with its journal; `accounts` gives the account of each member of staff that has one."""
    now = moment(frame.today, time(0))
    past = sorted((one for one in _all(life, frame) if one.at < now), key=lambda one: (one.at, one.kind))
    events = [_event(life, frame, accounts, one) for one in past]
    return replace(life, events=tuple(events))


def _event(life: Life, frame: Frame, accounts: dict[UUID, UUID], one: Happening) -> EventRow:
    event_id = frame.id(life.key, "event", one.kind, one.subject_id, (one.at.date() - frame.today).days)
    # As good as chance, and much quicker for tens of thousands of events.
    later = open_day(one.at.date() + LAGS[event_id.int % len(LAGS)] * DAY, 1)
    recorded = moment(later, time(15, event_id.int // 8 % 60))
    latest = moment(frame.today - DAY, EVENING)
    return EventRow(
        id=event_id,
        municipality_id=life.case.municipality_id,
        case_id=life.case.id,
        kind=one.kind,
        subject=one.subject,
        subject_id=one.subject_id,
        occurred_at=one.at,
        precision=one.precision.value,
        recorded_at=max(one.at, min(recorded, latest)),
        by=accounts[one.by or _coordinator_on(life, one.at.date())],
        role=(Role.MENTOR if one.by else Role.COORDINATOR).value,
        data=one.data,
    )


def _coordinator_on(life: Life, day: date) -> UUID:
    parts = [one for one in life.responsibilities if one.part == "coordinator"]
    return ([one for one in parts if one.since <= day] or parts[:1])[-1].staff_id


def _all(life: Life, frame: Frame) -> Iterator[Happening]:
    yield from _of_case(life)
    yield from of_hand_overs(life)
    yield from _of_programmes(life)
    yield from of_interventions(life, frame)
    yield from of_plan(life, frame)
    for talk in life.talks:
        yield from _of_talk(life, talk, frame)


def _of_case(life: Life) -> Iterator[Happening]:
    case = life.case
    yield Happening(
        "case.opened", "case", case.id, on_day(case.opened_on), {"opened_on": str(case.opened_on)}
    )
    followers = {(one.taker_id, one.planned_on) for one in life.hand_overs}
    for part in life.responsibilities:
        if part.part in ("coordinator", "mentor") and (part.staff_id, part.since) not in followers:
            told = {"staff": str(part.staff_id), "since": str(part.since)}
            yield Happening(f"{part.part}.assigned", "case", case.id, on_day(part.since), {**told})
    if case.closed_on:
        yield Happening(
            "case.closed", "case", case.id, on_day(case.closed_on), {"closed_on": str(case.closed_on)}
        )


def _of_programmes(life: Life) -> Iterator[Happening]:
    for one in life.programmes:
        told = {
            "scheme": one.scheme,
            "granted_on": str(one.granted_on),
            "starts_on": str(one.starts_on),
            "granted_until": str(one.granted_until),
        }
        if one.team_met_on:
            met = {"met_on": str(one.team_met_on), "recommended": one.scheme}
            yield Happening("team.met", "programme", one.id, on_day(one.team_met_on), {**met})
        yield Happening("programme.granted", "programme", one.id, on_day(one.granted_on), {**told})
        if one.ended_on:
            ending = {"ended_on": str(one.ended_on), "reason": one.end_reason}
            yield Happening("programme.ended", "programme", one.id, on_day(one.ended_on), {**ending})


def _of_talk(life: Life, talk: TalkRow, frame: Frame) -> Iterator[Happening]:
    made = _booked_on(life, talk, frame)
    booking = facts(replace(talk, outcome=Outcome.BOOKED.value, by_whom="", notes=""))
    yield Happening(
        "talk.booked", "talk", talk.id, moment(made, _early(life, talk, frame)), booking, Precision.MINUTE
    )
    if talk.outcome != Outcome.BOOKED:
        when = talk.starts_at
        if talk.outcome == Outcome.CANCELLED:
            when = min(talk.starts_at - timedelta(hours=20), moment(frame.today - DAY, EVENING))
            when = max(when, moment(made, NOON))
        yield Happening(f"talk.{talk.outcome}", "talk", talk.id, when, facts(talk), Precision.MINUTE)


def _booked_on(life: Life, talk: TalkRow, frame: Frame) -> date:
    """The day a talk was agreed: one to three weeks before, yet not before the grant nor ahead of today."""
    yesterday = frame.today - DAY
    ahead = frame.chance(life.key, "booked", talk.id).randrange(6, 22)
    made = open_day(min(talk.starts_at.date() - ahead * DAY, yesterday), -1)
    return max(made, min(life.programmes[0].granted_on, yesterday))


def _early(life: Life, talk: TalkRow, frame: Frame) -> time:
    """An hour before the first talks of the day begin."""
    return time(8, frame.chance(life.key, "early", talk.id).randrange(60))
