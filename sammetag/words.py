"""Text in two languages: what the rooms that know no Django say to people."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import cache, lru_cache
from string import Formatter


@dataclass(frozen=True, slots=True, eq=False)
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
        names = _names(self.da, self.en)
        if not params.keys() >= names:
            raise KeyError(min(names - params.keys()))
        return _Filled(self, params)

    def in_language(self, language: str) -> str:
        """Give the text in 'da' or 'en'; Danish for a language we do not have."""
        return self.en if language == "en" else self.da

    def __eq__(self, other: object) -> bool:
        """Say whether both say the same, however they came to say it."""
        return isinstance(other, Words) and (self.da, self.en) == (other.da, other.en)

    def __hash__(self) -> int:
        """Give the same number for what says the same."""
        return hash((self.da, self.en))

    def __str__(self) -> str:
        """Give the Danish text."""
        return self.da


class _Filled(Words):
    """A text whose names are filled in when somebody reads it: most sentences of the law are never shown."""

    __slots__ = ("_params", "_text")
    _text: Words
    _params: dict[str, object]

    # What freezes Words costs more than all else here, and most of these are dropped unread.
    __setattr__ = object.__setattr__

    def __init__(self, text: Words, params: dict[str, object]) -> None:
        self._text = text
        self._params = params

    @property
    def da(self) -> str:
        """Give the Danish text."""
        return self._text.da.format_map({name: _say(value, "da") for name, value in self._params.items()})

    @property
    def en(self) -> str:
        """Give the English text."""
        return self._text.en.format_map({name: _say(value, "en") for name, value in self._params.items()})


_COUNTED = Words("{count} {noun}", "{count} {noun}")
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


@lru_cache(maxsize=4096)
def day_in_words(day: date) -> Words:
    """Give a date as people write it: '3. november 2025' and '3 November 2025'."""
    month = MONTHS[day.month - 1]
    return Words(f"{day.day}. {month.da} {day.year}", f"{day.day} {month.en} {day.year}")


def counted(count: int, one: Words, many: Words) -> Words:
    """Give a number with its noun, singular only for exactly one: '1 samtale', '0 samtaler'."""
    noun = one if count == 1 else many
    return _COUNTED.filled(count=count, noun=noun)


def together(*sentences: Words) -> Words:
    """Give several sentences as one text, in the order given."""
    return Words(" ".join(words.da for words in sentences), " ".join(words.en for words in sentences))


@cache
def _names(*texts: str) -> frozenset[str]:
    """Give the names that stand in the texts, each to be filled in."""
    return frozenset(name for text in texts for _before, name, *_rest in Formatter().parse(text) if name)


def _say(value: object, language: str) -> str:
    if isinstance(value, date):
        value = day_in_words(value)
    return value.in_language(language) if isinstance(value, Words) else str(value)
