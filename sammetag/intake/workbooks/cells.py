"""From what a workbook holds for a cell to the words that it shows, without reckoning anything out."""

from __future__ import annotations

import math
import re
from collections.abc import Sequence
from datetime import datetime, time
from decimal import Decimal
from typing import TypeVar

from django.utils.translation import gettext as _
from openpyxl.utils.datetime import MAC_EPOCH, WINDOWS_EPOCH, from_excel
from openpyxl.utils.escape import unescape

from sammetag.intake.decoding import NOT_TEXT
from sammetag.intake.values import protected, shown
from sammetag.intake.workbooks.archive import broken
from sammetag.intake.workbooks.book import Book, Style

T = TypeVar("T")
PLAIN = Style()
NUMBER = re.compile(r"[-+]?(\d+(\.\d*)?|\.\d+)([eE][-+]?\d{1,3})?", re.ASCII)
LONGEST_NUMBER = 64
# Half a letter, too, as a workbook can write it down and no encoding can.
NO_TEXT = re.compile(f"{NOT_TEXT.pattern}|[\ud800-\udfff]")


def words_of(book: Book, kind: str, style: str, held: str) -> str:
    """What a cell shows, where it holds no formula; `kind` and `style` are what its sheet says of it."""
    look = _one(book.styles, style) if style and book.styles else PLAIN
    if kind in ("s", "str", "inlineStr"):
        text = _one(book.texts, held) if kind == "s" else plain(held)
        # Its style marks it as text, as an apostrophe does in a file of CSV.
        return protected(text) if look.protected else text
    if kind == "b":
        return _("sand") if held.strip() in ("1", "true") else _("falsk")
    if kind == "d":
        return held.strip()
    if not (number := held.strip()):
        return ""
    if len(number) > LONGEST_NUMBER or not NUMBER.fullmatch(number):
        raise broken("a number that is none")
    return _number(float(number), look, book)


def plain(text: str) -> str:
    """The text with the signs that a workbook writes as numbers, such as _x000D_."""
    return unescape(text) if "_x" in text else text


def formula() -> tuple[str, str]:
    """What is said of a cell that would be reckoned out. What it showed last may be out of date, or a lie."""
    return (
        _("Feltet er en formel. Vi regner ikke formler ud, og vi bruger ikke det, som Excel viste sidst."),
        _("Indsæt værdien i stedet: kopiér feltet, og vælg Indsæt speciel, Værdier."),
    )


def mistake(held: str) -> tuple[str, str]:
    """What is said of a cell in which the spreadsheet itself shows a fault, such as #REF!."""
    what = _("Her står en fejl fra regnearket: %(cell)s.") % {"cell": shown(held)}
    return what, _("Skriv værdien, eller lad feltet stå tomt.")


def is_no_text(words: str) -> bool:
    """Whether there is something in the words that no person wrote."""
    return NO_TEXT.search(words) is not None


def _one(of: Sequence[T], said: str) -> T:
    """The one that a cell points to by its place; from the end, as -1 would be, is nowhere."""
    place = int(said)
    if place < 0:
        raise broken("a place before the first")
    return of[place]


def _number(number: float, look: Style, book: Book) -> str:
    if not math.isfinite(number):
        raise broken("a number without end")
    if look.is_date and (moment := _moment(number, book)):
        return moment
    # Excel itself reckons with fifteen digits: beyond them stands what no one wrote.
    text = f"{Decimal(f'{number:.15g}'):f}"
    return _with_zeros(text, look.digits) if look.digits and text.isdecimal() else text


def _moment(number: float, book: Book) -> str:
    """A day, with the time of day where it has one; nothing where there is no such day."""
    try:
        found = from_excel(number, MAC_EPOCH if book.from_1904 else WINDOWS_EPOCH)
    except (ValueError, OverflowError):
        return ""
    if isinstance(found, time):
        return found.isoformat("minutes")
    if not isinstance(found, datetime):
        return ""
    return found.date().isoformat() if found.time() == time() else found.isoformat(" ", "minutes")


def _with_zeros(digits: str, pattern: str) -> str:
    """The digits as the pattern shows them: 101901234 in 000000-0000 is 010190-1234."""
    if len(digits) > pattern.count("0"):
        return digits
    left = iter(digits.zfill(pattern.count("0")))
    return "".join(next(left) if sign == "0" else sign for sign in pattern)
