"""Every rule is told to the citizen in one to three plain sentences, with the numbers of the law."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

import pytest
from django.utils import translation

from sammetag import law
from sammetag.law.looking_up import names
from sammetag.law.numbers import all_numbers
from sammetag.lawbook.for_citizens import Sentence, for_citizens, is_unsure_for_all, plainly, unsure_schemes
from sammetag.lawbook.shelves import SHELVES

TODAY, NEW_YEAR = date(2026, 11, 22), date(2027, 1, 1)
NOT_SURE = "Vi kan ikke sige sikkert, hvad der gælder nu. Spørg din koordinator."
NOT_OF_CLARIFICATION = "Om jobafklaringsforløb kan vi ikke sige noget sikkert her. Spørg din koordinator."
TOPICS = [topic.name for topic in law.BOOK.topics()]


def written() -> list[Sentence]:
    return [sentence for one in plainly().values() for sentence in one.sentences]


@pytest.fixture(autouse=True)
def danish() -> Iterator[None]:
    with translation.override("da"):
        yield


@pytest.mark.parametrize("name", TOPICS)
def test_every_rule_is_told_in_a_few_sentences_in_both_languages(name: str) -> None:
    assert 1 <= len(plainly()[name].sentences) <= 3
    for language in ("da", "en"):
        with translation.override(language):
            told = for_citizens(name, TODAY)
        assert told
        assert all(one.endswith(".") and "{" not in one for one in told)


def test_nothing_is_told_of_rules_that_do_not_exist() -> None:
    assert sorted(plainly()) == TOPICS
    assert for_citizens("benefit_with_child", TODAY) == ()


def test_no_word_to_citizens_names_a_section_an_act_or_what_only_staff_know() -> None:
    shelves = [shelf.plainly or shelf.title for shelf in SHELVES]
    words = [*shelves, *(one.title for one in plainly().values()), *(one.words for one in written())]
    texts = [text for one in words for text in (one.da, one.en)]

    forbidden = re.compile(
        r"§|\b(LAB|LAS|LBK|LOV|BEK|stk\.|nr\.|kapitel|sanktion(er)?|refusion|partshøring)\b", re.IGNORECASE
    )
    assert [text for text in texts if forbidden.search(text)] == []
    assert max(map(len, texts)) < 230


def test_every_number_asked_for_is_one_of_the_law() -> None:
    assert {name for one in written() for name in one.numbers} <= set(names())
    assert {one.scheme for one in written()} <= {"", *law.SCHEMES}


def test_numbers_are_those_of_the_day_and_months_are_said_as_years() -> None:
    assert "mindst 4 samtaler" in for_citizens("talks.due", TODAY)[0]
    assert "højst 5 år" in for_citizens("programme.length", date(2021, 5, 1))[0]


def test_whoever_was_granted_a_programme_before_the_end_is_told_the_length_of_then() -> None:
    assert "mindst 1 år og højst 3 år" in for_citizens("programme.length", NEW_YEAR)[0]


@pytest.mark.parametrize("name", TOPICS)
def test_of_next_years_amounts_nothing_is_said_while_nobody_has_read_them(name: str) -> None:
    for language in ("da", "en"):
        with translation.override(language):
            assert [one for one in for_citizens(name, NEW_YEAR) if "kr." in one or "DKK" in one] == []


def test_where_nothing_of_today_was_read_the_citizen_is_asked_to_ask_and_told_no_more() -> None:
    for name in ("plan.ahead", "clarification.team", "clarification.long_term", "team.decision"):
        assert for_citizens(name, TODAY) == (NOT_SURE,)
    assert for_citizens("benefit.rate", NEW_YEAR) == (NOT_SURE,)


def test_of_a_scheme_that_was_not_read_no_more_is_said_than_that() -> None:
    assert for_citizens("benefit.month", TODAY)[-1] == NOT_OF_CLARIFICATION
    assert for_citizens("reimbursement.benefit", TODAY) == (
        "I et jobafklaringsforløb betaler staten en del af din ydelse til kommunen. "
        "Det ændrer ikke, hvad du får.",
        "Om ressourceforløb kan vi ikke sige noget sikkert her. Spørg din koordinator.",
    )


@pytest.mark.parametrize("name", TOPICS)
def test_a_sentence_about_all_is_never_told_where_one_of_them_was_not_read(name: str) -> None:
    *said, last = for_citizens(name, TODAY)
    general = {one.words.da for one in plainly()[name].sentences if not one.scheme}

    if "kan vi ikke" in last:
        assert said and not general & set(said)


@pytest.mark.parametrize("name", [name for name in TOPICS if name.startswith(("benefit.", "sanction"))])
def test_what_was_read_for_one_scheme_alone_names_it(name: str) -> None:
    first, *_rest, last = for_citizens(name, TODAY)

    assert "ressourceforløb" in first
    assert last == NOT_OF_CLARIFICATION


def test_a_sentence_with_an_amount_names_its_scheme() -> None:
    amounts = {one.name for one in all_numbers() if one.unit in ("kroner", "oere")}
    asking = [one for one in written() if one.numbers & amounts]

    assert asking
    assert all("ressourceforløb" in one.words.da and one.scheme for one in asking)


def test_where_the_broker_s_name_must_stand_is_not_told_since_that_order_was_repealed() -> None:
    assert "plan" not in " ".join(for_citizens("job.broker", TODAY))


def test_a_sentence_about_what_did_not_exist_yet_is_left_out() -> None:
    assert len(for_citizens("programme.length", date(2013, 5, 1))) == 2
    assert for_citizens("suspensions", date(2013, 5, 1)) == ()


def test_how_sure_we_are_is_judged_for_each_scheme() -> None:
    assert unsure_schemes("administrative.hearing", TODAY) == ()
    assert unsure_schemes("benefit.month", TODAY) == (law.JOBAFKLARINGSFORLOEB,)
    assert not is_unsure_for_all("benefit.month", TODAY)
    assert is_unsure_for_all("plan.ahead", TODAY)
    # That it is closed is known.
    assert unsure_schemes("target.group", TODAY) == (law.JOBAFKLARINGSFORLOEB,)
