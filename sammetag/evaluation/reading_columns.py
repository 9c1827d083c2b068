"""What a file must hold: its columns, by a contract that the caller gives."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Kind(StrEnum):
    """What the cells of a column are."""

    NUMBER = "number"
    WHOLE = "whole number"
    YES_NO = "yes or no"
    TEXT = "text"
    DATE = "date"
    CHOICE = "choice"


# A whole number and a yes or no have no value that could say that nothing stands there.
NEVER_BLANK = {Kind.WHOLE, Kind.YES_NO}


@dataclass(frozen=True, slots=True)
class Column:
    """What one column must hold.

    `required`: the file must have the column. `blank`: its cells may be empty; then NaN, '' or NaT stands
    there, and `Table.given` says where. `choices`: what a cell of the kind CHOICE may say. `unique`: no two
    rows say the same, as for the person a row is about.
    """

    name: str
    kind: Kind = Kind.NUMBER
    required: bool = True
    blank: bool = False
    choices: tuple[str, ...] = ()
    unique: bool = False

    def __post_init__(self) -> None:
        """Refuse a contract that cannot be kept: a fault in the program, so ValueError."""
        if self.blank and self.kind in NEVER_BLANK:
            raise ValueError(f"{self.name}: a {self.kind} cannot be blank; ask for a number or a choice")
        if bool(self.choices) != (self.kind is Kind.CHOICE):
            raise ValueError(f"{self.name}: choices belong to the kind CHOICE, and it needs them")
