"""`sammetag evaluate`: statistics on a file, in sentences or in JSON, or a sentence why not. No database."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from sammetag.config import command

FIGURES = """id,report,where,what,unit,published,value,decimals
9.t1.a.n,9,Tabel 1,a,count,17,17,0
9.t1.Total.n,9,Tabel 1,alle,count,218,218,0
9.t1.a.pct,9,Tabel 1,a,pct,"9,9",9.9,1
9.x,9,Tekst,x,count,5,5,0
"""
RELATIONS = """
relations:
- share: 9.t1.a.pct
  part: 9.t1.a.n
  whole: 9.t1.Total.n
- same: 9.x
  other: 9.y
"""


def evaluate(*words: str, capsys: pytest.CaptureFixture[str]) -> tuple[int, str, str]:
    """What the command answers, what it says, and what it says of a fault."""
    code = command.main(["evaluate", *words])
    told = capsys.readouterr()
    return code, told.out, told.err


@pytest.fixture
def own(tmp_path: Path) -> list[str]:
    """The words that ask about a report of one's own."""
    (tmp_path / "figures.csv").write_text(FIGURES, "utf-8")
    (tmp_path / "relations.yaml").write_text(RELATIONS, "utf-8")
    return ["published", str(tmp_path / "figures.csv"), "--relations", str(tmp_path / "relations.yaml")]


def test_the_figures_that_come_along_are_checked_in_plain_sentences(
    capsys: pytest.CaptureFixture[str],
) -> None:
    code, said, _fault = evaluate("published", capsys=capsys)

    assert code == 0
    assert said.startswith("777 trykte tal, hvoraf 737 indgår i en kontrol.")
    assert "17 af 218 er 7,8 procent; der er trykt 9,9." in said
    assert "17 of 218 is 7.8 per cent; 9.9 is printed." in said
    assert "ikke hvilket af dem der er forkert, eller hvorfor" in said


def test_what_adds_up_is_told_when_asked_for(capsys: pytest.CaptureFixture[str]) -> None:
    _code, short, _fault = evaluate("published", capsys=capsys)
    _code, whole, _fault = evaluate("published", "--all", capsys=capsys)

    right = "66 af 109 er 60,6 procent, som trykt."
    assert right not in short and right in whole
    assert "stemmer / adds up (431)" in whole


def test_for_a_program_every_check_is_told_in_json(capsys: pytest.CaptureFixture[str]) -> None:
    _code, said, _fault = evaluate("published", "--json", capsys=capsys)

    data = json.loads(said)
    assert data["counts"]["mismatch"] == sum(one["verdict"] == "mismatch" for one in data["findings"])
    (complaints,) = (one for one in data["findings"] if one["figure"] == "001.t8.8.Ja.pct.total")
    assert complaints["printed"] == {"da": "9,9", "en": "9.9"} and complaints["expected"]["en"] == "7.8"
    assert complaints["behind"] == ["001.t8.8.Ja.n.total", "001.t8.8.Total.n.total"]
    assert sum(len(one["figures"]) for one in data["not_checked"]) == data["figures"] - data["checked"]


def test_a_report_of_ones_own_is_checked_by_its_own_relations(
    own: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    code, said, _fault = evaluate(*own, capsys=capsys)

    assert code == 0
    assert "9, Tabel 1 [9.t1.a.pct]" in said and "der er trykt 9,9." in said
    assert "1 sammenhænge er ikke kontrolleret, fordi filen ikke har deres tal." in said
    assert "Ingen sammenhæng handler om dem." in said and "\n  9.x\n" in said


@pytest.mark.parametrize(
    ("name", "text", "sentence"),
    [
        ("figures.csv", "", "figures.csv: Filen er tom."),
        ("figures.csv", "id;report\n1;2\n", "Filen mangler kolonnen »where«."),
        ("figures.csv", FIGURES.replace("218,218", "218,to"), "I linje 3, kolonnen »value«, står der »to«."),
        ("figures.csv", FIGURES.replace("218", "0"), "»9.t1.a.pct« skal regnes af en helhed på 0."),
        ("relations.yaml", "relations: [{share: a}]", "relations.yaml: Sammenhæng nr. 1 (share) mangler"),
    ],
)
def test_bad_input_is_refused_in_a_sentence(
    own: list[str], capsys: pytest.CaptureFixture[str], *, name: str, text: str, sentence: str
) -> None:
    (Path(own[1]).parent / name).write_text(text, "utf-8")

    code, said, fault = evaluate(*own, capsys=capsys)

    assert (code, said) == (1, "")
    assert sentence in fault and "Traceback" not in fault and len(fault.splitlines()) == 2


def test_a_file_that_is_not_there_is_told_by_its_name(capsys: pytest.CaptureFixture[str]) -> None:
    code, _said, fault = evaluate("published", "nowhere.csv", capsys=capsys)

    assert code == 1
    assert fault.startswith("nowhere.csv: Filen kan ikke læses. Kontrollér, at den findes")


def test_no_other_command_waits_for_the_statistics() -> None:
    asked = "import sys, sammetag.config.command; print('scipy' in sys.modules, 'duckdb' in sys.modules)"

    found = subprocess.run([sys.executable, "-c", asked], capture_output=True, text=True, check=True)  # noqa: S603 - ours

    assert found.stdout == "False False\n"
