"""Reads the environment, the only place from which Sammetag takes settings."""

from __future__ import annotations

import os

SHORTEST_SECRET = 50


class MissingSetting(RuntimeError):
    """A setting that Sammetag cannot do without is not there."""


def text(name: str, default: str | None = None) -> str:
    """The setting as text; without a default, a missing one stops the program with a hint."""
    value = os.environ.get(name, default)
    if value is None:
        raise MissingSetting(f"Set {name} in the environment: see docs/settings.md.")
    return value


def switch(name: str, default: bool) -> bool:
    """The setting as yes or no; any other word is refused, since a typo must not open a door."""
    words = {"true": True, "false": False}
    value = os.environ.get(name)
    if value is None:
        return default
    if value.lower() not in words:
        raise MissingSetting(f"{name} must be True or False, not {value!r}.")
    return words[value.lower()]


def number(name: str, default: int) -> int:
    """The setting as a whole number; anything else is refused."""
    value = os.environ.get(name, str(default))
    if not value.isascii() or not value.isdigit():
        raise MissingSetting(f"{name} must be a whole number, not {value!r}.")
    return int(value)


def words(name: str, default: str) -> list[str]:
    """The setting as a list of words, written with commas between."""
    return [word.strip() for word in text(name, default).split(",") if word.strip()]


def secret(name: str) -> str:
    """The setting as a secret: one that is missing, or short enough to be guessed, stops the program."""
    value = text(name)
    if len(value) < SHORTEST_SECRET:
        raise MissingSetting(f"{name} must have at least {SHORTEST_SECRET} characters: see docs/settings.md.")
    return value
