"""Whoever finds that an offer overlooks their health has a right to talk with a health coordinator."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from sammetag import law
from sammetag.law.health_coordinator import HEALTH_COORDINATOR
from tests.law.asking import outcome, uncovered

Example = dict[str, Any]
EXAMPLES: list[Example] = yaml.safe_load(
    (Path(__file__).parent / "health_coordinator_examples.yaml").read_text("utf-8")
)["examples"]
CASES = [pytest.param(example, id=example["sentence"]) for example in EXAMPLES]
VERSIONS = [version for version in law.BOOK.versions() if version.topic == HEALTH_COORDINATOR]
YES_NO_UNKNOWN = st.sampled_from([True, False, None])


def ask(facts: Example, on: date) -> law.Answer[law.HealthCoordinator]:
    told: Example = {"scheme": law.RESSOURCEFORLOEB, "ends_on": None, **facts}
    return law.health_coordinator(law.HealthCoordinatorFacts(**told), on)


def asked(**facts: Any) -> law.Answer[law.HealthCoordinator]:
    start = date(2024, 3, 1)
    return ask({"granted_on": start, "starts_on": start, **facts}, date(2024, 5, 1))


def seen(answer: law.Answer[law.HealthCoordinator], key: str) -> Any:
    if key == "confidence":
        return answer.version.confidence.value
    return len(answer.warnings) if key == "warnings" else getattr(answer.value, key)


def said(**facts: Any) -> list[str]:
    return [reason.text.da for reason in asked(**facts).reasons]


@pytest.mark.parametrize("example", CASES)
def test_an_example_comes_out_as_it_says(example: Example) -> None:
    expected = example["expected"]

    assert outcome(lambda: ask(example["facts"], example["asked_on"]), expected, seen) == expected
    assert example["sentence"].endswith(".")
    assert example["source"].startswith(("LAB", "BEK", "LOV"))


@pytest.mark.parametrize("version", VERSIONS, ids=lambda version: str(version.period.first))
def test_a_version_has_examples_inside_on_and_outside_its_limits(version: law.Version) -> None:
    days = {one["asked_on"] for one in EXAMPLES if "scheme" not in one["facts"]}

    assert uncovered(version, days) == []


@given(YES_NO_UNKNOWN, YES_NO_UNKNOWN, YES_NO_UNKNOWN, YES_NO_UNKNOWN)
def test_the_right_needs_an_offer_and_a_doubt_and_nothing_follows_without_it(
    offer: bool | None, doubt: bool | None, brought_in: bool | None, begun: bool | None
) -> None:
    found = asked(
        in_offer=offer, doubts_health_fit=doubt, has_health_coordinator=brought_in, offer_begun=begun
    ).value

    unknown = None if None in (offer, doubt) else True
    assert found.right is (False if False in (offer, doubt) else unknown)
    assert found.met is (brought_in if found.right else None)
    assert found.may_wait is (not begun if found.right and begun is not None else None)


def test_before_the_offer_begins_the_reasons_say_that_the_citizen_may_wait() -> None:
    told = said(in_offer=True, doubts_health_fit=True, has_health_coordinator=False, offer_begun=False)

    assert told[:4] == [
        "Mener borgeren, at et beskæftigelsestilbud ikke tager nok hensyn til helbredet, har borgeren ret "
        "til en samtale med en sundhedskoordinator og den koordinerende sagsbehandler.",
        "Borgeren tvivler på, om et tilbud passer til helbredet.",
        "Ingen sundhedskoordinator er inddraget endnu. Få aftalt samtalen.",
        "Retten er brugt, før tilbuddet begyndte. Borgeren behøver ikke begynde, før jobcentret har taget "
        "stilling til, om tilbuddet skal tilpasses.",
    ]


def test_when_it_is_not_told_whether_the_offer_had_begun_both_are_explained() -> None:
    told = " ".join(said(in_offer=True, doubts_health_fit=True))

    assert "Bruges retten, før tilbuddet begynder" in told
    assert "siger loven ikke noget om at sætte det i bero" in told


def test_what_is_not_known_is_named_and_asked_for() -> None:
    assert said()[1:] == [
        "Sagen fortæller ikke, om borgeren er i et tilbud eller skal til at begynde i et. Skriv det i sagen.",
        "Sagen fortæller ikke, om borgeren tvivler på, at tilbuddet passer til helbredet. Spørg borgeren.",
    ]


def test_without_an_offer_nothing_else_is_asked() -> None:
    assert said(in_offer=False, doubts_health_fit=True, has_health_coordinator=True) == said(in_offer=False)


def test_after_the_closing_the_note_says_why_the_right_goes_on() -> None:
    start = date(2026, 1, 31)
    answer = ask({"granted_on": start, "starts_on": start}, date(2026, 5, 1))

    assert answer.version.note is not None
    assert "BEK 58/2026 § 1, stk. 3" in answer.version.note.da


def test_a_programme_that_ends_before_it_starts_is_refused() -> None:
    with pytest.raises(ValueError, match="before it begins"):
        asked(ends_on=date(2024, 2, 1))
