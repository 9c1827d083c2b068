"""The rows of the table of citizens: hundreds of cells, for which a template takes four times as long."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from decimal import Decimal
from functools import cache, lru_cache
from typing import NamedTuple

from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import get_language, ngettext
from django.utils.translation import gettext as _

from sammetag.design import wording
from sammetag.design.addresses import address
from sammetag.desk.choice import COLUMNS
from sammetag.desk.lines import Hands, Line

# The labels are put in once for the table, the rest for each citizen.
ROW = """
      <tr><th scope="row"><a href="{{}}">{{}}</a><span class="st-small">{{}}{{}}{{}}</span></th>
        <td data-label="{}">{{}}</td>
        <td data-label="{}">{{}}</td>
        <td data-label="{}">{{}}</td>
        <td data-label="{}">{{}}</td>
        <td data-label="{}">{{}}</td>
        <td data-label="{}">{{}}</td></tr>"""
NONE = '<span class="st-none">{}</span>'
DASH = "–"
OWED = ' · <span class="st-when--late">{}</span>'


class Cells(NamedTuple):
    """All that one row says, in the order of its cells, and the language that it says it in."""

    language: str
    url: str
    name: str
    number: str
    owed: int
    whose: str
    contact_days: int | None
    idle_days: int | None
    next_talk: date | None
    ends_on: date | None
    hours: Decimal
    running: int | None


def citizen_rows(lines: Sequence[Line]) -> SafeString:
    """A row for each citizen: the name, what we owe, and the figures, each under its heading."""
    language = get_language() or "da"
    return SafeString("".join(_written(_cells(line, language)) for line in lines))


def _cells(line: Line, language: str) -> Cells:
    case = line.case
    return Cells(
        language,
        address("case", case.id),
        case.citizen.name,
        case.number,
        line.owed,
        _whose(line),
        line.contact_days,
        line.idle_days,
        line.next_talk,
        line.ends_on,
        line.hours,
        line.running,
    )


# Most citizens stand as they stood an hour ago, and a row has ten pieces.
@lru_cache(maxsize=20_000)
def _written(cells: Cells) -> SafeString:
    about = (cells.url, cells.name, cells.number, _owed(cells.owed), cells.whose)
    return format_html(_pattern(cells.language), *about, *_figures(cells))


@cache
def _pattern(_language: str) -> SafeString:
    """What every row says alike in this language, which is the reader's."""
    return format_html(ROW, *(heading for key, (heading, _value) in COLUMNS.items() if key != "name"))


def _figures(cells: Cells) -> Iterator[str]:
    """The cells in the order of the headings."""
    contact, idle, running = cells.contact_days, cells.idle_days, cells.running
    yield _none(_("ingen endnu")) if contact is None else wording.day_count_words(contact)
    yield (
        format_html('<span class="st-when--soon">{}</span>', wording.day_count_words(idle))
        if idle
        else _none(DASH)
    )
    yield _day(cells.next_talk, _("ikke aftalt"))
    yield _day(cells.ends_on, DASH)
    yield wording.number_words(cells.hours)
    yield _none(DASH) if running is None else wording.number_words(running)


def _day(day: date | None, otherwise: str) -> str:
    return wording.date_words(day, "short") if day else _none(otherwise)


def _none(said: str) -> SafeString:
    return format_html(NONE, said)


def _owed(count: int) -> str:
    if not count:
        return ""
    told = ngettext("vi skylder %(n)s ting", "vi skylder %(n)s ting", count)
    return format_html(OWED, told % {"n": count})


def _whose(line: Line) -> str:
    if line.hands == Hands.NOBODYS:
        return " · " + _("uden koordinator")
    if line.hands == Hands.TO_COME:
        return " · " + _("du overtager sagen")
    coordinator = line.case.coordinator
    return f" · {coordinator.name}" if line.hands == Hands.STANDING_IN and coordinator else ""
