"""The three reports as a whole: what does not add up is known, and every figure is accounted for."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml

from sammetag.evaluation.published import Report, Verdict, check, read_figures, read_relations

KNOWN = Path(__file__).parent / "known_errata.yaml"
QUIET = (Verdict.OK, Verdict.WITHIN)


@cache
def report() -> Report:
    """The check of the figures that come along."""
    return check(read_figures(), read_relations())


def sentence(name: str, verdict: Verdict) -> str:
    """What is said in Danish of a figure with that verdict."""
    (told,) = (one.sentence.da for one in report().of(verdict) if one.figure.id == name)
    return told


@pytest.mark.parametrize("verdict", [one for one in Verdict if one not in QUIET])
def test_what_does_not_add_up_is_what_is_known(verdict: Verdict) -> None:
    known: dict[str, list[dict[str, Any]]] = yaml.safe_load(KNOWN.read_text("utf-8"))

    found = [(one.figure.id, one.printed.da, one.expected.da) for one in report().of(verdict)]

    assert found == [(one["figure"], one["printed"], one["expected"]) for one in known[verdict]]


def test_every_figure_is_checked_or_says_why_not() -> None:
    assert (len(report().figures), report().checked) == (777, 737)
    assert [len(one.figures) for one in report().unchecked] == [9, 20, 5, 6]
    assert all(one.because for one in report().unchecked)


def test_no_relation_lacks_its_figures_and_each_finding_speaks_both_languages() -> None:
    assert report().not_applied == 0
    assert all(one.sentence.da and one.sentence.en for one in report().findings)
    assert all("{" not in one.sentence.da + one.sentence.en for one in report().findings)


def test_it_says_what_the_numbers_make_and_never_who_erred() -> None:
    assert (
        sentence("001.t8.8.Ja.pct.total", Verdict.MISMATCH) == "17 af 218 er 7,8 procent; der er trykt 9,9."
    )
    assert sentence("001.flow.drawn", Verdict.MISMATCH) == "4 + 109 + 109 = 222; der er trykt 223."
    assert "fejl" not in " ".join(one.sentence.da for one in report().findings)


def test_findings_come_in_the_order_of_the_figures() -> None:
    order = list(report().figures)
    places = [order.index(one.figure.id) for one in report().findings]

    assert places == sorted(places)


SLIPS = [
    "001.t8.2.30-39.n.indsats",
    "002.t3-2.37.40-49",
    "002.bilagA.Skive.KS",
    "000.ledere",
    "001.cox.afslutning.hi",
]


@pytest.mark.parametrize("name", SLIPS)
def test_a_slip_of_one_in_a_figure_is_found(name: str) -> None:
    figures = dict(read_figures())
    right = figures[name]
    slip = right.value + Fraction(1)
    figures[name] = replace(right, value=slip, published=str(slip))

    found = check(figures, read_relations())

    said = {one.sentence.da for one in report().of(Verdict.MISMATCH)}
    new = [one for one in found.of(Verdict.MISMATCH) if one.sentence.da not in said]
    assert any(name in {figure.id for figure in (one.figure, *one.behind)} for one in new)


def test_what_nobody_has_related_is_left_over_without_a_reason() -> None:
    figures = read_figures()
    stranger = replace(figures["000.ledere"], id="900.x")

    found = check({"900.x": stranger}, read_relations())

    assert [(one.because, one.figures) for one in found.unchecked] == [(None, (stranger,))]
    assert found.checked == 0 and found.not_applied > 0
