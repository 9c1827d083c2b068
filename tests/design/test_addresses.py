"""An address that is made from its pattern is the one that Django gives."""

from __future__ import annotations

from uuid import uuid4

import pytest
from django.urls import NoReverseMatch, clear_script_prefix, reverse, set_script_prefix

from sammetag.design.addresses import address


@pytest.mark.parametrize(("page", "count"), [("case", 1), ("plan", 1), ("talk", 2)])
def test_each_thing_has_the_address_that_django_gives(page: str, count: int) -> None:
    for ids in ([uuid4() for _ in range(count)] for _ in range(2)):
        assert address(page, *ids) == reverse(page, args=ids)


def test_an_address_follows_the_place_where_the_site_lies() -> None:
    case = uuid4()
    at_the_root = address("case", case)

    set_script_prefix("/sammetag/")
    try:
        below = address("case", case)
    finally:
        clear_script_prefix()

    assert below == f"/sammetag{at_the_root}"


def test_a_page_that_is_not_there_has_no_address() -> None:
    with pytest.raises(NoReverseMatch):
        address("no-such-page", uuid4())
