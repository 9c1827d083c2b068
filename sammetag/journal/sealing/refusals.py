"""What can keep the seal from being made or checked, as sentences for whoever runs the server."""

from __future__ import annotations


class SealRefused(RuntimeError):
    """Nothing was sealed, or not all of it was shipped; what is in the journal stands as it stood."""


NO_KEY = (
    "Nøglen til segl kan ikke læses i {where}. Intet er tabt, men intet bliver forseglet. Hent filen frem, "
    "eller lav en ny: sammetag journal new-key FILE.\n"
    "The sealing key cannot be read in {where}. Nothing is lost, but nothing is sealed. Fetch the file, or "
    "make a new one."
)
NOT_A_KEY = (
    "Filen {where} holder ikke en nøgle til segl. Intet er ændret. Hent en hel kopi frem.\n"
    "The file {where} holds no sealing key. Nothing was changed. Fetch a whole copy."
)
OPEN_TO_ALL = (
    "Alle på maskinen kan læse nøglen i {where}. Luk den først: chmod 400.\n"
    "Everybody on this machine can read the key in {where}. Close it first: chmod 400."
)
KEY_IS_THERE = (
    "Der ligger allerede noget i {where}. En nøgle bliver ikke skrevet over.\n"
    "There is something in {where} already. A key is not written over."
)
KEY_NOT_WRITTEN = (
    "Nøglen kunne ikke skrives i {where}: {why}. Vælg et andet sted.\n"
    "The key could not be written in {where}: {why}. Choose another place."
)
NO_PUBLIC_KEYS = (
    "De offentlige nøgler kan ikke læses i {where}. En står på hver linje, som new-key viser dem.\n"
    "The public keys cannot be read in {where}. One stands on each line, as new-key shows them."
)
NO_SUCH_COPY = (
    "SAMMETAG_SEAL_COPY skal være file:/STI, syslog:VÆRT:PORT eller syslog:/dev/log, ikke {what!r}.\n"
    "SAMMETAG_SEAL_COPY must be file:/PATH, syslog:HOST:PORT or syslog:/dev/log, not {what!r}."
)
COPY_NOT_REACHED = (
    "Seglet står i databasen, men kunne ikke sendes til {where}: {why}. Det sendes næste gang.\n"
    "The seal stands in the database but could not be sent to {where}: {why}. It is sent next time."
)
COPY_NOT_READ = (
    "Kopien af seglene kan ikke læses i {where}: {why}.\n"
    "The copy of the seals cannot be read in {where}: {why}."
)
COPY_IS_AHEAD = (
    "Kopien kender segl {copied}, men databasen kun til og med segl {held}. Der forsegles ikke. Er databasen "
    "hentet frem fra en backup, så kør: sammetag journal seal --after-restore. Ellers er der fjernet noget.\n"
    "The copy knows seal {copied}, the database none after seal {held}. Nothing is sealed. Was the database "
    "restored from a backup, then run: sammetag journal seal --after-restore. If not, something was removed."
)
COPY_DIFFERS = (
    "Segl {number} i kopien er et andet end segl {number} i databasen. Der forsegles ikke. Kør: sammetag "
    "journal verify.\n"
    "Seal {number} in the copy is another than seal {number} in the database. Nothing is sealed. Run: "
    "sammetag journal verify."
)
