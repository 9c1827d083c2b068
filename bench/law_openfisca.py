"""Benefit and reimbursement once more, as two variables of OpenFisca-Core with the numbers of our rulebook.

It holds for what `bench.law_cases.paid` makes: pay as the only income, and support without a gap.
"""

from __future__ import annotations

import numpy
from openfisca_core.entities import build_entity
from openfisca_core.parameters import ParameterNode
from openfisca_core.periods import DateUnit
from openfisca_core.simulation_builder import SimulationBuilder
from openfisca_core.taxbenefitsystems import TaxBenefitSystem
from openfisca_core.variables import Variable

from bench.law_cases import MONTHS, Money
from sammetag.law import RESSOURCEFORLOEB
from sammetag.law.numbers import all_numbers

LEVELS = ("benefit_with_child", "benefit_without_child", "benefit_under_25_at_home")
STEPS = ("first", "second", "third")
Person = build_entity("person", "persons", "A citizen", is_person=True)


class level(Variable):  # type: ignore[misc] # noqa: N801 - their names are the names of variables
    value_type, entity, definition_period = int, Person, DateUnit.ETERNITY


class supported_since(Variable):  # type: ignore[misc] # noqa: N801
    """The number of the first week with support, counted since year 1."""

    value_type, entity, definition_period = int, Person, DateUnit.ETERNITY


class pay(Variable):  # type: ignore[misc] # noqa: N801
    value_type, entity, definition_period = int, Person, DateUnit.MONTH


class benefit(Variable):  # type: ignore[misc] # noqa: N801
    """What a month pays, in øre."""

    value_type, entity, definition_period = int, Person, DateUnit.MONTH

    def formula(person, period, parameters):  # type: ignore[no-untyped-def] # noqa: N805
        at = parameters(period)
        rates = numpy.array([getattr(at, name) for name in LEVELS])
        over = numpy.maximum(0, person("pay", period) - at.pay_limit)
        return numpy.maximum(0, rates[person("level", period)] * 100 - over * at.pay_share_above)


class net_cost(Variable):  # type: ignore[misc] # noqa: N801
    """What of the benefit the municipality bears, in øre."""

    value_type, entity, definition_period = int, Person, DateUnit.MONTH

    def formula(person, period, parameters):  # type: ignore[no-untyped-def] # noqa: N805
        at = parameters(period)
        week = (period.start.date.toordinal() - 1) // 7 - person("supported_since", period) + 1
        passed = sum(week > getattr(at, f"refund_{step}_weeks") for step in STEPS)
        shares = numpy.array([getattr(at, f"refund_{step}_share") for step in (*STEPS, "last")])
        paid = person("benefit", period)
        return paid - (paid * shares[passed] + 49) // 100


def worked_out(cases: list[Money]) -> list[tuple[int, int]]:
    """What each month of each case pays and leaves to the municipality, in the order of the cases."""
    system = TaxBenefitSystem([Person])
    system.add_variables(level, supported_since, pay, benefit, net_cost)
    system.parameters = ParameterNode("", data=_parameters())
    simulation = SimulationBuilder().build_default_simulation(system, count=len(cases))
    simulation.set_input("level", "ETERNITY", numpy.array([_level(case) for case in cases]))
    simulation.set_input("supported_since", "ETERNITY", numpy.array([_since(case) for case in cases]))
    pays = [{one.month: one.pay for one in case.benefit.incomes} for case in cases]
    months = []
    for month in MONTHS:
        period = f"{month:%Y-%m}"
        simulation.set_input("pay", period, numpy.array([told.get(month, 0) for told in pays]))
        months.append((simulation.calculate("benefit", period), simulation.calculate("net_cost", period)))
    paid, net = (numpy.array([one[part] for one in months]).T.ravel().tolist() for part in (0, 1))
    return list(zip(paid, net, strict=True))


def _level(case: Money) -> int:
    rate = case.benefit.rate
    return 0 if rate.has_child_duty else 2 if rate.under_25_at_home else 1


def _since(case: Money) -> int:
    return (case.support.benefits[0].period.first.toordinal() - 1) // 7


def _parameters() -> dict[str, object]:
    names = {*LEVELS, "pay_limit", "pay_share_above", *(f"refund_{one}_weeks" for one in STEPS)}
    names |= {f"refund_{one}_share" for one in (*STEPS, "last")}
    found: dict[str, dict[str, dict[str, dict[str, int]]]] = {name: {"values": {}} for name in names}
    for one in all_numbers():
        if one.name in names and RESSOURCEFORLOEB in one.schemes:
            found[one.name]["values"][one.period.first.isoformat()] = {"value": one.value}
    return dict(found)
