"""What each action on a talk leaves behind: the talk, its version, its notes, who came, and one event."""

from __future__ import annotations

from datetime import UTC
from uuid import uuid4

from sammetag.access.roles import Right
from sammetag.cases.actions import keep_draft
from sammetag.cases.queries import case_for, draft_of
from sammetag.talks import actions
from sammetag.talks.actions import Guests, Result
from sammetag.talks.models import Form, NoteVersion, Outcome, Side
from tests.talks.deeds import Desk, appointment, guests, journal, kinds, moment, notes, talks
from tests.town import Town


def test_a_booked_talk_stands_ahead_with_its_agenda_its_guests_and_one_event(desk: Desk, town: Town) -> None:
    mads = town.staff["mads"].id

    talk = desk.book(3, guests=Guests(frozenset({mads}), " bisidder "), agenda="Mål og plan")

    assert (talk.outcome, talk.version, talk.agenda) == (Outcome.BOOKED, 1, "Mål og plan")
    assert talk.leader_id == desk.person.staff_id
    assert guests(talk.id) == {("Mads", None), ("bisidder", None)}
    assert kinds(desk.case_id) == ["talk.booked"]


def test_the_journal_tells_times_and_codes_and_never_words(desk: Desk) -> None:
    desk.book(3, agenda="Et følsomt ord")

    [event] = journal(desk.case_id)

    assert event.data["starts_at"] == moment(3).astimezone(UTC).isoformat()
    assert event.data["form"] == "phone"
    assert "følsomt" not in str(event.data)
    assert (event.by, event.role) == (desk.person.account_id, "coordinator")


def test_a_moved_talk_has_its_new_time_one_version_on_and_the_old_time_in_the_journal(desk: Desk) -> None:
    before = desk.now()

    actions.move(**desk.talk, token=desk.token, appointment=appointment(9, form=Form.VIDEO))

    after = desk.now()
    assert (after.starts_at, after.form, after.version) == (moment(9), Form.VIDEO, before.version + 1)
    [event] = journal(desk.case_id)
    assert event.kind == "talk.moved"
    assert event.data["earlier"] == before.starts_at.astimezone(UTC).isoformat()


def test_a_held_talk_keeps_its_notes_as_the_first_version_and_happened_when_it_was_held(desk: Desk) -> None:
    desk.hold(-2, notes="Vi aftalte en plan.", token=desk.token)

    talk = desk.now()
    assert (talk.outcome, talk.version, talk.notes) == (Outcome.HELD, 2, "Vi aftalte en plan.")
    assert notes(talk.id) == ["Vi aftalte en plan."]
    [event] = journal(desk.case_id)
    assert (event.id, event.kind, event.occurred_at) == (desk.token, "talk.held", moment(-2))


def test_who_was_asked_and_stayed_away_is_told_apart_from_who_came(desk: Desk, town: Town) -> None:
    asked = frozenset({town.staff["mads"].id, town.staff["birk"].id})
    talk = desk.book(3, guests=Guests(asked, "bisidder"))

    came = Guests(frozenset({town.staff["mads"].id, town.staff["dorte"].id}), "bisidder")
    desk.hold(-1, talk_id=talk.id, guests=came)

    assert guests(talk.id) == {("Mads", True), ("Birk", False), ("Dorte", True), ("bisidder", True)}


def test_a_talk_that_nobody_had_booked_can_be_written_in_as_held(desk: Desk) -> None:
    talk = desk.hold(-1, talk_id=desk.token, version=0)

    assert (talk.id, talk.outcome, talk.version) == (desk.token, Outcome.HELD, 1)
    assert len(talks(desk.case_id)) == 2
    assert kinds(desk.case_id) == ["talk.held"]


def test_the_next_talk_is_agreed_in_the_same_go_with_the_same_people(desk: Desk, town: Town) -> None:
    mads = Guests(frozenset({town.staff["mads"].id}))

    desk.hold(-1, guests=mads, following=appointment(14, "09:00"))

    following = talks(desk.case_id)[-1]
    assert (following.starts_at, following.outcome) == (moment(14, "09:00"), Outcome.BOOKED)
    assert guests(following.id) == {("Mads", None)}
    assert kinds(desk.case_id) == ["talk.held", "talk.booked"]


def test_a_cancelled_talk_says_by_whom_and_why_and_frees_its_time(desk: Desk) -> None:
    actions.miss(
        **desk.talk, token=desk.token, result=Result(Outcome.CANCELLED, Side.MUNICIPALITY, "Sygdom hos os")
    )

    talk = desk.now()
    assert (talk.outcome, talk.by_whom, talk.reason) == ("cancelled", "municipality", "Sygdom hos os")
    assert kinds(desk.case_id) == ["talk.cancelled"]
    assert desk.book(7).starts_at == talk.starts_at


def test_a_no_show_happened_at_the_time_of_the_talk(desk: Desk) -> None:
    talk = desk.now()
    talk.starts_at, talk.ends_at = moment(-1), moment(-1, "10:30")
    talk.save()

    actions.miss(**desk.talk, token=desk.token, result=Result(Outcome.NO_SHOW, Side.CITIZEN))

    [event] = journal(desk.case_id)
    assert (event.kind, event.occurred_at) == ("talk.no-show", moment(-1))
    assert event.data["by_whom"] == "citizen"


def test_a_correction_points_to_what_it_sets_right_and_keeps_the_notes_that_stood(desk: Desk) -> None:
    desk.hold(-1, token=desk.token, notes="Første notat")

    actions.correct(
        **desk.talk | {"version": 2},
        token=(again := type(desk.token)(int=7)),
        appointment=appointment(-3),
        result=Result(Outcome.HELD, None, "Forkert dag", "Andet notat"),
    )

    assert notes(desk.talk_id) == ["Første notat", "Andet notat"]
    held, corrected = journal(desk.case_id)
    assert (corrected.id, corrected.kind, corrected.corrects) == (again, "talk.corrected", held.id)
    assert desk.now().version == 3
    assert desk.now().starts_at == moment(-3)


def test_a_correction_keeps_what_was_wrong_beside_the_words(desk: Desk) -> None:
    desk.hold(-1, notes="Samme ord")

    actions.correct(
        **desk.talk | {"version": 2},
        token=desk.token,
        appointment=appointment(-3),
        result=Result(Outcome.HELD, None, "", "Samme ord", "Forkert dag"),
    )

    kept = NoteVersion.objects.scoped("test").filter(talk_id=desk.talk_id).order_by("written_at")
    assert [(one.notes, one.correction) for one in kept] == [("Samme ord", ""), ("Samme ord", "Forkert dag")]


def test_a_correction_keeps_the_reason_that_stood_before(desk: Desk) -> None:
    missed = Result(Outcome.CANCELLED, Side.CITIZEN, "Indlagt akut")
    actions.miss(**desk.talk, token=uuid4(), result=missed)

    right = Result(Outcome.CANCELLED, Side.MUNICIPALITY, "Vi var syge", "", "Forkert side")
    actions.correct(**desk.talk | {"version": 2}, token=uuid4(), appointment=appointment(7), result=right)

    kept = NoteVersion.objects.scoped("test").filter(talk_id=desk.talk_id).order_by("written_at")
    assert [one.reason for one in kept] == ["Indlagt akut", "Vi var syge"]


def test_whoever_writes_a_talk_in_for_another_does_not_become_the_one_who_held_it(desk: Desk) -> None:
    booked_with = desk.now().leader_id

    desk.hold(-1, by=desk.person)

    assert desk.now().leader_id == booked_with


def test_a_saved_form_forgets_its_draft_and_no_other(desk: Desk) -> None:
    case = case_for(desk.person, desk.case_id, Right.KEEP_TALKS)
    for form in (f"hold-{desk.talk_id}", "book"):
        keep_draft(by=desk.person, case=case, form=form, fields={"notes": ["Halvt skrevet"]})

    desk.hold(-1)

    assert draft_of(desk.person, case, f"hold-{desk.talk_id}") is None
    assert draft_of(desk.person, case, "book") == {"notes": ["Halvt skrevet"]}
