"""A frozen extract: all that the analysis of a trial is worked out from, without a name, number or free text
about a citizen. Whoever has it can work out every figure of the report again.

It is kept as JSON (`as_text`, `extract_from`); its SHA-256 stands in the report. Persons bear pseudonyms made
for this trial. In a blind extract the arms are called A and B, in an order that the seed decides.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable
from dataclasses import asdict, dataclass
from datetime import date
from typing import Any

from sammetag.evaluation.errors import InputRefused
from sammetag.evaluation.trial.protocol import Protocol, as_data, protocol_from
from sammetag.words import Words

FORMAT = "sammetag-trial-extract"
VERSION = 1

_NO_EXTRACT = Words(
    "Filen er ikke et udtræk af et forsøg herfra. Hent udtrækket på forsøgets side, og prøv igen.",
    "The file is no extract of a trial from here. Fetch the extract on the trial's page, and try again.",
)


@dataclass(frozen=True, slots=True)
class DrawMade:
    """One draw: its number, block and day, how many were on the list, how many were refused and why."""

    number: int
    block: str
    on: date
    listed: int
    refused: tuple[tuple[str, int], ...]
    extra: bool = False


@dataclass(frozen=True, slots=True)
class PersonDrawn:
    """One person drawn: the arm as drawn and as received; None in `received`: it was never received.

    `excluded` says why the person was taken out after the draw, `left` why they left it; empty: they did not.
    `per_protocol`: whether nothing was recorded that breaks the plan for this person.
    """

    id: str
    draw: int
    block: str
    drawn: str
    received: str | None
    entered_on: date
    followed_until: date
    sex: str | None = None
    age: int | None = None
    age_group: str | None = None
    excluded: str = ""
    left: str = ""
    per_protocol: bool = True


@dataclass(frozen=True, slots=True)
class Observation:
    """How one outcome came out for one person.

    For times: `value` in days from the draw, `cause` 0 nothing had happened, 1 the event, 2 and on the other
    endings; `value` None where the day is not known, only that it came. For numbers: the value, `cause` 0.
    """

    person: str
    outcome: str
    value: float | None
    cause: int = 0


@dataclass(frozen=True, slots=True)
class Received:
    """What a person in fact got: how many days of each kind of intervention, within the days followed."""

    person: str
    kind: str
    days: int


@dataclass(frozen=True, slots=True)
class Deviation:
    """What went otherwise than drawn or planned, as it was recorded; about a draw, a person or neither."""

    kind: str
    on: date
    words: str
    draw: int | None = None
    person: str | None = None


@dataclass(frozen=True, slots=True)
class ContextChange:
    """What else changed while the trial ran; `arms` are those it touched, empty: all alike."""

    since: date
    until: date | None
    words: str
    arms: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class RoundSeen:
    """How an element stood in a round in an arm: `state` is planned, practised, partly or never."""

    round: str
    arm: str
    state: str
    words: str


@dataclass(frozen=True, slots=True)
class ElementSeen:
    """One element of the programme theory: its assumption, its side (organisation or citizen), its rounds."""

    title: str
    assumption: str
    side: str
    indicator: str | None
    rounds: tuple[RoundSeen, ...]


@dataclass(frozen=True, slots=True)
class Interviewed:
    """How many persons of a role were interviewed in a round and an arm: asked to agree, and held."""

    role: str
    round: str
    arm: str | None
    agreed: int
    held: int
    chosen_by: str
    held_by: str


@dataclass(frozen=True, slots=True)
class Quotation:
    """What somebody said, without a name: their role, the round, the arm, the theme, the words."""

    role: str
    round: str
    arm: str | None
    theme: str
    words: str


@dataclass(frozen=True, slots=True)
class Amendment:
    """A change to the frozen plan: when, what, why; and the protocol's fingerprint after it."""

    on: date
    what: str
    why: str


@dataclass(frozen=True, slots=True)
class Hidden:
    """What a blind extract leaves out, since it would tell one arm from the other, until the trial is closed.

    How many changes in the context, rounds of the theory, and interviews and quotations whose arm is known.
    `shares`: whether the arms have unequal shares of the seats; each is then said to have 1.
    """

    context: int = 0
    rounds: int = 0
    interviews: int = 0
    quotations: int = 0
    shares: bool = False


NOTHING_HIDDEN = Hidden()


@dataclass(frozen=True, slots=True)
class Extract:
    """Everything. `frozen_sha256` and `frozen_at` are empty for a trial whose plan was never frozen."""

    title: str
    trial: str
    protocol: Protocol
    frozen_at: str
    frozen_sha256: str
    commitment: str
    seed: str
    cut_on: date
    blind: bool
    draws: tuple[DrawMade, ...]
    persons: tuple[PersonDrawn, ...]
    observations: tuple[Observation, ...]
    received: tuple[Received, ...] = ()
    deviations: tuple[Deviation, ...] = ()
    amendments: tuple[Amendment, ...] = ()
    context: tuple[ContextChange, ...] = ()
    theory: tuple[ElementSeen, ...] = ()
    interviews: tuple[Interviewed, ...] = ()
    quotations: tuple[Quotation, ...] = ()
    hidden: Hidden = NOTHING_HIDDEN


def as_text(extract: Extract) -> str:
    """Give the extract as JSON, the same text for the same extract."""
    data = asdict(extract) | {"protocol": as_data(extract.protocol)}
    if extract.hidden == NOTHING_HIDDEN:
        # An extract from before anything was told as hidden keeps its fingerprint.
        del data["hidden"]
    head = {"format": FORMAT, "version": VERSION}
    return json.dumps(head | data, ensure_ascii=False, sort_keys=True, indent=1, default=str) + "\n"


def sha256(text: str) -> str:
    """Give the fingerprint of an extract's text."""
    return hashlib.sha256(text.encode()).hexdigest()


def extract_from(text: str) -> Extract:
    """Give the extract that `as_text` wrote. Raises InputRefused for anything else."""
    try:
        return _extract(json.loads(text))
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        raise InputRefused(_NO_EXTRACT, f"no extract: {type(error).__name__}") from error


def _extract(data: dict[str, Any]) -> Extract:
    if data.pop("format") != FORMAT or data.pop("version") != VERSION:
        raise ValueError("another format")
    rows: dict[str, Callable[[dict[str, Any]], Any]] = {
        "draws": lambda row: DrawMade(**_dated(row, "on") | {"refused": _pairs(row["refused"])}),
        "persons": lambda row: PersonDrawn(**_dated(row, "entered_on", "followed_until")),
        "observations": lambda row: Observation(**row),
        "received": lambda row: Received(**row),
        "deviations": lambda row: Deviation(**_dated(row, "on")),
        "amendments": lambda row: Amendment(**_dated(row, "on")),
        "context": lambda row: ContextChange(**_dated(row, "since", "until") | {"arms": tuple(row["arms"])}),
        "theory": lambda row: ElementSeen(
            **row | {"rounds": tuple(RoundSeen(**one) for one in row["rounds"])}
        ),
        "interviews": lambda row: Interviewed(**row),
        "quotations": lambda row: Quotation(**row),
    }
    lists = {name: tuple(make(row) for row in data.pop(name)) for name, make in rows.items()}
    protocol = protocol_from(data.pop("protocol"))
    hidden = Hidden(**data.pop("hidden", {}))
    return Extract(protocol=protocol, hidden=hidden, **_dated(data, "cut_on"), **lists)  # type: ignore[arg-type]


def _dated(row: dict[str, Any], *names: str) -> dict[str, Any]:
    return row | {name: date.fromisoformat(row[name]) for name in names if row[name] is not None}


def _pairs(rows: list[list[Any]]) -> tuple[tuple[Any, ...], ...]:
    return tuple(tuple(row) for row in rows)
