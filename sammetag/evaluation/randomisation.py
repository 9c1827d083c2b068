"""Could the draw alone have made this difference? Answered by drawing again, as it was drawn, many times.

The test assumes nothing of how outcomes are distributed, only that the arms were drawn in these blocks. Each
statistic is linear: a score for each person, added up over the treated. So a redraw is one pass over the
persons, and its mean and spread over all possible draws are known without drawing.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from scipy.special import betaln

from sammetag.evaluation.arrays import Bools, Floats, Ints, floats, require_length
from sammetag.evaluation.errors import InputRefused
from sammetag.evaluation.figures import whole
from sammetag.evaluation.followed import Followed
from sammetag.evaluation.groups import STRATUM, WITHIN_STRATA, events_of, grouped, two_arms
from sammetag.evaluation.result import Method, Test, Undefined
from sammetag.words import Words, together

REDRAWS = 100_000
# So many redraws at a time: what they need stays in the processor's cache. Part of what a seed means.
CHUNK = 4_000
# Where there are fewer possible draws, the result says how small p can be at all.
FEW_DRAWS = 1_000
# Sums of the same scores in another order differ by less than this share of their spread.
ROUNDING = 1e-9

_BLOCK = Words("blokken", "the block")
_OUTCOME = Words("målet", "the outcome")
_RATIO = Words(
    "Forholdet mellem grupperne skal være to hele tal fra 1.",
    "The ratio of the arms must be two whole numbers from 1.",
)
_NO_REDRAWS = Words("Der skal trækkes om mindst én gang.", "There must be at least one redraw.")
_ALL_ALIKE = Words(
    "Ingen lodtrækning kan skille grupperne: alle er ens, eller hver blok har kun én gruppe.",
    "No draw can part the arms: everybody is alike, or each block has one arm only.",
)
_FEW = Words(
    "Der er kun {possible} mulige lodtrækninger, så p kan ikke komme under 1 ud af {possible}.",
    "There are only {possible} possible draws, so p cannot come below 1 in {possible}.",
)
_METHOD = Words(
    "Lodtrækningen er gentaget {redraws} gange i de samme blokke. p er andelen af lodtrækninger, der skiller "
    "grupperne mindst så meget som den virkelige.",
    "The draw was repeated {redraws} times in the same blocks. p is the share of draws that part the arms at "
    "least as much as the real one.",
)
_SOURCE = (
    "Rosenberger & Lachin (2016), Randomization in Clinical Trials, 2nd ed., ch. 6; "
    "Phipson & Smyth (2010), Stat Appl Genet Mol Biol 9:39"
)
_LOG_RANK = Words(
    "De skilles ad med log-rank: hændelser blandt de behandlede ud over dem, der var at vente.",
    "They are parted by the log-rank: events among the treated beyond those to be expected.",
)
_MEANS = Words(
    "De skilles ad med forskellen i gennemsnit (i andele, hvor målet er ja eller nej).",
    "They are parted by the difference of means (of shares, where the outcome is yes or no).",
)
_WITHIN = Words("Der sammenlignes kun inden for blokkene.", "Only within the blocks is compared.")


@dataclass(frozen=True, eq=False)
class Blocks:
    """Who was treated, in which block they were drawn, and in what ratio (treated to control).

    A ratio of None is not known, for instance to whoever is blind: each block keeps the seats it has.

    `treated` (true or false) and `block` (a text or a whole number) have one value a person. Raises
    InputRefused where one is missing, with its row, where the lengths differ and where an arm is empty.
    """

    treated: Bools
    block: Ints
    ratio: tuple[int, int] | None

    def __init__(
        self, treated: object, block: Iterable[object], ratio: tuple[int, int] | None = (1, 1)
    ) -> None:
        """Number the blocks from 0 in the order of their names."""
        names = list(block)
        arms = two_arms(treated, len(names))
        codes = grouped(names, _BLOCK, len(names)).index
        if not all(isinstance(share, int) and share >= 1 for share in ratio or ()):
            raise InputRefused(_RATIO, f"a ratio of {ratio}")
        object.__setattr__(self, "treated", arms)
        object.__setattr__(self, "block", codes)
        object.__setattr__(self, "ratio", ratio)

    @property
    def sizes(self) -> Ints:
        """Give the persons of each block."""
        return np.bincount(self.block)

    def seats(self, extra_seat: bool) -> tuple[Ints, Floats]:
        """Give the seats of the treated in each block, and the chance that there is one more.

        The chance is above 0 only where the ratio does not divide the block and the recorded seats are as the
        draw could have left them; else, without `extra_seat` or a ratio, a block keeps the seats it has.
        """
        recorded = np.bincount(self.block, weights=self.treated).astype(np.int64)
        if self.ratio is None:
            return recorded, np.zeros(len(recorded))
        total = sum(self.ratio)
        sure, over = np.divmod(self.sizes * self.ratio[0], total)
        drawn = extra_seat & (over > 0) & ((recorded == sure) | (recorded == sure + 1))
        return np.where(drawn, sure, recorded), np.where(drawn, over / total, 0.0)


@dataclass(frozen=True, slots=True)
class Redrawn:
    """What came of drawing again.

    `observed`: the difference as it was, treated less control (log-rank: events beyond those expected).
    `test`: its distance from the mean of all possible draws in their standard deviations, and p (two-sided).
    `error`: the Monte Carlo standard error of p. `extreme` of `redraws` were at least as far out.
    `possible`: how many draws there could have been, as a power of ten.
    """

    observed: float
    test: Test | Undefined
    error: float
    extreme: int
    redraws: int
    possible: float
    method: Method
    warnings: tuple[Words, ...]


def log_rank_redrawn(
    followed: Followed,
    blocks: Blocks,
    *,
    seed: int,
    cause: int | None = None,
    stratified: bool = True,
    strata: Iterable[object] | None = None,
    redraws: int = REDRAWS,
    extra_seat: bool = True,
) -> Redrawn:
    """Say whether the draw alone could have parted the times to an event of the two arms so far.

    `cause`: the ending that is the event, others count as censored; any ending where it is None.
    `stratified`: those at risk are compared within their block, or within `strata`, one a person, where they
    are told. `extra_seat`: which arm gets the extra seat of an odd block is drawn anew too. Raises
    InputRefused where the lengths differ and where nobody had the event. Source: the log-rank as a linear
    rank test (Kalbfleisch & Prentice 2002, ch. 7) under the draw (Rosenberger & Lachin 2016, ch. 6).
    """
    require_length(followed.time, _OUTCOME, len(blocks.treated))
    groups, words = _compared_within(blocks, stratified=stratified, strata=strata)
    scores = log_rank_scores(followed, cause=cause, groups=groups)
    observed = float(scores[blocks.treated].sum())
    return _redrawn(scores, blocks, observed, words, seed=seed, redraws=redraws, extra_seat=extra_seat)


def difference_redrawn(
    values: Sequence[float] | Floats | Bools,
    blocks: Blocks,
    *,
    seed: int,
    stratified: bool = True,
    redraws: int = REDRAWS,
    extra_seat: bool = True,
) -> Redrawn:
    """Say whether the draw alone could have parted the means of the two arms so far; shares for yes and no.

    `values`: one number, or True and False, for each person. `stratified`: the difference is the mean of the
    blocks' differences, weighted by what each tells. Raises InputRefused for a missing value, with its row.
    """
    values = floats(values, _OUTCOME, len(blocks.treated))
    groups = blocks.block if stratified else np.zeros_like(blocks.block)
    sizes, treated = np.bincount(groups), np.bincount(groups, weights=blocks.treated)
    scores = values - (np.bincount(groups, weights=values) / sizes)[groups]
    told = float((treated * (sizes - treated) / sizes).sum())
    observed = float(scores[blocks.treated].sum()) / told if told else 0.0
    words = together(_MEANS, _WITHIN) if stratified else _MEANS
    return _redrawn(scores, blocks, observed, words, seed=seed, redraws=redraws, extra_seat=extra_seat)


def log_rank_scores(followed: Followed, *, cause: int | None = None, groups: Ints | None = None) -> Floats:
    """Give each person's log-rank score: 1 for an event, less the hazard they have lived through.

    Added up over an arm, they are its events beyond those expected. The hazard (Nelson and Aalen's) is that
    of all persons, or of each of the `groups` by itself. Raises InputRefused where nobody had the event.
    """
    event = events_of(followed, cause)
    if groups is None:
        return _scores(followed.time, event, followed.entry)
    scores = np.empty(len(followed))
    for group in np.unique(groups):
        own = groups == group
        entry = None if followed.entry is None else followed.entry[own]
        scores[own] = _scores(followed.time[own], event[own], entry)
    return scores


def redraws_of(
    scores: Floats, blocks: Blocks, *, seed: int, redraws: int = REDRAWS, extra_seat: bool = True
) -> Floats:
    """Give the sum of the scores over the treated, once for each redraw within the blocks."""
    chance = np.random.Generator(np.random.PCG64(seed))
    in_blocks = [scores[blocks.block == block] for block in range(len(blocks.sizes))]
    sure, extra = blocks.seats(extra_seat)
    sums = np.zeros(redraws)
    for start in range(0, redraws, CHUNK):
        part = sums[start : start + CHUNK]
        for block, of_block in enumerate(in_blocks):
            seats = sure[block] + (chance.random(len(part)) < extra[block])
            for score, taken in zip(of_block, seated(chance, len(of_block), seats), strict=True):
                part += score * taken
    return sums


def seated(chance: np.random.Generator, persons: int, seats: Ints) -> Iterator[Bools]:
    """Give, person by person, whether they get a seat, once for each number of seats; all ways as likely.

    Selection sampling: Knuth, The Art of Computer Programming, vol. 2, 3.4.2, algorithm S.
    """
    left = seats.astype(np.float64)
    for waiting in range(persons, 0, -1):
        taken = chance.random(len(left)) * waiting < left
        left -= taken
        yield taken


def _scores(time: Floats, event: Bools, entry: Floats | None) -> Floats:
    """The scores of persons who are compared with each other."""
    times = np.unique(time[event])
    died = np.searchsorted(np.sort(time[event]), times, side="right")
    events = np.diff(died, prepend=0)
    at_risk = len(time) - np.searchsorted(np.sort(time), times, side="left")
    if entry is not None:
        at_risk -= len(entry) - np.searchsorted(np.sort(entry), times, side="left")
    hazard = np.concatenate([[0.0], np.cumsum(events / at_risk)])
    lived = hazard[np.searchsorted(times, time, side="right")]
    if entry is not None:
        lived -= hazard[np.searchsorted(times, entry, side="right")]
    return np.asarray(event - lived)


def _compared_within(
    blocks: Blocks, *, stratified: bool, strata: Iterable[object] | None
) -> tuple[Ints | None, Words]:
    """The groups that the log-rank compares within, if any, and what is said of them."""
    if not stratified:
        return None, _LOG_RANK
    if strata is None:
        return blocks.block, together(_LOG_RANK, _WITHIN)
    own = grouped(list(strata), STRATUM, len(blocks.treated)).index
    return own, together(_LOG_RANK, WITHIN_STRATA)


def _redrawn(
    scores: Floats,
    blocks: Blocks,
    observed: float,
    words: Words,
    *,
    seed: int,
    redraws: int,
    extra_seat: bool,
) -> Redrawn:
    if redraws < 1:
        raise InputRefused(_NO_REDRAWS, f"{redraws} redraws")
    possible = _possible(blocks, extra_seat)
    method = Method(together(_METHOD.filled(redraws=whole(redraws)), words), _SOURCE)
    mean, spread = _all_draws(scores, blocks, extra_seat)
    if spread <= ROUNDING * np.abs(scores).sum():
        return Redrawn(observed, Undefined(_ALL_ALIKE), 0.0, redraws, redraws, possible, method, ())
    far = float(scores[blocks.treated].sum()) - mean
    sums = redraws_of(scores, blocks, seed=seed, redraws=redraws, extra_seat=extra_seat)
    extreme = int(np.count_nonzero(np.abs(sums - mean) >= abs(far) - ROUNDING * spread))
    p = (1 + extreme) / (1 + redraws)
    error = float(np.sqrt(p * (1 - p) / redraws))
    test = Test(far / spread, p)
    return Redrawn(observed, test, error, extreme, redraws, possible, method, _warnings(possible))


def _all_draws(scores: Floats, blocks: Blocks, extra_seat: bool) -> tuple[float, float]:
    """The mean and the standard deviation of the statistic over all possible draws."""
    sizes, (sure, extra) = blocks.sizes, blocks.seats(extra_seat)
    average = np.bincount(blocks.block, weights=scores) / sizes
    squares = np.bincount(blocks.block, weights=(scores - average[blocks.block]) ** 2)
    both = (1 - extra) * sure * (sizes - sure) + extra * (sure + 1) * (sizes - sure - 1)
    within = both * squares / (sizes * np.maximum(sizes - 1, 1))
    between = extra * (1 - extra) * average**2
    return float(((sure + extra) * average).sum()), float(np.sqrt((within + between).sum()))


def _possible(blocks: Blocks, extra_seat: bool) -> float:
    """How many draws there could have been, as a power of ten."""
    sure, extra = blocks.seats(extra_seat)
    # As many ways to choose k or k + 1 of n as to choose k + 1 of n + 1.
    persons, seats = blocks.sizes + (extra > 0), sure + (extra > 0)
    ways = -np.log(persons + 1) - betaln(persons - seats + 1, seats + 1)
    return float(ways.sum() / np.log(10))


def _warnings(possible: float) -> tuple[Words, ...]:
    return (_FEW.filled(possible=round(10**possible)),) if possible < np.log10(FEW_DRAWS) else ()
