"""Extracts in the browser: made on a page, fetched as a file."""

from __future__ import annotations

from typing import Any
from uuid import uuid4

from django.utils import timezone

from sammetag.evaluation.trial.extract import sha256
from sammetag.studies.models import FrozenExtract
from tests.studies.deeds import EVALUATOR, behind
from tests.studies.paging import at, drawn_people, page
from tests.town import Town


def test_an_extract_is_made_on_its_page_and_the_file_has_its_fingerprint(
    committed: Town, browse: Any
) -> None:
    study_id, _entries = drawn_people(committed)
    client, address = browse(EVALUATOR), at("study-extracts", study_id)
    made = client.post(address, {"cut_on": timezone.localdate().isoformat(), "token": str(uuid4())})
    with behind(committed, EVALUATOR):
        extract = FrozenExtract.objects.scoped("test").get(study_id=study_id)
    file = client.get(at("study-extract-file", study_id, extract_id=extract.id))

    assert made.status_code == 302
    assert extract.sha256 in page(client, address)
    assert sha256(file.text) == extract.sha256
    assert file["Content-Disposition"].startswith("attachment")


def test_extracts_of_one_day_are_told_apart_by_their_time(committed: Town, browse: Any) -> None:
    study_id, _entries = drawn_people(committed)
    client, address = browse(EVALUATOR), at("study-extracts", study_id)
    today = timezone.localdate().isoformat()

    client.post(address, {"cut_on": today, "token": str(uuid4())})
    one = page(client, address)
    client.post(address, {"cut_on": today, "token": str(uuid4())})

    assert ", taget ud" not in one
    assert page(client, address).count(", taget ud") == 2
