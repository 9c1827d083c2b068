"""DS 11: how many cases one social worker should have at most.

To change the proposal: change its function and sentences here, its numbers in `caseload_ceiling.yaml`, and
its examples in `tests/law/reforms/caseload_ceiling_examples.yaml`.
"""

from __future__ import annotations

from collections.abc import Hashable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from sammetag.law.answer import Answer, Asked, Book, ChosenBy, Confidence, Finding, Reason, ReasonKind, Topic
from sammetag.law.case_facts import CaseFacts, CaseloadKind
from sammetag.law.case_question import CaseQuestion, Lacking
from sammetag.law.numbers import number_of_reform
from sammetag.law.reform import WHOLE, Base, Reform, ReformStatus
from sammetag.law.reforms.by_ds import proposal
from sammetag.law.reforms.first_days import JOB_CLARIFICATION_SINCE, SINCE
from sammetag.law.schemes import JOBAFKLARINGSFORLOEB, KONTANTHJAELP, RESSOURCEFORLOEB
from sammetag.words import Words, counted

CEILING = Topic(
    "caseload.ceiling",
    Words("antallet af sager pr. sagsbehandler", "the number of cases per caseworker"),
    ChosenBy.DAY,
)

REFORM = Reform(
    name="ds-11-caseload-ceiling",
    title=Words("Loft over antallet af sager", "A ceiling on the caseload"),
    what=Words(
        "Der fastsættes et sagstal, som giver tid til løbende opfølgning. Her bruges DS' vejledende tal: "
        "35-50 unge, 40-55 voksne eller 50-70 sager, når de fleste er enkle sager med jobparate voksne.",
        "A number of cases is laid down that leaves time to follow up. The guiding numbers of DS are used "
        "here: 35-50 young people, 40-55 adults, or 50-70 cases where most are simple ones with job-ready "
        "adults.",
    ),
    source=proposal("forslag 11"),
    status=ReformStatus.PROPOSED,
    beyond=Words(
        "DS foreslår, at der fastsættes et sagstal, og giver sine egne vejledende tal for kontanthjælp og "
        "en fuldtidsansat. At de bruges som loft, også for ressourceforløb og jobafklaringsforløb, er vores "
        "læsning. DS siger, at en koordinerende sagsbehandler bør ligge i den lave ende, men ikke hvor den "
        "slutter. Penge til flere ansatte og uddannelse af dem er ingen regel.",
        "DS proposes that a number of cases is laid down, and gives its own guiding numbers for cash "
        "benefit and a full-time worker. That they serve as a ceiling, also for ressourceforløb and job "
        "clarification, is our reading. DS says that a coordinating caseworker should be at the low end, "
        "but not where that ends. Money for more staff, and their training, are no rule.",
    ),
)
NOTE = Words(
    "Tallene er vejledende. At de bruges her som loft, er vores læsning.",
    "The numbers are guidance. That they are used here as a ceiling is our reading.",
)
NOTE_OTHERS = Words(
    "Tallene er vejledende og givet for kontanthjælp. At de bruges her, og som loft, er vores læsning.",
    "The numbers are guidance, given for cash benefit. That they are used here, and as a ceiling, is our "
    "reading.",
)
SCHEMES = (KONTANTHJAELP, RESSOURCEFORLOEB, JOBAFKLARINGSFORLOEB)

KINDS = {
    CaseloadKind.YOUNG: Words("unge", "young people"),
    CaseloadKind.ADULT: Words("voksne", "adults"),
    CaseloadKind.JOB_READY: Words("mest jobparate voksne", "mostly job-ready adults"),
}
NORM = Words(
    "En fuldtidsansat med {kind} bør have {lower}-{upper} sager. En koordinerende sagsbehandler bør ligge i "
    "den lave ende.",
    "A full-time worker with {kind} should have {lower}-{upper} cases. A coordinating caseworker should be "
    "at the low end.",
)
BELOW = Words(
    "Sagsbehandleren har {cases}. Det er færre end {lower}.",
    "The caseworker has {cases}. That is fewer than {lower}.",
)
WITHIN = Words(
    "Sagsbehandleren har {cases}. Det er ikke over loftet.",
    "The caseworker has {cases}. That is not over the ceiling.",
)
OVER = Words(
    "Sagsbehandleren har {cases}. Det er {over} for mange.",
    "The caseworker has {cases}. That is {over} too many.",
)


class CaseloadState(StrEnum):
    """How the number of cases lies: BELOW the lower limit, WITHIN both, or OVER the upper one."""

    BELOW = "below"
    WITHIN = "within"
    OVER = "over"


@dataclass(frozen=True, slots=True)
class CaseloadFacts:
    """How many cases the caseworker has, and whom most of them are about.

    Raises ValueError for less than none.
    """

    scheme: str
    kind: CaseloadKind
    cases: int

    def __post_init__(self) -> None:
        """Refuse fewer cases than none."""
        if self.cases < 0:
            raise ValueError(f"nobody has {self.cases} cases")


@dataclass(frozen=True, slots=True)
class Caseload:
    """How the number of cases lies to the limits, both of which are still within."""

    state: CaseloadState
    cases: int
    lower: int
    upper: int


def caseload_ceiling(facts: CaseloadFacts, on: date, *, book: Book) -> Answer[Caseload]:
    """Say whether the caseworker has more cases than proposed.

    Raises UnknownScheme, and NotInForce without the reform, before the scheme began or for another scheme.
    """
    return book.ask(CEILING, facts, scheme=facts.scheme, granted_on=on, on=on)


@REFORM.amends(
    CEILING,
    part=WHOLE,
    schemes=(JOBAFKLARINGSFORLOEB,),
    first=JOB_CLARIFICATION_SINCE,
    last=None,
    confidence=Confidence.MEDIUM,
    note=NOTE_OTHERS,
)
@REFORM.amends(
    CEILING,
    part=WHOLE,
    schemes=(RESSOURCEFORLOEB,),
    first=SINCE,
    last=None,
    confidence=Confidence.MEDIUM,
    note=NOTE_OTHERS,
)
@REFORM.amends(
    CEILING,
    part=WHOLE,
    schemes=(KONTANTHJAELP,),
    first=SINCE,
    last=None,
    confidence=Confidence.MEDIUM,
    note=NOTE,
)
def no_more_than_the_norm(_base: Base[Caseload], facts: CaseloadFacts, asked: Asked) -> Finding[Caseload]:
    """Hold the number of cases against the limits for those whom they are about."""
    lower, upper = (_limit(facts, asked, end) for end in ("lower", "upper"))
    value = Caseload(_state(facts.cases, lower, upper), facts.cases, lower, upper)
    norm = NORM.filled(kind=KINDS[facts.kind], lower=lower, upper=upper)
    return Finding(value, (Reason(norm, ReasonKind.RULE, asked.version.source), Reason(_told(value))))


def _limit(facts: CaseloadFacts, asked: Asked, end: str) -> int:
    name = f"caseload_{facts.kind}_{end}"
    return number_of_reform(name, scheme=asked.scheme, on=asked.chosen_on).value


def _state(cases: int, lower: int, upper: int) -> CaseloadState:
    if cases > upper:
        return CaseloadState.OVER
    return CaseloadState.WITHIN if cases >= lower else CaseloadState.BELOW


def _ask(case: CaseFacts, on: date, book: Book) -> Answer[Caseload] | None:
    if case.scheme not in SCHEMES:
        return None
    cases, kind = case.reform.coordinator_cases, case.reform.caseload_kind
    if cases is None or kind is None:
        told = {"reform.coordinator_cases": cases, "reform.caseload_kind": kind}
        raise Lacking(*(path for path, value in told.items() if value is None))
    return caseload_ceiling(CaseloadFacts(case.scheme, kind, cases), on, book=book)


def _gist(value: Caseload) -> Hashable:
    return value.state is CaseloadState.OVER


def _told(value: Caseload) -> Words:
    text = {CaseloadState.BELOW: BELOW, CaseloadState.WITHIN: WITHIN, CaseloadState.OVER: OVER}[value.state]
    cases = counted(value.cases, Words("sag", "case"), Words("sager", "cases"))
    return text.filled(cases=cases, lower=value.lower, over=value.cases - value.upper)


REFORM.questions.append(CaseQuestion(CEILING, _ask, gist=_gist, told=_told))
