"""Every outcome of a trial for one question: as drawn, as received, or per protocol."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from sammetag.evaluation.conclusion import Scale
from sammetag.evaluation.errors import InputRefused
from sammetag.evaluation.multiplicity import Adjusted, Way, adjust
from sammetag.evaluation.result import Test, Undefined
from sammetag.evaluation.trial.amounts import AmountFound, amount_found
from sammetag.evaluation.trial.arms import Arms
from sammetag.evaluation.trial.extract import Extract, Observation
from sammetag.evaluation.trial.observed import observed
from sammetag.evaluation.trial.outcomes import Indicator, Measure
from sammetag.evaluation.trial.protocol import Adjustment, Outcome
from sammetag.evaluation.trial.said import Head, Said, said
from sammetag.evaluation.trial.samples import BY_THE_DRAW, Estimand, Sample, sample
from sammetag.evaluation.trial.shares_ended import Counted, counted_by, or_why
from sammetag.evaluation.trial.times import TimeFound, head, time_found
from sammetag.words import Words

_NOBODY = Words(
    "Udtrækket siger ikke om nogen af dem, hvordan målet faldt ud.",
    "The extract says of none of them how the outcome came out.",
)
_EMPTY_ARM = Words(
    "Ingen i den ene gruppe er tilbage at sammenligne med.", "Nobody of one arm is left to compare with."
)
_NO_LABEL = Words(
    "Et udfald er i en kategori, som målet ikke har. Ret udtrækket.",
    "An observation is in a category that the outcome does not have. Correct the extract.",
)
_WAYS = {Adjustment.HOLM: Way.HOLM, Adjustment.FALSE_DISCOVERY: Way.BENJAMINI_HOCHBERG}

Found = TimeFound | AmountFound | Counted
Asked = tuple[Outcome, Indicator]


@dataclass(frozen=True, slots=True, eq=False)
class Draft:
    """One outcome for one question: of how many persons, how it came out, and the number to conclude from.

    `missing`: persons of the sample, treated and control, of whom the outcome is not known.
    """

    persons: tuple[int, int]
    missing: tuple[int, int]
    found: Found | Undefined
    head: Head


@dataclass(frozen=True, slots=True, eq=False)
class Answered:
    """A draft with what can be said of it."""

    estimand: Estimand
    draft: Draft
    said: Said

    @property
    def found(self) -> Found | Undefined:
        """How it came out."""
        return self.draft.found

    @property
    def head(self) -> Head:
        """The number that is concluded from."""
        return self.draft.head


@dataclass(frozen=True, slots=True, eq=False)
class Answers:
    """All outcomes for one question, in the order asked; `adjusted`: p among the secondary outcomes."""

    each: tuple[Answered, ...]
    adjusted: Adjusted | Undefined | None


def answers_to(extract: Extract, arms: Arms, estimand: Estimand, asked: Sequence[Asked]) -> Answers:
    """Answer every outcome for one question, p adjusted as the protocol says among the secondary ones."""
    everybody = sample(extract, arms, estimand)
    drafts = [_draft(extract, everybody, outcome, kind) for outcome, kind in asked]
    p, adjusted = _adjusted_p(extract, asked, drafts)
    each = tuple(
        Answered(
            estimand,
            draft,
            said(
                draft.head,
                outcome,
                extract.protocol,
                adjusted_p=value,
                as_drawn=estimand in BY_THE_DRAW,
                blind=extract.blind,
            ),
        )
        for (outcome, _kind), draft, value in zip(asked, drafts, p, strict=True)
    )
    return Answers(each, adjusted)


def _adjusted_p(
    extract: Extract, asked: Sequence[Asked], drafts: Sequence[Draft]
) -> tuple[list[float | None], Adjusted | Undefined | None]:
    p = [draft.head.p for draft in drafts]
    way = _WAYS.get(extract.protocol.analysis.several)
    secondary = {
        place: value for place, value in enumerate(p) if value is not None and not asked[place][0].primary
    }
    if way is None or not secondary:
        return p, None
    adjusted = or_why(lambda: adjust(list(secondary.values()), way, extract.protocol.analysis.level))
    if isinstance(adjusted, Adjusted):
        for place, value in zip(secondary, adjusted.p, strict=True):
            p[place] = value
    return p, adjusted


def _draft(extract: Extract, everybody: Sample, outcome: Outcome, kind: Indicator) -> Draft:
    seen = observed(extract, outcome.indicator)
    known = np.array([one.id in seen for one in everybody.persons], dtype=np.bool_)
    kept = everybody.among(known)
    rows = [seen[one.id] for one in kept.persons]
    sizes, all_sizes = kept.sizes(), everybody.sizes()
    missing = all_sizes[0] - sizes[0], all_sizes[1] - sizes[1]
    if not min(sizes):
        found: Found | Undefined = Undefined(_EMPTY_ARM if sum(sizes) else _NOBODY)
    else:
        found = or_why(lambda: _found(extract, kept, rows, kind))
    return Draft(sizes, missing, found, _head(found, kind))


def _found(extract: Extract, kept: Sample, rows: list[Observation], kind: Indicator) -> Found:
    if kind.measure is Measure.TIME:
        days = [(one.value, one.cause) for one in rows]
        return time_found(extract, kept, days, competing=bool(kind.ends_by), name=kind.name)
    values = [one.value for one in rows]
    if kind.measure is Measure.NUMBER:
        return amount_found(extract, kept, values, counts=kind.counts, name=kind.name)
    labels = np.array([-1 if one is None else one for one in values])
    if not np.isin(labels, np.arange(len(kind.labels))).all():
        raise InputRefused(_NO_LABEL, "a label that is not there")
    return counted_by(labels.astype(np.int64), kept.treated, kind.labels)


def _head(found: Found | Undefined, kind: Indicator) -> Head:
    """Times by the hazard ratio, or by shares where no day is known; few counts by who had any."""
    if isinstance(found, Undefined):
        return Head(found, None, Scale.RATIO if kind.measure is Measure.TIME else Scale.POINTS)
    if isinstance(found, TimeFound):
        if isinstance(found.timed, Undefined):
            return _of_shares(found.shares)
        ratio, p = head(found.timed)
        return Head(ratio, p, Scale.RATIO, found.shares.treated[0] + found.shares.control[0])
    if isinstance(found, Counted):
        return Head(None, found.p, Scale.SHARES)
    if found.any is not None:
        return _of_shares(found.any)
    redrawn = None if isinstance(found.redrawn, Undefined) else found.redrawn.test
    test = redrawn if isinstance(redrawn, Test) else found.test
    return Head(found.difference, test.p if isinstance(test, Test) else None, Scale.DAYS)


def _of_shares(counted: Counted) -> Head:
    shares = counted.shares
    difference = Undefined(_NOBODY) if shares is None else shares
    events = counted.treated[0] + counted.control[0]
    if isinstance(difference, Undefined):
        return Head(difference, counted.p, Scale.SHARES, events)
    return Head(difference.difference, counted.p, Scale.SHARES, events)
