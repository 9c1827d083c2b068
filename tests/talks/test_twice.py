"""The same form sent twice, or two people at once: one thing is done once, and nobody is in two places."""

from __future__ import annotations

from collections.abc import Callable
from uuid import uuid4

import pytest

from sammetag.access.wall import behind_the_wall
from sammetag.errors import RuleBroken, StalePage
from sammetag.talks import actions
from sammetag.talks.actions import Result
from sammetag.talks.models import Outcome, Side, Talk
from tests.talks.deeds import Desk, appointment, kinds, notes, talks
from tests.together import together
from tests.town import Town

Deed = Callable[[Desk], Talk]
DEEDS: dict[str, Deed] = {
    "book": lambda desk: desk.book(3, token=desk.token),
    "move": lambda desk: actions.move(**desk.talk, token=desk.token, appointment=appointment(9)),
    "hold": lambda desk: desk.hold(-1, token=desk.token, following=appointment(20)),
    "hold, not booked": lambda desk: desk.hold(-1, token=desk.token, talk_id=desk.token, version=0),
    "cancel": lambda desk: actions.miss(
        **desk.talk, token=desk.token, result=Result(Outcome.CANCELLED, Side.CITIZEN)
    ),
}


def at_desk(town: Town, name: str) -> Desk:
    """Somebody at the talk of Astrid's case, in a database where everything commits."""
    with behind_the_wall(town.account(name)):
        return Desk(town.person(name), town.cases["own"], town.talks["own"])


def state(town: Town) -> tuple[list[tuple[str, int]], list[str]]:
    """The talks of the case and its journal."""
    with behind_the_wall(town.account("astrid")):
        rows = [(one.outcome, one.version) for one in talks(town.cases["own"])]
        return rows, kinds(town.cases["own"])


@pytest.mark.parametrize("deed", DEEDS)
def test_the_same_form_sent_again_does_nothing_more(desk: Desk, deed: str) -> None:
    first = DEEDS[deed](desk)
    before = [(one.pk, one.version) for one in talks(desk.case_id)], kinds(desk.case_id)

    second = DEEDS[deed](desk)

    assert second.pk == first.pk
    assert ([(one.pk, one.version) for one in talks(desk.case_id)], kinds(desk.case_id)) == before


@pytest.mark.parametrize("deed", DEEDS)
def test_a_double_click_in_the_same_moment_does_it_once(committed: Town, deed: str) -> None:
    desk = at_desk(committed, "astrid")
    once = ("astrid", lambda: DEEDS[deed](desk))

    answers = together(committed, once, once)

    assert [type(one) for one in answers] == [Talk, Talk]
    assert answers[0].pk == answers[1].pk
    rows, told = state(committed)
    assert len(told) == len(set(told)) == (2 if deed == "hold" else 1)
    assert len(rows) == (1 if deed in ("move", "cancel") else 2)


def test_a_correction_sent_again_keeps_one_version_of_its_notes(desk: Desk) -> None:
    desk.hold(-1, notes="Først")
    for _ in range(2):
        actions.correct(
            **desk.talk | {"version": 2},
            token=desk.token,
            appointment=appointment(-1),
            result=Result(Outcome.HELD, None, "Tastefejl", "Så"),
        )

    assert notes(desk.talk_id) == ["Først", "Så"]
    assert kinds(desk.case_id) == ["talk.held", "talk.corrected"]


def test_of_two_people_who_write_the_same_talk_in_one_is_told_that_it_has_changed(committed: Town) -> None:
    astrid, birk = at_desk(committed, "astrid"), at_desk(committed, "birk")

    answers = together(
        committed,
        ("astrid", lambda: astrid.hold(-1, "09:00")),
        ("birk", lambda: birk.hold(-1, "12:00")),
    )

    assert sorted(type(one).__name__ for one in answers) == ["StalePage", "Talk"]
    assert state(committed) == ([("held", 2)], ["talk.held"])
    assert StalePage in map(type, answers)


def test_of_two_bookings_of_one_citizen_at_one_time_one_is_refused(committed: Town) -> None:
    astrid, birk = at_desk(committed, "astrid"), at_desk(committed, "birk")

    answers = together(committed, ("astrid", lambda: astrid.book(3)), ("birk", lambda: birk.book(3, "10:15")))

    assert sorted(type(one).__name__ for one in answers) == ["RuleBroken", "Talk"]
    assert state(committed)[1] == ["talk.booked"]


def test_of_two_bookings_of_one_leader_at_one_time_one_is_refused(committed: Town) -> None:
    dorte = at_desk(committed, "dorte")

    answers = together(
        committed,
        ("dorte", lambda: dorte.book(3, case_id=committed.cases["other-unit"], token=uuid4())),
        ("dorte", lambda: dorte.book(3, case_id=committed.cases["restricted"], token=uuid4())),
    )

    [refused] = [one for one in answers if isinstance(one, RuleBroken)]
    assert "Den, der holder samtalen, er optaget" in str(refused.sentence)
