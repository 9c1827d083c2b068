"""Text in two languages: every sentence that a person reads about the law."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from sammetag.law.period import Period


@dataclass(frozen=True, slots=True)
class Words:
    """What a text says in Danish and in English.

    Raises ValueError where one of the languages is empty: nobody should meet half a sentence.
    """

    da: str
    en: str

    def __post_init__(self) -> None:
        """Refuse a text that lacks one of its languages."""
        if not self.da.strip() or not self.en.strip():
            raise ValueError(f"words need both languages: {self.da!r}, {self.en!r}")

    def filled(self, **params: object) -> Words:
        """Give the text with its {names} filled in; dates and Words take the form of each language.

        Raises KeyError where a name has no value.
        """
        return self._in_both(lambda text, language: text.format_map(_spoken(params, language)))

    def in_language(self, language: str) -> str:
        """Give the text in 'da' or 'en'; Danish for a language we do not have."""
        return self.en if language == "en" else self.da

    def __str__(self) -> str:
        """Give the Danish text."""
        return self.da

    def _in_both(self, change: Callable[[str, str], str]) -> Words:
        return Words(change(self.da, "da"), change(self.en, "en"))


MONTHS = (
    Words("januar", "January"),
    Words("februar", "February"),
    Words("marts", "March"),
    Words("april", "April"),
    Words("maj", "May"),
    Words("juni", "June"),
    Words("juli", "July"),
    Words("august", "August"),
    Words("september", "September"),
    Words("oktober", "October"),
    Words("november", "November"),
    Words("december", "December"),
)


def day_in_words(day: date) -> Words:
    """Give a date as people write it: '3. november 2025' and '3 November 2025'."""
    month = MONTHS[day.month - 1]
    return Words(f"{day.day}. {month.da} {day.year}", f"{day.day} {month.en} {day.year}")


def period_in_words(period: Period) -> Words:
    """Give a period as people write it: 'fra og med 1. juli 2026', and 'til og med' where it has an end."""
    if period.last is None:
        return Words("fra og med {first}", "from {first}").filled(first=period.first)
    return Words("fra og med {first} til og med {last}", "from {first} to {last}, both included").filled(
        first=period.first, last=period.last
    )


def counted(count: int, one: Words, many: Words) -> Words:
    """Give a number with its noun, singular only for exactly one: '1 samtale', '0 samtaler'."""
    noun = one if count == 1 else many
    return Words("{count} {noun}", "{count} {noun}").filled(count=count, noun=noun)


def together(*sentences: Words) -> Words:
    """Give several sentences as one text, in the order given."""
    return Words(" ".join(words.da for words in sentences), " ".join(words.en for words in sentences))


def _spoken(params: dict[str, object], language: str) -> dict[str, str]:
    return {name: _say(value, language) for name, value in params.items()}


def _say(value: object, language: str) -> str:
    if isinstance(value, Words):
        return value.in_language(language)
    if isinstance(value, date):
        return day_in_words(value).in_language(language)
    return str(value)
