"""From the words of a table to values, cell by cell; what cannot be read becomes a fault."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from typing import Any

from django.utils.translation import gettext as _

from sammetag.intake.faults import Fault
from sammetag.intake.headings import Column, Columns, folded
from sammetag.intake.table import Row, Table
from sammetag.intake.values import BadValue, holds_cpr, is_formula, shown, unprotected

# More than anybody would mend one by one: they come from one cause, such as dates in another form.
MOST_FAULTS = 50_000
LONGEST_HEADING = 80


@dataclass
class ReadRow:
    """One row with its values by key, without those that were empty, and the faults of its cells."""

    number: int
    columns: Columns
    values: dict[str, Any] = dataclasses.field(default_factory=dict)
    faults: list[Fault] = dataclasses.field(default_factory=list)

    def fault(self, key: str, what: str, remedy: str) -> None:
        """Write down a fault in one column of this row."""
        self.faults.append(Fault(self.number, self.columns.by_key[key].name, what, remedy))

    def lacks(self, key: str) -> bool:
        """Whether the column is empty. A cell that could not be read is told of already."""
        return key not in self.values and self.columns.by_key[key].name not in {
            fault.column for fault in self.faults
        }

    def demand(self, key: str) -> None:
        """Write down a fault where the column is empty."""
        if self.lacks(key):
            self.fault(key, *missing())


def of_the_whole_file(table: Table, columns: Columns) -> list[Fault]:
    """The faults for which the rest need not be read: numbers of persons, or headings that we cannot use."""
    return _persons_numbers(table, columns) or [*_headings(table.heading, columns)]


def read_rows(table: Table, columns: Columns) -> tuple[list[ReadRow], Fault | None]:
    """Every row that is as wide as the heading; and a fault where there were too many to go on."""
    order = [columns.by_heading.get(folded(heading)) for heading in table.heading.cells]
    rows: list[ReadRow] = []
    faults = 0
    for row in table.rows:
        read = _read(row, columns, order)
        rows.append(read)
        faults += len(read.faults)
        if faults > MOST_FAULTS:
            what = _("Her holdt vi op med at læse, for der er mange fejl.")
            return rows, Fault(row.number, "", what, _("Ret fejlene, og prøv filen igen."))
    return rows, None


def _persons_numbers(table: Table, columns: Columns) -> list[Fault]:
    """One fault for each column in which something looks like a CPR number and must not. It is not told."""
    headings = [folded(heading) for heading in table.heading.cells]
    meant = {place for place, heading in enumerate(headings) if _is_for_cpr(heading, columns)}
    found: dict[int, int] = {}
    for row in (table.heading, *table.rows):
        for place, cell in enumerate(row.cells):
            if place not in found and place not in meant and holds_cpr(cell):
                found[place] = row.number
    for place, heading in enumerate(headings):
        if heading.startswith("cpr") and place not in meant:
            found[place] = table.heading.number
    return [
        Fault(
            row,
            _column_name(table.heading.cells[place], place),
            _("Her står noget, der ligner CPR-numre, og de må ikke stå her."),
            str(columns.instead_of_cpr),
        )
        for place, row in sorted(found.items())
    ]


def _is_for_cpr(heading: str, columns: Columns) -> bool:
    column = columns.by_heading.get(heading)
    return column is not None and column.key == "cpr"


def _column_name(heading: str, place: int) -> str:
    """The heading, or its place where the heading is empty or looks like the number of a person."""
    hidden = not heading.strip() or holds_cpr(heading)
    return _("kolonne %(number)s") % {"number": place + 1} if hidden else heading.strip()


def _headings(heading: Row, columns: Columns) -> Iterator[Fault]:
    seen: set[str] = set()
    for place, words in enumerate(heading.cells):
        column = columns.by_heading.get(folded(words))
        name = _column_name(words, place)
        if column is None:
            yield Fault(heading.number, name, *_unknown(words, columns))
        elif column.key in seen:
            what = _("Kolonnen %(name)s står her to gange.") % {"name": shown(column.name)}
            yield Fault(heading.number, name, what, _("Slet den ene, eller ret overskriften."))
        else:
            seen.add(column.key)
    for column in columns.each:
        if column.required and column.key not in seen:
            yield Fault(
                heading.number,
                column.name,
                _("Kolonnen %(name)s mangler.") % {"name": shown(column.name)},
                _("Tilføj den, eller begynd med skabelonen, hvor alle kolonner er med."),
            )


def _unknown(words: str, columns: Columns) -> tuple[str, str]:
    if not words.strip():
        return _("Kolonnen har ingen overskrift."), _("Skriv en overskrift, eller slet kolonnen.")
    # To compare a heading as long as a book with each of ours would take seconds.
    close = get_close_matches(folded(words[:LONGEST_HEADING]), columns.by_heading, n=1, cutoff=0.75)
    what = _("Overskriften %(heading)s kendes ikke.") % {"heading": shown(words)}
    if not close:
        return what, _("Slet kolonnen, eller brug en overskrift fra skabelonen.")
    name = shown(columns.by_heading[close[0]].name)
    return what, _("Mente du %(name)s? Ret overskriften, eller slet kolonnen.") % {"name": name}


def _read(row: Row, columns: Columns, order: list[Column | None]) -> ReadRow:
    read = ReadRow(row.number, columns)
    for place, (cell, column) in enumerate(zip(row.cells, order, strict=True)):
        if column is None or not cell.strip():
            continue
        if place in row.spoiled:
            read.fault(column.key, *row.spoiled[place])
            continue
        if is_formula(cell):
            read.fault(
                column.key,
                _("Feltet begynder som en formel, og formler læser vi ikke."),
                _("Slet tegnet i begyndelsen, eller gem filen med værdier i stedet for formler."),
            )
            continue
        try:
            read.values[column.key] = column.parse(unprotected(cell))
        except BadValue as bad:
            read.fault(column.key, bad.what, bad.remedy)
    read.demand(columns.in_every_row)
    return read


def missing() -> tuple[str, str]:
    """What is said of a cell that must not be empty."""
    return _("Feltet er tomt, og det skal udfyldes."), _("Skriv det, som overskriften beder om.")


def agreed(rows: Sequence[ReadRow], keys: Iterable[str]) -> dict[str, Any]:
    """What the rows say together; a row that says otherwise than one before it has a fault."""
    values: dict[str, Any] = {}
    said: dict[str, int] = {}
    for row in rows:
        for key in keys:
            if key not in row.values:
                continue
            if key in values and values[key] != row.values[key]:
                row.fault(
                    key,
                    _("Her står noget andet end i række %(row)s, som hører til det samme.")
                    % {"row": said[key]},
                    _("Skriv det samme begge steder, eller lad feltet stå tomt her."),
                )
            elif key not in values:
                values[key], said[key] = row.values[key], row.number
    return values
