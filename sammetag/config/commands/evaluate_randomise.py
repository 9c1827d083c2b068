"""`sammetag evaluate randomise`: a seed with its promise, a draw of lots, and the check of a log of draws."""

from __future__ import annotations

import argparse
import csv
import io
import re
import secrets
from itertools import groupby
from pathlib import Path

from sammetag.config.commands.evaluate_rows import of_rows, rows_of
from sammetag.config.commands.evaluate_shown import Part, show
from sammetag.config.commands.evaluate_typed import a_whole, missing
from sammetag.config.commands.law_shown import as_json
from sammetag.config.commands.law_typed import refused
from sammetag.config.terminal import say
from sammetag.evaluation.allocation import SEED_BYTES, Drawn, Trial, commit, draw, verify
from sammetag.evaluation.errors import InputRefused
from sammetag.evaluation.plain import plain
from sammetag.evaluation.reading import Column, Kind
from sammetag.words import Words

HEX = re.compile(rf"[0-9a-fA-F]{{{2 * SEED_BYTES}}}")
BLOCK, PERSON, ARM = "block", "person", "arm"

SEED = Words("Frø og løfte", "Seed and commitment")
CHECKED = Words("Kontrol af lodtrækningerne", "Check of the draws")
KEEP = Words(
    "Frø: {seed}. Hold det hemmeligt, og offentliggør det efter den sidste lodtrækning.",
    "Seed: {seed}. Keep it secret, and publish it after the last draw.",
)
PROMISE = Words(
    "Løfte: {commitment}. Offentliggør det før den første lodtrækning.",
    "Commitment: {commitment}. Publish it before the first draw.",
)
HOLDS = Words(
    "Alle {persons} personer i {blocks} lodtrækninger står, som frøet gav dem.",
    "All {persons} persons in {blocks} draws stand as the seed gave them.",
)
HOLDS_NOT = Words(
    "{count} afvigelser i {blocks} lodtrækninger med {persons} personer.",
    "{count} differences in {blocks} draws with {persons} persons.",
)
ONE_THING = Words(
    "Vælg én ting: --new-seed (et frø), --ids FILE (en lodtrækning) eller --check LOG (en kontrol).",
    "Choose one thing: --new-seed (a seed), --ids FILE (a draw) or --check LOG (a check).",
)
NO_HEX = Words(
    "Der skal stå 64 hexadecimale cifre. Kopiér dem, som de blev skrevet af --new-seed.",
    "It must be 64 hexadecimal digits. Copy them as --new-seed wrote them.",
)
NO_NAME = Words(
    "Navnet indeholder tegn, der ikke kan skrives. Brug bogstaver og tal.",
    "The name holds characters that cannot be written. Use letters and digits.",
)
THE_SEED = Words("frøet fra --new-seed", "the seed from --new-seed")
THE_COMMITMENT = Words("det løfte, der blev offentliggjort", "the commitment that was published")
THE_BLOCK = Words("lodtrækningens navn, for eksempel dens dag", "the name of the draw, for instance its day")


def answer(chosen: argparse.Namespace) -> int:
    """Gives a seed, a draw or what came of a check; 1 where the log is not what its seed gives."""
    if sum((chosen.new_seed, chosen.ids is not None, chosen.check is not None)) != 1:
        raise refused(ONE_THING)
    trial = _trial(chosen)
    if chosen.new_seed:
        return _new_seed(trial, chosen)
    seed = bytes.fromhex(_hex("--seed", chosen.seed, THE_SEED))
    return _check(seed, trial, chosen) if chosen.ids is None else _draw(seed, trial, chosen)


def _trial(chosen: argparse.Namespace) -> Trial:
    names = (chosen.trial, *chosen.arms, *([chosen.block] if chosen.block else []))
    if not all(name.isprintable() for name in names):
        raise refused(NO_NAME)
    ratio = tuple(a_whole("--ratio", share) for share in chosen.ratio.split(":"))
    try:
        return Trial(chosen.trial, tuple(chosen.arms), ratio)
    except InputRefused as fault:
        raise refused(fault.sentence) from fault


def _hex(option: str, typed: str | None, what: Words) -> str:
    if typed is None:
        raise missing(option, what)
    if not HEX.fullmatch(typed.strip()):
        raise refused(NO_HEX, option)
    return typed.strip()


def _new_seed(trial: Trial, chosen: argparse.Namespace) -> int:
    seed = secrets.token_bytes(SEED_BYTES)
    data = {"trial": trial.id, "seed": seed.hex(), "commitment": commit(seed, trial.id)}
    lines = (KEEP.filled(**data), PROMISE.filled(**data))
    show([Part("seed", SEED, data, lines)], in_json=chosen.json)
    return 0


def _draw(seed: bytes, trial: Trial, chosen: argparse.Namespace) -> int:
    if chosen.block is None:
        raise missing("--block", THE_BLOCK)
    table = rows_of(chosen.ids, [Column(chosen.person, Kind.TEXT, unique=True)])
    ids = table.texts(chosen.person)
    with of_rows(chosen.ids, table):
        arms = draw(seed, trial, chosen.block, ids)
    drawn = [(chosen.block, person, arm) for person, arm in zip(ids, arms, strict=True)]
    if not chosen.json:
        say(_as_log(drawn))
        return 0
    given = [{"person": person, "arm": arm} for _block, person, arm in drawn]
    about = {"trial": trial.id, "block": chosen.block, "arms": trial.arms, "ratio": trial.ratio}
    say(as_json(about | {"commitment": commit(seed, trial.id), "drawn": given}))
    return 0


def _as_log(drawn: list[tuple[str, str, str]]) -> str:
    """The draw as the log of --check holds it."""
    text = io.StringIO()
    csv.writer(text, lineterminator="\n").writerows([(BLOCK, PERSON, ARM), *drawn])
    return text.getvalue()


def _check(seed: bytes, trial: Trial, chosen: argparse.Namespace) -> int:
    commitment = _hex("--commitment", chosen.commitment, THE_COMMITMENT)
    found = verify(seed, commitment, trial, _log(chosen.check))
    known = {"count": len(found.differences), "blocks": found.blocks, "persons": found.persons}
    first = (HOLDS if found.holds else HOLDS_NOT).filled(**known)
    differences = [
        {"kind": one.kind.name.lower(), "block": one.block, "person": one.person, "told": plain(one.words)}
        for one in found.differences
    ]
    data = {"holds": found.holds, "blocks": found.blocks, "persons": found.persons}
    lines = (first, *(one.words for one in found.differences))
    part = Part("check", CHECKED, data | {"differences": differences}, lines, found.method, found.warnings)
    show([part], in_json=chosen.json)
    return 0 if found.holds else 1


def _log(file: Path) -> list[Drawn]:
    """The draws of a log; the rows of one stand together, so that one drawn twice is seen."""
    table = rows_of(file, [Column(name, Kind.TEXT) for name in (BLOCK, PERSON, ARM)])
    rows = zip(*(table.texts(name) for name in (BLOCK, PERSON, ARM)), strict=True)
    draws = [(block, tuple(those)) for block, those in groupby(rows, key=lambda row: row[0])]
    return [
        Drawn(block, tuple(person for _block, person, _arm in those), tuple(arm for *_others, arm in those))
        for block, those in draws
    ]
