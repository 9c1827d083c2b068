"""The reforms that can be switched on: what a minister proposed, what became law, what others ask for.

To add one: a file here with its `Reform` and the functions that amend a rule, its numbers in a YAML file
beside it, its examples in `tests/law/reforms`, and its name below.
"""

from __future__ import annotations

from collections.abc import Iterable

from sammetag.law.answer import Book
from sammetag.law.errors import LawError
from sammetag.law.numbers import reform_numbers
from sammetag.law.reform import Reform, ReformedBook
from sammetag.law.reforms import (
    agreed_aim,
    assessment_after_a_year,
    caseload_ceiling,
    earlier_programme,
    education,
    flexi_clarification,
    flexi_retention,
    flexi_small,
    other_acts,
    rehabilitation,
    team_decides,
)
from sammetag.law.reforms.guarantee import GUARANTEE_AS_ENACTED, GUARANTEE_AS_PROPOSED
from sammetag.law.reforms.health_coordinator import (
    HEALTH_COORDINATOR_AS_ENACTED,
    HEALTH_COORDINATOR_AS_PROPOSED,
)
from sammetag.law.reforms.job_broker import JOB_BROKER_AS_ENACTED, JOB_BROKER_AS_PROPOSED
from sammetag.law.reforms.years_to_pension import YEARS_TO_PENSION_AS_ENACTED, YEARS_TO_PENSION_AS_PROPOSED
from sammetag.law.registry import BOOK
from sammetag.words import Words

# Each is laid over those before it. The years to the pension age change what is told beside the conditions of
# the whole assessment, so they come after whatever changes a condition.
REFORMS: tuple[Reform, ...] = (
    GUARANTEE_AS_PROPOSED,
    GUARANTEE_AS_ENACTED,
    JOB_BROKER_AS_PROPOSED,
    JOB_BROKER_AS_ENACTED,
    HEALTH_COORDINATOR_AS_PROPOSED,
    HEALTH_COORDINATOR_AS_ENACTED,
    rehabilitation.REFORM,
    flexi_clarification.REFORM,
    flexi_retention.REFORM,
    flexi_small.REFORM,
    agreed_aim.REFORM,
    education.REFORM,
    assessment_after_a_year.REFORM,
    earlier_programme.REFORM,
    team_decides.REFORM,
    other_acts.REFORM,
    caseload_ceiling.REFORM,
    YEARS_TO_PENSION_AS_PROPOSED,
    YEARS_TO_PENSION_AS_ENACTED,
)

_UNKNOWN = Words(
    "Reformen »{name}« findes ikke her. Vælg blandt disse: {known}.",
    "The reform '{name}' does not exist here. Choose among these: {known}.",
)


class UnknownReform(LawError):
    """No reform has that name."""


def reform_named(name: str) -> Reform:
    """Give the reform of that name; raises UnknownReform."""
    for reform in REFORMS:
        if reform.name == name:
            return reform
    known = ", ".join(one.name for one in REFORMS)
    raise UnknownReform(_UNKNOWN.filled(name=name, known=known), f"unknown reform {name!r}")


def book_under(names: Iterable[str]) -> Book:
    """Give the rulebook with these reforms laid over it, in the order of the list; for none the law itself.

    Raises UnknownReform, and Contradiction where two of them change the same.
    """
    wanted = {reform_named(name).name for name in names}
    chosen = tuple(one for one in REFORMS if one.name in wanted)
    return ReformedBook(BOOK, chosen) if chosen else BOOK


# A number that cannot be read must stop the start, not the first page that asks for it.
reform_numbers()
