"""Danish alphabet: how names are sorted and searched, whatever the server knows of it."""

from __future__ import annotations

import unicodedata

_LAST = {"æ": "{", "ø": "|", "å": "}", "ä": "{", "ö": "|"}


def sort_key(name: str) -> str:
    """The key by which names stand in Danish order: æ, ø, å after z, and aa as å.

    `{`, `|` and `}` are the three signs that follow z in every code-point order.
    """
    folded = unicodedata.normalize("NFC", name).casefold().replace("aa", "å")
    return "".join(_LAST.get(letter) or _LAST.get(_plain(letter), _plain(letter)) for letter in folded)


def search_key(text: str) -> str:
    """The text as it is searched: without regard to case and accents; å and aa meet, æ and ø stay letters."""
    readable = "".join(letter for letter in text if letter.isprintable())
    folded = unicodedata.normalize("NFC", readable).casefold().replace("aa", "å")
    return " ".join("".join(letter if letter in "æøå" else _plain(letter) for letter in folded).split())


def _plain(letter: str) -> str:
    return unicodedata.normalize("NFD", letter)[0]
