"""Random cases for the law, the same for a seed: what is known of each, as the rules ask for it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from random import Random

from sammetag import law
from sammetag.law.period import add_months

# The day on which all duties are asked, and the months that money is worked out for.
TODAY = date(2025, 11, 3)
FIRST_MONTH = date(2022, 1, 1)
MONTHS = tuple(add_months(FIRST_MONTH, step) for step in range(36))
LAST_DAY = add_months(FIRST_MONTH, 36) - law.DAY
# Of ten cases: so many ressourceforløb, jobafklaringsforløb and flexi-jobs.
MIX = (law.RESSOURCEFORLOEB,) * 6 + (law.JOBAFKLARINGSFORLOEB,) * 3 + (law.FLEKSJOB,)


@dataclass(frozen=True)
class Programme:
    """A programme and what the duties in it are asked with."""

    talks: law.TalkFacts
    form: law.FormFacts
    length: law.LengthFacts
    guarantee: law.GuaranteeFacts
    plan: law.PlanFacts
    mentor: law.MentorFacts
    team: law.TeamFacts
    long_term: law.LongTermFacts


@dataclass(frozen=True)
class Money:
    """A programme and what its benefit, and the state's share of it, are worked out from."""

    benefit: law.BenefitFacts
    support: law.SupportHistory


def programmes(count: int, seed: int) -> list[Programme | law.FlexiClockFacts]:
    """So many cases that run on the day asked about."""
    random = Random(seed)  # noqa: S311 - cases for measuring, not secrets
    return [_case(random, random.choice(MIX)) for _ in range(count)]


def paid(count: int, seed: int) -> list[Money]:
    """So many ressourceforløb that pay a benefit through all the months, on support without a gap before."""
    random = Random(seed)  # noqa: S311 - cases for measuring, not secrets
    return [_money(random) for _ in range(count)]


def _case(random: Random, scheme: str) -> Programme | law.FlexiClockFacts:
    start = TODAY - timedelta(days=random.randrange(1000))
    granted = start - timedelta(days=random.randrange(30))
    if scheme == law.FLEKSJOB:
        return law.FlexiClockFacts(scheme, granted, start, permanent=random.random() < 0.3)
    end = add_months(start, random.choice((18, 24, 36)))
    end = max(end, TODAY)
    fixed = start + timedelta(days=random.randrange((TODAY - start).days + 1))
    since = start + timedelta(days=random.randrange((TODAY - start).days + 1))
    return Programme(
        law.TalkFacts(scheme, granted, start, end, tuple(_days(random, start, 8))),
        law.FormFacts(scheme, granted, start, first_talk=random.random() < 0.1),
        law.LengthFacts(scheme, granted, start, end, random.choice((0, 0, 0, 120))),
        law.GuaranteeFacts(
            scheme, granted, start, end, tuple(_efforts(random, start)), tuple(_exempt(random, start))
        ),
        law.PlanFacts(scheme, granted, fixed, add_months(fixed, random.choice((3, 6, 12))), end),
        law.MentorFacts(
            scheme, granted, since, random.choice((None, add_months(since, 5), add_months(since, 9)))
        ),
        law.TeamFacts(scheme, start, treated_on=random.choice((None, start + timedelta(days=20)))),
        law.LongTermFacts(
            scheme, add_months(start, -random.randrange(40)), random.choice((None, True, False))
        ),
    )


def _days(random: Random, start: date, most: int) -> Iterator[date]:
    for _ in range(random.randrange(most)):
        yield start + timedelta(days=random.randrange((TODAY - start).days + 1))


def _efforts(random: Random, start: date) -> Iterator[law.Effort]:
    for day in _days(random, start, 4):
        yield law.Effort(random.choice(list(law.EffortKind)), day, in_plan=random.random() < 0.8)


def _exempt(random: Random, start: date) -> Iterator[law.Period]:
    if random.random() < 0.2:
        first = start + timedelta(days=random.randrange(100))
        yield law.Period(first, first + timedelta(days=random.randrange(60)))


def _money(random: Random) -> Money:
    since = FIRST_MONTH - timedelta(days=random.randrange(700))
    level = random.randrange(3)
    rate = law.RateFacts(law.RESSOURCEFORLOEB, level == 0, level == 2, True)
    earns = random.random() < 0.4
    pays = {month: random.randrange(0, 25_000) if earns and random.random() < 0.7 else 0 for month in MONTHS}
    incomes = tuple(law.Income(month, pay=pay) for month, pay in pays.items() if pay)
    spell = law.BenefitSpell(law.Period(since), law.CoveredBenefit.PROGRAMME_BENEFIT)
    facts = law.BenefitFacts(FIRST_MONTH, FIRST_MONTH, None, rate, incomes=incomes)
    return Money(facts, law.SupportHistory((spell,)))
