"""One outcome in the report: its figure, the answer to each question, and every test that was asked of it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from sammetag.evaluation.result import Estimate, Method, Undefined
from sammetag.evaluation.trial.amounts import Amount, AmountFound
from sammetag.evaluation.trial.analysis import OutcomeFound, Results
from sammetag.evaluation.trial.answers import Answered
from sammetag.evaluation.trial.arms import Arms
from sammetag.evaluation.trial.outcomes import Direction, Measure
from sammetag.evaluation.trial.samples import ESTIMANDS, TITLES
from sammetag.evaluation.trial.shares_ended import Counted
from sammetag.evaluation.trial.times import TimeFound
from sammetag.studies.report.curves import curves_figure
from sammetag.studies.report.document import Block, Cell, Paragraph, Part, Section, Table, row
from sammetag.studies.report.forest import forest_figures
from sammetag.studies.report.speech import Speech
from sammetag.studies.report.timed_rows import methods_of, timed_rows
from sammetag.words import Words

OUTCOMES = Words("Målene, et for et", "The outcomes, one by one")
HOPED = {
    (Measure.TIME, Direction.MORE): Words(
        "Man håber, at det sker for flere og før.", "One hopes that it comes to more, and sooner."
    ),
    (Measure.TIME, Direction.LESS): Words(
        "Man håber, at det sker for færre og senere.", "One hopes that it comes to fewer, and later."
    ),
    (Measure.NUMBER, Direction.MORE): Words("Man håber på flere.", "One hopes for more."),
    (Measure.NUMBER, Direction.LESS): Words("Man håber på færre.", "One hopes for fewer."),
}
PRIMARY = Words("Det er forsøgets hovedmål.", "It is the trial's primary outcome.")
FOLLOWED = Words("Hver er fulgt i højst {days} dage.", "Each is followed for {days} days at most.")
QUESTIONS = Words("Svaret på hvert spørgsmål", "The answer to each question")
QUESTION, COUNTED = Words("Spørgsmål", "Question"), Words("Personer", "Persons")
EFFECT = Words("Forskel (interval)", "Difference (interval)")
P, ADJUSTED = Words("p", "p"), Words("p, justeret", "p, adjusted")
SAYS = Words("Hvad tallene viser", "What the figures show")
MISSING = Words(
    "{question}: udfaldet er ikke kendt for {ours} og {theirs} personer; de er ikke regnet med.",
    "{question}: the outcome is not known for {ours} and {theirs} persons; they are not counted.",
)
HOW_MANY = Words("Hvor mange", "How many")
GROUP = Words("Gruppe", "Arm")
CHI, YATES, FISHER = (
    Words("Chi-i-anden {value}, p = {p}", "Chi-square {value}, p = {p}"),
    Words("med Yates' korrektion {value}, p = {p}", "with Yates's correction {value}, p = {p}"),
    Words("Fishers eksakte test, p = {p}", "Fisher's exact test, p = {p}"),
)
APART = Words("Forskel i procentpoint: {value}", "Difference in percentage points: {value}")
TIMES = Words("Test og regressioner, som trukket", "Tests and regressions, as drawn")
TEST, RESULT = Words("Test", "Test"), Words("Resultat", "Result")
AMOUNTS = Words("Tallene, som trukket", "The numbers, as drawn")
AMOUNT_HEAD = (
    GROUP,
    COUNTED,
    Words("Gennemsnit (interval)", "Mean (interval)"),
    Words("Median (kvartiler)", "Median (quartiles)"),
)
MEANS_APART = Words("Forskel i gennemsnit", "Difference of means")
WELCH, REDRAWN = (
    Words("Welchs test, p = {p}", "Welch's test, p = {p}"),
    Words("Lodtrækningen gentaget, p = {p}", "The draw repeated, p = {p}"),
)


def outcomes_section(results: Results, say: Speech) -> Section:
    """All outcomes: together in the forest plot, then one by one."""
    parts = tuple(_part(one, results.arms, say) for one in results.outcomes)
    return Section("outcomes", say(OUTCOMES), tuple(forest_figures(results, say)), parts)


def _part(found: OutcomeFound, arms: Arms, say: Speech) -> Part:
    outcome, drawn = found.outcome, found.as_drawn
    hoped = HOPED.get((found.indicator.measure, outcome.hoped))
    told = [say(found.indicator.definition), *([say(hoped)] if hoped else [])]
    if outcome.primary:
        told.insert(0, say(PRIMARY))
    if outcome.days is not None:
        told.append(say(FOLLOWED, days=outcome.days))
    blocks: list[Block] = [Paragraph(" ".join(told)), Paragraph(say(drawn.said.words), "verdict")]
    blocks += [Paragraph(say(words), "warning") for words in drawn.said.warnings]
    blocks += _found(found, arms, say)
    if any(not isinstance(one.found, Undefined) for one in found.answers):
        blocks.append(_questions(found, say))
    blocks += [Paragraph(say(one.words), "method", one.source) for one in _methods(drawn)]
    return Part(f"outcome-{found.indicator.name}", say.heading(found.indicator.title), tuple(blocks))


def _found(found: OutcomeFound, arms: Arms, say: Speech) -> Iterator[Block]:
    drawn = found.as_drawn.found
    if isinstance(drawn, Undefined):
        # The verdict says why already.
        return
    if isinstance(drawn, TimeFound):
        if isinstance(drawn.timed, Undefined):
            yield Paragraph(say(drawn.timed.why), "warning")
        else:
            yield curves_figure(found, drawn.timed, arms, say)
            rows = tuple(row(label, value) for label, value in timed_rows(drawn.timed, arms, say))
            yield Table(say(TIMES), (say(TEST), say(RESULT)), rows, say.notes(drawn.timed.not_adjusted))
        yield _counted(drawn.shares, arms, say)
    elif isinstance(drawn, AmountFound):
        yield from _amounts(drawn, arms, say)
    else:
        yield _counted(drawn, arms, say)


def _counted(found: Counted, arms: Arms, say: Speech) -> Table:
    rows = tuple(
        row(arm.title, *(say.part(count, sum(counts)) for count in counts))
        for arm, counts in ((arms.treated, found.treated), (arms.control, found.control))
    )
    head = (say(GROUP), *(say.heading(one) for one in found.labels))
    return Table(say(HOW_MANY), head, rows, tuple(_tested(found, say)))


def _tested(found: Counted, say: Speech) -> Iterator[str]:
    """The tests of a table, in lines below it."""
    if isinstance(found.shares, Undefined):
        yield say(found.shares.why)
    elif found.shares is not None:
        yield say(APART, value=say.estimate(found.shares.difference, "", 1, 100))
    if isinstance(found.chi_square, Undefined):
        yield say(found.chi_square.why)
        return
    chi = found.chi_square
    yield say(CHI, value=say.number(chi.test.statistic), p=say.p(chi.test.p))
    if chi.corrected is not None:
        yield say(YATES, value=say.number(chi.corrected.statistic), p=say.p(chi.corrected.p))
    yield (
        say(found.fisher.why) if isinstance(found.fisher, Undefined) else say(FISHER, p=say.p(found.fisher.p))
    )
    yield from (say(one) for one in chi.warnings)


def _amounts(found: AmountFound, arms: Arms, say: Speech) -> Iterator[Block]:
    # Where most have none, the means lie close to 0.
    places = 1 if found.counted is None else 2
    rows = [
        row(
            arm.title,
            str(one.persons),
            say.estimate(one.mean, arm.title, places),
            _median(one, arm.title, say),
        )
        for arm, one in ((arms.treated, found.treated), (arms.control, found.control))
    ]
    rows.append(row(say(MEANS_APART), "", say.estimate(found.difference, say(MEANS_APART), places), ""))
    tests = [say(WELCH, p=say.test(found.test, say(MEANS_APART)))]
    if isinstance(found.redrawn, Undefined):
        tests.append(say(found.redrawn.why))
    else:
        tests.append(say(REDRAWN, p=say.test(found.redrawn.test, say(AMOUNTS))))
    yield Table(say(AMOUNTS), tuple(map(say, AMOUNT_HEAD)), tuple(rows), (*tests, *say.notes()))
    if found.counted is not None:
        yield _counted(found.counted, arms, say)
    if found.any is not None:
        yield _counted(found.any, arms, say)


def _median(one: Amount, of: str, say: Speech) -> str:
    if isinstance(one.median, Undefined) or isinstance(one.quartiles, Undefined):
        return say.unknown(one.median, of) if isinstance(one.median, Undefined) else "–"
    low, high = one.quartiles
    return f"{say.number(one.median, 1)} ({say.number(low, 1)}–{say.number(high, 1)})"


def _questions(found: OutcomeFound, say: Speech) -> Table:
    asked = [one for one in found.answers if one.estimand in ESTIMANDS]
    rows = tuple(question_row(one, say) for one in asked)
    head = tuple(map(say, (QUESTION, COUNTED, EFFECT, P, ADJUSTED, SAYS)))
    return Table(say(QUESTIONS), head, rows, (*say.notes(), *_missing(asked, say)))


def question_row(one: Answered, say: Speech, name: str = "") -> tuple[Cell, ...]:
    """The answer to one question as a row: persons, effect, p, and what it says."""
    title = say(TITLES[one.estimand])
    effect: Estimate | Undefined | None = one.head.estimate
    return row(
        name or title,
        f"{one.draft.persons[0]} / {one.draft.persons[1]}",
        "–" if effect is None else say.scaled(effect, title, one.head.scale),
        say.p(one.head.p),
        say.p(one.said.adjusted_p),
        Cell(say(one.said.words)),
    )


def _missing(asked: Sequence[Answered], say: Speech) -> tuple[str, ...]:
    return tuple(
        say(
            MISSING,
            question=say(TITLES[one.estimand]),
            ours=one.draft.missing[0],
            theirs=one.draft.missing[1],
        )
        for one in asked
        if any(one.draft.missing)
    )


def _methods(drawn: Answered) -> list[Method]:
    """How the figures of an outcome came about, each method once."""
    found = drawn.found
    if isinstance(found, Undefined):
        return []
    return list(dict.fromkeys(methods_of(found)))
