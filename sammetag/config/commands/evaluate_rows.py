"""The rows of a file as `sammetag evaluate` asks about them: who was followed how long, in which arm."""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

from sammetag.config.commands.evaluate_typed import of_file
from sammetag.config.commands.law_typed import refused
from sammetag.config.refusal import Refused
from sammetag.evaluation.arrays import Bools
from sammetag.evaluation.errors import InputRefused
from sammetag.evaluation.groups import two_arms
from sammetag.evaluation.reading import Column, Kind, Table, read
from sammetag.evaluation.reading_words import LINE, ROW
from sammetag.words import Words

Texts: TypeAlias = NDArray[np.str_]

MOST_NAMED = 10

EVERYBODY = Words("Alle", "Everybody")
NAMED_TWICE = Words(
    "Kolonnen »{name}« er angivet til to ting. Angiv en kolonne til hver.",
    "The column '{name}' is named for two things. Name one column for each.",
)
ARM_AND_TREATED = Words(
    "--arm og --treated hører sammen: kolonnen med gruppen, og hvad der står der om indsatsgruppen.",
    "--arm and --treated belong together: the column of the arm, and what it says of the treated.",
)
NO_SUCH_ARM = Words(
    "Ingen række har »{asked}« i kolonnen »{name}«. Dér står: {found}. Ret --treated.",
    "No row has '{asked}' in the column '{name}'. It says: {found}. Correct --treated.",
)
THIRD_ARM = Words(
    "I {at}, kolonnen »{name}«, står »{found}«, som er hverken »{treated}« eller »{control}«. "
    "Ret rækken, eller tag den ud med en begrundelse.",
    "In {at}, column '{name}', it says '{found}', which is neither '{treated}' nor '{control}'. "
    "Correct the row, or take it out and say why.",
)
ARM = Words("{name} = {value}", "{name} = {value}")
AT = Words("{file}, {at}: {why}", "{file}, {at}: {why}")


@dataclass(frozen=True, slots=True, eq=False)
class Arms:
    """Who is treated, one a row, and what both arms are called: 'arm = new'."""

    column: str
    is_treated: Bools
    treated: Words
    control: Words

    def named(self) -> tuple[tuple[Words, Bools], ...]:
        """Both arms with their rows, the treated first."""
        return (self.treated, self.is_treated), (self.control, ~self.is_treated)


def rows_of(file: Path, contract: Sequence[Column]) -> Table:
    """The rows of a file; a column that is asked for as two things is refused."""
    twice = [name for name, count in Counter(one.name for one in contract).items() if count > 1]
    if twice:
        raise refused(NAMED_TWICE.filled(name=twice[0]))
    with of_file(file):
        return read(file, contract)


@contextmanager
def of_rows(file: Path, table: Table) -> Iterator[None]:
    """Turns what is wrong with a row into the refusal that names its line of the file."""
    try:
        yield
    except InputRefused as fault:
        if fault.row is None:
            raise refused(fault.sentence, str(file)) from fault
        at = _at(table, fault.row - 1)
        raise refused(AT.filled(file=file, at=at, why=fault.sentence)) from fault


def optional(name: str | None, kind: Kind = Kind.NUMBER, *, unique: bool = False) -> tuple[Column, ...]:
    """The column of an option, where the option was used."""
    return () if name is None else (Column(name, kind, unique=unique),)


def arm_columns(chosen: argparse.Namespace) -> tuple[Column, ...]:
    """The column of --arm, which --treated must go with."""
    if (chosen.arm is None) != (chosen.treated is None):
        raise refused(ARM_AND_TREATED)
    return optional(chosen.arm, Kind.TEXT)


def arms_of(chosen: argparse.Namespace, table: Table) -> Arms:
    """Who is in which arm; a value that is not there, a third one and an empty arm are refused."""
    name, treated = chosen.arm, chosen.treated.strip()
    texts = table.texts(name)
    counted = Counter(texts)
    if treated not in counted:
        raise _no_such_arm(chosen, list(counted))
    others = [one for one, _count in counted.most_common() if one != treated]
    if len(others) > 1:
        row = next(row for row, one in enumerate(texts) if one in others[1:])
        known = {"found": texts[row], "treated": treated, "control": others[0]}
        raise refused(THIRD_ARM.filled(at=_at(table, row), name=name, **known), str(chosen.file))
    with of_rows(chosen.file, table):
        is_treated = two_arms(np.array([one == treated for one in texts]), len(table))
    return Arms(name, is_treated, *(ARM.filled(name=name, value=one) for one in (treated, others[0])))


def _at(table: Table, row: int) -> Words:
    """Where a row stands: its line, or in Parquet, which has no headings above its rows, its number."""
    number = int(table.lines[row])
    return (ROW if number == row + 1 else LINE).filled(number=number)


def _no_such_arm(chosen: argparse.Namespace, found: list[str]) -> Refused:
    named = ", ".join(f"»{one}«" for one in found[:MOST_NAMED])
    sentence = NO_SUCH_ARM.filled(asked=chosen.treated, name=chosen.arm, found=named)
    return refused(sentence, str(chosen.file))
