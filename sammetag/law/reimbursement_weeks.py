"""Which number a week with benefit has on the staircase of state reimbursement, counted across benefits.

Weeks run from Monday to Sunday. How they are counted:
- A week counts once when at least one covered benefit touches one of its days, 1 July 2014 or later.
- A whole week without any public support and without a wage-subsidised job is self-support.
- The count starts over once enough weeks of self-support, after the first week of the count, lie within
  the last years. The next week with benefit is then number 1, and self-support is counted afresh after it.
  We read 'once' as at any time: what was reached is kept, even where other support comes before that benefit.
Source: lov om kommunernes finansiering af visse offentlige ydelser §§ 6 and 30; BEK 14/2026 §§ 2, 20 and 22.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from sammetag.law.errors import NotInForce
from sammetag.law.numbers import number
from sammetag.law.period import DAY, Period, add_months
from sammetag.law.reimbursement_words import (
    BEFORE_THE_COUNT,
)
from sammetag.law.schemes import RESSOURCEFORLOEB

COUNTED_SINCE = date(2014, 7, 1)
_NO_END = (date.max.toordinal() - 1) // 7

# A stretch of weeks: the first and the last of them, both included, each as the number of weeks since year 1.
_Weeks = tuple[int, int]


class CoveredBenefit(StrEnum):
    """A benefit whose weeks count on the staircase; OTHER_COVERED is one that the act covers unnamed here."""

    PROGRAMME_BENEFIT = "programme-benefit"
    JOB_CLARIFICATION_BENEFIT = "job-clarification-benefit"
    SICKNESS_BENEFIT = "sickness-benefit"
    CASH_BENEFIT = "cash-benefit"
    UNEMPLOYMENT_BENEFIT = "unemployment-benefit"
    DISABILITY_PENSION = "disability-pension"
    OTHER_COVERED = "other-covered"


class WeekState(StrEnum):
    """What a week is: it counts (BENEFIT), it is SELF_SUPPORT, or it is neither (OTHER_SUPPORT)."""

    BENEFIT = "benefit"
    OTHER_SUPPORT = "other-support"
    SELF_SUPPORT = "self-support"


@dataclass(frozen=True, slots=True)
class BenefitSpell:
    """A covered benefit and the days it was paid for; a period without an end is still being paid."""

    period: Period
    benefit: CoveredBenefit


@dataclass(frozen=True, slots=True)
class SupportHistory:
    """What one citizen has been paid, in any order; spells may overlap.

    `other_support` are days of what breaks self-support without counting itself: student grant, parental
    benefit, early retirement pay, flexi-job subsidy, state pension, a wage-subsidised job. Days in neither
    list are taken to be self-support, so the history must be whole up to the week that is asked about.
    """

    benefits: tuple[BenefitSpell, ...]
    other_support: tuple[Period, ...] = ()


@dataclass(frozen=True, slots=True)
class FreshStart:
    """When the count starts over: so many whole weeks of self-support in all, within the last `years`.

    Raises ValueError where one of them is less than 1.
    """

    weeks: int
    years: int

    def __post_init__(self) -> None:
        """Refuse a fresh start that would need nothing."""
        if self.weeks < 1 or self.years < 1:
            raise ValueError(f"a fresh start needs weeks and years: {self!r}")


@dataclass(frozen=True, slots=True)
class CountedWeek:
    """What is counted for one week.

    `number` is the week's number, or, in a week without benefit, the number a benefit would have in it.
    `self_support_weeks` lie after the first week of the count and within the last years, this one included.
    """

    week: Period
    state: WeekState
    number: int
    benefits: frozenset[CoveredBenefit]
    self_support_weeks: int


def fresh_start(on: date) -> FreshStart:
    """Say how much self-support makes the count start over, as the act stood on the day.

    Raises NotInForce before 4 January 2016. Source: the act's § 6, stk. 1.
    """
    weeks = number("refund_self_support_weeks", scheme=RESSOURCEFORLOEB, on=on).value
    years = number("refund_self_support_years", scheme=RESSOURCEFORLOEB, on=on).value
    return FreshStart(weeks, years)


def count_weeks(history: SupportHistory, rule: FreshStart) -> WeekCount:
    """Count a citizen's weeks once, so that any week can then be asked for.

    Build it once for each citizen: it is the part that costs. The count of earlier weeks never depends on
    later spells, so one count answers for every month of a case.
    """
    benefits = [touched for spell in history.benefits if (touched := _touched(spell.period))]
    others = (touched for period in history.other_support if (touched := _touched(period)))
    supported = _Calendar(_merged((*benefits, *others)))
    stretches: list[_Stretch] = []
    for first, last in _merged(benefits):
        before = stretches[-1] if stretches else None
        if before is None or _starts_over(supported, rule, before, first):
            stretches.append(_Stretch(first, last, number=1, start=first))
        else:
            stretches.append(_Stretch(first, last, before.number_in(first), before.start))
    return WeekCount(history, rule, tuple(stretches), supported)


@dataclass(frozen=True, slots=True)
class _Stretch:
    """Weeks with benefit without a gap; `start` is the first week of the count that they belong to."""

    first: int
    last: int
    number: int
    start: int

    def number_in(self, week: int) -> int:
        """Give the number of a week inside, or the one that comes after this stretch."""
        return self.number + min(week, self.last + 1) - self.first


class _Calendar:
    """Which weeks hold any support, summed up so that a question costs no more than a look-up."""

    __slots__ = ("firsts", "lasts", "sums")

    def __init__(self, stretches: tuple[_Weeks, ...]) -> None:
        self.firsts = [first for first, _last in stretches]
        self.lasts = [last for _first, last in stretches]
        self.sums = [0]
        for first, last in stretches:
            self.sums.append(self.sums[-1] + last - first + 1)

    def holds(self, week: int) -> bool:
        index = bisect_right(self.firsts, week)
        return index > 0 and week <= self.lasts[index - 1]

    def free(self, first: int, last: int) -> int:
        """Give the number of weeks of self-support among these, both included."""
        return 0 if last < first else last - first + 1 - self._until(last) + self._until(first - 1)

    def run_ends(self, after: int, before: int) -> list[int]:
        """Give the last week of each run of self-support that lies between the two weeks."""
        low, high = bisect_right(self.firsts, after), bisect_right(self.firsts, before - 1)
        return [first - 1 for first in self.firsts[low:high]] + [before - 1]

    def _until(self, week: int) -> int:
        index = bisect_right(self.firsts, week)
        return 0 if index == 0 else self.sums[index] - max(0, self.lasts[index - 1] - week)


@dataclass(frozen=True, slots=True)
class WeekCount:
    """The counted weeks of one citizen, made by `count_weeks`."""

    _history: SupportHistory
    _rule: FreshStart
    _stretches: tuple[_Stretch, ...]
    _supported: _Calendar

    def number_on(self, day: date) -> int:
        """Say which number the week of that day has, or would have with a benefit in it.

        Raises NotInForce for a day before 1 July 2014.
        """
        week = _counted_week(day)
        stretch = self._at(week)
        if stretch is None:
            return 1
        if week > stretch.last and _starts_over(self._supported, self._rule, stretch, week):
            return 1
        return stretch.number_in(week)

    def week_of(self, day: date) -> CountedWeek:
        """Say what is counted for the week of that day, and with which benefits in it.

        Raises NotInForce for a day before 1 July 2014.
        """
        week = _counted_week(day)
        stretch = self._at(week)
        days = Period(date.fromordinal(week * 7 + 1), date.fromordinal(week * 7 + 7))
        saved = 0 if stretch is None else _self_support(self._supported, self._rule, stretch.start, week)
        return CountedWeek(days, self._state(week), self.number_on(day), self._benefits_in(days), saved)

    def _at(self, week: int) -> _Stretch | None:
        """Give the stretch that holds the week, or the last one before it."""
        index = bisect_right(self._stretches, week, key=lambda stretch: stretch.first)
        return self._stretches[index - 1] if index else None

    def _state(self, week: int) -> WeekState:
        stretch = self._at(week)
        if stretch is not None and week <= stretch.last:
            return WeekState.BENEFIT
        return WeekState.OTHER_SUPPORT if self._supported.holds(week) else WeekState.SELF_SUPPORT

    def _benefits_in(self, days: Period) -> frozenset[CoveredBenefit]:
        counted = Period(max(days.first, COUNTED_SINCE), days.last)
        spells = self._history.benefits
        return frozenset(spell.benefit for spell in spells if spell.period.overlaps(counted))


def _starts_over(supported: _Calendar, rule: FreshStart, stretch: _Stretch, week: int) -> bool:
    """Say whether enough self-support was reached after the stretch and before the week.

    It grows with every week of a run, since the window moves on by one week only, so the ends of the runs
    decide; and once reached it stays reached, whatever support the citizen has before the next benefit.
    """
    if supported.free(stretch.start + 1, week - 1) < rule.weeks:
        return False
    ends = supported.run_ends(stretch.last, week)
    return any(_self_support(supported, rule, stretch.start, end) >= rule.weeks for end in ends)


def _self_support(supported: _Calendar, rule: FreshStart, start: int, end: int) -> int:
    """Give the weeks of self-support after `start` that lie whole within the years up to `end`'s Sunday."""
    sunday = date.fromordinal(end * 7 + 7)
    first_day = add_months(sunday, -12 * rule.years) + DAY
    first_whole = -(-(first_day.toordinal() - 1) // 7)
    return supported.free(max(start + 1, first_whole), end)


def _touched(period: Period) -> _Weeks | None:
    """Give the weeks that the period touches with its days since the count began, or None without any."""
    if period.last is None:
        return _week(max(period.first, COUNTED_SINCE)), _NO_END
    if period.last < COUNTED_SINCE:
        return None
    return _week(max(period.first, COUNTED_SINCE)), _week(period.last)


def _merged(touched: Iterable[_Weeks]) -> tuple[_Weeks, ...]:
    """Give the same weeks as stretches, in order and with a gap between each and the next."""
    merged: list[_Weeks] = []
    for first, last in sorted(touched):
        if merged and first <= merged[-1][1] + 1:
            merged[-1] = (merged[-1][0], max(last, merged[-1][1]))
        else:
            merged.append((first, last))
    return tuple(merged)


def _week(day: date) -> int:
    """Give the number of the day's week; day 1 of year 1 was a Monday."""
    return (day.toordinal() - 1) // 7


def _counted_week(day: date) -> int:
    if day < COUNTED_SINCE:
        sentence = BEFORE_THE_COUNT.filled(first=COUNTED_SINCE, day=day)
        raise NotInForce(sentence, f"weeks are not counted on {day}")
    return _week(day)
