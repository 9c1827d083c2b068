"""What the report rests on: the questions and the method, the columns of the data, and the fingerprints."""

from __future__ import annotations

from datetime import datetime

from django.utils import timezone

from sammetag.evaluation.trial.analysis import Results
from sammetag.evaluation.trial.covariates import NAMES
from sammetag.evaluation.trial.data_sheet import data_sheet
from sammetag.evaluation.trial.protocol import Adjustment
from sammetag.evaluation.trial.report_data import fingerprints
from sammetag.evaluation.trial.samples import ESTIMANDS, EXPLAINED, TITLES
from sammetag.studies.report.document import Cell, Part, Section, Table, row, words_row
from sammetag.studies.report.speech import NONE, Speech
from sammetag.words import Words

SOURCES = Words("Metode og data", "Method and data")
QUESTIONS = Words("De tre spørgsmål", "The three questions")
PLAN = Words("Analysen, som den var planlagt", "The analysis, as it was planned")
WHAT, SAYS = Words("Hvad", "What"), Words("Hvordan", "How")
LEVEL, ADJUSTED = Words("Niveau", "Level"), Words("Justeret for", "Adjusted for")
WITHIN, TIES, SEVERAL, SIZE = (
    Words("Sammenlignes inden for blokke", "Compared within blocks"),
    Words("Hændelser samme dag", "Events on the same day"),
    Words("Flere mål", "Several outcomes"),
    Words("Størrelse", "Size"),
)
YES, NO = Words("ja", "yes"), Words("nej", "no")
WAYS = {
    Adjustment.HOLM: Words("Holms metode", "Holm's method"),
    Adjustment.FALSE_DISCOVERY: Words("Benjamini og Hochbergs metode", "Benjamini and Hochberg's method"),
    Adjustment.NONE: Words("p er ikke justeret", "p is not adjusted"),
}
PLANNED = Words(
    "{persons} personer: {control} % i kontrol mod {treatment} % i indsats, styrke {power}",
    "{persons} persons: {control}% in control against {treatment}% in the treatment, power {power}",
)
SHEET = Words("Datablad", "Data sheet")
SHEET_HEAD = (
    Words("Kolonne", "Column"),
    Words("Tabel", "Table"),
    Words("Hvad den betyder", "What it means"),
    Words("Kendt", "Known"),
    Words("Mangler", "Missing"),
)
PRINTS = Words("Aftryk", "Fingerprints")
PRINTS_NOTE = Words(
    "SHA-256. Den, der har udtrækket, kan regne hele rapporten efter og få de samme tal.",
    "SHA-256. Whoever has the extract can work the whole report out again and get the same numbers.",
)
PRINTED = {
    "extract": Words("Udtrækket", "The extract"),
    "protocol": Words("Protokollen i udtrækket", "The protocol in the extract"),
    "frozen": Words("Protokollen, da den blev låst", "The protocol when it was frozen"),
    "frozen_at": Words("Låst", "Frozen"),
    "commitment": Words("Lodtrækningens løfte", "The promise of the draw"),
}
MOMENT = Words("{day} kl. {clock}", "{day} at {clock}")
SOFTWARE = Words("Program", "Software")


def sources_section(results: Results, say: Speech, *, software: str) -> Section:
    """All that one needs to work it out again."""
    questions = tuple(words_row(say(TITLES[one]), say(EXPLAINED[one])) for one in ESTIMANDS)
    head = (say(WHAT), say(SAYS))
    parts = (
        Part("questions", say(QUESTIONS), (Table(say(QUESTIONS), head, questions),)),
        Part("plan", say(PLAN), (_plan(results, say),)),
        Part("data-sheet", say(SHEET), (_sheet(results, say),)),
        Part("fingerprints", say(PRINTS), (_prints(results, say, software=software),)),
    )
    return Section("sources", say(SOURCES), (), parts)


def _plan(results: Results, say: Speech) -> Table:
    plan = results.extract.protocol
    analysis, size = plan.analysis, plan.size
    rows = [
        words_row(say(LEVEL), f"{say.number(100 * analysis.level, 0)} %"),
        words_row(say(ADJUSTED), ", ".join(say(NAMES[one]) for one in analysis.covariates) or NONE),
        words_row(say(WITHIN), say(YES if analysis.within_blocks else NO)),
        words_row(say(TIES), analysis.ties.capitalize()),
        words_row(say(SEVERAL), say(WAYS[analysis.several])),
    ]
    if size is not None:
        told = say(
            PLANNED,
            persons=size.persons,
            control=say.number(100 * size.control, 0),
            treatment=say.number(100 * size.treatment, 0),
            power=say.number(size.power),
        )
        rows.append(words_row(say(SIZE), told))
    return Table(say(PLAN), (say(WHAT), say(SAYS)), tuple(rows))


def _sheet(results: Results, say: Speech) -> Table:
    rows = tuple(
        row(one.name, Cell(say(one.table)), Cell(say(one.means)), str(one.known), str(one.missing))
        for one in data_sheet(results.extract)
    )
    return Table(say(SHEET), tuple(map(say, SHEET_HEAD)), rows)


def _prints(results: Results, say: Speech, *, software: str) -> Table:
    found = fingerprints(results)
    found = found | {"frozen_at": _moment(str(found["frozen_at"] or ""), say)}
    rows = tuple(words_row(say(words), found[name] or NONE) for name, words in PRINTED.items())
    named = words_row(say(SOFTWARE), f"Sammetag {software}")
    return Table(say(PRINTS), (say(WHAT), "SHA-256"), (*rows, named), (say(PRINTS_NOTE),))


def _moment(text: str, say: Speech) -> str:
    """A moment as people write it; what is no moment stands as it was written."""
    try:
        moment = datetime.fromisoformat(text)
    except ValueError:
        return text
    here = timezone.localtime(moment) if timezone.is_aware(moment) else moment
    sign = "." if say.language == "da" else ":"
    return say(MOMENT, day=say.day(here.date()), clock=f"{here.hour}{sign}{here:%M}")
