"""How long each person was followed, and how it ended: what every question of time is asked with."""

from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np

from sammetag.evaluation.arrays import Floats, Ints, floats, refuse_first, require_length
from sammetag.evaluation.errors import InputRefused
from sammetag.words import Words

CENSORED = 0

_TIME = Words("tiden", "the time")
_ENTRY = Words("indgangen", "the entry")
_ENDING = Words("slutningen", "the ending")
_NOBODY = Words("Der er ingen rækker. Kontrollér udtrækket.", "There are no rows. Check the extract.")
_NEGATIVE = Words(
    "Række {row}: tiden er negativ. Kontrollér, at hændelsen ikke ligger før den dag, tiden tælles fra.",
    "Row {row}: the time is negative. Check that the event does not lie before the day time is counted from.",
)
_BEFORE_ENTRY = Words(
    "Række {row}: personen går ud, før eller samtidig med at de kommer ind. Ret de to dage.",
    "Row {row}: the person leaves before or as they enter. Correct the two days.",
)
_NO_ENDING = Words(
    "Række {row}: slutningen skal være 0 (fulgt til ende) eller en årsags nummer fra 1.",
    "Row {row}: the ending must be 0 (followed to the end) or the number of a cause, from 1.",
)


@dataclass(frozen=True, eq=False)
class Followed:
    """Persons followed over time, one a row.

    `time`: when they were last seen, in the unit of the trial (days or weeks), 0 or more. `ending`: how it
    ended then: 0 for censored (nothing had happened yet), 1 and up for causes that exclude each other.
    `entry`: when they came under observation, before `time`; 0 for all unless told (left truncation).
    Raises InputRefused with the first row that cannot be right.
    """

    time: Floats
    ending: Ints
    entry: Floats | None = field(default=None)

    def __post_init__(self) -> None:
        """Refuse rows that cannot be right."""
        time = floats(self.time, _TIME)
        if not len(time):
            raise InputRefused(_NOBODY, "no rows")
        refuse_first(time < 0, _NEGATIVE, "negative time")
        ending = np.asarray(self.ending)
        require_length(ending, _ENDING, len(time))
        # A comparison with NaN is false, so what is no whole number is refused here too.
        refuse_first(~((ending >= 0) & (ending == np.floor(ending))), _NO_ENDING, "no ending")
        object.__setattr__(self, "time", time)
        object.__setattr__(self, "ending", ending.astype(np.int64))
        if self.entry is not None:
            entry = floats(self.entry, _ENTRY, len(time))
            refuse_first(entry >= time, _BEFORE_ENTRY, "leaves before entering")
            object.__setattr__(self, "entry", entry)

    def __len__(self) -> int:
        """Give the number of persons."""
        return len(self.time)
