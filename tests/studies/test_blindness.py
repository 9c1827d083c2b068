"""Nobody who is blind learns which arm is which, nor who somebody is, by any page of a trial."""

from __future__ import annotations

import re
from typing import Any
from uuid import UUID, uuid4

import pytest
from django.db import ProgrammingError, connection, transaction
from django.db.utils import IntegrityError
from django.utils import timezone

from sammetag.evaluation.trial.protocol import Arm
from sammetag.studies.actions.deviation import Happening, record_deviation
from sammetag.studies.actions.extract import freeze_extract
from sammetag.studies.actions.study import end_member, name_member
from sammetag.studies.actions.theory import ElementText, write_element
from sammetag.studies.followed import deviated_in
from sammetag.studies.models import DeviationKind, Duty, Element, Member, Side
from sammetag.studies.writing import Refused
from tests.studies.deeds import DRAWER, EVALUATOR, LEADER, behind, frozen_study_in, study_in
from tests.studies.drawing import citizens_in, drawn_long_ago
from tests.studies.paging import at, drawn_people, page
from tests.town import Town

TELLS = "Alle i Som hidtil blev flyttet til Paraplyen."


def test_what_went_otherwise_with_a_whole_trial_is_told_to_the_blind_without_its_words(
    committed: Town, browse: Any
) -> None:
    study_id, _entries = drawn_people(committed)
    with behind(committed, LEADER):
        record_deviation(
            by=committed.person(LEADER),
            study_id=study_id,
            token=uuid4(),
            happening=Happening(DeviationKind.OTHER, timezone.localdate(), TELLS),
        )

    told = page(browse(EVALUATOR), at("study-log", study_id))
    assert f"Andet: {TELLS}" in page(browse(LEADER), at("study-log", study_id))
    assert re.search(r'class="st-table-note">[^<]*: Andet</p>', told)
    assert TELLS not in told
    with behind(committed, EVALUATOR):
        assert [one.words for one in deviated_in(study_id)] == [""]


def test_what_went_otherwise_with_a_list_or_a_person_is_told_to_the_blind_without_its_words(
    committed: Town, browse: Any
) -> None:
    study_id, entries = drawn_people(committed)
    with behind(committed, LEADER):
        for draw_id, entry_id in ((entries[0].draw_id, None), (None, entries[0].id)):
            record_deviation(
                by=committed.person(LEADER),
                study_id=study_id,
                token=uuid4(),
                happening=Happening(DeviationKind.OTHER, timezone.localdate(), TELLS),
                draw_id=draw_id,
                entry_id=entry_id,
            )

    told = page(browse(EVALUATOR), at("study-log", study_id))
    assert page(browse(LEADER), at("study-log", study_id)).count(TELLS) == 2
    assert len(re.findall(r'st-block">Andet</span>', told)) == 2
    assert TELLS not in told


def test_the_plan_tells_the_blind_neither_its_shares_nor_the_order_of_its_arms(
    committed: Town, browse: Any
) -> None:
    arms = (Arm("treatment", "Under samme tag", share=2), Arm("control", "Som hidtil"))
    study_id = frozen_study_in(committed, arms=arms)
    known, told = (page(browse(name), at("study", study_id)) for name in (LEADER, EVALUATOR))

    assert "Pladserne fordeles 2:1." in known
    assert known.index("<p>Under samme tag.") < known.index("<p>Som hidtil.")
    assert "Pladserne" not in told
    assert told.index("<p>Som hidtil.") < told.index("<p>Under samme tag.")


def test_a_blind_report_of_a_single_person_says_why_there_is_none(committed: Town, browse: Any) -> None:
    study_id = frozen_study_in(committed)
    drawn_long_ago(committed, study_id, citizens_in(committed, 1, granted_days=120))
    with behind(committed, EVALUATOR):
        made = freeze_extract(
            by=committed.person(EVALUATOR), study_id=study_id, token=uuid4(), cut_on=timezone.localdate()
        )

    assert "gruppe" in page(browse(EVALUATOR), at("study-report", study_id, extract_id=made.id))
    assert "gruppe" in page(browse(EVALUATOR), at("study-flow", study_id))


def ended(town: Town, study_id: UUID, duty: Duty) -> None:
    with behind(town, LEADER):
        held = Member.objects.scoped("test").get(study_id=study_id, duty=duty)
        end_member(by=town.person(LEADER), study_id=study_id, member_id=held.id)


@pytest.mark.django_db
def test_whoever_has_drawn_is_never_blind_again(town: Town) -> None:
    study_id = study_in(town)
    ended(town, study_id, Duty.DRAWS)

    with behind(town, LEADER), pytest.raises(Refused):
        name_member(
            by=town.person(LEADER), study_id=study_id, staff_id=town.staff[DRAWER].id, duty=Duty.EVALUATES
        )


@pytest.mark.django_db
def test_a_duty_that_is_ended_on_its_first_day_is_ended_at_once(town: Town) -> None:
    study_id = study_in(town)
    ended(town, study_id, Duty.DRAWS)

    with behind(town, DRAWER):
        assert not Member.objects.scoped("test").filter(study_id=study_id).exists()


@pytest.mark.django_db
def test_a_row_stays_with_the_study_it_is_of(town: Town) -> None:
    first, second = study_in(town), study_in(town)
    with behind(town, EVALUATOR):
        element = write_element(
            by=town.person(EVALUATOR),
            study_id=first,
            token=uuid4(),
            text=ElementText(Side.CITIZEN, "Fast vejleder", "Giver ro"),
        )
        with pytest.raises(IntegrityError), transaction.atomic():
            Element.objects.scoped("test").filter(pk=element.id).update(study_id=second)
    with behind(town, LEADER), pytest.raises(ProgrammingError), transaction.atomic():
        Member.objects.scoped("test").filter(study_id=first).update(study_id=second)


@pytest.mark.django_db
def test_whoever_draws_changes_nothing_of_the_study_itself(town: Town) -> None:
    study_id = study_in(town)
    with behind(town, DRAWER), connection.cursor() as cursor:
        cursor.execute("UPDATE studies_study SET title = 'Min' WHERE id = %s", [study_id])

        assert cursor.rowcount == 0


@pytest.mark.django_db
def test_whoever_opens_cases_could_read_the_arms_in_them_and_does_not_evaluate(town: Town) -> None:
    study_id = study_in(town)
    with behind(town, LEADER):
        for name in ("birk", "mads"):
            with pytest.raises(Refused, match="opens cases"):
                name_member(
                    by=town.person(LEADER),
                    study_id=study_id,
                    staff_id=town.staff[name].id,
                    duty=Duty.EVALUATES,
                )
