"""Why a question of statistics has no answer: a sentence for the person, and a text for the log."""

from __future__ import annotations

from sammetag.words import Words


class EvaluationError(Exception):
    """It cannot be answered: `sentence` says what is wrong and what to do, `str()` is for the log."""

    def __init__(self, sentence: Words, technical: str) -> None:
        """Hold both texts; the technical one names no person."""
        super().__init__(technical)
        self.sentence = sentence


class InputRefused(EvaluationError):
    """The data do not fit what is asked of them; `row` is the first wrong row, counted from 1."""

    def __init__(self, sentence: Words, technical: str, row: int | None = None) -> None:
        """Hold the texts and the row."""
        super().__init__(sentence, technical)
        self.row = row
