"""What the extract holds: its columns, what they mean, and how many rows lack them."""

from __future__ import annotations

from dataclasses import dataclass

from sammetag.evaluation.trial.extract import Extract
from sammetag.evaluation.trial.observed import observed
from sammetag.evaluation.trial.outcomes import Measure, indicator
from sammetag.words import Words

PERSONS, OUTCOMES = Words("Personer", "Persons"), Words("Udfald", "Outcomes")
_DAYS = Words(
    "{definition} Årsag 0: det var ikke sket; 1: det skete; 2 og op: en anden slutning.",
    "{definition} Cause 0: it had not happened; 1: it happened; 2 and up: another ending.",
)
_MEANS = {
    "id": Words("Personens pseudonym, kun for dette forsøg.", "The person's pseudonym, for this trial only."),
    "draw": Words("Lodtrækningens nummer.", "The number of the draw."),
    "block": Words("Blokken, der blev trukket inden for.", "The block within which lots were drawn."),
    "drawn": Words("Gruppen, personen blev trukket til.", "The arm that the person was drawn to."),
    "received": Words(
        "Gruppen, hvis indsats personen fik; tom: ingen.",
        "The arm whose treatment the person received; empty: none.",
    ),
    "entered_on": Words(
        "Lodtrækningens dag; tiden tælles herfra.", "The day of the draw; time counts from it."
    ),
    "followed_until": Words("Sidste dag, personen blev fulgt.", "The last day that the person was followed."),
    "sex": Words("Køn.", "Sex."),
    "age": Words("Alder i hele år på lodtrækningens dag.", "Age in whole years on the day of the draw."),
    "age_group": Words(
        "Aldersgruppe, hvor alderen selv ikke er med.", "Age group, where age itself is left out."
    ),
    "excluded": Words(
        "Hvorfor personen blev udelukket efter lodtrækningen; tom: blev ikke.",
        "Why the person was excluded after the draw; empty: was not.",
    ),
    "left": Words(
        "Hvorfor personen forlod forsøget; tom: gjorde ikke.", "Why the person left; empty: did not."
    ),
    "per_protocol": Words(
        "Om intet er noteret, der bryder planen.", "Whether nothing is recorded that breaks the plan."
    ),
}
# Where empty means that nothing happened, nothing is missing.
_MAY_BE_EMPTY = ("excluded", "left", "received")


@dataclass(frozen=True, slots=True)
class Column:
    """One column: its table and name, what it means, how many rows have it, and how many lack it."""

    table: Words
    name: str
    means: Words
    known: int
    missing: int


def data_sheet(extract: Extract) -> tuple[Column, ...]:
    """Say of each column of the extract what it means, and of how many persons it is known."""
    persons = extract.persons
    of_persons = (
        _column(name, means, [getattr(one, name) for one in persons]) for name, means in _MEANS.items()
    )
    return (*of_persons, *_outcomes(extract))


def _column(name: str, means: Words, values: list[object]) -> Column:
    missing = 0 if name in _MAY_BE_EMPTY else sum(one is None or one == "" for one in values)
    return Column(PERSONS, name, means, len(values) - missing, missing)


def _outcomes(extract: Extract) -> list[Column]:
    kept = {one.id for one in extract.persons if not one.excluded}
    found = []
    for outcome in extract.protocol.outcomes:
        kind = indicator(outcome.indicator)
        if kind is None:
            continue
        known = observed(extract, outcome.indicator).keys() & kept
        means = kind.definition
        if kind.measure is Measure.TIME:
            means = _DAYS.filled(definition=kind.definition)
        found.append(Column(OUTCOMES, kind.name, means, len(known), len(kept) - len(known)))
    return found
