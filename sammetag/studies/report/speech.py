"""How the report says a number, a day, a share or a test in its language."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from math import inf

from sammetag.evaluation.conclusion import Scale
from sammetag.evaluation.figures import figure
from sammetag.evaluation.result import Estimate, Interval, Test, Undefined
from sammetag.words import Words, day_in_words

SMALLEST_P = 0.0005
# What cannot be worked out; why stands below the table.
NONE = "–"
_P_BELOW = Words("< 0,001", "< 0.001")
_FROM = Words("fra {low}", "from {low}")
_OF = Words("{count} af {all} ({share} %)", "{count} of {all} ({share}%)")
_WHY = Words("{what}: {why}", "{what}: {why}")


class Speech:
    """The language of a report, with what it says of numbers; `notes` gathers why some cannot be told."""

    def __init__(self, language: str) -> None:
        self.language = "en" if language == "en" else "da"
        self._notes: dict[str, None] = {}

    def __call__(self, words: Words, **params: object) -> str:
        """The words in the language, their names filled in."""
        return (words.filled(**params) if params else words).in_language(self.language)

    def heading(self, words: Words) -> str:
        """The words with a capital letter."""
        text = self(words)
        return text[:1].upper() + text[1:]

    def number(self, value: float, places: int = 2) -> str:
        """A number with so many decimals."""
        return self(figure(value, places))

    def day(self, day: date) -> str:
        """A day as people write it."""
        return self(day_in_words(day))

    def part(self, count: int, of: int) -> str:
        """A count with its share: '25 of 109 (22.9%)'."""
        return self(_OF, count=count, all=of, share=self.number(100 * count / of, 1)) if of else "0"

    def p(self, p: float | None) -> str:
        """A p with three decimals, as far as it has any."""
        if p is None:
            return NONE
        return self(_P_BELOW) if p < SMALLEST_P else self.number(p, 3)

    def test(self, found: Test | Undefined, of: str) -> str:
        """The p of a test."""
        return self.unknown(found, of) if isinstance(found, Undefined) else self.p(found.p)

    def estimate(self, found: Estimate | Undefined, of: str, places: int = 2, times: float = 1) -> str:
        """A number with its interval: '1.65 (1.07–2.55)'; `times` 100 says a share in per cent."""
        if isinstance(found, Undefined):
            return self.unknown(found, of)
        value, interval = self.number(times * found.value, places), found.interval
        if isinstance(interval, Undefined):
            self.unknown(interval, of)
            return value
        return f"{value} ({self.interval(interval, places, times)})"

    def interval(self, interval: Interval, places: int = 2, times: float = 1) -> str:
        """The ends of an interval; a minus is never beside the sign between them."""
        low = self.number(times * interval.low, places)
        if interval.high == inf:
            return self(_FROM, low=low)
        high = self.number(times * interval.high, places)
        return f"{low} – {high}" if "-" in low + high else f"{low}–{high}"

    def scaled(self, found: Estimate | Undefined, of: str, scale: Scale) -> str:
        """An estimate as its scale is said: shares in percentage points, days with one decimal."""
        if scale is Scale.SHARES:
            return self.estimate(found, of, 1, 100)
        return self.estimate(found, of, 2 if scale is Scale.RATIO else 1)

    def unknown(self, found: Undefined, of: str) -> str:
        """The sign for what cannot be told; why is kept for the notes."""
        self.note(self(_WHY, what=of, why=self(found.why)))
        return NONE

    def note(self, words: str) -> None:
        """Keep a note for the table that is being made."""
        self._notes[words] = None

    def notes(self, more: Sequence[Words] = ()) -> tuple[str, ...]:
        """The notes since last asked, with further ones; each but once."""
        found = dict.fromkeys((*self._notes, *(self(one) for one in more)))
        self._notes = {}
        return tuple(found)
