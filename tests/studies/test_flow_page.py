"""Who is in the trial, on its page: everybody is accounted for, and no outcome is told."""

from __future__ import annotations

from html import unescape
from typing import Any

from django.urls import reverse
from django.utils import timezone

from sammetag.evaluation.trial.extract import Extract
from sammetag.studies.extracting import extract_of
from sammetag.studies.flow_page import sections_of
from sammetag.studies.opening import study_for
from tests.studies.deeds import DRAWER, EVALUATOR, LEADER, behind, frozen_study_in
from tests.studies.drawing import citizens_in, drawn, drawn_long_ago
from tests.town import Town


def shown(browse: Any, who: str, study_id: Any, language: str = "da") -> str:
    client = browse(who)
    client.cookies["django_language"] = language
    response = client.get(reverse("study-flow", args=[study_id]))
    assert response.status_code == 200
    return unescape(response.text)


def extract_in(town: Town, study_id: Any) -> Extract:
    with behind(town, LEADER):
        return extract_of(study_for(town.person(LEADER), study_id), timezone.localdate())


def test_before_anybody_is_drawn_the_page_says_so(committed: Town, browse: Any) -> None:
    study_id = frozen_study_in(committed)

    assert "Der er ikke trukket lod endnu." in shown(browse, EVALUATOR, study_id)


def test_everybody_on_the_lists_is_accounted_for_in_a_figure_and_a_table(
    committed: Town, browse: Any
) -> None:
    study_id = frozen_study_in(committed)
    drawn(committed, study_id, [*citizens_in(committed, 6), committed.cases["closed"]])
    page = shown(browse, DRAWER, study_id)

    assert "<svg" in page and "<title" in page
    assert "På listerne" in page
    assert "Der er 0 i udtrækket" not in page
    assert "Under samme tag" in page


def test_whoever_is_blind_sees_letters_and_no_arm(committed: Town, browse: Any) -> None:
    study_id = frozen_study_in(committed)
    drawn(committed, study_id, citizens_in(committed, 6))
    page = shown(browse, EVALUATOR, study_id)

    assert "Som hidtil" not in page
    assert "Lund" not in page


def test_one_arm_alone_cannot_be_compared_and_the_page_says_why(committed: Town, browse: Any) -> None:
    study_id = frozen_study_in(committed)
    drawn(committed, study_id, citizens_in(committed, 1))

    for who in (LEADER, EVALUATOR):
        assert shown(browse, who, study_id)


def test_the_boxes_add_up_and_no_outcome_is_told(committed: Town) -> None:
    study_id = frozen_study_in(committed)
    drawn_long_ago(committed, study_id, citizens_in(committed, 8, granted_days=120))
    extract = extract_in(committed, study_id)
    sections = sections_of(extract, "da")

    assert [one.key for one in sections] == ["flow", "balance", "leaving", "mixing", "deviations"]
    assert "Første samtale" not in str(sections)
    assert "skulle være trukket" not in str(sections)


def test_the_page_is_there_in_english(committed: Town, browse: Any) -> None:
    study_id = frozen_study_in(committed)
    drawn(committed, study_id, citizens_in(committed, 4))

    assert "On the lists" in shown(browse, DRAWER, study_id, "en")
