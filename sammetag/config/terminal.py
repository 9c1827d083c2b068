"""How the command speaks to the terminal it was typed in, and how it is stopped from there."""

from __future__ import annotations

import argparse
import signal
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from typing import TextIO


@contextmanager
def stopped_by_signals() -> Iterator[None]:
    """Lets a stop from outside, or a closed terminal, end like Ctrl-C: with everything put away."""

    def stop(number: int, frame: object) -> None:
        raise KeyboardInterrupt

    before = {number: signal.signal(number, stop) for number in (signal.SIGTERM, signal.SIGHUP)}
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)


@contextmanager
def step(what: str) -> Iterator[None]:
    """Says what is being done, and how long it took."""
    begun = time.monotonic()
    say(f"{what} … ")
    try:
        yield
    except BaseException:
        say("\n")
        raise
    say(f"{time.monotonic() - begun:.1f} s\n")


def say(words: str) -> None:
    """Says something to whoever typed the command."""
    # A closed terminal is no reason to leave the database running.
    with suppress(OSError):
        _write(sys.stdout, words)
        sys.stdout.flush()


def fail(sentence: str) -> int:
    """Says why something was not done, and answers with the code of that."""
    _write(sys.stderr, f"{sentence}\n")
    return 1


def _write(place: TextIO, words: str) -> None:
    """Write the words; a letter that the terminal does not know becomes a question mark."""
    encoding = place.encoding or "utf-8"
    place.write(words.encode(encoding, "replace").decode(encoding))


def port(word: str) -> int:
    """Reads a port; anything else is refused."""
    if not word.isdigit() or not 1 <= int(word) <= 65535:
        raise argparse.ArgumentTypeError(
            "en port er et tal mellem 1 og 65535 / a port is a number from 1 to 65535"
        )
    return int(word)
