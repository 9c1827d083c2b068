"""The clock of the guarantee on its page: until when, what counts, and the answer where it is owed."""

from __future__ import annotations

import pytest

from sammetag.interventions.actions.begin import Description
from sammetag.interventions.models import GuaranteeAnswer
from sammetag.people.models import Field
from tests.interventions.deeds import GUIDE, SLEEP, on
from tests.interventions.pages import Browse, add_sub_goal, as_resource_programme, at_desk, page_of, posted
from tests.practice.deeds import at_desk as municipality_at_desk
from tests.town import Town

TREATMENT = Description("Behandling", Field.TREATMENT)


def furnish(town: Town, *what: Description, since: int = -200, in_plan: bool = False) -> None:
    """The case under the rules of the guarantee, with these interventions in it."""
    with at_desk(town) as desk:
        as_resource_programme(desk)
        goal = add_sub_goal(desk).id if in_plan else None
        for one in what:
            desk.begin(Description(one.title, one.field, mentor=one.mentor, sub_goal=goal), since=since)


def told(browse: Browse, town: Town) -> str:
    text: str = browse("astrid").get(page_of(town, "guarantee")).text
    return text


def test_a_scheme_without_guarantee_says_so(browse: Browse, committed: Town) -> None:
    page = browse("astrid").get(page_of(committed, "guarantee"))

    assert page.status_code == 200
    assert "st-lead" in page.text and "Hvad der er begyndt" not in page.text


def test_what_is_in_the_plan_and_began_in_time_stops_the_clock(browse: Browse, committed: Town) -> None:
    furnish(committed, SLEEP, in_plan=True)

    text = told(browse, committed)

    assert "En indsats begyndte i tide" in text
    assert ">tæller<" in text


@pytest.mark.parametrize("what", [GUIDE, TREATMENT], ids=["a mentor", "treatment"])
def test_what_the_law_does_not_name_is_told_apart(browse: Browse, committed: Town, what: Description) -> None:
    furnish(committed, what, in_plan=True)

    text = told(browse, committed)

    assert "Sagen skal i rehabiliteringsteamet igen" in text
    assert text.count(">tæller ikke<") == 2


def test_what_is_not_in_the_plan_does_not_count(browse: Browse, committed: Town) -> None:
    furnish(committed, SLEEP)

    assert "står ikke i planens indsatsdel" in told(browse, committed)


@pytest.mark.parametrize(("what", "kind"), [("resubmitted", True), ("special", False)])
def test_what_was_owed_is_answered_once(browse: Browse, committed: Town, what: str, kind: bool) -> None:
    furnish(committed)
    astrid, form = browse("astrid"), posted(what=what, day=on(-1), reason="Indlagt hele foråret")

    first = [astrid.post(page_of(committed, "guarantee"), form).status_code for _ in range(2)]
    second = astrid.post(page_of(committed, "guarantee"), posted(what=what, day=on(-1), reason="Igen"))

    assert (first, second.status_code) == ([302, 302], 409)
    with at_desk(committed) as desk:
        assert [one.resubmitted for one in GuaranteeAnswer.objects.of(desk.case)] == [kind]
    assert 'name="what"' not in told(browse, committed)


def test_special_reasons_need_words(browse: Browse, committed: Town) -> None:
    furnish(committed)

    page = browse("astrid").post(page_of(committed, "guarantee"), posted(what="special", day=on(0)))

    assert page.status_code == 422
    assert "Skriv, hvilke særlige grunde der er." in page.text


@pytest.mark.parametrize("day", [on(1), on(-250)])
def test_nothing_is_answered_on_a_day_when_nothing_was_owed(
    browse: Browse, committed: Town, day: object
) -> None:
    furnish(committed)

    page = browse("astrid").post(page_of(committed, "guarantee"), posted(what="resubmitted", day=day))

    assert page.status_code == 409
    with at_desk(committed) as desk:
        assert not GuaranteeAnswer.objects.of(desk.case).exists()


def test_a_leader_reads_it_and_answers_nothing(browse: Browse, committed: Town) -> None:
    furnish(committed)
    lis = browse("lis")
    lis.post(page_of(committed, "purpose"), {"purpose": "quality", "next": "/"})

    page = lis.get(page_of(committed, "guarantee"))

    assert "Sagen skal i rehabiliteringsteamet igen" in page.text
    assert 'name="what"' not in page.text and page_of(committed, "exemption") not in page.text


def test_the_panel_of_days_leads_here_and_is_not_for_a_mentor(browse: Browse, committed: Town) -> None:
    case = page_of(committed, "case")

    assert page_of(committed, "guarantee") in browse("astrid").get(case).text
    assert "Dag for dag" not in browse("mads").get(case).text


def test_how_the_municipality_reads_what_is_open_stands_beside_the_rule(
    browse: Browse, committed: Town
) -> None:
    furnish(committed, SLEEP)
    before = told(browse, committed)
    with municipality_at_desk(committed) as desk:
        desk.read(reason="Drøftet med udvalget.")

    text = told(browse, committed)

    assert "Det lader loven stå åbent" in before and "Detaljerne i indsatsgarantien" in before
    assert "Vores egen læsning" not in before
    assert "Vores egen læsning:</strong> De hidtidige detaljer bruges videre" in text
    assert "Drøftet med udvalget." in text


def test_a_scheme_without_the_guarantee_leaves_nothing_open_about_it(browse: Browse, committed: Town) -> None:
    with municipality_at_desk(committed) as desk:
        desk.read()

    text = told(browse, committed)

    assert "Det lader loven stå åbent" not in text and "Vores egen læsning" not in text
