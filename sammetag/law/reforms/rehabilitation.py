"""DS 2: who may have vocational rehabilitation, and who pays for the education in it.

To change the proposal: change its functions and sentences here, and its examples in
`tests/law/reforms/rehabilitation_examples.yaml`.
"""

from __future__ import annotations

from collections.abc import Hashable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from sammetag.law.answer import Answer, Asked, Book, ChosenBy, Finding, Reason, ReasonKind, Topic
from sammetag.law.benefit_words import kroner
from sammetag.law.case_facts import CaseFacts
from sammetag.law.case_question import CaseQuestion
from sammetag.law.reform import WHOLE, Base, Reform, ReformStatus
from sammetag.law.reforms.by_ds import NOTE_2026, proposal, settled
from sammetag.law.reforms.first_days import JOB_CLARIFICATION_SINCE, SINCE
from sammetag.law.schemes import JOBAFKLARINGSFORLOEB, KONTANTHJAELP, RESSOURCEFORLOEB, REVALIDERING
from sammetag.words import Words, together

TARGET_GROUP = Topic(
    "rehabilitation.target_group",
    Words("målgruppen for revalidering", "the target group of vocational rehabilitation"),
    ChosenBy.DAY,
)
PAYMENT = Topic(
    "rehabilitation.payment",
    Words("betaling for uddannelse i revalidering", "payment for education in vocational rehabilitation"),
    ChosenBy.DAY,
)
SOURCE = proposal("forslag 2")
BEFORE_IT = (KONTANTHJAELP, RESSOURCEFORLOEB, JOBAFKLARINGSFORLOEB)

REFORM = Reform(
    name="ds-2-rehabilitation",
    title=Words("Mere revalidering", "More vocational rehabilitation"),
    what=Words(
        "Revalidering er åben for den, der har nedsat arbejdsevne i sit eget erhverv, men vurderes at kunne "
        "komme i ordinært arbejde, for eksempel i et andet erhverv. Kommunen betaler ikke længere for "
        "uddannelsen.",
        "Vocational rehabilitation is open to a person whose working capacity is reduced in their own trade, "
        "but who is judged able to come to ordinary work, for instance in another trade. The municipality no "
        "longer pays for the education.",
    ),
    source=SOURCE,
    status=ReformStatus.PROPOSED,
    beyond=Words(
        "Sporskiftepuljen, og indsatsen for at flere kender den og bruger revalidering, er ikke regler. "
        "Afgørelserne 227-09 og 208-09 er ikke læst, heller ikke lovteksten før dem. De gengives her, som DS "
        "beskriver dem. DS siger ikke, hvem der ellers er i målgruppen, for eksempel den, der heller ikke "
        "kan arbejde i et andet erhverv. DS nævner, at kommunen også betaler for uddannelse på kontanthjælp, "
        "men foreslår kun en ændring for revalidender.",
        "The funds for changing track (sporskiftepuljen), and the work to make them and vocational "
        "rehabilitation better known, are no rules. Decisions 227-09 and 208-09 have not been read, nor the "
        "text of the act before them. They are given here as DS describes them. DS does not say who else is "
        "in the target group, such as those who cannot work in another trade either. DS mentions that the "
        "municipality pays for education during cash benefit, too, but proposes a change for those in "
        "vocational rehabilitation only.",
    ),
)

DEMAND = Words(
    "Er arbejdsevnen nedsat i det hidtidige erhverv, og vurderes det, at borgeren kan komme i ordinært "
    "arbejde, for eksempel i et andet erhverv, er der mulighed for revalidering. Borgeren behøver ikke være "
    "uarbejdsdygtig i alle erhverv.",
    "Where the working capacity is reduced in the former trade, and the citizen is judged able to come to "
    "ordinary work, for instance in another trade, vocational rehabilitation is open. The citizen need not "
    "be unfit for work in every trade.",
)
NEWLY = Words(
    "Arbejdsevnen er nedsat i borgerens eget erhverv, men borgeren kan arbejde i et andet. Efter praksis i "
    "dag, som DS beskriver den, giver det ikke revalidering. Efter forslaget er borgeren i målgruppen.",
    "The working capacity is reduced in the citizen's own trade, but the citizen can work in another. In "
    "today's practice, as DS describes it, that gives no vocational rehabilitation. Under the proposal the "
    "citizen is in the target group.",
)
NOT_SAID = Words(
    "Arbejdsevnen er nedsat i borgerens eget erhverv, og borgeren kan heller ikke arbejde i et andet. "
    "Forslaget svarer ikke på, om borgeren så er i målgruppen.",
    "The working capacity is reduced in the citizen's own trade, and the citizen cannot work in another "
    "either. The proposal does not answer whether the citizen is in the target group then.",
)
OUTSIDE = Words(
    "Arbejdsevnen er ikke nedsat i borgerens eget erhverv. Forslaget giver da ikke adgang til revalidering.",
    "The working capacity is not reduced in the citizen's own trade. The proposal then gives no way into "
    "vocational rehabilitation.",
)
OWN_UNKNOWN = Words(
    "Det er ikke oplyst, om arbejdsevnen er nedsat i borgerens eget erhverv. Vurdér det først.",
    "Whether the working capacity is reduced in the citizen's own trade is not told. Judge that first.",
)
OTHER_UNKNOWN = Words(
    "Arbejdsevnen er nedsat i borgerens eget erhverv. Det er ikke oplyst, om borgeren kan arbejde i et andet "
    "erhverv. Det afgør, om forslaget åbner for revalidering.",
    "The working capacity is reduced in the citizen's own trade. Whether the citizen can work in another is "
    "not told. That decides whether the proposal opens vocational rehabilitation.",
)
NOT_PAID = Words(
    "Kommunen betaler ikke for uddannelsen til en borger i revalidering. Borgeren stilles som en studerende "
    "på SU, hvis uddannelse staten betaler.",
    "The municipality does not pay for the education of a citizen in vocational rehabilitation. The citizen "
    "is placed as a student with a state grant, whose education the state pays for.",
)
SPARED = Words(
    "Uddannelsen koster {cost}, som kommunen betaler i dag efter betalingsloven og bliver sparet for.",
    "The education costs {cost}, which the municipality pays today under the Payment Act and is spared.",
)
COST_UNKNOWN = Words(
    "Det er ikke oplyst, hvad uddannelsen koster kommunen. Find beløbet i regnskabet.",
    "What the education costs the municipality is not told. Find the amount in the accounts.",
)
NOTE_GROUP = together(
    Words(
        "DS nævner ingen ydelse som betingelse. Derfor spørges der for alle, der ikke allerede er i "
        "revalidering eller i fleksjob.",
        "DS makes no benefit a condition. So the question is asked for everybody who is not already in "
        "vocational rehabilitation or in a flexi-job.",
    ),
    NOTE_2026,
)


class RehabilitationState(StrEnum):
    """How the citizen stands to the target group of the proposal.

    NEWLY_IN: in it, where today's practice says no. NOT_SAID: the proposal does not answer. OUTSIDE, or
    UNKNOWN.
    """

    NEWLY_IN = "newly-in"
    NOT_SAID = "not-said"
    OUTSIDE = "outside"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class RehabilitationFacts:
    """What must be known: whether the working capacity is reduced in the own trade, and fit in another.

    None is not known.
    """

    scheme: str
    reduced_in_own_trade: bool | None
    able_in_other_trade: bool | None


@dataclass(frozen=True, slots=True)
class RehabilitationGroup:
    """How the citizen stands to the target group, and the facts that would settle it."""

    state: RehabilitationState
    lacking: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class PaymentFacts:
    """What the education costs the municipality today, in whole kroner; None is not known.

    Raises ValueError for less than nothing.
    """

    scheme: str
    cost: int | None

    def __post_init__(self) -> None:
        """Refuse a cost below nothing."""
        if self.cost is not None and self.cost < 0:
            raise ValueError(f"the education costs {self.cost} kroner")


@dataclass(frozen=True, slots=True)
class EducationPayment:
    """What the municipality is spared, in whole kroner; None where the cost is not known."""

    spared: int | None
    lacking: tuple[str, ...] = ()


def rehabilitation_group(facts: RehabilitationFacts, on: date, *, book: Book) -> Answer[RehabilitationGroup]:
    """Say whether the citizen is in the target group of vocational rehabilitation, as proposed.

    Raises UnknownScheme, and NotInForce without the reform, before 2013 or for another scheme.
    """
    return book.ask(TARGET_GROUP, facts, scheme=facts.scheme, granted_on=on, on=on)


def education_payment(facts: PaymentFacts, on: date, *, book: Book) -> Answer[EducationPayment]:
    """Say what the municipality is spared for an education in vocational rehabilitation; raises as above."""
    return book.ask(PAYMENT, facts, scheme=facts.scheme, granted_on=on, on=on)


@REFORM.amends(
    TARGET_GROUP,
    part=WHOLE,
    schemes=(JOBAFKLARINGSFORLOEB,),
    first=JOB_CLARIFICATION_SINCE,
    last=None,
    note=NOTE_GROUP,
)
@REFORM.amends(
    TARGET_GROUP,
    part=WHOLE,
    schemes=(KONTANTHJAELP, RESSOURCEFORLOEB),
    first=SINCE,
    last=None,
    note=NOTE_GROUP,
)
def reduced_in_own_trade_and_able_in_another(
    _base: Base[RehabilitationGroup], facts: RehabilitationFacts, asked: Asked
) -> Finding[RehabilitationGroup]:
    """Take in whoever has a reduced working capacity in their own trade, and can work in another."""
    demand = Reason(DEMAND, ReasonKind.RULE, asked.version.source)
    if facts.reduced_in_own_trade is None:
        lacking = RehabilitationGroup(RehabilitationState.UNKNOWN, ("reduced_in_own_trade",))
        return Finding(lacking, (demand, Reason(OWN_UNKNOWN, ReasonKind.WARNING)))
    if not facts.reduced_in_own_trade:
        return Finding(RehabilitationGroup(RehabilitationState.OUTSIDE), (demand, Reason(OUTSIDE)))
    if facts.able_in_other_trade is None:
        lacking = RehabilitationGroup(RehabilitationState.UNKNOWN, ("able_in_other_trade",))
        return Finding(lacking, (demand, Reason(OTHER_UNKNOWN, ReasonKind.WARNING)))
    if facts.able_in_other_trade:
        return Finding(RehabilitationGroup(RehabilitationState.NEWLY_IN), (demand, Reason(NEWLY)))
    silent = Reason(NOT_SAID, ReasonKind.WARNING)
    return Finding(RehabilitationGroup(RehabilitationState.NOT_SAID), (demand, silent))


@REFORM.amends(PAYMENT, part=WHOLE, schemes=(REVALIDERING,), first=SINCE, last=None, note=NOTE_2026)
def not_paid_by_the_municipality(
    _base: Base[EducationPayment], facts: PaymentFacts, asked: Asked
) -> Finding[EducationPayment]:
    """Spare the municipality the whole cost of the education."""
    demand = Reason(NOT_PAID, ReasonKind.RULE, asked.version.source)
    if facts.cost is None:
        lacking = EducationPayment(None, ("rehabilitation_cost",))
        return Finding(lacking, (demand, Reason(COST_UNKNOWN, ReasonKind.WARNING)))
    return Finding(EducationPayment(facts.cost), (demand, Reason(SPARED.filled(cost=kroner(facts.cost)))))


def _ask_group(case: CaseFacts, on: date, book: Book) -> Answer[RehabilitationGroup] | None:
    if case.scheme not in BEFORE_IT:
        return None
    told = case.reform
    facts = RehabilitationFacts(case.scheme, told.reduced_in_own_trade, told.able_in_other_trade)
    return settled(rehabilitation_group(facts, on, book=book))


def _group_gist(value: RehabilitationGroup) -> Hashable:
    if value.state is RehabilitationState.OUTSIDE:
        return False
    return value.state if value.state is RehabilitationState.NEWLY_IN else None


def _group_told(value: RehabilitationGroup) -> Words:
    return {
        RehabilitationState.NEWLY_IN: Words(
            "Borgeren er i målgruppen for revalidering, også til en ny uddannelse.",
            "The citizen is in the target group of vocational rehabilitation, also for a new education.",
        ),
        RehabilitationState.NOT_SAID: NOT_SAID,
        RehabilitationState.OUTSIDE: OUTSIDE,
        RehabilitationState.UNKNOWN: OWN_UNKNOWN,
    }[value.state]


def _ask_payment(case: CaseFacts, on: date, book: Book) -> Answer[EducationPayment] | None:
    if case.scheme != REVALIDERING:
        return None
    facts = PaymentFacts(case.scheme, case.reform.rehabilitation_cost)
    return settled(education_payment(facts, on, book=book))


def _payment_gist(value: EducationPayment) -> Hashable:
    return value.spared if value.spared is None else value.spared or False


def _payment_told(value: EducationPayment) -> Words:
    return COST_UNKNOWN if value.spared is None else SPARED.filled(cost=kroner(value.spared))


REFORM.questions.extend(
    (
        CaseQuestion(TARGET_GROUP, _ask_group, gist=_group_gist, told=_group_told),
        CaseQuestion(PAYMENT, _ask_payment, gist=_payment_gist, told=_payment_told),
    )
)
