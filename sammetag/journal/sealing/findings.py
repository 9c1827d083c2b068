"""What can be found when the seal is checked, each with a sentence that names it by kind and id."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

KINDS = {
    "event": ("Hændelsen", "The event"),
    "look": ("Opslaget", "The look"),
    "seal": ("Segl", "Seal"),
    "line": ("Kopiens linje", "The copy's line"),
    "table": ("Tabellen", "The table"),
}


class Fault(StrEnum):
    """What is wrong with it, in Danish and English."""

    ALTERED = "er ændret, siden den blev forseglet|was altered after it was sealed"
    MISSING = "er forseglet, men findes ikke mere|was sealed and is not there any more"
    INSERTED = (
        "mangler i seglet over sin tid: sat ind siden, eller dens blad er fjernet|"
        "is not in the seal of its time: put in since, or its leaf was removed"
    )
    AHEAD = (
        "er skrevet med et transaktionsnummer, som ikke kan have skrevet den|"
        "carries the number of a transaction that cannot have written it"
    )
    DOUBLED = "står der flere gange|is there more than once"
    SEAL_MISSING = "mangler i rækken|is missing from the row"
    SEAL_ALTERED = "er ændret: hovedet passer ikke til resten|was altered: its head does not fit the rest"
    SEAL_UNSIGNED = "er ikke underskrevet med sin nøgle|is not signed with its key"
    KEY_UNKNOWN = (
        "er underskrevet med en nøgle, som vi ikke kender|is signed with a key that is not known here"
    )
    OUT_OF_PLACE = "hviler ikke på seglet før det|does not rest on the seal before it"
    LEAVES_CHANGED = "har ikke de blade, som det forseglede|does not have the leaves that it sealed"
    WITHOUT_SEAL = "har blade, men er der ikke|has leaves and is not there"
    NOT_AS_COPIED = "er et andet i kopien|is another one in the copy"
    NOT_IN_COPY = "mangler i kopien|is missing from the copy"
    ONLY_IN_COPY = "står i kopien, men ikke i databasen|is in the copy and not in the database"
    SENT_AND_GONE = "er sendt, men findes ikke mere|was sent and is not there any more"
    UNREADABLE = "kan ikke læses|cannot be read"
    HIDDEN = "viser ikke alle sine rækker|does not show all its rows"


@dataclass(frozen=True)
class Finding:
    """One thing that is not as it was sealed."""

    fault: Fault
    kind: str
    key: str
    detail: str = ""

    def __str__(self) -> str:
        danish, english = KINDS[self.kind]
        wrong, in_english = self.fault.value.split("|")
        key = f"{self.key} ({self.detail})" if self.detail else self.key
        return f"{danish} {key} {wrong}. / {english} {key} {in_english}."


Told = Callable[[Finding], None]
