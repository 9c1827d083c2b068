"""`sammetag texts` and `sammetag static`: what the pages are made of."""

from __future__ import annotations

import argparse

import django

from sammetag.config import static_files, texts
from sammetag.config.commands.grammar import Commands, word, words_under
from sammetag.config.terminal import say


def add(commands: Commands[argparse.ArgumentParser]) -> None:
    """Adds `texts gather`, `compile` and `check`, and `static collect`."""
    kinds = words_under(commands, "texts", "gather, compile, check")
    word(kinds, "gather", gather)
    word(kinds, "compile", compile_changed)
    word(kinds, "check", check)
    word(words_under(commands, "static", "collect"), "collect", collect_static_files)


def gather(chosen: argparse.Namespace) -> int:
    """Writes the texts of code and templates into the English catalogue."""
    say(f"Tekster uden engelsk: {texts.gather()}\n")
    return 0


def compile_changed(chosen: argparse.Namespace) -> int:
    """Compiles the English texts where they have changed."""
    texts.compile_if_changed()
    return 0


def check(chosen: argparse.Namespace) -> int:
    """Names the texts that lack English and the English that no page uses; 1 when there are any."""
    found = texts.differences()
    say("".join(f"Uden engelsk: {text!r}\n" for text in found.missing))
    say("".join(f"Bruges ikke: {text!r}\n" for text in found.obsolete))
    return 1 if found.missing or found.obsolete else 0


def collect_static_files(chosen: argparse.Namespace) -> int:
    """Collects the static files where they have changed."""
    django.setup()
    static_files.collect_if_changed()
    return 0
