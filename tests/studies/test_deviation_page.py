"""What went otherwise, written in the browser."""

from __future__ import annotations

from typing import Any
from uuid import uuid4

from django.utils import timezone

from sammetag.studies.models import DeviationKind
from tests.studies.deeds import DRAWER, EVALUATOR, LEADER, frozen_study_in
from tests.studies.paging import at, drawn_people, page
from tests.town import Town


def test_what_went_otherwise_is_written_from_the_log_and_shown_there(committed: Town, browse: Any) -> None:
    study_id, entries = drawn_people(committed)
    client, address = browse(LEADER), at("study-deviation", study_id)
    data = {
        "kind": DeviationKind.MOVED.value,
        "on": timezone.localdate().isoformat(),
        "words": "Bor nu i en anden kommune.",
        "token": str(uuid4()),
    }
    response = client.post(f"{address}?entry={entries[0].id}", data)
    swap = client.get(f"{address}?draw={entries[0].draw_id}")

    assert response.status_code == 302
    assert "Bor nu i en anden kommune." in page(client, at("study-log", study_id))
    assert "Hele listen blev byttet om" in swap.text
    assert "Bor nu i en anden kommune." not in page(browse(EVALUATOR), at("study-log", study_id))


def test_a_person_of_another_trial_has_no_page_here(committed: Town, browse: Any) -> None:
    study_id, entries = drawn_people(committed)
    other = frozen_study_in(committed)

    for asked in (f"entry={entries[0].id}", f"draw={entries[0].draw_id}", "entry=x"):
        assert browse(DRAWER).get(f"{at('study-deviation', other)}?{asked}").status_code == 404
    assert browse(DRAWER).get(at("study-drawn", other, draw_id=entries[0].draw_id)).status_code == 404
