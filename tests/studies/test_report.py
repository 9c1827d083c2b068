"""The report of a trial: complete in both languages, tagged as a PDF, and nothing typed becomes markup."""

from __future__ import annotations

import re
from dataclasses import replace
from html.parser import HTMLParser

import pytest

from sammetag.evaluation.trial.analysis import Results, analyse
from sammetag.evaluation.trial.extract import Amendment, Deviation, Quotation
from sammetag.studies.report import html, pdf
from sammetag.studies.report.document import Document, Figure, Paragraph, Part, Section, Table
from sammetag.studies.report.typeset import as_data
from sammetag.studies.report.whole import document_of
from tests.evaluation.trial.simulated import blind, extract, small

LANGUAGES = ("da", "en")
TYPED = '#panic("x") <script>alert(1)</script> $x$ `kode` *stjerner* _streger_ @nogen & "citat"'


@pytest.fixture(scope="module")
def results() -> Results:
    """The whole simulated trial."""
    return analyse(extract())


@pytest.fixture(scope="module")
def page(results: Results) -> str:
    """Its page in Danish."""
    return html(results, "da")


class Read(HTMLParser):
    """What a page holds: its elements, their attributes, and its words."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.said: list[str] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))

    def handle_data(self, data: str) -> None:
        self.said.append(data)

    @property
    def words(self) -> str:
        """All words of the page, each space but once."""
        return " ".join(" ".join(self.said).split())


def texts(document: Document) -> list[str]:
    """Every text of a document but those of its tables' rows, which people and numbers fill."""
    found = [document.lead, document.contents]
    for section in document.sections:
        found.append(section.title)
        parts: tuple[Section | Part, ...] = (section, *section.parts)
        for part in parts:
            found.append(part.title)
            for block in part.blocks:
                if isinstance(block, Table):
                    found += [block.caption, *block.head, *block.notes]
                elif isinstance(block, Figure):
                    found += [block.title, block.description, *block.table.head]
                elif isinstance(block, Paragraph):
                    found.append(block.words)
    return [one for one in found if one]


def test_every_section_of_the_report_is_there_with_its_place_in_the_contents(page: str) -> None:
    read = Read(page)
    keys = ["answer", "flow", "balance", "outcomes", "course", "inside", "sources"]

    links = [attrs["href"] for tag, attrs in read.elements if tag == "a"]
    ids = [attrs["id"] for tag, attrs in read.elements if attrs.get("id")]
    assert links == [f"#{key}" for key in keys]
    assert len(ids) == len(set(ids)) and set(keys) <= set(ids)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_report_says_all_that_happened(results: Results, language: str) -> None:
    words = Read(html(results, language)).words

    for told in (
        results.extract.protocol.question,
        "To breve blev byttet om.",
        "Kontrolgruppen flyttede ind i det samme hus.",
        "Målet klager er kommet til.",
        "Samtaler hver uge fastholder borgeren.",
        results.extract.frozen_sha256,
    ):
        assert told in words
    for found in results.outcomes:
        assert found.as_drawn.said.words.in_language(language) in words


def test_the_english_report_has_no_danish_words_of_ours(results: Results) -> None:
    danish = texts(document_of(results, "da", software="1"))
    english = texts(document_of(results, "en", software="1"))

    assert len(danish) == len(english)
    by_people = (*(arm.title for arm in results.arms.every), "Lodtrækning", "Lederen")
    for one in english:
        bare = one
        for words in by_people:
            bare = bare.replace(words, "")
        assert not re.search(r"[æøåÆØÅ]|\b(og|ikke|der|hvad|gruppe)\b", bare), one


def test_every_figure_has_a_title_a_description_and_its_numbers_beside(page: str) -> None:
    read = Read(page)
    drawings = [attrs for tag, attrs in read.elements if tag == "svg"]

    assert len(drawings) == 1 + 3 + 4 + 1
    assert all(one["role"] == "img" and one["aria-labelledby"] for one in drawings)
    figures = page.split('<figure class="st-report-figure">')[1:]
    assert len(figures) == 9
    assert all("<desc" in one and "<table" in one.split("</figure>")[0] for one in figures)


def test_the_short_names_of_the_extract_are_said_in_words(results: Results) -> None:
    danish, english = (Read(html(results, language)).words for language in LANGUAGES)

    for told in (
        "For ung",
        "Flyttede",
        "Hørte ikke til målgruppen",
        "Hele listen blev byttet om",
        "Køn: mænd",
    ):
        assert told in danish
    for told in (
        "Too young",
        "Moved away",
        "The whole list was swapped",
        "Sex: women",
        "At a company",
        "sex: men",
    ):
        assert told in english
    assert "least_age" not in danish


def test_what_was_never_practised_stands_out(page: str) -> None:
    assert "<strong>Ikke i praksis. Det blev aldrig til noget.</strong>" in page


def test_the_page_of_the_app_has_no_style_or_script_of_its_own(results: Results) -> None:
    inside = Read(html(results, "da", standalone=False))

    assert {"style", "script", "html", "h1"}.isdisjoint(tag for tag, _attrs in inside.elements)
    assert all("style" not in attrs for _tag, attrs in inside.elements)
    assert inside.elements[0] == ("div", {"class": "st-report", "lang": "da"})


def test_the_page_that_stands_alone_asks_for_no_other_file(page: str) -> None:
    read = Read(page)

    assert {"link", "script", "img"}.isdisjoint(tag for tag, _attrs in read.elements)
    assert "url(" not in page and "@import" not in page


def test_nothing_that_people_wrote_becomes_markup(results: Results) -> None:
    found = replace(
        small(),
        title=TYPED,
        quotations=(Quotation(TYPED, TYPED, None, TYPED, TYPED),),
        amendments=(Amendment(small().cut_on, TYPED, TYPED),),
        deviations=(Deviation(TYPED, small().cut_on, TYPED),),
        persons=tuple(replace(one, left=TYPED) if one.left else one for one in small().persons),
    )
    typed = analyse(found)

    read = Read(html(typed, "da"))

    assert "script" not in [tag for tag, _attrs in read.elements]
    assert read.words.count(TYPED) >= 6
    # A template that took it for markup would stop at the panic.
    assert pdf(typed, "da").startswith(b"%PDF")


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_pdf_is_tagged_and_says_its_language(results: Results, language: str) -> None:
    found = pdf(results, language)

    assert found.startswith(b"%PDF")
    for mark in (b"/StructTreeRoot", b"/MarkInfo", b"pdfuaid"):
        assert mark in found
    assert re.search(rb"/Lang\s*\(" + language.encode(), found)


def test_the_pdf_has_words_for_every_figure(results: Results) -> None:
    data = as_data(document_of(results, "da", software="1"))
    figures = [
        block
        for section in data["sections"]
        for part in (section, *section["parts"])
        for block in part["blocks"]
        if block["kind"] == "figure"
    ]

    assert len(figures) == 9
    assert all(one["description"] and one["svg"].startswith("<svg font-family") for one in figures)
    assert pdf(results, "da").count(b"/Alt") >= len(figures)


def test_the_same_results_give_the_same_files(results: Results) -> None:
    again = analyse(extract())

    assert html(results, "da") == html(again, "da")
    assert pdf(results, "en") == pdf(again, "en")


def test_a_flow_that_does_not_add_up_stands_first(results: Results) -> None:
    found = small()
    apart = analyse(replace(found, persons=found.persons[1:]))

    words = Read(html(apart, "da")).words

    assert "Tallene går ikke op." in words
    assert words.index("Lodtrækning 1: 15 stod på listen") < words.index("Afklaring. ")


def test_a_blind_report_names_no_arm() -> None:
    hidden = analyse(blind(small()))

    words = Read(html(hidden, "da")).words

    assert "Rapporten er blind" in words
    assert "Alle under samme tag" not in words and "til fordel for indsatsen" not in words


def test_a_trial_of_few_says_why_instead_of_a_number() -> None:
    found = small()
    few = {"P0100", "P0101", "P0107", "P0108"}
    tiny = replace(
        found,
        persons=tuple(one for one in found.persons if one.id in few),
        observations=tuple(one for one in found.observations if one.person in few),
    )

    results = analyse(tiny)
    words = Read(html(results, "en")).words

    assert "nan" not in words.casefold().split() and "inf" not in words.casefold().split()
    assert "The figures cannot answer the question." in words or "No draw can part" in words
    assert pdf(results, "en").startswith(b"%PDF")
