"""What is wrong with what somebody would take in: where, what, and what to do about it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.translation import ngettext

from sammetag.errors import RuleBroken


@dataclass(frozen=True, order=True)
class Fault:
    """One thing to mend. `row` is that of the file, 0 where the fault is about the whole of it."""

    row: int
    column: str
    what: str
    remedy: str


class ImportRefused(RuleBroken):
    """What would be taken in has faults, so nothing of it was."""

    status = 422

    def __init__(self, faults: Sequence[Fault], taken: int = 0) -> None:
        """`taken` says how many CPR numbers turned out to be another citizen's, which is written down."""
        super().__init__(
            ngettext(
                "Der er %(count)s fejl, så intet er indlæst.",
                "Der er %(count)s fejl, så intet er indlæst.",
                len(faults),
            )
            % {"count": len(faults)},
            f"import refused: {len(faults)} faults",
        )
        self.faults = sorted(set(faults))
        self.taken = taken


class Unreadable(RuleBroken):
    """The file is no table that we can read, or too large to begin with."""

    status = 422
