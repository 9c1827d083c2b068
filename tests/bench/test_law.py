"""The cases the law is measured with are the same for a seed, and what is timed is what it answers."""

from __future__ import annotations

from datetime import date

from bench import law as measured
from bench.law_cases import MONTHS, Programme, paid, programmes
from sammetag import law
from sammetag.law.reimbursement_weeks import fresh_start


def test_a_seed_gives_the_same_cases_and_another_seed_others() -> None:
    assert programmes(30, 1) == programmes(30, 1) != programmes(30, 2)
    assert paid(30, 1) == paid(30, 1) != paid(30, 2)


def test_cases_of_every_scheme_are_asked_of_every_duty_and_none_is_refused() -> None:
    cases = programmes(200, 1)
    schemes = {case.talks.scheme if isinstance(case, Programme) else case.scheme for case in cases}

    answers, refusals = measured._all_duties(cases)

    assert schemes == set(law.SCHEMES)
    assert answers > 5 * 150 and refusals == 0


def test_a_month_is_worked_out_as_the_rules_say() -> None:
    (case,) = paid(1, 4)
    month = MONTHS[-1]
    number = law.count_weeks(case.support, fresh_start(date(2022, 1, 1))).number_on(month)
    share = law.benefit_share(law.ShareFacts(law.RESSOURCEFORLOEB, number), month).value
    oere = law.benefit(case.benefit, month).value.paid_oere

    amounts = measured._months_of(case)

    assert len(amounts) == 36
    assert amounts[-1] == (oere, law.net_cost(oere, share))


def test_some_earn_enough_to_lower_their_benefit() -> None:
    amounts = [month for case in paid(40, 1) for month in measured._months_of(case)]

    assert len({oere for oere, _net in amounts}) > 40
    assert all(0 <= net <= oere for oere, net in amounts)
