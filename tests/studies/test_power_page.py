"""How many persons a trial takes, as the page tells it."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from django.test import Client
from django.urls import reverse

from tests.town import Town

Browse = Callable[[str], Client]


def test_it_answers_by_itself_as_the_copenhagen_trial_was_planned(browse: Browse, committed: Town) -> None:
    """R 4.2.2: power.prop.test(p1 = .10, p2 = .25, power = .8) gives 99.7 persons in each arm."""
    shown = browse("eva").get(reverse("study-power"))

    lines = [(one.figure, one.sentence) for one in shown.context["lines"]]
    assert lines[0][0] == "200"
    assert lines[1] == ("80", "af 100 forsøg med 200 borgere finder forskellen.")


def test_without_a_number_of_persons_it_tells_how_many_are_needed(browse: Browse, committed: Town) -> None:
    asked = {"control": "10", "treatment": "20", "power": "80", "persons": ""}

    shown = browse("lis").get(reverse("study-power"), asked)

    assert [one.figure for one in shown.context["lines"]][0] == "398"
    assert len(shown.context["lines"]) == 2


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ({"treatment": "10"}, "skal være forskellige"),
        ({"control": "mange"}, "id_control_error"),
        ({"control": "0"}, "id_control_error"),
        ({"persons": "3"}, "id_persons_error"),
    ],
)
def test_what_cannot_be_worked_out_is_told_by_its_field(
    browse: Browse, committed: Town, typed: dict[str, str], told: str
) -> None:
    asked = {"control": "10", "treatment": "25", "power": "80", "persons": "200"}

    answer = browse("lis").get(reverse("study-power"), asked | typed)

    assert answer.status_code == 422
    assert told in answer.content.decode()
