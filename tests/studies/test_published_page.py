"""The printed figures in the browser: what does not add up stands first, in careful words."""

from __future__ import annotations

from html import unescape
from typing import Any

from django.urls import reverse

from sammetag.evaluation.published import Verdict, check, read_figures, read_relations
from sammetag.studies.published_page import printed_reports


def read(browse: Any, who: str, language: str = "da") -> str:
    client = browse(who)
    client.cookies["django_language"] = language
    return unescape(client.get(reverse("published-figures")).text)


def test_what_does_not_add_up_is_told_with_what_it_should_have_been(browse: Any) -> None:
    page = read(browse, "lis")

    assert "17 af 218 er 7,8 procent; der er trykt 9,9." in page
    assert "777 tal fra de trykte evalueringer" in page
    assert "Afsnit 8.2, teksten til tabel 8.4" in page


def test_every_finding_that_a_reader_must_judge_stands_on_the_page(browse: Any) -> None:
    report, page = check(read_figures(), read_relations()), read(browse, "astrid")
    told = [one for one in report.findings if one.verdict not in (Verdict.OK, Verdict.WITHIN)]

    assert len(told) > 20
    assert [one.figure.id for one in told if one.sentence.da not in page] == []


def test_each_report_is_counted_by_itself_and_all_of_them_are_there(browse: Any) -> None:
    report = check(read_figures(), read_relations())
    printed = printed_reports(report)

    assert sum(one.checks for one in printed) == len(report.findings)
    assert sum(one.wrong_count for one in printed) == len(report.of(Verdict.MISMATCH))
    assert {one.key for one in printed} == set(report.reports)


def test_a_report_in_which_all_adds_up_says_so() -> None:
    of_sfi = {name: figure for name, figure in read_figures().items() if figure.report == "000"}

    (printed,) = printed_reports(check(of_sfi, read_relations()))

    assert not printed.wrong
    assert "alt stemmer indbyrdes" in printed.verdict


def test_an_english_reader_meets_english_sentences(browse: Any) -> None:
    page = read(browse, "lis", "en")

    assert "17 of 218 is 7.8 per cent; 9.9 is printed." in page
    assert "stemmer ikke" not in page


def test_the_page_is_one_click_away_for_who_works_with_studies(browse: Any) -> None:
    assert reverse("published-figures") in browse("lis").get(reverse("studies")).text
