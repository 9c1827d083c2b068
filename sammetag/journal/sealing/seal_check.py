"""Checks the row of seals: each whole, signed, with its leaves, after the one before, and as in the copy."""

from __future__ import annotations

import errno
import hashlib
from dataclasses import dataclass, field
from typing import Any

from sammetag.journal.sealing import leaves, refusals
from sammetag.journal.sealing.copies import File
from sammetag.journal.sealing.findings import Fault, Finding, Told
from sammetag.journal.sealing.keys import PublicKeys, is_signed
from sammetag.journal.sealing.refusals import SealRefused
from sammetag.journal.sealing.seals import FIRST, FORM, Seal, of_row
from sammetag.journal.sealing.settled import SEAL, Keeper

# Places of leaves that are named for so many seals, and so many of each: the rest would bury them.
NAMED = 20
WITH_LEAVES = f"""
    SELECT found.seal, found.with_events, found.with_looks, found.with_leaves, {SEAL}
    FROM public.journal_seal AS s FULL JOIN (
        SELECT seal, {leaves.OF_CHUNKS} AS with_leaves,
               sum(e)::bigint AS with_events, sum(l)::bigint AS with_looks
        FROM (
            SELECT seal, {leaves.CHUNK} AS chunk, {leaves.OF_CHUNK} AS hash,
                   count(*) FILTER (WHERE kind = '{leaves.EVENT}') AS e,
                   count(*) FILTER (WHERE kind = '{leaves.LOOK}') AS l
            FROM public.journal_leaf GROUP BY seal, 2) AS chunks
        GROUP BY seal) AS found ON found.seal = s.number
    ORDER BY coalesce(s.number, found.seal)
"""  # noqa: S608 - our own expressions
ANY_SEAL = "SELECT number FROM public.journal_seal LIMIT 1"
LACKING = """
    SELECT place FROM generate_series(1, %s) AS place
    WHERE NOT EXISTS (SELECT FROM public.journal_leaf l WHERE l.seal = %s AND l.place = place.place)
    ORDER BY place LIMIT %s
"""


@dataclass
class Row:
    """The seals of the database as they are walked, in order, and what the copy says beside them."""

    connection: Keeper
    keys: PublicKeys
    told: Told
    copied: dict[int, bytes] = field(default_factory=dict)
    newest_copied: int = 0
    before: Seal | None = None
    seals: int = 0
    not_sent: int = 0
    lost: list[tuple[int, int]] = field(default_factory=list)
    opened: int = 0

    def check(self) -> None:
        """Walks all seals and tells what is wrong with each."""
        with self.connection.cursor(name="seals") as cursor:
            cursor.itersize = 1000
            for seal, *rest in cursor.execute(WITH_LEAVES):
                if rest[4] is None:
                    self._tell(Fault.WITHOUT_SEAL if seal else Fault.SEAL_ALTERED, seal or "?")
                    continue
                self._check(of_row(tuple(rest[3:])), tuple(rest[:3]))
        for number in self._left_in_copy():
            self._tell(Fault.ONLY_IN_COPY, number)

    def read_copy(self, copy: File) -> None:
        """Takes in what the copy says; a seal that it tells of in two ways is wrong in any case.

        Raises SealRefused where it cannot be read: what was not compared must not look as if it had been.
        """
        try:
            self._take_in(copy)
        except OSError as fault:
            why = fault.strerror or str(fault)
            raise SealRefused(refusals.COPY_NOT_READ.format(where=copy.place, why=why)) from fault

    def _take_in(self, copy: File) -> None:
        if not copy.path.exists():
            # A disk that is not there must not look like a copy that agrees.
            if self.connection.execute(ANY_SEAL).fetchone() is not None:
                raise FileNotFoundError(errno.ENOENT, "den findes ikke / it is not there")
            return
        for line, seal in copy.read():
            if seal is None:
                self.told(Finding(Fault.UNREADABLE, "line", str(line)))
                continue
            if self.copied.setdefault(seal.number, _mark(seal)) != _mark(seal):
                self._tell(Fault.NOT_AS_COPIED, seal.number)
            self.newest_copied = max(self.newest_copied, seal.number)

    def _check(self, seal: Seal, found: tuple[Any, ...]) -> None:
        self.seals += 1
        genuine = self._is_genuine(seal)
        self._check_place(seal, genuine)
        if (seal.events, seal.looks, seal.leaves) != (found[0] or 0, found[1] or 0, found[2] or _no_leaves()):
            self._tell(Fault.LEAVES_CHANGED, seal.number, self._lacking(seal) if genuine else "")
        self._compare(seal)
        self.before = seal

    def _is_genuine(self, seal: Seal) -> bool:
        """Whether whoever held a known key said this, word for word."""
        key = self.keys.get(seal.key)
        if seal.form != FORM or seal.head != seal.counted_head():
            self._tell(Fault.SEAL_ALTERED, seal.number)
        elif key is None:
            self._tell(Fault.KEY_UNKNOWN, seal.number)
        elif not is_signed(seal.head, seal.signature, key):
            self._tell(Fault.SEAL_UNSIGNED, seal.number)
        else:
            return True
        return False

    def _check_place(self, seal: Seal, genuine: bool) -> None:
        number, head = (self.before.number, self.before.head) if self.before else (0, FIRST)
        if seal.number <= number:
            self._tell(Fault.DOUBLED, seal.number)
            return
        # Only a genuine seal may say that a restore lost those before it.
        up_to = seal.follows if genuine else seal.number - 1
        if up_to > number:
            self._tell(Fault.SEAL_MISSING, f"{number + 1}-{up_to}" if up_to > number + 1 else up_to)
        elif genuine and (seal.follows != number or seal.previous != head):
            self._tell(Fault.OUT_OF_PLACE, seal.number)
        if genuine and seal.follows < seal.number - 1:
            self.lost.append((seal.follows + 1, seal.number - 1))

    def _lacking(self, seal: Seal) -> str:
        """Which leaves are gone: with the row gone too, their place is all that is left to name."""
        self.opened += 1
        if self.opened > NAMED:
            return ""
        wanted = [seal.events + seal.looks, seal.number, NAMED]
        places = [str(place) for (place,) in self.connection.execute(LACKING, wanted)]
        return f"blad / leaf {', '.join(places)}" if places else ""

    def _compare(self, seal: Seal) -> None:
        copied = self.copied.pop(seal.number, None)
        if copied is None:
            if seal.number < self.newest_copied:
                self._tell(Fault.NOT_IN_COPY, seal.number)
            self.not_sent += 1
        elif copied != _mark(seal):
            self._tell(Fault.NOT_AS_COPIED, seal.number)

    def _left_in_copy(self) -> list[int]:
        """Seals that the copy alone knows, but for those of which a genuine seal says that they are lost."""
        return [one for one in sorted(self.copied) if not any(a <= one <= b for a, b in self.lost)]

    def _tell(self, fault: Fault, number: int | str, detail: str = "") -> None:
        self.told(Finding(fault, "seal", str(number), detail))


def _mark(seal: Seal) -> bytes:
    """A few bytes for a seal, since the copy may hold very many."""
    return hashlib.sha256(seal.line.encode()).digest()


def _no_leaves() -> bytes:
    return hashlib.sha256(b"").digest()
