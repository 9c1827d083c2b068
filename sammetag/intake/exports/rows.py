"""A programme as rows of the columns of the import, and these as a file."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from decimal import Decimal

from django.utils.translation import get_language
from django.utils.translation import gettext as _

from sammetag.intake.columns import OF_INTERVENTION, OF_PROGRAMME, PROGRAMMES
from sammetag.intake.exports.kinds import Form
from sammetag.intake.headings import Column
from sammetag.intake.programmes import InterventionIn, ProgrammeIn, StretchIn
from sammetag.intake.sheets import sheet
from sammetag.intake.values import OneOf
from sammetag.intake.workbooks.writing import Shown, book_of
from sammetag.people.cpr import Number

Row = tuple[Shown, ...]


def rows_of(one: ProgrammeIn) -> list[Row]:
    """The rows of a programme: one for each state of each intervention, or a single one where it has none."""
    about = tuple(_shown(column, getattr(one, column.key)) for column in OF_PROGRAMME)
    rows = [
        (*about, *_of_intervention(each, stretch)) for each in one.interventions for stretch in each.stretches
    ]
    return rows or [(*about, *(None for _column in OF_INTERVENTION))]


def file_of(rows: Iterable[Row], form: Form) -> bytes:
    """The rows under our headings, as a workbook or as CSV, in the language of the moment."""
    heading = [column.name for column in PROGRAMMES.each]
    if form is Form.XLSX:
        return book_of(heading, rows, title=_("Forløb"))
    return sheet([heading, *([_written(value) for value in row] for row in rows)])


def _of_intervention(one: InterventionIn, stretch: StretchIn) -> Iterator[Shown]:
    last = stretch is one.stretches[-1]
    anew = {
        "hours_per_week": one.hours_per_week if stretch.hours_per_week is None else stretch.hours_per_week,
        "state": stretch.state,
        "since": stretch.since,
        # An intervention has ended on the day on which its last state did.
        "until": one.ended_on or stretch.until if last else stretch.until,
        "ending": one.ending if last else "",
        "mentor_support": one.mentor,
    }
    for column in OF_INTERVENTION:
        yield _shown(column, anew[column.key] if column.key in anew else getattr(one, column.key))


def _shown(column: Column, value: object) -> Shown:
    """A value as a cell of its column holds it."""
    if value is None or value == "":
        return None
    if isinstance(column.parse, OneOf):
        return column.parse.word_for(value)
    if isinstance(value, Number):
        return value.whole
    if isinstance(value, str | int | Decimal | date):
        return value
    raise TypeError(f"{column.key} holds {type(value).__name__}")


def _written(value: Shown) -> str:
    """A cell as it is written in CSV: days and decimals as the reader's language has them."""
    danish = not (get_language() or "da").startswith("en")
    if isinstance(value, date):
        return f"{value.day}.{value.month}.{value.year}" if danish else value.isoformat()
    if isinstance(value, Decimal):
        text = f"{value.normalize():f}"
        return text.replace(".", ",") if danish else text
    return "" if value is None else str(value)
