"""What is decided is added, never changed: by leaders, for their own municipality, once, with a reason."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from uuid import uuid4

import pytest
from django.db import DatabaseError, connection, transaction

from sammetag.access.models import RoleHeld
from sammetag.access.wall import behind_the_wall
from sammetag.config.database import OWNER
from sammetag.config.roles import as_role
from sammetag.design.wording import date_words
from sammetag.errors import NotAllowed, StalePage
from sammetag.journal.models import Event
from sammetag.law import LimitUnit, Period
from sammetag.practice.actions import Refused, decide_reading
from sammetag.practice.models import DecidedLimit, DecidedReading
from sammetag.practice.queries import limits_decided
from sammetag.practice.standing import held
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


REFUSED: dict[str, tuple[Callable[[Desk], object], str]] = {
    "a decision of tomorrow": (lambda desk: desk.read(on=ago(-1)), "day"),
    "an end of tomorrow": (lambda desk: desk.stop_reading(on=ago(-1), after=0), "day"),
    "no reason": (lambda desk: desk.read(reason=" \n"), "reason"),
    "nothing to withdraw": (lambda desk: desk.stop_reading(on=ago(1), after=0), "day"),
    "a limit of no length": (lambda desk: desk.limit(0), "length"),
    "published tomorrow": (lambda desk: desk.limit(published_on=ago(-1)), "published_on"),
    "no limit to withdraw": (lambda desk: desk.stop_limit(since=ago(1), after=0), "day"),
}


@pytest.mark.parametrize("what", REFUSED)
def test_what_cannot_be_decided_is_refused_by_the_field_to_mend_and_leaves_nothing(
    what: str, desk: Desk
) -> None:
    act, field = REFUSED[what]

    with pytest.raises(Refused) as refused:
        act(desk)

    assert refused.value.about == field
    assert told() == []


def test_a_reading_that_the_question_does_not_have_is_not_there(desk: Desk) -> None:
    with pytest.raises(NotAllowed):
        desk.read("as-we-like")

    assert told() == []


def test_nothing_is_withdrawn_from_before_it_held(desk: Desk) -> None:
    desk.read(on=ago(5))

    with pytest.raises(Refused) as refused:
        desk.stop_reading(on=ago(6), after=1)

    assert refused.value.about == "day" and date_words(ago(5)) in str(refused.value.sentence)
    assert desk.stop_reading(on=ago(5), after=1).withdraws


def test_what_has_ended_by_then_is_not_withdrawn_again(desk: Desk) -> None:
    desk.limit(since=ago(5))
    desk.stop_limit(since=ago(3), after=1)

    with pytest.raises(Refused) as refused:
        desk.stop_limit(since=ago(2), after=2)

    assert date_words(ago(4)) in str(refused.value.sentence)


def test_a_coming_end_can_be_moved_forward(desk: Desk) -> None:
    desk.limit(since=ago(300))
    desk.stop_limit(since=ago(-40), after=1)
    desk.stop_limit(since=ago(-10), after=2)

    (limit,) = held(limits_decided(desk.person.municipality_id))
    assert limit.period == Period(ago(300), ago(-9))


def test_todays_limit_is_withdrawn_with_the_one_to_come(desk: Desk) -> None:
    desk.limit(8, since=ago(300))
    desk.limit(3, since=ago(-40), after=1)
    desk.stop_limit(since=ago(0), after=2)

    (limit,) = held(limits_decided(desk.person.municipality_id))
    assert (limit.decision.length, limit.period) == (8, Period(ago(300), ago(1)))


def test_what_has_not_begun_is_withdrawn_from_today_and_never_holds(desk: Desk) -> None:
    desk.limit(since=ago(-40))
    desk.stop_limit(since=ago(0), after=1)

    assert held(limits_decided(desk.person.municipality_id)) == []


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


COMMON = "id, municipality_id, number, reason, written_at, written_by_id"
VALUES = "gen_random_uuid(), %s, 1, 'x', now(), %s"
ROW = (
    f"INSERT INTO practice_decidedreading ({COMMON}, question, reading, decided_on)"  # noqa: S608 - ours
    f" VALUES ({VALUES}, 'x', 'x', now())"
)
LIMIT_ROW = (
    f"INSERT INTO practice_decidedlimit ({COMMON}, area, length, unit, since)"  # noqa: S608 - ours
    f" VALUES ({VALUES}, 'fleksjob', 4, 'weeks', now())"
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


@pytest.mark.django_db
@pytest.mark.parametrize("row", [ROW, LIMIT_ROW])
@pytest.mark.parametrize("who", ["mads", "astrid", "nora"])
def test_the_database_takes_nothing_from_whoever_does_not_lead(row: str, who: str, town: Town) -> None:
    values = [town.units["north"].municipality_id, town.staff[who].id]

    with (
        behind_the_wall(town.account(who)),
        pytest.raises(DatabaseError, match="row-level security"),
        connection.cursor() as cursor,
        transaction.atomic(),
    ):
        cursor.execute(row, values)


@pytest.mark.parametrize("row", [ROW, LIMIT_ROW])
def test_the_database_takes_what_is_written_until_the_last_day_of_leading(row: str, committed: Town) -> None:
    values = [committed.units["north"].municipality_id, committed.staff["lis"].id]
    lead_until(committed, ago(0))
    with behind_the_wall(committed.account("lis")), connection.cursor() as cursor:
        cursor.execute(row, values)
    lead_until(committed, ago(1))

    with (
        behind_the_wall(committed.account("lis")),
        pytest.raises(DatabaseError, match="row-level security"),
        connection.cursor() as cursor,
        transaction.atomic(),
    ):
        cursor.execute(row.replace("%s, 1", "%s, 2"), values)


def lead_until(town: Town, day: date) -> None:
    with as_role(OWNER):
        RoleHeld.objects.scoped("test").filter(staff=town.staff["lis"]).update(until=day)


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
