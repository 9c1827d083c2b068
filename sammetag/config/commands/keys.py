"""`sammetag keys`: the file of keys that lies outside the database."""

from __future__ import annotations

import argparse
import base64
from collections import Counter
from pathlib import Path

from sammetag.config.commands.grammar import Commands, word, words_under
from sammetag.config.reaching import owning_the_tables
from sammetag.config.refusal import Refused
from sammetag.config.terminal import say
from sammetag.keyring import ring
from sammetag.keyring.errors import KeysMissing


def add(commands: Commands[argparse.ArgumentParser]) -> None:
    """Adds `keys new`, `keys add`, `keys list` and `keys reseal`."""
    kinds = words_under(commands, "keys", "new, add, list, reseal")
    for name, action in (("new", new), ("add", one_more), ("list", tell)):
        parser = word(kinds, name, action)
        parser.add_argument("file", type=Path, metavar="FILE")
    parser.add_argument("--database", action="store_true", help="and what lies under each")
    word(kinds, "reseal", reseal).add_argument("--batch", type=int, default=500, metavar="ROWS")


def new(chosen: argparse.Namespace) -> int:
    """Makes a file of first keys, which only this user reads; one that is there already is left alone."""
    if chosen.file.exists():
        raise Refused(f"Filen {chosen.file} er der allerede. Intet er ændret. Nye nøgler: sammetag keys add.")
    ring.write(chosen.file, ring.new_keys())
    say(f"Nøglerne ligger i {chosen.file}. Gem en kopi et sikkert sted, der ikke er jeres backup.\n")
    return tell(chosen)


def one_more(chosen: argparse.Namespace) -> int:
    """Puts a new key of each kind before those in the file; the old ones stay, and open what they sealed."""
    held = _read(chosen.file)
    kinds = {kind: [ring.new_key(), *map(_written, getattr(held, kind))] for kind in ring.KINDS}
    ring.write(chosen.file, kinds)
    say(f"Der er nye nøgler i {chosen.file}. Gem en ny kopi, og genstart Sammetag.\n")
    say(
        "Derefter forsegler 'sammetag keys reseal' det gamle på ny. Filer, der er hentet ud, lever et døgn "
        "til. Så kan de ældre tages ud af filen; behold dem i kopien, for ældre backup skal bruge dem.\n"
    )
    return tell(chosen)


def tell(chosen: argparse.Namespace) -> int:
    """Names the keys in a file by their fingerprints, newest first."""
    held = _read(chosen.file)
    lying = _lying_under() if getattr(chosen, "database", False) else None
    for turn, kind in enumerate(ring.KINDS):
        for key in getattr(held, kind):
            named = ring.fingerprint(key).hex()
            say(f"{kind} {named}{f', {lying[turn].pop(named, 0)} i databasen' if lying else ''}\n")
        for named, count in lying[turn].items() if lying else ():
            say(f"{kind} {named}, {count} i databasen, og nøglen er ikke i filen\n")
    return 0


def reseal(chosen: argparse.Namespace) -> int:
    """Seals anew what lies under older keys than the newest of SAMMETAG_KEYS; 1 when something was left."""
    with owning_the_tables():
        from django.conf import settings  # noqa: PLC0415 - the environment comes first

        from sammetag.config import resealing  # noqa: PLC0415 - models need the settings

        return 1 if resealing.reseal(_read(Path(settings.KEYS)), size=max(1, chosen.batch), say=say) else 0


def _lying_under() -> tuple[Counter[str], Counter[str]]:
    with owning_the_tables():
        from sammetag.config import resealing  # noqa: PLC0415 - models need the settings

        return resealing.lying_under()


def _read(path: Path) -> ring.KeyRing:
    try:
        return ring.read(path)
    except KeysMissing as fault:
        raise Refused(fault.told) from fault


def _written(key: bytes) -> str:
    return base64.b64encode(key).decode()
