"""Whether the citizen has a right to talk with a health coordinator about an offer, and may wait meanwhile.

To change the law: add a dated version below and end the one before it, add its examples to
`tests/law/health_coordinator_examples.yaml`.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

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
from sammetag.law.health_coordinator_words import (
    BROUGHT_IN,
    DEMAND,
    DOUBTS,
    HEALTH_COORDINATOR_TITLE,
    MAY_NOT_WAIT,
    MAY_WAIT,
    MAY_WAIT_UNSURE,
    NO_DOUBT,
    NO_OFFER,
    NOT_BROUGHT_IN,
    NOT_KNOWN_DOUBT,
    NOT_KNOWN_OFFER,
    NOT_KNOWN_WHETHER,
    NOTE_2026,
    TALK,
    TOLD_IN_WRITING,
)
from sammetag.law.period import Period
from sammetag.law.programme import require_inside
from sammetag.law.registry import BOOK, Book
from sammetag.law.rule import rule
from sammetag.law.schemes import RESSOURCEFORLOEB, scheme_name

HEALTH_COORDINATOR = Topic(
    "health.coordinator", HEALTH_COORDINATOR_TITLE, ChosenBy.DAY, grants=require_covered
)
TALK_SOURCE = Source(
    "LAB",
    "§ 113, stk. 3, og § 115 a; LOB § 14, stk. 2",
    "LBK 280/2024, LBK 254/2024, BEK 2409/2021 §§ 2-4",
)


@dataclass(frozen=True, slots=True)
class HealthCoordinatorFacts:
    """What must be known of a programme and an employment offer in it; None is not known.

    `in_offer`: the citizen is in an offer or about to begin one; `offer_begun`: it had begun when the citizen
    asked for the talk; `doubts_health_fit`: the citizen finds, or fears, that it does not suit their health;
    `has_health_coordinator`: one has been brought in. Raises ValueError for an end before the start.
    """

    scheme: str
    granted_on: date
    starts_on: date
    ends_on: date | None
    in_offer: bool | None = None
    doubts_health_fit: bool | None = None
    has_health_coordinator: bool | None = None
    offer_begun: bool | None = None

    def __post_init__(self) -> None:
        """Refuse a programme that ends before it starts."""
        Period(self.starts_on, self.ends_on)


@dataclass(frozen=True, slots=True)
class HealthCoordinator:
    """Whether the citizen has the `right`, whether it is `met`, and whether they `may_wait`.

    `met`: a health coordinator has been brought in. `may_wait`: the offer need not begin until the jobcentre
    has taken a view. None is not known; the two are also None where there is no right.
    """

    right: bool | None
    met: bool | None = None
    may_wait: bool | None = None


def health_coordinator(
    facts: HealthCoordinatorFacts, on: date, *, book: Book = BOOK
) -> Answer[HealthCoordinator]:
    """Say whether the citizen has a right to a health coordinator that day, and whether the offer may wait.

    The day picks the version. Raises UnknownScheme, NotInForce (also OutsideProgramme), and NotKnown for
    programmes granted before 2022.
    Source: LAB § 113, stk. 3; LOB § 14, stk. 2; BEK 2409/2021 §§ 2-4, kept by BEK 58/2026 § 1, stk. 3.
    """
    scheme_name(facts.scheme)
    require_inside(Period(facts.starts_on, facts.ends_on), on)
    return book.ask(HEALTH_COORDINATOR, facts, scheme=facts.scheme, granted_on=facts.granted_on, on=on)


@rule(
    HEALTH_COORDINATOR,
    schemes=(RESSOURCEFORLOEB,),
    first=NO_NEW_GRANTS,
    last=None,
    source=Source("LAB", "§ 113, stk. 3", "LBK 280/2024, jf. BEK 58/2026 § 1, stk. 3"),
    confidence=Confidence.HIGH,
    note=NOTE_2026,
)
@rule(
    HEALTH_COORDINATOR,
    schemes=(RESSOURCEFORLOEB,),
    first=IN_FORCE,
    last=date(2026, 1, 31),
    source=Source("LAB", "§ 113, stk. 3", "LOV 1160/2021, LBK 701/2022, LBK 280/2024"),
    confidence=Confidence.HIGH,
)
def where_the_offer_overlooks_health(
    facts: HealthCoordinatorFacts, asked: Asked
) -> Finding[HealthCoordinator]:
    """Give the right where the citizen finds that an offer overlooks their health, and let it wait before."""
    HEALTH_COORDINATOR.require_grant(asked.scheme, facts.granted_on)
    demand = Reason(DEMAND, ReasonKind.RULE, asked.version.source)
    without = without_right(facts)
    if without is not None:
        return Finding(without.value, (demand, *without.reasons))
    begun = facts.offer_begun
    waiting = {True: MAY_NOT_WAIT, False: MAY_WAIT, None: MAY_WAIT_UNSURE}[begun]
    value = HealthCoordinator(True, facts.has_health_coordinator, None if begun is None else not begun)
    reasons = (
        Reason(waiting, ReasonKind.RULE, asked.version.source),
        Reason(TALK, ReasonKind.RULE, TALK_SOURCE),
        Reason(TOLD_IN_WRITING, ReasonKind.RULE, TALK_SOURCE),
    )
    return Finding(value, (demand, Reason(DOUBTS), brought_in(facts), *reasons))


def without_right(facts: HealthCoordinatorFacts) -> Finding[HealthCoordinator] | None:
    """Give why there is no right, or why that is not known; None where the citizen has it.

    What is known to stand in the way goes before what is not known.
    """
    for stands, reason in ((facts.in_offer, NO_OFFER), (facts.doubts_health_fit, NO_DOUBT)):
        if stands is False:
            return Finding(HealthCoordinator(False), (Reason(reason),))
    unknown = (
        *((NOT_KNOWN_OFFER,) if facts.in_offer is None else ()),
        *((NOT_KNOWN_DOUBT,) if facts.doubts_health_fit is None else ()),
    )
    if unknown:
        return Finding(HealthCoordinator(None), tuple(Reason(text) for text in unknown))
    return None


def brought_in(facts: HealthCoordinatorFacts) -> Reason:
    """Tell whether a health coordinator has been brought in."""
    told = {True: BROUGHT_IN, False: NOT_BROUGHT_IN, None: NOT_KNOWN_WHETHER}
    return Reason(told[facts.has_health_coordinator])
