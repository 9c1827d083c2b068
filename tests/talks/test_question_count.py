"""The pages of a talk ask the database a fixed and small number of questions, however full the case is."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from sammetag.access.wall import behind_the_wall
from sammetag.cases.actions import load
from sammetag.cases.models import Case
from tests.duties.many import add_interventions, talks_in
from tests.talks.deeds import bring_to_today
from tests.town import Town

Browse = Callable[[str], Client]
MOST = 21


@pytest.mark.parametrize("name", ["talk", "book-talk", "talk-held", "move-talk", "miss-talk", "calendar"])
def test_a_full_case_costs_no_more_questions(browse: Browse, committed: Town, name: str) -> None:
    bring_to_today(committed)
    astrid, case_id = browse("astrid"), committed.cases["own"]
    of_the_case = [case_id] if name in ("book-talk", "talk-held") else [case_id, committed.talks["own"]]
    counts = []
    for more in (4, 330):
        with behind_the_wall(committed.account("astrid")):
            case = Case.objects.scoped("test").get(pk=case_id)
            load(rows=talks_in(case, more, first=more))
            add_interventions([case], more)
        with CaptureQueriesContext(connection) as asked:
            page = astrid.get(reverse(name, args=of_the_case))
        counts.append(len(asked))
        assert page.status_code == 200

    assert counts[0] == counts[1] <= MOST


def test_a_search_among_many_costs_no_more_than_one_among_few(browse: Browse, committed: Town) -> None:
    astrid = browse("astrid")
    counts = []
    for term in ("Ærø own", "æ"):
        with CaptureQueriesContext(connection) as asked:
            astrid.post(reverse("search"), {"term": term + "r"})
        counts.append(len(asked))

    assert max(counts) <= MOST
