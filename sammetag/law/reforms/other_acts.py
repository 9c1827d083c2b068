"""DS 10: the social and the health authority must contribute too, and programme costs are reimbursed again.

To change the proposal: change its functions and sentences here, and its examples in
`tests/law/reforms/other_acts_examples.yaml`.
"""

from __future__ import annotations

from collections.abc import Hashable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from sammetag.law.answer import Answer, Asked, Book, ChosenBy, Confidence, Finding, Reason, ReasonKind, Topic
from sammetag.law.case_facts import CaseFacts
from sammetag.law.case_question import CaseQuestion, Lacking
from sammetag.law.numbers import number
from sammetag.law.period import DAY
from sammetag.law.reform import WHOLE, Base, Reform, ReformStatus
from sammetag.law.reforms.by_ds import proposal
from sammetag.law.reforms.first_days import SINCE
from sammetag.law.reimbursement_cost import Share
from sammetag.law.reimbursement_programme import LOST_IN_2022, NUMBERS, PROGRAMME, SHARES_LOST, CostFacts
from sammetag.law.reimbursement_words import COSTS
from sammetag.law.schemes import RESSOURCEFORLOEB
from sammetag.words import Words, together

OTHER_ACTS = Topic(
    "other_acts.duty",
    Words("pligten efter serviceloven og sundhedsloven", "the duty under the social and the health act"),
    ChosenBy.DAY,
)

REFORM = Reform(
    name="ds-10-other-acts",
    title=Words("Pligt til at bidrage, og refusion igen", "A duty to contribute, and reimbursement again"),
    what=Words(
        "Serviceloven og sundhedsloven får samme pligt som LAB til at samordne og bidrage til "
        "ressourceforløb. En social eller sundhedsmæssig indsats, som teamet har anbefalet, skal bevilges. "
        "Staten refunderer igen en del af udgifterne til indsatsen.",
        "The social and the health act get the same duty as LAB to coordinate and to contribute to "
        "ressourceforløb. A social or health effort that the team has recommended must be granted. The "
        "state reimburses a part of the programme's costs again.",
    ),
    source=proposal("forslag 10"),
    status=ReformStatus.PROPOSED,
    beyond=Words(
        "DS nævner ingen sats for refusionen. At den seneste læste sats gælder igen, er vores læsning. DS "
        "skriver, at refusionen allerede var fjernet; efter de læste love beholdt ressourceforløb den til "
        "udgangen af 2021. For godtgørelse af merudgifter er satsen før 2022 ikke læst, så dér er intet "
        "ændret. At pligten betyder, at en anbefalet indsats skal bevilges, er også vores læsning; DS "
        "skriver »samordne« og »bidrage«. Fælles formålsparagraffer, og pligten i regionen, er ikke regnet "
        "ud.",
        "DS names no share for the reimbursement. That the last share read holds again is our reading. DS "
        "writes that reimbursement had already been removed; by the acts read, ressourceforløb kept it "
        "until the end of 2021. For compensation of extra expenses the share before 2022 has not been read, "
        "so nothing is changed there. That the duty means granting what was recommended is our reading too; "
        "DS writes 'coordinate' and 'contribute'. Shared purpose clauses, and the region's duty, are not "
        "worked out.",
    ),
)

DEMAND = Words(
    "Den sociale forvaltning og sundhedsforvaltningen skal samordne indsatsen og bidrage til "
    "ressourceforløbet. Det, teamet har anbefalet efter serviceloven eller sundhedsloven, skal bevilges.",
    "The social and the health authority must coordinate the effort and contribute to the ressourceforløb. "
    "What the team has recommended under the social or the health act must be granted.",
)
NOTHING_RECOMMENDED = Words(
    "Teamet har ikke anbefalet en social eller sundhedsmæssig indsats.",
    "The team has recommended no social or health effort.",
)
GRANTED = {
    "social": Words("Den sociale indsats er bevilget.", "The social effort has been granted."),
    "health": Words("Den sundhedsmæssige indsats er bevilget.", "The health effort has been granted."),
}
OWED = {
    "social": Words(
        "Teamet har anbefalet en social indsats, som ikke er bevilget. Den sociale forvaltning skal bevilge "
        "den.",
        "The team has recommended a social effort that has not been granted. The social authority must "
        "grant it.",
    ),
    "health": Words(
        "Teamet har anbefalet en sundhedsmæssig indsats, som ikke er bevilget. Sundhedsforvaltningen skal "
        "bevilge den.",
        "The team has recommended a health effort that has not been granted. The health authority must "
        "grant it.",
    ),
}
SHARE_AGAIN = Words(
    "Staten betaler igen {share} procent af udgiften til {cost}, som den gjorde til og med {last}.",
    "The state again pays {share} per cent of the cost of {cost}, as it did until {last}.",
)
SHARE_IS_OURS = Words(
    "Forslaget nævner ingen sats. De {share} procent er den sidste, der er læst.",
    "The proposal names no share. The {share} per cent are the last that was read.",
)
NOTE_SHARE = Words(
    "DS foreslår refusion igen, men nævner ingen sats. Den seneste læste sats er lagt ud over de senere "
    "dage.",
    "DS proposes reimbursement again, but names no share. The last share read is laid over later days.",
)


class OtherAct(StrEnum):
    """Under which act an effort stands: the social services act, or the health act."""

    SOCIAL = "social"
    HEALTH = "health"


class OtherActsState(StrEnum):
    """How the duty stands: NOTHING_RECOMMENDED, all that was is GRANTED, or something is OWED."""

    NOTHING_RECOMMENDED = "nothing-recommended"
    GRANTED = "granted"
    OWED = "owed"


@dataclass(frozen=True, slots=True)
class OtherActsFacts:
    """Under which acts the team has recommended an effort, and under which one has been granted."""

    scheme: str
    recommended: frozenset[OtherAct]
    granted: frozenset[OtherAct]


@dataclass(frozen=True, slots=True)
class OtherActsDuty:
    """How the duty stands, and under which acts an effort is owed."""

    state: OtherActsState
    owed: tuple[OtherAct, ...] = ()


def other_acts_duty(facts: OtherActsFacts, on: date, *, book: Book) -> Answer[OtherActsDuty]:
    """Say whether what the team has recommended under other acts has been granted, as proposed.

    Raises UnknownScheme, and NotInForce without the reform, before 2013 or for another scheme.
    """
    return book.ask(OTHER_ACTS, facts, scheme=facts.scheme, granted_on=on, on=on)


@REFORM.amends(OTHER_ACTS, part=WHOLE, schemes=(RESSOURCEFORLOEB,), first=SINCE, last=None)
def all_contribute(_base: Base[OtherActsDuty], facts: OtherActsFacts, asked: Asked) -> Finding[OtherActsDuty]:
    """Ask that every effort recommended under the other acts be granted."""
    demand = Reason(DEMAND, ReasonKind.RULE, asked.version.source)
    if not facts.recommended:
        value = OtherActsDuty(OtherActsState.NOTHING_RECOMMENDED)
        return Finding(value, (demand, Reason(NOTHING_RECOMMENDED)))
    owed = tuple(act for act in OtherAct if act in facts.recommended - facts.granted)
    if owed:
        duty = OtherActsDuty(OtherActsState.OWED, owed)
        return Finding(duty, (demand, *(Reason(OWED[act], ReasonKind.WARNING) for act in owed)))
    met = (Reason(GRANTED[act]) for act in OtherAct if act in facts.recommended)
    return Finding(OtherActsDuty(OtherActsState.GRANTED), (demand, *met))


@REFORM.amends(
    PROGRAMME,
    part="share",
    schemes=(RESSOURCEFORLOEB,),
    first=LOST_IN_2022,
    last=None,
    confidence=Confidence.MEDIUM,
    note=NOTE_SHARE,
)
def reimbursed_again(base: Base[Share], facts: CostFacts, asked: Asked) -> Finding[Share]:
    """Reimburse what lost its share in 2022 by the last share that was read."""
    if facts.kind not in SHARES_LOST:
        return base()
    last = LOST_IN_2022 - DAY
    found = number(NUMBERS[facts.kind], scheme=asked.scheme, on=last)
    again = SHARE_AGAIN.filled(share=found.value, cost=COSTS[facts.kind], last=last)
    ours = SHARE_IS_OURS.filled(share=found.value)
    reasons = (Reason(again, ReasonKind.RULE, found.source), Reason(ours, ReasonKind.WARNING))
    return Finding(Share(found.value), reasons)


def _ask(case: CaseFacts, on: date, book: Book) -> Answer[OtherActsDuty] | None:
    if case.scheme != RESSOURCEFORLOEB:
        return None
    known = _known(case)
    owed = any(one == (True, False) for one in known.values())
    lacking = tuple(path for act, one in known.items() for path in _lacking(act, one))
    if lacking and not owed:
        raise Lacking(*lacking)
    recommended = frozenset(act for act, one in known.items() if one[0] and one[1] is not None)
    granted = frozenset(act for act, one in known.items() if one[1])
    return other_acts_duty(OtherActsFacts(case.scheme, recommended, granted), on, book=book)


def _known(case: CaseFacts) -> dict[OtherAct, tuple[bool | None, bool | None]]:
    """Give for each act whether an effort has been recommended, and granted."""
    told = case.reform
    return {
        OtherAct.SOCIAL: (told.social_recommended, told.social_granted),
        OtherAct.HEALTH: (told.health_recommended, told.health_granted),
    }


def _lacking(act: OtherAct, known: tuple[bool | None, bool | None]) -> tuple[str, ...]:
    recommended, granted = known
    if recommended is None:
        return (f"reform.{act}_recommended",)
    return (f"reform.{act}_granted",) if recommended and granted is None else ()


def _gist(value: OtherActsDuty) -> Hashable:
    return value.owed or False


def _told(value: OtherActsDuty) -> Words:
    if value.state is OtherActsState.OWED:
        return together(*(OWED[act] for act in value.owed))
    if value.state is OtherActsState.NOTHING_RECOMMENDED:
        return NOTHING_RECOMMENDED
    return Words(
        "Det, teamet har anbefalet efter andre love, er bevilget.",
        "What the team has recommended under other acts has been granted.",
    )


REFORM.questions.append(CaseQuestion(OTHER_ACTS, _ask, gist=_gist, told=_told))
