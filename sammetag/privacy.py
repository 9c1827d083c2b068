"""What kind of knowledge about people a field holds. Every field of every table says so."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Privacy:
    """The class of each field of one table, as words with spaces between.

    neutral: tells nothing about a person by itself. personal: names or points to a person.
    sensitive: health, social matters, or free text that may hold them. secret: opens a door.
    """

    neutral: str = ""
    personal: str = ""
    sensitive: str = ""
    secret: str = ""

    def fields(self) -> list[str]:
        """All declared fields, in the order they were declared."""
        return f"{self.neutral} {self.personal} {self.sensitive} {self.secret}".split()

    @property
    def holds_people(self) -> bool:
        """Whether the table needs a wall: it holds a field that is not neutral."""
        return bool(self.personal or self.sensitive or self.secret)
