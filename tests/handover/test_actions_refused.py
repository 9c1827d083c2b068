"""What is refused when a case is to change hands: in a plain sentence, and with nothing changed."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from typing import Any
from uuid import uuid4

import pytest
from django.db import IntegrityError, transaction

from sammetag.cases.models import HandOver, HandOverState
from sammetag.errors import NotAllowed, RuleBroken, SammetagError, StalePage
from sammetag.handover.actions import change
from sammetag.handover.terms import Terms
from tests.access.walls import Superuser
from tests.handover.deeds import agree, as_person, case_now, coordinators, give, hand_overs, today, told
from tests.together import at_once
from tests.town import Town

Refusal = Callable[[Town], Any]
SICK = {"reason": "Sygdom"}

REFUSED: dict[str, tuple[Refusal, type[SammetagError], str]] = {
    "to whoever has it": (lambda t: give(t, "lis", "astrid"), RuleBroken, "har allerede den koordinator"),
    "to a mentor": (lambda t: give(t, "astrid", "mads"), RuleBroken, "ikke koordinator i kommunen"),
    "to a leader": (lambda t: give(t, "astrid", "lis"), RuleBroken, "ikke koordinator i kommunen"),
    "to whoever has no role": (lambda t: give(t, "astrid", "nora"), RuleBroken, "ikke koordinator"),
    "to another municipality": (lambda t: give(t, "astrid", "esther"), RuleBroken, "ikke koordinator"),
    "yesterday": (
        lambda t: give(t, "astrid", "birk", on=today() - timedelta(days=1)),
        RuleBroken,
        "Dagen er passeret",
    ),
    "in two years": (
        lambda t: give(t, "astrid", "birk", on=today() + timedelta(days=700)),
        RuleBroken,
        "Er årstallet rigtigt",
    ),
    "with a book": (
        lambda t: give(t, "astrid", "birk", notes="x" * 20_001),
        RuleBroken,
        "Din tekst er ikke tabt",
    ),
    "closed": (lambda t: give(t, "astrid", "birk", "closed"), RuleBroken, "Sagen er lukket"),
    "to nobody without a reason": (lambda t: give(t, "lis", None), RuleBroken, "Skriv, hvorfor"),
    "to nobody later": (
        lambda t: give(t, "lis", None, on=today() + timedelta(days=3), **SICK),
        RuleBroken,
        "Der er tid til",
    ),
    "restricted to nobody": (
        lambda t: give(t, "dorte", None, "restricted", seen="dorte", **SICK),
        RuleBroken,
        "Sagen er beskyttet",
    ),
    "by a mentor": (lambda t: give(t, "mads", "birk"), NotAllowed, ""),
    "by a foreign unit": (lambda t: give(t, "dorte", "dorte"), NotAllowed, ""),
    "by a foreign municipality": (lambda t: give(t, "esther", "esther"), NotAllowed, ""),
    "restricted by its unit's leader": (
        lambda t: give(t, "lis", "birk", "restricted", seen="dorte"),
        NotAllowed,
        "",
    ),
    "that changed meanwhile": (lambda t: give(t, "lis", "birk", seen="dorte"), StalePage, "Intet er ændret"),
}


@pytest.mark.parametrize("what", REFUSED)
def test_what_cannot_be_is_refused_and_changes_nothing(what: str, committed: Town) -> None:
    act, fault, words = REFUSED[what]
    before = coordinators(committed), case_now(committed).coordinator_id

    with pytest.raises(fault) as refused:
        act(committed)

    assert words in str(refused.value.sentence)
    assert (coordinators(committed), case_now(committed).coordinator_id) == before
    assert (hand_overs(committed), told(committed)) == ([], [])


def test_a_successor_whose_account_was_closed_is_refused(committed: Town, superuser: Superuser) -> None:
    superuser.execute("UPDATE people_account SET is_active = false WHERE username = 'birk'")

    with pytest.raises(RuleBroken, match="not at work"):
        give(committed, "astrid", "birk")


def test_a_successor_who_has_left_by_then_is_refused_and_until_their_last_day_is_not(
    committed: Town, superuser: Superuser
) -> None:
    superuser.execute(
        "UPDATE access_roleheld SET until = current_date + 5 WHERE staff_id = %s",
        [committed.staff["birk"].id],
    )

    with pytest.raises(RuleBroken) as refused:
        agree(committed, days=7)
    assert "ikke længere koordinator den" in str(refused.value.sentence)

    agreed = agree(committed, days=4)
    with pytest.raises(RuleBroken, match="gone by then"), as_person(committed, "astrid") as by:
        change(
            by=by,
            case_id=committed.cases["own"],
            hand_over_id=agreed.id,
            version=1,
            taker=committed.staff["birk"].id,
            terms=Terms(on=today() + timedelta(days=7)),
        )


def test_a_second_successor_is_refused_while_one_is_agreed(committed: Town) -> None:
    agree(committed)

    with pytest.raises(RuleBroken) as refused:
        give(committed, "lis", "dorte")

    assert "Det er allerede aftalt, at Birk får sagen" in str(refused.value.sentence)
    assert case_now(committed).coordinator_id == committed.staff["astrid"].id


def test_the_database_refuses_a_second_agreement_too(committed: Town) -> None:
    first = agree(committed)
    with (
        as_person(committed, "astrid"),
        pytest.raises(IntegrityError, match="one_hand_over_under_way"),
        transaction.atomic(),
    ):
        second = HandOver.objects.scoped("test").get(pk=first.pk)
        second.pk = uuid4()
        second.save(force_insert=True)


def test_of_two_who_give_one_case_to_different_people_one_is_told_what_happened(committed: Town) -> None:
    answers = at_once(lambda: give(committed, "lis", "birk"), lambda: give(committed, "astrid", "dorte"))

    refused = [one for one in answers if isinstance(one, SammetagError)]
    assert len(refused) == 1
    assert len(hand_overs(committed)) == 1
    # Whoever came second finds another coordinator, or a case that has moved away.
    assert isinstance(refused[0], StalePage | NotAllowed)
    assert coordinators(committed)[-1][2] is None and len(coordinators(committed)) == 2


def test_of_two_who_agree_different_successors_one_is_told_whom_the_other_chose(committed: Town) -> None:
    answers = at_once(lambda: agree(committed, "lis", "birk"), lambda: agree(committed, "astrid", "dorte"))

    [refused] = [one for one in answers if isinstance(one, SammetagError)]
    assert "Det er allerede aftalt" in str(refused.sentence)
    assert [row.state for row in hand_overs(committed)] == [HandOverState.AGREED]


def test_the_same_form_twice_is_one_hand_over(committed: Town) -> None:
    token = uuid4()

    answers = at_once(*[lambda: give(committed, "astrid", "birk", token=token)] * 2)

    assert [one.rows[0].pk for one in answers] == [token, token]
    assert [event.kind for event in told(committed)].count("case.handed-over") == 1
