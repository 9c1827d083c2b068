"""`sammetag law check`: whether the rulebook is whole. It needs no database."""

from __future__ import annotations

import argparse
import json
from pathlib import Path
from typing import Any

import sammetag
from sammetag.config.commands.grammar import Commands, word
from sammetag.config.refusal import Refused
from sammetag.config.terminal import say
from sammetag.law import BOOK
from sammetag.law.checking import Checked, ExamplesUnreadable, Fault, check, read_examples
from sammetag.law.checking_reforms import CheckedReforms, check_reforms, read_reform_examples
from sammetag.law.numbers import all_numbers, reform_numbers
from sammetag.law.reforms import REFORMS

# Where the examples lie beside the program; an installed program comes without them.
EXAMPLES = Path(sammetag.__file__).parents[1] / "tests" / "law"


def add(kinds: Commands[argparse.ArgumentParser]) -> None:
    """Adds `law check`."""
    asked = word(kinds, "check", look_over)
    asked.add_argument("--examples", type=Path, metavar="FOLDER", help="where the examples lie")
    asked.add_argument("--json", action="store_true", help="for another program")


def look_over(chosen: argparse.Namespace) -> int:
    """Checks rules, numbers and reforms for gaps, overlaps, and what has no source or example; 1 for any."""
    folder: Path = chosen.examples or EXAMPLES
    try:
        examples, of_reforms = read_examples(folder), read_reform_examples(folder)
    except ExamplesUnreadable as fault:
        raise Refused(
            f"--examples: En fil med eksempler kan ikke læses. Ret den: {fault}\n"
            f"--examples: A file of examples cannot be read. Correct it: {fault}"
        ) from fault
    if chosen.examples and examples is None:
        raise Refused(
            f"--examples: Der er ingen eksempler i {folder}. Skriv mappen med filerne *_examples.yaml.\n"
            f"--examples: There are no examples in {folder}. Write the folder of the files *_examples.yaml."
        )
    found = check(BOOK, all_numbers(), examples)
    reforms = check_reforms(REFORMS, reform_numbers(), of_reforms)
    say(_as_json(found, reforms) if chosen.json else _in_words(found, reforms, folder))
    return 1 if found.faults or reforms.faults else 0


def _in_words(found: Checked, reforms: CheckedReforms, folder: Path) -> str:
    lines = [
        f"Regelbogen: {found.topics} regler i {found.versions} versioner, {found.numbers} tal. "
        f"Ikke læst: {found.not_known} perioder. Udledt: {found.inferred} af versionerne og tallene.",
        f"The rulebook: {found.topics} rules in {found.versions} versions, {found.numbers} numbers. "
        f"Not read: {found.not_known} periods. Inferred: {found.inferred} of the versions and numbers.",
        *_examples_in_words(found.examples, folder),
        f"Reformerne: {reforms.reforms} med {reforms.amendments} ændringer og {reforms.numbers} tal.",
        f"The reforms: {reforms.reforms} with {reforms.amendments} changes and {reforms.numbers} numbers.",
        *_examples_in_words(reforms.examples, folder / "reforms"),
    ]
    if found.remarks:
        lines += ["", "Bemærk / Note:", *_both(found.remarks)]
    faults = (*found.faults, *reforms.faults)
    if faults:
        lines += ["", f"Fejl: {len(faults)} / Faults: {len(faults)}", *_both(faults)]
    else:
        lines += ["", "Ingen fejl. / No faults."]
    return "\n".join(lines) + "\n"


def _examples_in_words(examples: int | None, folder: Path) -> list[str]:
    if examples is not None:
        return [f"Eksempler: {examples} / Examples: {examples}"]
    return [
        f"Eksemplerne er ikke til stede i {folder}, så det er ikke set efter, om hver regel har dem.",
        f"The examples are not at hand in {folder}, so whether each rule has them was not looked at.",
    ]


def _both(faults: tuple[Fault, ...]) -> list[str]:
    return [line for one in faults for line in (f"  {one.sentence.da}", f"  {one.sentence.en}")]


def _as_json(found: Checked, reforms: CheckedReforms) -> str:
    data: dict[str, Any] = {
        "rules": found.topics,
        "versions": found.versions,
        "numbers": found.numbers,
        "not_known": found.not_known,
        "inferred": found.inferred,
        "examples": found.examples,
        "reforms": {
            "reforms": reforms.reforms,
            "amendments": reforms.amendments,
            "numbers": reforms.numbers,
            "examples": reforms.examples,
        },
        "faults": [_as_data(one) for one in (*found.faults, *reforms.faults)],
        "remarks": [_as_data(one) for one in found.remarks],
    }
    return json.dumps(data, ensure_ascii=False, indent=2) + "\n"


def _as_data(fault: Fault) -> dict[str, str]:
    return {"kind": fault.kind, "name": fault.name, "da": fault.sentence.da, "en": fault.sentence.en}
