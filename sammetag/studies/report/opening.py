"""How the report begins: the question, what can be concluded, and who came into each arm."""

from __future__ import annotations

from sammetag.evaluation.balance import Balance, NumberRow, Spread
from sammetag.evaluation.result import Undefined
from sammetag.evaluation.trial.analysis import Results
from sammetag.evaluation.trial.said import planned_method
from sammetag.studies.report.document import Block, Cell, Items, Paragraph, Section, Table, row, words_row
from sammetag.studies.report.flow_chart import flow_figure
from sammetag.studies.report.reasons import label
from sammetag.studies.report.speech import Speech
from sammetag.words import Words

ANSWER, QUESTION = Words("Svaret", "The answer"), Words("Spørgsmålet", "The question")
POPULATION, TRIAL = Words("Hvem", "Who"), Words("Forsøget", "The trial")
WHAT, IN_WORDS = Words("Hvad", "What"), Words("Med ord", "In words")
SECONDARY = Words("De andre mål", "The other outcomes")
OUTCOME, SAYS = Words("Mål", "Outcome"), Words("Hvad tallene viser", "What the figures show")
P, ADJUSTED = Words("p", "p"), Words("p, justeret", "p, adjusted")
NO_PRIMARY = Words(
    "Protokollen har intet hovedmål, så forsøget har intet hovedsvar.",
    "The protocol has no primary outcome, so the trial has no main answer.",
)
NEVER_FROZEN = Words(
    "Planen blev aldrig låst før lodtrækningen. Læs svarene som et fingerpeg.",
    "The plan was never frozen before the draw. Read the answers as a hint.",
)
BLIND = Words(
    "Rapporten er blind: grupperne hedder A og B, og hvem der fik hvad, er endnu skjult.",
    "The report is blind: the arms are called A and B, and who received what is still hidden.",
)
APART = Words(
    "Tallene går ikke op. Ret udtrækket, før rapporten bruges.",
    "The numbers do not add up. Correct the extract before the report is used.",
)
FLOW, BALANCE = (
    Words("Fra liste til tal", "From list to figures"),
    Words("Hvem der kom i hver gruppe", "Who came into each arm"),
)
MOST_LEVELS = 12
MEAN = Words("{name}, gennemsnit (spredning)", "{name}, mean (deviation)")
SHARE = Words("{name}: {label}", "{name}: {label}")
DIFFERENCE = Words("Standardiseret forskel", "Standardised difference")
TOGETHER = Words("{name}, alle sammen", "{name}, all together")
CHARACTERISTIC = Words("Kendetegn", "Characteristic")
DRAWS = Words("Lodtrækningerne", "The draws")
DRAW_HEAD = (
    Words("Lodtrækning", "Draw"),
    Words("Dag", "Day"),
    Words("Blok", "Block"),
    Words("På listen", "Listed"),
    Words("Afvist", "Refused"),
    Words("Trukket", "Drawn"),
)
EXTRA = Words("{number}, ekstra", "{number}, extra")


def answer_section(results: Results, say: Speech) -> Section:
    """What the trial asked, and what it can say."""
    plan = results.extract.protocol
    blocks: list[Block] = []
    if results.flow.disagreements:
        blocks += [
            Paragraph(say(APART), "warning"),
            Items(tuple(say(one) for one in results.flow.disagreements)),
        ]
    if results.extract.blind:
        blocks.append(Paragraph(say(BLIND), "warning"))
    if not results.extract.frozen_sha256:
        blocks.append(Paragraph(say(NEVER_FROZEN), "warning"))
    blocks += _primary(results, say)
    rows = (
        words_row(say(QUESTION), plan.question),
        words_row(say(POPULATION), plan.population),
        *(words_row(arm.title, arm.description or "–") for arm in results.arms.every),
    )
    blocks.append(Table(say(TRIAL), (say(WHAT), say(IN_WORDS)), rows))
    if other := [one for one in results.outcomes if not one.outcome.primary]:
        rows = tuple(
            words_row(
                say.heading(one.indicator.title),
                say(one.as_drawn.said.words),
                Cell(say.p(one.as_drawn.head.p), number=True),
                Cell(say.p(one.as_drawn.said.adjusted_p), number=True),
            )
            for one in other
        )
        blocks.append(Table(say(SECONDARY), tuple(map(say, (OUTCOME, SAYS, P, ADJUSTED))), rows))
    if results.adjusted is not None and not isinstance(results.adjusted, Undefined):
        method = results.adjusted.method
        blocks.append(Paragraph(say(method.words), "method", method.source))
    return Section("answer", say(ANSWER), tuple(blocks))


def _primary(results: Results, say: Speech) -> list[Block]:
    blocks: list[Block] = []
    for one in results.outcomes:
        if one.outcome.primary:
            blocks.append(
                Paragraph(f"{say.heading(one.indicator.title)}. {say(one.as_drawn.said.words)}", "verdict")
            )
            blocks += [Paragraph(say(words), "warning") for words in one.as_drawn.said.warnings]
    planned = planned_method(results.extract.protocol)
    if planned is not None:
        blocks.append(Paragraph(say(planned.words), "method", planned.source))
    return blocks or [Paragraph(say(NO_PRIMARY), "warning")]


def flow_section(results: Results, say: Speech) -> Section:
    """What became of everybody, draw by draw."""
    rows = tuple(
        row(
            say(EXTRA, number=one.number) if one.extra else str(one.number),
            Cell(say.day(one.on)),
            Cell(one.block),
            str(one.listed),
            str(sum(count for _why, count in one.refused)),
            str(sum(person.draw == one.number for person in results.extract.persons)),
        )
        for one in results.extract.draws
    )
    method = results.flow.method
    return Section(
        "flow",
        say(FLOW),
        (
            flow_figure(results, say),
            Table(say(DRAWS), tuple(map(say, DRAW_HEAD)), rows),
            Paragraph(say(method.words), "method", method.source),
        ),
    )


def balance_section(results: Results, say: Speech) -> Section:
    """Who came into each arm."""
    found = results.balance
    if isinstance(found, Undefined):
        return Section("balance", say(BALANCE), (Paragraph(say(found.why), "warning"),))
    arms = results.arms
    head = (
        say(CHARACTERISTIC),
        f"{arms.treated.title} (n = {found.treated})",
        f"{arms.control.title} (n = {found.control})",
        say(DIFFERENCE),
    )
    table = Table(say(BALANCE), head, tuple(_balance_rows(found, say)), say.notes(found.warnings))
    return Section(
        "balance", say(BALANCE), (table, Paragraph(say(found.method.words), "method", found.method.source))
    )


def _balance_rows(found: Balance, say: Speech) -> list[tuple[Cell, ...]]:
    rows = []
    for one in found.rows:
        name = say(one.name)
        if isinstance(one, NumberRow):
            both = (_spread(spread, name, say) for spread in (one.treated, one.control))
            rows.append(row(say(MEAN, name=name), *both, _apart(one.difference, name, say)))
            continue
        rows.append(row(say(TOGETHER, name=name), "", "", _apart(one.difference, name, say)))
        # Dozens of blocks, alike by the draw itself, would bury what can differ.
        for level in one.levels if len(one.levels) <= MOST_LEVELS else ():
            named = say(SHARE, name=name, label=label(level.label, say))
            ours, theirs = (sum(getattr(each, arm) for each in one.levels) for arm in ("treated", "control"))
            rows.append(
                row(
                    named,
                    say.part(level.treated, ours),
                    say.part(level.control, theirs),
                    _apart(level.difference, named, say),
                )
            )
    return rows


def _spread(spread: Spread, name: str, say: Speech) -> str:
    told = [_apart(one, name, say, 1) for one in (spread.mean, spread.deviation)]
    return f"{told[0]} ({told[1]})"


def _apart(found: float | Undefined, of: str, say: Speech, places: int = 2) -> str:
    return say.unknown(found, of) if isinstance(found, Undefined) else say.number(found, places)
