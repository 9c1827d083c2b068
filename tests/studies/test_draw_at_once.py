"""Two who draw at the same moment: the lists come after each other, and the second is told."""

from __future__ import annotations

from collections.abc import Callable
from uuid import UUID

from sammetag.studies.actions.study import name_member
from sammetag.studies.models import Draw, Duty
from sammetag.studies.writing import Refused
from tests.studies.deeds import DRAWER, LEADER, behind, frozen_study_in
from tests.studies.drawing import citizens_in, drawn, entries_of
from tests.together import together
from tests.town import Town


def drawing(town: Town, name: str, study_id: UUID, cases: list[UUID]) -> Callable[[], list[Draw]]:
    return lambda: drawn(town, study_id, cases, by=name)


def let_birk_draw(town: Town, study_id: UUID) -> None:
    with behind(town, LEADER):
        name_member(
            by=town.person(LEADER), study_id=study_id, staff_id=town.staff["birk"].id, duty=Duty.DRAWS
        )


def test_of_two_who_draw_in_one_trial_the_second_is_told(committed: Town) -> None:
    study_id, cases = frozen_study_in(committed), citizens_in(committed, 6)
    let_birk_draw(committed, study_id)

    answers = together(
        committed,
        (DRAWER, drawing(committed, DRAWER, study_id, cases[:4])),
        ("birk", drawing(committed, "birk", study_id, cases[2:])),
    )

    assert sorted(type(one).__name__ for one in answers) == ["Refused", "list"]
    assert [one.about for one in answers if isinstance(one, Refused)] == ["extra"]
    with behind(committed, DRAWER):
        assert len(entries_of(study_id)) == 4


def test_nobody_comes_into_two_trials_in_the_same_moment(committed: Town) -> None:
    studies, cases = [frozen_study_in(committed) for _ in range(2)], citizens_in(committed, 4)
    let_birk_draw(committed, studies[1])

    answers = together(
        committed,
        (DRAWER, drawing(committed, DRAWER, studies[0], cases)),
        ("birk", drawing(committed, "birk", studies[1], cases)),
    )

    assert sorted(type(one).__name__ for one in answers) == ["Refused", "list"]
    with behind(committed, DRAWER):
        assert sorted(len(entries_of(one)) for one in studies) == [0, 4]
