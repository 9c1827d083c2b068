"""The page of the next step: what it offers, what it asks for, and what it refuses."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

from django.test import Client

from sammetag.access.wall import behind_the_wall
from sammetag.plan.picture import Standing
from tests.plan.deeds import day, lay, page, planner, sent
from tests.town import Town

Browse = Callable[[str], Client]


def standing(town: Town) -> Standing:
    with behind_the_wall(town.account("astrid")):
        return planner(town).standing


def step(town: Town, name: str, **fields: Any) -> dict[str, Any]:
    """A step as the form sends it, from the page as it is now."""
    return sent(step=name, version=standing(town).version) | fields


def offered(text: str) -> list[str]:
    return re.findall(r'name="step" value="([^"]+)"', text)


def test_an_empty_plan_says_what_to_do_first(browse: Browse, committed: Town) -> None:
    opened = browse("astrid").get(page(committed, "plan-step")).text

    assert "Planen er tom" in opened
    assert offered(opened) == []


def test_the_way_home_and_back_to_an_agreement(browse: Browse, committed: Town) -> None:
    lay(committed)
    astrid, url = browse("astrid"), page(committed, "plan-step")
    assert offered(astrid.get(url).text) == ["taken-home", "agreed", "proposed"]

    home = astrid.post(url, step(committed, "taken-home", answer_by=day(9).isoformat()), follow=True).text
    assert "Planen er givet med hjem." in home and "svar senest" in home
    assert offered(astrid.get(url).text) == ["agreed", "taken-home", "withdrawn"]

    agreed = step(
        committed,
        "agreed",
        agreed_on=day(0).isoformat(),
        fixed_until=day(250).isoformat(),
        disagreement="Åse vil helst vente med praktikken.",
    )
    plan = astrid.post(url, agreed, follow=True).text

    assert "Det, I ikke er enige om" in plan and "Åse vil helst vente med praktikken." in plan
    assert "gælder til" in plan


def test_half_a_year_is_proposed_and_where_the_rule_is_not_known_it_says_so(
    browse: Browse, committed: Town
) -> None:
    lay(committed)

    opened = browse("astrid").get(page(committed, "plan-step")).text

    assert "Vi lover selv et halvt år ad gangen" in opened
    assert "Hvad siger loven?" in opened


def test_what_is_open_about_the_length_of_a_plan_stands_beside_the_form(
    browse: Browse, committed: Town
) -> None:
    lay(committed)

    opened = browse("astrid").get(page(committed, "plan-step")).text

    assert "Det lader loven stå åbent" in opened
    assert "Hvornår kravet om et rehabiliteringsteam ophører" in opened


def test_a_plan_shorter_than_we_promise_goes_through_with_a_warning(browse: Browse, committed: Town) -> None:
    lay(committed)
    days = {"agreed_on": day(0).isoformat(), "fixed_until": day(30).isoformat()}

    told = browse("astrid").post(page(committed, "plan-step"), step(committed, "agreed", **days), follow=True)

    assert "Vi lover et halvt år" in told.text
    assert standing(committed).agreed is not None


def test_a_step_asks_only_for_its_own_days(browse: Browse, committed: Town) -> None:
    lay(committed)
    astrid, url = browse("astrid"), page(committed, "plan-step")

    missing = astrid.post(url, step(committed, "taken-home"))
    assert missing.status_code == 422
    assert "#id_answer_by" in missing.text and "#id_fixed_until" not in missing.text

    assert astrid.post(url, step(committed, "proposed")).status_code == 302


def test_what_was_typed_stays_when_the_agreement_is_refused(browse: Browse, committed: Town) -> None:
    lay(committed)
    days = {"agreed_on": day(0).isoformat(), "fixed_until": day(900).isoformat()}

    refused = browse("astrid").post(
        page(committed, "plan-step"), step(committed, "agreed", **days, disagreement="Om hvile")
    )

    assert refused.status_code == 409
    assert "Forløbet slutter" in refused.text and "Om hvile" in refused.text
    assert standing(committed).versions == []


def test_a_plan_that_changed_meanwhile_is_not_agreed_unseen_and_is_after_a_look(
    browse: Browse, committed: Town
) -> None:
    goal, _ = lay(committed)
    days = {"agreed_on": day(0).isoformat(), "fixed_until": day(250).isoformat()}
    opened = step(committed, "agreed", **days)
    with behind_the_wall(committed.account("birk")):
        planner(committed, "birk").sub_goal(goal, "Kom til imens")
    astrid, url = browse("astrid"), page(committed, "plan-step")

    refused = astrid.post(url, opened)
    assert refused.status_code == 409
    assert "Se planen, som den er nu" in refused.text

    [version] = re.findall(r'name="version" value="(\d+)"', refused.text)
    assert astrid.post(url, opened | {"version": version}).status_code == 302


def test_a_proposal_is_withdrawn(browse: Browse, committed: Town) -> None:
    lay(committed)
    astrid, url = browse("astrid"), page(committed, "plan-step")
    astrid.post(url, step(committed, "proposed"))

    told = astrid.post(url, step(committed, "withdrawn"), follow=True)

    assert "Forslaget er trukket tilbage" in told.text
    assert standing(committed).open is None


def test_of_a_proposal_that_was_emptied_since_only_taking_it_back_is_offered(
    browse: Browse, committed: Town
) -> None:
    with behind_the_wall(committed.account("astrid")):
        at = planner(committed)
        goal = at.goal()
        at.propose()
        at.take_out(goal)
    astrid, url = browse("astrid"), page(committed, "plan-step")

    assert offered(astrid.get(url).text) == ["withdrawn"]

    told = astrid.post(url, step(committed, "withdrawn"), follow=True)
    assert "Forslaget er trukket tilbage." in told.text


def test_only_a_later_agreement_tells_of_the_one_before(browse: Browse, committed: Town) -> None:
    goal, _ = lay(committed)
    astrid, url = browse("astrid"), page(committed, "plan-step")
    days = {"agreed_on": day(0).isoformat(), "fixed_until": day(250).isoformat()}
    form = step(committed, "agreed", **days)

    first, twice = (astrid.post(url, form, follow=True).text for _ in range(2))
    with behind_the_wall(committed.account("astrid")):
        planner(committed).sub_goal(goal, "Seks timer om ugen")
    second = astrid.post(url, step(committed, "agreed", **days), follow=True).text

    for told in (first, twice):
        assert "Planen er aftalt." in told and "Den, der gjaldt før" not in told
    assert "Planen er aftalt. Den, der gjaldt før, er gemt." in second
