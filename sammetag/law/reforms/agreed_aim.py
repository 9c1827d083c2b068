"""DS 5: citizen, jobcentre and company agree on what an internship is to lead to, and it is followed up.

To change the proposal: change its functions and sentences here, and its examples in
`tests/law/reforms/agreed_aim_examples.yaml`.
"""

from __future__ import annotations

from collections.abc import Hashable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from sammetag.law.answer import Answer, Asked, Book, ChosenBy, Finding, Reason, ReasonKind, Topic
from sammetag.law.case_facts import CaseFacts
from sammetag.law.case_question import CaseQuestion, Lacking
from sammetag.law.reform import WHOLE, Base, Reform, ReformStatus
from sammetag.law.reforms.by_ds import proposal
from sammetag.law.reforms.first_days import JOB_CLARIFICATION_SINCE, SINCE
from sammetag.law.schemes import JOBAFKLARINGSFORLOEB, RESSOURCEFORLOEB
from sammetag.words import Words

AIM = Topic(
    "internship.aim",
    Words("aftalen om målet med en praktik", "the agreement on the aim of an internship"),
    ChosenBy.DAY,
)

REFORM = Reform(
    name="ds-5-agreed-aim",
    title=Words("Aftale om målet med praktikken", "Agreement on the aim of an internship"),
    what=Words(
        "Borger, jobcenter og virksomhed laver en klar aftale om målet, når borgeren er i virksomhed, og "
        "jobcentret følger løbende op på brugen.",
        "Citizen, jobcentre and company make a clear agreement on the aim when the citizen is with a "
        "company, and the jobcentre follows the use of it up as it goes on.",
    ),
    source=proposal("forslag 5"),
    status=ReformStatus.PROPOSED,
    beyond=Words(
        "DS siger ikke, hvor ofte der skal følges op, så der regnes ingen frist ud. DS nævner aftalen for "
        "praktik. At den også gælder løntilskud, er vores læsning, for DS beskriver den samme "
        "uhensigtsmæssige brug af begge dele. Et godt match og tid til at finde virksomheden er praksis og "
        "ingen regel.",
        "DS does not say how often to follow up, so no limit is worked out. DS names the agreement for "
        "internships. That it holds for wage subsidies too is our reading, since DS describes the same "
        "misuse of both. A good match, and time to find the company, are practice and no rule.",
    ),
)

DEMAND = Words(
    "Når borgeren er i praktik eller løntilskud, skal borger, jobcenter og virksomhed have en klar aftale om "
    "målet.",
    "When the citizen is in an internship or a wage subsidy, citizen, jobcentre and company must have a "
    "clear agreement on its aim.",
)
FOLLOW_UP = Words(
    "Jobcentret følger løbende op på forløbet i virksomheden.",
    "The jobcentre follows up what happens in the company as it goes on.",
)
AGREED = Words("Der er en aftale om målet.", "There is an agreement on the aim.")
MISSING = Words(
    "Der er ingen aftale om målet. Lav den sammen med borgeren og virksomheden.",
    "There is no agreement on the aim. Make it together with the citizen and the company.",
)


class AimState(StrEnum):
    """Whether the aim is AGREED, or the agreement MISSING."""

    AGREED = "agreed"
    MISSING = "missing"


@dataclass(frozen=True, slots=True)
class AimFacts:
    """What must be known of a citizen who is with a company: whether all three have agreed on the aim."""

    scheme: str
    agreed: bool


@dataclass(frozen=True, slots=True)
class AgreedAim:
    """Whether there is the agreement that the proposal asks for."""

    state: AimState


def agreed_aim(facts: AimFacts, on: date, *, book: Book) -> Answer[AgreedAim]:
    """Say whether the agreement on the aim is there, as proposed.

    Raises UnknownScheme, and NotInForce without the reform, before the scheme began or for another scheme.
    """
    return book.ask(AIM, facts, scheme=facts.scheme, granted_on=on, on=on)


@REFORM.amends(AIM, part=WHOLE, schemes=(JOBAFKLARINGSFORLOEB,), first=JOB_CLARIFICATION_SINCE, last=None)
@REFORM.amends(AIM, part=WHOLE, schemes=(RESSOURCEFORLOEB,), first=SINCE, last=None)
def all_three_agree(_base: Base[AgreedAim], facts: AimFacts, asked: Asked) -> Finding[AgreedAim]:
    """Ask for a clear agreement of the three, and for follow-up as it goes on."""
    demands = tuple(Reason(text, ReasonKind.RULE, asked.version.source) for text in (DEMAND, FOLLOW_UP))
    state, told = (AimState.AGREED, AGREED) if facts.agreed else (AimState.MISSING, MISSING)
    return Finding(AgreedAim(state), (*demands, Reason(told)))


def _ask(case: CaseFacts, on: date, book: Book) -> Answer[AgreedAim] | None:
    if case.scheme not in (RESSOURCEFORLOEB, JOBAFKLARINGSFORLOEB) or case.reform.in_internship is False:
        return None
    if case.reform.in_internship is None:
        raise Lacking("reform.in_internship")
    if case.reform.aim_agreed is None:
        raise Lacking("reform.aim_agreed")
    return agreed_aim(AimFacts(case.scheme, case.reform.aim_agreed), on, book=book)


def _gist(value: AgreedAim) -> Hashable:
    return value.state is AimState.MISSING


def _told(value: AgreedAim) -> Words:
    return AGREED if value.state is AimState.AGREED else MISSING


REFORM.questions.append(CaseQuestion(AIM, _ask, gist=_gist, told=_told))
