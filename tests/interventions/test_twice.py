"""Two people at once in one intervention: one step is taken, and the other person is told."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any
from uuid import uuid4

from sammetag.access.wall import behind_the_wall
from sammetag.errors import RuleBroken, StalePage
from sammetag.interventions.actions.guarantee import answer
from sammetag.interventions.life import Step
from sammetag.interventions.models import Ending, GuaranteeAnswer, Intervention
from tests.interventions.deeds import Desk, days, kinds, on
from tests.interventions.pages import as_resource_programme, at_desk
from tests.together import together
from tests.town import Town


def desk_of(town: Town, name: str) -> Desk:
    with behind_the_wall(town.account(name)):
        return Desk(town.person(name), town.cases["own"], town.interventions["own"])


def test_of_two_steps_at_once_one_is_taken(committed: Town) -> None:
    astrid, birk = desk_of(committed, "astrid"), desk_of(committed, "birk")
    with at_desk(committed) as desk:
        opened = desk.now()

    found = together(
        committed,
        ("astrid", lambda: astrid.take(opened, Step.PAUSE, -3, reason="Ferie")),
        ("birk", lambda: birk.take(opened, Step.END, -1, ending=Ending.COMPLETED)),
    )

    assert sorted(type(one).__name__ for one in found) == ["Intervention", "StalePage"]
    assert isinstance(next(one for one in found if not isinstance(one, StalePage)), Intervention)
    with at_desk(committed) as desk:
        assert len(kinds(desk.now())) == 1


def test_one_form_sent_twice_at_once_is_one_step(committed: Town) -> None:
    astrid, token = desk_of(committed, "astrid"), uuid4()
    with at_desk(committed) as desk:
        opened = desk.now()

    def pause() -> Any:
        return astrid.take(opened, Step.PAUSE, -3, reason="Ferie", token=token)

    together(committed, ("astrid", pause), ("astrid", pause))

    with at_desk(committed) as desk:
        assert (kinds(desk.now()), days(desk.now())[-1]) == (["paused"], ("paused", -3, None))


def test_one_new_intervention_sent_twice_at_once_is_one(committed: Town) -> None:
    astrid, token = desk_of(committed, "astrid"), uuid4()

    together(committed, *[("astrid", lambda: astrid.begin(token=token))] * 2)

    with at_desk(committed) as desk:
        assert len(desk.all()) == 2


def test_the_guarantee_is_answered_by_one_of_two(committed: Town) -> None:
    with at_desk(committed) as desk:
        as_resource_programme(desk)

    def say(name: str, *, resubmitted: bool) -> Callable[[], Any]:
        desk = desk_of(committed, name)
        said = {"resubmitted": resubmitted, "on": on(0), "reason": "Indlagt"}
        return lambda: answer(by=desk.person, case_id=desk.case_id, token=uuid4(), **said)  # type: ignore[arg-type]

    found = together(
        committed,
        ("astrid", say("astrid", resubmitted=True)),
        ("birk", say("birk", resubmitted=False)),
    )

    assert {type(one) for one in found} == {GuaranteeAnswer, RuleBroken}
