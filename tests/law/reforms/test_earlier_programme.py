"""DS 8: other efforts need not have been tried, and public support of any length is a ground."""

from __future__ import annotations

from dataclasses import fields, replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from sammetag import law
from sammetag.law.answer import Asked, Book, Confidence, Finding
from sammetag.law.case_facts import CaseFacts, ReformFacts
from sammetag.law.reform import Base, Reform, ReformedBook, ReformStatus
from sammetag.law.reforms.earlier_programme import REFORM
from sammetag.law.target_group import (
    TARGET_GROUP,
    Assessment,
    ConditionName,
    ConditionState,
    TargetFacts,
    TargetResult,
    target_group,
    with_condition,
)
from sammetag.law.target_group_case import target_facts
from sammetag.law.target_group_facts import ProposedTargetFacts
from tests.law.asking import outcome, uncovered

Example = dict[str, Any]
HERE = Path(__file__).parent
EXAMPLES: list[Example] = yaml.safe_load((HERE / "earlier_programme_examples.yaml").read_text("utf-8"))[
    "examples"
]
CASES = [pytest.param(example, id=example["sentence"]) for example in EXAMPLES]
BOOK = ReformedBook(law.BOOK, (REFORM,))
DAY = date(2024, 5, 1)
MET = ProposedTargetFacts(**{**EXAMPLES[0]["facts"], "earlier": (), "long_support": True})
YES_NO_UNKNOWN = st.sampled_from([True, False, None])
JUDGED = (
    *("complex_problems", "unsolved", "combined_effort", "long_support", "tried_in_vain", "long_effort"),
    *("can_develop", "ruled_out", "disability_pension", "on_public_support", "offers_considered"),
)
FACTS = st.builds(
    lambda changes: replace(MET, **changes), st.dictionaries(st.sampled_from(JUDGED), YES_NO_UNKNOWN)
)
DAYS = st.dates(date(2013, 1, 1), date(2026, 1, 31))
OURS = {ConditionName.UNSOLVED, ConditionName.GROUND}


def ask(example: Example, book: Book) -> law.Answer[Assessment]:
    facts = ProposedTargetFacts(**{**example["facts"], "earlier": tuple(example["facts"]["earlier"])})
    return target_group(facts, example["asked_on"], book=book)


def seen(answer: law.Answer[Assessment], key: str) -> Any:
    if key in ("fails", "unknown"):
        return [name.value for name in answer.value.named(ConditionState(key))]
    return answer.value.result.value


@pytest.mark.parametrize("example", CASES)
def test_an_example_comes_out_as_it_says_today_and_under_the_proposal(example: Example) -> None:
    today, proposed = example["today"], example["expected"]

    assert outcome(lambda: ask(example, law.BOOK), today, seen) == today
    assert outcome(lambda: ask(example, BOOK), proposed, seen) == proposed


@pytest.mark.parametrize("amendment", REFORM.amendments, ids=lambda one: one.part)
def test_each_part_has_examples_inside_on_and_outside_its_limits(amendment: Any) -> None:
    assert uncovered(amendment.version, {one["asked_on"] for one in EXAMPLES}) == []


@given(FACTS, DAYS)
def test_nobody_who_is_in_today_falls_out(facts: TargetFacts, on: date) -> None:
    today, proposed = target_group(facts, on).value.result, target_group(facts, on, book=BOOK).value.result

    assert today is not TargetResult.IN or proposed is TargetResult.IN


@given(FACTS, DAYS)
def test_only_the_two_conditions_are_changed(facts: TargetFacts, on: date) -> None:
    today, proposed = target_group(facts, on).value, target_group(facts, on, book=BOOK).value

    assert [one.name for one in proposed.conditions] == [one.name for one in today.conditions]
    changed = {
        one.name for one, other in zip(today.conditions, proposed.conditions, strict=True) if one != other
    }
    assert changed == OURS


@given(FACTS, DAYS, st.sampled_from(JUDGED), st.booleans())
def test_to_learn_one_more_fact_never_turns_a_yes_or_a_no(
    facts: TargetFacts, on: date, name: str, learnt: bool
) -> None:
    unknown: dict[str, Any] = {name: None}
    known: dict[str, Any] = {name: learnt}

    before = target_group(replace(facts, **unknown), on, book=BOOK).value.result
    after = target_group(replace(facts, **known), on, book=BOOK).value.result

    assert after == before or before is TargetResult.NOT_JUDGED


@given(FACTS, DAYS)
def test_what_is_unknown_says_what_would_settle_it_in_both_languages(facts: TargetFacts, on: date) -> None:
    for one in target_group(facts, on, book=BOOK).value.conditions:
        assert (one.settle is not None) == (one.state is ConditionState.UNKNOWN)
        said = [words for words in (one.demand, one.reason, one.settle) if words]
        assert all("{" not in text and "None" not in text for words in said for text in (words.da, words.en))


def test_the_changed_conditions_name_the_proposal_and_the_others_the_act() -> None:
    conditions = target_group(MET, DAY, book=BOOK).value.conditions

    assert {one.name for one in conditions if one.source == REFORM.source} == OURS
    assert {one.source.act for one in conditions if one.name not in OURS} == {"LAB"}


def test_an_effort_across_fields_is_told_as_why_other_efforts_need_not_be_tried() -> None:
    told = target_group(replace(MET, unsolved=None), DAY, book=BOOK).reasons

    assert (
        "Borgeren har brug for en indsats på tværs, og så er indsatser efter de to love ikke nok alene."
        in [one.text.da for one in told]
    )


def test_it_works_together_with_a_reform_of_the_years_to_the_pension_age() -> None:
    other = Reform("other", REFORM.title, REFORM.what, REFORM.source, ReformStatus.PROPOSED)

    @other.amends(
        TARGET_GROUP,
        part="years_to_pension",
        schemes=(law.RESSOURCEFORLOEB,),
        first=date(2013, 1, 1),
        last=None,
        confidence=Confidence.HIGH,
    )
    def nobody(base: Base[Assessment], facts: TargetFacts, asked: Asked) -> Finding[Assessment]:
        first = base().value.conditions[0]
        fails = replace(first, name=ConditionName.YEARS_TO_PENSION, state=ConditionState.FAILS)
        return with_condition(base(), fails, facts, asked)

    facts = replace(MET, unsolved=None, long_support=False, on_public_support=True)
    for reforms in ((REFORM, other), (other, REFORM)):
        answer = target_group(facts, DAY, book=ReformedBook(law.BOOK, reforms))
        assert answer.value.named(ConditionState.FAILS) == (ConditionName.YEARS_TO_PENSION,)
        assert answer.value.named(ConditionState.UNKNOWN) == ()
        assert answer.value.result is TargetResult.NOT_IN


def test_a_case_hands_on_what_only_the_proposal_asks() -> None:
    plain = TargetFacts(scheme=law.RESSOURCEFORLOEB, long_support=False, born_on=date(1990, 1, 1))
    told = ReformFacts(on_public_support=True, offers_considered=False)

    facts = target_facts(CaseFacts(id="1", scheme=law.RESSOURCEFORLOEB, target=plain, reform=told))

    assert facts == ProposedTargetFacts(
        scheme=law.RESSOURCEFORLOEB,
        long_support=False,
        born_on=date(1990, 1, 1),
        on_public_support=True,
        offers_considered=False,
    )
    assert target_facts(CaseFacts(id="2", scheme=law.RESSOURCEFORLOEB, reform=told)) is None


@given(FACTS, DAYS)
def test_facts_without_what_only_the_proposal_asks_are_answered_as_not_known(
    facts: ProposedTargetFacts, on: date
) -> None:
    silent = replace(facts, on_public_support=None, offers_considered=None)
    plain = TargetFacts(**{one.name: getattr(facts, one.name) for one in fields(TargetFacts)})

    assert target_group(plain, on, book=BOOK) == target_group(silent, on, book=BOOK)
