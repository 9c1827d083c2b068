"""From the words of a table to values, cell by cell; what cannot be read becomes a fault."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import get_close_matches
from typing import Any

from django.utils.translation import gettext as _

from sammetag.intake.columns import BY_HEADING, BY_KEY, COLUMNS, Column, folded
from sammetag.intake.faults import Fault
from sammetag.intake.reading import Row, Table
from sammetag.intake.values import BadValue, holds_cpr, is_formula, shown

# More than anybody would mend one by one: they come from one cause, such as dates in another form.
MOST_FAULTS = 50_000


@dataclass
class ReadRow:
    """One row with its values by key, without those that were empty, and the faults of its cells."""

    number: int
    values: dict[str, Any] = dataclasses.field(default_factory=dict)
    faults: list[Fault] = dataclasses.field(default_factory=list)

    def fault(self, key: str, what: str, remedy: str) -> None:
        """Write down a fault in one column of this row."""
        self.faults.append(Fault(self.number, BY_KEY[key].name, what, remedy))


def of_the_whole_file(table: Table) -> list[Fault]:
    """The faults for which the rest need not be read: numbers of persons, or headings that we cannot use."""
    return _persons_numbers(table) or [*_headings(table.heading)]


def read_rows(table: Table) -> tuple[list[ReadRow], Fault | None]:
    """Every row that is as wide as the heading; and a fault where there were too many to go on."""
    columns = [BY_HEADING.get(folded(heading)) for heading in table.heading.cells]
    rows: list[ReadRow] = []
    faults = 0
    for row in table.rows:
        read = _read(row, columns)
        rows.append(read)
        faults += len(read.faults)
        if faults > MOST_FAULTS:
            what = _("Her holdt vi op med at læse, for der er mange fejl.")
            return rows, Fault(row.number, "", what, _("Ret fejlene, og prøv filen igen."))
    return rows, None


def _persons_numbers(table: Table) -> list[Fault]:
    """One fault for each column in which something looks like a CPR number. What it is, is not told."""
    found: dict[int, int] = {}
    for row in (table.heading, *table.rows):
        for place, cell in enumerate(row.cells):
            if place not in found and holds_cpr(cell):
                found[place] = row.number
    for place, heading in enumerate(table.heading.cells):
        if folded(heading).startswith("cpr"):
            found[place] = table.heading.number
    return [
        Fault(
            row,
            _column_name(table.heading.cells[place], place),
            _("Her står noget, der ligner CPR-numre. Sammetag må ikke få dem på den måde endnu."),
            _("Slet CPR-numrene i filen, og brug sagsnummer og fødselsdato i stedet."),
        )
        for place, row in sorted(found.items())
    ]


def _column_name(heading: str, place: int) -> str:
    """The heading, or its place where the heading is empty or looks like the number of a person."""
    hidden = not heading.strip() or holds_cpr(heading)
    return _("kolonne %(number)s") % {"number": place + 1} if hidden else heading.strip()


def _headings(heading: Row) -> Iterator[Fault]:
    seen: set[str] = set()
    for place, words in enumerate(heading.cells):
        column = BY_HEADING.get(folded(words))
        name = _column_name(words, place)
        if column is None:
            yield Fault(heading.number, name, *_unknown(words))
        elif column.key in seen:
            what = _("Kolonnen %(name)s står her to gange.") % {"name": shown(column.name)}
            yield Fault(heading.number, name, what, _("Slet den ene, eller ret overskriften."))
        else:
            seen.add(column.key)
    for column in COLUMNS:
        if column.required and column.key not in seen:
            yield Fault(
                heading.number,
                column.name,
                _("Kolonnen %(name)s mangler.") % {"name": shown(column.name)},
                _("Tilføj den, eller begynd med skabelonen, hvor alle kolonner er med."),
            )


def _unknown(words: str) -> tuple[str, str]:
    if not words.strip():
        return _("Kolonnen har ingen overskrift."), _("Skriv en overskrift, eller slet kolonnen.")
    close = get_close_matches(folded(words), BY_HEADING, n=1, cutoff=0.75)
    what = _("Overskriften %(heading)s kendes ikke.") % {"heading": shown(words)}
    if not close:
        return what, _("Slet kolonnen, eller brug en overskrift fra skabelonen.")
    name = shown(BY_HEADING[close[0]].name)
    return what, _("Mente du %(name)s? Ret overskriften, eller slet kolonnen.") % {"name": name}


def _read(row: Row, columns: list[Column | None]) -> ReadRow:
    read = ReadRow(row.number)
    for cell, column in zip(row.cells, columns, strict=True):
        if column is None or not cell.strip():
            continue
        if is_formula(cell):
            read.fault(
                column.key,
                _("Feltet begynder som en formel, og formler læser vi ikke."),
                _("Slet tegnet i begyndelsen, eller gem filen med værdier i stedet for formler."),
            )
            continue
        try:
            read.values[column.key] = column.parse(cell)
        except BadValue as bad:
            read.fault(column.key, bad.what, bad.remedy)
    number = BY_KEY["number"]
    if number.key not in read.values and number.name not in {fault.column for fault in read.faults}:
        read.fault(number.key, *missing())
    return read


def missing() -> tuple[str, str]:
    """What is said of a cell that must not be empty."""
    return _("Feltet er tomt, og det skal udfyldes."), _("Skriv det, som overskriften beder om.")
