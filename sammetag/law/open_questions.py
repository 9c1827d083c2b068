"""What the law leaves open for people who go on under the old rules, and how a municipality has read it.

A question stands here where no text that was read settles it. When one does: end the question's period, and
write the rule. A municipality's own reading is recorded beside the law and never changes a rule here.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from sammetag.law.answer import Source
from sammetag.law.errors import LawError
from sammetag.law.open_questions_words import (
    BOTH_SENTENCES,
    CHOOSE_QUESTION,
    CHOOSE_READING,
    QUESTIONS,
    REASON_MISSING,
)
from sammetag.law.period import Period
from sammetag.law.registry import BOOK
from sammetag.law.schemes import FLEKSJOB, JOBAFKLARINGSFORLOEB, RESSOURCEFORLOEB, scheme_name
from sammetag.words import Words

CLOSING = date(2026, 2, 1)
CONTACT_LOOSENED = date(2026, 7, 1)
OLD = (RESSOURCEFORLOEB,)
BOTH = (RESSOURCEFORLOEB, JOBAFKLARINGSFORLOEB)
TRANSITION = Source("LOV 1750/2025", "§ 21", "LOV nr. 1750 af 29. december 2025")
GUIDANCE = Source("VEJ 9117/2026", "hele vejledningen", "VEJ 9117 af 16. januar 2026")
TEAM_ORDER = Source("BEK om rehabiliteringsplan m.v.", "§§ 1 og 16", "BEK 47/2026")
FINANCING = Source(
    "Lov om kommunernes finansiering af visse offentlige ydelser", "§§ 3 og 5", "LBK 221/2021, LOV 1750/2025"
)
STAR_ANSWERS = Source("STAR, spørgsmål og svar", "nr. 4", "aftalen om bedre ressourceforløb")


@dataclass(frozen=True, slots=True)
class Reading:
    """One way in which an open question can be read, and what follows from it."""

    name: str
    text: Words


@dataclass(frozen=True, slots=True)
class OpenQuestion:
    """A question that no text read here settles.

    `asks` says what is open and what the rules here do meanwhile; `depends_on` where the answer must stand.
    `period`: the days on which it is open. `topics`: the names of the rules that it touches.
    """

    name: str
    title: Words
    asks: Words
    depends_on: tuple[Source, ...]
    schemes: tuple[str, ...]
    period: Period
    topics: tuple[str, ...]
    readings: tuple[Reading, ...]


class NoSuchReading(LawError):
    """What a municipality wants to record is no reading of an open question, or has no reason."""


@dataclass(frozen=True, slots=True)
class LocalReading:
    """How a municipality has read an open question: both named, why, and from which day it reads it so.

    Raises NoSuchReading for a question or a reading that does not exist, and for a missing reason.
    """

    question: str
    reading: str
    reason: str
    decided_on: date

    def __post_init__(self) -> None:
        """Refuse what nobody could understand later."""
        question = question_named(self.question)
        names = [one.name for one in question.readings]
        if self.reading not in names:
            sentence = CHOOSE_READING.filled(
                reading=self.reading, title=question.title, known=", ".join(names)
            )
            raise NoSuchReading(sentence, f"{self.question} has no reading {self.reading!r}")
        if not self.reason.strip():
            sentence = REASON_MISSING.filled(title=question.title)
            raise NoSuchReading(sentence, f"the reading of {self.question} has no reason")


def open_questions(*, scheme: str, on: date) -> tuple[OpenQuestion, ...]:
    """Give what is open for a scheme on a day, in the order a case meets it; raises UnknownScheme."""
    scheme_name(scheme)
    return tuple(one for one in OPEN_QUESTIONS if scheme in one.schemes and one.period.contains(on))


def questions_about(*topics: str, days: Period, scheme: str | None = None) -> tuple[OpenQuestion, ...]:
    """Give those that touch any of these rules on some of the days, for one scheme or for all of them.

    Rules are told by their names; one that the scheme does not have is not asked about. Raises UnknownScheme.
    """
    about = [name for name in topics if scheme is None or _has(scheme, name)]
    return tuple(
        one
        for one in OPEN_QUESTIONS
        if one.period.overlaps(days)
        and not set(about).isdisjoint(one.topics)
        and (scheme is None or scheme in one.schemes)
    )


def _has(scheme: str, name: str) -> bool:
    scheme_name(scheme)
    topic = BOOK.topic_named(name)
    return topic is not None and bool(BOOK.periods(topic, scheme))


def question_named(name: str) -> OpenQuestion:
    """Give the question of that name; raises NoSuchReading with the names there are."""
    for question in OPEN_QUESTIONS:
        if question.name == name:
            return question
    known = ", ".join(one.name for one in OPEN_QUESTIONS)
    raise NoSuchReading(CHOOSE_QUESTION.filled(name=name, known=known), f"no open question {name!r}")


def reading_of(question: str, readings: Iterable[LocalReading], on: date) -> LocalReading | None:
    """Give the reading that the municipality goes by on a day: the last one decided by then.

    None where none was decided, and on days when the question is not open. Of two decided on one day the one
    handed in last counts. Raises NoSuchReading for a question that does not exist.
    """
    if not question_named(question).period.contains(on):
        return None
    decided = [one for one in readings if one.question == question and one.decided_on <= on]
    in_order = sorted(decided, key=lambda one: one.decided_on)
    return in_order[-1] if in_order else None


def _question(
    name: str,
    *depends_on: Source,
    topics: tuple[str, ...],
    schemes: tuple[str, ...] = OLD,
    days: Period,
) -> OpenQuestion:
    told = QUESTIONS[name]
    readings = tuple(Reading(one, text) for one, text in told.readings.items())
    asks = BOTH_SENTENCES.filled(asks=told.asks, meanwhile=told.meanwhile)
    return OpenQuestion(name, told.title, asks, depends_on, schemes, days, topics, readings)


OPEN_QUESTIONS = (
    _question(
        "six-month-details", TRANSITION, GUIDANCE, TEAM_ORDER, topics=("guarantee",), days=Period(CLOSING)
    ),
    _question(
        "resubmission-team", TRANSITION, GUIDANCE, TEAM_ORDER, topics=("guarantee",), days=Period(CLOSING)
    ),
    _question("repeated-passivity", STAR_ANSWERS, topics=("guarantee",), days=Period(date(2022, 1, 1))),
    _question(
        "six-month-plan", TRANSITION, GUIDANCE, TEAM_ORDER, topics=("plan.ahead",), days=Period(CLOSING)
    ),
    _question(
        "job-broker-in-plan",
        TRANSITION,
        GUIDANCE,
        TEAM_ORDER,
        topics=("job.broker", "plan.ahead"),
        days=Period(CLOSING),
    ),
    _question("team-recommendation", TRANSITION, GUIDANCE, topics=("team.decision",), days=Period(CLOSING)),
    _question(
        "long-grants",
        Source("LOV 1160/2021", "ikrafttræden og overgang", "Bedre ressourceforløb m.v."),
        topics=("programme.length",),
        days=Period(date(2022, 1, 1)),
    ),
    _question("extension", TRANSITION, GUIDANCE, topics=("programme.length",), days=Period(CLOSING)),
    _question(
        "further-programme",
        TRANSITION,
        GUIDANCE,
        topics=("programme.length", "target.group"),
        days=Period(CLOSING),
    ),
    _question(
        "no-decision-at-the-end",
        TRANSITION,
        Source("Ankestyrelsen", "principafgørelse 82-16", "ast.dk 2017"),
        topics=("programme.length", "benefit.month"),
        days=Period(CLOSING),
    ),
    _question(
        "rates-2026",
        Source("LOV 630/2024", "§ 3", "LOV 630/2024"),
        Source("LAS", "§ 109", "LBK 1004/2025"),
        topics=("benefit.rate", "benefit.month", "sanction"),
        days=Period(date(2026, 1, 1), date(2026, 12, 31)),
    ),
    _question(
        "benefit-refund", TRANSITION, FINANCING, topics=("reimbursement.benefit",), days=Period(CLOSING)
    ),
    _question(
        "programme-refund", TRANSITION, GUIDANCE, topics=("reimbursement.programme",), days=Period(CLOSING)
    ),
    _question(
        "contact-since-july",
        TRANSITION,
        Source("LAB", "§§ 31-33 og ny § 32 a", "LBK 280/2024, ændret ved LOV 1750/2025"),
        topics=("talks.due", "talks.form", "mentor.period"),
        schemes=BOTH,
        days=Period(CONTACT_LOOSENED),
    ),
    _question(
        "end-of-the-team",
        TRANSITION,
        TEAM_ORDER,
        topics=("clarification.team", "clarification.long_term", "plan.ahead", "team.decision", "guarantee"),
        schemes=(*BOTH, FLEKSJOB),
        days=Period(CONTACT_LOOSENED),
    ),
)
