"""The report of an extract, read in the app and fetched: what the command makes of the same extract."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from uuid import UUID, uuid4

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from sammetag.config.command import main
from sammetag.studies.actions.extract import freeze_extract
from sammetag.studies.models import FrozenExtract
from tests.studies.deeds import EVALUATOR, LEADER, behind, frozen_study_in
from tests.studies.drawing import citizens_in, drawn_long_ago
from tests.town import Town

Browse = Callable[[str], Client]


@pytest.fixture
def study(committed: Town) -> UUID:
    """A frozen study in which eight were drawn a hundred days ago."""
    study_id = frozen_study_in(committed)
    drawn_long_ago(committed, study_id, citizens_in(committed, 8, granted_days=120))
    return study_id


def taken_out(town: Town, study_id: UUID, by: str) -> FrozenExtract:
    with behind(town, by):
        return freeze_extract(
            by=town.person(by), study_id=study_id, token=uuid4(), cut_on=timezone.localdate()
        )


def at(name: str, study_id: UUID, extract: FrozenExtract, *more: str) -> str:
    return reverse(name, args=[study_id, extract.id, *more])


def test_a_member_reads_the_report_in_their_own_language(
    browse: Browse, committed: Town, study: UUID
) -> None:
    url = at("study-report", study, taken_out(committed, study, LEADER))
    client = browse(LEADER)

    danish = client.get(url).content.decode()
    client.post(reverse("language"), {"language": "en", "next": "/"})
    english = client.get(url).content.decode()

    assert "Rapport: Under samme tag" in danish
    assert "Første samtale" in danish
    assert "Report: Under samme tag" in english
    assert "First talk" in english


def test_the_report_that_is_fetched_is_what_the_command_makes_of_the_extract(
    browse: Browse, committed: Town, study: UUID, tmp_path: Path
) -> None:
    extract = taken_out(committed, study, LEADER)
    client = browse(LEADER)
    file = tmp_path / "extract.json"
    file.write_bytes(client.get(at("study-extract-file", study, extract)).content)

    code = main(["evaluate", "report", str(file), "--out", str(tmp_path)])

    assert code == 0
    for form in ("html", "pdf", "json"):
        fetched = client.get(at("study-report-file", study, extract, form)).content
        assert fetched == (tmp_path / f"report.{form}").read_bytes(), form


def test_whoever_is_blind_reads_of_letters_only(browse: Browse, committed: Town, study: UUID) -> None:
    blind = taken_out(committed, study, EVALUATOR)
    client = browse(EVALUATOR)

    page = client.get(at("study-report", study, blind)).content.decode()
    numbers = json.loads(client.get(at("study-report-file", study, blind, "json")).content)

    assert "Som hidtil" not in page
    assert "Som hidtil" not in json.dumps(numbers, ensure_ascii=False)


def test_whoever_is_blind_does_not_find_the_report_that_names_the_arms(
    browse: Browse, committed: Town, study: UUID
) -> None:
    naming = taken_out(committed, study, LEADER)
    client = browse(EVALUATOR)

    assert client.get(at("study-report", study, naming)).status_code == 404
    assert client.get(at("study-report-file", study, naming, "json")).status_code == 404


def test_there_is_no_report_in_a_form_that_nobody_makes(browse: Browse, committed: Town, study: UUID) -> None:
    extract = taken_out(committed, study, LEADER)

    assert browse(LEADER).get(at("study-report-file", study, extract, "docx")).status_code == 404
