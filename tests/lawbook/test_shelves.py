"""Every rule and number has its place in the law book, and a rule its numbers."""

from __future__ import annotations

import pytest

from sammetag import law
from sammetag.law.looking_up import names
from sammetag.law.numbers_read import goes_by_grant, numbers_read_by, topics_reading
from sammetag.lawbook import shelves
from sammetag.lawbook.shelves import OTHER, SHELVES, number_names_on, shelf_of, topics_on


def test_every_rule_and_number_stands_on_one_shelf_that_somebody_chose() -> None:
    on_shelves = [topic.name for shelf in SHELVES for topic in topics_on(shelf)]
    on_shelves += [name for shelf in SHELVES for name in number_names_on(shelf)]

    assert sorted(on_shelves) == list(names())
    assert not topics_on(OTHER) and not number_names_on(OTHER)


def test_every_number_is_read_by_a_rule() -> None:
    numbers = {name for shelf in SHELVES for name in number_names_on(shelf)}

    assert {name for name in numbers if not topics_reading(name)} == set()


def test_a_rule_reads_its_own_numbers_and_no_others() -> None:
    assert numbers_read_by("programme.length") == ("shortest_months", "longest_months")
    assert "pay_limit" in numbers_read_by("benefit.pay")
    assert "offer_hours_counted" not in numbers_read_by("benefit.pay")
    assert numbers_read_by("administrative.hearing") == ()


def test_a_number_goes_by_the_grant_where_its_rule_does() -> None:
    assert goes_by_grant("longest_months") and goes_by_grant("programme.length")
    assert not goes_by_grant("talks_in_first_months")


def test_a_rule_that_nobody_has_placed_is_not_lost() -> None:
    assert shelf_of("something.new") == OTHER
    assert all(shelf_of(topic.name) != OTHER for topic in law.BOOK.topics())


def test_the_shelves_are_laid_out_once_and_not_for_each_reader(monkeypatch: pytest.MonkeyPatch) -> None:
    def laid_out() -> list[object]:
        topics = [topics_on(shelf) for shelf in SHELVES]
        read = [numbers_read_by(topic.name) for some in topics for topic in some]
        return [topics, read, [number_names_on(shelf) for shelf in SHELVES], topics_reading("pay_limit")]

    first = laid_out()
    for source in ("BOOK", "all_numbers", "numbers_in"):
        monkeypatch.delattr(shelves, source)

    assert laid_out() == first
    assert goes_by_grant("longest_months")
