"""`sammetag law benefit` and `reimbursement`: what the cases of a file pay and cost, month by month."""

from __future__ import annotations

import argparse
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from sammetag.config.commands.grammar import Commands, word
from sammetag.config.commands.law_shown import (
    answer_as_data,
    as_json,
    both,
    fault_as_data,
    reading_told,
    reasons_told,
    source_as_data,
    told,
)
from sammetag.config.commands.law_typed import cases, holds_many, months, refused
from sammetag.config.terminal import say
from sammetag.law import (
    BOOK,
    Answer,
    Benefit,
    CostKind,
    LawError,
    OutsideProgramme,
    Period,
    SharedCost,
    Words,
    add_months,
    cost_of_month,
    counted,
)
from sammetag.law.benefit_words import money, month_in_words
from sammetag.law.case_facts import CaseFacts
from sammetag.law.case_money import CostPart, MonthCost, Reckoning, Unshared, benefit_of
from sammetag.law.case_question import Lacking
from sammetag.law.case_questions_words import DIVIDED
from sammetag.law.reimbursement_words import COSTS

THE_BENEFIT = Words("ydelsen", "the benefit")
IN_ALL = Words("I alt udbetalt før skat: {paid}.", "Paid in all before tax: {paid}.")
MONTHS_WITHOUT = Words(
    "Måneder, der ikke er regnet med, fordi de ikke kan afgøres: {count}.",
    "Months left out, since they cannot be decided: {count}.",
)
COST = Words(
    "udgift {paid}, heraf staten {state} og kommunen {net}",
    "cost {paid}, of which the state {state} and the municipality {net}",
)
NOTHING_SHARED = Words(
    "intet kan fordeles på staten og kommunen", "nothing can be shared between state and municipality"
)
UNSHARED = Words(
    "{what}: betalt {paid}; hvem der bærer beløbet, vides ikke.",
    "{what}: paid {paid}; who bears it is not known.",
)
UNSHARED_IN_ALL = Words(
    "Dertil er betalt {paid}; hvem der bærer beløbet, vides ikke.",
    "Besides, {paid} was paid; who bears it is not known.",
)
COST_OF_CASE = Words("Sag {case} i alt: {cost}.", "Case {case} in all: {cost}.")
COST_OF_ALL = Words("Alle sager ({count}): {cost}.", "All cases ({count}): {cost}.")
LEFT_OUT = Words(
    "Tallene er ikke hele: noget kan ikke afgøres og er ikke regnet med, i {count}.",
    "The figures are not whole: something cannot be decided and is left out, in {count}.",
)


@dataclass(frozen=True, slots=True)
class Benefits:
    """What the benefit of a case pays, month by month, or why that cannot be told."""

    case: CaseFacts
    months: tuple[tuple[date, Answer[Benefit] | LawError], ...]

    @property
    def paid_oere(self) -> int:
        """What is paid in all, as far as it can be told."""
        return sum(one.value.paid_oere for _month, one in self.months if isinstance(one, Answer))

    @property
    def left_out(self) -> int:
        """How many months of the programme cannot be told."""
        refused = [one for _month, one in self.months if isinstance(one, LawError)]
        return sum(not isinstance(one, OutsideProgramme) for one in refused)


@dataclass(frozen=True, slots=True)
class Costs:
    """What a case cost, month by month."""

    case: CaseFacts
    months: tuple[MonthCost, ...]

    @property
    def cost(self) -> SharedCost:
        """What was paid in all, as far as it can be told."""
        return cost_of_month(part.paid for month in self.months for part in month.parts)

    @property
    def unshared_oere(self) -> int:
        """What was paid besides, of which it cannot be told who bears it."""
        return sum(month.unshared_oere for month in self.months)

    @property
    def left_out(self) -> int:
        """In how many months something could not be told."""
        return sum(bool(month.unshared) for month in self.months)


def add_to(kinds: Commands[argparse.ArgumentParser]) -> None:
    """Adds `law benefit` and `law reimbursement`."""
    for name, action in (("benefit", list_benefit), ("reimbursement", list_reimbursement)):
        one = word(kinds, name, action)
        one.add_argument("facts", type=Path, metavar="FACTS", help="facts.json, or many in a .jsonl")
        one.add_argument("--from", dest="first", required=True, metavar="MONTH", help="as 2026-01")
        one.add_argument("--to", dest="last", required=True, metavar="MONTH", help="as 2026-12")
        one.add_argument("--json", action="store_true", help="for another program")


def list_benefit(chosen: argparse.Namespace) -> int:
    """Lists what the benefit pays each month in each case of a file, and why."""
    asked = months(chosen)
    known = _cases_with(chosen.facts, asked, ("benefit",))
    found = [Benefits(case, tuple(_benefits(case, asked))) for case in known]
    if chosen.json:
        say(as_json([_benefits_as_data(one) for one in found]))
    else:
        say("\n".join(_benefits_in_words(one) for one in found))
    return 0


def list_reimbursement(chosen: argparse.Namespace) -> int:
    """Lists what each case of a file costs each month, and how much of it state and municipality bear."""
    asked = months(chosen)
    reckoning = Reckoning(BOOK)
    last = asked.last or asked.first
    known = _cases_with(chosen.facts, asked, ("benefit", "costs"))
    found = [Costs(case, reckoning.months(case, asked.first, last)) for case in known]
    if chosen.json:
        say(as_json(_reimbursement_as_data(found)))
    else:
        say("\n".join(_costs_in_words(one) for one in found) + "\n" + _all_in_words(found))
    return 0


def _cases_with(file: Path, asked: Period, parts: tuple[str, ...]) -> tuple[CaseFacts, ...]:
    """The cases of the file; a single one that tells of none of these parts is refused."""
    found = cases(file, on=asked.last or asked.first)
    if not holds_many(file) and all(getattr(found[0], part) is None for part in parts):
        raise refused(Lacking(*parts).sentence, str(file))
    return found


def _benefits(case: CaseFacts, asked: Period) -> Iterable[tuple[date, Answer[Benefit] | LawError]]:
    month = asked.first
    while asked.contains(month):
        try:
            yield month, benefit_of(case, month)
        except LawError as fault:
            yield month, fault
        month = add_months(month, 1)


def _benefits_as_data(found: Benefits) -> dict[str, Any]:
    rows = [_benefit_as_data(month, answer) for month, answer in found.months]
    totals = {"paid_oere": found.paid_oere, "months_left_out": found.left_out}
    return {"case": found.case.id, "months": rows} | totals


def _benefit_as_data(month: date, answer: Answer[Benefit] | LawError) -> dict[str, Any]:
    about = {"month": f"{month:%Y-%m}"}
    if isinstance(answer, LawError):
        return about | {"answered": False} | fault_as_data(answer)
    return about | {"answered": True} | answer_as_data(answer)


def _benefits_in_words(found: Benefits) -> str:
    rows = "".join(_benefit_in_words(month, answer) for month, answer in found.months)
    paid = told(IN_ALL.filled(paid=money(found.paid_oere)), 2)
    without = told(MONTHS_WITHOUT.filled(count=found.left_out), 2) if found.left_out else ""
    return f"Sag {found.case.id} / Case {found.case.id}\n{rows}{paid}{without}"


def _benefit_in_words(month: date, answer: Answer[Benefit] | LawError) -> str:
    if isinstance(answer, LawError):
        return _month_heading(month) + told(answer.sentence, 4)
    return _month_heading(month) + reasons_told(answer.reasons, 4)


def _reimbursement_as_data(found: list[Costs]) -> dict[str, Any]:
    not_whole = [one.case.id for one in found if one.left_out]
    return {
        "cases": [_costs_as_data(one) for one in found],
        "all": {"cases": len(found)}
        | _cost_as_data(_all_of(found), _unshared_of(found))
        | {"not_whole": not_whole},
        "note": both(DIVIDED),
    }


def _costs_as_data(one: Costs) -> dict[str, Any]:
    rows = [_month_as_data(month) for month in one.months]
    about = {"case": one.case.id, "months": rows}
    return about | _cost_as_data(one.cost, one.unshared_oere) | {"months_left_out": one.left_out}


def _month_as_data(month: MonthCost) -> dict[str, Any]:
    return (
        {"month": f"{month.month:%Y-%m}"}
        | _cost_as_data(month.cost, month.unshared_oere)
        | {
            "parts": [_part_as_data(part) for part in month.parts],
            "left_out": [_unshared_as_data(one) for one in month.unshared],
            "outside": both(month.outside.sentence) if month.outside else None,
        }
    )


def _part_as_data(part: CostPart) -> dict[str, Any]:
    return {
        "what": part.kind or "benefit",
        "from": part.period.first,
        "to": part.period.last,
        "week_number": part.week_number,
        "per_cent": part.paid.share.per_cent,
        "source": source_as_data(part.version.source),
        "confidence": part.version.confidence,
        "note": both(part.version.note) if part.version.note else None,
    } | _cost_as_data(cost_of_month([part.paid]))


def _unshared_as_data(one: Unshared) -> dict[str, Any]:
    return {"what": one.kind or "benefit", "paid_oere": one.paid_oere} | fault_as_data(one.why)


def _cost_as_data(cost: SharedCost, unshared_oere: int | None = None) -> dict[str, int]:
    besides = {} if unshared_oere is None else {"unshared_oere": unshared_oere}
    return {"paid_oere": cost.paid_oere, "state_oere": cost.state_oere, "net_oere": cost.net_oere} | besides


def _costs_in_words(one: Costs) -> str:
    rows = "".join(_month_in_words(month) for month in one.months)
    total = told(COST_OF_CASE.filled(case=one.case.id, cost=_cost_of([one])), 2)
    return f"Sag {one.case.id} / Case {one.case.id}\n{rows}{total}{_missing_of([one], 2)}"


def _month_in_words(month: MonthCost) -> str:
    heading = _month_heading(month.month)
    if month.outside and not month.parts:
        heading += told(month.outside.sentence, 4)
    cost = told(_cost_in_words(month.cost), 4) if month.parts or not month.unshared else ""
    parts = "".join(_part_in_words(part) for part in month.parts)
    readings = "".join(reading_told(one, 6) for one in dict.fromkeys(part.version for part in month.parts))
    missing = "".join(_missing_in_words(one) for one in month.unshared)
    return heading + cost + parts + readings + missing


def _part_in_words(part: CostPart) -> str:
    what = _what(part.kind)
    number = "" if part.week_number is None else f" (uge/week {part.week_number})"
    cost = cost_of_month([part.paid])
    return (
        f"      {part.period.first} – {part.period.last} {what.da} / {what.en}{number}: "
        f"{money(cost.paid_oere).da}, {part.paid.share.per_cent} % → {money(cost.net_oere).da}\n"
    )


def _missing_in_words(one: Unshared) -> str:
    if one.paid_oere is None:
        return told(one.why.sentence, 6)
    paid = UNSHARED.filled(what=_what(one.kind), paid=money(one.paid_oere))
    return told(paid, 4) + told(one.why.sentence, 6)


def _what(kind: CostKind | None) -> Words:
    return THE_BENEFIT if kind is None else COSTS[kind]


def _all_in_words(found: list[Costs]) -> str:
    total = COST_OF_ALL.filled(count=len(found), cost=_cost_of(found))
    return told(total) + _missing_of(found, 0) + told(DIVIDED)


def _all_of(found: list[Costs]) -> SharedCost:
    parts = (part.paid for one in found for month in one.months for part in month.parts)
    return cost_of_month(parts)


def _unshared_of(found: list[Costs]) -> int:
    return sum(one.unshared_oere for one in found)


def _cost_of(found: list[Costs]) -> Words:
    """What cases cost in all; where nothing of it can be shared, that and not a cost of nothing."""
    cost = _all_of(found)
    nothing = not cost.paid_oere and any(one.left_out for one in found)
    return NOTHING_SHARED if nothing else _cost_in_words(cost)


def _missing_of(found: list[Costs], indent: int) -> str:
    """What the figures lack: money that cannot be shared, and months of which a part is not known."""
    months_left_out, unshared = sum(one.left_out for one in found), _unshared_of(found)
    besides = told(UNSHARED_IN_ALL.filled(paid=money(unshared)), indent) if unshared else ""
    if not months_left_out:
        return besides
    count = counted(months_left_out, Words("måned", "month"), Words("måneder", "months"))
    return besides + told(LEFT_OUT.filled(count=count), indent)


def _cost_in_words(cost: SharedCost) -> Words:
    return COST.filled(paid=money(cost.paid_oere), state=money(cost.state_oere), net=money(cost.net_oere))


def _month_heading(month: date) -> str:
    name = month_in_words(month)
    return f"  {name.da} / {name.en}\n"
