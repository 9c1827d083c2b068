"""What the actions refuse, with a plain sentence and nothing saved."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from typing import Any
from uuid import uuid4

import pytest

from sammetag.access.roles import Right
from sammetag.access.wall import behind_the_wall
from sammetag.cases.actions import keep_draft
from sammetag.cases.models import Case
from sammetag.cases.queries import case_for, draft_of
from sammetag.errors import NotAllowed, RuleBroken, StalePage
from sammetag.talks import actions
from sammetag.talks.actions import Guests, Result
from sammetag.talks.models import LONGEST_TEXT, Outcome, Side
from tests.talks.deeds import Desk, appointment, journal, talks
from tests.town import Town

TOO_LONG = "æ" * (LONGEST_TEXT + 1)


def _correct(desk: Desk, result: Result, days: int = -1) -> None:
    actions.correct(
        **desk.talk | {"version": desk.now().version},
        token=uuid4(),
        appointment=appointment(days),
        result=result,
    )


def _miss(desk: Desk, outcome: Outcome, by_whom: Side | None = Side.CITIZEN) -> None:
    actions.miss(**desk.talk, token=uuid4(), result=Result(outcome, by_whom))


REFUSED: dict[str, tuple[Callable[[Desk], Any], str]] = {
    "booked in the past": (lambda desk: desk.book(-1), "passeret"),
    "booked years ahead": (lambda desk: desk.book(800), "to år"),
    "moved into the past": (
        lambda desk: actions.move(**desk.talk, token=uuid4(), appointment=appointment(-1)),
        "passeret",
    ),
    "held in the future": (lambda desk: desk.hold(1), "fremtiden"),
    "held before the grant": (lambda desk: desk.hold(-121), "bevillingen"),
    "held, and the next in the past": (lambda desk: desk.hold(-1, following=appointment(-2)), "passeret"),
    "held with too long notes": (lambda desk: desk.hold(-1, notes=TOO_LONG), "20001 tegn"),
    "booked with too long an agenda": (lambda desk: desk.book(1, agenda=TOO_LONG), "20001 tegn"),
    "no-show before its time": (lambda desk: _miss(desk, Outcome.NO_SHOW), "fremtiden"),
    "cancelled by nobody": (lambda desk: _miss(desk, Outcome.CANCELLED, None), "hvem"),
    "corrected before anything is written": (
        lambda desk: _correct(desk, Result(Outcome.HELD)),
        "intet at rette",
    ),
}


@pytest.mark.parametrize("case", REFUSED)
def test_it_is_refused_with_a_sentence_and_nothing_is_saved(desk: Desk, case: str) -> None:
    act, sentence = REFUSED[case]
    before = desk.now()

    with pytest.raises(RuleBroken) as refused:
        act(desk)

    assert sentence in str(refused.value.sentence)
    assert desk.now().__dict__.keys() == before.__dict__.keys()
    assert [(one.version, one.outcome, one.starts_at) for one in talks(desk.case_id)] == [
        (before.version, before.outcome, before.starts_at)
    ]
    assert journal(desk.case_id) == []


def test_a_talk_on_the_day_of_the_grant_is_within_the_case(desk: Desk) -> None:
    assert desk.hold(-120).outcome == Outcome.HELD


def test_whoever_leads_cannot_be_in_two_places(desk: Desk, town: Town) -> None:
    with pytest.raises(RuleBroken, match="leader_in_one_talk"):
        desk.book(7, "11:15")  # her talk in the closed case


def test_a_citizen_cannot_be_in_two_places(desk: Desk, town: Town) -> None:
    with behind_the_wall(town.account("birk")), pytest.raises(RuleBroken, match="citizen in two talks"):
        desk.book(7, "10:30", by=town.person("birk"))


def test_one_talk_may_begin_when_the_other_ends(desk: Desk) -> None:
    assert desk.book(7, "09:30").ends_at == desk.now().starts_at


def test_a_stale_page_changes_nothing(desk: Desk) -> None:
    actions.move(**desk.talk, token=uuid4(), appointment=appointment(9))

    with pytest.raises(StalePage):
        desk.hold(-1, version=1)

    assert (desk.now().version, desk.now().outcome) == (2, Outcome.BOOKED)
    assert len(journal(desk.case_id)) == 1


def test_what_has_been_written_in_cannot_be_written_in_again(desk: Desk) -> None:
    desk.hold(-1)

    with pytest.raises(RuleBroken, match="not booked"):
        desk.hold(-1, version=2)


def test_a_no_show_cannot_be_corrected_into_the_future(desk: Desk) -> None:
    desk.hold(-1)

    with pytest.raises(RuleBroken):
        _correct(desk, Result(Outcome.NO_SHOW, Side.CITIZEN, "Kom ikke"), days=3)


def test_nobody_writes_in_a_closed_case(desk: Desk, town: Town) -> None:
    with pytest.raises(RuleBroken, match="closed"):
        desk.book(3, case_id=town.cases["closed"])

    assert journal(town.cases["closed"]) == []


@pytest.mark.parametrize("name", ["mads", "dorte", "esther"])
def test_whoever_may_not_keep_talks_is_told_that_there_is_no_such_case(
    desk: Desk, town: Town, name: str
) -> None:
    with behind_the_wall(town.account(name)), pytest.raises(NotAllowed):
        desk.book(3, by=town.person(name))


def test_a_talk_of_another_case_is_not_there(desk: Desk, town: Town) -> None:
    with pytest.raises(NotAllowed):
        desk.hold(-1, talk_id=town.talks["closed"])


def test_when_the_journal_cannot_be_written_nothing_is_saved(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(**_: object) -> None:
        raise RuntimeError("no journal")

    monkeypatch.setattr(actions, "record_each", broken)

    with pytest.raises(RuntimeError):
        desk.hold(-1, following=appointment(14))

    assert (desk.now().version, desk.now().outcome) == (1, Outcome.BOOKED)
    assert len(talks(desk.case_id)) == 1


def test_a_case_may_hold_talks_beside_each_other_in_time(desk: Desk, town: Town) -> None:
    other = Case.objects.scoped("test").get(pk=desk.case_id)
    assert other.closed_on is None
    first = desk.book(3, "09:00", guests=Guests(frozenset({town.staff["mads"].id})))

    second = desk.book(3, "09:30")

    assert second.starts_at - first.starts_at == timedelta(minutes=30)


def test_two_cases_of_the_same_person_each_keep_their_draft(town: Town, db: Any) -> None:
    with behind_the_wall(town.account("dorte")):
        dorte = town.person("dorte")
        cases = [case_for(dorte, town.cases[name], Right.KEEP_TALKS) for name in ("other-unit", "restricted")]
        for case in cases:
            keep_draft(by=dorte, case=case, form="book", fields={"agenda": [case.number]})

        assert [draft_of(dorte, case, "book") for case in cases] == [
            {"agenda": [case.number]} for case in cases
        ]
