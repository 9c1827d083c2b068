"""The randomisation test of `sammetag evaluate`: the draw is repeated as it was drawn, in its blocks."""

from __future__ import annotations

import argparse
from dataclasses import dataclass

from sammetag.config.commands.evaluate_rows import Arms, of_rows, optional
from sammetag.config.commands.evaluate_shown import WITHOUT, Part, p_in_words
from sammetag.config.commands.evaluate_typed import a_count, a_ratio, given, random_seed, refuse_without
from sammetag.config.commands.law_typed import refused
from sammetag.evaluation.figures import figure
from sammetag.evaluation.randomisation import REDRAWS, Blocks, Redrawn
from sammetag.evaluation.reading import Column, Kind, Table
from sammetag.evaluation.result import Undefined
from sammetag.words import Words

NAME = "randomisation"
TITLE = Words("Randomiseringstest", "Randomisation test")
MOST_REDRAWS = 10_000_000

TESTED = Words(
    "{p}, med en usikkerhed på {error} (Monte Carlo)", "{p}, with an uncertainty of {error} (Monte Carlo)"
)
COUNTED = Words(
    "{extreme} af {redraws} nye lodtrækninger skilte grupperne mindst så meget som den virkelige.",
    "{extreme} of {redraws} new draws parted the arms at least as much as the real one.",
)
NO_ARM = Words(
    "--block er den blok, hvor der blev trukket lod mellem to grupper. Angiv også --arm og --treated.",
    "--block is the block in which lots were drawn between two arms. Give --arm and --treated as well.",
)


@dataclass(frozen=True, slots=True)
class Redraw:
    """How the draw is repeated: in the blocks of a column, with so many seats of each arm, how often."""

    column: str
    ratio: tuple[int, int]
    redraws: int
    seed: int

    def blocks(self, chosen: argparse.Namespace, table: Table, arms: Arms) -> Blocks:
        """Who was drawn for what, in which block."""
        with of_rows(chosen.file, table):
            return Blocks(arms.is_treated, table.texts(self.column), self.ratio)


def redraw_of(chosen: argparse.Namespace) -> Redraw | None:
    """How the draw is to be repeated, as it was typed; None where it is not asked for."""
    if chosen.block is None:
        refuse_without("--block", chosen, ("--ratio", "--redraws", "--random-seed"))
        return None
    if not given(chosen, "--arm"):
        raise refused(NO_ARM)
    return Redraw(
        column=chosen.block,
        ratio=(1, 1) if chosen.ratio is None else a_ratio("--ratio", chosen.ratio),
        redraws=REDRAWS if chosen.redraws is None else a_count("--redraws", chosen.redraws, MOST_REDRAWS),
        seed=random_seed(chosen),
    )


def block_column(chosen: argparse.Namespace) -> tuple[Column, ...]:
    """The column of --block; nothing where --stratum names it already: often they are the same."""
    return () if chosen.block == vars(chosen).get("stratum") else optional(chosen.block, Kind.TEXT)


def redrawn(redraw: Redraw, found: Redrawn, observed: Words) -> Part:
    """What came of it, after the line that says what was observed."""
    data = {
        "observed": found.observed,
        "block": redraw.column,
        "ratio": redraw.ratio,
        "redraws": found.redraws,
        "seed": redraw.seed,
        "possible_draws_log10": found.possible,
        "test": found.test,
    }
    if isinstance(found.test, Undefined):
        line = WITHOUT.filled(what=TITLE, why=found.test.why)
        return Part(NAME, TITLE, data, (observed, line), found.method, found.warnings)
    data |= {"error": found.error, "extreme": found.extreme}
    lines = (
        observed,
        TESTED.filled(p=p_in_words(found.test.p), error=figure(found.error, 4)),
        COUNTED.filled(extreme=found.extreme, redraws=found.redraws),
    )
    return Part(NAME, TITLE, data, lines, found.method, found.warnings)
