"""DS 3, first part: a flexi-job that clarifies the working capacity, granted before it is documented.

To change the proposal: change its functions and sentences here, and its examples in
`tests/law/reforms/flexi_clarification_examples.yaml`.
"""

from __future__ import annotations

from collections.abc import Hashable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from sammetag.law.answer import Answer, Asked, Book, ChosenBy, Finding, Reason, ReasonKind, Topic
from sammetag.law.case_facts import CaseFacts
from sammetag.law.case_question import CaseQuestion
from sammetag.law.half_years import years_in_words
from sammetag.law.numbers import number
from sammetag.law.period import Period, day_after_months
from sammetag.law.programme import require_inside
from sammetag.law.reform import WHOLE, Base, Reform, ReformStatus
from sammetag.law.reforms.by_ds import flexi_job_began, proposal, settled
from sammetag.law.reforms.first_days import JOB_CLARIFICATION_SINCE, SINCE
from sammetag.law.schemes import (
    FLEKSJOB,
    JOBAFKLARINGSFORLOEB,
    KONTANTHJAELP,
    RESSOURCEFORLOEB,
    REVALIDERING,
)
from sammetag.words import Words

CLARIFICATION = Topic(
    "flexi_job.clarification",
    Words("fleksjob som afklaring", "the flexi-job for clarification"),
    ChosenBy.DAY,
)
FOLLOW_UP = Topic(
    "flexi_job.clarification_follow_up",
    Words("opfølgning på et fleksjob som afklaring", "the follow-up of a flexi-job for clarification"),
    ChosenBy.DAY,
)
SOURCE = proposal("forslag 3, fleksjob som afklaring")
BEFORE_IT = (KONTANTHJAELP, REVALIDERING, RESSOURCEFORLOEB, JOBAFKLARINGSFORLOEB)

REFORM = Reform(
    name="ds-3a-flexi-clarification",
    title=Words("Fleksjob som afklaring", "Flexi-job for clarification"),
    what=Words(
        "Et fleksjob kan bevilges på en foreløbig socialfaglig vurdering og lægelige oplysninger, før det er "
        "dokumenteret, at arbejdsevnen er væsentligt og varigt nedsat. Det følges op tidligere end i dag.",
        "A flexi-job can be granted on a preliminary social assessment and medical information, before it is "
        "documented that the working capacity is considerably and permanently reduced. It is followed up "
        "earlier than today.",
    ),
    source=SOURCE,
    status=ReformStatus.PROPOSED,
    beyond=Words(
        "DS siger ikke, hvor meget tidligere der skal følges op, eller hvor mange timer fleksjobbet skal "
        "have. Timerne følger vurderingen og justeres ved opfølgningen. Om vurderingen peger på et "
        "fleksjob, er et skøn i den enkelte sag.",
        "DS does not say how much earlier to follow up, or how many hours the flexi-job is to have. The "
        "hours follow the assessment and are adjusted at the follow-up. Whether the assessment points to a "
        "flexi-job is a judgement in each case.",
    ),
)

DEMAND = Words(
    "Et fleksjob kan bevilges på en foreløbig socialfaglig vurdering og lægelige oplysninger, når det endnu "
    "ikke er dokumenteret, at arbejdsevnen er væsentligt og varigt nedsat.",
    "A flexi-job can be granted on a preliminary social assessment and medical information while it is not "
    "yet documented that the working capacity is considerably and permanently reduced.",
)
HOURS = Words(
    "Timerne fastsættes ud fra vurderingen og justeres, når fleksjobbet følges op.",
    "The hours are set by the assessment and adjusted when the flexi-job is followed up.",
)
POSSIBLE = Words(
    "Arbejdsevnen er ikke dokumenteret endnu, og der ligger en foreløbig vurdering. Peger den på et "
    "fleksjob, kan det bevilges nu.",
    "The working capacity is not documented yet, and a preliminary assessment lies ready. If it points to a "
    "flexi-job, one can be granted now.",
)
ORDINARY = Words(
    "Arbejdsevnen er allerede dokumenteret som væsentligt og varigt nedsat. Så følger et fleksjob de "
    "almindelige regler.",
    "The working capacity is documented already as considerably and permanently reduced. A flexi-job then "
    "follows the ordinary rules.",
)
NO_ASSESSMENT = Words(
    "Der ligger ingen foreløbig socialfaglig vurdering med lægelige oplysninger. Uden den kan fleksjobbet "
    "ikke bevilges som afklaring.",
    "There is no preliminary social assessment with medical information. Without one, the flexi-job cannot "
    "be granted for clarification.",
)
DOCUMENTED_UNKNOWN = Words(
    "Det er ikke oplyst, om arbejdsevnen er dokumenteret som væsentligt og varigt nedsat.",
    "Whether the working capacity is documented as considerably and permanently reduced is not told.",
)
ASSESSMENT_UNKNOWN = Words(
    "Det er ikke oplyst, om der ligger en foreløbig socialfaglig vurdering med lægelige oplysninger.",
    "Whether there is a preliminary social assessment with medical information is not told.",
)
EARLIER = Words(
    "Et fleksjob som afklaring skal følges op tidligere end efter {years}, altså før {before}.",
    "A flexi-job for clarification is to be followed up earlier than after {years}, that is before {before}.",
)
NO_NUMBER = Words(
    "Hvor meget tidligere, siger forslaget ikke. Det må den bestemme, der gennemfører det.",
    "How much earlier, the proposal does not say. Whoever carries it out must decide that.",
)
NOT_DOCUMENTED = Words(
    "Arbejdsevnen er ikke dokumenteret som væsentligt og varigt nedsat, så fleksjobbet er en afklaring.",
    "The working capacity is not documented as considerably and permanently reduced, so the flexi-job is one "
    "for clarification.",
)
NOTE_SCHEMES = Words(
    "DS begrunder forslaget med borgere på kontanthjælp. Selve forslaget nævner ingen ydelse, så der "
    "spørges for alle, der ikke allerede er i fleksjob.",
    "DS gives citizens on cash benefit as the ground. The proposal itself names no benefit, so the question "
    "is asked for everybody who is not already in a flexi-job.",
)


class ClarificationState(StrEnum):
    """What kind of flexi-job the case opens: one for CLARIFICATION, an ORDINARY one, NONE yet, or UNKNOWN.

    NONE: the preliminary assessment is missing.
    """

    CLARIFICATION = "clarification"
    ORDINARY = "ordinary"
    NONE = "none"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class ClarificationFacts:
    """What must be known to grant a flexi-job for clarification; None is not known.

    `capacity_documented`: as considerably and permanently reduced. `preliminary_assessment`: a social one
    with medical information lies ready.
    """

    scheme: str
    capacity_documented: bool | None
    preliminary_assessment: bool | None


@dataclass(frozen=True, slots=True)
class Clarification:
    """What kind of flexi-job the case opens, and the facts that would settle it."""

    state: ClarificationState
    lacking: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class EarlyFollowUpFacts:
    """What must be known of a running flexi-job: its first day, and whether the capacity is documented."""

    scheme: str
    starts_on: date
    capacity_documented: bool | None


@dataclass(frozen=True, slots=True)
class EarlyFollowUp:
    """On which day the follow-up would be too late (`before`); None for an ordinary job, or not known."""

    state: ClarificationState
    before: date | None = None
    lacking: tuple[str, ...] = ()


def flexi_clarification(facts: ClarificationFacts, on: date, *, book: Book) -> Answer[Clarification]:
    """Say whether a flexi-job can be granted for clarification on a day, as proposed.

    Raises UnknownScheme, and NotInForce without the reform, before 2013, or for somebody in a flexi-job.
    """
    return book.ask(CLARIFICATION, facts, scheme=facts.scheme, granted_on=on, on=on)


def early_follow_up(facts: EarlyFollowUpFacts, on: date, *, book: Book) -> Answer[EarlyFollowUp]:
    """Say before which day a flexi-job for clarification is to be followed up, as proposed.

    Raises UnknownScheme, NotInForce (also OutsideProgramme, before the job begins) as the question above.
    """
    require_inside(Period(facts.starts_on), on)
    return book.ask(FOLLOW_UP, facts, scheme=facts.scheme, granted_on=on, on=on)


@REFORM.amends(
    CLARIFICATION,
    part=WHOLE,
    schemes=(JOBAFKLARINGSFORLOEB,),
    first=JOB_CLARIFICATION_SINCE,
    last=None,
    note=NOTE_SCHEMES,
)
@REFORM.amends(
    CLARIFICATION,
    part=WHOLE,
    schemes=(KONTANTHJAELP, REVALIDERING, RESSOURCEFORLOEB),
    first=SINCE,
    last=None,
    note=NOTE_SCHEMES,
)
def granted_on_a_preliminary_assessment(
    _base: Base[Clarification], facts: ClarificationFacts, asked: Asked
) -> Finding[Clarification]:
    """Let the preliminary assessment be enough where the working capacity is not documented yet."""
    demand = Reason(DEMAND, ReasonKind.RULE, asked.version.source)
    if facts.capacity_documented:
        return Finding(Clarification(ClarificationState.ORDINARY), (demand, Reason(ORDINARY)))
    if facts.capacity_documented is None:
        lacking = Clarification(ClarificationState.UNKNOWN, ("capacity_documented",))
        return Finding(lacking, (demand, Reason(DOCUMENTED_UNKNOWN, ReasonKind.WARNING)))
    if facts.preliminary_assessment is None:
        lacking = Clarification(ClarificationState.UNKNOWN, ("preliminary_assessment",))
        return Finding(lacking, (demand, Reason(ASSESSMENT_UNKNOWN, ReasonKind.WARNING)))
    if not facts.preliminary_assessment:
        return Finding(Clarification(ClarificationState.NONE), (demand, Reason(NO_ASSESSMENT)))
    hours = Reason(HOURS, ReasonKind.RULE, asked.version.source)
    return Finding(Clarification(ClarificationState.CLARIFICATION), (demand, Reason(POSSIBLE), hours))


@REFORM.amends(FOLLOW_UP, part=WHOLE, schemes=(FLEKSJOB,), first=SINCE, last=None)
def followed_up_earlier(
    _base: Base[EarlyFollowUp], facts: EarlyFollowUpFacts, asked: Asked
) -> Finding[EarlyFollowUp]:
    """Follow up earlier than the act asks of others; the proposal gives no number."""
    months = number("flexi_job_follow_up_months", scheme=asked.scheme, on=asked.on).value
    before = day_after_months(facts.starts_on, months)
    text = EARLIER.filled(years=years_in_words(months), before=before)
    demand = Reason(text, ReasonKind.RULE, asked.version.source)
    if facts.capacity_documented is None:
        lacking = EarlyFollowUp(ClarificationState.UNKNOWN, lacking=("capacity_documented",))
        return Finding(lacking, (demand, Reason(DOCUMENTED_UNKNOWN, ReasonKind.WARNING)))
    if facts.capacity_documented:
        return Finding(EarlyFollowUp(ClarificationState.ORDINARY), (Reason(ORDINARY),))
    reasons = (demand, Reason(NOT_DOCUMENTED), Reason(NO_NUMBER, ReasonKind.WARNING))
    return Finding(EarlyFollowUp(ClarificationState.CLARIFICATION, before), reasons)


def _ask_clarification(case: CaseFacts, on: date, book: Book) -> Answer[Clarification] | None:
    if case.scheme not in BEFORE_IT:
        return None
    told = case.reform
    facts = ClarificationFacts(case.scheme, told.capacity_documented, told.preliminary_assessment)
    return settled(flexi_clarification(facts, on, book=book))


def _ask_follow_up(case: CaseFacts, on: date, book: Book) -> Answer[EarlyFollowUp] | None:
    if case.scheme != FLEKSJOB:
        return None
    facts = EarlyFollowUpFacts(case.scheme, flexi_job_began(case), case.reform.capacity_documented)
    return settled(early_follow_up(facts, on, book=book))


def _gist(value: Clarification | EarlyFollowUp) -> Hashable:
    if value.state is ClarificationState.UNKNOWN:
        return None
    return value.state is ClarificationState.CLARIFICATION


def _told(value: Clarification) -> Words:
    return {
        ClarificationState.CLARIFICATION: POSSIBLE,
        ClarificationState.ORDINARY: ORDINARY,
        ClarificationState.NONE: NO_ASSESSMENT,
        ClarificationState.UNKNOWN: DOCUMENTED_UNKNOWN,
    }[value.state]


def _follow_up_told(value: EarlyFollowUp) -> Words:
    if value.before is None:
        return ORDINARY if value.state is ClarificationState.ORDINARY else DOCUMENTED_UNKNOWN
    return Words(
        "Fleksjobbet skal følges op før {before}. Hvor længe før, siger forslaget ikke.",
        "The flexi-job is to be followed up before {before}. How long before, the proposal does not say.",
    ).filled(before=value.before)


REFORM.questions.extend(
    (
        CaseQuestion(CLARIFICATION, _ask_clarification, gist=_gist, told=_told),
        CaseQuestion(FOLLOW_UP, _ask_follow_up, gist=_gist, told=_follow_up_told),
    )
)
