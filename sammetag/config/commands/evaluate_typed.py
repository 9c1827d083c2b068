"""What is typed after `sammetag evaluate`: files and numbers; or why they cannot be used."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

from sammetag.config.commands.law_typed import refused
from sammetag.config.refusal import Refused
from sammetag.evaluation.errors import EvaluationError
from sammetag.evaluation.reading_cells import NoValue, number, tidy, whole
from sammetag.words import Words

NO_NUMBER = Words(
    "»{typed}« er ikke et tal. Skriv det som 12 eller 12,5.",
    "'{typed}' is no number. Write it as 12 or 12.5.",
)
BEFORE_START = Words(
    "{typed} ligger før 0, hvor tiden begynder. Vælg et senere tidspunkt.",
    "{typed} lies before 0, where time begins. Choose a later time.",
)
NO_WHOLE = Words(
    "»{typed}« er ikke et helt tal. Skriv det som 12.", "'{typed}' is no whole number. Write it as 12."
)


@contextmanager
def of_file(file: Path) -> Iterator[None]:
    """Turns what is wrong with a file into the refusal that names it."""
    try:
        yield
    except EvaluationError as fault:
        raise refused(fault.sentence, str(file)) from fault
    except OSError as fault:
        raise Refused(
            f"{file}: Filen kan ikke læses. Kontrollér, at den findes, og at du må læse den.\n"
            f"{file}: The file cannot be read. Check that it exists and that you may read it."
        ) from fault


def a_number(option: str, typed: str) -> float:
    """The number that was typed after an option, with a decimal comma or point."""
    try:
        return number(tidy(typed))
    except NoValue:
        raise refused(NO_NUMBER.filled(typed=typed), option) from None


def a_whole(option: str, typed: str) -> int:
    """The whole number that was typed after an option."""
    try:
        return whole(tidy(typed))
    except NoValue:
        raise refused(NO_WHOLE.filled(typed=typed), option) from None


def times(option: str, typed: Iterable[str] | None) -> tuple[float, ...]:
    """The times that were typed after an option; none where it was not used."""
    return tuple(_time(option, one) for one in typed or ())


def _time(option: str, typed: str) -> float:
    found = a_number(option, typed)
    if found < 0:
        raise refused(BEFORE_START.filled(typed=typed), option)
    return found
