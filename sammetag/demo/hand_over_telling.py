"""Turns the changes of coordinator into hand-overs: what went along, agreed in good time or not, and read."""

from __future__ import annotations

from datetime import time
from itertools import pairwise
from random import Random

from sammetag.cases.models import HandOverState, Manner
from sammetag.demo.meetings import Setting
from sammetag.demo.telling import Frame
from sammetag.demo.work_rows import HandOverRow
from sammetag.demo.working_days import DAY, moment, open_day
from sammetag.demo.world import ResponsibilityRow

SUDDEN = 0.25
NOT_READ_SINCE, NOT_READ = 50, 0.4
NOTES = (
    "Planen passer. Næste samtale er aftalt, og dagsordenen er skrevet.",
    "Ring først, breve bliver ikke åbnet. Mødes helst om formiddagen.",
    "Det vigtigste lige nu er at holde fast i dagene. Timerne kan vente.",
    "Pårørende må ringes op; samtykket ligger på sagen. Skiftet er fortalt ansigt til ansigt.",
    "To ting er lovet og ikke gjort endnu: et opkald til lægen og et svar om transport.",
    "Der er brug for ro. Begynd ikke noget nyt den første måned.",
    "God kontakt med stedet, der er i gang. Navn og nummer står i seneste notat.",
)
# Changes that are agreed and still to come: whose case goes to whom, in how many days.
UNDER_WAY = {
    "pernille.trans-2": ("maria.noerskov", 9),
    "ole.broendum-5": ("mehmet.aksoy", 16),
    "anders.bruun-7": ("gudrun.joensen", 12),
}
WHY_LEFT = "Flyttet til andre opgaver i huset; en efterfølger er ikke fundet endnu"
WHY_SUDDEN = ("Sygemelding", "Nye opgaver fra den ene uge til den anden", "Orlov")


def hand_over_rows(setting: Setting, frame: Frame) -> tuple[HandOverRow, ...]:
    """One for each change of coordinator, and for a case that was left without one."""
    parts = setting.coordinating
    rows = [_change(setting, frame, turn, both) for turn, both in enumerate(pairwise(parts))]
    if setting.story.key in UNDER_WAY:
        rows.append(_under_way(setting, frame, parts[-1]))
    if setting.story.deserted is not None:
        rows.append(_left(setting, frame, parts[-1]))
    return tuple(rows)


def _change(
    setting: Setting, frame: Frame, turn: int, both: tuple[ResponsibilityRow, ResponsibilityRow]
) -> HandOverRow:
    giver, taker = both
    chance: Random = frame.chance(setting.story.key, "hand-over", turn)
    sudden = chance.random() < SUDDEN
    agreed = open_day(taker.since - (1 if sudden else chance.randrange(9, 24)) * DAY, -1)
    read = open_day(taker.since + chance.randrange(0, 4) * DAY, 1)
    recent = (frame.today - taker.since).days < NOT_READ_SINCE
    unread = read >= frame.today or (recent and chance.random() < NOT_READ)
    return HandOverRow(
        id=frame.id(setting.story.key, "hand-over", turn),
        case_id=taker.case_id,
        giver_id=giver.staff_id,
        taker_id=taker.staff_id,
        manner=(Manner.SUDDEN if sudden else Manner.PLANNED).value,
        state=(HandOverState.CARRIED_OUT if unread else HandOverState.TAKEN_UP).value,
        planned_on=taker.since,
        citizen_told=not sudden or chance.random() < 0.5,
        notes="" if sudden and chance.random() < 0.4 else chance.choice(NOTES),
        notes_by_id=giver.staff_id,
        reason=chance.choice(WHY_SUDDEN) if sudden else "",
        agreed_by_id=giver.staff_id,
        agreed_at=moment(agreed, time(14, 5)),
        closed_by_id=giver.staff_id,
        closed_at=moment(max(agreed, min(taker.since, frame.today - DAY)), time(15, 10)),
        taken_up_at=None if unread else moment(read, time(15, 40)),
    )


def _under_way(setting: Setting, frame: Frame, giver: ResponsibilityRow) -> HandOverRow:
    taker, days = UNDER_WAY[setting.story.key]
    at = moment(open_day(frame.day(-3), -1), time(14, 30))
    return HandOverRow(
        id=frame.id(setting.story.key, "under way"),
        case_id=giver.case_id,
        giver_id=giver.staff_id,
        taker_id=frame.id(taker),
        manner=Manner.PLANNED.value,
        state=HandOverState.AGREED.value,
        planned_on=open_day(frame.day(days), 1),
        citizen_told=True,
        notes=frame.chance(setting.story.key, "under way").choice(NOTES),
        notes_by_id=giver.staff_id,
        reason="",
        agreed_by_id=giver.staff_id,
        agreed_at=at,
        closed_by_id=None,
        closed_at=None,
        taken_up_at=None,
    )


def _left(setting: Setting, frame: Frame, last: ResponsibilityRow) -> HandOverRow:
    day = (last.until or frame.today - DAY) + DAY
    at = moment(open_day(day - DAY, -1), time(15, 20))
    return HandOverRow(
        id=frame.id(setting.story.key, "left"),
        case_id=last.case_id,
        giver_id=last.staff_id,
        taker_id=None,
        manner=Manner.LEFT.value,
        state=HandOverState.CARRIED_OUT.value,
        planned_on=day,
        citizen_told=True,
        notes="Der er brug for en ny koordinator hurtigt. Næste samtale er ikke aftalt.",
        notes_by_id=last.staff_id,
        reason=WHY_LEFT,
        agreed_by_id=last.staff_id,
        agreed_at=at,
        closed_by_id=last.staff_id,
        closed_at=at,
        taken_up_at=None,
    )
