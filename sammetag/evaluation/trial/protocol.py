"""What a trial is agreed to be before anybody is drawn: its protocol, and the fingerprint it is frozen by.

A protocol is plain data. It is kept as JSON, with its fields in one fixed order, so that the same protocol
has the same SHA-256 in any language: UTF-8, keys sorted, no spaces, days as 2026-11-22.
"""

from __future__ import annotations

import hashlib
import json
from dataclasses import asdict, dataclass, field
from datetime import date
from enum import StrEnum
from typing import Any

from sammetag.evaluation.trial.eligibility import Eligibility
from sammetag.evaluation.trial.outcomes import Direction


class BlockBy(StrEnum):
    """What makes a block: those DRAWN on the same day, or those of them who belong to the same UNIT."""

    DRAW = "draw"
    UNIT = "unit"


class Covariate(StrEnum):
    """What the analysis may be adjusted for: known before the draw, and the same whatever arm came of it."""

    AGE = "age"
    SEX = "sex"
    DRAW_DATE = "draw-date"


class Adjustment(StrEnum):
    """How p is adjusted where several outcomes are tested: Holm's, Benjamini and Hochberg's, or not."""

    HOLM = "holm"
    FALSE_DISCOVERY = "bh"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class Arm:
    """One of what is drawn between: a short name for files, a title for people, its share of the seats.

    The first arm is the treatment, the last one the control.
    """

    name: str
    title: str
    description: str = ""
    share: int = 1


@dataclass(frozen=True, slots=True)
class Outcome:
    """What the trial is judged by; `hoped`: which way is better; `days`: how long each is followed."""

    indicator: str
    primary: bool = False
    hoped: Direction = Direction.MORE
    days: int | None = None


@dataclass(frozen=True, slots=True)
class Size:
    """What the size was planned by: the shares expected with the primary outcome, the power, the persons."""

    control: float
    treatment: float
    power: float = 0.8
    persons: int = 0


@dataclass(frozen=True, slots=True)
class Analysis:
    """How the outcomes are compared: the level of the tests, what they are adjusted for, and ties."""

    level: float = 0.95
    covariates: tuple[Covariate, ...] = ()
    within_blocks: bool = True
    ties: str = "efron"
    several: Adjustment = Adjustment.HOLM


@dataclass(frozen=True, slots=True)
class Protocol:
    """Everything agreed before the first draw. `until` is the last day that anybody is followed."""

    question: str
    population: str
    arms: tuple[Arm, ...]
    eligibility: Eligibility
    outcomes: tuple[Outcome, ...]
    block_by: BlockBy = BlockBy.DRAW
    size: Size | None = None
    analysis: Analysis = field(default_factory=Analysis)
    until: date | None = None

    @property
    def primary(self) -> Outcome | None:
        """The outcome that the trial is judged by first, None where none was chosen."""
        return next((one for one in self.outcomes if one.primary), None)

    @property
    def treatment(self) -> Arm:
        """The arm that is tried."""
        return self.arms[0]

    @property
    def control(self) -> Arm:
        """The arm that it is compared with."""
        return self.arms[-1]


def canonical(protocol: Protocol) -> str:
    """Give the protocol as the text that its fingerprint is made of."""
    return json.dumps(as_data(protocol), ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def fingerprint(protocol: Protocol) -> str:
    """Give SHA-256 of the protocol, in hexadecimal: any later change gives another."""
    return hashlib.sha256(canonical(protocol).encode()).hexdigest()


def as_data(protocol: Protocol) -> dict[str, Any]:
    """Give the protocol as plain data for JSON."""
    data: dict[str, Any] = json.loads(json.dumps(asdict(protocol), default=str))
    return data


def protocol_from(data: dict[str, Any]) -> Protocol:
    """Give the protocol that `as_data` wrote; raises KeyError, TypeError or ValueError for anything else."""
    return Protocol(
        question=data["question"],
        population=data["population"],
        arms=tuple(Arm(**arm) for arm in data["arms"]),
        eligibility=Eligibility.from_data(data["eligibility"]),
        outcomes=tuple(_outcome(one) for one in data["outcomes"]),
        block_by=BlockBy(data["block_by"]),
        size=Size(**data["size"]) if data["size"] else None,
        analysis=_analysis(data["analysis"]),
        until=date.fromisoformat(data["until"]) if data["until"] else None,
    )


def _outcome(data: dict[str, Any]) -> Outcome:
    return Outcome(**{**data, "hoped": Direction(data["hoped"])})


def _analysis(data: dict[str, Any]) -> Analysis:
    covariates = tuple(Covariate(one) for one in data["covariates"])
    return Analysis(**{**data, "covariates": covariates, "several": Adjustment(data["several"])})
