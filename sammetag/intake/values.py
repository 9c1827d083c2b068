"""How one cell is read: dates, numbers, yes and no, and words from a list, as people write them."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from datetime import date
from decimal import Decimal
from typing import Any

from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from sammetag.people.cpr import Number, WrongNumber, read
from sammetag.people.danish import search_key

Parser = Callable[[str], Any]

YEAR_FIRST = re.compile(r"(\d{4})[-./](\d{1,2})[-./](\d{1,2})", re.ASCII)
DAY_FIRST = re.compile(r"(\d{1,2})[-./ ]\s?(\d{1,2})[-./ ]\s?(\d{4})", re.ASCII)
SHORT_YEAR = re.compile(r"\d{1,2}[-./]\d{1,2}[-./]\d{2}", re.ASCII)
MIDNIGHT = re.compile(r"[T ]00[:.]00([:.]00([.,]0+)?)?$")
NUMBER = re.compile(r"\d{1,6}([.,]\d{1,6})?", re.ASCII)
EARLIEST, LATEST = 1900, 2100
LONGEST_SHOWN = 40

# What a spreadsheet would run when it opens a file that holds it.
FORMULA = re.compile(r"\s*[=+@\uff1d\uff0b\uff20\uff0d]|[\t\r]|\s*-(?!\s*$|\d+([.,]\d+)?\s*$)")
# Word processors make a long dash of the short one.
CPR = re.compile(r"(?<!\d)(\d\d)(\d\d)\d\d(?:\s?[-\u2010-\u2015\u2212]\s?|\s)?\d{4}(?!\d)")


class BadValue(Exception):
    """A cell that cannot be read: what is wrong, and what to do."""

    def __init__(self, what: str, remedy: str) -> None:
        super().__init__("bad value")
        self.what, self.remedy = what, remedy


def is_formula(cell: str) -> bool:
    """Whether a spreadsheet would take the cell for something to reckon out."""
    return FORMULA.match(cell) is not None


def protected(cell: str) -> str:
    """The cell with an apostrophe in front where a spreadsheet would run it, which makes it text."""
    return f"'{cell}" if is_formula(cell.lstrip("'")) else cell


def unprotected(cell: str) -> str:
    """The cell as it was before it was protected."""
    return cell[1:] if cell.startswith("'") and is_formula(cell.lstrip("'")) else cell


def holds_cpr(cell: str) -> bool:
    """Whether something in the cell looks like the number of a person: a date, and four digits more."""
    found = ((int(one[1]), int(one[2])) for one in CPR.finditer(cell))
    # Sixty is added to the day of a replacement number.
    return any(1 <= (day - 60 if day > 60 else day) <= 31 and 1 <= month <= 12 for day, month in found)


def cpr(cell: str) -> Number:
    """Reads a CPR number. What is said of a wrong one never quotes it."""
    try:
        return read(cell, timezone.localdate())
    except WrongNumber as wrong:
        raise BadValue(str(wrong.what), str(wrong.remedy)) from None


def shown(cell: str) -> str:
    """The cell as a sentence about it quotes it."""
    line = " ".join(cell.split())
    cut = f"{line[:LONGEST_SHOWN]}…" if len(line) > LONGEST_SHOWN else line
    return _("»%(text)s«") % {"text": cut}


def words(longest: int) -> Parser:
    """Reads a text of at most so many letters."""

    def parse(cell: str) -> str:
        text = " ".join(cell.split())
        if len(text) > longest:
            raise BadValue(
                _("Teksten er på %(length)s tegn.") % {"length": len(text)},
                _("Skriv højst %(longest)s tegn.") % {"longest": longest},
            )
        return text

    return parse


def day(cell: str) -> date:
    """Reads a date: 1.2.2026, 01-02-2026, 1/2/2026 or 2026-02-01; always the day before the month."""
    text = MIDNIGHT.sub("", cell.strip())
    first, last = YEAR_FIRST.fullmatch(text), DAY_FIRST.fullmatch(text)
    numbers = first.groups() if first else last.groups()[::-1] if last else None
    if numbers is None:
        short = SHORT_YEAR.fullmatch(text) is not None
        raise BadValue(
            _("%(cell)s er ikke en dato, vi kan læse.") % {"cell": shown(cell)},
            _("Skriv årstallet med fire cifre.") if short else _("Skriv den som 1.2.2026 eller 2026-02-01."),
        )
    try:
        read = date(*map(int, numbers))
    except ValueError:
        raise BadValue(
            _("Datoen %(cell)s findes ikke.") % {"cell": shown(cell)},
            _("Skriv dag, måned og år i den rækkefølge, for eksempel 1.2.2026."),
        ) from None
    if not EARLIEST <= read.year <= LATEST:
        raise BadValue(_("Årstallet i %(cell)s kan ikke passe.") % {"cell": shown(cell)}, _("Ret årstallet."))
    return read


def hours(cell: str) -> Decimal:
    """Reads hours a week, from 0 to 37 with at most one decimal."""
    text = cell.strip()
    read = Decimal(text.replace(",", ".")) if NUMBER.fullmatch(text) else None
    if read is None:
        raise BadValue(
            _("%(cell)s er ikke et timetal.") % {"cell": shown(cell)}, _("Skriv et tal, for eksempel 7,5.")
        )
    if read > 37:
        raise BadValue(
            _("%(cell)s timer om ugen er for mange.") % {"cell": shown(cell)}, _("Skriv højst 37 timer.")
        )
    if read != round(read, 1):
        raise BadValue(
            _("%(cell)s har mere end én decimal.") % {"cell": shown(cell)},
            _("Rund af, for eksempel til 7,5."),
        )
    return read


def chapter(cell: str) -> int:
    """Reads the number of a chapter of LAB."""
    text = search_key(cell).removeprefix("kapitel").removeprefix("kap.").strip(" .")
    if not re.fullmatch("[0-9]{1,2}", text):
        raise BadValue(
            _("%(cell)s er ikke et kapitel.") % {"cell": shown(cell)},
            _("Skriv kapitlets nummer, for eksempel 11, eller lad feltet stå tomt."),
        )
    return int(text)


class OneOf:
    """Reads one of these words, in either language; `also` is what else people write."""

    def __init__(
        self, da: Mapping[str, Any], en: Mapping[str, Any], also: Mapping[str, Any] | None = None
    ) -> None:
        self._da, self._en = da, en
        self._known = {search_key(word): value for word, value in {**(also or {}), **en, **da}.items()}

    @property
    def choices(self) -> Mapping[str, Any]:
        """The words of the reader's language, with what they stand for."""
        return self._en if (get_language() or "da").startswith("en") else self._da

    def word_for(self, value: Any) -> str:
        """The word of the reader's language that stands for a value."""
        return next(word for word, meant in self.choices.items() if meant == value)

    def __call__(self, cell: str) -> Any:
        found = self._known.get(search_key(cell))
        if found is None:
            raise BadValue(
                _("%(cell)s kendes ikke her.") % {"cell": shown(cell)},
                _("Skriv en af disse: %(choices)s.") % {"choices": ", ".join(self.choices)},
            )
        return found


one_of = OneOf
