"""A file of printed figures is read exactly, or refused with its line."""

from __future__ import annotations

from fractions import Fraction
from pathlib import Path

import pytest

from sammetag.evaluation.errors import InputRefused
from sammetag.evaluation.published import read_figures

HEADING = "id,report,where,what,unit,published,value,decimals\n"


def written(folder: Path, line: str) -> Path:
    """A file with one figure."""
    file = folder / "figures.csv"
    file.write_text(HEADING + line + "\n", "utf-8")
    return file


def test_all_figures_of_the_three_reports_come_along() -> None:
    figures = read_figures()

    assert len(figures) == 777
    assert {figure.report for figure in figures.values()} == {"000", "001", "002"}


def test_a_figure_is_exact_and_knows_what_it_stands_for(tmp_path: Path) -> None:
    (figure,) = read_figures(written(tmp_path, 'a.b,900,Tabel 1,x,pct,"9,9",9.9,1')).values()

    assert figure.value == Fraction(99, 10)
    assert (figure.span.low, figure.span.high) == (Fraction("9.85"), Fraction("9.95"))
    assert (figure.words.da, figure.words.en) == ("9,9", "9.9")


def test_a_count_stands_for_itself_and_a_text_for_no_number(tmp_path: Path) -> None:
    (count,) = read_figures(written(tmp_path, "a,900,Tabel 1,x,count,17,17,0")).values()
    (text,) = read_figures(written(tmp_path, "b,900,Tabel 1,x,text,1 år 9 mdr,,0")).values()

    assert count.span.is_one_value
    assert text.published == "1 år 9 mdr"


@pytest.mark.parametrize(
    ("line", "sentence"),
    [
        ('a,900,T,x,pct,"9,9",9.8,1', "I linje 2 passer »9,9« ikke med value og decimals."),
        ('a,900,T,x,pct,"9,90",9.9,1', "I linje 2 passer »9,90« ikke med value og decimals."),
        ("a,900,T,x,pct,9,,0", "I linje 2 passer »9« ikke med value og decimals."),
        ("a,900,T,x,pct,ca. 9,9,0", "I linje 2 er »ca. 9« ikke et tal med dansk komma."),
        ("a,900,T,x,pct,9.9,9.9,1", "I linje 2 er »9.9« ikke et tal med dansk komma."),
        ("a,900,T,x,pct,9,9,0\na,900,T,x,pct,9,9,0", "I linje 3, kolonnen »id«, står »a«, som også står i"),
        ("a,900,T,x,pct,9,ni,0", "I linje 2, kolonnen »value«, står der »ni«."),
        ("a,900,T,x,pct,9,9", "Linje 2 har 7 felter, men der er 8 overskrifter."),
    ],
)
def test_what_is_no_printed_number_is_refused_with_its_line(tmp_path: Path, line: str, sentence: str) -> None:
    with pytest.raises(InputRefused) as refusal:
        read_figures(written(tmp_path, line))

    assert sentence in refusal.value.sentence.da and refusal.value.sentence.en
