"""Which edition of the demo this is. Light, so that the command can ask before Django is set up."""

from __future__ import annotations

# One higher whenever the demo's people or their histories change. Every id of the demo holds it, so that a
# database of an earlier edition is known by its municipalities, and each can be kept in one of its own.
EDITION = 4
DATABASE = f"sammetag_demo_{EDITION}"


class OlderEdition(RuntimeError):
    """The database holds the demo as an earlier version told it; nothing of it is mixed with this one."""

    def __init__(self) -> None:
        super().__init__(
            "Databasen rummer en ældre udgave af demokommunen. Vælg en tom database med DATABASE_NAME.\n"
            "The database holds an older edition of the demo. Choose an empty one with DATABASE_NAME."
        )
