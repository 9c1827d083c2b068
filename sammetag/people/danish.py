"""Danish alphabet: how names are sorted and searched, whatever the server knows of it."""

from __future__ import annotations

import unicodedata

_LAST = {"æ": "{", "ø": "|", "å": "}", "ä": "{", "ö": "|"}

_SPELLED = {"æ": "ae", "ø": "oe", "å": "aa", "ä": "ae", "ö": "oe", "ü": "ue"}


def sort_key(name: str) -> str:
    """The key by which names stand in Danish order: æ, ø, å after z, and aa as å.

    `{`, `|` and `}` are the three signs that follow z in every code-point order.
    """
    folded = unicodedata.normalize("NFC", name).casefold().replace("aa", "å")
    return "".join(_LAST.get(letter) or _LAST.get(_plain(letter), _plain(letter)) for letter in folded)


def search_key(text: str) -> str:
    """The text as it is searched: without case and accents, and æ, ø, å as ae, oe, aa, for any keyboard."""
    readable = "".join(letter for letter in text if letter.isprintable())
    folded = unicodedata.normalize("NFC", readable).casefold()
    return " ".join("".join(_spelled(letter) for letter in folded).split())


def _spelled(letter: str) -> str:
    plain = _plain(letter)
    return _SPELLED.get(letter) or _SPELLED.get(plain, plain)


def _plain(letter: str) -> str:
    return unicodedata.normalize("NFD", letter)[0]
