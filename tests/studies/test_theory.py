"""The programme theory: written by those who work in the study, told round by round, nothing lost."""

from __future__ import annotations

from datetime import timedelta
from typing import Any
from uuid import uuid4

import pytest
from django.utils import timezone

from sammetag.errors import NotAllowed, RuleBroken, StalePage
from sammetag.journal.models import Event
from sammetag.studies.actions.study import close
from sammetag.studies.actions.theory import (
    ElementText,
    Place,
    RoundText,
    change_element,
    place_element,
    tell_round,
    write_element,
)
from sammetag.studies.models import Element, Practice, Round, Side
from sammetag.studies.opening import study_for
from sammetag.studies.theory_queries import Line, Theory, theory_of
from sammetag.studies.writing import Refused
from tests.studies.around import A_YEAR, element, round_told
from tests.studies.deeds import DRAWER, EVALUATOR, LEADER, behind, frozen_study_in, study_in
from tests.town import Town

pytestmark = pytest.mark.django_db
TEXT = ElementText(Side.CITIZEN, "Ugentlige samtaler", "Det giver motivation.", "first-talk")


def seen(town: Town, study: Any, name: str = LEADER) -> Theory:
    with behind(town, name):
        return theory_of(study_for(town.person(name), study))


def line(theory: Theory, title: str) -> Line:
    return next(one for one in theory.lines if one.element.title == title)


@pytest.mark.parametrize("name", [LEADER, EVALUATOR])
def test_who_works_in_the_study_writes_an_element_once_though_sent_twice(town: Town, name: str) -> None:
    study, token = study_in(town), uuid4()
    with behind(town, name):
        for _ in range(2):
            write_element(by=town.person(name), study_id=study, token=token, text=TEXT)

        assert Element.objects.scoped("test").filter(study_id=study).count() == 1
        assert Event.objects.scoped("test").filter(kind="theory.written").count() == 1


@pytest.mark.parametrize("name", [DRAWER, "birk", "dorte", "esther", "mads"])
def test_nobody_else_writes_one(town: Town, name: str) -> None:
    study = study_in(town)
    with behind(town, name), pytest.raises(NotAllowed):
        write_element(by=town.person(name), study_id=study, token=uuid4(), text=TEXT)


def test_an_element_of_another_study_is_not_there(town: Town) -> None:
    mine, other = study_in(town), study_in(town)
    theirs = element(town, other)
    with behind(town, LEADER), pytest.raises(NotAllowed):
        change_element(by=town.person(LEADER), study_id=mine, element_id=theirs.id, version=1, text=TEXT)


def test_the_second_who_changes_it_is_asked_to_look_and_the_first_words_stay_in_the_journal(
    town: Town,
) -> None:
    study = study_in(town)
    one = element(town, study, "Først")
    with behind(town, LEADER):
        change_element(by=town.person(LEADER), study_id=study, element_id=one.id, version=1, text=TEXT)
    with behind(town, EVALUATOR), pytest.raises(StalePage):
        text = ElementText(Side.CITIZEN, "Sidst", "")
        change_element(by=town.person(EVALUATOR), study_id=study, element_id=one.id, version=1, text=text)

    with behind(town, LEADER):
        assert Element.objects.scoped("test").get(pk=one.id).title == TEXT.title
        written = Event.objects.scoped("test").get(kind="theory.written")
        assert written.data["title"] == "Først"


def test_an_element_moves_one_place_however_often_the_click_is_sent(town: Town) -> None:
    study = study_in(town)
    for title in ("A", "B", "C"):
        last = element(town, study, title)
    with behind(town, LEADER):
        how: dict[str, Any] = {"study_id": study, "element_id": last.id, "version": 1, "position": 3}
        place_element(by=town.person(LEADER), place=Place.UP, **how)
        with pytest.raises(StalePage):
            place_element(by=town.person(LEADER), place=Place.UP, **how)

    assert [one.element.title for one in seen(town, study).lines] == ["A", "C", "B"]


def test_what_is_taken_out_can_be_put_back_with_what_was_told_of_it(town: Town) -> None:
    study = study_in(town)
    one = element(town, study)
    round_told(town, study, one, Practice.PARTLY)
    with behind(town, LEADER):
        how: dict[str, Any] = {"study_id": study, "element_id": one.id, "position": 1}
        place_element(by=town.person(LEADER), version=1, place=Place.OUT, **how)
    assert [out.id for out in seen(town, study).taken_out] == [one.id]
    with behind(town, LEADER):
        place_element(by=town.person(LEADER), version=2, place=Place.BACK, **how)

    (cell,) = [cell for cell in line(seen(town, study), "Samme tag").cells if cell.latest]
    assert cell.latest is not None and cell.latest.state == Practice.PARTLY


def test_the_latest_that_was_told_of_a_round_holds_and_the_earlier_stays(town: Town) -> None:
    study = study_in(town)
    one = element(town, study)
    round_told(town, study, one, Practice.PLANNED)
    round_told(town, study, one, Practice.NEVER)

    cell = line(seen(town, study), "Samme tag").cells[0]

    assert cell.latest is not None and cell.latest.state == Practice.NEVER
    assert [row.state for row in cell.earlier] == [Practice.PLANNED]


def test_the_table_has_a_column_for_each_round_in_each_arm_in_the_order_of_their_days(town: Town) -> None:
    study = study_in(town)
    one = element(town, study)
    round_told(town, study, one, Practice.PRACTISED, name="2018")
    round_told(town, study, one, Practice.PLANNED, name="2017", arm="control")

    theory = seen(town, study, EVALUATOR)

    assert [(of.arm.name, of.rounds) for of in theory.arms] == [
        ("treatment", ("2017", "2018")),
        ("control", ("2017", "2018")),
    ]
    assert len(line(theory, "Samme tag").cells) == theory.columns == 4


def test_what_never_came_into_practice_stands_out_and_what_did_in_part_does_not(town: Town) -> None:
    study = study_in(town)
    for title, states in {
        "Aldrig": [Practice.PLANNED, Practice.NEVER],
        "Delvist": [Practice.PARTLY, Practice.NEVER],
        "Ikke endnu": [Practice.NEVER],
        "Kun plan": [Practice.PLANNED],
        "Tavs": [],
    }.items():
        one = element(town, study, title)
        for name, state in zip(("2017", "2018"), states, strict=False):
            round_told(town, study, one, state, name=name)

    theory = seen(town, study)

    assert [one.element.title for one in theory.lines if one.never] == ["Aldrig"]
    assert [one.element.title for one in theory.lines if one.not_yet] == ["Ikke endnu"]
    assert [one.element.title for one in theory.lines if one.only_planned] == ["Kun plan"]
    assert theory.sentences == ["1 af 5 elementer kom aldrig i praksis: Aldrig."]


def test_an_element_that_the_control_has_come_to_do_too_is_told(town: Town) -> None:
    study = study_in(town)
    one = element(town, study, "Fokus fra dag ét")
    round_told(town, study, one, Practice.PRACTISED)
    round_told(town, study, one, Practice.NEVER, arm="control")
    assert not line(seen(town, study), one.title).shared
    round_told(town, study, one, Practice.PRACTISED, name="2018", arm="control")

    (sentence,) = seen(town, study).sentences
    assert "»Som hidtil«" in sentence and one.title in sentence


def test_a_round_of_a_day_to_come_or_an_arm_that_is_not_there_is_refused(town: Town) -> None:
    study = study_in(town)
    one = element(town, study)
    tomorrow = timezone.localdate() + timedelta(days=1)
    with behind(town, LEADER):
        for about, told in (
            ("on", RoundText("2030", tomorrow, "control", Practice.NEVER)),
            ("arm", RoundText("2017", A_YEAR, "third", Practice.NEVER)),
            ("name", RoundText(" ", A_YEAR, "control", Practice.NEVER)),
        ):
            with pytest.raises(Refused) as refused:
                tell_round(
                    by=town.person(LEADER), study_id=study, element_id=one.id, token=uuid4(), told=told
                )
            assert refused.value.about == about
        assert not Round.objects.scoped("test").exists()


def test_nothing_is_written_in_a_study_that_is_closed(town: Town) -> None:
    study = frozen_study_in(town)
    with behind(town, LEADER):
        close(by=town.person(LEADER), study_id=study, version=2)
        with pytest.raises(RuleBroken):
            write_element(by=town.person(LEADER), study_id=study, token=uuid4(), text=TEXT)
