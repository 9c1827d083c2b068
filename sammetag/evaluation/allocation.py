"""Who gets which arm: drawn so that nobody can steer it, and anybody can repeat it afterwards.

The draw, told so that any language can repeat it:

1. The seed is 32 secret bytes from the machine's own source of chance. Before the first draw its commitment
   is published: SHA-256 of the seed followed by the trial's id in UTF-8, in hexadecimal.
2. A key is HMAC-SHA256 with the seed as its secret, over fields joined by a line feed (byte 10), in UTF-8.
3. Seats: read key("seats", trial, block) as an unsigned number, big end first; u is its remainder by the sum
   R of the ratio. Of n persons, the first k arms together have ceil((n * c - u) / R) seats, where c is the
   sum of their shares of the ratio. So each arm has its share to within one, and on average exactly.
4. Persons: sort them by key("person", trial, block, id), as bytes, smallest first. The first take the seats
   of the first arm, the next those of the second, and so on.
5. After the last draw the seed is published too: whoever has the log can draw again and compare.

Each block is drawn by its own name: a later draw changes no earlier one. The order of the list changes
nothing. It shows that the seed was not chosen after the lists were known. It cannot show that a list was not
tried under several names of the block: the names (the days of the draws, say) are to be agreed beforehand,
and whoever holds the seed must not make the lists.
"""

from __future__ import annotations

import hashlib
import hmac
from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum
from itertools import accumulate, chain, pairwise, repeat

from sammetag.evaluation.errors import InputRefused
from sammetag.evaluation.result import Method
from sammetag.words import Words

SEED_BYTES = 32

_SEED = Words(
    "Frøet skal være 32 byte fra maskinens egen kilde til tilfældighed.",
    "The seed must be 32 bytes from the machine's own source of chance.",
)
_FIELD = Words(
    "Række {row}: et nummer eller navn må hverken være tomt eller indeholde linjeskift. Ret det.",
    "Row {row}: a number or name may neither be empty nor hold a line break. Correct it.",
)
_NAME = Words(
    "Navnet »{name}« må hverken være tomt eller indeholde linjeskift. Ret det.",
    "The name '{name}' may neither be empty nor hold a line break. Correct it.",
)
_NOBODY = Words("Der er ingen at trække lod mellem.", "There is nobody to draw between.")
_TWICE = Words(
    "Række {row}: personen står allerede i række {first}. Tag den ene ud, før der trækkes lod.",
    "Row {row}: the person already stands in row {first}. Take one of them out before the draw.",
)
_ARMS = Words(
    "Der skal være mindst to grupper med hver sit navn og hver sit hele antal pladser fra 1.",
    "There must be at least two arms, each with a name of its own and a whole number of seats from 1.",
)
_ONE_EACH = Words(
    "{block}: der er {ids} personer, men {arms} grupper. Hver person skal have én.",
    "{block}: there are {ids} persons, but {arms} arms. Each person must have one.",
)
_SWAPPED = Words(
    "{block}: alle står i den modsatte gruppe. Listen er formentlig byttet om efter lodtrækningen.",
    "{block}: everybody stands in the opposite arm. The list was probably swapped after the draw.",
)
_METHOD = Method(
    Words(
        "Lodtrækningen er gentaget med det offentliggjorte frø og holdt op mod loggen, person for person.",
        "The draw was repeated with the published seed and compared with the log, person by person.",
    ),
    "HMAC-SHA256 (RFC 2104, FIPS 180-4); permuted blocks: Rosenberger & Lachin (2016), "
    "Randomization in Clinical Trials, 2nd ed., ch. 3",
)


@dataclass(frozen=True, slots=True)
class Trial:
    """What is drawn between: the trial's id, its arms in their order, and each arm's share of the seats.

    Raises InputRefused for fewer than two arms, for two of one name, and for a share that is no whole number.
    """

    id: str
    arms: tuple[str, ...]
    ratio: tuple[int, ...] = (1, 1)

    def __post_init__(self) -> None:
        """Refuse arms that cannot be drawn between."""
        for name in (self.id, *self.arms):
            _refuse_name(name)
        whole = all(isinstance(share, int) and share >= 1 for share in self.ratio)
        if len(self.arms) < 2 or len(set(self.arms)) < len(self.arms) or not whole:
            raise InputRefused(_ARMS, f"arms {self.arms} in the ratio {self.ratio}")
        if len(self.ratio) != len(self.arms):
            raise InputRefused(_ARMS, f"{len(self.arms)} arms and {len(self.ratio)} shares")


def commit(seed: bytes, trial: str) -> str:
    """Give what is published before the first draw, so that the seed cannot be chosen afterwards.

    It is 64 hexadecimal digits. Raises InputRefused for a seed of another length.
    """
    return hashlib.sha256(_checked(seed) + trial.encode()).hexdigest()


def draw(seed: bytes, trial: Trial, block: str, ids: Sequence[str]) -> tuple[str, ...]:
    """Give the arm of each person of a block, in the order of `ids`, as the head of this file tells.

    `ids` are opaque: nothing of the person should be in them. Raises InputRefused for nobody, for a person
    who stands there twice, and for what holds a line break.
    """
    _checked(seed)
    _refuse_name(block)
    _refuse_ids(ids)
    persons = sorted(ids, key=lambda person: _key(seed, "person", trial.id, block, person))
    seats = _seats(seed, trial, block, len(ids))
    arms = chain.from_iterable(repeat(arm, count) for arm, count in zip(trial.arms, seats, strict=True))
    got = dict(zip(persons, arms, strict=True))
    return tuple(got[person] for person in ids)


def _seats(seed: bytes, trial: Trial, block: str, persons: int) -> list[int]:
    """How many seats each arm has: its share to within one, the extra seat drawn."""
    total = sum(trial.ratio)
    chance = int.from_bytes(_key(seed, "seats", trial.id, block)) % total
    upto = [-((chance - persons * share) // total) for share in accumulate(trial.ratio, initial=0)]
    return [after - before for before, after in pairwise(upto)]


def _key(seed: bytes, *fields: str) -> bytes:
    return hmac.digest(seed, "\n".join(fields).encode(), "sha256")


def _checked(seed: bytes) -> bytes:
    if len(seed) != SEED_BYTES:
        raise InputRefused(_SEED, f"a seed of {len(seed)} bytes")
    return seed


def _refuse_name(name: str) -> None:
    if not name.strip() or "\n" in name:
        raise InputRefused(_NAME.filled(name=name), "a name that is empty or holds a line feed")


def _refuse_ids(ids: Sequence[str]) -> None:
    if not ids:
        raise InputRefused(_NOBODY, "nobody to draw between")
    first: dict[str, int] = {}
    for row, person in enumerate(ids, start=1):
        if not person.strip() or "\n" in person:
            raise InputRefused(_FIELD.filled(row=row), f"an unusable id at row {row}", row)
        if person in first:
            raise InputRefused(_TWICE.filled(row=row, first=first[person]), f"an id twice at row {row}", row)
        first[person] = row


class Kind(Enum):
    """In what a log and the repeated draw can differ."""

    SEED = Words(
        "Frøet passer ikke til det, der blev offentliggjort før lodtrækningen.",
        "The seed does not fit what was published before the draw.",
    )
    BLOCK_TWICE = Words("{block}: der er trukket lod to gange.", "{block}: it was drawn twice.")
    PERSON_TWICE = Words(
        "{block}: {person} har allerede fået en gruppe i {before}.",
        "{block}: {person} was already given an arm in {before}.",
    )
    CANNOT_BE_REPEATED = Words(
        "{block}: lodtrækningen kan ikke gentages. {why}", "{block}: the draw cannot be repeated. {why}"
    )
    ARM = Words(
        "{block}: {person} står i loggen som {recorded}, men lodtrækningen gav {drawn}.",
        "{block}: {person} stands in the log as {recorded}, but the draw gave {drawn}.",
    )


@dataclass(frozen=True, slots=True)
class Drawn:
    """One draw as the log holds it: the name of the block, the persons, and the arm each was given.

    Raises InputRefused where there is not one arm for each person.
    """

    block: str
    ids: tuple[str, ...]
    arms: tuple[str, ...]

    def __post_init__(self) -> None:
        """Refuse a draw in which somebody has no arm."""
        if len(self.ids) != len(self.arms):
            params = {"block": self.block, "ids": len(self.ids), "arms": len(self.arms)}
            raise InputRefused(_ONE_EACH.filled(**params), f"{len(self.ids)} ids, {len(self.arms)} arms")


@dataclass(frozen=True, slots=True)
class Difference:
    """One thing in which the log differs from the draw: its kind, the block, the person, and in words."""

    kind: Kind
    words: Words
    block: str | None = None
    person: str | None = None


@dataclass(frozen=True, slots=True)
class Verification:
    """What came of repeating all draws: every difference, and how much was compared."""

    differences: tuple[Difference, ...]
    blocks: int
    persons: int
    method: Method
    warnings: tuple[Words, ...]

    @property
    def holds(self) -> bool:
        """Say whether the log is what the seed gives, to the last person."""
        return not self.differences


def verify(seed: bytes, commitment: str, trial: Trial, log: Sequence[Drawn]) -> Verification:
    """Say whether a log is what its revealed seed gives, and name every difference.

    `commitment` is what was published before the first draw. A draw in which every person of two arms has the
    other one is told of as a warning too: then a whole list was swapped. Raises InputRefused for a seed of
    another length.
    """
    found = []
    if not hmac.compare_digest(commit(seed, trial.id), commitment.strip().lower()):
        found.append(Difference(Kind.SEED, Kind.SEED.value))
    warnings = []
    blocks: set[str] = set()
    block_of: dict[str, str] = {}
    for drawn in log:
        found += _seen_before(drawn, blocks, block_of)
        otherwise = _drawn_otherwise(seed, trial, drawn)
        found += otherwise
        if len(trial.arms) == 2 and len(otherwise) == len(drawn.ids) and set(drawn.arms) == set(trial.arms):
            warnings.append(_SWAPPED.filled(block=drawn.block))
    persons = sum(len(drawn.ids) for drawn in log)
    return Verification(tuple(found), len(log), persons, _METHOD, tuple(warnings))


def _seen_before(drawn: Drawn, blocks: set[str], block_of: dict[str, str]) -> list[Difference]:
    """The names that an earlier draw had, remembering those of this one."""
    found = []
    if drawn.block in blocks:
        words = Kind.BLOCK_TWICE.value.filled(block=drawn.block)
        found.append(Difference(Kind.BLOCK_TWICE, words, drawn.block))
    blocks.add(drawn.block)
    for person in drawn.ids:
        before = block_of.setdefault(person, drawn.block)
        if before != drawn.block:
            words = Kind.PERSON_TWICE.value.filled(block=drawn.block, person=person, before=before)
            found.append(Difference(Kind.PERSON_TWICE, words, drawn.block, person))
    return found


def _drawn_otherwise(seed: bytes, trial: Trial, drawn: Drawn) -> list[Difference]:
    """The persons who have another arm in the log than the draw gives."""
    try:
        arms = draw(seed, trial, drawn.block, drawn.ids)
    except InputRefused as refused:
        words = Kind.CANNOT_BE_REPEATED.value.filled(block=drawn.block, why=refused.sentence)
        return [Difference(Kind.CANNOT_BE_REPEATED, words, drawn.block)]
    return [
        Difference(Kind.ARM, _as_drawn(drawn.block, person, recorded, arm), drawn.block, person)
        for person, recorded, arm in zip(drawn.ids, drawn.arms, arms, strict=True)
        if recorded != arm
    ]


def _as_drawn(block: str, person: str, recorded: str, arm: str) -> Words:
    return Kind.ARM.value.filled(block=block, person=person, recorded=recorded, drawn=arm)
