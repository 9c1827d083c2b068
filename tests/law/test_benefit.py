"""A month of benefit is the rate or the former benefit less income, and says how well it was read."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from sammetag import law
from sammetag.law.benefit import BENEFIT, Benefit, benefit
from sammetag.law.benefit_earnings import PAY_RULE, PayFacts, pay_set_off
from sammetag.law.benefit_facts import BenefitFacts, Income, PreviousBenefit, PreviousKind
from sammetag.law.benefit_rate import BENEFIT_RATE, RateFacts, RateLevel, benefit_rate
from sammetag.law.benefit_regulation import regulated, regulated_threshold
from sammetag.law.benefit_words import money
from tests.law.asking import outcome, uncovered

HERE = Path(__file__).parent
FILES = {
    BENEFIT.name: "benefit_examples.yaml",
    BENEFIT_RATE.name: "benefit_rate_examples.yaml",
    PAY_RULE.name: "benefit_earnings_examples.yaml",
}
Example = dict[str, Any]
NOBODY: Example = {"has_child_duty": False, "under_25_at_home": False, "meets_residence": True}
START = date(2013, 1, 1)
MONTHS = st.dates(date(2017, 1, 1), date(2026, 12, 31)).map(lambda day: day.replace(day=1))
KRONER = st.integers(0, 60_000)

# What was printed, with child / without / under 25 at home; None where it was not. Starts with 2017.
PRINTED: dict[int, tuple[int | None, int | None, int | None]] = {
    2017: (14_808, 11_143, 3_466),
    2018: (14_993, 11_282, 3_509),
    2019: (15_180, 11_423, None),
    2020: (15_355, 11_554, 3_594),
    2021: (15_547, 11_698, None),
    2022: (15_570, 11_716, 3_644),
    2023: (15_874, 11_944, 3_715),
    2024: (16_382, 12_326, 3_834),
    2025: (16_972, 12_770, None),
}
PRINTED_LIMITS = {
    2017: 14_116,
    2019: 14_686,
    2020: 14_965,
    2021: 15_264,
    2022: 15_401,
    2023: 15_817,
    2024: 16_323,
}


def read(topic: str) -> list[Example]:
    examples: list[Example] = yaml.safe_load((HERE / FILES[topic]).read_text("utf-8"))["examples"]
    return examples


def ask_rate(facts: Example, on: date) -> law.Answer[Any]:
    return benefit_rate(RateFacts(**{**NOBODY, **facts}), on)


def ask_pay(facts: Example, on: date) -> law.Answer[Any]:
    return pay_set_off(PayFacts(**facts), on)


def ask_benefit(facts: Example, on: date) -> law.Answer[Any]:
    month = on.replace(day=1)
    told: Example = {"granted_on": START, "starts_on": START, "ends_on": None, **facts}
    household = {key: told.pop(key) for key in (*NOBODY, "scheme") if key in told}
    told["rate"] = RateFacts(**{**NOBODY, **household})
    if "previous" in told:
        kind, monthly, *until = told["previous"]
        told["previous"] = PreviousBenefit(PreviousKind(kind), monthly, *until)
    told["incomes"] = (Income(month, **told.pop("income", {})),)
    return benefit(BenefitFacts(**told), month)


ASKS = {BENEFIT.name: ask_benefit, BENEFIT_RATE.name: ask_rate, PAY_RULE.name: ask_pay}
CASES = [pytest.param(topic, case, id=case["sentence"]) for topic in FILES for case in read(topic)]
VERSIONS = [version for version in law.BOOK.versions() if version.topic.name in FILES]


def seen(answer: law.Answer[Any], key: str) -> Any:
    if key == "confidence":
        return answer.version.confidence.value
    return len(answer.warnings) if key == "warnings" else getattr(answer.value, key)


def facts(
    *incomes: Income, previous: PreviousBenefit | None = None, ends_on: date | None = None, **household: Any
) -> BenefitFacts:
    rate = RateFacts(law.RESSOURCEFORLOEB, **{**NOBODY, **household})
    return BenefitFacts(START, START, ends_on, rate, previous, incomes)


def said(answer: law.Answer[Any]) -> list[str]:
    return [reason.text.da for reason in answer.reasons]


@pytest.mark.parametrize(("topic", "example"), CASES)
def test_an_example_comes_out_as_it_says(topic: str, example: Example) -> None:
    expected = dict(example["expected"])

    assert (
        outcome(lambda: ASKS[topic](dict(example["facts"]), example["asked_on"]), expected, seen) == expected
    )


@pytest.mark.parametrize(("topic", "example"), CASES)
def test_an_example_has_a_sentence_and_a_source(topic: str, example: Example) -> None:
    assert example["sentence"].endswith(".")
    assert example["source"].startswith(("LBK", "LOV", "BEK"))


@pytest.mark.parametrize("version", VERSIONS, ids=lambda v: f"{v.topic.name} {v.period.first}")
def test_a_version_has_examples_inside_on_and_outside_its_limits(version: law.Version) -> None:
    cases = [case for case in read(version.topic.name) if case["facts"]["scheme"] in version.schemes]
    days = {case["asked_on"] for case in cases}

    assert uncovered(version, days) == []


def test_every_topic_has_versions() -> None:
    assert {version.topic.name for version in VERSIONS} == set(FILES)


@pytest.mark.parametrize("column", range(3), ids=["with child", "without child", "under 25 at home"])
def test_the_regulation_gives_every_printed_rate(column: int) -> None:
    amount = PRINTED[2017][column] or 0
    computed = {2017: amount}
    for year in range(2018, 2026):
        amount = computed[year] = regulated(amount, year)

    printed = {year: row[column] for year, row in PRINTED.items() if row[column]}
    assert {year: computed[year] for year in printed} == printed


def test_the_regulation_without_the_cut_gives_every_printed_limit_for_pay() -> None:
    computed = {2017: PRINTED_LIMITS[2017]}
    for year in range(2018, 2025):
        computed[year] = regulated_threshold(computed[year - 1], year)

    assert {year: computed[year] for year in PRINTED_LIMITS} == PRINTED_LIMITS


@pytest.mark.parametrize("year", range(2018, 2027))
@pytest.mark.parametrize("level", [RateLevel.WITH_CHILD, RateLevel.WITHOUT_CHILD, RateLevel.AT_HOME])
def test_each_rate_is_the_rate_of_the_year_before_regulated(level: RateLevel, year: int) -> None:
    before, after = (
        law.number(f"benefit_{level}", scheme=law.RESSOURCEFORLOEB, on=date(in_year, 1, 1)).value
        for in_year in (year - 1, year)
    )

    assert regulated(before, year) == after


@pytest.mark.parametrize("year", range(2018, 2027))
def test_each_limit_for_pay_is_the_limit_of_the_year_before_regulated(year: int) -> None:
    before, after = (
        law.number("pay_limit", scheme=law.RESSOURCEFORLOEB, on=date(in_year, 1, 1)).value
        for in_year in (year - 1, year)
    )

    assert regulated_threshold(before, year) == after


def test_the_supplement_for_a_contribution_is_regulated_like_the_rate() -> None:
    in_2025, in_2026 = (
        law.number("benefit_supplement_for_contribution", scheme=law.RESSOURCEFORLOEB, on=day).value
        for day in (date(2025, 7, 1), date(2026, 1, 1))
    )

    assert (regulated(1548, 2025), regulated(in_2025, 2026)) == (in_2025, in_2026)


def test_the_cut_made_the_benefit_grow_less_than_the_limit_until_2023_only() -> None:
    less = [year for year in range(2018, 2027) if regulated(10_000, year) < regulated_threshold(10_000, year)]

    assert less == [2018, 2019, 2020, 2021, 2022, 2023]
    assert regulated(10_000, 2023) == 10_195
    assert regulated_threshold(10_000, 2023) == 10_270
    assert regulated(10_000, 2024) == regulated_threshold(10_000, 2024) == 10_320


@pytest.mark.parametrize(("amount", "rounded"), [(999, 1018), (1000, 1020), (1001, 1021)])
def test_half_a_krone_is_rounded_upwards(amount: int, rounded: int) -> None:
    # 1.95 per cent more in 2023: 1018.48, 1019.50 and 1020.52
    assert regulated(amount, 2023) == rounded


@given(KRONER, st.integers(2018, 2026))
def test_an_amount_never_shrinks_by_regulation(amount: int, year: int) -> None:
    assert amount <= regulated(amount, year) <= regulated_threshold(amount, year)


@pytest.mark.parametrize("year", [2017, 2027])
def test_a_year_whose_regulation_was_not_read_is_refused(year: int) -> None:
    with pytest.raises(law.NotKnown) as refused:
        regulated(10_000, year)

    assert str(year) in refused.value.sentence.da
    assert "§ 109" in refused.value.sentence.en


@pytest.mark.parametrize("day", [date(2020, 6, 1), date(2024, 6, 1)])
@given(low=KRONER, more=st.integers(0, 5000))
def test_more_pay_never_leaves_a_person_with_less(day: date, low: int, more: int) -> None:
    below, above = (
        pay_set_off(PayFacts(law.RESSOURCEFORLOEB, pay), day).value.oere for pay in (low, low + more)
    )

    assert 0 <= above - below <= more * 55


@given(MONTHS, KRONER, KRONER, KRONER)
def test_a_month_pays_what_is_left_and_never_less_than_nothing(
    month: date, pay: int, other: int, former: int
) -> None:
    previous = PreviousBenefit(PreviousKind.FLEXI_UNEMPLOYMENT_ALLOWANCE, former)

    paid = benefit(facts(Income(month, pay=pay, other=other), previous=previous), month).value

    assert paid.entitled == max(paid.base, former)
    assert paid.paid_oere == max(0, paid.entitled * 100 - paid.set_off_oere)
    assert paid.set_off_oere >= other * 100


def test_a_month_explains_itself() -> None:
    march = date(2024, 3, 1)

    answer = benefit(facts(Income(march, pay=20_000, other=500)), march)

    assert said(answer) == [
        "For marts 2024 udbetales 9.803,65 kroner: 12.326 kroner minus 2.522,35 kroner.",
        "Satsen i 2024 er 12.326 kroner om måneden for den, der ikke har pligt til at forsørge et barn.",
        "Løn med pension modregnes kun over 16.323 kroner om måneden, og med 55 procent.",
        "Lønnen på 20.000 kroner giver et fradrag på 2.022,35 kroner.",
        "Reglen er læst i lovbekendtgørelser fra 2023 til 2025, og et beløb er vist for 2022. At den gælder "
        "fra 1. januar 2022, er udledt.",
        "Anden indtægt, 500 kroner, trækkes fra krone for krone.",
    ]


def test_a_month_that_pays_nothing_says_that_the_person_still_counts() -> None:
    march = date(2024, 3, 1)

    answer = benefit(facts(Income(march, other=12_326)), march)

    assert answer.value == Benefit(march, 12_326, 12_326, 1_232_600, 0)
    assert any("regnes stadig for at modtage ydelsen" in sentence for sentence in said(answer))


def test_the_rate_of_2026_names_what_a_cut_would_make_of_it() -> None:
    (warning,) = ask_rate({"scheme": law.RESSOURCEFORLOEB}, date(2026, 5, 1)).warnings

    assert "13.287 kr." in warning.text.da
    assert "13,287 kr." in warning.text.en


def test_the_rate_for_those_with_children_asks_that_the_children_stay_in_denmark() -> None:
    sentence = "opholder sig i Danmark"
    with_child = ask_rate({"scheme": law.RESSOURCEFORLOEB, "has_child_duty": True}, date(2024, 5, 1))
    without = ask_rate({"scheme": law.RESSOURCEFORLOEB}, date(2024, 5, 1))

    assert any(sentence in said_sentence for said_sentence in said(with_child))
    assert not any(sentence in said_sentence for said_sentence in said(without))


def test_income_in_an_offer_without_hours_is_set_off_in_full() -> None:
    march = date(2024, 3, 1)

    answer = benefit(facts(Income(march, offer=300)), march)

    assert answer.value.set_off_oere == 30_000
    assert "Indtægt i tilbud uden timer, 300 kroner, trækkes fra krone for krone." in said(answer)


def test_the_amount_for_hours_never_exceeds_the_income_in_the_offer() -> None:
    march = date(2024, 3, 1)

    assert benefit(facts(Income(march, offer=100, offer_hours=160)), march).value.set_off_oere == 0


def test_the_last_month_of_a_programme_counts_where_it_is_whole() -> None:
    march = date(2024, 3, 1)

    assert benefit(facts(ends_on=date(2024, 3, 31)), march).value.paid_oere == 1_232_600
    with pytest.raises(law.NotKnown):
        benefit(facts(ends_on=date(2024, 3, 30)), march)


def test_whoever_has_turned_25_is_told_why_the_rate_of_the_young_is_over() -> None:
    march, born = date(2024, 3, 1), date(1999, 1, 15)
    told = BenefitFacts(START, START, None, RateFacts(law.RESSOURCEFORLOEB, False, True, True), born_on=born)

    assert any("fyldte 25 år 15. januar 2024" in sentence for sentence in said(benefit(told, march)))
    assert not any("25 år" in sentence for sentence in said(benefit(facts(), march)))


def test_a_month_is_told_by_its_first_day() -> None:
    day = date(2024, 3, 2)

    with pytest.raises(ValueError, match="first day"):
        benefit(facts(), day)
    with pytest.raises(ValueError, match="first day"):
        Income(day)


def test_facts_that_make_no_sense_are_refused() -> None:
    march = date(2024, 3, 1)

    with pytest.raises(ValueError, match="told twice"):
        facts(Income(march, pay=1), Income(march, pay=2))
    with pytest.raises(ValueError, match="only sickness benefit ends"):
        PreviousBenefit(PreviousKind.FLEXI_UNEMPLOYMENT_ALLOWANCE, 18_000, march)
    with pytest.raises(ValueError, match="cannot be -1"):
        Income(march, other=-1)
    with pytest.raises(ValueError, match="cannot be -1"):
        PreviousBenefit(PreviousKind.SICKNESS_BENEFIT, -1)
    with pytest.raises(ValueError, match="cannot be -1"):
        PayFacts(law.RESSOURCEFORLOEB, -1)
    with pytest.raises(ValueError, match="cannot be -1"):
        RateFacts(law.RESSOURCEFORLOEB, **NOBODY, children_contributed_to=-1)
    with pytest.raises(ValueError, match="cannot be -1"):
        regulated(-1, 2024)


def test_an_unknown_scheme_is_refused() -> None:
    rate = RateFacts("flexjob", **NOBODY)

    with pytest.raises(law.UnknownScheme):
        benefit_rate(rate, date(2024, 5, 1))
    with pytest.raises(law.UnknownScheme):
        benefit(BenefitFacts(START, START, None, rate), date(2024, 5, 1))


@pytest.mark.parametrize(
    ("oere", "danish", "english"),
    [
        (0, "0 kroner", "0 kroner"),
        (403_260, "4.032,60 kroner", "4,032.60 kroner"),
        (123_456_705, "1.234.567,05 kroner", "1,234,567.05 kroner"),
    ],
)
def test_money_is_written_as_people_write_it(oere: int, danish: str, english: str) -> None:
    assert (money(oere).da, money(oere).en) == (danish, english)
