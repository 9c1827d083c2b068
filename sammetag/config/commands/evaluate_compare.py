"""`sammetag evaluate compare`: how many of each arm had what, and how sure it is that the arms differ."""

from __future__ import annotations

import argparse
from dataclasses import dataclass
from functools import partial

import numpy as np

from sammetag.config.commands.evaluate_conclusion import conclusion, plan_of
from sammetag.config.commands.evaluate_redrawn import NAME, TITLE, Redraw, block_column, redraw_of, redrawn
from sammetag.config.commands.evaluate_rows import Arms, Texts, arm_columns, arms_of, optional, rows_of
from sammetag.config.commands.evaluate_shown import Part, estimate, p_in_words, part_or_why, show, test
from sammetag.config.commands.law_typed import refused
from sammetag.evaluation.arrays import Bools
from sammetag.evaluation.conclusion import Finding, Plan, Scale
from sammetag.evaluation.errors import InputRefused
from sammetag.evaluation.figures import figure
from sammetag.evaluation.randomisation import Blocks, difference_redrawn
from sammetag.evaluation.reading import Column, Kind
from sammetag.evaluation.reading_cells import NO, YES
from sammetag.evaluation.shares import SharesCompared, compare_shares
from sammetag.evaluation.tables import chi_square, fisher
from sammetag.words import Words

TABLE = Words("Hvor mange", "How many")
CHI_SQUARE = Words("Chi-i-anden", "Chi-square")
FISHER = Words("Fishers eksakte test", "Fisher's exact test")
SHARES = Words("Forskellen i andele", "The difference of shares")

COUNT = Words("{who}, {value}: {count} af {persons}", "{who}, {value}: {count} of {persons}")
PLAIN = Words("Uden korrektion", "Without correction")
CORRECTED = Words("Med Yates' korrektion", "With Yates's correction")
EXACT = Words("{p}", "{p}")
CONDITIONAL = Words("Oddsforhold (betinget)", "Odds ratio (conditional)")
SHARE = Words("{who}, procent", "{who}, per cent")
DIFFERENCE = Words("Forskel i procentpoint", "Difference in percentage points")
TOLD = Words("{what}: {value}", "{what}: {value}")
RATIO = Words("Forhold", "Ratio")
ODDS = Words("Oddsforhold", "Odds ratio")
REST = Words("alt andet", "all else")
NO_SUCH_VALUE = Words(
    "Ingen række har »{asked}« i kolonnen »{name}«. Dér står: {found}. Ret --yes.",
    "No row has '{asked}' in the column '{name}'. It says: {found}. Correct --yes.",
)
WHICH_IS_YES = Words(
    "I kolonnen »{name}« står: {found}. Sig med --yes, hvad der er hændelsen.",
    "The column '{name}' says: {found}. Say with --yes which is the event.",
)
COUNTED_AS_NO = Words(
    "Alt andet end »{asked}« er talt som nej: {found}.", "All but '{asked}' is counted as no: {found}."
)


@dataclass(frozen=True, slots=True, eq=False)
class Counted:
    """The persons of each arm, the treated first, by what they had.

    `event`: who had the event, the first of the values, one a row; None where the outcome has categories.
    """

    arms: tuple[Words, Words]
    values: tuple[object, ...]
    counts: tuple[tuple[int, ...], ...]
    event: Bools | None
    warnings: tuple[Words, ...] = ()


def answer(chosen: argparse.Namespace) -> int:
    """Tells how many of each arm had what, and how much they differ."""
    plan, redraw = plan_of(chosen, Scale.SHARES), redraw_of(chosen)
    contract = (
        *arm_columns(chosen),
        Column(chosen.outcome, Kind.TEXT),
        *block_column(chosen),
        *optional(chosen.person, Kind.TEXT, unique=True),
    )
    table = rows_of(chosen.file, contract)
    arms = arms_of(chosen, table)
    counted = _counted(chosen, arms, np.array(table.texts(chosen.outcome)))
    parts = [
        _table(counted),
        part_or_why("chi_square", CHI_SQUARE, partial(_chi_square, counted)),
        part_or_why("fisher", FISHER, partial(_fisher, counted)),
    ]
    if redraw:
        event = _event(chosen, counted)
        blocks = redraw.blocks(chosen, table, arms)
        parts.append(part_or_why(NAME, TITLE, partial(_redrawn, event, blocks, redraw)))
    if counted.event is not None:
        parts += _difference(counted, plan)
    show(parts, in_json=chosen.json)
    return 0


def _counted(chosen: argparse.Namespace, arms: Arms, texts: Texts) -> Counted:
    found = [str(one) for one in np.unique(texts)]
    yes, no = _yes_and_no(chosen, found)
    is_event = bool(yes)
    groups = (yes, no) if is_event else tuple([one] for one in found)
    inside = [np.isin(texts, group) for group in groups]
    counts = tuple(tuple(int((rows & one).sum()) for one in inside) for _who, rows in arms.named())
    warned = is_event and len(no) > 1 and chosen.yes is not None
    return Counted(
        arms=(arms.treated, arms.control),
        values=(" / ".join(yes), _rest(no)) if is_event else tuple(found),
        counts=counts,
        event=inside[0] if is_event else None,
        warnings=(COUNTED_AS_NO.filled(asked=chosen.yes, found=_listed(no)),) if warned else (),
    )


def _yes_and_no(chosen: argparse.Namespace, found: list[str]) -> tuple[list[str], list[str]]:
    """What says that the event came, and what that it did not; nothing where the column has categories."""
    known = {"name": chosen.outcome, "found": _listed(found)}
    if chosen.yes is not None:
        if chosen.yes not in found:
            raise refused(NO_SUCH_VALUE.filled(asked=chosen.yes, **known), str(chosen.file))
        return [chosen.yes], [one for one in found if one != chosen.yes]
    if {one.casefold() for one in found} <= YES | NO:
        yes = [one for one in found if one.casefold() in YES]
        return yes or ["ja"], [one for one in found if one not in yes]
    if len(found) <= 2:
        raise refused(WHICH_IS_YES.filled(**known), str(chosen.file))
    return [], []


def _rest(no: list[str]) -> object:
    return no[0] if len(no) == 1 else REST


def _listed(values: list[str]) -> str:
    return ", ".join(f"»{one}«" for one in values)


def _table(counted: Counted) -> Part:
    rows = list(zip(counted.arms, counted.counts, strict=True))
    lines = tuple(
        COUNT.filled(who=who, value=value, count=count, persons=sum(counts))
        for who, counts in rows
        for value, count in zip(counted.values, counts, strict=True)
    )
    told = [{"arm": who, "counts": counts} for who, counts in rows]
    return Part("table", TABLE, {"values": counted.values, "arms": told}, lines, warnings=counted.warnings)


def _chi_square(counted: Counted) -> Part:
    found = chi_square(counted.counts)
    corrected = () if found.corrected is None else (test(CORRECTED, found.corrected),)
    data = {"test": found.test, "corrected": found.corrected, "expected": found.expected}
    lines = (test(PLAIN, found.test), *corrected)
    return Part("chi_square", CHI_SQUARE, data, lines, found.method, found.warnings)


def _fisher(counted: Counted) -> Part:
    found = fisher(counted.counts)
    odds = () if found.odds_ratio is None else (estimate(CONDITIONAL, found.odds_ratio),)
    data = {"p": found.p, "tables": found.tables, "odds_ratio": found.odds_ratio}
    return Part(
        "fisher", FISHER, data, (EXACT.filled(p=p_in_words(found.p)), *odds), found.method, found.warnings
    )


def _difference(counted: Counted, plan: Plan | None) -> list[Part]:
    treated, control = ((counts[0], sum(counts)) for counts in counted.counts)
    found = compare_shares(treated, control)
    events = treated[0] + control[0]
    finding = Finding(found.difference, _p(counted), events)
    return [_shares(counted, found), conclusion(finding, plan)]


def _shares(counted: Counted, found: SharesCompared) -> Part:
    lines = (
        estimate(SHARE.filled(who=counted.arms[0]), found.treated, 1, times=100),
        estimate(SHARE.filled(who=counted.arms[1]), found.control, 1, times=100),
        estimate(DIFFERENCE, found.difference, 1, times=100),
        estimate(RATIO, found.ratio),
        estimate(ODDS, found.odds_ratio),
    )
    data = {
        "treated": found.treated,
        "control": found.control,
        "difference": found.difference,
        "ratio": found.ratio,
        "odds_ratio": found.odds_ratio,
    }
    return Part("shares", SHARES, data, lines, found.method, found.warnings)


def _event(chosen: argparse.Namespace, counted: Counted) -> Bools:
    if counted.event is None:
        known = {"name": chosen.outcome, "found": _listed([str(one) for one in counted.values])}
        raise refused(WHICH_IS_YES.filled(**known), str(chosen.file))
    return counted.event


def _redrawn(event: Bools, blocks: Blocks, redraw: Redraw) -> Part:
    """The difference of shares as above; only the draw is repeated in its blocks."""
    found = difference_redrawn(event, blocks, seed=redraw.seed, stratified=False, redraws=redraw.redraws)
    difference = TOLD.filled(what=DIFFERENCE, value=figure(100 * found.observed, 1))
    return redrawn(redraw, found, difference)


def _p(counted: Counted) -> float | None:
    """The p to conclude from: Fisher's where chi-square is unreliable, none where nobody or all had it."""
    try:
        approximate = chi_square(counted.counts)
        return fisher(counted.counts).p if approximate.warnings else approximate.test.p
    except InputRefused:
        return None
