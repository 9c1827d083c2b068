"""The facts of a case out of a JSON file, and of many out of one with a case on each line.

`docs/facts.md` tells how such a file is written; its schema is made by `facts_schema.py`.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any, NoReturn

from sammetag.law.benefit_words import month_in_words
from sammetag.law.case_facts import CaseFacts, ProgrammeCost
from sammetag.law.facts_fields import PROGRAMME, fields_of, programme_of
from sammetag.law.facts_reading import AN_OBJECT, cut, object_reader, reader_of, wrong_type
from sammetag.law.facts_refused import (
    A_LIST,
    BORN_IN_FUTURE,
    BORN_LATER,
    BROKEN,
    COST_TWICE,
    GRANT_AFTER_END,
    NO_CASE,
    SAME_ID,
    START_AFTER_END,
    TWICE,
    UNREADABLE,
    FactsRefused,
)
from sammetag.law.reimbursement_programme import CostKind
from sammetag.law.reimbursement_words import COSTS

__all__ = ["FactsRefused", "case_of", "read_case", "read_cases"]

_ON_LINE = "linje/line {number}"


def read_case(text: str, *, on: date) -> CaseFacts:
    """Give the case that a JSON text tells of; no one in it is born after `on`.

    Raises FactsRefused with the path of the field that does not fit, and what to do about it.
    """
    return case_of(_parsed(text), on=on)


def read_cases(lines: Iterable[str], *, on: date) -> Iterator[CaseFacts]:
    """Give the case of each line, one after the other; empty lines are skipped.

    Raises FactsRefused as `read_case` does, with the number of the line before the path; also where two
    cases have one id, and where there is no case at all.
    """
    seen: set[str] = set()
    for number, line in enumerate(lines, start=1):
        if not line.strip():
            continue
        try:
            case = read_case(line, on=on)
            if case.id in seen:
                raise FactsRefused("id", SAME_ID.filled(id=case.id))
        except FactsRefused as fault:
            raise FactsRefused(_ON_LINE.format(number=number), fault.sentence) from fault
        seen.add(case.id)
        yield case
    if not seen:
        raise FactsRefused("", NO_CASE)


def case_of(data: object, *, on: date) -> CaseFacts:
    """Give the case out of what was JSON; raises FactsRefused as `read_case` does."""
    if isinstance(data, list):
        raise FactsRefused("", A_LIST)
    if not isinstance(data, dict):
        raise wrong_type(data, "", AN_OBJECT)
    programme = programme_of(
        {
            one.name: reader_of(one)(data[one.name], one.name, {})
            for one in fields_of(CaseFacts)
            if one.name in PROGRAMME and one.name in data
        }
    )
    _refuse_order(programme, on)
    case: CaseFacts = object_reader(CaseFacts)(data, "", programme)
    _refuse_cost_twice(case.costs or ())
    return case


def _refuse_cost_twice(costs: tuple[ProgrammeCost, ...]) -> None:
    seen: set[tuple[date, CostKind]] = set()
    for at, cost in enumerate(costs):
        if (cost.month, cost.kind) in seen:
            told = {"cost": COSTS[cost.kind], "month": month_in_words(cost.month)}
            raise FactsRefused(f"costs[{at}]", COST_TWICE.filled(**told))
        seen.add((cost.month, cost.kind))


def _refuse_order(programme: dict[str, Any], on: date) -> None:
    """Refuse days of a programme that cannot all be right, before a part trips over them."""
    granted, starts, ends = programme["granted_on"], programme["starts_on"], programme["ends_on"]
    born = programme["born_on"]
    if born is not None and born > on:
        raise FactsRefused("born_on", BORN_IN_FUTURE.filled(born=born, day=on))
    for began in (granted, starts):
        if born is not None and began is not None and born > began:
            raise FactsRefused("born_on", BORN_LATER.filled(born=born, day=began))
    if ends is not None and granted is not None and granted > ends:
        raise FactsRefused("granted_on", GRANT_AFTER_END.filled(granted=granted, ends=ends))
    if ends is not None and starts is not None and starts > ends:
        raise FactsRefused("starts_on", START_AFTER_END.filled(starts=starts, ends=ends))


def _parsed(text: str) -> object:
    if not text.strip():
        raise FactsRefused("", NO_CASE)
    try:
        return json.loads(text, object_pairs_hook=_once, parse_constant=_no_number)
    except json.JSONDecodeError as fault:
        raise FactsRefused("", BROKEN.filled(line=fault.lineno, column=fault.colno)) from fault
    except (ValueError, RecursionError) as fault:
        raise FactsRefused("", UNREADABLE) from fault


def _once(pairs: list[tuple[str, object]]) -> dict[str, object]:
    """Refuse a field that stands twice: JSON would keep the last one and say nothing."""
    found = dict(pairs)
    if len(found) < len(pairs):
        names = [name for name, _value in pairs]
        raise FactsRefused(cut(next(name for name in names if names.count(name) > 1)), TWICE)
    return found


def _no_number(text: str) -> NoReturn:
    raise ValueError(f"{text} is no number in JSON")
