"""The law as a citizen can read it."""

from __future__ import annotations

from django.test import Client

from sammetag import law
from tests.lawbook.reading import read


def test_the_citizens_page_tells_of_every_rule_without_sections(reader: Client) -> None:
    page = read(reader, "law-for-citizens")

    assert page.count("<h3>") == len(law.BOOK.topics())
    assert "§" not in page
    assert "Du har ret til en samtale, når du beder om det." in page
