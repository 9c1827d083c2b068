"""A case changes hands: who has it then, from which day, with which talks, and what the journal tells."""

from __future__ import annotations

from datetime import timedelta

import pytest

from sammetag.access.wall import behind_the_wall
from sammetag.cases.models import HandOverState, Manner
from sammetag.errors import NotAllowed, RuleBroken, StalePage
from sammetag.handover import actions
from sammetag.handover.terms import Terms
from sammetag.talks.models import Participant, Talk
from tests.access.walls import Superuser
from tests.handover.deeds import (
    ONE_DAY,
    agree,
    as_person,
    as_shown,
    carry_out,
    case_now,
    coordinators,
    give,
    grants,
    hand_overs,
    today,
    told,
)
from tests.town import Town

GRANTED = timedelta(days=120)


def test_a_sudden_hand_over_leaves_no_day_without_and_no_day_with_two(committed: Town) -> None:
    give(committed, "astrid", "birk", notes="Ring hellere end skriv.")

    assert case_now(committed).coordinator_id == committed.staff["birk"].id
    assert coordinators(committed) == [
        ("Astrid", today() - GRANTED, today() - ONE_DAY),
        ("Birk", today(), None),
    ]
    [row] = hand_overs(committed)
    assert (row.state, row.manner, row.notes) == (
        HandOverState.CARRIED_OUT,
        Manner.SUDDEN,
        "Ring hellere end skriv.",
    )


def test_the_journal_tells_who_gave_to_whom_and_no_word_of_the_notes(committed: Town) -> None:
    give(committed, "lis", "birk", notes="Hun sover ikke")

    events = {event.kind: event for event in told(committed)}

    assert set(events) == {"case.handed-over", "talk.passed-on"}
    data = events["case.handed-over"].data
    assert (data["from"], data["to"]) == (str(committed.staff["astrid"].id), str(committed.staff["birk"].id))
    assert (data["manner"], data["days_without"], data["talks_moved"]) == ("sudden", 0, 1)
    assert "sover" not in str(data)


def test_an_agreed_talk_goes_along_and_is_one_version_on(committed: Town) -> None:
    done = give(committed, "astrid", "birk")

    with behind_the_wall(committed.account("birk")):
        talk = Talk.objects.scoped("test").get(pk=committed.talks["own"])
    assert (talk.leader_id, talk.version) == (committed.staff["birk"].id, 2)
    assert [one.id for one in done.moved] == [committed.talks["own"]]


def test_a_taker_who_was_asked_as_a_guest_changes_places_with_the_giver(committed: Town) -> None:
    with as_person(committed, "astrid"):
        guest = Participant(
            case_id=committed.cases["own"], talk_id=committed.talks["own"], staff=committed.staff["birk"]
        )
        guest.save(force_insert=True)

    give(committed, "astrid", "birk")

    with behind_the_wall(committed.account("birk")):
        guests = Participant.objects.scoped("test").filter(talk_id=committed.talks["own"])
        assert [one.staff_id for one in guests] == [committed.staff["astrid"].id]


def test_a_talk_at_a_time_when_the_taker_is_not_free_stays_and_is_named(
    committed: Town, superuser: Superuser
) -> None:
    # Dorte's own talk lies in a case that Astrid may not even see.
    superuser.execute(
        "UPDATE talks_talk SET (starts_at, ends_at) ="
        " (SELECT starts_at, ends_at FROM talks_talk WHERE id = %s) WHERE id = %s",
        [committed.talks["own"], committed.talks["other-unit"]],
    )

    done = give(committed, "astrid", "dorte")

    assert ([], [committed.talks["own"]]) == (done.moved, [one.id for one in done.clashing])
    with behind_the_wall(committed.account("dorte")):
        assert Talk.objects.scoped("test").get(pk=committed.talks["own"]).leader_id == (
            committed.staff["astrid"].id
        )
    [event] = told(committed)
    assert (event.kind, event.data["talks_left"]) == ("case.handed-over", 1)


def test_a_case_goes_with_its_taker_to_another_unit_and_out_of_the_givers_reach(committed: Town) -> None:
    give(committed, "astrid", "dorte")

    case = case_now(committed)
    assert (case.unit_id, case.acl) == (committed.units["south"].id, committed.units["south"].key)
    with behind_the_wall(committed.account("astrid")):
        assert not Talk.objects.scoped("test").filter(case_id=case.id).exists()
    with behind_the_wall(committed.account("dorte")):
        assert Talk.objects.scoped("test").filter(case_id=case.id).exists()


def test_a_restricted_case_stays_behind_its_own_key_and_its_door_changes_hands(committed: Town) -> None:
    before = case_now(committed, "restricted")

    give(committed, "dorte", "birk", "restricted", seen="dorte")

    after = case_now(committed, "restricted")
    assert (after.acl, after.unit_id, after.restricted) == (before.acl, before.unit_id, True)
    assert after.coordinator_id == committed.staff["birk"].id
    assert grants(committed, "restricted") == {("Dorte", today() - ONE_DAY), ("Birk", None)}
    with as_person(committed, "dorte") as dorte:
        assert committed.cases["restricted"] not in dorte.grants
    with as_person(committed, "birk") as birk:
        assert committed.cases["restricted"] in birk.grants


def test_a_case_left_without_a_coordinator_keeps_the_reason_and_its_unit(committed: Town) -> None:
    give(committed, "lis", None, reason="Astrid er blevet syg, og der er ingen ledig.")

    assert case_now(committed).coordinator_id is None
    assert coordinators(committed) == [("Astrid", today() - GRANTED, today() - ONE_DAY)]
    [row] = hand_overs(committed)
    assert (row.manner, row.taker, row.reason[:6]) == (Manner.LEFT, None, "Astrid")
    assert told(committed)[-1].kind == "case.left-without-coordinator"


def test_naming_somebody_counts_the_days_that_the_citizen_waited(
    committed: Town, superuser: Superuser
) -> None:
    give(committed, "lis", None, reason="Sygdom")
    superuser.execute(
        "UPDATE cases_responsibility SET until = current_date - 31 WHERE case_id = %s",
        [committed.cases["own"]],
    )

    give(committed, "lis", "birk", seen=None)

    event = next(one for one in told(committed) if one.kind == "case.handed-over")
    assert (event.data["manner"], event.data["from"]) == ("named", "")
    assert 29 <= event.data["days_without"] <= 31
    assert coordinators(committed)[-1] == ("Birk", today(), None)
    assert event.data["talks_moved"] == 1


def test_two_changes_on_one_day_give_the_day_to_the_last(committed: Town) -> None:
    give(committed, "astrid", "birk")
    give(committed, "lis", "astrid", seen="birk")

    assert coordinators(committed) == [
        ("Astrid", today() - GRANTED, today() - ONE_DAY),
        ("Astrid", today(), None),
    ]


def test_a_coordinator_who_left_earlier_is_responsible_until_the_last_day_at_work(
    committed: Town, superuser: Superuser
) -> None:
    superuser.execute(
        "UPDATE access_roleheld SET until = %s WHERE staff_id = %s",
        [today() - 20 * ONE_DAY, committed.staff["astrid"].id],
    )

    give(committed, "lis", "birk")

    assert coordinators(committed)[0] == ("Astrid", today() - GRANTED, today() - 20 * ONE_DAY)
    event = next(one for one in told(committed) if one.kind == "case.handed-over")
    assert (event.data["manner"], event.data["days_without"]) == ("named", 19)


def test_an_agreement_changes_nothing_until_it_is_carried_out_on_its_day(
    committed: Town, superuser: Superuser
) -> None:
    row = agree(committed)

    assert case_now(committed).coordinator_id == committed.staff["astrid"].id
    with as_person(committed, "birk") as birk, pytest.raises(RuleBroken, match="before its day"):
        carry_out(birk, row)

    superuser.execute("UPDATE cases_handover SET planned_on = current_date - 1")
    with as_person(committed, "birk") as birk:
        carry_out(birk, row)

    assert case_now(committed).coordinator_id == committed.staff["birk"].id
    assert [event.kind for event in told(committed)][0] == "case.hand-over-agreed"
    assert coordinators(committed)[-1] == ("Birk", today(), None)


def test_what_was_carried_out_is_not_carried_out_again(committed: Town) -> None:
    [row] = give(committed, "astrid", "birk").rows
    before = len(told(committed))

    with as_person(committed, "astrid") as astrid:
        again = carry_out(astrid, row)

    assert again.rows == [row]
    assert len(told(committed)) == before


def test_an_agreement_can_be_changed_and_called_off(committed: Town) -> None:
    row = agree(committed)
    with as_person(committed, "astrid") as astrid:
        row = actions.change(
            by=astrid,
            case_id=row.case_id,
            hand_over_id=row.id,
            version=1,
            taker=committed.staff["dorte"].id,
            terms=Terms(today() + 5 * ONE_DAY, notes="Nyt"),
        )
        actions.call_off(by=astrid, shown=as_shown(row))

    [row] = hand_overs(committed)
    assert (row.taker_id, row.notes, row.state) == (
        committed.staff["dorte"].id,
        "Nyt",
        HandOverState.CALLED_OFF,
    )
    assert case_now(committed).coordinator_id == committed.staff["astrid"].id
    assert [event.kind for event in told(committed)] == [
        "case.hand-over-agreed",
        "case.hand-over-changed",
        "case.hand-over-called-off",
    ]


def test_a_change_on_a_stale_page_is_refused(committed: Town) -> None:
    row = agree(committed)
    with as_person(committed, "astrid") as astrid, pytest.raises(StalePage):
        actions.change(
            by=astrid,
            case_id=row.case_id,
            hand_over_id=row.id,
            version=7,
            taker=committed.staff["dorte"].id,
            terms=Terms(today()),
        )


@pytest.mark.parametrize("step", ["carry out", "call off"])
def test_a_step_in_an_agreement_that_became_another_is_refused(
    step: str, committed: Town, superuser: Superuser
) -> None:
    row = agree(committed)
    with as_person(committed, "astrid") as astrid:
        actions.change(
            by=astrid,
            case_id=row.case_id,
            hand_over_id=row.id,
            version=1,
            taker=committed.staff["dorte"].id,
            terms=Terms(today()),
        )

    with as_person(committed, "lis") as lis, pytest.raises(StalePage) as refused:
        carry_out(lis, row) if step == "carry out" else actions.call_off(by=lis, shown=as_shown(row))

    assert "Aftalen er ændret, siden du åbnede siden" in str(refused.value.sentence)
    assert [one.state for one in hand_overs(committed)] == [HandOverState.AGREED]
    assert case_now(committed).coordinator_id == committed.staff["astrid"].id


def test_only_the_taker_takes_up_and_only_once(committed: Town) -> None:
    [row] = give(committed, "astrid", "birk").rows
    with as_person(committed, "lis") as lis, pytest.raises(NotAllowed):
        actions.take_up(by=lis, case_id=row.case_id, hand_over_id=row.id)
    with as_person(committed, "birk") as birk:
        actions.take_up(by=birk, case_id=row.case_id, hand_over_id=row.id)
        actions.take_up(by=birk, case_id=row.case_id, hand_over_id=row.id)

    [row] = hand_overs(committed)
    assert row.state == HandOverState.TAKEN_UP and row.taken_up_at
    assert [one.kind for one in told(committed)].count("case.hand-over-taken-up") == 1
