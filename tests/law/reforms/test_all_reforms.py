"""What holds of every reform: it changes what it names and nothing else, and names only what decides."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import asdict, fields, replace
from datetime import date, timedelta
from functools import cache, partial
from itertools import combinations
from random import Random
from typing import Any

import pytest

from sammetag import law
from sammetag.law import case_questions
from sammetag.law.answer import Book
from sammetag.law.case_facts import CaseFacts, CaseloadKind, ReformFacts
from sammetag.law.case_question import CaseQuestion
from sammetag.law.health_coordinator_question import HEALTH_COORDINATOR_QUESTION
from sammetag.law.job_broker_question import JOB_BROKER_QUESTION
from sammetag.law.reform import Contradiction, Reform, ReformedBook
from sammetag.law.reforms import REFORMS, book_under
from sammetag.law.target_group_facts import TargetFacts
from sammetag.law.team_decision_question import TEAM_DECISION_QUESTION
from tests.law.questions import ASKS

by_name = pytest.mark.parametrize("reform", REFORMS, ids=lambda reform: reform.name)
PAIRS = [pytest.param(*pair, id=" and ".join(one.name for one in pair)) for pair in combinations(REFORMS, 2)]
# What is said of one stretch is said of each of its days: the days of change are enough.
DAYS = law.change_dates()
# Those of the law that ask what else only reforms ask.
BY_WHAT_REFORMS_ASK = (
    case_questions.RETAINED,
    HEALTH_COORDINATOR_QUESTION,
    JOB_BROKER_QUESTION,
    TEAM_DECISION_QUESTION,
)
QUESTIONS = [
    pytest.param(reform, one, id=f"{reform.name}: {one.topic.name}")
    for reform in REFORMS
    for one in (*BY_WHAT_REFORMS_ASK, *reform.questions)
    if one.topic in reform.topics
]
START = date(2017, 3, 1)
ON = (date(2013, 6, 3), date(2017, 10, 2), date(2023, 5, 1), date(2026, 5, 1))


@contextmanager
def in_the_place_of_the_law(book: Book) -> Iterator[None]:
    """Let a question that is asked of the law be answered by another book."""
    with pytest.MonkeyPatch.context() as patch:
        if book is not law.BOOK:
            patch.setattr(law.BOOK, "ask", book.ask)
        yield


def outcome(ask: Callable[[], law.Answer[Any] | None]) -> Any:
    """What comes of a question: the answer whole, or the kind and the sentence of the refusal."""
    try:
        return ask()
    except law.LawError as refused:
        return type(refused), refused.sentence


@cache
def topic_of(question: str) -> str:
    """The rule that a question is answered from; '' for one that the law never answers."""
    for scheme in law.SCHEMES:
        for day in DAYS:
            found = asked(question, scheme, day)
            if isinstance(found, law.Answer):
                return found.version.topic.name
    return ""


@cache
def as_it_is(question: str) -> tuple[Any, ...]:
    return tuple(asked(question, scheme, day) for scheme in law.SCHEMES for day in DAYS)


def asked(question: str, scheme: str, day: date) -> Any:
    return outcome(lambda: ASKS[question](scheme, day))


def answered_under(book: Book, question: str) -> tuple[Any, ...]:
    with in_the_place_of_the_law(book):
        return tuple(asked(question, scheme, day) for scheme in law.SCHEMES for day in DAYS)


def names_of(reform: Reform) -> set[str]:
    return {topic.name for topic in reform.topics}


@by_name
def test_a_rule_that_a_reform_does_not_name_answers_exactly_as_before(reform: Reform) -> None:
    untouched = [question for question in ASKS if topic_of(question) not in names_of(reform)]

    changed = [one for one in untouched if answered_under(book_under([reform.name]), one) != as_it_is(one)]

    assert untouched
    assert changed == []


@by_name
def test_a_reform_is_met_in_some_answer_or_some_case(reform: Reform) -> None:
    book = book_under([reform.name])
    touched = [question for question in ASKS if topic_of(question) in names_of(reform)]

    assert any(answered_under(book, one) != as_it_is(one) for one in touched) or any(
        answers(one, [case], on, book) != answers(one, [case], on, law.BOOK)
        for one in (*reform.questions, *case_questions.QUESTIONS)
        if one.topic.name in names_of(reform)
        for case, on in some_cases(reform)
    )


@by_name
def test_a_rule_that_a_reform_brings_can_be_asked_of_a_case(reform: Reform) -> None:
    of_the_law = {topic.name for topic in law.BOOK.topics()}

    assert names_of(reform) - of_the_law == {question.topic.name for question in reform.questions}


@by_name
def test_under_a_reform_its_rules_answer_or_refuse_in_both_languages(reform: Reform) -> None:
    book = book_under([reform.name])
    touched = [question for question in ASKS if topic_of(question) in names_of(reform)]

    faults = [words for one in touched for found in answered_under(book, one) for words in faults_of(found)]

    assert faults == []


def faults_of(found: Any) -> Iterator[str]:
    """The sentences of an answer or a refusal that lack a language or a name."""
    said = [one.text for one in found.reasons] if isinstance(found, law.Answer) else [found[1]]
    if not said:
        yield f"no reason: {found.value!r}"
    yield from (words.da for words in said if not has_both_languages(words))


def has_both_languages(words: law.Words) -> bool:
    return all(text.strip() and "{" not in text for text in (words.da, words.en)) and words.da != words.en


@by_name
def test_a_reform_is_told_in_both_languages_with_a_source_and_a_name_of_its_own(reform: Reform) -> None:
    told = [reform.title, reform.what, *((reform.beyond,) if reform.beyond else ())]

    assert all(has_both_languages(words) for words in told)
    assert [one.name for one in REFORMS].count(reform.name) == 1
    assert [one.title for one in REFORMS].count(reform.title) == 1
    assert reform.amendments


@pytest.mark.parametrize(("one", "other"), PAIRS)
def test_two_reforms_combine_or_refuse_each_other_by_name(one: Reform, other: Reform) -> None:
    contradict = any(mine.clashes_with(theirs) for mine in one.amendments for theirs in other.amendments)
    if not contradict:
        assert isinstance(book_under([one.name, other.name]), ReformedBook)
        return

    with pytest.raises(Contradiction) as refused:
        book_under([one.name, other.name])

    for title in (one.title, other.title):
        assert title.da in refused.value.sentence.da
        assert title.en in refused.value.sentence.en


def test_what_is_proposed_and_what_was_enacted_of_it_refuse_each_other() -> None:
    proposals = {one.name.removesuffix("-as-enacted") for one in REFORMS if one.name.endswith("-as-enacted")}

    assert proposals
    for name in proposals:
        with pytest.raises(Contradiction):
            book_under([f"{name}-as-proposed", f"{name}-as-enacted"])


@pytest.mark.parametrize(("one", "other"), PAIRS)
def test_beside_a_reform_of_other_rules_a_reform_answers_as_it_does_alone(one: Reform, other: Reform) -> None:
    if names_of(one) & names_of(other):
        return
    both = book_under([one.name, other.name])
    touched = [question for question in ASKS if topic_of(question) in names_of(one)]

    assert all(
        answered_under(both, question) == answered_under(book_under([one.name]), question)
        for question in touched
    )


def value_of(kind: str, chance: Random) -> Any:
    """Any value of a fact, told by how its type is written; often not known."""
    day = date(2013, 1, 1) + timedelta(days=chance.randrange(4700))
    known: dict[str, tuple[Any, ...]] = {
        "bool": (True, False),
        "int": (chance.randrange(60), chance.randrange(400_000)),
        "date": (day,),
        "CaseloadKind": tuple(CaseloadKind),
    }
    return chance.choice((None, *known[kind.removesuffix(" | None")] * 2))


def reform_facts(known: dict[str, Any]) -> ReformFacts:
    """What is told, save that nobody was never assessed and yet found so, or on a day: that is refused."""
    assessed = known["capacity_assessed_on"] is not None or known["capacity_reduced"]
    never = known["capacity_assessed"] is False and assessed
    return ReformFacts(**{**known, "capacity_assessed": None} if never else known)


def some_case(schemes: list[str], chance: Random) -> CaseFacts:
    """A case of which this and that is known."""
    scheme, born_on = chance.choice(schemes), date(1950, 1, 1) + timedelta(days=chance.randrange(16_000))
    known: dict[str, Any] = {field.name: value_of(str(field.type), chance) for field in fields(ReformFacts)}
    return CaseFacts(
        id="1",
        scheme=scheme,
        granted_on=START,
        starts_on=START,
        born_on=born_on,
        target=TargetFacts(scheme=scheme, born_on=born_on),
        retention=law.RetentionFacts(scheme, START, born_on.replace(year=born_on.year + 67, day=1), None),
        reform=reform_facts(known),
    )


def some_cases(reform: Reform) -> list[tuple[CaseFacts, date]]:
    """Cases with the day on which each is asked of, the same ones in every run."""
    chance = Random(20220101)  # noqa: S311  no secret hangs on it
    schemes = sorted({scheme for one in reform.amendments for scheme in one.version.schemes})
    return [(some_case(schemes, chance), chance.choice(ON)) for _ in range(150)]


def told_otherwise(case: CaseFacts, name: str, chance: Random) -> list[CaseFacts]:
    """The case as it is, and with one fact told otherwise, and not at all."""
    kind = next(str(field.type) for field in fields(ReformFacts) if field.name == name)
    others: list[dict[str, Any]] = [{name: value} for value in (None, True, False)]
    if not kind.startswith("bool"):
        others = [{name: value_of(kind, chance)} for _ in range(3)]
    known = asdict(case.reform)
    return [case, *(replace(case, reform=reform_facts({**known, **other})) for other in others)]


def answers(question: CaseQuestion, cases: list[CaseFacts], on: date, book: Book) -> list[Any]:
    """What comes of a question for each case."""
    return [outcome(partial(question.ask, case, on, book)) for case in cases]


@pytest.mark.parametrize(("reform", "question"), QUESTIONS)
def test_a_fact_that_decides_nothing_is_not_named(reform: Reform, question: CaseQuestion) -> None:
    book = book_under([reform.name])
    chance = Random(20260201)  # noqa: S311  no secret hangs on it
    deciding, named = set(), set()
    for case, on in some_cases(reform):
        for name in (field.name for field in fields(ReformFacts)):
            found = answers(question, told_otherwise(case, name, chance), on, book)
            values = [one.value if isinstance(one, law.Answer) else one for one in found]
            if any(value != values[0] for value in values):
                deciding.add(name)
            elif any(one != found[0] for one in found):
                named.add(name)

    assert named - deciding == set()
    assert deciding


@pytest.mark.parametrize(("reform", "question"), QUESTIONS)
def test_a_case_is_answered_in_words_refused_or_not_asked(reform: Reform, question: CaseQuestion) -> None:
    book = book_under([reform.name])
    found = [one for case, on in some_cases(reform) for one in answers(question, [case], on, book)]

    answered = [one for one in found if isinstance(one, law.Answer)]
    faults = [words for one in found if one is not None for words in faults_of(one)]
    assert answered
    assert faults == []
    for one in answered:
        assert has_both_languages(question.told(one.value))
        hash(question.gist(one.value))
