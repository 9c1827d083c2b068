"""DS 6: vocational education that gives competence, for people on cash benefit, too.

To change the proposal: change its function and sentences here, and its examples in
`tests/law/reforms/education_examples.yaml`.
"""

from __future__ import annotations

from collections.abc import Hashable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from sammetag.law.answer import Answer, Asked, Book, ChosenBy, Finding, Reason, ReasonKind, Topic
from sammetag.law.case_facts import CaseFacts
from sammetag.law.case_question import CaseQuestion
from sammetag.law.errors import NotKnown
from sammetag.law.reform import WHOLE, Base, Reform, ReformStatus
from sammetag.law.reforms.by_ds import proposal, settled
from sammetag.law.reforms.first_days import SINCE
from sammetag.law.schemes import KONTANTHJAELP
from sammetag.words import Words

EDUCATION = Topic(
    "education.vocational",
    Words("erhvervsuddannelse på kontanthjælp", "vocational education on cash benefit"),
    ChosenBy.DAY,
)

REFORM = Reform(
    name="ds-6-education",
    title=Words("Erhvervsuddannelse på kontanthjælp", "Vocational education on cash benefit"),
    what=Words(
        "Muligheden for kompetencegivende erhvervsuddannelse efter LAB § 22, stk. 4, som loven gav "
        "forsikrede ledige, gælder også på kontanthjælp. Kommunen lægger en plan for uddannelse sammen med "
        "borgeren.",
        "The possibility of a vocational education that gives competence under LAB § 22(4), which the act "
        "gave the insured unemployed, holds on cash benefit, too. The municipality makes a plan for "
        "education together with the citizen.",
    ),
    source=proposal("forslag 6"),
    status=ReformStatus.PROPOSED,
    beyond=Words(
        "Hvad LAB § 22, stk. 4 krævede af forsikrede ledige, er ikke læst: alder, tidligere uddannelse, "
        "længde og betaling vises derfor ikke. Om en uddannelse er relevant for beskæftigelsesmålet, er et "
        "skøn i den enkelte sag. Paragraffen er den, der gjaldt, da DS skrev.",
        "What LAB § 22(4) asked of the insured unemployed has not been read: age, former education, length "
        "and payment are therefore not shown. Whether an education is relevant to the aim of employment is "
        "a judgement in each case. The section is the one in force when DS wrote.",
    ),
)

DEMAND = Words(
    "En borger på kontanthjælp kan få kompetencegivende erhvervsuddannelse på linje med forsikrede ledige. "
    "Kommunen og borgeren lægger en plan for uddannelse, som passer til beskæftigelsesmålet.",
    "A citizen on cash benefit can have a vocational education that gives competence, as the insured "
    "unemployed can. Municipality and citizen make a plan for education that fits the aim of employment.",
)
PLAN = Words(
    "Borgeren har ingen erhvervsuddannelse og ønsker en uddannelse. Læg planen sammen.",
    "The citizen has no vocational education and wishes an education. Make the plan together.",
)
NOT_WANTED = Words(
    "Borgeren ønsker ikke en uddannelse nu. Muligheden er der stadig.",
    "The citizen does not wish an education now. The possibility remains.",
)
WISH_UNKNOWN = Words(
    "Det er ikke oplyst, om borgeren ønsker en uddannelse. Spørg borgeren.",
    "Whether the citizen wishes an education is not told. Ask the citizen.",
)
EDUCATION_UNKNOWN = Words(
    "Det er ikke oplyst, om borgeren har en erhvervsuddannelse.",
    "Whether the citizen has a vocational education is not told.",
)
CONDITIONS_NOT_READ = Words(
    "Borgeren har en erhvervsuddannelse. Om LAB § 22, stk. 4 gav forsikrede ledige en ny, er ikke læst, så "
    "det vides heller ikke på kontanthjælp.",
    "The citizen has a vocational education. Whether LAB § 22(4) gave the insured unemployed a new one has "
    "not been read, so it is not known on cash benefit either.",
)
WARN_CONDITIONS = Words(
    "Hvad loven ellers krævede af forsikrede ledige, er ikke læst. Slå LAB § 22, stk. 4 op, som den var.",
    "What else the act asked of the insured unemployed has not been read. Look up LAB § 22(4) as it was.",
)


class EducationState(StrEnum):
    """Whether a PLAN for education is to be made, the citizen wants none now (NOT_WANTED), or UNKNOWN."""

    PLAN = "plan"
    NOT_WANTED = "not-wanted"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class EducationFacts:
    """What must be known: whether there is a vocational education, and a wish for one; None is not known."""

    scheme: str
    has_vocational_education: bool | None
    wants_education: bool | None


@dataclass(frozen=True, slots=True)
class Education:
    """Whether a plan for education is to be made, and the facts that would settle it."""

    state: EducationState
    lacking: tuple[str, ...] = ()


def vocational_education(facts: EducationFacts, on: date, *, book: Book) -> Answer[Education]:
    """Say whether a plan for vocational education is to be made with a citizen on cash benefit, as proposed.

    Raises UnknownScheme; NotInForce without the reform, before 2013, or for another scheme; NotKnown where
    the citizen has a vocational education and wishes another.
    """
    return book.ask(EDUCATION, facts, scheme=facts.scheme, granted_on=on, on=on)


@REFORM.amends(EDUCATION, part=WHOLE, schemes=(KONTANTHJAELP,), first=SINCE, last=None)
def open_on_cash_benefit(_base: Base[Education], facts: EducationFacts, asked: Asked) -> Finding[Education]:
    """Open the education to people on cash benefit, by a plan made with them."""
    demand = Reason(DEMAND, ReasonKind.RULE, asked.version.source)
    if facts.wants_education is None:
        lacking = Education(EducationState.UNKNOWN, ("wants_education",))
        return Finding(lacking, (demand, Reason(WISH_UNKNOWN, ReasonKind.WARNING)))
    if not facts.wants_education:
        return Finding(Education(EducationState.NOT_WANTED), (demand, Reason(NOT_WANTED)))
    if facts.has_vocational_education is None:
        lacking = Education(EducationState.UNKNOWN, ("has_vocational_education",))
        return Finding(lacking, (demand, Reason(EDUCATION_UNKNOWN, ReasonKind.WARNING)))
    if facts.has_vocational_education:
        raise NotKnown(CONDITIONS_NOT_READ, f"{EDUCATION.name}: LAB § 22(4) was not read")
    reasons = (demand, Reason(PLAN), Reason(WARN_CONDITIONS, ReasonKind.WARNING))
    return Finding(Education(EducationState.PLAN), reasons)


def _ask(case: CaseFacts, on: date, book: Book) -> Answer[Education] | None:
    if case.scheme != KONTANTHJAELP:
        return None
    told = case.reform
    facts = EducationFacts(case.scheme, told.has_vocational_education, told.wants_education)
    return settled(vocational_education(facts, on, book=book))


def _gist(value: Education) -> Hashable:
    return None if value.state is EducationState.UNKNOWN else value.state is EducationState.PLAN


def _told(value: Education) -> Words:
    return {
        EducationState.PLAN: PLAN,
        EducationState.NOT_WANTED: NOT_WANTED,
        EducationState.UNKNOWN: WISH_UNKNOWN,
    }[value.state]


REFORM.questions.append(CaseQuestion(EDUCATION, _ask, gist=_gist, told=_told))
