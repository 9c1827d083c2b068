"""How much of a programme's own costs the state pays: offers, mentors, tools, transport, casework.

To change the law: add a dated version below and end the one before it, add its numbers to
`reimbursement.yaml`, add its examples to `tests/law/reimbursement_programme_examples.yaml`.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

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
from sammetag.law.errors import NotInForce, NotKnown
from sammetag.law.numbers import Number, number
from sammetag.law.period import DAY
from sammetag.law.registry import BOOK, Book
from sammetag.law.reimbursement_cost import Share
from sammetag.law.reimbursement_words import (
    COST_NEVER,
    COST_NOT_KNOWN,
    COST_SHARE,
    COSTS,
    NOTE_2020,
    NOTE_2026,
    NOTE_JOBAFKLARING_2020,
    PROGRAMME_TITLE,
)
from sammetag.law.rule import rule
from sammetag.law.schemes import JOBAFKLARINGSFORLOEB, RESSOURCEFORLOEB, scheme_name

PROGRAMME = Topic("reimbursement.programme", PROGRAMME_TITLE, ChosenBy.DAY)
TRANSITION_2026 = Source("LAB", "§§ 195 og 197", "LBK 280/2024, jf. LOV 1750/2025 § 21")


class CostKind(StrEnum):
    """What kind of cost a programme has, as far as the state's share tells them apart.

    AIDS are work tools and small fittings at the workplace. TALKS are those with the municipality.
    """

    OFFER = "offer"
    MENTOR = "mentor"
    EXTRA_EXPENSES = "extra-expenses"
    AIDS = "aids"
    SPECIAL_EXPENSES = "special-expenses"
    SHORT_COURSES = "short-courses"
    TRANSPORT = "transport"
    TEACHING_MATERIALS = "teaching-materials"
    CASEWORK = "casework"
    TALKS = "talks"
    PLANS = "plans"
    CERTIFICATES = "certificates"


NEVER = frozenset({CostKind.CASEWORK, CostKind.TALKS, CostKind.PLANS, CostKind.CERTIFICATES})
NUMBERS = {
    CostKind.OFFER: "refund_offer_share",
    CostKind.MENTOR: "refund_mentor_share",
    CostKind.EXTRA_EXPENSES: "refund_extra_expenses_share",
    CostKind.TEACHING_MATERIALS: "refund_teaching_materials_share",
    **dict.fromkeys(NEVER, "refund_casework_share"),
}
SUPPORT = "refund_support_share"
# What ressourceforløb lost its share of; for extra expenses the share before has not been read.
LOST_IN_2022 = date(2022, 1, 1)
SHARES_LOST = frozenset({CostKind.OFFER, CostKind.MENTOR, CostKind.TEACHING_MATERIALS})


@dataclass(frozen=True, slots=True)
class CostFacts:
    """What must be known of a cost in a programme: its scheme and its kind."""

    scheme: str
    kind: CostKind


def programme_share(facts: CostFacts, on: date, *, book: Book = BOOK) -> Answer[Share]:
    """Say how many per cent of such a cost in a programme the state pays on a day.

    Raises UnknownScheme; NotInForce before the scheme began; NotKnown where the share of that kind of cost
    has not been read for the scheme and the day.
    Source: LAB §§ 117, 119 and 120 until 2019; LAB §§ 194, 195 and 197 since.
    """
    return book.ask(PROGRAMME, facts, scheme=facts.scheme, granted_on=on, on=on)


@rule(
    PROGRAMME,
    schemes=(JOBAFKLARINGSFORLOEB,),
    first=date(2022, 1, 1),
    last=None,
    source=Source("LAB", "§§ 194, 195 og 197", "LBK 701/2022, LBK 280/2024"),
    confidence=Confidence.HIGH,
)
@rule(
    PROGRAMME,
    schemes=(JOBAFKLARINGSFORLOEB,),
    first=date(2020, 1, 1),
    last=date(2021, 12, 31),
    source=Source("LAB", "§§ 194, 195 og 197", "LOV 548/2019"),
    confidence=Confidence.MEDIUM,
    note=NOTE_JOBAFKLARING_2020,
)
@rule(
    PROGRAMME,
    schemes=(JOBAFKLARINGSFORLOEB,),
    first=date(2014, 7, 1),
    last=date(2019, 12, 31),
    source=Source("LAB", "§§ 117, 119 og 120", "LBK 990/2014, 807/2015, 1342/2016"),
    confidence=Confidence.HIGH,
)
@rule(
    PROGRAMME,
    schemes=(RESSOURCEFORLOEB,),
    first=LOST_IN_2022,
    last=date(2026, 1, 31),
    source=Source("LAB", "§§ 194, 195 og 197", "LOV 1160/2021, LBK 701/2022, LBK 280/2024"),
    confidence=Confidence.HIGH,
)
@rule(
    PROGRAMME,
    schemes=(RESSOURCEFORLOEB,),
    first=date(2020, 1, 1),
    last=LOST_IN_2022 - DAY,
    source=Source("LAB", "§§ 194, 195 og 197", "LOV 548/2019"),
    confidence=Confidence.MEDIUM,
    note=NOTE_2020,
)
@rule(
    PROGRAMME,
    schemes=(RESSOURCEFORLOEB,),
    first=date(2013, 1, 1),
    last=date(2019, 12, 31),
    source=Source("LAB", "§§ 117, 119 og 120", "LBK 415/2013, 990/2014, 807/2015, 1342/2016"),
    confidence=Confidence.HIGH,
)
def by_kind_of_cost(facts: CostFacts, asked: Asked) -> Finding[Share]:
    """Reimburse each kind of cost by its own share."""
    return _kind_share(facts, asked, asked.version.source)


@rule(
    PROGRAMME,
    schemes=(RESSOURCEFORLOEB,),
    first=date(2026, 2, 1),
    last=None,
    source=Source("LAB", "§ 194", "LBK 280/2024"),
    confidence=Confidence.MEDIUM,
    note=NOTE_2026,
)
def nothing_for_casework(facts: CostFacts, asked: Asked) -> Finding[Share]:
    """Reimburse nothing of the municipality's own casework in programmes that go on after the closing."""
    return _kind_share(facts, asked, TRANSITION_2026)


def _kind_share(facts: CostFacts, asked: Asked, look_in: Source) -> Finding[Share]:
    """Find the share of that kind; `look_in` is where to look where it has not been read."""
    found = _number_or_none(NUMBERS.get(facts.kind, SUPPORT), asked)
    cost = COSTS[facts.kind]
    if found is None:
        told = {"cost": cost, "scheme": scheme_name(asked.scheme), "day": asked.on, "source": look_in}
        technical = f"the share of {facts.kind} is not known for {asked.scheme} on {asked.on}"
        raise NotKnown(COST_NOT_KNOWN.filled(**told), technical)
    text = COST_NEVER if facts.kind in NEVER else COST_SHARE
    reason = Reason(text.filled(share=found.value, cost=cost), ReasonKind.RULE, found.source)
    return Finding(Share(found.value), (reason,))


def _number_or_none(name: str, asked: Asked) -> Number | None:
    try:
        return number(name, scheme=asked.scheme, on=asked.chosen_on)
    except NotInForce:
        return None
