"""What is typed after `sammetag law`: days, months, files of facts and names of reforms; or why not."""

from __future__ import annotations

import argparse
import re
from datetime import date
from pathlib import Path

from sammetag.config.refusal import Refused
from sammetag.law import LawError, Words
from sammetag.law.answer import Book
from sammetag.law.case_facts import CaseFacts
from sammetag.law.facts_fields import FIRST_YEAR, LAST_YEAR
from sammetag.law.facts_file import read_case, read_cases
from sammetag.law.period import Period, months_from
from sammetag.law.reforms import book_under

MANY = (".jsonl", ".ndjson")
DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
MONTH = re.compile(r"[0-9]{4}-[0-9]{2}")


def refused(sentence: Words, before: str = "") -> Refused:
    """The refusal that says the sentence in both languages, each after what it is about."""
    at = f"{before}: " if before else ""
    return Refused(f"{at}{sentence.da}\n{at}{sentence.en}")


def day(option: str, typed: str) -> date:
    """The day that was typed after an option."""
    try:
        return date.fromisoformat(typed if DAY.fullmatch(typed) else "")
    except ValueError:
        raise Refused(
            f"{option}: »{typed}« er ikke en dag i kalenderen. Skriv den som 2026-01-31.\n"
            f"{option}: '{typed}' is no day of the calendar. Write it as 2026-01-31."
        ) from None


def day_of_a_case(option: str, typed: str) -> date:
    """The day on which a case is asked about; one far from any case is refused."""
    found = day(option, typed)
    if not FIRST_YEAR <= found.year <= LAST_YEAR:
        raise Refused(
            f"{option}: {found} ligger for langt væk. Skriv en dag mellem {FIRST_YEAR} og {LAST_YEAR}.\n"
            f"{option}: {found} is too far away. Write a day between {FIRST_YEAR} and {LAST_YEAR}."
        )
    return found


def months(chosen: argparse.Namespace) -> Period:
    """The months from --from to --to, as the first day of the first and the last day of the last."""
    first, last = _month("--from", chosen.first), _month("--to", chosen.last)
    if last < first:
        raise Refused(
            f"--to {chosen.last} ligger før --from {chosen.first}. Byt dem om.\n"
            "--to lies before --from: swap them."
        )
    return Period(first, months_from(last, 1).last)


def holds_many(file: Path) -> bool:
    """Whether a file of facts holds a case on each line, as its name tells."""
    return file.suffix.lower() in MANY


def cases(file: Path, *, on: date) -> tuple[CaseFacts, ...]:
    """The cases of a file of facts: one, or one on each line where its name ends in .jsonl or .ndjson."""
    try:
        with file.open(encoding="utf-8-sig") as lines:
            if holds_many(file):
                return tuple(read_cases(lines, on=on))
            return (read_case(lines.read(), on=on),)
    except LawError as fault:
        raise refused(fault.sentence, str(file)) from fault
    except UnicodeDecodeError as fault:
        raise Refused(
            f"{file}: Filen er ikke skrevet i UTF-8. Gem den sådan, og prøv igen.\n"
            f"{file}: The file is not written in UTF-8. Save it so and try again."
        ) from fault
    except OSError as fault:
        raise Refused(
            f"{file}: Filen kan ikke læses. Kontrollér, at den findes, og at du må læse den.\n"
            f"{file}: The file cannot be read. Check that it exists and that you may read it."
        ) from fault


def book_of(names: list[str]) -> Book:
    """The law, with the reforms of those names laid over it."""
    try:
        return book_under(names)
    except LawError as fault:
        raise refused(fault.sentence, "--reform") from fault


def _month(option: str, typed: str) -> date:
    try:
        month = date.fromisoformat(f"{typed}-01" if MONTH.fullmatch(typed) else "")
    except ValueError:
        raise Refused(
            f"{option}: »{typed}« er ikke en måned. Skriv den som 2026-01.\n"
            f"{option}: '{typed}' is no month. Write it as 2026-01."
        ) from None
    if not FIRST_YEAR <= month.year <= LAST_YEAR:
        raise Refused(
            f"{option}: {typed} ligger for langt væk. Skriv en måned mellem {FIRST_YEAR} og {LAST_YEAR}.\n"
            f"{option}: {typed} is too far away. Write a month between {FIRST_YEAR} and {LAST_YEAR}."
        )
    return month
