"""Where each rule and number stands in the law book: by what it is about."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from sammetag.law import BOOK, Number, Topic, Words
from sammetag.law.numbers import FILES, all_numbers, numbers_in


@dataclass(frozen=True)
class Shelf:
    """One part of the book. `topics` are names of rules or how they begin; `files` hold its numbers.

    `plainly` is what it is called to citizens, where its title is a word of those who work here.
    """

    key: str
    title: Words
    topics: tuple[str, ...] = ()
    files: tuple[str, ...] = ()
    plainly: Words | None = None


SHELVES = (
    Shelf(
        "who",
        Words("Hvem ordningen er for", "Whom the scheme is for"),
        ("target.",),
        ("target_group.yaml",),
    ),
    Shelf(
        "programme",
        Words("Forløb, plan og indsatser", "Programme, plan and interventions"),
        ("programme.", "plan.", "guarantee", "mentor.", "health.", "job.", "team.", "suspensions"),
        ("duration.yaml", "plan_ahead.yaml", "guarantee.yaml", "mentor_period.yaml"),
    ),
    Shelf("talks", Words("Samtaler", "Talks"), ("talks.",), ("talks.yaml", "form.yaml")),
    Shelf(
        "clarification",
        Words("Jobafklaring", "Job clarification"),
        ("clarification.team", "clarification."),
        ("clarification.yaml",),
    ),
    Shelf(
        "flexi-job", Words("Fleksjob", "Flexi-jobs"), ("flexi_job.grant", "flexi_job."), ("flexi_job.yaml",)
    ),
    Shelf(
        "benefit",
        Words("Ydelsen til borgeren", "The benefit of the citizen"),
        ("benefit.rate", "benefit."),
        ("benefit.yaml", "benefit_earnings.yaml", "benefit_regulation.yaml"),
        Words("Din ydelse", "Your benefit"),
    ),
    Shelf(
        "sanction",
        Words("Sanktioner", "Sanctions"),
        ("sanction",),
        ("sanction.yaml",),
        Words("Når der kan trækkes i ydelsen", "When the benefit can be cut"),
    ),
    Shelf(
        "decisions",
        Words("Afgørelser og klager", "Decisions and complaints"),
        ("administrative.hearing", "administrative.letter", "administrative.complaint", "administrative."),
        ("administrative.yaml",),
    ),
    Shelf(
        "reimbursement",
        Words("Statens refusion til kommunen", "The state's reimbursement to the municipality"),
        ("reimbursement.",),
        ("reimbursement.yaml",),
        Words("Hvem der betaler", "Who pays"),
    ),
)
# What is new in the rulebook and has not been put anywhere yet is not lost.
OTHER = Shelf("other", Words("Andre regler og tal", "Other rules and numbers"))


def numbers_named(name: str) -> tuple[Number, ...]:
    """Give all versions of the number of that name, the oldest first; none where there is no such number."""
    return _numbers().get(name, ())


def shelf_of(name: str) -> Shelf:
    """Give the part of the book in which a rule or a number stands."""
    if name in _topics():
        return next((one for one in SHELVES if name.startswith(one.topics)), OTHER)
    return next((one for one in SHELVES if _file_of().get(name) in one.files), OTHER)


@cache
def topics_on(shelf: Shelf) -> tuple[Topic, ...]:
    """Give the rules of one part of the book, in the order in which it names them."""
    found = [topic for topic in _topics().values() if shelf_of(topic.name) == shelf]
    return tuple(sorted(found, key=lambda topic: _place(topic.name, shelf.topics)))


@cache
def number_names_on(shelf: Shelf) -> tuple[str, ...]:
    """Give the names of the numbers of one part of the book, in the order in which they are written down."""
    return tuple(name for name in _file_of() if shelf_of(name) == shelf)


@cache
def _topics() -> dict[str, Topic]:
    """Every rule by its name, in their order: the rulebook does not change while the program runs."""
    return {topic.name: topic for topic in BOOK.topics()}


@cache
def _numbers() -> dict[str, tuple[Number, ...]]:
    """All versions of each number by its name, the oldest first."""
    found: dict[str, list[Number]] = {}
    for one in sorted(all_numbers(), key=lambda one: (one.period.first, one.schemes)):
        found.setdefault(one.name, []).append(one)
    return {name: tuple(some) for name, some in found.items()}


@cache
def _file_of() -> dict[str, str]:
    """The file of each number, by name, in the order of the shelves and files."""
    files = [file for shelf in SHELVES for file in shelf.files]
    known = [file for file in files if file in FILES]
    others = [file for file in FILES if file not in files]
    return {one.name: file for file in (*known, *others) for one in numbers_in(file)}


def _place(name: str, begins: tuple[str, ...]) -> int:
    return next((place for place, begin in enumerate(begins) if name.startswith(begin)), len(begins))
