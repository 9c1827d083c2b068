"""What is decided is added, never changed: by leaders, for their own municipality, once, with a reason."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from uuid import uuid4

import pytest
from django.db import DatabaseError, connection, transaction

from sammetag.errors import NotAllowed, RuleBroken, SammetagError, StalePage
from sammetag.journal.models import Event
from sammetag.law import LimitUnit
from sammetag.practice.actions import decide_reading
from sammetag.practice.models import DecidedLimit, DecidedReading
from tests.practice.deeds import ONE, OTHER, QUESTION, WHY, Desk, ago, at_desk
from tests.town import Town


def told() -> list[Event]:
    return list(Event.objects.scoped("test").filter(kind__startswith="own-").order_by("recorded_at"))


def test_a_reading_says_who_decided_what_when_and_why(desk: Desk) -> None:
    made = desk.read(on=ago(3))

    assert (made.question, made.reading, made.decided_on, made.reason) == (QUESTION, ONE, ago(3), WHY)
    assert (made.written_by_id, made.municipality_id) == (desk.person.staff_id, desk.person.municipality_id)


def test_a_decision_is_told_in_the_journal_of_no_case_and_without_its_reason(desk: Desk) -> None:
    made = desk.read()
    (event,) = told()

    assert (event.kind, event.case_id, event.subject_id) == ("own-reading.decided", None, made.id)
    assert event.data["reading"] == ONE
    assert WHY not in str(event.data)


def test_a_later_decision_leaves_the_first_as_it_was(desk: Desk) -> None:
    first = desk.read(ONE)
    desk.read(OTHER, after=1)

    kept = DecidedReading.objects.scoped("test").get(pk=first.pk)
    assert (kept.reading, kept.number) == (ONE, 1)
    assert [event.data["number"] for event in told()] == [1, 2]


def test_a_withdrawal_is_a_row_of_its_own(desk: Desk) -> None:
    desk.read(on=ago(10))
    ended = desk.stop_reading(on=ago(2), after=1)

    assert ended.withdraws
    assert told()[-1].kind == "own-reading.withdrawn"
    assert DecidedReading.objects.scoped("test").count() == 2


def test_a_limit_says_how_long_from_when_and_since_when_it_is_published(desk: Desk) -> None:
    made = desk.limit(6, since=ago(5), published_on=ago(8))

    assert (made.length, made.unit, made.since, made.published_on) == (6, LimitUnit.WEEKS, ago(5), ago(8))
    assert told()[-1].data["length"] == 6


def test_a_limit_may_hold_from_a_day_to_come(desk: Desk) -> None:
    assert desk.limit(since=ago(-30)).since == ago(-30)


def test_a_form_that_is_sent_twice_is_told_once(desk: Desk) -> None:
    token = uuid4()
    first, again = (desk.read(token=token) for _ in range(2))

    assert first.pk == again.pk
    assert len(told()) == DecidedReading.objects.scoped("test").count() == 1


def test_whoever_has_not_seen_the_latest_decision_is_asked_to_look(desk: Desk) -> None:
    desk.read()

    with pytest.raises(StalePage):
        desk.read(OTHER)


REFUSED: dict[str, tuple[Callable[[Desk], object], type[SammetagError]]] = {
    "a decision of tomorrow": (lambda desk: desk.read(on=ago(-1)), RuleBroken),
    "no reason": (lambda desk: desk.read(reason=" \n"), RuleBroken),
    "no such reading": (lambda desk: desk.read("as-we-like"), NotAllowed),
    "nothing to withdraw": (lambda desk: desk.stop_reading(on=ago(1), after=0), RuleBroken),
    "a limit of no length": (lambda desk: desk.limit(0), RuleBroken),
    "published tomorrow": (lambda desk: desk.limit(published_on=ago(-1)), RuleBroken),
    "no limit to withdraw": (lambda desk: desk.stop_limit(since=ago(1), after=0), RuleBroken),
}


@pytest.mark.parametrize("what", REFUSED)
def test_what_cannot_be_decided_is_refused_and_leaves_nothing(what: str, desk: Desk) -> None:
    act, fault = REFUSED[what]

    with pytest.raises(fault):
        act(desk)

    assert told() == []


def test_nothing_is_withdrawn_from_before_it_held(desk: Desk) -> None:
    desk.read(on=ago(5))

    with pytest.raises(RuleBroken):
        desk.stop_reading(on=ago(5) - timedelta(days=1), after=1)

    assert desk.stop_reading(on=ago(5), after=1).withdraws


def test_what_is_withdrawn_is_not_withdrawn_again(desk: Desk) -> None:
    desk.limit(since=ago(5))
    desk.stop_limit(since=ago(3), after=1)

    with pytest.raises(RuleBroken):
        desk.stop_limit(since=ago(2), after=2)


def test_a_question_that_is_not_open_cannot_be_read(desk: Desk) -> None:
    sent = desk._sent(0)

    with pytest.raises(NotAllowed):
        decide_reading(by=desk.person, sent=sent, question="no-such", reading=ONE, decided_on=ago(1))


@pytest.mark.django_db
@pytest.mark.parametrize("who", ["astrid", "mads"])
def test_only_leaders_decide(who: str, town: Town) -> None:
    with at_desk(town, who) as desk:
        for act in (desk.read, desk.limit):
            with pytest.raises(NotAllowed):
                act()
        assert told() == []


def test_everybody_in_the_municipality_reads_it_and_nobody_elsewhere(committed: Town) -> None:
    with at_desk(committed) as desk:
        desk.read()
        desk.limit()
    seen = {}
    for name in ("astrid", "dorte", "mads", "esther"):
        with at_desk(committed, name):
            found = [model.objects.scoped("test").count() for model in (DecidedReading, DecidedLimit)]
            seen[name] = found

    assert seen == {"astrid": [1, 1], "dorte": [1, 1], "mads": [1, 1], "esther": [0, 0]}


ROW = (
    "INSERT INTO practice_decidedreading (id, municipality_id, number, reason, written_at, written_by_id,"
    " question, reading, decided_on) VALUES (gen_random_uuid(), %s, 1, 'x', now(), %s, 'x', 'x', now())"
)


@pytest.mark.parametrize(("where", "signed"), [("away", "lis"), ("north", "birk")])
def test_the_database_takes_nothing_for_another_municipality_or_in_anothers_name(
    where: str, signed: str, desk: Desk, town: Town
) -> None:
    values = [town.units[where].municipality_id, town.staff[signed].id]

    with (
        pytest.raises(DatabaseError, match="row-level security"),
        connection.cursor() as cursor,
        transaction.atomic(),
    ):
        cursor.execute(ROW, values)


@pytest.mark.parametrize("table", ["practice_decidedreading", "practice_decidedlimit"])
@pytest.mark.parametrize("change", ["UPDATE {} SET reason = 'x'", "DELETE FROM {}"])
def test_the_database_lets_nobody_change_what_was_decided(table: str, change: str, desk: Desk) -> None:
    desk.read()
    desk.limit()

    with (
        pytest.raises(DatabaseError, match="permission denied"),
        connection.cursor() as cursor,
        transaction.atomic(),
    ):
        cursor.execute(change.format(table))
