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


def test_each_rule_has_a_title_that_a_citizen_can_read_and_says_for_whom_to_ask(reader: Client) -> None:
    page = read(reader, "law-for-citizens")

    assert "<h3>Din ret til at se og svare</h3>" in page
    assert "Partshøring" not in page and "refusion" not in page
    assert 'spørg os først: <span lang="da">jobafklaringsforløb</span>' in page
