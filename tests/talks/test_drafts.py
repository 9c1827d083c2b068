"""What is being typed is kept on the server, offered again, and thrown away when it is saved or unwanted."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from django.test import Client
from django.urls import reverse

from sammetag.access.wall import behind_the_wall
from sammetag.cases.models import Draft
from tests.talks.deeds import bring_to_today, posted
from tests.town import Town

Browse = Callable[[str], Client]
HTMX = {"HX-Request": "true"}


def draft_url(town: Town, form: str = "book", case: str = "own") -> str:
    return reverse("draft", args=[town.cases[case], form])


def drafts(town: Town, name: str = "astrid") -> list[str]:
    with behind_the_wall(town.account(name)):
        return sorted(Draft.objects.scoped("test").values_list("form", flat=True))


def test_a_draft_is_kept_and_the_answer_is_one_line_that_says_when(browse: Browse, committed: Town) -> None:
    answer = browse("astrid").post(draft_url(committed), posted(3, agenda="Halvt skrevet"), headers=HTMX)

    assert answer.status_code == 200
    assert "Kladden er gemt kl." in answer.text and "<html" not in answer.text
    assert drafts(committed) == ["book"]


@pytest.mark.parametrize(
    ("page", "field"),
    [
        (("book-talk", "book"), "agenda"),
        (("talk-held", "hold-new"), "notes"),
        (("talk", "hold-{}"), "notes"),
        (("miss-talk", "miss-{}"), "reason"),
        (("move-talk", "move-{}"), "place"),
    ],
)
def test_the_form_opens_with_the_draft_and_says_so(
    browse: Browse, committed: Town, page: tuple[str, str], field: str
) -> None:
    astrid, case, talk = browse("astrid"), committed.cases["own"], committed.talks["own"]
    name, form = page
    bring_to_today(committed)
    typed = posted(3, **{field: "Halvt skrevet"})
    astrid.post(draft_url(committed, form.format(talk)), typed, headers=HTMX)

    opened = astrid.get(reverse(name, args=[case] if form in ("book", "hold-new") else [case, talk]))

    assert "Halvt skrevet" in opened.text
    assert "Her er din kladde fra sidst" in opened.text


def test_a_hole_in_the_name_of_a_field_does_no_harm(browse: Browse, committed: Town) -> None:
    answer = browse("astrid").post(draft_url(committed), {"agen\x00da": "x"}, headers=HTMX)

    assert answer.status_code == 200
    assert drafts(committed) == ["book"]


def test_what_is_saved_is_no_draft_any_more(browse: Browse, committed: Town) -> None:
    astrid = browse("astrid")
    astrid.post(draft_url(committed), posted(3, agenda="Halvt skrevet"), headers=HTMX)

    astrid.post(reverse("book-talk", args=[committed.cases["own"]]), posted(3, agenda="Helt skrevet"))

    assert drafts(committed) == []


def test_what_is_refused_leaves_the_draft_where_it_is(browse: Browse, committed: Town) -> None:
    astrid = browse("astrid")
    astrid.post(draft_url(committed), posted(-3, agenda="Halvt skrevet"), headers=HTMX)

    refused = astrid.post(reverse("book-talk", args=[committed.cases["own"]]), posted(-3))

    assert refused.status_code == 409
    assert drafts(committed) == ["book"]


def test_a_draft_that_is_thrown_away_leads_back_to_an_empty_form(browse: Browse, committed: Town) -> None:
    astrid, form = browse("astrid"), reverse("book-talk", args=[committed.cases["own"]])
    astrid.post(draft_url(committed), posted(3, agenda="Halvt skrevet"), headers=HTMX)

    page = astrid.post(draft_url(committed) + "drop/", {"next": form}, follow=True)

    assert page.redirect_chain == [(form, 302)]
    assert "Halvt skrevet" not in page.text
    assert drafts(committed) == []


def test_a_box_that_was_unticked_stays_unticked_in_the_draft(browse: Browse, committed: Town) -> None:
    astrid, case = browse("astrid"), committed.cases["own"]
    mads = str(committed.staff["mads"].id)
    with behind_the_wall(committed.account("astrid")):
        talk = committed.talks["own"]
    astrid.post(draft_url(committed, f"hold-{talk}"), posted(-1, notes="x"), headers=HTMX)

    page = astrid.get(reverse("talk", args=[case, talk]))

    assert f'value="{mads}" class="form-checkbox" checked' not in page.text
    assert "checked" not in page.text


def test_nobody_else_meets_the_draft(browse: Browse, committed: Town) -> None:
    browse("astrid").post(draft_url(committed), posted(3, agenda="Halvt skrevet"), headers=HTMX)

    assert drafts(committed, "birk") == []


@pytest.mark.parametrize("name", ["mads", "dorte", "esther"])
def test_whoever_may_not_write_keeps_no_draft(browse: Browse, committed: Town, name: str) -> None:
    assert browse(name).post(draft_url(committed), {"agenda": "x"}, headers=HTMX).status_code == 404
    assert drafts(committed, name) == []


def test_the_same_form_in_two_cases_has_two_drafts(browse: Browse, committed: Town) -> None:
    dorte = browse("dorte")

    answers = [
        dorte.post(draft_url(committed, case=case), {"agenda": case}, headers=HTMX).status_code
        for case in ("other-unit", "restricted")
    ]

    assert answers == [200, 200]
    assert drafts(committed, "dorte") == ["book", "book"]


def test_a_draft_too_long_to_keep_is_told_and_the_rest_of_the_page_stands(
    browse: Browse, committed: Town
) -> None:
    answer = browse("astrid").post(draft_url(committed), {"agenda": "x" * 100_001}, headers=HTMX)

    assert answer.status_code == 409
    assert "Kladden er for lang" in answer.text
