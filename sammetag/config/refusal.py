"""What is typed and cannot be done. It needs no settings, so that the command can know it from the start."""

from __future__ import annotations


class Refused(RuntimeError):
    """What was asked for was not done; the words say why, and what to do."""
