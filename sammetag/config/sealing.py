"""The seal of this installation: its keys and its second place, as the environment names them.

Only the process that seals is given the key. Whoever verifies needs the public keys alone.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import psycopg

from sammetag.config import environment, roles
from sammetag.config.database import KEEPER
from sammetag.config.preparation import NotReady
from sammetag.journal.sealing import actions, copies, keys
from sammetag.journal.sealing.actions import Made
from sammetag.journal.sealing.copies import Copy
from sammetag.journal.sealing.findings import Finding
from sammetag.journal.sealing.keys import PublicKeys, Signer
from sammetag.journal.sealing.verification import Verdict, verify

Say = Callable[[str], None]
UNSEALED_AT_MOST = timedelta(minutes=2)
NOTHING = (
    "Der er intet at efterprøve: ingenting er forseglet endnu. Kør: sammetag journal seal.\n"
    "There is nothing to verify: nothing is sealed yet. Run: sammetag journal seal.\n"
)
NO_PUBLIC_KEYS = (
    "Sig, hvilke nøgler seglene skal være underskrevet med: sæt SAMMETAG_SEAL_PUBLIC (docs/sealing.md).\n"
    "Say with which keys the seals must be signed: set SAMMETAG_SEAL_PUBLIC."
)


def signer() -> Signer:
    """The key that signs, from the file that SAMMETAG_SEAL_KEY names."""
    return keys.signer(Path(environment.text("SAMMETAG_SEAL_KEY")))


def public_keys() -> PublicKeys:
    """The keys to check against: SAMMETAG_SEAL_PUBLIC, or the public half of the one that signs."""
    listed = environment.text("SAMMETAG_SEAL_PUBLIC", "")
    if not listed and not environment.text("SAMMETAG_SEAL_KEY", ""):
        raise NotReady(NO_PUBLIC_KEYS)
    return keys.public_keys(Path(listed)) if listed else keys.listed([signer().public])


def copy() -> Copy | None:
    """The second place that SAMMETAG_SEAL_COPY names; none where it names none."""
    return copies.named(environment.text("SAMMETAG_SEAL_COPY", ""))


def seal_now(*, after_restore: bool = False) -> Made:
    """Seals what is settled, as the keeper; for the command and for the job that runs each minute."""
    by, to = signer(), copy()
    try:
        with roles.connect(KEEPER) as connection:
            return actions.seal_once(connection, by, to, after_restore=after_restore)
    except psycopg.errors.UndefinedTable as fault:
        raise _without_tables() from fault


def verify_now(say: Say) -> bool:
    """Checks the journal and says what was found; answers whether it stands as it was sealed."""
    known, compared = public_keys(), copy()

    def told(finding: Finding) -> None:
        say(f"{finding}\n")

    try:
        with roles.connect(KEEPER) as connection:
            verdict = verify(connection, known, compared, told=told)
    except psycopg.errors.UndefinedTable as fault:
        raise _without_tables() from fault
    say("".join(_sentences(verdict, compared)))
    return verdict.holds


def _sentences(verdict: Verdict, compared: Copy | None) -> list[str]:
    if verdict.nothing and not verdict.findings:
        return [_unsealed(verdict), NOTHING]
    events, looks = verdict.counted["event"], verdict.counted["look"]
    return [
        f"Læst: {events} hændelser, {looks} opslag, {verdict.leaves} blade, {verdict.seals} segl. / "
        f"Read: {events} events, {looks} looks, {verdict.leaves} leaves, {verdict.seals} seals.\n",
        *(_lost(first, last) for first, last in verdict.lost),
        _compared(verdict, compared),
        _unsealed(verdict),
        "Alt forseglet står, som det blev forseglet. / All that is sealed stands as it was sealed.\n"
        if verdict.holds
        else f"Fund: {verdict.findings}. Noget er ikke, som det blev forseglet. / "
        f"Findings: {verdict.findings}. Something is not as it was sealed.\n",
    ]


def _lost(first: int, last: int) -> str:
    return (
        f"Segl {first}-{last} gik tabt i en gendannelse, som blev godkendt. / "
        f"Seals {first}-{last} were lost in a restore that was accepted.\n"
    )


def _compared(verdict: Verdict, compared: Copy | None) -> str:
    if not isinstance(compared, copies.File):
        return (
            "Ikke sammenlignet med nogen kopi: en afskåret ende ses kun i den. / "
            "Compared with no copy: a tail that was cut is seen in it alone.\n"
        )
    if verdict.not_sent:
        return (
            f"Ikke i kopien: {verdict.not_sent} segl. De sendes næste gang. / "
            f"Not in the copy: {verdict.not_sent} seals. They are sent next time.\n"
        )
    return "Sammenlignet med kopien. / Compared with the copy.\n"


def _unsealed(verdict: Verdict) -> str:
    rows, oldest = verdict.unsealed.rows, timedelta(seconds=int(verdict.unsealed.oldest.total_seconds()))
    if not rows:
        return "Intet venter på segl. / Nothing waits for a seal.\n"
    told = (
        f"Ikke forseglet endnu: {rows}; den ældste er {oldest} gammel. / "
        f"Not sealed yet: {rows}; the oldest is {oldest} old.\n"
    )
    if oldest <= UNSEALED_AT_MOST:
        return told
    waiting = verdict.unsealed.waiting
    return told + (
        f"ADVARSEL: over to minutter. Kører jobbet? {waiting} venter på en transaktion, der er åben. / "
        f"WARNING: over two minutes. Does the job run? {waiting} wait for a transaction that is open.\n"
    )


def _without_tables() -> NotReady:
    return NotReady(
        "Databasen passer ikke til denne udgave. Kør 'sammetag database prepare'.\n"
        "The database does not fit this version. Run 'sammetag database prepare'."
    )
