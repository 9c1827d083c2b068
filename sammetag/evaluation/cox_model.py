"""What a Cox regression is asked: who was followed, by what they differ, and who is compared with whom."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, TypeAlias

from numpy.typing import NDArray

from sammetag.evaluation.arrays import Bools, floats
from sammetag.evaluation.errors import InputRefused
from sammetag.evaluation.followed import Followed
from sammetag.evaluation.groups import STRATUM, events_of, grouped
from sammetag.words import Words

Column: TypeAlias = NDArray[Any]

_CLUSTER = Words("klyngerne", "the clusters")
_NO_COVARIATES = Words(
    "Der er intet at sammenligne: angiv mindst én kovariat, for eksempel gruppen.",
    "There is nothing to compare: name at least one covariate, for instance the arm.",
)


class Ties(StrEnum):
    """How events at the same time are met: as Efron does, or as Breslow and SAS do."""

    EFRON = "efron"
    BRESLOW = "breslow"


@dataclass(frozen=True, eq=False, slots=True)
class CoxModel:
    """A question to Cox regression, one person (or one stretch of a person) a row.

    `covariates`: numbers by name, one a row; an arm is True for treated. `cause`: the ending that counts as
    the event, the other endings then being censored; every ending but 0 unless told. `strata`: persons are
    compared within theirs alone (the block of the draw). `cluster`: whose rows belong together (the person,
    the caseworker): asks for the robust variance. Raises InputRefused where there is nothing to compare,
    where nobody has the event, and with the first row that holds no number.
    """

    followed: Followed
    covariates: Mapping[str, Column]
    cause: int | None = None
    strata: Column | None = None
    cluster: Column | None = None
    ties: Ties = Ties.EFRON

    def __post_init__(self) -> None:
        """Refuse what cannot be compared; groups become numbers from 0."""
        rows = len(self.followed)
        if not self.covariates:
            raise InputRefused(_NO_COVARIATES, "no covariates")
        columns = {
            name: floats(values, Words(f"‘{name}’", f"‘{name}’"), rows)
            for name, values in self.covariates.items()
        }
        object.__setattr__(self, "covariates", columns)
        for name, what in (("strata", STRATUM), ("cluster", _CLUSTER)):
            if getattr(self, name) is not None:
                object.__setattr__(self, name, grouped(getattr(self, name), what, rows).index)
        events_of(self.followed, self.cause)

    @property
    def event(self) -> Bools:
        """Say of each row whether it ends with the event."""
        return events_of(self.followed, self.cause)
