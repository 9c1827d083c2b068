"""What was suspended because of COVID-19 from March 2020 to January 2022: which duty, on which day, how far.

Each version is one order (BEK), or the part of its time that was read equally well. To change the law: add a
dated version below and its examples to `tests/law/suspensions_examples.yaml`. The limit of four weeks for the
team in job clarification was suspended longer: `clarification.py`.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date

from sammetag.law import suspensions_words as words
from sammetag.law.answer import (
    Answer,
    Asked,
    Book,
    ChosenBy,
    Confidence,
    Finding,
    Reason,
    ReasonKind,
    Source,
    Topic,
)
from sammetag.law.errors import NotInForce
from sammetag.law.period import DAY
from sammetag.law.registry import BOOK
from sammetag.law.rule import closed, rule
from sammetag.law.schemes import JOBAFKLARINGSFORLOEB, RESSOURCEFORLOEB
from sammetag.law.suspensions_facts import SuspendedActivity, Suspension, SuspensionFacts, SuspensionState
from sammetag.words import Words

__all__ = [
    "SuspendedActivity",
    "Suspension",
    "SuspensionFacts",
    "SuspensionState",
    "suspension",
    "warnings_of",
]

SUSPENSIONS = Topic("suspensions", words.SUSPENSIONS_TITLE, ChosenBy.DAY)
BEGAN, NORMAL_AGAIN = date(2020, 3, 20), date(2022, 2, 1)
BOTH = (RESSOURCEFORLOEB, JOBAFKLARINGSFORLOEB)
ORDER = "BEK om suspension af beskæftigelsesindsatsen"

_Act, _State = SuspendedActivity, SuspensionState
_Table = Mapping[SuspendedActivity, tuple[SuspensionState, Words]]

EVERYTHING: _Table = {
    _Act.TALK: (_State.SUSPENDED, words.TALKS_SUSPENDED),
    _Act.PLAN: (_State.SUSPENDED, words.PLAN_SUSPENDED),
    _Act.OFFER_11: (_State.SUSPENDED, words.WORKPLACE_SUSPENDED),
    _Act.OFFER_12: (_State.SUSPENDED, words.WORKPLACE_SUSPENDED),
    _Act.OFFER_13: (_State.SUSPENDED, words.WORKPLACE_SUSPENDED),
    _Act.OFFER_14: (_State.SUSPENDED, words.GUIDANCE_SUSPENDED),
    _Act.OFFER_91: (_State.SUSPENDED, words.GUIDANCE_SUSPENDED),
    _Act.MENTOR: (_State.SUSPENDED, words.MENTOR_SUSPENDED),
    _Act.TEAM_MEETING: (_State.SUSPENDED, words.TEAM_SUSPENDED),
    _Act.SANCTION: (_State.SUSPENDED, words.GROUND_FOR_ALL),
}
EAST: _Table = {
    _Act.TALK: (_State.FORM, words.TALKS_AT_A_DISTANCE),
    _Act.OFFER_11: (_State.PARTLY, words.WORKPLACE_EAST),
    _Act.OFFER_12: (_State.PARTLY, words.WORKPLACE_EAST),
    _Act.OFFER_13: (_State.PARTLY, words.COMMUNITY_EAST),
    _Act.OFFER_14: (_State.PARTLY, words.GUIDANCE_EAST),
    _Act.OFFER_91: (_State.PARTLY, words.GUIDANCE_EAST),
    _Act.MENTOR: (_State.PARTLY, words.MENTOR_EAST),
    _Act.TEAM_MEETING: (_State.PARTLY, words.TEAM_EAST),
    _Act.SANCTION: (_State.PARTLY, words.GROUND_EAST),
}
TALKS_AND_MEETINGS: _Table = {
    _Act.TALK: (_State.FORM, words.TALK_FORM_FREE),
    _Act.TEAM_MEETING: (_State.FORM, words.TEAM_FORM_FREE),
}
FORM_ONLY: _Table = {**TALKS_AND_MEETINGS, _Act.SANCTION: (_State.FORM, words.GROUND_FOR_FORM)}
OFFERS_CLOSED: _Table = {
    **TALKS_AND_MEETINGS,
    _Act.OFFER_11: (_State.PARTLY, words.WORKPLACE_BY_CONSENT),
    _Act.OFFER_12: (_State.PARTLY, words.WORKPLACE_BY_CONSENT),
    _Act.OFFER_13: (_State.SUSPENDED, words.COMMUNITY_CLOSED),
    _Act.OFFER_91: (_State.PARTLY, words.GUIDANCE_DIGITAL),
    _Act.SANCTION: (_State.PARTLY, words.GROUND_FOR_OFFERS),
}
SOME_OFFERS_CLOSED: _Table = {
    **TALKS_AND_MEETINGS,
    _Act.OFFER_13: (_State.PARTLY, words.COMMUNITY_AT_RISK),
    _Act.OFFER_91: (_State.PARTLY, words.GUIDANCE_AT_RISK),
    _Act.SANCTION: (_State.PARTLY, words.GROUND_SPRING),
}


def suspension(facts: SuspensionFacts, on: date, *, book: Book = BOOK) -> Answer[Suspension]:
    """Say how far a duty held on a day of the COVID-19 time, and under which order.

    Raises UnknownScheme, and NotInForce outside 20 March 2020 to 31 January 2022 and for flexi-jobs.
    Source: BEK 245, 686, 867, 1398 and 2050/2020; BEK 113, 646, 885, 1251, 1576 and 2464/2021; BEK 38/2022.
    """
    return book.ask(SUSPENSIONS, facts, scheme=facts.scheme, granted_on=on, on=on)


def warnings_of(facts: SuspensionFacts, days: Iterable[date], *, book: Book = BOOK) -> tuple[Reason, ...]:
    """Give a warning for each order under which the duty did not hold as usual on one of the days."""
    found: dict[date, Reason] = {}
    for day in sorted(day for day in days if BEGAN <= day < NORMAL_AGAIN):
        try:
            answer = suspension(facts, day, book=book)
        except NotInForce:
            continue
        if answer.value.state is not SuspensionState.IN_FORCE:
            (told,) = answer.reasons
            period = answer.value.period
            text = words.WARNED.filled(first=period.first, last=period.last, rule=told.text)
            found[period.first] = Reason(text, ReasonKind.WARNING, told.source)
    return tuple(found.values())


@rule(
    SUSPENSIONS,
    schemes=BOTH,
    first=BEGAN,
    last=date(2020, 5, 26),
    source=Source(ORDER, "§ 1, stk. 1, § 2 og § 3, stk. 3", "BEK 245/2020, ophævet ved BEK 686/2020"),
    confidence=Confidence.MEDIUM,
    note=words.NOTE_2020,
)
def everything(facts: SuspensionFacts, asked: Asked) -> Finding[Suspension]:
    """Suspend the whole effort, and give everyone a reasonable ground."""
    return _finding(facts, asked, EVERYTHING)


@rule(
    SUSPENSIONS,
    schemes=BOTH,
    first=date(2020, 5, 27),
    last=date(2020, 6, 14),
    source=Source(ORDER, "§§ 2-5 (øst) og §§ 11-13 (vest)", "BEK 686/2020"),
    confidence=Confidence.HIGH,
)
def more_in_the_east(facts: SuspensionFacts, asked: Asked) -> Finding[Suspension]:
    """Free the form alone in the west of the country, and suspend much of the effort in the east."""
    if facts.eastern is not None:
        return _finding(facts, asked, EAST if facts.eastern else FORM_ONLY)
    return _finding(facts, asked, dict.fromkeys(EAST, (_State.UNKNOWN, words.ASK_REGION)))


@rule(
    SUSPENSIONS,
    schemes=BOTH,
    first=date(2021, 5, 16),
    last=date(2021, 7, 31),
    source=Source(ORDER, "§§ 1-3", "BEK 885, 1251 og 1576/2021"),
    confidence=Confidence.HIGH,
)
@rule(
    SUSPENSIONS,
    schemes=BOTH,
    first=date(2020, 10, 1),
    last=date(2020, 12, 19),
    source=Source(ORDER, "§§ 1-3", "BEK 1398/2020"),
    confidence=Confidence.MEDIUM,
    note=words.NOTE_AUTUMN_2020,
)
@rule(
    SUSPENSIONS,
    schemes=BOTH,
    first=date(2020, 6, 15),
    last=date(2020, 9, 30),
    source=Source(ORDER, "§§ 1-3", "BEK 867/2020"),
    confidence=Confidence.HIGH,
)
def form_of_talks_and_meetings(facts: SuspensionFacts, asked: Asked) -> Finding[Suspension]:
    """Let every duty hold, but let the jobcentre choose the form of talks and meetings."""
    return _finding(facts, asked, FORM_ONLY)


@rule(
    SUSPENSIONS,
    schemes=BOTH,
    first=date(2021, 3, 1),
    last=date(2021, 4, 14),
    source=Source(ORDER, "§§ 1-3", "BEK 113/2021, forlænget"),
    confidence=Confidence.MEDIUM,
    note=words.NOTE_MARCH_2021,
)
@rule(
    SUSPENSIONS,
    schemes=BOTH,
    first=date(2021, 2, 1),
    last=date(2021, 2, 28),
    source=Source(ORDER, "§§ 1-3", "BEK 113/2021"),
    confidence=Confidence.HIGH,
)
@rule(
    SUSPENSIONS,
    schemes=BOTH,
    first=date(2020, 12, 20),
    last=date(2021, 1, 31),
    source=Source(ORDER, "§§ 1-3", "BEK 1398/2020, ændret ved BEK 2050/2020"),
    confidence=Confidence.MEDIUM,
    note=words.NOTE_DECEMBER_2020,
)
def most_offers(facts: SuspensionFacts, asked: Asked) -> Finding[Suspension]:
    """Close offers but for those at a distance and by consent, and free the form of talks and meetings."""
    return _finding(facts, asked, OFFERS_CLOSED)


@rule(
    SUSPENSIONS,
    schemes=BOTH,
    first=date(2021, 4, 15),
    last=date(2021, 5, 15),
    source=Source(ORDER, "§§ 1-3", "BEK 646/2021"),
    confidence=Confidence.MEDIUM,
    note=words.NOTE_APRIL_2021,
)
def community_work_and_guidance(facts: SuspensionFacts, asked: Asked) -> Finding[Suspension]:
    """Open workplaces again, and keep community service work and other guidance to some."""
    return _finding(facts, asked, SOME_OFFERS_CLOSED)


@rule(
    SUSPENSIONS,
    schemes=BOTH,
    first=date(2021, 8, 1),
    last=date(2021, 8, 31),
    source=Source(ORDER, "§ 15", "BEK 1576/2021"),
    confidence=Confidence.HIGH,
)
def form_where_closed_down(facts: SuspensionFacts, asked: Asked) -> Finding[Suspension]:
    """Free the form of talks and meetings only where a municipality was closed down."""
    if facts.closed_down is None:
        return _finding(
            facts, asked, dict.fromkeys(TALKS_AND_MEETINGS, (_State.UNKNOWN, words.ASK_CLOSED_DOWN))
        )
    return _finding(facts, asked, TALKS_AND_MEETINGS if facts.closed_down else {})


@rule(
    SUSPENSIONS,
    schemes=BOTH,
    first=date(2021, 9, 1),
    last=date(2021, 12, 18),
    source=Source(ORDER, "§ 13, stk. 2", "BEK 1576/2021"),
    confidence=Confidence.MEDIUM,
    note=words.NOTE_AUTUMN_2021,
)
def nothing(facts: SuspensionFacts, asked: Asked) -> Finding[Suspension]:
    """Let every rule hold as usual."""
    return _finding(facts, asked, {})


@rule(
    SUSPENSIONS,
    schemes=BOTH,
    first=date(2021, 12, 19),
    last=NORMAL_AGAIN - DAY,
    source=Source(ORDER, "§§ 1-2", "BEK 2464/2021, BEK 38/2022"),
    confidence=Confidence.HIGH,
)
def form_in_the_last_winter(facts: SuspensionFacts, asked: Asked) -> Finding[Suspension]:
    """Let the jobcentre choose the form of talks and meetings, without a word on reasonable grounds."""
    return _finding(facts, asked, TALKS_AND_MEETINGS)


closed(
    SUSPENSIONS,
    schemes=BOTH,
    since=NORMAL_AGAIN,
    sentence=words.NORMAL_AGAIN,
    source=Source(ORDER, "§ 14, stk. 2", "BEK 38/2022"),
)


def _finding(facts: SuspensionFacts, asked: Asked, table: _Table) -> Finding[Suspension]:
    state, text = table.get(facts.activity, (SuspensionState.IN_FORCE, words.HELD_AS_USUAL))
    reason = Reason(text, ReasonKind.RULE, asked.version.source)
    return Finding(Suspension(state, asked.version.period), (reason,))
