"""Seals anew what lies under older keys, wherever it lies, and says how much is left under which."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable

from sammetag.access.factors.checking import PURPOSE as OF_FACTORS
from sammetag.keyring.ring import KeyRing
from sammetag.people.actions import reseal_some
from sammetag.people.queries import under_each_key
from sammetag.people.resealing import Place, Tally
from sammetag.people.sealed_cpr import PURPOSE as OF_NUMBERS
from sammetag.studies.actions.study import PURPOSE as OF_SEEDS

# Everything in the database that a key seals for longer than a day. A table more is a line more.
PLACES = {
    "CPR-numre": Place(
        "people_cpr",
        key="citizen_id",
        sealed="sealed",
        purpose=OF_NUMBERS,
        about="citizen_id",
        mark="mark",
        mark_about="municipality_id",
    ),
    "apper til log ind": Place(
        "access_factor", key="id", sealed="secret", purpose=OF_FACTORS, about="id", only=("kind", "app")
    ),
    "frø til lodtrækninger": Place("studies_study", key="id", sealed="seed", purpose=OF_SEEDS, about="id"),
}


def reseal(ring: KeyRing, *, size: int, say: Callable[[str], None]) -> int:
    """Seal all that is left under older keys anew, batch by batch, as owner; answers how much was left.

    Each batch is a transaction of its own. Broken off anywhere, it goes on where it was when it is run again.
    """
    left = 0
    for what, place in PLACES.items():
        tally = Tally()
        after = reseal_some(place=place, ring=ring, after=None, size=size, tally=tally)
        while after is not None:
            after = reseal_some(place=place, ring=ring, after=after, size=size, tally=tally)
        say(f"{what}: {tally.done} forseglet på ny, {tally.left} tilbage.\n")
        _tell_why(tally, say)
        left += tally.left
    return left


def lying_under() -> tuple[Counter[str], Counter[str]]:
    """How much lies under each key that seals, and under each that finds, by fingerprint; as owner."""
    sealing, finding = Counter[str](), Counter[str]()
    for place in PLACES.values():
        sealed, marked = under_each_key(place)
        sealing += sealed
        finding += marked
    return sealing, finding


def _tell_why(tally: Tally, say: Callable[[str], None]) -> None:
    for key, count in tally.without_key.items():
        say(f"  {count} under nøglen {key}, som ikke er i filen. Sæt den ind, og kør kommandoen igen.\n")
    for row in tally.not_as_sealed:
        say(f"  {row} er ikke, som det blev forseglet. Hent rækken frem fra en backup.\n")
    for row in tally.double:
        say(f"  {row} har samme nummer som en anden i kommunen. Find ud af, hvis det er, og ret det.\n")
