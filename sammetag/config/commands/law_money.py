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
    reasons_told,
    told,
)
from sammetag.config.commands.law_typed import MANY, cases, months, refused
from sammetag.config.terminal import say
from sammetag.law import (
    BOOK,
    Answer,
    Benefit,
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
COST_OF_CASE = Words("Sag {case} i alt: {cost}.", "Case {case} in all: {cost}.")
COST_OF_ALL = Words("Alle sager ({count}): {cost}.", "All cases ({count}): {cost}.")
LEFT_OUT = Words(
    "Tallene er ikke hele: noget kan ikke afgøres og er ikke regnet med, i {count}.",
    "The figures are not whole: something cannot be decided and is left out, in {count}.",
)


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
    if chosen.json:
        say(as_json([_benefit_as_data(case, asked) for case in known]))
    else:
        say("\n".join(_benefit_in_words(case, asked) for case in known))
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
    if file.suffix != MANY and all(getattr(found[0], part) is None for part in parts):
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


def _benefit_as_data(case: CaseFacts, asked: Period) -> dict[str, Any]:
    rows, paid, left_out = [], 0, 0
    for month, answer in _benefits(case, asked):
        about = {"month": f"{month:%Y-%m}"}
        if isinstance(answer, LawError):
            left_out += not isinstance(answer, OutsideProgramme)
            rows.append(about | {"answered": False} | fault_as_data(answer))
        else:
            paid += answer.value.paid_oere
            rows.append(about | {"answered": True} | answer_as_data(answer))
    return {"case": case.id, "months": rows, "paid_oere": paid, "months_left_out": left_out}


def _benefit_in_words(case: CaseFacts, asked: Period) -> str:
    lines, paid, left_out = [f"Sag {case.id} / Case {case.id}\n"], 0, 0
    for month, answer in _benefits(case, asked):
        if isinstance(answer, LawError):
            left_out += not isinstance(answer, OutsideProgramme)
            lines.append(_month_heading(month) + told(answer.sentence, 4))
        else:
            paid += answer.value.paid_oere
            lines.append(_month_heading(month) + reasons_told(answer.reasons, 4))
    lines.append(told(IN_ALL.filled(paid=money(paid)), 2))
    if left_out:
        lines.append(told(MONTHS_WITHOUT.filled(count=left_out), 2))
    return "".join(lines)


def _reimbursement_as_data(found: list[Costs]) -> dict[str, Any]:
    not_whole = [one.case.id for one in found if one.left_out]
    return {
        "cases": [_costs_as_data(one) for one in found],
        "all": {"cases": len(found)} | _cost_as_data(_all_of(found)) | {"not_whole": not_whole},
        "note": both(DIVIDED),
    }


def _costs_as_data(one: Costs) -> dict[str, Any]:
    rows = [_month_as_data(month) for month in one.months]
    return {"case": one.case.id, "months": rows} | _cost_as_data(one.cost) | {"months_left_out": one.left_out}


def _month_as_data(month: MonthCost) -> dict[str, Any]:
    return (
        {"month": f"{month.month:%Y-%m}"}
        | _cost_as_data(month.cost)
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
    } | _cost_as_data(cost_of_month([part.paid]))


def _unshared_as_data(one: Unshared) -> dict[str, Any]:
    return {"what": one.kind or "benefit", "paid_oere": one.paid_oere} | fault_as_data(one.why)


def _cost_as_data(cost: SharedCost) -> dict[str, int]:
    return {"paid_oere": cost.paid_oere, "state_oere": cost.state_oere, "net_oere": cost.net_oere}


def _costs_in_words(one: Costs) -> str:
    rows = "".join(_month_in_words(month) for month in one.months)
    total = COST_OF_CASE.filled(case=one.case.id, cost=_cost_in_words(one.cost))
    return f"Sag {one.case.id} / Case {one.case.id}\n{rows}{told(total, 2)}{_left_out(one.left_out, 2)}"


def _month_in_words(month: MonthCost) -> str:
    heading = _month_heading(month.month)
    if month.outside and not month.parts:
        heading += told(month.outside.sentence, 4)
    parts = "".join(_part_in_words(part) for part in month.parts)
    missing = "".join(_missing_in_words(one) for one in month.unshared)
    return heading + told(_cost_in_words(month.cost), 4) + parts + missing


def _part_in_words(part: CostPart) -> str:
    what = THE_BENEFIT if part.kind is None else COSTS[part.kind]
    number = "" if part.week_number is None else f" (uge/week {part.week_number})"
    cost = cost_of_month([part.paid])
    return (
        f"      {part.period.first} – {part.period.last} {what.da} / {what.en}{number}: "
        f"{money(cost.paid_oere).da}, {part.paid.share.per_cent} % → {money(cost.net_oere).da}\n"
    )


def _missing_in_words(one: Unshared) -> str:
    return told(one.why.sentence, 6)


def _all_in_words(found: list[Costs]) -> str:
    cost = _cost_in_words(_all_of(found))
    return (
        told(COST_OF_ALL.filled(count=len(found), cost=cost))
        + _left_out(sum(one.left_out for one in found), 0)
        + told(DIVIDED)
    )


def _all_of(found: list[Costs]) -> SharedCost:
    parts = (part.paid for one in found for month in one.months for part in month.parts)
    return cost_of_month(parts)


def _left_out(months_left_out: int, indent: int) -> str:
    if not months_left_out:
        return ""
    count = counted(months_left_out, Words("måned", "month"), Words("måneder", "months"))
    return told(LEFT_OUT.filled(count=count), indent)


def _cost_in_words(cost: SharedCost) -> Words:
    return COST.filled(paid=money(cost.paid_oere), state=money(cost.state_oere), net=money(cost.net_oere))


def _month_heading(month: date) -> str:
    name = month_in_words(month)
    return f"  {name.da} / {name.en}\n"
