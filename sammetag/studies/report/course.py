"""How the trial went: who left, who got what, swaps, deviations, and what else changed meanwhile."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from sammetag.evaluation.result import Estimate, Undefined
from sammetag.evaluation.shares import SharesCompared
from sammetag.evaluation.trial.analysis import Results
from sammetag.evaluation.trial.mixing import Mixing
from sammetag.evaluation.trial.samples import EXPLAINED, OF_SWAPS, TITLES, Estimand
from sammetag.evaluation.trial.shares_ended import Counted
from sammetag.studies.report.document import Block, Cell, Paragraph, Part, Section, Table, row, words_row
from sammetag.studies.report.hidden import CHANGES, hidden_notes
from sammetag.studies.report.outcome_section import ADJUSTED, COUNTED, EFFECT, SAYS, P, question_row
from sammetag.studies.report.reasons import kind_got, reason
from sammetag.studies.report.speech import NONE, Speech
from sammetag.studies.report.time_line import time_line
from sammetag.words import Words

COURSE = Words("Hvordan det gik", "How it went")
LEAVING, MIXING = Words("Hvem der faldt fra", "Who fell away"), Words("Hvem der fik hvad", "Who got what")
LEFT, EXCLUDED, EITHER = (
    Words("Forlod forsøget", "Left the trial"),
    Words("Udelukket efter lodtrækningen", "Excluded after the draw"),
    Words("Enten eller", "Either of them"),
)
WHAT, APART = Words("Hvad", "What"), Words("Forskel i procentpoint", "Difference in percentage points")
P_OF = Words("p", "p")
CROSSED, NOTHING = (
    Words("Fik en anden gruppes indsats", "Received another arm's treatment"),
    Words("Fik ingen af delene", "Received neither"),
)
DAYS = Words("{part}, i snit {days} dage", "{part}, {days} days on average")
ONE_DAY = Words("{part}, i snit 1 dag", "{part}, 1 day on average")
SWAPPED, SWAPPED_BLOCKS = (
    Words("Ombyttede lodtrækninger", "Swapped draws"),
    Words(
        "Der blev byttet om i blok {blocks}. Svaret som trukket er forsøgets; de andre viser, hvad "
        "ombytningen betyder.",
        "Arms were swapped in block {blocks}. The answer as drawn is the trial's; the others show what the "
        "swap does.",
    ),
)
OUTCOME = Words("Mål", "Outcome")
NAMED = Words("{outcome}: {question}", "{outcome}: {question}")
DEVIATIONS, NO_DEVIATIONS = (
    Words("Afvigelser", "Deviations"),
    Words("Der er ikke noteret nogen afvigelser.", "No deviations are recorded."),
)
DAY, KIND, TOLD = Words("Dag", "Day"), Words("Slags", "Kind"), Words("Hvad der skete", "What happened")
ABOUT, OF_DRAW = Words("Om", "About"), Words("lodtrækning {number}", "draw {number}")
CONTEXT = Words("Hvad der ellers ændrede sig", "What else changed")
NO_CONTEXT = Words("Der er ikke noteret noget.", "Nothing is recorded.")
SINCE, UNTIL, ARMS, ALL_ARMS = (
    Words("Fra", "From"),
    Words("Til", "Until"),
    Words("Grupper", "Arms"),
    Words("alle", "all"),
)
AMENDMENTS, NO_AMENDMENTS = (
    Words("Ændringer af planen", "Amendments to the plan"),
    Words("Planen er ikke ændret, siden den blev låst.", "The plan was not changed after it was frozen."),
)
CHANGE, WHY = Words("Ændring", "Change"), Words("Hvorfor", "Why")


def course_section(results: Results, say: Speech) -> Section:
    """What happened to the persons and to the plan while the trial ran."""
    parts = [
        Part("leaving", say(LEAVING), (_leaving(results, say),)),
        Part("mixing", say(MIXING), (_mixing(results, say),)),
        Part("deviations", say(DEVIATIONS), (_deviations(results, say),)),
        Part("context", say(CONTEXT), (_context(results, say),)),
        Part("amendments", say(AMENDMENTS), (_amendments(results, say),)),
    ]
    if results.swapped:
        parts.insert(2, Part("swapped", say(SWAPPED), _swapped(results, say)))
    return Section("course", say(COURSE), (), tuple(parts))


def _leaving(results: Results, say: Speech) -> Block:
    found = results.leaving
    if isinstance(found, Undefined):
        return Paragraph(say(found.why), "warning")
    rows = (
        _lost(LEFT, found.left, say),
        _lost(EXCLUDED, found.excluded, say),
        _lost(EITHER, found.either, say),
    )
    return Table(say(LEAVING), _head(results, say, APART, P_OF), rows, say.notes())


def _lost(what: Words, counted: Counted, say: Speech) -> tuple[Cell, ...]:
    label, shares = say(what), counted.shares
    apart = NONE if shares is None else say.estimate(_difference(shares), label, 1, 100)
    ours, theirs = (say.part(counts[0], sum(counts)) for counts in (counted.treated, counted.control))
    return row(label, ours, theirs, apart, say.p(counted.p))


def _difference(shares: SharesCompared | Undefined) -> Estimate | Undefined:
    return shares if isinstance(shares, Undefined) else shares.difference


def _mixing(results: Results, say: Speech) -> Table:
    found = results.mixing
    rows = [
        row(say(CROSSED), *_parts(found.crossed, found, say)),
        row(say(NOTHING), *_parts(found.nothing, found, say)),
    ]
    for kind in found.kinds:
        counts = _parts((kind.treated, kind.control), found, say)
        days = (kind.treated_days, kind.control_days)
        told = (
            part if mean is None else _days(part, mean, say) for part, mean in zip(counts, days, strict=True)
        )
        rows.append(row(kind_got(kind.kind, say), *told))
    return Table(say(MIXING), _head(results, say), tuple(rows))


def _days(part: str, mean: float, say: Speech) -> str:
    days = say.number(mean, 0)
    return say(ONE_DAY if days == "1" else DAYS, part=part, days=days)


def _parts(counts: tuple[int, int], found: Mixing, say: Speech) -> list[str]:
    return [say.part(count, of) for count, of in zip(counts, found.persons, strict=True)]


def _head(results: Results, say: Speech, *more: Words) -> tuple[str, ...]:
    return (say(WHAT), results.arms.treated.title, results.arms.control.title, *map(say, more))


def _swapped(results: Results, say: Speech) -> tuple[Block, ...]:
    rows = tuple(
        question_row(
            answer,
            say,
            say(NAMED, outcome=say.heading(one.indicator.title), question=say(TITLES[answer.estimand])),
        )
        for one in results.outcomes
        for answer in one.answers
        if answer.estimand in (Estimand.AS_DRAWN, *OF_SWAPS)
    )
    head = tuple(map(say, (OUTCOME, COUNTED, EFFECT, P, ADJUSTED, SAYS)))
    return (
        Paragraph(say(SWAPPED_BLOCKS, blocks=", ".join(results.swapped))),
        Table(say(SWAPPED), head, rows, (*say.notes(), *(say(EXPLAINED[one]) for one in OF_SWAPS))),
    )


def _deviations(results: Results, say: Speech) -> Block:
    rows = tuple(
        words_row(
            say.day(one.on),
            reason(one.kind, say),
            one.person or (say(OF_DRAW, number=one.draw) if one.draw is not None else NONE),
            one.words,
        )
        for one in sorted(results.extract.deviations, key=lambda one: one.on)
    )
    return _table_or(DEVIATIONS, (DAY, KIND, ABOUT, TOLD), rows, NO_DEVIATIONS, say=say)


def _context(results: Results, say: Speech) -> Block:
    def day(one: date | None) -> str:
        return NONE if one is None else say.day(one)

    rows = tuple(
        words_row(
            day(one.since),
            day(one.until),
            ", ".join(map(results.arms.title, one.arms)) or say(ALL_ARMS),
            one.words,
        )
        for one in sorted(results.extract.context, key=lambda one: one.since)
    )
    head = tuple(map(say, (SINCE, UNTIL, ARMS, TOLD)))
    notes = hidden_notes(CHANGES, results.extract.hidden.context, say)
    if not rows and not notes:
        notes = (say(NO_CONTEXT),)
    return time_line(results, Table(say(CONTEXT), head, rows, notes), say)


def _amendments(results: Results, say: Speech) -> Block:
    rows = tuple(
        words_row(say.day(one.on), one.what, one.why)
        for one in sorted(results.extract.amendments, key=lambda one: one.on)
    )
    return _table_or(AMENDMENTS, (DAY, CHANGE, WHY), rows, NO_AMENDMENTS, say=say)


def _table_or(
    caption: Words, head: Sequence[Words], rows: tuple[tuple[Cell, ...], ...], empty: Words, *, say: Speech
) -> Block:
    return Table(say(caption), tuple(map(say, head)), rows) if rows else Paragraph(say(empty))
