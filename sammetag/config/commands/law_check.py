"""`sammetag law check`: whether the rulebook is whole. It needs no database."""

from __future__ import annotations

import argparse
import json
from pathlib import Path
from typing import Any

import sammetag
from sammetag.config.commands.grammar import Commands, word
from sammetag.config.terminal import say
from sammetag.law import BOOK
from sammetag.law.checking import Checked, Fault, check, read_examples
from sammetag.law.numbers import all_numbers

# Where the examples lie beside the program; an installed program comes without them.
EXAMPLES = Path(sammetag.__file__).parents[1] / "tests" / "law"


def add(kinds: Commands[argparse.ArgumentParser]) -> None:
    """Adds `law check`."""
    asked = word(kinds, "check", look_over)
    asked.add_argument(
        "--examples", type=Path, default=EXAMPLES, metavar="FOLDER", help="where the examples lie"
    )
    asked.add_argument("--json", action="store_true", help="for another program")


def look_over(chosen: argparse.Namespace) -> int:
    """Checks the rulebook for gaps, overlaps, and what has no source or no example; 1 where it finds any."""
    found = check(BOOK, all_numbers(), read_examples(chosen.examples))
    say(_as_json(found) if chosen.json else _in_words(found, chosen.examples))
    return 1 if found.faults else 0


def _in_words(found: Checked, folder: Path) -> str:
    lines = [
        f"Regelbogen: {found.topics} regler i {found.versions} versioner, {found.numbers} tal. "
        f"Ikke læst: {found.not_known} perioder. Udledt: {found.inferred} af versionerne og tallene.",
        f"The rulebook: {found.topics} rules in {found.versions} versions, {found.numbers} numbers. "
        f"Not read: {found.not_known} periods. Inferred: {found.inferred} of the versions and numbers.",
        *_examples_in_words(found, folder),
    ]
    if found.remarks:
        lines += ["", "Bemærk / Note:", *_both(found.remarks)]
    if found.faults:
        lines += ["", f"Fejl: {len(found.faults)} / Faults: {len(found.faults)}", *_both(found.faults)]
    else:
        lines += ["", "Ingen fejl. / No faults."]
    return "\n".join(lines) + "\n"


def _examples_in_words(found: Checked, folder: Path) -> list[str]:
    if found.examples is not None:
        return [f"Eksempler: {found.examples} / Examples: {found.examples}"]
    return [
        f"Eksemplerne er ikke til stede i {folder}, så det er ikke set efter, om hver regel har dem.",
        f"The examples are not at hand in {folder}, so whether each rule has them was not looked at.",
    ]


def _both(faults: tuple[Fault, ...]) -> list[str]:
    return [line for one in faults for line in (f"  {one.sentence.da}", f"  {one.sentence.en}")]


def _as_json(found: Checked) -> str:
    data: dict[str, Any] = {
        "rules": found.topics,
        "versions": found.versions,
        "numbers": found.numbers,
        "not_known": found.not_known,
        "inferred": found.inferred,
        "examples": found.examples,
        "faults": [_as_data(one) for one in found.faults],
        "remarks": [_as_data(one) for one in found.remarks],
    }
    return json.dumps(data, ensure_ascii=False, indent=2) + "\n"


def _as_data(fault: Fault) -> dict[str, str]:
    return {"kind": fault.kind, "name": fault.name, "da": fault.sentence.da, "en": fault.sentence.en}
