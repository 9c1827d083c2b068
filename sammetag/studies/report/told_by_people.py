"""What people said: the programme theory round by round, the interviews, and quotations."""

from __future__ import annotations

from sammetag.evaluation.trial.analysis import Results
from sammetag.evaluation.trial.arms import Arms
from sammetag.evaluation.trial.extract import ElementSeen, RoundSeen
from sammetag.evaluation.trial.outcomes import indicator
from sammetag.studies.report import hidden
from sammetag.studies.report.document import Block, Cell, Paragraph, Part, Quote, Section, Table, row
from sammetag.studies.report.speech import NONE, Speech
from sammetag.words import Words

INSIDE = Words("Hvad der skete indeni", "What went on inside")
THEORY = Words("Programteorien, runde for runde", "The programme theory, round by round")
NO_THEORY = Words("Der er ikke skrevet en programteori.", "No programme theory was written.")
ELEMENT, ASSUMPTION = Words("Element", "Element"), Words("Antagelse", "Assumption")
ROUND = Words("{round}, {arm}", "{round}, {arm}")
NEVER, LEFT_ALONE = "never", Words("Ikke set efter", "Not looked at")
STATES = {
    "planned": Words("Planlagt", "Planned"),
    "practised": Words("I praksis", "In practice"),
    "partly": Words("Delvist i praksis", "Partly in practice"),
    NEVER: Words("Ikke i praksis", "Not in practice"),
}
STATE = Words("{state}. {seen}", "{state}. {seen}")
MEASURED = Words("{assumption} Måles ved: {indicator}.", "{assumption} Measured by: {indicator}.")
SIDES = {
    "organisation": Words("{title} (organisation)", "{title} (organisation)"),
    "citizen": Words("{title} (borger)", "{title} (citizen)"),
}
INTERVIEWS = Words("Interview", "Interviews")
NO_INTERVIEWS = Words("Der er ikke holdt interview.", "No interviews were held.")
ROLE, ALL = Words("Rolle", "Role"), Words("I alt", "In all")
HELD = Words("{held} af {agreed}", "{held} of {agreed}")
HELD_NOTE = Words(
    "Holdt af dem, der sagde ja. Valgt af: {chosen}. Holdt af: {holders}.",
    "Held, of those who agreed. Chosen by: {chosen}. Held by: {holders}.",
)
QUOTATIONS, NO_QUOTATIONS = (
    Words("Med deres egne ord", "In their own words"),
    Words("Der er ingen citater.", "There are no quotations."),
)
BY = Words("{role}, {round}", "{role}, {round}")
BY_ARM = Words("{role}, {round}, {arm}", "{role}, {round}, {arm}")


def inside_section(results: Results, say: Speech) -> Section:
    """What people did and said."""
    parts = (
        Part("theory", say(THEORY), (_theory(results, say),)),
        Part("interviews", say(INTERVIEWS), (_interviews(results, say),)),
        Part("quotations", say(QUOTATIONS), _quotations(results, say)),
    )
    return Section("inside", say(INSIDE), (), parts)


def _theory(results: Results, say: Speech) -> Block:
    """Elements by rounds and arms; what was never practised stands out."""
    elements = results.extract.theory
    if not elements:
        return Paragraph(say(NO_THEORY))
    places = sorted({(one.round, one.arm) for element in elements for one in element.rounds})
    head = (
        say(ELEMENT),
        say(ASSUMPTION),
        *(say(ROUND, round=name, arm=results.arms.title(arm)) for name, arm in places),
    )
    rows = []
    for element in elements:
        seen = {(one.round, one.arm): one for one in element.rounds}
        title = say(SIDES[element.side], title=element.title) if element.side in SIDES else element.title
        rows.append(
            (Cell(title), Cell(_assumption(element, say)), *(_seen(seen.get(at), say) for at in places))
        )
    notes = hidden.hidden_notes(hidden.ROUNDS, results.extract.hidden.rounds, say)
    return Table(say(THEORY), head, tuple(rows), notes)


def _assumption(element: ElementSeen, say: Speech) -> str:
    measured = indicator(element.indicator) if element.indicator else None
    if measured is None:
        return element.assumption
    return say(MEASURED, assumption=element.assumption, indicator=measured.title)


def _seen(one: RoundSeen | None, say: Speech) -> Cell:
    if one is None:
        return Cell(say(LEFT_ALONE))
    state = say(STATES[one.state]) if one.state in STATES else one.state
    return Cell(say(STATE, state=state, seen=one.words).strip(), strong=one.state == NEVER)


def _interviews(results: Results, say: Speech) -> Block:
    held = results.extract.interviews
    if not held:
        return Paragraph(say(NO_INTERVIEWS))
    places = sorted({(one.round, one.arm or "") for one in held})
    head = (say(ROLE), *(_place(name, arm, results.arms, say) for name, arm in places), say(ALL))
    rows = []
    for role in dict.fromkeys(one.role for one in held):
        cells = []
        for place in (*places, None):
            some = [one for one in held if one.role == role and place in ((one.round, one.arm or ""), None)]
            sums = sum(one.held for one in some), sum(one.agreed for one in some)
            cells.append(say(HELD, held=sums[0], agreed=sums[1]) if some else NONE)
        rows.append(row(role, *cells))
    note = say(
        HELD_NOTE,
        chosen=", ".join(sorted({one.chosen_by for one in held if one.chosen_by})) or NONE,
        holders=", ".join(sorted({one.held_by for one in held if one.held_by})) or NONE,
    )
    notes = hidden.hidden_notes(hidden.INTERVIEWS, results.extract.hidden.interviews, say)
    return Table(say(INTERVIEWS), head, tuple(rows), (note, *notes))


def _place(name: str, arm: str, arms: Arms, say: Speech) -> str:
    return say(ROUND, round=name, arm=arms.title(arm)) if arm else name


def _quotations(results: Results, say: Speech) -> tuple[Block, ...]:
    blocks: list[Block] = []
    for theme in dict.fromkeys(one.theme for one in results.extract.quotations):
        if theme:
            blocks.append(Paragraph(theme, "theme"))
        for one in results.extract.quotations:
            if one.theme == theme:
                arm = results.arms.title(one.arm) if one.arm else ""
                words = BY_ARM if arm else BY
                blocks.append(Quote(one.words, say(words, role=one.role, round=one.round, arm=arm)))
    count = results.extract.hidden.quotations
    blocks += [Paragraph(words) for words in hidden.hidden_notes(hidden.QUOTATIONS, count, say)]
    return tuple(blocks) or (Paragraph(say(NO_QUOTATIONS)),)
