"""What a mentor is not told of a case that they were let into: health, treatment, notes and the journal."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from django.test import Client
from django.urls import reverse

from tests.access.walls import Superuser
from tests.town import Town

Browse = Callable[[str], Client]
HIDDEN = {"Smerteklinik", "Rygambulatorium", "Hun sover ikke", "Samtale holdt"}


@pytest.fixture
def told(committed: Town, superuser: Superuser) -> Town:
    """The case that Mads helps in, with something in it that is none of his business."""
    for field, title in (("health", "Smerteklinik"), ("treatment", "Rygambulatorium")):
        superuser.execute(
            "INSERT INTO interventions_intervention (id, case_id, field, title, provider,"
            " hours_per_week, company_based, mentor, kind, ending, end_reason, end_words, version)"
            " VALUES (gen_random_uuid(), %s, %s, %s, '', 2, false, false, 'offer', '', '', '', 1)",
            [committed.cases["own"], field, title],
        )
    superuser.execute(
        "INSERT INTO interventions_stretch (id, case_id, intervention_id, state, since, reason)"
        " SELECT gen_random_uuid(), case_id, id, 'running', current_date - 30, ''"
        " FROM interventions_intervention WHERE field IN ('health', 'treatment')"
    )
    superuser.execute(
        "UPDATE talks_talk SET outcome = 'held', notes = 'Hun sover ikke',"
        " starts_at = now() - interval '1 day', ends_at = now() - interval '23 hours' WHERE id = %s",
        [committed.talks["own"]],
    )
    superuser.execute(
        "INSERT INTO journal_event (id, municipality_id, case_id, kind, subject, occurred_at, precision,"
        " recorded_at, role, data, version, salt)"
        " VALUES (gen_random_uuid(), gen_random_uuid(), %s, 'talk.held', 'case', now(),"
        " 'day', now(), 'coordinator', '{}', 1, '')",
        [committed.cases["own"]],
    )
    return committed


@pytest.mark.parametrize(("person", "expected"), [("astrid", HIDDEN), ("mads", set())])
def test_the_coordinator_is_told_and_the_mentor_is_not(
    *, person: str, expected: set[str], browse: Browse, told: Town
) -> None:
    client, case = browse(person), told.cases["own"]
    pages = [reverse("case", args=[case]), reverse("talk", args=[case, told.talks["own"]])]
    pages += [f"{pages[0]}?journal=all", f"{pages[0]}?zoom=whole", reverse("my-day"), reverse("search")]

    text = "".join(client.get(page, follow=True).content.decode() for page in pages)

    assert {word for word in HIDDEN if word in text} == expected
