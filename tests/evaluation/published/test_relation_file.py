"""A file of relations is read, or refused with the number of the relation that is wrong."""

from __future__ import annotations

from pathlib import Path

import pytest

from sammetag.evaluation.errors import InputRefused
from sammetag.evaluation.published import Verdict, check, read_figures, read_relations
from sammetag.evaluation.published.kinds import KINDS

FIGURES = """id,report,where,what,unit,published,value,decimals
9.t1.a.n,9,Tabel 1,a,count,17,17,0
9.t1.b.n,9,Tabel 1,b,count,201,201,0
9.t1.Total.n,9,Tabel 1,alle,count,218,218,0
9.t1.a.pct,9,Tabel 1,a,pct,"9,9",9.9,1
"""
RELATIONS = """
reports: {9: {da: Vores rapport, en: Our report}}
relations:
- total: 9.$table.Total.n
  of: 9.$table.*.n
  but: [Total]
- share: 9.$table.$row.pct
  part: 9.$table.$row.n
  whole: 9.$table.Total.n
  remark: {da: Se tabellen., en: See the table.}
- same: 9.t1.Total.n
  other: 9.t2.Total.n
not_checked:
- because: {da: Uden grund., en: No reason.}
  figures: 9.t1.*.n
"""


def relations(folder: Path, text: str) -> Path:
    """A file of relations that holds this text."""
    file = folder / "relations.yaml"
    file.write_text(text, "utf-8")
    return file


def test_ones_own_figures_are_checked_by_ones_own_relations(tmp_path: Path) -> None:
    (tmp_path / "figures.csv").write_text(FIGURES, "utf-8")

    report = check(read_figures(tmp_path / "figures.csv"), read_relations(relations(tmp_path, RELATIONS)))

    assert [one.verdict for one in report.findings] == [Verdict.OK, Verdict.MISMATCH]
    assert report.findings[1].remark is not None and report.findings[1].remark.en == "See the table."
    assert (report.not_applied, report.unchecked) == (1, ())
    assert report.reports["9"].da == "Vores rapport"


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("relations: [", "Filen kan ikke læses som YAML (linje 1)."),
        ("- a", "Filen skal have en liste, der hedder »relations«."),
        ("relations: [5]", "Sammenhæng nr. 1 begynder ikke med sin art. Vælg en af disse: total, same"),
        ("relations: [{of: a, total: b}]", "Sammenhæng nr. 1 begynder ikke med sin art."),
        ("relations: [{total: a, of: b}, {total: a}]", "Sammenhæng nr. 2 (total) mangler »of«."),
        (
            "relations: [{total: a, of: b, whole: c}]",
            "Sammenhæng nr. 1 (total) har »whole«, som den",
        ),
        ("relations: [{total: [a], of: b}]", "»total« er ikke skrevet, som den skal være: et id."),
        ("relations: [{total: a, of: []}]", "»of« er ikke skrevet, som den skal være: id'er og tal."),
        ("relations: [{share: a, part: b, whole: c, hedge: måske}]", "»hedge« er ikke skrevet"),
        ("relations: [{lasts: a, begins: i går, ends: 2019-05-09}]", "dage, som 2019-05-09."),
        (
            "relations: [{total: a, of: b, remark: godt}]",
            "»remark« er ikke skrevet, som den skal være.",
        ),
        ("{relations: [], not_checked: [{figures: a}]}", "»because« er ikke skrevet"),
        ("{relations: [], not_checked: [a]}", "»not_checked« er ikke skrevet"),
    ],
)
def test_what_is_wrong_is_refused_with_its_number(tmp_path: Path, text: str, sentence: str) -> None:
    with pytest.raises(InputRefused) as refusal:
        read_relations(relations(tmp_path, text))

    assert sentence in refusal.value.sentence.da and refusal.value.sentence.en


@pytest.mark.parametrize(
    ("relation", "sentence"),
    [
        (
            "{mean: 9.t1.a.pct, of: [9.t1.a.pct, 9.t1.a.pct], weights: 9.t1.a.n}",
            "af 2 og 1 tal, der hører sammen",
        ),
        (
            "{grouped_mean: 9.t1.a.pct, of: 9.t1.a.n, starts: [1, 2], end: 3}",
            "af 1 og 2 tal, der hører sammen",
        ),
        (
            "{chi_squared: 9.t1.a.pct, table: [[9.t1.a.n, 9.t1.b.n], [9.t1.a.n]]}",
            "af 2 og 1 tal, der hører sammen",
        ),
        ("{at_most: 9.t1.a.n, of: 9.fu}", "»9.fu« er en tekst og ikke et tal"),
        ("{lasts: 9.t1.a.n, begins: 2017-01-16, ends: 2019-05-09}", "»17« er ikke år og måneder"),
    ],
)
def test_a_relation_that_does_not_suit_its_figures_is_refused(
    tmp_path: Path, relation: str, sentence: str
) -> None:
    (tmp_path / "figures.csv").write_text(FIGURES + "9.fu,9,Tekst,x,text,1 år 9 mdr,,0\n", "utf-8")
    wrong = read_relations(relations(tmp_path, f"relations: [{relation}]"))

    with pytest.raises(InputRefused) as refusal:
        check(read_figures(tmp_path / "figures.csv"), wrong)

    assert sentence in refusal.value.sentence.da and refusal.value.sentence.en


def test_every_kind_is_used_by_the_three_reports() -> None:
    used = {relation.kind for relation in read_relations().relations}

    assert used == set(KINDS)


def test_every_kind_and_its_fields_stand_in_the_documentation() -> None:
    told = (Path(__file__).parents[3] / "docs" / "published-figures.md").read_text("utf-8")
    names = {name for kind, fields in KINDS.items() for name in (kind, *fields.fields)}

    assert {name for name in names if f"`{name}`" not in told} == set()
