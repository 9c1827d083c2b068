"""Who is compared with whom: two arms, any number of groups, strata; and what is asked of one of them."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from sammetag.evaluation.arrays import Bools, Ints, refuse_first, require_length
from sammetag.evaluation.errors import InputRefused
from sammetag.evaluation.followed import Followed
from sammetag.words import Words

_TREATED = Words("indsatsgruppen", "the intervention arm")
_NOT_TOLD = Words(
    "Række {row}: det skal være sandt eller falsk, om personen er i indsatsgruppen. Ret rækken.",
    "Row {row}: it must be true or false whether the person is in the intervention arm. Correct the row.",
)
_EMPTY_ARM = Words(
    "Alle {count} personer er i samme gruppe, så der er intet at sammenligne med. "
    "Kontrollér kolonnen med gruppen.",
    "All {count} persons are in the same arm, so there is nothing to compare with. "
    "Check the column that tells the arm.",
)
_NO_GROUP = Words(
    "Række {row}: {what} mangler. Ret rækken, eller tag den ud med en begrundelse.",
    "Row {row}: {what} is missing. Correct the row, or take it out and say why.",
)
_ONE_GROUP = Words(
    "{what} er den samme i alle rækker, så der er intet at sammenligne. Kontrollér kolonnen.",
    "{what} is the same in every row, so there is nothing to compare. Check the column.",
)
_LATE_ENTRY = Words(
    "Række {row}: personen kom først under observation efter start. Det kan {method} ikke tage højde for. "
    "Tæl tiden fra den dag, personen kom ind, eller brug Kaplan-Meier og log-rank.",
    "Row {row}: the person came under observation after the start. {method} cannot allow for that. "
    "Count time from the day the person came in, or use Kaplan-Meier and log-rank.",
)
_NO_EVENTS = Words(
    "Ingen af de {count} personer nåede hændelsen, mens de blev fulgt. Følg dem længere.",
    "None of the {count} persons reached the event while they were followed. Follow them longer.",
)
_NO_CAUSE = Words(
    "Ingen af de {count} personer sluttede med årsag {cause}. Kontrollér årsagens nummer.",
    "None of the {count} persons ended with cause {cause}. Check the number of the cause.",
)


@dataclass(frozen=True, slots=True, eq=False)
class Groups:
    """Which group each person is in: `labels` in order, and for each row the `index` of its label."""

    labels: tuple[object, ...]
    index: Ints

    def __len__(self) -> int:
        """Give the number of groups."""
        return len(self.labels)


def two_arms(treated: object, length: int) -> Bools:
    """Give who is in the intervention arm, one a row; raises InputRefused unless both arms hold somebody."""
    told = np.asarray(treated)
    require_length(told, _TREATED, length)
    if told.dtype != np.bool_:
        yes_or_no = np.array([isinstance(one, bool | np.bool_) for one in told.tolist()], dtype=np.bool_)
        refuse_first(~yes_or_no, _NOT_TOLD, "arm is no truth value")
    arm = told.astype(np.bool_)
    if arm.all() or not arm.any():
        raise InputRefused(_EMPTY_ARM.filled(count=length), "one arm is empty")
    return arm


def grouped(values: object, what: Words, length: int) -> Groups:
    """Sort the rows into groups by their value, a text, a whole number or a truth value.

    Raises InputRefused with the first row that has none.
    """
    told = np.asarray(values)
    require_length(told, what, length)
    # Whole numbers and truth values cannot be missing.
    if told.dtype.kind not in "biu":
        missing = np.array([one is None or one != one or one == "" for one in told.tolist()], dtype=np.bool_)
        refuse_first(missing, _NO_GROUP, "no group", what=what)
    if told.dtype == np.object_:
        told = told.astype(np.str_)
    labels, index = np.unique(told, return_inverse=True)
    return Groups(tuple(labels.tolist()), index.astype(np.int64))


def compared(values: object, what: Words, length: int) -> Groups:
    """Sort the rows into at least two groups; raises InputRefused where there is but one."""
    groups = grouped(values, what, length)
    if len(groups) == 1:
        raise InputRefused(_ONE_GROUP.filled(what=what), "one group only")
    return groups


def among(followed: Followed, rows: Bools) -> Followed:
    """Give those of the persons for whom `rows` holds, in the same order."""
    entry = None if followed.entry is None else followed.entry[rows]
    return Followed(followed.time[rows], followed.ending[rows], entry)


def events_of(followed: Followed, cause: int | None) -> Bools:
    """Say who had the event: any cause for None, else that cause; raises InputRefused where nobody had."""
    found: Bools = followed.ending > 0 if cause is None else followed.ending == cause
    if cause is not None and (cause < 1 or not found.any()):
        raise InputRefused(_NO_CAUSE.filled(count=len(followed), cause=cause), f"no cause {cause}")
    if not found.any():
        raise InputRefused(_NO_EVENTS.filled(count=len(followed)), "all censored")
    return found


def require_from_the_start(followed: Followed, method: Words) -> None:
    """Refuse persons who came under observation late, for a method that knows no left truncation."""
    if followed.entry is not None:
        refuse_first(followed.entry > 0, _LATE_ENTRY, "late entry", method=method)
