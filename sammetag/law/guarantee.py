"""Whether something has begun within six months, or the case must go to the rehabilitation team again.

To change the law: add a dated version below and end the one before it, add its number to `guarantee.yaml`,
add its examples to `tests/law/guarantee_examples.yaml`.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from sammetag.law.act_of_2022 import IN_FORCE, NO_NEW_GRANTS, require_covered
from sammetag.law.answer import (
    Answer,
    Asked,
    ChosenBy,
    Confidence,
    Finding,
    Reason,
    ReasonKind,
    Source,
    Topic,
)
from sammetag.law.errors import NotInForce
from sammetag.law.guarantee_facts import (
    STOPS_THE_CLOCK,
    Effort,
    EffortKind,
    GuaranteeFacts,
    Relief,
    ReliefKind,
    last_day_to_begin,
)
from sammetag.law.guarantee_words import (
    BEGAN_BEFORE,
    DEMAND,
    DETAILS_REPEALED,
    EARLY_TEAM,
    EFFORTS,
    GUARANTEE_TITLE,
    MOVED,
    NEVER,
    NOT_IN_PLAN,
    NOTE_2026,
    NOTE_JULY_2026,
    OWED,
    RELIEF_OUTSIDE,
    RELIEF_UNCLEAR,
    RELIEFS,
    RELIEVED,
    RESUBMITTED,
    RUNNING,
    STILL_EXEMPT,
    STOPPED,
    TEAM_NOT_READ,
    TEAM_TASK,
    TOO_LATE,
    days_in_words,
)
from sammetag.law.numbers import number
from sammetag.law.period import DAY, Period, day_after_months
from sammetag.law.programme import require_inside
from sammetag.law.registry import BOOK, Book
from sammetag.law.rule import rule
from sammetag.law.schemes import RESSOURCEFORLOEB, scheme_name

__all__ = [
    "IN_FORCE",
    "Effort",
    "EffortKind",
    "Guarantee",
    "GuaranteeFacts",
    "GuaranteeState",
    "Relief",
    "ReliefKind",
    "guarantee",
]

GUARANTEE = Topic("guarantee", GUARANTEE_TITLE, ChosenBy.DAY, grants=require_covered)
DETAILS = "BEK om rehabiliteringsplan m.v."
DETAILS_OF_2025 = date(2025, 1, 1)
TEAM_MAY_HAVE_ENDED = date(2026, 7, 1)
TEAM_ENDS = Source("LOV 1750/2025", "§ 21", "LOV nr. 1750 af 29. december 2025, BEK 47/2026")


class GuaranteeState(StrEnum):
    """Where the case stands: six months still running, stopped in time or relieved; or passed, and owed.

    OWED: the case must go to the team again. RESUBMITTED: it has.
    """

    RUNNING = "running"
    STOPPED = "stopped"
    RELIEVED = "relieved"
    OWED = "owed"
    RESUBMITTED = "resubmitted"


# Whether the case has to go to the team is not settled, or it has to.
WAITING = (GuaranteeState.RUNNING, GuaranteeState.OWED)


@dataclass(frozen=True, slots=True)
class Guarantee:
    """Until when something must have begun (`last_day` included), what did, and where the case stands.

    `resubmitted_on` is None also where the team had the case before the last day had passed.
    """

    last_day: date
    state: GuaranteeState
    stopped_on: date | None = None
    stopped_by: Effort | None = None
    relieved_by: Relief | None = None
    resubmitted_on: date | None = None


@dataclass(frozen=True, slots=True)
class _Clock:
    """The facts as far as they are known `on` the day asked about, and the six months they give."""

    facts: GuaranteeFacts
    on: date
    months: int
    last_day: date

    @property
    def first_months(self) -> Period:
        return Period(self.facts.starts_on, self.months_end)

    @property
    def months_end(self) -> date:
        return day_after_months(self.facts.starts_on, self.months) - DAY


def guarantee(facts: GuaranteeFacts, on: date, *, book: Book = BOOK) -> Answer[Guarantee]:
    """Say by which day something must have begun, what has, and whether the team must have the case again.

    What happens after `on` is not looked at. The version is that of the day on which the six months are
    judged: `on`, but no later than their last day. Raises UnknownScheme, NotInForce (also OutsideProgramme),
    and NotKnown for programmes granted before 2022.
    Source: LAB § 113, stk. 2; the details BEK 2408/2021 and BEK 1708/2024, §§ 17-19.
    """
    scheme_name(facts.scheme)
    require_inside(Period(facts.starts_on, facts.ends_on), on)
    judged_on = _judged_on(facts, on)
    return book.ask(GUARANTEE, (facts, on), scheme=facts.scheme, granted_on=facts.granted_on, on=judged_on)


@rule(
    GUARANTEE,
    schemes=(RESSOURCEFORLOEB,),
    first=IN_FORCE,
    last=date(2026, 1, 31),
    source=Source("LAB", "§ 113, stk. 2", "LOV 1160/2021, LBK 280/2024"),
    confidence=Confidence.HIGH,
)
def begun_within_six_months(question: tuple[GuaranteeFacts, date], asked: Asked) -> Finding[Guarantee]:
    """Ask for an effort that counts within six months, not counting the days of exemption."""
    facts, on = question
    finding = _finding(facts, on, asked)
    team_is_late = finding.value.state is GuaranteeState.OWED and on >= NO_NEW_GRANTS
    return _with_repeal(finding) if team_is_late else finding


@rule(
    GUARANTEE,
    schemes=(RESSOURCEFORLOEB,),
    first=TEAM_MAY_HAVE_ENDED,
    last=None,
    source=Source("LAB", "§ 113, stk. 2", "LBK 280/2024, jf. LOV 1750/2025 § 21, stk. 8"),
    confidence=Confidence.MEDIUM,
    note=NOTE_JULY_2026,
)
@rule(
    GUARANTEE,
    schemes=(RESSOURCEFORLOEB,),
    first=NO_NEW_GRANTS,
    last=date(2026, 6, 30),
    source=Source("LAB", "§ 113, stk. 2", "LBK 280/2024, jf. LOV 1750/2025 § 21, stk. 8"),
    confidence=Confidence.MEDIUM,
    note=NOTE_2026,
)
def begun_within_six_months_without_details(
    question: tuple[GuaranteeFacts, date], asked: Asked
) -> Finding[Guarantee]:
    """Ask the same of programmes granted before the closing, and warn where repealed details are used."""
    facts, on = question
    finding = _finding(facts, on, asked)
    leans = any(reason.source is not None and reason.source.act == DETAILS for reason in finding.reasons)
    return _with_repeal(finding) if leans else finding


def _finding(facts: GuaranteeFacts, on: date, asked: Asked) -> Finding[Guarantee]:
    GUARANTEE.require_grant(asked.scheme, facts.granted_on)
    clock = _clock(facts, on, asked.on)
    stopped_by, efforts = _efforts(clock, asked)
    relieved_by, reliefs = _reliefs(clock, asked)
    value = _value(clock, stopped_by, relieved_by)
    demand = Reason(DEMAND.filled(last_day=clock.last_day), ReasonKind.RULE, asked.version.source)
    ending = (*_ending(clock, value, asked), *_early_team(clock, value), *_team_not_read(clock, value))
    return Finding(value, (demand, *_moved(clock, asked), *efforts, *reliefs, *ending))


def _with_repeal(finding: Finding[Guarantee]) -> Finding[Guarantee]:
    text, source = DETAILS_REPEALED.filled(since=NO_NEW_GRANTS), _details("§§ 17-19", NO_NEW_GRANTS)
    return Finding(finding.value, (*finding.reasons, Reason(text, ReasonKind.WARNING, source)))


def _judged_on(facts: GuaranteeFacts, on: date) -> date:
    """Give the day that picks the version; never before the rule began where `on` is not."""
    try:
        clock = _clock(facts, on, on)
    except NotInForce:
        return on
    return min(on, max(clock.last_day, IN_FORCE))


def _clock(facts: GuaranteeFacts, on: date, judged_on: date) -> _Clock:
    months = number("guarantee_months", scheme=facts.scheme, on=judged_on).value
    return _Clock(facts, on, months, last_day_to_begin(facts, months, on))


def _efforts(clock: _Clock, asked: Asked) -> tuple[Effort | None, tuple[Reason, ...]]:
    """Find the first effort that counts, and say of every other known one why it does not."""
    stopped_by: Effort | None = None
    reasons: list[Reason] = []
    for effort in sorted(clock.facts.efforts, key=lambda effort: effort.began_on):
        if effort.began_on > clock.on:
            break
        dismissed = _dismissed(effort, clock, asked)
        if dismissed is not None:
            reasons.append(dismissed)
        elif stopped_by is None:
            stopped_by = effort
            text = STOPPED.filled(effort=EFFORTS[effort.kind], day=effort.began_on)
            reasons.append(Reason(text, source=asked.version.source))
    return stopped_by, tuple(reasons)


def _dismissed(effort: Effort, clock: _Clock, asked: Asked) -> Reason | None:
    day, statute, start = effort.began_on, asked.version.source, clock.facts.starts_on
    if effort.kind not in STOPS_THE_CLOCK:
        return Reason(NEVER[effort.kind].filled(day=day), source=statute)
    name = EFFORTS[effort.kind]
    if day < start:
        text = BEGAN_BEFORE.filled(effort=name, day=day, start=start)
        return Reason(text, source=_details("§ 17, stk. 2", asked.on))
    if day > clock.last_day:
        return Reason(TOO_LATE.filled(effort=name, day=day, last_day=clock.last_day), source=statute)
    if not effort.in_plan:
        return Reason(NOT_IN_PLAN.filled(effort=name, day=day), source=_details("§ 17, stk. 2", asked.on))
    return None


def _reliefs(clock: _Clock, asked: Asked) -> tuple[Relief | None, tuple[Reason, ...]]:
    """Find the first circumstance that relieves, and say of every one before it why it does not."""
    reasons: list[Reason] = []
    for relief in sorted(clock.facts.reliefs, key=lambda relief: relief.on):
        if relief.on > clock.on:
            break
        told = {"relief": RELIEFS[relief.kind], "day": relief.on}
        if relief.kind is ReliefKind.SPECIAL_REASONS:
            reasons.append(Reason(RELIEVED.filled(**told), source=asked.version.source))
            return relief, tuple(reasons)
        details = _details("§ 17, stk. 4-6", asked.on)
        if clock.first_months.contains(relief.on):
            reasons.append(Reason(RELIEVED.filled(**told), source=details))
            return relief, tuple(reasons)
        unclear = clock.facts.starts_on <= relief.on <= clock.last_day
        text = (RELIEF_UNCLEAR if unclear else RELIEF_OUTSIDE).filled(months=clock.months, **told)
        reasons.append(Reason(text, ReasonKind.WARNING if unclear else ReasonKind.FACT, details))
    return None, tuple(reasons)


def _value(clock: _Clock, stopped_by: Effort | None, relieved_by: Relief | None) -> Guarantee:
    again = clock.facts.resubmitted_on
    resubmitted_on = again if again is not None and clock.last_day < again <= clock.on else None
    if stopped_by is not None:
        state = GuaranteeState.STOPPED
    elif relieved_by is not None:
        state = GuaranteeState.RELIEVED
    elif clock.on <= clock.last_day:
        state = GuaranteeState.RUNNING
    else:
        state = GuaranteeState.OWED if resubmitted_on is None else GuaranteeState.RESUBMITTED
    stopped_on = None if stopped_by is None else stopped_by.began_on
    return Guarantee(clock.last_day, state, stopped_on, stopped_by, relieved_by, resubmitted_on)


def _moved(clock: _Clock, asked: Asked) -> tuple[Reason, ...]:
    moved = (clock.last_day - clock.months_end).days
    if not moved:
        return ()
    details = _details("§ 17, stk. 3", asked.on)
    exempt = clock.facts.exempt
    lasting = any(period.last is None and period.first <= clock.last_day for period in exempt)
    still = (Reason(STILL_EXEMPT, source=details),) if lasting else ()
    return (Reason(MOVED.filled(days=days_in_words(moved)), source=details), *still)


def _ending(clock: _Clock, value: Guarantee, asked: Asked) -> tuple[Reason, ...]:
    if value.state is GuaranteeState.RUNNING:
        return (Reason(RUNNING.filled(last_day=value.last_day)),)
    if value.state is GuaranteeState.RESUBMITTED:
        return (Reason(RESUBMITTED.filled(day=value.resubmitted_on)),)
    if value.state is GuaranteeState.OWED:
        team = Reason(TEAM_TASK, ReasonKind.RULE, _details("§§ 18-19", clock.on))
        return Reason(OWED, ReasonKind.RULE, asked.version.source), team
    return ()


def _early_team(clock: _Clock, value: Guarantee) -> tuple[Reason, ...]:
    """Warn where the team had the case before the limit, and the case is still open."""
    again = clock.facts.resubmitted_on
    if again is None or again > min(clock.on, clock.last_day) or value.state not in WAITING:
        return ()
    return (Reason(EARLY_TEAM.filled(day=again), ReasonKind.WARNING),)


def _team_not_read(clock: _Clock, value: Guarantee) -> tuple[Reason, ...]:
    """Warn of a team that may be no more, where the case may yet have to go to it."""
    if clock.on < TEAM_MAY_HAVE_ENDED or value.state not in WAITING:
        return ()
    text = TEAM_NOT_READ.filled(since=TEAM_MAY_HAVE_ENDED)
    return (Reason(text, ReasonKind.WARNING, TEAM_ENDS),)


def _details(section: str, day: date) -> Source:
    published = "BEK 2408/2021" if day < DETAILS_OF_2025 else "BEK 1708/2024"
    return Source(DETAILS, section, published)
