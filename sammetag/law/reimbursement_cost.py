"""What is left for the municipality of money that was paid, when the state's share is known.

Amounts are whole øre, and nothing is lost: the two parts always make up what was paid.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Share:
    """The state's share in per cent, from 0 to 100; the municipality bears the rest."""

    per_cent: int

    def __post_init__(self) -> None:
        """Refuse less than nothing and more than all."""
        if not 0 <= self.per_cent <= 100:
            raise ValueError(f"the state cannot pay {self.per_cent} per cent")


@dataclass(frozen=True, slots=True)
class PaidPart:
    """Money paid, in whole øre, to which one share applies: for a benefit, that of one week or a part of it.

    Raises ValueError for a negative amount: how repayments are settled is no rule here.
    """

    paid_oere: int
    share: Share

    def __post_init__(self) -> None:
        """Refuse money that went the other way."""
        _refuse_negative(self.paid_oere)


@dataclass(frozen=True, slots=True)
class SharedCost:
    """What was paid and who bears it, in whole øre; the state's and the municipality's part make up all."""

    paid_oere: int
    state_oere: int
    net_oere: int


def net_cost(paid_oere: int, share: Share) -> int:
    """Give what the municipality itself bears of an amount, in whole øre.

    The state's part is rounded to the nearest øre, and exactly half an øre is left to the municipality, so
    that reimbursement is never put too high. No rule here says how to round: this is our choice.
    Raises ValueError for a negative amount.
    """
    _refuse_negative(paid_oere)
    return paid_oere - _state(paid_oere, share)


def cost_of_month(parts: Iterable[PaidPart]) -> SharedCost:
    """Give what a month cost: each week's part shared and rounded by itself, and then added.

    The caller says what was paid for each week, or for its days inside the month. How a month's benefit is
    divided between its weeks is no rule here yet; it is to be looked up in BEK 14/2026, §§ 19 and 23.
    """
    shared = [_shared(part) for part in parts]
    paid, state = sum(one.paid_oere for one in shared), sum(one.state_oere for one in shared)
    return SharedCost(paid, state, paid - state)


def _shared(part: PaidPart) -> SharedCost:
    state = _state(part.paid_oere, part.share)
    return SharedCost(part.paid_oere, state, part.paid_oere - state)


def _state(paid_oere: int, share: Share) -> int:
    return (paid_oere * share.per_cent + 49) // 100


def _refuse_negative(paid_oere: int) -> None:
    if paid_oere < 0:
        raise ValueError(f"nobody can be paid {paid_oere} øre")
