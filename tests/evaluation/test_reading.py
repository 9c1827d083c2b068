"""A file of data is read by its contract, or refused with its line, its column and the remedy."""

from __future__ import annotations

import csv
import re
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import duckdb
import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sammetag.evaluation.errors import InputRefused
from sammetag.evaluation.reading import Column, Kind, Table, read

PERSON = Column("person", Kind.TEXT, unique=True)
WEEKS = Column("weeks")
ARM = Column("arm", Kind.YES_NO)
ENDING = Column("ending", Kind.WHOLE)
DRAWN = Column("drawn", Kind.DATE)
SEX = Column("sex", Kind.CHOICE, choices=("Kvinde", "Mand"))
EVERY = (PERSON, WEEKS, ARM, ENDING, DRAWN, SEX)
HEADINGS = "person,weeks,arm,ending,drawn,sex\n"


def read_text(folder: Path, text: str, *contract: Column, encoding: str = "utf-8") -> Table:
    """The table of a file that holds this text."""
    file = folder / "data.csv"
    file.write_bytes(text.encode(encoding))
    return read(file, contract)


def parquet(folder: Path, query: str) -> Path:
    """A Parquet file that holds what a query gives."""
    file = folder / "data.parquet"
    with duckdb.connect() as connection:
        connection.execute(f"COPY ({query}) TO '{file}' (FORMAT parquet)")  # noqa: S608 - the test's own query
    return file


def test_each_column_is_what_the_contract_says(tmp_path: Path) -> None:
    table = read_text(tmp_path, HEADINGS + "a,1.5,ja,0,2017-01-16,kvinde\nb,2,no,1,30-01-2017,Mand\n", *EVERY)

    assert table.texts("person") == ("a", "b")
    assert table.numbers("weeks").tolist() == [1.5, 2.0]
    assert table.yes_no("arm").tolist() == [True, False]
    assert table.wholes("ending").tolist() == [0, 1]
    assert table.days("drawn").tolist() == [date(2017, 1, 16), date(2017, 1, 30)]
    assert table.texts("sex") == ("Kvinde", "Mand")
    assert table.lines.tolist() == [2, 3] and len(table) == 2


@pytest.mark.parametrize(
    "text", ["weeks;x\n1,5;y\n", 'weeks,x\n"1,5",y\n', "\ufeffweeks;x\r\n1.5;y\r\n\r\n;\r\n"]
)
def test_danish_and_english_files_say_the_same(tmp_path: Path, text: str) -> None:
    assert read_text(tmp_path, text, WEEKS).numbers("weeks").tolist() == [1.5]


@pytest.mark.parametrize(
    ("yes", "no"), [("ja", "nej"), ("Yes", "NO"), ("1", "0"), ("true", "False"), ("SAND", "FALSK")]
)
def test_yes_and_no_are_read_in_every_way_that_programs_write_them(tmp_path: Path, yes: str, no: str) -> None:
    assert read_text(tmp_path, f"arm\n{yes}\n{no}\n", ARM).yes_no("arm").tolist() == [True, False]


def test_a_blank_field_is_read_where_the_contract_lets_it_and_says_so(tmp_path: Path) -> None:
    contract = (Column("weeks", blank=True), Column("drawn", Kind.DATE, blank=True), Column("x", Kind.TEXT))
    table = read_text(tmp_path, "x,weeks,drawn\na,,\nb,2,2017-01-16\n", *contract)

    assert np.isnan(table.numbers("weeks")[0]) and table.given("weeks").tolist() == [False, True]
    assert np.isnat(table.days("drawn")[0]) and table.given("drawn").tolist() == [False, True]


def test_a_column_that_need_not_be_there_may_be_missing(tmp_path: Path) -> None:
    table = read_text(tmp_path, "weeks\n1\n", WEEKS, Column("entry", required=False))

    assert not table.has("entry") and table.has("weeks")


def test_a_text_over_two_lines_does_not_shift_the_count_of_lines(tmp_path: Path) -> None:
    with pytest.raises(InputRefused) as refusal:
        read_text(tmp_path, 'x,weeks\n"to\nlinjer",1\nb,tre\n', WEEKS)

    assert "I linje 4, kolonnen »weeks«, står der »tre«" in str(refusal.value.sentence)
    assert refusal.value.row == 2


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("weeks\n1\ntolv\n", "I linje 3, kolonnen »weeks«, står der »tolv«. Der skal stå et tal uden"),
        ("weeks\n1\nNA\n", "står der »NA«. Der skal stå et tal"),
        ("weeks\n1\nnan\n", "står der »nan«. Der skal stå et tal"),
        ("weeks\n1e999\n", "står der »1e999«. Der skal stå et tal"),
        ('weeks\n"1.234,5"\n', "står der »1.234,5«. Der skal stå et tal uden tusindskilletegn"),
        ("weeks,x\n1,a\n,b\n", "I linje 3, kolonnen »weeks«, er feltet tomt. Udfyld det"),
        (
            "week,x\n1,a\n",
            "mangler kolonnen »weeks«. Er det den, der hedder »week«? Overskrifterne er: week, x.",
        ),
        ("Weeks\n1\n", "Er det den, der hedder »Weeks«?"),
        ("a,b\n1,2\n", "mangler kolonnen »weeks«. Overskrifterne er: a, b."),
        ("weeks,x,weeks\n1,2,3\n", "Overskriften »weeks« står 2 gange."),
        ("weeks,x\n1,a\n1,5,a\n", "Linje 3 har 3 felter, men der er 2 overskrifter. Står der et »,« inde"),
        ("", "Filen er tom."),
        ("\n \n", "Filen er tom."),
        ("weeks\n", "Filen har overskrifter, men ingen rækker."),
        ("weeks;x\n1,5;1\n2.5;1\n", "Decimaltegnet er komma i linje 2 og punktum i linje 3."),
        (
            "weeks;x\n1.234;1\n",
            "I linje 2 kan det ikke ses, om ».« er et decimaltegn eller skiller tusinder.",
        ),
        ('weeks,x\n1,1\n"1,234",1\n', "I linje 3 kan det ikke ses, om »,« er et decimaltegn"),
        ('weeks\n"1\n', "Linje 2 kan ikke læses. Er der et anførselstegn for meget"),
        ("PK\x03\x04 weeks", "Filen er en projektmappe. Gem den som »CSV UTF-8«"),
        ("PAR1 and nothing more", "Filen ligner Parquet, men kan ikke læses."),
    ],
)
def test_what_does_not_fit_is_refused_with_its_line_and_the_remedy(
    tmp_path: Path, text: str, sentence: str
) -> None:
    with pytest.raises(InputRefused, match=".") as refusal:
        read_text(tmp_path, text, WEEKS)

    assert sentence in refusal.value.sentence.da and refusal.value.sentence.en
    assert "tolv" not in str(refusal.value)


@pytest.mark.parametrize(
    ("text", "column", "sentence"),
    [
        ("ending\n1.5\n", ENDING, "Der skal stå et helt tal."),
        ("arm\nmåske\n", ARM, "Der skal stå ja eller nej (eller 1 eller 0)."),
        ("drawn\n2017-02-30\n", DRAWN, "Der skal stå en dag, som 2026-01-31 eller 31-01-2026."),
        ("drawn\n30/01/2017\n", DRAWN, "Der skal stå en dag"),
        ("drawn\n20170130\n", DRAWN, "Der skal stå en dag"),
        ("sex\nK\n", SEX, "Der skal stå et af disse: Kvinde, Mand."),
        ("person\na\nb\na\n", PERSON, "I linje 4, kolonnen »person«, står »a«, som også står i linje 2."),
    ],
)
def test_every_kind_says_what_it_must_be(tmp_path: Path, text: str, column: Column, sentence: str) -> None:
    with pytest.raises(InputRefused) as refusal:
        read_text(tmp_path, text, column)

    assert sentence in refusal.value.sentence.da


def test_the_first_line_that_is_wrong_is_named_whatever_its_column(tmp_path: Path) -> None:
    with pytest.raises(InputRefused) as refusal:
        read_text(tmp_path, "weeks,ending\n1,0\n2,x\ny,1\n", WEEKS, ENDING)

    assert refusal.value.row == 2 and "kolonnen »ending«" in refusal.value.sentence.da


def test_a_file_in_another_encoding_is_refused_with_its_line(tmp_path: Path) -> None:
    with pytest.raises(InputRefused, match="line 3") as refusal:
        read_text(tmp_path, "weeks;x\n1;a\n2;ø\n", WEEKS, encoding="latin-1")

    assert "Linje 3: Filen er ikke skrevet i UTF-8." in refusal.value.sentence.da


def test_parquet_is_read_as_csv_is(tmp_path: Path) -> None:
    rows = [
        "SELECT 'a' person, 1.5 AS weeks, true arm, 0 ending, DATE '2017-01-16' drawn, 'Mand' sex",
        "SELECT 'b', 2.0, false, 1, DATE '2017-01-30', 'Kvinde'",
    ]
    table = read(parquet(tmp_path, " UNION ALL ".join(rows) + " ORDER BY 1"), EVERY)

    assert table.numbers("weeks").tolist() == [1.5, 2.0] and table.yes_no("arm").tolist() == [True, False]
    assert table.wholes("ending").tolist() == [0, 1] and table.texts("sex") == ("Mand", "Kvinde")
    assert table.days("drawn").tolist() == [date(2017, 1, 16), date(2017, 1, 30)]


def test_texts_and_whole_numbers_in_parquet_are_understood_too(tmp_path: Path) -> None:
    query = "SELECT '2,5' AS weeks, 1 arm, 3.0 ending, '16-01-2017' drawn, 7 person, NULL::VARCHAR note"
    note = Column("note", Kind.TEXT, blank=True)
    table = read(parquet(tmp_path, query), (WEEKS, ARM, ENDING, DRAWN, PERSON, note))

    assert table.numbers("weeks")[0] == 2.5 and table.yes_no("arm")[0] and table.wholes("ending")[0] == 3
    assert table.texts("person") == ("7",) and table.texts("note") == ("",)
    assert table.days("drawn").tolist() == [date(2017, 1, 16)]


@pytest.mark.parametrize("nothing", ["NULL::DOUBLE", "'nan'::DOUBLE", "NULL::INT", "NULL::VARCHAR"])
def test_nothing_in_parquet_is_never_a_silent_number(tmp_path: Path, nothing: str) -> None:
    file = parquet(tmp_path, f"SELECT {nothing} AS weeks")

    assert np.isnan(read(file, [Column("weeks", blank=True)]).numbers("weeks")[0])
    with pytest.raises(InputRefused) as refusal:
        read(file, [WEEKS])
    assert "I række 1, kolonnen »weeks«, er feltet tomt." in refusal.value.sentence.da


def test_what_is_endless_or_without_rows_in_parquet_is_refused(tmp_path: Path) -> None:
    with pytest.raises(InputRefused, match="no number"):
        read(parquet(tmp_path, "SELECT 'inf'::DOUBLE AS weeks"), [WEEKS])
    with pytest.raises(InputRefused, match="no rows"):
        read(parquet(tmp_path, "SELECT 1.0 AS weeks WHERE false"), [WEEKS])


@pytest.mark.parametrize("kind", [Kind.WHOLE, Kind.YES_NO])
def test_a_contract_that_cannot_be_kept_is_a_fault_of_the_program(kind: Kind) -> None:
    with pytest.raises(ValueError, match="cannot be blank"):
        Column("x", kind, blank=True)
    with pytest.raises(ValueError, match="choices belong to the kind CHOICE"):
        Column("x", Kind.CHOICE)


names = st.text(st.characters(exclude_categories=("C", "Z"), exclude_characters="−"), min_size=1, max_size=8)
numbers = st.floats(allow_nan=False, allow_infinity=False)
rows = st.lists(
    st.tuples(names, numbers, st.integers(-(2**53), 2**53), st.booleans(), st.dates(date(1900, 1, 1))),
    min_size=1,
    max_size=6,
    unique_by=lambda row: row[0],
)


@dataclass(frozen=True)
class Manner:
    """How a program writes a file."""

    sign: str
    decimal: str
    encoding: str

    def write(self, file: Path, rows: list[tuple[object, ...]]) -> None:
        """Write the rows; a zero beyond the third decimal says that no sign parts thousands."""
        with file.open("w", encoding=self.encoding, newline="") as out:
            writer = csv.writer(out, delimiter=self.sign)
            writer.writerow(["person", "weeks", "ending", "arm", "drawn"])
            for person, weeks, ending, arm, day in rows:
                told = re.sub(r"(\.\d+)", r"\g<1>0000", repr(weeks)).replace(".", self.decimal)
                writer.writerow([person, told, ending, "ja" if arm else "nej", day])


manners = st.builds(
    Manner, st.sampled_from(",;"), st.sampled_from(",."), st.sampled_from(["utf-8", "utf-8-sig"])
)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60)
@given(rows=rows, manner=manners)
def test_what_was_written_is_what_is_read(
    tmp_path: Path, rows: list[tuple[object, ...]], manner: Manner
) -> None:
    manner.write(tmp_path / "written.csv", rows)

    table = read(tmp_path / "written.csv", (PERSON, WEEKS, ENDING, ARM, DRAWN))

    columns = (table.texts("person"), table.numbers("weeks"), table.wholes("ending"), table.yes_no("arm"))
    assert [*zip(*(list(one) for one in columns), table.days("drawn").tolist(), strict=True)] == rows
