"""Reforms laid over a rulebook: what they change, what they leave, and when they refuse each other."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from sammetag.law.answer import Asked, ChosenBy, Confidence, Finding, Source, Topic
from sammetag.law.errors import NotInForce, RulebookError
from sammetag.law.reform import WHOLE, Base, Contradiction, Reform, ReformedBook, ReformStatus
from sammetag.law.registry import Rulebook
from sammetag.law.rule import rule
from sammetag.law.schemes import FLEKSJOB, KONTANTHJAELP, RESSOURCEFORLOEB, SCHEMES
from sammetag.words import Words

SOURCE = Source("LAB", "§ 1", "LBK 1/2020")
TALKS = Topic("talks", Words("samtaler", "talks"), ChosenBy.DAY)
ROOF = Topic("roof", Words("taget", "the roof"), ChosenBy.DAY)
FIRST, LAST, DAY = date(2020, 1, 1), date(2020, 12, 31), date(2020, 6, 1)


@pytest.fixture
def book() -> Rulebook:
    """A rulebook of one rule: four talks, and 'asks' what the book that was asked says of the roof."""
    book = Rulebook()

    @rule(
        TALKS,
        schemes=(RESSOURCEFORLOEB, FLEKSJOB),
        first=FIRST,
        last=LAST,
        source=SOURCE,
        confidence=Confidence.HIGH,
        book=book,
    )
    def four(facts: str, asked: Asked) -> Finding[int]:
        if facts == "asks the roof":
            return Finding(asked.book.ask(ROOF, "", scheme=asked.scheme, granted_on=DAY, on=DAY).value, ())
        return Finding(4, ())

    return book


def reform(name: str) -> Reform:
    return Reform(name, Words(name, name), Words("Mere", "More"), SOURCE, ReformStatus.PROPOSED)


def more(by: int, *, name: str = "more", part: str = "count") -> Reform:
    """A reform that adds so many talks."""
    made = reform(name)

    @made.amends(TALKS, part=part, schemes=(RESSOURCEFORLOEB,), first=FIRST, last=LAST)
    def added(base: Base[int], facts: str, asked: Asked) -> Finding[int]:
        return Finding(base().value + by, ())

    return made


def asked(book: Rulebook, *reforms: Reform, facts: str = "", scheme: str = RESSOURCEFORLOEB) -> int:
    found = ReformedBook(book, reforms).ask(TALKS, facts, scheme=scheme, granted_on=DAY, on=DAY)
    assert isinstance(found.value, int)
    return found.value


def test_a_reform_changes_the_answer_of_the_rule_that_it_names(book: Rulebook) -> None:
    assert asked(book, more(1)) == 5


def test_it_leaves_other_schemes_and_other_days_as_they_are(book: Rulebook) -> None:
    assert asked(book, more(1), scheme=FLEKSJOB) == 4
    with pytest.raises(NotInForce):
        ReformedBook(book, (more(1),)).ask(
            TALKS, "", scheme=RESSOURCEFORLOEB, granted_on=DAY, on=date(2021, 1, 1)
        )


def test_two_that_change_different_parts_work_together(book: Rulebook) -> None:
    assert asked(book, more(1), more(10, name="many more", part="another")) == 15


@pytest.mark.parametrize("part", ["count", WHOLE])
def test_two_that_change_the_same_are_refused_by_their_names(book: Rulebook, part: str) -> None:
    with pytest.raises(Contradiction) as refused:
        ReformedBook(book, (more(1, name="one more"), more(2, name="two more", part=part)))

    assert "one more" in refused.value.sentence.da
    assert "two more" in refused.value.sentence.en
    assert "talks" in refused.value.sentence.en


def test_a_rule_that_asks_another_meets_the_reform_there_too(book: Rulebook) -> None:
    roof = reform("roof")

    @roof.amends(ROOF, part=WHOLE, schemes=(RESSOURCEFORLOEB,), first=FIRST, last=None)
    def one_roof(base: Base[int], facts: str, asked: Asked) -> Finding[int]:
        return Finding(1, ())

    assert asked(book, roof, facts="asks the roof") == 1


def test_what_a_reform_hands_back_untouched_is_still_told_from_the_law(book: Rulebook) -> None:
    made = reform("nothing")

    @made.amends(TALKS, part=WHOLE, schemes=(RESSOURCEFORLOEB,), first=FIRST, last=LAST)
    def unchanged(base: Base[int], facts: str, asked: Asked) -> Finding[int]:
        return base()

    law = book.ask(TALKS, "", scheme=RESSOURCEFORLOEB, granted_on=DAY, on=DAY)

    assert ReformedBook(book, (made,)).ask(TALKS, "", scheme=RESSOURCEFORLOEB, granted_on=DAY, on=DAY) == law


def test_a_changed_answer_names_the_reform_as_its_version(book: Rulebook) -> None:
    made = more(1)

    answer = ReformedBook(book, (made,)).ask(TALKS, "", scheme=RESSOURCEFORLOEB, granted_on=DAY, on=DAY)

    assert answer.version is made.amendments[0].version


def test_a_reform_that_would_change_one_part_twice_is_not_taken_in() -> None:
    made = more(1)

    with pytest.raises(RulebookError, match="twice"):
        made.amends(TALKS, part=WHOLE, schemes=(RESSOURCEFORLOEB,), first=FIRST, last=LAST)(
            lambda base, facts, asked: base()
        )


def test_a_reform_may_be_about_people_whom_the_law_here_says_nothing_of(book: Rulebook) -> None:
    made = reform("beside")

    @made.amends(ROOF, part=WHOLE, schemes=(KONTANTHJAELP,), first=FIRST, last=None)
    def one_roof(base: Base[int], facts: str, asked: Asked) -> Finding[int]:
        return Finding(1, ())

    told: dict[str, Any] = {"scheme": KONTANTHJAELP, "granted_on": DAY, "on": DAY}
    assert ReformedBook(book, (made,)).ask(ROOF, "", **told).value == 1
    with pytest.raises(NotInForce):
        book.ask(ROOF, "", **told)
    assert KONTANTHJAELP not in SCHEMES


def test_a_reform_for_an_unheard_of_scheme_is_not_taken_in() -> None:
    with pytest.raises(RulebookError, match="unknown schemes"):
        reform("odd").amends(TALKS, part=WHOLE, schemes=("odd",), first=FIRST, last=None)(
            lambda base, facts, asked: base()
        )
