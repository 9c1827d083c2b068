"""What a case costs the municipality month by month: the benefit week by week, and the programme's own costs.

How a month's benefit is divided between its weeks is no rule that has been read: here every day has the same
part of it. That is our choice, and `DIVIDED` in `case_questions_words.py` tells whoever reads the figures.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta

from sammetag.law.answer import Answer, Book, Topic, Version
from sammetag.law.benefit import BENEFIT, Benefit, benefit
from sammetag.law.case_facts import ActiveTime, CaseFacts
from sammetag.law.case_question import Lacking
from sammetag.law.case_questions_words import NOT_PAID_TO
from sammetag.law.errors import LawError, OutsideProgramme
from sammetag.law.period import DAY, Period, add_months, months_from
from sammetag.law.registry import BOOK
from sammetag.law.reimbursement import BENEFIT as REIMBURSEMENT
from sammetag.law.reimbursement import STAIRCASE_FROM, Activity, ShareFacts, benefit_share, deciding_day
from sammetag.law.reimbursement_cost import PaidPart, Share, SharedCost, cost_of_month
from sammetag.law.reimbursement_programme import CostFacts, CostKind, programme_share
from sammetag.law.reimbursement_weeks import WeekCount, WeekState, count_weeks, fresh_start

TWO_SHARES_UNTIL = date(2015, 12, 31)


@dataclass(frozen=True, slots=True)
class CostPart:
    """Money with one share: of the benefit (`kind` None) for the days of a week, or of one kind of cost.

    `week_number` is the number on the staircase, None for costs and until 2015. `version` is that of the rule
    that gave the share: where it stands and how well it was read.
    """

    kind: CostKind | None
    period: Period
    week_number: int | None
    paid: PaidPart
    version: Version


@dataclass(frozen=True, slots=True)
class Unshared:
    """Money that cannot be shared, and why; `paid_oere` is None where not even that is known."""

    kind: CostKind | None
    paid_oere: int | None
    why: LawError


@dataclass(frozen=True, slots=True)
class MonthCost:
    """What a month (its first day) cost as far as it can be told (`parts`), and what cannot (`unshared`).

    `outside` says why nothing is paid, where the programme has not begun or is over.
    """

    month: date
    parts: tuple[CostPart, ...]
    unshared: tuple[Unshared, ...]
    outside: OutsideProgramme | None = None

    @property
    def cost(self) -> SharedCost:
        """Give what was paid and who bears it, of the parts that can be told; in øre."""
        return cost_of_month(part.paid for part in self.parts)

    @property
    def unshared_oere(self) -> int:
        """Give what was paid besides, of which it cannot be told who bears it; in øre."""
        return sum(one.paid_oere or 0 for one in self.unshared)


@dataclass(eq=False)
class Reckoning:
    """Reckons the cost of cases under one rulebook; keep one for many cases, which share most answers."""

    book: Book
    _shares: dict[tuple[str, int | None, frozenset[Activity], date], Answer[Share]] = field(
        default_factory=dict, init=False, repr=False
    )

    def months(self, case: CaseFacts, first_month: date, last_month: date) -> tuple[MonthCost, ...]:
        """Give the cost of each month from the first to the last, both included, told by their first days."""
        weeks = _Weeks(case)
        found, month = [], first_month
        while month <= last_month:
            found.append(self._month(case, month, weeks))
            month = add_months(month, 1)
        return tuple(found)

    def share_on(self, case: CaseFacts, on: date) -> Answer[Share]:
        """Say how much of a day's benefit the state pays; raises as `benefit_share`, and Lacking."""
        return self._share(case, on, _Weeks(case))

    def _month(self, case: CaseFacts, month: date, weeks: _Weeks) -> MonthCost:
        parts: list[CostPart] = []
        unshared: list[Unshared] = []
        outside: OutsideProgramme | None = None
        paid: int | None = None
        try:
            paid = benefit_of(case, month, book=self.book).value.paid_oere
            parts += self._of_benefit(case, month, paid, weeks)
        except OutsideProgramme as why:
            outside = why
        except LawError as why:
            unshared.append(Unshared(None, paid, why))
        if case.costs is None:
            unshared.append(Unshared(None, None, Lacking("costs")))
        for cost in case.costs or ():
            if cost.month == month:
                self._add_cost(case.scheme, cost.kind, (month, cost.amount * 100), (parts, unshared))
        return MonthCost(month, tuple(parts), tuple(unshared), outside)

    def _of_benefit(self, case: CaseFacts, month: date, paid: int, weeks: _Weeks) -> list[CostPart]:
        """Divide the benefit of a month between the days of its weeks, to the last øre."""
        whole = months_from(month, 1)
        days = _days(whole)
        parts, before = [], 0
        for period in _stretches(whole, case.active or ()):
            until = before + _days(period)
            share = self._share(case, period.first, weeks)
            piece = paid * until // days - paid * before // days
            number = weeks.number_on(period.first)
            parts.append(CostPart(None, period, number, PaidPart(piece, share.value), share.version))
            before = until
        return parts

    def _share(self, case: CaseFacts, on: date, weeks: _Weeks) -> Answer[Share]:
        activities = frozenset[Activity]()
        if on <= TWO_SHARES_UNTIL:
            if case.active is None:
                raise _lacking(REIMBURSEMENT, case, on, lacks="active")
            activities = frozenset(one.activity for one in case.active if one.period.contains(on))
        number = weeks.number_on(on)
        asked = (case.scheme, number, activities, on)
        if asked not in self._shares:
            facts = ShareFacts(case.scheme, number, activities)
            self._shares[asked] = benefit_share(facts, on, book=self.book)
        return self._shares[asked]

    def _add_cost(
        self,
        scheme: str,
        kind: CostKind,
        paid: tuple[date, int],
        found: tuple[list[CostPart], list[Unshared]],
    ) -> None:
        (month, oere), (parts, unshared) = paid, found
        try:
            share = programme_share(CostFacts(scheme, kind), month, book=self.book)
        except LawError as why:
            unshared.append(Unshared(kind, oere, why))
        else:
            whole = months_from(month, 1)
            parts.append(CostPart(kind, whole, None, PaidPart(oere, share.value), share.version))


@dataclass(eq=False)
class _Weeks:
    """The counted weeks of one case, counted when they are first asked for."""

    case: CaseFacts
    _count: WeekCount | None = None

    def number_on(self, on: date) -> int | None:
        """Give the number of the week, None until 2015; raises Lacking where the case does not tell it."""
        if on <= TWO_SHARES_UNTIL:
            return None
        if self._count is None:
            if self.case.support is None:
                raise _lacking(REIMBURSEMENT, self.case, on, lacks="support")
            self._count = count_weeks(self.case.support, fresh_start(STAIRCASE_FROM))
        week = self._count.week_of(deciding_day(on))
        if week.state is not WeekState.BENEFIT:
            monday = week.week.first
            raise LawError(NOT_PAID_TO.filled(monday=monday), f"no benefit in the week of {monday}")
        return week.number


def benefit_of(case: CaseFacts, month: date, *, book: Book = BOOK) -> Answer[Benefit]:
    """Say what the benefit of a case pays in a month; raises as `benefit` does, and Lacking."""
    if case.benefit is None:
        raise _lacking(BENEFIT, case, month, lacks="benefit")
    return benefit(case.benefit, month, book=book)


def _lacking(topic: Topic, case: CaseFacts, on: date, *, lacks: str) -> LawError:
    """Give why there is no answer: that the law has none that day, or else that the case lacks a part."""
    try:
        BOOK.version_on(topic, case.scheme, on)
    except LawError as why:
        return why
    return Lacking(lacks)


def _stretches(month: Period, active: tuple[ActiveTime, ...]) -> Iterator[Period]:
    """Give the month in weeks from Monday to Sunday; until 2015 also cut where an activity begins or ends."""
    last = month.last or month.first
    cuts = {month.first, last + DAY}
    monday = month.first + timedelta(days=7 - month.first.weekday())
    while monday <= last:
        cuts.add(monday)
        monday += timedelta(days=7)
    if month.first <= TWO_SHARES_UNTIL:
        for one in active:
            edges = (one.period.first, None if one.period.last is None else one.period.last + DAY)
            cuts |= {day for day in edges if day is not None and month.contains(day)}
    ordered = sorted(cuts)
    for first, end in zip(ordered, ordered[1:], strict=False):
        yield Period(first, end - DAY)


def _days(period: Period) -> int:
    return 0 if period.last is None else (period.last - period.first).days + 1
