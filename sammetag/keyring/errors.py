"""What can be wrong with keys, and with what they sealed."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from sammetag.errors import SammetagError

FILE = (
    "Nøglerne kan ikke læses i {where}. Hent filen frem fra jeres sikre sted, eller lav nye til en ny "
    "installation: sammetag keys new FILE.\n"
    "The keys cannot be read in {where}. Fetch the file from where you keep it safe, or make new ones for a "
    "new installation."
)
UNREADABLE = (
    "Filen {where} holder ikke nøgler, som Sammetag kan læse. Ingenting er ændret. Hent en hel kopi frem.\n"
    "The file {where} holds no keys that Sammetag can read. Nothing was changed. Fetch a whole copy."
)


OPEN_TO_ALL = (
    "Filen {where} kan læses af alle på maskinen. Ingenting er ændret. Giv den kun til den bruger, der kører "
    "Sammetag: chmod 600.\n"
    "The file {where} can be read by everybody on the machine. Nothing was changed. Give it to the user that "
    "runs Sammetag alone: chmod 600.\n"
)


class KeysMissing(SammetagError):
    """A key that is needed is not in the ring. `told` is for whoever runs the server."""

    status = 503

    def __init__(self, told: str, technical: str) -> None:
        super().__init__(
            _("En nøgle mangler hos os, så vi kan ikke vise det nu. Intet er tabt. Sig det til jeres drift."),
            technical,
        )
        self.told = told

    @classmethod
    def file(cls, where: str) -> KeysMissing:
        """The file of keys is not there, or not ours to read."""
        return cls(FILE.format(where=where), "no file of keys")

    @classmethod
    def unreadable(cls, where: str) -> KeysMissing:
        """The file is there and holds something else, or half of what it should."""
        return cls(UNREADABLE.format(where=where), "unreadable file of keys")

    @classmethod
    def open_to_all(cls, where: str) -> KeysMissing:
        """The file is there, and whoever is on the machine could have read it."""
        return cls(OPEN_TO_ALL.format(where=where), "file of keys open to all")

    @classmethod
    def one(cls, fingerprint: str) -> KeysMissing:
        """Something is sealed with a key that the ring does not hold."""
        told = (
            f"Nøglen {fingerprint} er ikke i ringen. Sæt den ind igen; intet er tabt.\n"
            f"The key {fingerprint} is not in the ring. Put it back; nothing is lost."
        )
        return cls(told, f"key {fingerprint} is not in the ring")


class NotAsSealed(SammetagError):
    """What was sealed has been changed, cut, or moved from where it was sealed for."""

    status = 500

    def __init__(self, technical: str) -> None:
        super().__init__(
            _("Noget, der var forseglet, er blevet ændret. Vi viser det ikke. Sig det til jeres drift."),
            f"not as sealed: {technical}",
        )
