"""Writes down what the municipality decides itself, and that it no longer does. Nothing is ever changed.

Each decision takes the id of its `token`, so that a form sent twice is told once. `after` is the number of
the latest decision that its writer had seen: whoever has not seen the latest is asked to look first.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any, TypeVar
from uuid import UUID

from django.db import connection, transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from sammetag.access.person import Person
from sammetag.access.roles import Right
from sammetag.design.wording import date_words
from sammetag.errors import NotAllowed, RuleBroken, Sentence, StalePage
from sammetag.journal.actions import record
from sammetag.law import LimitUnit, Period
from sammetag.practice.areas import Area
from sammetag.practice.models import DecidedLimit, DecidedReading, Decision
from sammetag.practice.queries import limits_decided, readings_decided
from sammetag.practice.questions import question_called
from sammetag.practice.standing import held

D = TypeVar("D", bound=Decision)
DECIDED_AHEAD = gettext_lazy("Beslutningens dag ligger ude i fremtiden. Skriv den dag, I besluttede det.")
PUBLISHED_AHEAD = gettext_lazy(
    "Dagen for offentliggørelsen ligger ude i fremtiden. Lad feltet stå tomt, til fristen er offentliggjort."
)
NO_LENGTH = gettext_lazy("Fristen skal være på mindst 1.")
NO_REASON = gettext_lazy("Skriv, hvorfor det er besluttet.")
# Any number that nothing else in the database locks.
ONE_AT_A_TIME = 1750


class Refused(RuleBroken):
    """A decision that cannot be; `about` is the field of its form that has to be mended."""

    def __init__(self, about: str, sentence: Sentence, technical: str) -> None:
        super().__init__(sentence, technical)
        self.about = about


@dataclass(frozen=True)
class Sent:
    """What every form says besides its decision: its token, the latest decision it had seen, and why."""

    token: UUID
    after: int
    reason: str


@dataclass(frozen=True)
class Terms:
    """A time limit: how long, for applications from which day on, and since when it is published."""

    length: int
    unit: LimitUnit
    since: date
    published_on: date | None


def decide_reading(
    *, by: Person, sent: Sent, question: str, reading: str, decided_on: date
) -> DecidedReading:
    """Write down how the municipality reads a question that the law leaves open.

    Raises NotAllowed for who may not and for what is not asked, Refused for a day to come, StalePage
    where somebody else has decided since.
    """
    if reading not in {one.name for one in question_called(question).readings}:
        raise NotAllowed(f"no reading {reading!r} of {question}")
    _check_not_ahead(decided_on, "day", DECIDED_AHEAD)
    one = DecidedReading(**_common(by, sent), question=question, reading=reading, decided_on=decided_on)
    return _added(by, sent, one)


def withdraw_reading(*, by: Person, sent: Sent, question: str, decided_on: date) -> DecidedReading:
    """Write down that the municipality no longer reads an open question in a way of its own."""
    question_called(question)
    _check_not_ahead(decided_on, "day", DECIDED_AHEAD)
    return _added(by, sent, DecidedReading(**_common(by, sent), question=question, decided_on=decided_on))


def set_limit(*, by: Person, sent: Sent, area: Area, terms: Terms) -> DecidedLimit:
    """Write down the municipality's own time limit for an area of cases.

    Raises NotAllowed for who may not, Refused for one of no length or published on a day to come,
    StalePage where somebody else has set one since.
    """
    if terms.length < 1:
        raise Refused("length", NO_LENGTH, "limit of no length")
    if terms.published_on is not None:
        _check_not_ahead(terms.published_on, "published_on", PUBLISHED_AHEAD)
    one = DecidedLimit(
        **_common(by, sent),
        area=area,
        length=terms.length,
        unit=terms.unit,
        since=terms.since,
        published_on=terms.published_on,
    )
    return _added(by, sent, one)


def withdraw_limit(*, by: Person, sent: Sent, area: Area, since: date) -> DecidedLimit:
    """Write down that the municipality has no limit for applications that come in on `since` or later."""
    return _added(by, sent, DecidedLimit(**_common(by, sent), area=area, since=since))


def _common(by: Person, sent: Sent) -> dict[str, Any]:
    return {
        "id": sent.token,
        "municipality_id": by.municipality_id,
        "number": sent.after + 1,
        "reason": sent.reason.strip(),
        "written_at": timezone.now(),
        "written_by_id": by.staff_id,
    }


def _added(by: Person, sent: Sent, one: D) -> D:
    """The decision, written down after all others about its thing; or the one there, if sent again."""
    if not by.keys_with(Right.SET_PRACTICE):
        raise NotAllowed("practice without a unit")
    if not one.reason:
        raise Refused("reason", NO_REASON, "no reason")
    with transaction.atomic():
        _wait_for_others(by.municipality_id)
        before = _before(one)
        made = next((row for row in before if row.pk == one.pk), None)
        if made is not None:
            return made
        _check_latest(before, sent)
        if one.withdraws:
            _check_can_be_withdrawn(before, one)
        one.save(force_insert=True)
        _tell(by, one)
    return one


def _before(one: D) -> list[D]:
    """Every decision about the same thing, the first one first."""
    found: Any
    if isinstance(one, DecidedReading):
        found = readings_decided(one.municipality_id).filter(question=one.question)
    else:
        found = limits_decided(one.municipality_id).filter(area=one.about)
    return list(found)


def _wait_for_others(municipality_id: UUID) -> None:
    """Let one decision at a time into a municipality: the second then finds the first."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT pg_advisory_xact_lock(%s, hashtext(%s))", [ONE_AT_A_TIME, str(municipality_id)]
        )


def _check_latest(before: list[D], sent: Sent) -> None:
    latest = before[-1].number if before else 0
    if latest != sent.after:
        raise StalePage(
            _("En anden har skrevet en beslutning ind, siden du åbnede siden. Se den, og gem igen."),
            f"latest decision is {latest}, seen {sent.after}",
        )


def _check_can_be_withdrawn(before: list[D], one: D) -> None:
    """Refuse the end of what has ended by then, and an end from before the day on which it began to hold.

    What is decided for days to come may end before it begins: then it never holds.
    """
    ahead = [other.period for other in held(before) if other.period.overlaps(Period(one.day))]
    if not ahead:
        raise Refused("day", _no_more_to_withdraw(before), "nothing to withdraw")
    first = ahead[0].first
    if one.day < first <= timezone.localdate():
        sentence = _("Det gælder først fra %(day)s. Vælg den dag eller en senere.")
        raise Refused("day", sentence % {"day": date_words(first)}, "withdrawn before it held")


def _no_more_to_withdraw(before: list[D]) -> str:
    lasts = [other.period.last for other in held(before)]
    if not lasts or lasts[-1] is None:
        return _("Der står ikke noget, som kan trækkes tilbage.")
    sentence = _("Det, der står, gælder kun til og med %(day)s. Vælg den dag eller en tidligere.")
    return sentence % {"day": date_words(lasts[-1])}


def _check_not_ahead(day: date, about: str, sentence: Sentence) -> None:
    if day > timezone.localdate():
        raise Refused(about, sentence, "in the future")


def _tell(by: Person, one: Decision) -> None:
    """In the journal of the municipality, of no case. The reason stands in the decision itself."""
    subject = "own-reading" if isinstance(one, DecidedReading) else "own-limit"
    record(
        by=by,
        kind=f"{subject}.withdrawn" if one.withdraws else f"{subject}.decided",
        case_id=None,
        subject=subject,
        subject_id=one.pk,
        occurred_at=one.written_at,
        data=_told(one),
    )


def _told(one: Decision) -> dict[str, object]:
    told: dict[str, object] = {"about": one.about, "number": one.number, "day": str(one.day)}
    if isinstance(one, DecidedReading) and one.reading:
        told |= {"reading": one.reading}
    if isinstance(one, DecidedLimit) and one.length is not None:
        published = str(one.published_on) if one.published_on else None
        told |= {"length": one.length, "unit": str(one.unit), "published_on": published}
    return told
