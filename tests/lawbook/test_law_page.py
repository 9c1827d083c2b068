"""The first page of the law book leads to everything, and finds what is searched for."""

from __future__ import annotations

from django.test import Client

from sammetag.law.looking_up import names
from tests.lawbook.reading import read


def test_the_first_page_leads_to_every_rule_and_number(reader: Client) -> None:
    page = read(reader, "law")

    assert {name for name in names() if f'href="/law/{name}/"' not in page} == set()


def test_a_search_finds_by_words_by_section_and_however_it_is_spelled(reader: Client) -> None:
    for term in ("MENTOR", "LAB § 167", "mentorstoettens"):
        page = read(reader, "law", q=term)
        assert "/law/mentor.period/" in page
        assert "/law/sanction/" not in page
    assert "Vi fandt intet om »&lt;b&gt;«" in read(reader, "law", q="<b>")
