"""CPR numbers as people write them: which are well formed, what is wrong with the others, and the mask.

The number is built as the CPR office describes it ('Personnummeret i CPR-systemet', from
https://www.cpr.dk/cpr-systemet/opbygning-af-cpr-nummeret): day, month and year of birth, two digits each, and
four more. The seventh digit tells the century together with the year:

    seventh digit   years 00-36   37-57        58-99
    0, 1, 2, 3      1900-1936     1937-1957    1958-1999
    4, 9            2000-2036     1937-1957    1958-1999
    5, 6, 7, 8      2000-2036     2037-2057    1858-1899

Until October 2007 every number passed a check by modulus 11. Numbers without it have been issued since, and
are fully valid (https://www.cpr.dk/cpr-systemet/personnumre-uden-kontrolciffer-modulus-11-kontrol), so that
check can only raise a question. A replacement number, given to whoever has none, has 60 added to the day
(https://www.cpr.dk/spoergsmaal-og-svar/personnummer).
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import date

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from sammetag.design.wording import date_words

DIGITS = 10
REPLACED = 60
WEIGHTS = (4, 3, 2, 7, 6, 5, 4, 3, 2, 1)
# Word processors make a long dash of the short one.
DASHES = "-\u2010\u2011\u2012\u2013\u2014\u2015\u2212"
WRITTEN = re.compile(rf"([0-9]{{6}})[{DASHES}]?([0-9]{{4}})")
LOOKS_LIKE = re.compile(rf"\s*[0-9]{{6}}\s*[{DASHES}]?\s*[0-9]{{4}}\s*")


class WrongNumber(Exception):
    """What was typed is no CPR number: what is wrong, and what to do. It never repeats what was typed."""

    def __init__(self, what: str | Promise, remedy: str | Promise) -> None:
        super().__init__("wrong number")
        self.what, self.remedy = what, remedy


@dataclass(frozen=True)
class Number:
    """A well-formed CPR number. Printed, it shows its mask; only `whole` and `digits` tell it."""

    digits: str = field(repr=False)
    born_on: date

    def __str__(self) -> str:
        return mask(self.date_part)

    @property
    def whole(self) -> str:
        """The number as it is written in full."""
        return f"{self.digits[:6]}-{self.digits[6:]}"

    @property
    def date_part(self) -> str:
        """The six digits that the mask may show."""
        return self.digits[:6]

    @property
    def is_replacement(self) -> bool:
        """Whether it stands in for a number that its owner does not have."""
        return is_replacement(self.digits)

    @property
    def passes_the_check(self) -> bool:
        """Whether modulus 11 comes out even. A replacement number has no such check."""
        weighed = sum(weight * int(digit) for weight, digit in zip(WEIGHTS, self.digits, strict=True))
        return self.is_replacement or weighed % 11 == 0


def read(typed: str, today: date) -> Number:
    """The number that was typed; raises WrongNumber, which says what is wrong and what to do."""
    text = "".join(typed.split())
    found = WRITTEN.fullmatch(text)
    if found is None:
        raise _wrong_form(text)
    digits = found[1] + found[2]
    return Number(digits, _born_on(digits, today))


def looks_like(text: str) -> bool:
    """Whether a text is written as a CPR number, right or wrong."""
    return LOOKS_LIKE.fullmatch(text) is not None


def bare(text: str) -> str:
    """The digits of a text that looks like a number: alike for every way to write it."""
    return "".join(sign for sign in text if sign.isdigit())


def mask(date_part: str) -> str:
    """What may be shown without a key: the date, and four stars."""
    return f"{date_part}-****"


def is_replacement(date_part: str) -> bool:
    """Whether a number that begins so stands in for one that its owner does not have."""
    return int(date_part[:2]) > REPLACED


def doubts(number: Number, born_on: date) -> list[str]:
    """What speaks for reading a well-formed number once more, as sentences; it may still be right."""
    found: list[object] = []
    if number.born_on != born_on:
        words = {"number": date_words(number.born_on), "case": date_words(born_on)}
        found.append(_("Efter nummeret er borgeren født %(number)s. I sagen står %(case)s.") % words)
    if not number.passes_the_check:
        found.append(
            _("Nummeret passer ikke med det gamle kontrolciffer (modulus 11). Nyere numre kan være sådan.")
        )
    return [str(one) for one in found]


def _wrong_form(text: str) -> WrongNumber:
    count = sum(sign.isdigit() for sign in text)
    if any(sign.isalpha() for sign in text):
        return WrongNumber(
            _("Der er bogstaver i CPR-nummeret."),
            _("Skriv ti cifre. Et erstatningsnummer med bogstaver kan vi ikke tage imod."),
        )
    if not text.isascii() and any(sign.isdigit() and not sign.isascii() for sign in text):
        return WrongNumber(
            _("CPR-nummeret er skrevet med en anden slags cifre."), _("Skriv det igen med tastaturets tal.")
        )
    if count < DIGITS:
        return WrongNumber(
            _("CPR-nummeret er for kort. Det skal have ti cifre."),
            _("Skriv alle ti. Et regneark kan have fjernet et nul forrest."),
        )
    if count > DIGITS:
        return WrongNumber(
            _("CPR-nummeret er for langt. Det skal have ti cifre."), _("Skriv ét nummer og ikke andet.")
        )
    return WrongNumber(
        _("Der er et tegn i CPR-nummeret, som ikke hører til."),
        _("Skriv seks cifre, en bindestreg og fire cifre."),
    )


def _born_on(digits: str, today: date) -> date:
    day, month, year = int(digits[:2]), int(digits[2:4]), int(digits[4:6])
    day = day - REPLACED if day > REPLACED else day
    seventh = int(digits[6])
    try:
        born_on = date(_century(year, seventh) + year, month, day)
    except ValueError as fault:
        raise _no_such_date(day, month, year) from fault
    if born_on > today:
        raise WrongNumber(
            _("Med det syvende ciffer ligger fødselsdatoen i fremtiden."),
            _("Se på fødselsåret og det syvende ciffer. Et af dem er forkert."),
        )
    return born_on


def _century(year: int, seventh: int) -> int:
    if seventh <= 3:
        return 1900
    if seventh in (4, 9):
        return 2000 if year <= 36 else 1900
    return 2000 if year <= 57 else 1800


def _no_such_date(day: int, month: int, year: int) -> WrongNumber:
    if (day, month) == (29, 2) and year % 4 == 0:
        return WrongNumber(
            _("Med det syvende ciffer er året intet skudår, så den 29. februar findes ikke."),
            _("Se på datoen og det syvende ciffer. Et af dem er forkert."),
        )
    return WrongNumber(
        _("De første seks cifre er ingen dato."),
        _("Skriv dag, måned og år med to cifre hver. I et erstatningsnummer er der lagt 60 til dagen."),
    )
