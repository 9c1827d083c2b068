"""DS 7: after a year on cash benefit the working capacity is assessed, and a right to more begins.

To change the proposal: change its functions and sentences here, its number in `assessment_after_a_year.yaml`,
and its examples in `tests/law/reforms/assessment_after_a_year_examples.yaml`.
"""

from __future__ import annotations

from collections.abc import Hashable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from sammetag.law.answer import Answer, Asked, Book, ChosenBy, Finding, Reason, ReasonKind, Topic
from sammetag.law.case_facts import CaseFacts
from sammetag.law.case_question import CaseQuestion, Lacking
from sammetag.law.numbers import number_of_reform
from sammetag.law.period import DAY, Period, day_after_months
from sammetag.law.programme import require_inside
from sammetag.law.reform import WHOLE, Base, Reform, ReformStatus
from sammetag.law.reforms.by_ds import NOTE_2026, proposal, settled
from sammetag.law.reforms.first_days import SINCE
from sammetag.law.schemes import KONTANTHJAELP
from sammetag.words import Words

ASSESSMENT = Topic(
    "capacity.assessment",
    Words(
        "vurdering af arbejdsevnen efter et år på kontanthjælp",
        "the assessment of working capacity after a year on cash benefit",
    ),
    ChosenBy.DAY,
)
PROGRAMME_RIGHT = Topic(
    "capacity.programme_right",
    Words(
        "retten til at blive vurderet til ressourceforløb",
        "the right to be judged for a ressourceforløb",
    ),
    ChosenBy.DAY,
)

REFORM = Reform(
    name="ds-7-assessment-after-a-year",
    title=Words("Vurdering efter et år på kontanthjælp", "An assessment after a year on cash benefit"),
    what=Words(
        "Kommunen skal vurdere arbejdsevnen, senest når borgeren har været et år på kontanthjælp. Er den "
        "truet eller nedsat, skal kommunen tage stilling til revalidering eller til at forelægge sagen for "
        "rehabiliteringsteamet. Efter et sammenhængende år har borgeren ret til at få sagen vurderet til "
        "ressourceforløb.",
        "The municipality must assess the working capacity once the citizen has been on cash benefit for a "
        "year. If it is threatened or reduced, the municipality must decide on vocational rehabilitation or "
        "on bringing the case before the rehabilitation team. After an unbroken year the citizen has a "
        "right to have the case judged for a ressourceforløb.",
    ),
    source=proposal("forslag 7"),
    status=ReformStatus.PROPOSED,
    beyond=Words(
        "Hvordan arbejdsevnen vurderes, og hvad der er bedst for borgeren, er et skøn i den enkelte sag. DS "
        "venter, at målgruppen for ressourceforløb først vokser og siden bliver mindre igen; det er ikke "
        "regnet ud her.",
        "How the working capacity is assessed, and what is best for the citizen, is a judgement in each "
        "case. DS expects the target group of ressourceforløb to grow at first and to even out later; that "
        "is not worked out here.",
    ),
)

DUTY = Words(
    "Kommunen skal vurdere arbejdsevnen, senest når borgeren har været {months} måneder på kontanthjælp, "
    "altså senest {last_day}.",
    "The municipality must assess the working capacity once the citizen has been on cash benefit for "
    "{months} months, that is by {last_day}.",
)
NOT_YET = Words(
    "Borgeren har været på kontanthjælp siden {since}, så året løber til {last_day}.",
    "The citizen has been on cash benefit since {since}, so the year runs until {last_day}.",
)
BROKEN_TIME = Words(
    "Kun den sammenhængende tid er kendt. DS siger ikke, om tidligere tid på kontanthjælp tæller med i "
    "dette år.",
    "Only the unbroken time is known. DS does not say whether earlier time on cash benefit counts in this "
    "year.",
)
OVERDUE = Words(
    "Borgeren har været på kontanthjælp siden {since}, og arbejdsevnen er ikke vurderet i den tid. Vurdér "
    "den nu.",
    "The citizen has been on cash benefit since {since}, and the working capacity has not been assessed in "
    "that time. Assess it now.",
)
NOT_REDUCED = Words(
    "Arbejdsevnen er vurderet {assessed}. Den er hverken truet eller nedsat.",
    "The working capacity was assessed on {assessed}. It is neither threatened nor reduced.",
)
REDUCED = Words(
    "Arbejdsevnen er vurderet {assessed}. Den er truet eller nedsat.",
    "The working capacity was assessed on {assessed}. It is threatened or reduced.",
)
DECIDE = Words(
    "Tag stilling: skal borgeren have revalidering, eller skal rehabiliteringsteamet se på fleksjob, "
    "ressourceforløb eller pension?",
    "Decide: is the citizen to have vocational rehabilitation, or is the rehabilitation team to look at a "
    "flexi-job, a ressourceforløb or a pension?",
)
ASSESSED_UNKNOWN = Words(
    "Borgeren har været på kontanthjælp siden {since}, og året er gået. Det er ikke oplyst, om arbejdsevnen "
    "er vurderet i den tid.",
    "The citizen has been on cash benefit since {since}, and the year has passed. Whether the working "
    "capacity has been assessed in that time is not told.",
)
ASSESSED_LATER = Words(
    "Arbejdsevnen er sidst vurderet {assessed}, efter den dag, der spørges om, og da var året gået. Sagen "
    "fortæller ikke, om der var en vurdering før.",
    "The working capacity was last assessed on {assessed}, after the day asked about, when the year had "
    "passed. Whether there was an assessment before, the case does not tell.",
)
RESULT_UNKNOWN = Words(
    "Arbejdsevnen er vurderet {assessed}. Det er ikke oplyst, om den er truet eller nedsat.",
    "The working capacity was assessed on {assessed}. Whether it is threatened or reduced is not told.",
)
RIGHT = Words(
    "Efter et sammenhængende år ({months} måneder) på kontanthjælp har borgeren ret til at få sagen "
    "vurderet til ressourceforløb.",
    "After an unbroken year ({months} months) on cash benefit the citizen has a right to have the case "
    "judged for a ressourceforløb.",
)
HAS_RIGHT = Words(
    "Borgeren har været på kontanthjælp uden afbrydelse siden {since} og har haft retten siden {begins}. "
    "Fortæl om den.",
    "The citizen has been on cash benefit without a break since {since} and has had the right since "
    "{begins}. Tell of it.",
)
NO_RIGHT_YET = Words(
    "Borgeren har været på kontanthjælp uden afbrydelse siden {since}. Retten begynder {begins}.",
    "The citizen has been on cash benefit without a break since {since}. The right begins on {begins}.",
)


class AssessmentState(StrEnum):
    """How the case stands to the duty to assess.

    NOT_YET: the year is not over. OVERDUE: it is, without an assessment. NOT_REDUCED: assessed, nothing
    follows. DECIDE: found threatened or reduced, so that the municipality must decide. LATER: the last
    assessment lies after the day, and whether there was one before is not told. UNKNOWN.
    """

    NOT_YET = "not-yet"
    OVERDUE = "overdue"
    NOT_REDUCED = "not-reduced"
    DECIDE = "decide"
    LATER = "later"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class AssessmentFacts:
    """What must be known to judge the duty; None is not known.

    `since`: first day of the unbroken time on cash benefit. `assessed_on`: when the working capacity was last
    assessed; a day before `since` means not in this time. `reduced`: it was found threatened or reduced then.
    `assessed`: it has ever been assessed.
    """

    scheme: str
    since: date
    assessed_on: date | None
    reduced: bool | None
    assessed: bool | None = None


@dataclass(frozen=True, slots=True)
class CapacityAssessment:
    """How the case stands, the last day of the year, and the facts that would settle it."""

    state: AssessmentState
    last_day: date
    lacking: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ProgrammeRight:
    """Whether the citizen has the right to be judged for a ressourceforløb, and its first day."""

    holds: bool
    begins: date


def capacity_assessment(facts: AssessmentFacts, on: date, *, book: Book) -> Answer[CapacityAssessment]:
    """Say whether the working capacity must be assessed, and what follows where it has been, as proposed.

    An assessment after `on` is not looked at. Raises UnknownScheme; NotInForce without the reform, before
    2013, or for another scheme than cash benefit; OutsideProgramme before the time on cash benefit begins.
    """
    require_inside(Period(facts.since), on)
    return book.ask(ASSESSMENT, facts, scheme=facts.scheme, granted_on=on, on=on)


def programme_right(since: date, on: date, *, scheme: str, book: Book) -> Answer[ProgrammeRight]:
    """Say whether a citizen who has been on cash benefit without a break has the right; raises as above."""
    require_inside(Period(since), on)
    return book.ask(PROGRAMME_RIGHT, since, scheme=scheme, granted_on=on, on=on)


@REFORM.amends(ASSESSMENT, part=WHOLE, schemes=(KONTANTHJAELP,), first=SINCE, last=None, note=NOTE_2026)
def assessed_within_a_year(
    _base: Base[CapacityAssessment], facts: AssessmentFacts, asked: Asked
) -> Finding[CapacityAssessment]:
    """Ask for an assessment within the year, and for a decision where the capacity is not whole."""
    months = _months(asked)
    last_day = day_after_months(facts.since, months) - DAY
    duty = DUTY.filled(months=months, last_day=last_day)
    assessed_on = facts.assessed_on
    if assessed_on is not None and facts.since <= assessed_on <= asked.on:
        return _assessed(facts.reduced, assessed_on, last_day, asked)
    demand = Reason(duty, ReasonKind.RULE, asked.version.source)
    told = {"since": facts.since, "last_day": last_day}
    if asked.on <= last_day:
        why = (Reason(NOT_YET.filled(**told)), Reason(BROKEN_TIME, ReasonKind.WARNING))
        return Finding(CapacityAssessment(AssessmentState.NOT_YET, last_day), (demand, *why))
    if assessed_on is not None and assessed_on > asked.on:
        later = CapacityAssessment(AssessmentState.LATER, last_day)
        warning = Reason(ASSESSED_LATER.filled(assessed=assessed_on), ReasonKind.WARNING)
        return Finding(later, (demand, warning))
    if assessed_on is None and facts.assessed is not False:
        unknown = CapacityAssessment(AssessmentState.UNKNOWN, last_day, ("capacity_assessed_on",))
        return Finding(unknown, (demand, Reason(ASSESSED_UNKNOWN.filled(**told), ReasonKind.WARNING)))
    overdue = CapacityAssessment(AssessmentState.OVERDUE, last_day)
    return Finding(overdue, (demand, Reason(OVERDUE.filled(**told))))


@REFORM.amends(PROGRAMME_RIGHT, part=WHOLE, schemes=(KONTANTHJAELP,), first=SINCE, last=None, note=NOTE_2026)
def judged_after_an_unbroken_year(
    _base: Base[ProgrammeRight], since: date, asked: Asked
) -> Finding[ProgrammeRight]:
    """Give the right from the day after an unbroken year."""
    months = _months(asked)
    begins = day_after_months(since, months)
    holds = begins <= asked.on
    right = Reason(RIGHT.filled(months=months), ReasonKind.RULE, asked.version.source)
    told = (HAS_RIGHT if holds else NO_RIGHT_YET).filled(since=since, begins=begins)
    return Finding(ProgrammeRight(holds, begins), (right, Reason(told)))


def _assessed(
    reduced: bool | None, assessed_on: date, last_day: date, asked: Asked
) -> Finding[CapacityAssessment]:
    if reduced is None:
        unknown = CapacityAssessment(AssessmentState.UNKNOWN, last_day, ("capacity_reduced",))
        text = RESULT_UNKNOWN.filled(assessed=assessed_on)
        return Finding(unknown, (Reason(text, ReasonKind.WARNING),))
    if not reduced:
        done = CapacityAssessment(AssessmentState.NOT_REDUCED, last_day)
        return Finding(done, (Reason(NOT_REDUCED.filled(assessed=assessed_on)),))
    demand = Reason(DECIDE, ReasonKind.RULE, asked.version.source)
    found = Reason(REDUCED.filled(assessed=assessed_on))
    return Finding(CapacityAssessment(AssessmentState.DECIDE, last_day), (found, demand))


def _months(asked: Asked) -> int:
    return number_of_reform("cash_benefit_year_months", scheme=asked.scheme, on=asked.on).value


def _since(case: CaseFacts) -> date:
    if case.reform.cash_benefit_since is None:
        raise Lacking("reform.cash_benefit_since")
    return case.reform.cash_benefit_since


def _ask_assessment(case: CaseFacts, on: date, book: Book) -> Answer[CapacityAssessment] | None:
    if case.scheme != KONTANTHJAELP:
        return None
    told = case.reform
    facts = AssessmentFacts(
        case.scheme, _since(case), told.capacity_assessed_on, told.capacity_reduced, told.capacity_assessed
    )
    return settled(capacity_assessment(facts, on, book=book))


def _ask_right(case: CaseFacts, on: date, book: Book) -> Answer[ProgrammeRight] | None:
    if case.scheme != KONTANTHJAELP:
        return None
    return programme_right(_since(case), on, scheme=case.scheme, book=book)


def _assessment_gist(value: CapacityAssessment) -> Hashable:
    if value.state in (AssessmentState.UNKNOWN, AssessmentState.LATER):
        return None
    return False if value.state is AssessmentState.NOT_REDUCED else (value.state, value.last_day)


def _assessment_told(value: CapacityAssessment) -> Words:
    return {
        AssessmentState.NOT_YET: Words(
            "Arbejdsevnen skal vurderes senest {last_day}.",
            "The working capacity must be assessed by {last_day}.",
        ).filled(last_day=value.last_day),
        AssessmentState.OVERDUE: Words(
            "Arbejdsevnen skulle være vurderet senest {last_day}. Vurdér den nu.",
            "The working capacity should have been assessed by {last_day}. Assess it now.",
        ).filled(last_day=value.last_day),
        AssessmentState.NOT_REDUCED: Words(
            "Arbejdsevnen er vurderet og hverken truet eller nedsat.",
            "The working capacity has been assessed and is neither threatened nor reduced.",
        ),
        AssessmentState.DECIDE: DECIDE,
        AssessmentState.LATER: Words(
            "Den sidste vurdering af arbejdsevnen ligger efter den dag, der spørges om. Om der var en før, "
            "fortæller sagen ikke.",
            "The last assessment of the working capacity lies after the day asked about. Whether there was "
            "one before, the case does not tell.",
        ),
        AssessmentState.UNKNOWN: Words(
            "Det vides ikke, om arbejdsevnen er vurderet, eller hvad vurderingen viste.",
            "Whether the working capacity has been assessed, or what was found, is not known.",
        ),
    }[value.state]


def _right_gist(value: ProgrammeRight) -> Hashable:
    return value.holds


def _right_told(value: ProgrammeRight) -> Words:
    if value.holds:
        return Words(
            "Borgeren har ret til at få sagen vurderet til ressourceforløb.",
            "The citizen has a right to have the case judged for a ressourceforløb.",
        )
    return Words("Retten begynder {begins}.", "The right begins on {begins}.").filled(begins=value.begins)


REFORM.questions.extend(
    (
        CaseQuestion(ASSESSMENT, _ask_assessment, gist=_assessment_gist, told=_assessment_told),
        CaseQuestion(PROGRAMME_RIGHT, _ask_right, gist=_right_gist, told=_right_told),
    )
)
