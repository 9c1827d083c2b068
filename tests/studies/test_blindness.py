"""Nobody who is blind learns which arm is which, nor who somebody is, by any page of a trial."""

from __future__ import annotations

from typing import Any
from uuid import uuid4

from django.utils import timezone

from sammetag.studies.actions.deviation import Happening, record_deviation
from sammetag.studies.actions.extract import freeze_extract
from sammetag.studies.models import DeviationKind
from tests.studies.deeds import EVALUATOR, LEADER, behind, frozen_study_in
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

    assert TELLS in page(browse(LEADER), at("study-log", study_id))
    assert TELLS not in page(browse(EVALUATOR), at("study-log", study_id))


def test_a_blind_report_of_a_single_person_says_why_there_is_none(committed: Town, browse: Any) -> None:
    study_id = frozen_study_in(committed)
    drawn_long_ago(committed, study_id, citizens_in(committed, 1, granted_days=120))
    with behind(committed, EVALUATOR):
        made = freeze_extract(
            by=committed.person(EVALUATOR), study_id=study_id, token=uuid4(), cut_on=timezone.localdate()
        )

    assert "gruppe" in page(browse(EVALUATOR), at("study-report", study_id, extract_id=made.id))
    assert "gruppe" in page(browse(EVALUATOR), at("study-flow", study_id))
