"""The benefit and its cost month by month, as the pages show them; what is not known says so in its month."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from sammetag.law import (
    BOOK,
    Answer,
    Benefit,
    BenefitFacts,
    BenefitRate,
    Confidence,
    LawError,
    OutsideProgramme,
    Reason,
    SharedCost,
    Version,
    Words,
    add_months,
    benefit,
    benefit_rate,
    cost_of_month,
)
from sammetag.law.case_facts import CaseFacts
from sammetag.law.case_money import CostPart, MonthCost, Reckoning, Unshared

COMPUTED = "beregnet"


@dataclass(frozen=True)
class BenefitMonth:
    """The benefit of one month: what it pays and why, or why that cannot be said."""

    month: date
    paid: Benefit | None
    reasons: tuple[Reason, ...] = ()
    version: Version | None = None
    amount_confidence: Confidence | None = None
    is_computed: bool = False
    refused: Words | None = None
    outside: bool = False

    @property
    def former(self) -> bool:
        """Whether the former benefit is what the citizen is entitled to."""
        return self.paid is not None and self.paid.entitled > self.paid.base


@dataclass(frozen=True)
class BenefitTotal:
    """The sum of the months that could be reckoned; in øre. `lacking` are those that could not."""

    months: int
    set_off_oere: int
    paid_oere: int
    lacking: tuple[date, ...]


@dataclass(frozen=True)
class CostOfMonth:
    """What one month costs: the benefit by weeks, the programme's costs, and what cannot be shared yet."""

    found: MonthCost

    @property
    def month(self) -> date:
        return self.found.month

    @property
    def benefit_parts(self) -> tuple[CostPart, ...]:
        return tuple(part for part in self.found.parts if part.kind is None)

    @property
    def cost_parts(self) -> tuple[CostPart, ...]:
        return tuple(part for part in self.found.parts if part.kind is not None)

    @property
    def benefit(self) -> SharedCost | None:
        """What the benefit cost; none where it could not be shared."""
        if any(one.kind is None for one in self.found.unshared):
            return None
        return cost_of_month(part.paid for part in self.benefit_parts)

    @property
    def programme(self) -> SharedCost | None:
        """What the programme's own costs came to; none where the share of one of them is not known."""
        if any(one.kind is not None for one in self.found.unshared):
            return None
        return cost_of_month(part.paid for part in self.cost_parts)

    @property
    def net_oere(self) -> int | None:
        return None if self.found.unshared else self.found.cost.net_oere

    @property
    def unshared(self) -> tuple[Unshared, ...]:
        return self.found.unshared

    @property
    def shares(self) -> tuple[int, ...]:
        """The shares of the benefit that the state pays in the month, in the order of its weeks."""
        return tuple(dict.fromkeys(part.paid.share.per_cent for part in self.benefit_parts))

    @property
    def weeks(self) -> tuple[int, int] | None:
        """The first and the last number of its weeks with benefit; none until the weeks were counted."""
        numbers = [part.week_number for part in self.benefit_parts if part.week_number is not None]
        return (numbers[0], numbers[-1]) if numbers else None


@dataclass(frozen=True)
class CostTotal:
    """The sum of all that could be shared; in øre. `lacking` are the months of which a part is missing."""

    benefit: SharedCost
    programme: SharedCost
    net_oere: int
    lacking: tuple[date, ...]


def benefit_by_months(facts: BenefitFacts, first: date, last: date) -> tuple[BenefitMonth, ...]:
    """Reckon the benefit of each month from the first to the last, both told by their first day."""
    return tuple(_benefit_of(facts, month) for month in _months(first, last))


def total_of_benefit(months: Sequence[BenefitMonth]) -> BenefitTotal:
    """Add up what could be reckoned, and name the months that are lacking."""
    paid = [one.paid for one in months if one.paid]
    return BenefitTotal(
        len(paid),
        sum(one.set_off_oere for one in paid),
        sum(one.paid_oere for one in paid),
        tuple(one.month for one in months if one.refused and not one.outside),
    )


def cost_by_months(facts: CaseFacts, first: date, last: date) -> tuple[CostOfMonth, ...]:
    """Reckon what each month costs, from the first to the last, both told by their first day."""
    return tuple(CostOfMonth(one) for one in Reckoning(BOOK).months(facts, first, last))


def total_of_cost(months: Sequence[CostOfMonth]) -> CostTotal:
    """Add up what could be shared, and name the months of which a part is lacking."""
    return CostTotal(
        cost_of_month(part.paid for one in months for part in one.benefit_parts),
        cost_of_month(part.paid for one in months for part in one.cost_parts),
        sum(one.found.cost.net_oere for one in months),
        tuple(one.month for one in months if one.unshared),
    )


def _benefit_of(facts: BenefitFacts, month: date) -> BenefitMonth:
    try:
        answer = benefit(facts, month)
        rate = benefit_rate(facts.rate, month)
    except LawError as why:
        return BenefitMonth(month, None, refused=why.sentence, outside=isinstance(why, OutsideProgramme))
    return BenefitMonth(
        month,
        answer.value,
        answer.reasons,
        answer.version,
        rate.value.amount_confidence,
        _is_computed(rate),
    )


def _is_computed(rate: Answer[BenefitRate]) -> bool:
    """Whether the amount was worked out from an earlier one, as its source says."""
    return any(one.source and one.source.published.startswith(COMPUTED) for one in rate.reasons)


def _months(first: date, last: date) -> Iterator[date]:
    month = first
    while month <= last:
        yield month
        month = add_months(month, 1)
