"""`sammetag law duties`, `assess` and `schema`: what the law says of the cases in a file of facts."""

from __future__ import annotations

import argparse
from dataclasses import replace
from datetime import date
from functools import partial
from pathlib import Path
from typing import Any

from sammetag.config.commands.grammar import Commands, word
from sammetag.config.commands.law_shown import (
    answer_as_data,
    as_json,
    both,
    fault_as_data,
    reading_told,
    reason_as_data,
    reasons_told,
    source_as_data,
    told,
)
from sammetag.config.commands.law_typed import book_of, cases, day_of_a_case, holds_many, refused
from sammetag.config.terminal import say
from sammetag.law import (
    BOOK,
    CIRCULAR,
    Answer,
    Assessment,
    Condition,
    ConditionState,
    LawError,
    Reason,
    Words,
    day_in_words,
    scheme_name,
    together,
)
from sammetag.law.answer import Book
from sammetag.law.case_facts import CaseFacts
from sammetag.law.case_question import CaseQuestion, Lacking
from sammetag.law.case_questions import DUTIES, QUESTIONS, TARGETED
from sammetag.law.facts_schema import facts_schema
from sammetag.law.reform import Reform, ReformedBook, meaning

STATES = {
    ConditionState.HOLDS: Words("opfyldt", "met"),
    ConditionState.FAILS: Words("ikke opfyldt", "not met"),
    ConditionState.UNKNOWN: Words("ikke afgjort", "not settled"),
}
AS_IF_LAW = Words("Som om dette var lov: {reform} ({name}).", "As if this were law: {reform} ({name}).")
NO_TARGET_GROUP = Words(
    "Ordningen i sagen har ikke denne målgruppe.", "The scheme of the case does not have this target group."
)

NO_DUTIES = Words(
    "Regelbogen har ingen pligter for ordningen {scheme}.",
    "The rulebook has no duties for the scheme '{scheme}'.",
)


def add_to(kinds: Commands[argparse.ArgumentParser]) -> None:
    """Adds `law duties`, `law assess` and `law schema`."""
    owed = word(kinds, "duties", list_duties)
    owed.add_argument("--reform", action="append", default=[], metavar="NAME", help="as if it were law")
    judged = word(kinds, "assess", assess)
    for one in (owed, judged):
        one.add_argument("facts", type=Path, metavar="FACTS", help="facts.json, or many in a .jsonl")
        one.add_argument("--on", required=True, metavar="DATE", help="the day asked about, as 2026-01-31")
        one.add_argument("--json", action="store_true", help="for another program")
    word(kinds, "schema", show_schema)


def list_duties(chosen: argparse.Namespace) -> int:
    """Lists what the law asks for in each case of a file on a day, and what cannot be told and why."""
    on = day_of_a_case("--on", chosen.on)
    book = book_of(chosen.reform)
    reforms = book.reforms if isinstance(book, ReformedBook) else ()
    found = [(case, _asked(case, on, book)) for case in cases(chosen.facts, on=on)]
    if chosen.json:
        say(as_json([_duties_as_data(case, on, reforms, duties) for case, duties in found]))
    else:
        say("\n".join(_duties_in_words(case, on, reforms, duties) for case, duties in found))
    return 0


def assess(chosen: argparse.Namespace) -> int:
    """Judges each case of a file against the target group on a day: each condition, why, what settles it."""
    on = day_of_a_case("--on", chosen.on)
    found = [(case, _judged(case, on)) for case in cases(chosen.facts, on=on)]
    if not holds_many(chosen.facts) and isinstance(found[0][1], Lacking):
        raise refused(found[0][1].sentence, str(chosen.facts))
    if chosen.json:
        say(as_json([_assessment_as_data(case, on, answer) for case, answer in found]))
    else:
        say("\n".join(_assessment_in_words(case, on, answer) for case, answer in found))
    return 0


def show_schema(chosen: argparse.Namespace) -> int:
    """Shows the JSON schema of a file of facts, with the meaning and the unit of every field."""
    say(as_json(facts_schema()))
    return 0


Asked = list[tuple[CaseQuestion, Answer[Any] | LawError]]
Reforms = tuple[Reform, ...]


def _asked(case: CaseFacts, on: date, book: Book) -> Asked:
    """What each question comes to; those that are not for such a case are left out."""
    found: Asked = []
    for question in _questions(book, case.scheme):
        try:
            answer = question.ask(case, on, book)
        except LawError as fault:
            found.append((question, fault))
        else:
            if answer is not None:
                found.append((replace(question, told=partial(meaning, question, book=book)), answer))
    return found


def _questions(book: Book, scheme: str) -> list[CaseQuestion]:
    """The duties, and whatever else the reforms change or bring for that scheme."""
    touched = book.touched(QUESTIONS, scheme=scheme) if isinstance(book, ReformedBook) else []
    return [*DUTIES, *(one for one in touched if one not in DUTIES)]


def _duties_as_data(case: CaseFacts, on: date, reforms: Reforms, duties: Asked) -> dict[str, Any]:
    told_of = [_duty_as_data(question, answer) for question, answer in duties]
    return {"case": case.id, "on": on, "reforms": [one.name for one in reforms], "duties": told_of}


def _duty_as_data(question: CaseQuestion, answer: Answer[Any] | LawError) -> dict[str, Any]:
    about = {"name": question.topic.name, "title": both(question.topic.title)}
    if isinstance(answer, LawError):
        return about | {"answered": False} | fault_as_data(answer)
    return about | {"answered": True, "told": both(question.told(answer.value))} | answer_as_data(answer)


def _duties_in_words(case: CaseFacts, on: date, reforms: Reforms, duties: Asked) -> str:
    switched_on = "".join(told(AS_IF_LAW.filled(reform=one.title, name=one.name), 2) for one in reforms)
    listed = "".join(_duty_in_words(question, answer) for question, answer in duties)
    none = told(NO_DUTIES.filled(scheme=scheme_name(case.scheme)), 2)
    return _heading(case, on) + switched_on + (listed or none)


def _duty_in_words(question: CaseQuestion, answer: Answer[Any] | LawError) -> str:
    title = f"  {question.topic.title.da} / {question.topic.title.en}\n"
    if isinstance(answer, LawError):
        return title + told(answer.sentence, 4)
    reading = reading_told(answer.version, 6)
    return title + told(question.told(answer.value), 4) + reading + reasons_told(answer.reasons, 6)


def _judged(case: CaseFacts, on: date) -> Answer[Assessment] | LawError:
    try:
        answer = TARGETED.ask(case, on, BOOK)
    except LawError as fault:
        return fault
    return answer or LawError(NO_TARGET_GROUP, f"no target group for {case.scheme}")


def _assessment_as_data(case: CaseFacts, on: date, answer: Answer[Assessment] | LawError) -> dict[str, Any]:
    about = {"case": case.id, "on": on}
    if isinstance(answer, LawError):
        return about | {"answered": False} | fault_as_data(answer)
    return about | {
        "answered": True,
        "result": answer.value.result,
        "told": both(TARGETED.told(answer.value)),
        "conditions": [_condition_as_data(one) for one in answer.value.conditions],
        "beside": [
            reason_as_data(one) | {"interpretation": one.source == CIRCULAR} for one in _beside(answer)
        ],
        "source": source_as_data(answer.version.source),
        "confidence": answer.version.confidence,
        "note": both(answer.version.note) if answer.version.note else None,
    }


def _condition_as_data(one: Condition) -> dict[str, Any]:
    return {
        "name": one.name,
        "state": one.state,
        "demand": both(one.demand),
        "reason": both(one.reason),
        "settle": both(one.settle) if one.settle else None,
        "source": source_as_data(one.source),
    }


def _assessment_in_words(case: CaseFacts, on: date, answer: Answer[Assessment] | LawError) -> str:
    if isinstance(answer, LawError):
        return _heading(case, on) + told(answer.sentence, 2)
    conditions = "".join(_condition_in_words(one) for one in answer.value.conditions)
    verdict = _heading(case, on) + told(TARGETED.told(answer.value), 2)
    return verdict + reading_told(answer.version, 2) + conditions + reasons_told(_beside(answer), 2)


def _condition_in_words(one: Condition) -> str:
    state = STATES[one.state]
    settle = told(one.settle, 6) if one.settle else ""
    return (
        f"  {state.da}: {one.demand.da}\n  {state.en}: {one.demand.en}\n"
        f"{told(one.reason, 4)}{settle}    [{one.source}]\n"
    )


def _beside(answer: Answer[Assessment]) -> list[Reason]:
    """What is told beside verdict and conditions; the circular says itself that it only interprets."""
    shown = {text for one in answer.value.conditions for text in _texts(one)}
    return [one for one in answer.reasons[1:] if one.text not in shown]


def _texts(one: Condition) -> tuple[Words, ...]:
    reason = one.reason if one.settle is None else together(one.reason, one.settle)
    return one.demand, reason


def _heading(case: CaseFacts, on: date) -> str:
    shown = day_in_words(on)
    return f"Sag {case.id}, {shown.da} / Case {case.id}, {shown.en}\n"
