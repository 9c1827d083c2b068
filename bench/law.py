"""How fast the law answers: duties of 40,000 cases; benefit and reimbursement beside OpenFisca-Core."""

from __future__ import annotations

import argparse
import gc
import importlib.util
import sys
import time
from collections.abc import Callable, Iterable
from datetime import date
from typing import TypeVar

from bench.law_cases import MONTHS, TODAY, Money, Programme, paid, programmes
from bench.yardstick import said
from sammetag import law
from sammetag.law.case_facts import CaseFacts, ReformFacts
from sammetag.law.case_questions import QUESTIONS
from sammetag.law.impact import count as counted
from sammetag.law.impact import impact
from sammetag.law.reform import ReformedBook
from sammetag.law.reforms import reform_named
from sammetag.law.reimbursement_weeks import fresh_start

T = TypeVar("T")
SEED = 20251103
# What is asked of it for 40,000 cases, in seconds of one core.
MOST_DUTIES, MOST_IMPACT, MOST_MONEY = 5.0, 15.0, 20.0
# One that changes a rule which every ressourceforløb is asked of, and one that brings a rule.
REFORMS = ("guarantee-as-proposed", "job-broker-as-proposed")
# One amount is what was paid, in øre; the other what of it the municipality bears.
Amounts = list[tuple[int, int]]

_NO_OPENFISCA = (
    "OpenFisca-Core is not installed here, so nothing is measured beside it; make bench installs it, or\n"
    "  .venv/bin/python -m pip install --require-hashes -r requirements-bench.txt"
)


def main(arguments: list[str]) -> int:
    """Measures; 0 when fast enough, and OpenFisca-Core, where it is installed, came to the same amounts."""
    reading = argparse.ArgumentParser(prog="python -m bench law", description=__doc__)
    reading.add_argument("--cases", type=int, default=40_000, help="fewer for a quick look")
    cases: int = reading.parse_args(arguments).cases
    say(said())
    allowed = cases / 40_000
    good = _duties(cases) <= MOST_DUTIES * allowed
    good &= _impact(cases) <= MOST_IMPACT * allowed
    took, amounts, money = _money(cases)
    good &= took <= MOST_MONEY * allowed
    if importlib.util.find_spec("openfisca_core") is None:
        say(_NO_OPENFISCA)
    else:
        good &= _beside_openfisca(money, amounts)
    say(said())
    say("Held." if good else "Not held.")
    return 0 if good else 1


def _duties(count: int) -> float:
    cases = programmes(count, SEED)
    took, (answers, refusals) = _timed(lambda: _all_duties(cases))
    versions = len(law.BOOK.versions())
    say(
        f"All duties of {count:,} cases on {TODAY}: {took:.2f} s, {count / took:,.0f} cases a second, "
        f"{answers:,} answers and {refusals:,} refusals. "
        f"The rulebook: {len(law.BOOK.topics())} rules in {versions} versions."
    )
    return took


def _all_duties(cases: Iterable[Programme | law.FlexiClockFacts]) -> tuple[int, int]:
    answers = refusals = 0
    for case in cases:
        for ask in _asked(case):
            try:
                ask()
            except law.LawError:
                refusals += 1
            else:
                answers += 1
    return answers, refusals


def _asked(case: Programme | law.FlexiClockFacts) -> tuple[Callable[[], object], ...]:
    """What is asked of a case: each rule that is for its scheme."""
    if isinstance(case, law.FlexiClockFacts):
        return (lambda: law.flexi_clock(case, TODAY),)
    always: tuple[Callable[[], object], ...] = (
        lambda: law.talks_due(case.talks, TODAY),
        lambda: law.forms_allowed(case.form, TODAY),
        lambda: law.length_allowed(case.length),
        lambda: law.plan_ahead(case.plan, TODAY),
        lambda: law.mentor_period(case.mentor, TODAY),
    )
    if case.talks.scheme == law.RESSOURCEFORLOEB:
        return (*always, lambda: law.guarantee(case.guarantee, TODAY))
    return (
        *always,
        lambda: law.team_deadline(case.team, TODAY),
        lambda: law.long_term(case.long_term, TODAY),
    )


def _impact(count: int) -> float:
    cases = [_as_case(number, case) for number, case in enumerate(programmes(count, SEED))]
    under = ReformedBook(law.BOOK, tuple(reform_named(name) for name in REFORMS))
    took, found = _timed(
        lambda: counted(impact(case, TODAY, under=under, questions=QUESTIONS) for case in cases)
    )
    verdicts = ", ".join(f"{number:,} {verdict}" for verdict, number in found.verdicts.items())
    say(
        f"The impact of {' and '.join(REFORMS)} on {count:,} cases: {took:.2f} s, "
        f"{count / took:,.0f} cases a second: {verdicts}."
    )
    return took


def _as_case(number: int, case: Programme | law.FlexiClockFacts) -> CaseFacts:
    if isinstance(case, law.FlexiClockFacts):
        return CaseFacts(id=str(number), scheme=case.scheme, flexi_clock=case)
    talks = case.talks
    return CaseFacts(
        id=str(number),
        scheme=talks.scheme,
        granted_on=talks.granted_on,
        starts_on=talks.starts_on,
        ends_on=talks.ends_on,
        talks=talks,
        guarantee=case.guarantee,
        reform=ReformFacts(company_recommended=number % 3 == 0 if number % 2 else None),
    )


def _money(count: int) -> tuple[float, Amounts, list[Money]]:
    cases = paid(count, SEED)
    took, amounts = _timed(lambda: [amount for case in cases for amount in _months_of(case)])
    say(
        f"Benefit and reimbursement of {count:,} cases in {len(MONTHS)} months: {took:.2f} s, "
        f"{count / took:,.0f} cases a second."
    )
    return took, amounts, cases


def _months_of(case: Money) -> Amounts:
    weeks = law.count_weeks(case.support, fresh_start(MONTHS[0]))
    return [_month(case.benefit, month, weeks.number_on(month)) for month in MONTHS]


def _month(facts: law.BenefitFacts, month: date, week: int) -> tuple[int, int]:
    paid_oere = law.benefit(facts, month).value.paid_oere
    share = law.benefit_share(law.ShareFacts(facts.rate.scheme, week), month).value
    return paid_oere, law.net_cost(paid_oere, share)


def _beside_openfisca(cases: list[Money], amounts: Amounts) -> bool:
    from bench.law_openfisca import worked_out  # noqa: PLC0415 - only where it is installed

    took, theirs = _timed(lambda: worked_out(cases))
    same = theirs == amounts
    say(
        f"OpenFisca-Core, the same two variables with the same parameters: {took:.2f} s, "
        f"{len(cases) / took:,.0f} cases a second, {'every amount the same' if same else 'OTHER AMOUNTS'}. "
        "It gives amounts, and no reasons."
    )
    return same


def _timed(work: Callable[[], T]) -> tuple[float, T]:
    """Seconds of one core, since others may share the machine; making the cases is not counted."""
    gc.collect()
    gc.freeze()
    start = time.process_time()
    done = work()
    return time.process_time() - start, done


def say(line: str) -> None:
    """Prints a line at once; this needs no web framework, so that it runs where only the law is."""
    sys.stdout.write(line + "\n")
    sys.stdout.flush()
