"""One wall that is taken away for a while."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import dataclass
from typing import Literal

Kind = Literal["policy", "scope", "guard", "middleware"]
# Where two walls stand, one may fall: what tests would not notice, the other must still hold.
TWICE: frozenset[Kind] = frozenset({"policy", "scope"})


@dataclass(frozen=True)
class Mutation:
    """What is taken away, how, and in which folders of tests somebody should notice."""

    kind: Kind
    name: str
    away: Callable[[], AbstractContextManager[object]]
    noticed_in: tuple[str, ...]
