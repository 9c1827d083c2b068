"""The tests and regressions of an outcome over time, as rows; and the methods they came about by."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from sammetag.evaluation.cox import Cox
from sammetag.evaluation.fine_gray import Effect as FineGrayEffect
from sammetag.evaluation.fine_gray import FineGray
from sammetag.evaluation.result import Method, Undefined
from sammetag.evaluation.trial.amounts import AmountFound
from sammetag.evaluation.trial.arms import Arms
from sammetag.evaluation.trial.covariates import ARM
from sammetag.evaluation.trial.shares_ended import Counted
from sammetag.evaluation.trial.times import Timed, TimeFound
from sammetag.studies.report.reasons import label
from sammetag.studies.report.speech import Speech
from sammetag.words import Words

MEDIAN = Words("Median i dage, {arm}", "Median in days, {arm}")
LOGRANK, GRAY = Words("Log-rank, p", "Log-rank, p"), Words("Grays test, p", "Gray's test, p")
INCIDENCE = Words(
    "Forskel i procentpoint efter {days} dage (andre afslutninger medregnet)",
    "Difference in percentage points after {days} days (other endings allowed for)",
)
PLAIN, COX = (
    Words("Hazard ratio, ujusteret", "Hazard ratio, unadjusted"),
    Words("Hazard ratio, justeret: {name}", "Hazard ratio, adjusted: {name}"),
)
FINE_GRAY = Words("Subhazard ratio (Fine-Gray): {name}", "Subhazard ratio (Fine-Gray): {name}")
PROPORTIONAL = Words("Er hazard ratio den samme hele vejen? p", "Is the hazard ratio the same all along? p")
MEAN = Words("Dage uden hændelsen inden for {days}, {arm}", "Days without the event within {days}, {arm}")
MEANS = Words("Forskel i dage inden for {days}", "Difference in days within {days}")
REDRAWN = Words("Lodtrækningen gentaget, p", "The draw repeated, p")
NAMES = {
    ARM: Words("gruppen", "the arm"),
    "age": Words("alder (år)", "age (years)"),
    "sex": Words("køn", "sex"),
    "draw-date": Words("lodtrækningens dag (år)", "the day of the draw (years)"),
}
NAMED = Words("{name}: {label}", "{name}: {label}")


def timed_rows(timed: Timed, arms: Arms, say: Speech) -> Iterator[tuple[str, str]]:
    """Every test and regression with its result; what cannot be worked out leaves a note."""
    for arm, one in ((arms.treated, timed.treated), (arms.control, timed.control)):
        yield _told(say(MEDIAN, arm=arm.title), one.free.median, say, 0)
    yield _tested(LOGRANK, timed.logrank, say)
    if timed.competing:
        yield _tested(GRAY, timed.gray, say)
        days = say.number(timed.tau, 0)
        title = say(INCIDENCE, days=days)
        found = timed.incidence
        told = found if isinstance(found, Undefined) else found.difference
        yield title, say.estimate(told, title, 1, 100)
    yield from _ratios(timed, say)
    yield _tested(PROPORTIONAL, timed.proportional, say)
    if not timed.competing:
        yield from _means(timed, arms, say)
    yield _tested(REDRAWN, timed.redrawn, say)


def methods_of(found: TimeFound | AmountFound | Counted) -> Iterator[Method]:
    """The methods of all that could be worked out, in the order of the rows."""
    results: list[Any]
    if isinstance(found, TimeFound):
        timed = found.timed
        shares = found.shares
        results = [] if isinstance(timed, Undefined) else _results(timed)
        results += [shares.shares, shares.chi_square, shares.fisher]
    elif isinstance(found, AmountFound):
        results = [found, found.redrawn]
        for counted in (found.counted, found.any):
            results += [counted.shares, counted.chi_square, counted.fisher] if counted else []
    else:
        results = [found.chi_square, found.fisher]
    for one in results:
        if one is not None and not isinstance(one, Undefined):
            yield one.method


def _results(timed: Timed) -> list[Any]:
    ended = timed.treated.ended if timed.competing else None
    return [
        timed.treated.free,
        ended,
        timed.logrank,
        timed.gray,
        timed.cox,
        timed.fine_gray,
        timed.proportional,
        timed.means,
        timed.redrawn,
    ]


def _ratios(timed: Timed, say: Speech) -> Iterator[tuple[str, str]]:
    plain = timed.cox_plain
    told = plain if isinstance(plain, Undefined) else plain.effects[ARM]
    yield _told(say(PLAIN), told if isinstance(told, Undefined) else told.hazard_ratio, say)
    yield from _effects(COX, timed.cox, say)
    if timed.competing:
        yield from _effects(FINE_GRAY, timed.fine_gray, say)


def _effects(what: Words, found: Cox | FineGray | Undefined, say: Speech) -> Iterator[tuple[str, str]]:
    if isinstance(found, Undefined):
        yield _told(say(what, name=say(NAMES[ARM])), found, say)
        return
    for name, effect in found.effects.items():
        title = say(what, name=_named(name, say))
        if isinstance(effect, Undefined):
            yield _told(title, effect, say)
            continue
        ratio = effect.ratio if isinstance(effect, FineGrayEffect) else effect.hazard_ratio
        yield title, f"{say.estimate(ratio, title)}; p {say.test(effect.wald, title)}"


def _named(name: str, say: Speech) -> str:
    column, _equals, value = name.partition("=")
    known = say(NAMES[column]) if column in NAMES else column
    return say(NAMED, name=known, label=label(value, say)) if value else known


def _means(timed: Timed, arms: Arms, say: Speech) -> Iterator[tuple[str, str]]:
    days, found = say.number(timed.tau, 0), timed.means
    if isinstance(found, Undefined):
        yield _told(say(MEANS, days=days), found, say, 0)
        return
    for arm, one in ((arms.treated, found.treated), (arms.control, found.control)):
        yield _told(say(MEAN, days=days, arm=arm.title), one.mean, say, 0)
    title = say(MEANS, days=days)
    yield title, f"{say.estimate(found.difference, title, 0)}; p {say.test(found.difference_test, title)}"


def _told(title: str, found: Any, say: Speech, places: int = 2) -> tuple[str, str]:
    return title, say.estimate(found, title, places)


def _tested(what: Words, found: Any, say: Speech) -> tuple[str, str]:
    """A test by itself, or that of what holds one."""
    title = say(what)
    if isinstance(found, Undefined):
        return title, say.unknown(found, title)
    return title, say.test(found.together if hasattr(found, "together") else found.test, title)
