"""The state's share follows the day, the week and the kind of cost; the municipality bears the rest."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from sammetag import law
from sammetag.law.reimbursement import BENEFIT, Activity, ShareFacts, benefit_share, deciding_day
from sammetag.law.reimbursement_cost import PaidPart, Share, SharedCost, cost_of_month, net_cost
from sammetag.law.reimbursement_programme import PROGRAMME, CostFacts, CostKind, programme_share
from tests.law.asking import outcome, uncovered

Example = dict[str, Any]

HERE = Path(__file__).parent
FILES = {BENEFIT: "reimbursement_examples.yaml", PROGRAMME: "reimbursement_programme_examples.yaml"}
SHARES = st.integers(0, 100).map(Share)
OERE = st.integers(0, 10**9)
WEEKS_OF_THE_STAIRCASE = st.dates(date(2016, 1, 1), date(2026, 1, 31))


def read(topic: law.Topic) -> list[Example]:
    examples: list[Example] = yaml.safe_load((HERE / FILES[topic]).read_text("utf-8"))["examples"]
    return examples


def ask(topic: law.Topic, example: Example) -> law.Answer[Share]:
    facts = dict(example["facts"])
    if topic is PROGRAMME:
        return programme_share(CostFacts(facts["scheme"], CostKind(facts["kind"])), example["asked_on"])
    activities = frozenset(Activity(activity) for activity in facts.pop("activities", ()))
    return benefit_share(ShareFacts(activities=activities, **facts), example["asked_on"])


def seen(answer: law.Answer[Share], key: str) -> Any:
    return answer.version.confidence.value if key == "confidence" else getattr(answer.value, key)


def benefit_in_week(week_number: int | None, on: date) -> law.Answer[Share]:
    return benefit_share(ShareFacts(law.RESSOURCEFORLOEB, week_number), on)


CASES = [pytest.param(topic, case, id=case["sentence"]) for topic in FILES for case in read(topic)]
VERSIONS = [version for version in law.BOOK.versions() if version.topic in FILES]


@pytest.mark.parametrize(("topic", "example"), CASES)
def test_an_example_comes_out_as_it_says(topic: law.Topic, example: Example) -> None:
    expected = example["expected"]

    assert outcome(lambda: ask(topic, example), expected, seen) == expected


@pytest.mark.parametrize(("topic", "example"), CASES)
def test_an_example_has_a_sentence_and_a_source(topic: law.Topic, example: Example) -> None:
    assert example["sentence"].endswith(".")
    assert example["source"].startswith(("LBK", "LOV"))


@pytest.mark.parametrize("version", VERSIONS, ids=lambda v: f"{v.topic.name} {v.schemes} {v.period.first}")
def test_a_version_has_examples_inside_on_and_outside_its_limits(version: law.Version) -> None:
    examples = [case for case in read(version.topic) if case["facts"]["scheme"] in version.schemes]
    days = {case["asked_on"] for case in examples}

    assert uncovered(version, days) == []


@given(WEEKS_OF_THE_STAIRCASE, st.integers(1, 600))
def test_a_later_week_never_gives_more(on: date, week_number: int) -> None:
    earlier = benefit_in_week(week_number, on).value
    later = benefit_in_week(week_number + 1, on).value

    assert later.per_cent <= earlier.per_cent


@pytest.mark.parametrize("kind", CostKind)
@pytest.mark.parametrize("scheme", [law.RESSOURCEFORLOEB, law.JOBAFKLARINGSFORLOEB])
def test_no_kind_of_cost_has_a_share_other_than_half_or_nothing(scheme: str, kind: CostKind) -> None:
    found = []
    for year in range(2015, 2028):
        try:
            found.append(programme_share(CostFacts(scheme, kind), date(year, 3, 1)).value.per_cent)
        except law.NotKnown as refused:
            assert "Slå reglen op" in refused.sentence.da
            assert "Look the rule up" in refused.sentence.en

    assert set(found) <= {0, 50}


def test_the_staircase_is_told_with_the_week_and_its_share() -> None:
    answer = benefit_in_week(30, date(2023, 5, 1))

    assert [reason.text.da for reason in answer.reasons] == [
        "Staten betaler 80 procent i uge 1-4 med ydelse, 40 procent til og med uge 26, 30 procent til og med "
        "uge 52 og derefter 20 procent. Ugerne tælles på tværs af ydelser siden 1. juli 2014.",
        "Det er uge 30 med ydelse, så staten betaler 30 procent.",
    ]
    assert answer.reasons[0].source == answer.version.source


def test_until_2015_the_reasons_name_what_raised_the_share() -> None:
    studies = frozenset({Activity.ORDINARY_EDUCATION})

    answer = benefit_share(ShareFacts(law.RESSOURCEFORLOEB, activities=studies), date(2014, 9, 1))

    assert answer.reasons[-1].text.da == "Her betaler staten 50 procent: ordinær uddannelse."
    assert answer.reasons[-1].text.en == "Here the state pays 50 per cent: ordinary education."


def test_the_first_days_of_2016_are_decided_by_the_week_after() -> None:
    answer = benefit_in_week(30, date(2016, 1, 2))

    assert "Brug den uges nummer" in answer.reasons[-1].text.da
    assert deciding_day(date(2016, 1, 2)) == date(2016, 1, 4)


@pytest.mark.parametrize("on", [date(2015, 12, 31), date(2016, 1, 4), date(2024, 2, 29)])
def test_every_other_day_is_decided_by_its_own_week(on: date) -> None:
    assert deciding_day(on) == on


def test_casework_is_told_to_be_the_municipalitys_own() -> None:
    answer = programme_share(CostFacts(law.JOBAFKLARINGSFORLOEB, CostKind.CASEWORK), date(2024, 5, 1))

    assert [reason.text.da for reason in answer.reasons] == [
        "Staten betaler ikke til sagsbehandling. Kommunen betaler hele udgiften."
    ]


def test_from_2016_on_the_week_must_be_known() -> None:
    with pytest.raises(ValueError, match="count_weeks"):
        benefit_in_week(None, date(2016, 1, 4))


def test_a_week_before_the_first_is_refused() -> None:
    with pytest.raises(ValueError, match="no week has the number 0"):
        ShareFacts(law.RESSOURCEFORLOEB, 0)


@pytest.mark.parametrize("per_cent", [-1, 101])
def test_a_share_below_nothing_or_above_all_is_refused(per_cent: int) -> None:
    with pytest.raises(ValueError, match="cannot pay"):
        Share(per_cent)


def test_money_that_went_the_other_way_is_refused() -> None:
    with pytest.raises(ValueError, match="nobody can be paid"):
        net_cost(-1, Share(20))


@pytest.mark.parametrize(
    ("paid_oere", "per_cent", "net"),
    [(1_000_00, 20, 800_00), (1_000_00, 0, 1_000_00), (1_000_00, 100, 0), (1, 50, 1), (3, 50, 2), (7, 80, 1)],
)
def test_the_municipality_bears_what_the_state_does_not(paid_oere: int, per_cent: int, net: int) -> None:
    assert net_cost(paid_oere, Share(per_cent)) == net


@given(OERE, SHARES)
def test_no_more_than_half_an_oere_is_rounded_and_a_half_goes_to_the_municipality(
    paid_oere: int, share: Share
) -> None:
    exact_times_100 = paid_oere * (100 - share.per_cent)

    rounded = net_cost(paid_oere, share) * 100 - exact_times_100

    assert -50 < rounded <= 50


@given(st.lists(st.tuples(OERE, SHARES), max_size=6))
def test_a_month_costs_what_its_weeks_cost(weeks: list[tuple[int, Share]]) -> None:
    month = cost_of_month(PaidPart(paid, share) for paid, share in weeks)

    assert month.net_oere == sum(net_cost(paid, share) for paid, share in weeks)
    assert month.paid_oere == month.state_oere + month.net_oere == sum(paid for paid, _share in weeks)


def test_a_month_that_passes_a_step_is_shared_week_by_week() -> None:
    week = 2_769_23
    parts = [PaidPart(week, benefit_in_week(number, date(2023, 5, 1)).value) for number in (51, 52, 53, 54)]

    assert cost_of_month(parts) == SharedCost(11_076_92, 2 * 830_77 + 2 * 553_85, 2 * 1_938_46 + 2 * 2_215_38)
