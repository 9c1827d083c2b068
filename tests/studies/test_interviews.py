"""Interviews: counted so that the sums add up, and nobody can be known from what is written."""

from __future__ import annotations

from datetime import timedelta
from typing import Any
from uuid import UUID, uuid4

import pytest
from django.db import DatabaseError, connection, transaction
from django.utils import timezone

from sammetag.errors import NotAllowed, StalePage
from sammetag.journal.models import Event
from sammetag.studies.actions.interviews import change_interview, drop_quotation, log_interview
from sammetag.studies.interview_queries import counts_of, interviews_of, sentences_of
from sammetag.studies.models import Interview, Quotation
from sammetag.studies.names import Named, number_in
from sammetag.studies.opening import study_for
from sammetag.studies.writing import Refused
from tests.studies.around import drawn, interview, interview_text, quotation
from tests.studies.deeds import DRAWER, EVALUATOR, LEADER, behind, frozen_study_in, study_in
from tests.town import Town

pytestmark = pytest.mark.django_db


def ask_for_names(study: UUID) -> None:
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("SELECT studies_named(%s, %s::text[])", [study, ["aase"]])


@pytest.mark.parametrize("name", [DRAWER, "birk", "dorte", "esther", "mads"])
def test_nobody_logs_an_interview_who_does_not_work_in_the_study(town: Town, name: str) -> None:
    study = study_in(town)
    with behind(town, name), pytest.raises(NotAllowed):
        log_interview(by=town.person(name), study_id=study, token=uuid4(), text=interview_text())


def test_an_interview_sent_twice_is_logged_once_and_its_event_tells_no_words(town: Town) -> None:
    study, token = study_in(town), uuid4()
    with behind(town, EVALUATOR):
        for _ in range(2):
            log_interview(by=town.person(EVALUATOR), study_id=study, token=token, text=interview_text())

        assert Interview.objects.scoped("test").count() == 1
        (event,) = Event.objects.scoped("test").filter(kind="interview.logged")
    assert "chosen_by" not in event.data


def test_persons_are_counted_by_role_round_and_arm_and_both_sums_agree(town: Town) -> None:
    study = study_in(town)
    interview(town, study, round="2017")
    interview(town, study, role="Borger", persons=6, came=3)
    interview(town, study, role="Borger", arm="control", persons=11, came=11, group=True)
    interview(town, study, role="Borger", came=0)

    with behind(town, EVALUATOR):
        opened = study_for(town.person(EVALUATOR), study)
        counts = counts_of(opened, interviews_of(opened))

    assert [(one.arm, one.round) for one in counts.columns] == [
        ("treatment", "2017"),
        ("treatment", "2018"),
        ("control", "2018"),
    ]
    assert {one.role: one.counts for one in counts.lines} == {"Leder": (1, 0, 0), "Borger": (0, 3, 11)}
    assert counts.totals == [1, 3, 11]
    assert counts.total == sum(counts.totals) == sum(line.total for line in counts.lines)


def test_who_chose_who_held_and_who_stayed_away_is_told(town: Town) -> None:
    study = study_in(town)
    interview(town, study)
    interview(town, study, role="Borger", persons=6, came=3, chosen_by="vejlederne")
    interview(
        town, study, role="Borger", arm="control", persons=11, came=11, group=True, held_by="afdelingen"
    )
    interview(town, study, came=None, held_on=None, agreed_on=timezone.localdate() + timedelta(days=3))

    with behind(town, LEADER):
        sentences = sentences_of(interviews_of(study_for(town.person(LEADER), study)))

    assert sentences == [
        "Hvem valgte dem: evaluator (12), vejlederne (3).",
        "Hvem holdt interviewene: afdelingen (11), evaluator (4).",
        "11 af 15 talte i en gruppe. Den blev holdt af: afdelingen.",
        "Borger (Under samme tag): aftalt med 6, og 3 kom.",
        "1 interview er aftalt og endnu ikke holdt.",
    ]


@pytest.mark.parametrize(
    ("about", "otherwise"),
    [
        ("came", {"came": None}),
        ("came", {"came": 2}),
        ("held_on", {"held_on": None}),
        ("agreed_on", {"held_on": None, "came": None}),
        ("arm", {"arm": "third"}),
        ("persons", {"persons": 0, "came": 0}),
        ("chosen_by", {"chosen_by": "Dorte"}),
        ("themes", {"themes": ("Birks sager",)}),
        ("held_by", {"held_by": "lis@kommune.dk"}),
        ("themes", {"themes": ("Ring 28 90 45 12",)}),
    ],
)
def test_what_cannot_be_or_names_somebody_is_refused_at_its_field(
    town: Town, about: str, otherwise: dict[str, Any]
) -> None:
    study = study_in(town)
    with pytest.raises(Refused) as refused:
        interview(town, study, **otherwise)
    assert refused.value.about == about


def test_the_second_who_changes_an_interview_is_asked_to_look(town: Town) -> None:
    study = study_in(town)
    one = interview(town, study)
    with behind(town, LEADER):
        how: dict[str, Any] = {"study_id": study, "interview_id": one.id, "version": 1}
        change_interview(by=town.person(LEADER), text=interview_text(role="Fagkoordinator"), **how)
        with pytest.raises(StalePage):
            change_interview(by=town.person(LEADER), text=interview_text(role="Vejleder"), **how)
        assert Interview.objects.scoped("test").get().role == "Fagkoordinator"


@pytest.mark.parametrize(
    "text",
    [
        "Hun er 010180-1234.",
        "Hun er 010180 1234 og glad.",
        "0101801234",
        "Skriv til a.b@c.dk!",
        "Ring 12 34 56 78",
        "Ring +45 12345678.",
        "Ring 12345678.",
        "Ring 12.34.56.78",
    ],
)
def test_what_looks_like_a_number_of_somebody_is_found(text: str) -> None:
    assert number_in(text)


@pytest.mark.parametrize(
    "text",
    ["Fra 2018-2019.", "Den 12-05-2018.", "I 2017 og 2018.", "20.000 kr.", "3 af 6, 50 pct.", "Nr. 123456"],
)
def test_years_days_and_amounts_are_no_numbers_of_anybody(text: str) -> None:
    assert number_in(text) == ""


@pytest.mark.parametrize("words", ["Jeg talte med dorte.", "Det er Birks idé.", "BIRK siger det."])
def test_a_quotation_that_names_a_colleague_is_refused_and_says_which_word(town: Town, words: str) -> None:
    held = interview(town, study_in(town))
    with pytest.raises(Named) as named:
        quotation(town, held, words)
    assert len(named.value.words) == 1
    assert named.value.words[0] in str(named.value.sentence)


def test_a_citizen_of_the_study_is_found_by_any_name_and_in_any_spelling(town: Town) -> None:
    study = frozen_study_in(town)
    held = interview(town, study)
    assert quotation(town, held, "Åse var glad.")
    drawn(town, study)

    for words in ("Åse var glad.", "åses mor", "Aase", "fru Ærø"):
        with pytest.raises(Named):
            quotation(town, held, words)
    assert quotation(town, held, "Vi var glade.")


def test_a_citizen_of_no_study_is_not_found(town: Town) -> None:
    study, other = frozen_study_in(town), frozen_study_in(town)
    drawn(town, other)

    assert quotation(town, interview(town, study), "Åse var glad.")


def test_the_writer_may_say_of_a_name_that_it_is_not_that_person_but_of_no_number(town: Town) -> None:
    held = interview(town, study_in(town))

    assert quotation(town, held, "Dorte er min nabo.", ["Dorte"])
    with pytest.raises(Named) as named:
        quotation(town, held, "Dorte og Birk.", ["Dorte"])
    assert named.value.words == ["Birk"]
    with pytest.raises(Refused):
        quotation(town, held, "Ring 12345678.", ["12345678"])


@pytest.mark.parametrize("name", [DRAWER, "birk", "esther"])
def test_the_database_answers_about_names_only_to_who_works_in_the_study(town: Town, name: str) -> None:
    study = study_in(town)
    with behind(town, name), pytest.raises(DatabaseError, match="not theirs"):
        ask_for_names(study)


def test_a_quotation_is_taken_out_once_and_stays_on_record(town: Town) -> None:
    study = study_in(town)
    said = quotation(town, interview(town, study), "Vi venter.")
    with behind(town, LEADER):
        for _ in range(2):
            drop_quotation(by=town.person(LEADER), study_id=study, quotation_id=said.id)

        assert Quotation.objects.scoped("test").get().removed_at is not None
        assert Event.objects.scoped("test").filter(kind="quotation.taken-out").count() == 1
