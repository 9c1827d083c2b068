"""What is typed after `sammetag evaluate`: files and numbers; or why they cannot be used."""

from __future__ import annotations

import argparse
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

from sammetag.config.commands.law_typed import refused
from sammetag.config.refusal import Refused
from sammetag.evaluation.errors import EvaluationError
from sammetag.evaluation.reading_cells import LARGEST_WHOLE, NoValue, number, tidy, whole
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
NO_COUNT = Words(
    "{typed} kan ikke bruges. Skriv et helt tal fra {least} til {most}.",
    "{typed} cannot be used. Write a whole number from {least} to {most}.",
)
NO_RATIO = Words(
    "»{typed}« er ikke et forhold mellem to grupper. Skriv det som 1:1 eller 2:1.",
    "'{typed}' is no ratio of two arms. Write it as 1:1 or 2:1.",
)
NEEDED = Words("{option} mangler. Angiv {what}.", "{option} is missing. Give {what}.")
BELONGS = Words(
    "{option} hører til {other}. Angiv {other}, eller udelad {option}.",
    "{option} belongs to {other}. Give {other}, or leave {option} out.",
)
THE_SEED = Words("et helt tal, så svaret kan gentages", "a whole number, so that the answer can be repeated")
LARGEST_SEAT = 100


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


def a_count(option: str, typed: str, most: int, *, least: int = 1) -> int:
    """The whole number that was typed after an option, which can use those from `least` to `most`."""
    found = a_whole(option, typed)
    if not least <= found <= most:
        raise refused(NO_COUNT.filled(typed=typed, least=least, most=most), option)
    return found


def a_ratio(option: str, typed: str) -> tuple[int, int]:
    """The seats of the treated and of control, as in 2:1."""
    treated, sign, control = typed.partition(":")
    if not sign or ":" in control:
        raise refused(NO_RATIO.filled(typed=typed), option)
    return a_count(option, treated, LARGEST_SEAT), a_count(option, control, LARGEST_SEAT)


def random_seed(chosen: argparse.Namespace) -> int:
    """What chance begins from; it must be told, so that the same question always has the same answer."""
    if chosen.random_seed is None:
        raise missing("--random-seed", THE_SEED)
    return a_count("--random-seed", chosen.random_seed, LARGEST_WHOLE, least=0)


def missing(option: str, what: Words) -> Refused:
    """The refusal that asks for an option."""
    return refused(NEEDED.filled(option=option, what=what))


def refuse_without(other: str, chosen: argparse.Namespace, options: Iterable[str]) -> None:
    """Refuses the options that say nothing where the other one is not given."""
    for option in options:
        if given(chosen, option):
            raise refused(BELONGS.filled(option=option, other=other))


def given(chosen: argparse.Namespace, option: str) -> bool:
    """Whether the option was given."""
    return getattr(chosen, option.removeprefix("--").replace("-", "_")) is not None


def times(option: str, typed: Iterable[str] | None) -> tuple[float, ...]:
    """The times that were typed after an option; none where it was not used."""
    return tuple(_time(option, one) for one in typed or ())


def _time(option: str, typed: str) -> float:
    found = a_number(option, typed)
    if found < 0:
        raise refused(BEFORE_START.filled(typed=typed), option)
    return found
