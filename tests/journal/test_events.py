"""What happened is written down in the same transaction as the change, and never changed afterwards."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any
from uuid import UUID, uuid4

import pytest
from django.db import DatabaseError
from django.utils import timezone

from sammetag.access.wall import behind_the_wall
from sammetag.errors import RuleBroken
from sammetag.journal.actions import as_event, record, record_each
from sammetag.journal.models import Event, Precision
from sammetag.talks.actions import Appointment, Guests, Result, book, correct, hold, move
from sammetag.talks.models import Form, NoteVersion, Outcome, Talk
from tests.access.walls import Superuser
from tests.town import Town

NOBODY_ELSE = Guests()


def at(days: int) -> Appointment:
    start = timezone.localtime().replace(hour=11, minute=0, second=0, microsecond=0)
    return Appointment(start + timedelta(days=days), 30, Form.IN_PERSON)


def book_one(town: Town, **other: Any) -> Talk:
    wanted: dict[str, Any] = {
        "token": uuid4(),
        "appointment": at(3),
        "guests": NOBODY_ELSE,
        "agenda": "Hverdagen",
    }
    wanted |= other
    return book(by=town.person("astrid"), case_id=town.cases["own"], **wanted)


def hold_one(town: Town, notes: str, days: int = -2) -> Talk:
    return hold(
        by=town.person("astrid"),
        case_id=town.cases["own"],
        talk_id=uuid4(),
        version=0,
        token=uuid4(),
        appointment=at(days),
        guests=NOBODY_ELSE,
        notes=notes,
    )


def correct_one(town: Town, talk: Talk, notes: str) -> Talk:
    return correct(
        by=town.person("astrid"),
        case_id=town.cases["own"],
        talk_id=talk.id,
        version=talk.version,
        token=uuid4(),
        appointment=at(-2),
        result=Result(Outcome.HELD, reason="Skrevet forkert", notes=notes),
    )


def events() -> list[Event]:
    return list(Event.objects.scoped("test").order_by("recorded_at"))


@pytest.mark.django_db
def test_an_event_tells_who_did_what_when_and_to_which_case(town: Town) -> None:
    with behind_the_wall(town.account("astrid")):
        before = timezone.now()
        talk = book_one(town)
        (event,) = events()

    assert (event.by, event.role) == (town.account("astrid"), "coordinator")
    assert (event.kind, event.subject, event.subject_id) == ("talk.booked", "talk", talk.id)
    assert event.case_id == town.cases["own"]
    assert before <= event.recorded_at <= timezone.now()


@pytest.mark.django_db
def test_what_happened_yesterday_is_told_with_both_times(town: Town) -> None:
    with behind_the_wall(town.account("astrid")):
        hold_one(town, "Godt møde")
        (event,) = events()

    assert event.occurred_at == at(-2).starts_at
    assert event.recorded_at - event.occurred_at > timedelta(days=1)


@pytest.mark.django_db
def test_the_journal_holds_the_length_of_a_note_and_not_its_words(town: Town) -> None:
    with behind_the_wall(town.account("astrid")):
        hold_one(town, "Åse sover dårligt")
        (event,) = events()

    assert event.data["note_length"] == len("Åse sover dårligt")
    assert "sover" not in str(event.data)


@pytest.mark.django_db
def test_a_correction_points_to_what_it_corrects_and_leaves_it_as_it_was(town: Town) -> None:
    with behind_the_wall(town.account("astrid")):
        talk = hold_one(town, "Forkert")
        (first,) = events()
        correct_one(town, talk, "Rigtigt og længere")
        stays, correction = events()

    assert correction.corrects == first.id
    assert without_time(correction.data["before"]) == without_time(first.data)
    assert [value(stays, name) for name in names()] == [value(first, name) for name in names()]


def without_time(data: dict[str, Any]) -> dict[str, Any]:
    """The facts with the moment as a moment: it may be written in the hours of any zone."""
    return data | {"starts_at": datetime.fromisoformat(data["starts_at"])}


def names() -> list[str]:
    return [field.attname for field in Event._meta.concrete_fields]


def value(event: Event, name: str) -> object:
    found = getattr(event, name)
    return bytes(found) if name == "salt" else found


@pytest.mark.django_db
def test_a_second_correction_points_to_the_first(town: Town) -> None:
    with behind_the_wall(town.account("astrid")):
        talk = correct_one(town, hold_one(town, "Et"), "To")
        correct_one(town, talk, "Tre")
        _, first, second = events()

    assert second.corrects == first.id


@pytest.mark.django_db
def test_a_corrected_note_keeps_each_earlier_wording(town: Town) -> None:
    with behind_the_wall(town.account("astrid")):
        talk = hold_one(town, "Først")
        correct_one(town, talk, "Siden")
        kept = NoteVersion.objects.scoped("test").filter(talk=talk).order_by("written_at")

        assert [one.notes for one in kept] == ["Først", "Siden"]


@pytest.mark.django_db
def test_a_form_sent_twice_is_told_once(town: Town) -> None:
    token = uuid4()
    with behind_the_wall(town.account("astrid")):
        book_one(town, token=token)
        book_one(town, token=token)

        assert len(events()) == 1


@pytest.mark.django_db
def test_what_a_rule_refuses_is_neither_saved_nor_told(town: Town) -> None:
    with behind_the_wall(town.account("astrid")):
        before = Talk.objects.scoped("test").count()
        with pytest.raises(RuleBroken):
            book_one(town, appointment=at(-1))

        assert (Talk.objects.scoped("test").count(), events()) == (before, [])


@pytest.mark.django_db
@pytest.mark.parametrize("act", ["book", "move", "hold", "correct"])
def test_an_action_whose_journal_fails_saves_nothing(
    act: str, town: Town, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(**event: object) -> None:
        raise OSError("the journal cannot be written")

    with behind_the_wall(town.account("astrid")):
        held = hold_one(town, "Før")
        before = state()
        monkeypatch.setattr("sammetag.talks.actions.record_each", fail)
        with pytest.raises(OSError, match="the journal"):
            act_on(act, town, held)

        assert state() == before


def act_on(act: str, town: Town, held: Talk) -> Talk:
    if act == "book":
        return book_one(town)
    if act == "hold":
        return hold_one(town, "Efter", days=-4)
    if act == "correct":
        return correct_one(town, held, "Efter")
    return move(
        by=town.person("astrid"),
        case_id=town.cases["own"],
        talk_id=town.talks["own"],
        version=1,
        token=uuid4(),
        appointment=at(5),
    )


def state() -> list[object]:
    """Everything that an action on a talk may change."""
    talks = Talk.objects.scoped("test").order_by("pk").values_list("pk", "version", "starts_at", "notes")
    return [*talks, NoteVersion.objects.scoped("test").count(), len(events())]


def test_without_the_right_to_the_journal_the_database_saves_nothing_either(
    committed: Town, superuser: Superuser
) -> None:
    superuser.execute("REVOKE INSERT ON journal_event FROM sammetag_app")
    before = superuser.execute("SELECT count(*) FROM talks_talk").fetchone()

    with behind_the_wall(committed.account("astrid")), pytest.raises(DatabaseError):
        book_one(committed)

    assert superuser.execute("SELECT count(*) FROM talks_talk").fetchone() == before


@pytest.mark.django_db
def test_an_event_known_by_the_day_says_so(town: Town) -> None:
    def told(case: UUID, occurred_at: datetime) -> Event:
        return record(
            by=town.person("astrid"),
            kind="case.opened",
            case_id=case,
            subject="case",
            subject_id=case,
            occurred_at=occurred_at,
            precision=Precision.DAY,
            data={},
        )

    with behind_the_wall(town.account("astrid")):
        told(town.cases["own"], timezone.now())

        assert [one.precision for one in events()] == ["day"]


def test_events_of_one_transaction_carry_its_number_and_stand_in_their_order(
    committed: Town, superuser: Superuser
) -> None:
    with behind_the_wall(committed.account("astrid")):
        first = book_one(committed)
        second = book_one(committed, appointment=at(4))
    with behind_the_wall(committed.account("astrid")):
        third = book_one(committed, appointment=at(5))

    talks = "SELECT subject_id, xid FROM journal_event WHERE subject = 'talk' ORDER BY position"
    rows = superuser.execute(talks).fetchall()
    assert [talk for talk, _ in rows] == [first.id, second.id, third.id]
    assert rows[0][1] == rows[1][1] != rows[2][1]


@pytest.mark.django_db
def test_thousands_of_things_are_written_down_at_once(town: Town) -> None:
    with behind_the_wall(town.account("astrid")):
        by = town.person("astrid")
        happened = [
            as_event(
                by=by,
                kind="x",
                case_id=town.cases["own"],
                subject="case",
                subject_id=town.cases["own"],
                occurred_at=timezone.now(),
                data={},
            )
            for _number in range(5000)
        ]
        record_each(events=happened)

        assert Event.objects.scoped("test").filter(kind="x").count() == 5000
