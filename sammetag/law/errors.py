"""Why the law gives no answer: each error holds a sentence for the person and a text for the log."""

from __future__ import annotations

from sammetag.words import Words


class LawError(Exception):
    """The rulebook cannot answer: `sentence` is for the person, `str()` is for the log."""

    def __init__(self, sentence: Words, technical: str) -> None:
        """Hold both texts; the technical one names no person."""
        super().__init__(technical)
        self.sentence = sentence


class NotInForce(LawError):
    """The rule exists, but not for that scheme on that date; the sentence says when it does."""


class OutsideProgramme(NotInForce):
    """The day asked about lies before the programme begins or after it has ended."""


class NotKnown(LawError):
    """The law had a rule, but its text has not been read well enough to be used; the sentence says why."""


class UnknownScheme(LawError):
    """No scheme has that name."""


class RulebookError(Exception):
    """The rulebook itself is wrong (overlap, gap, missing source): nothing starts until it is mended."""
