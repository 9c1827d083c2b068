"""A sanction follows the event, its day and what is known of its amount; what is no ground leads to none."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from sammetag import law
from sammetag.law.numbers import all_numbers
from sammetag.law.sanction import (
    SANCTION,
    RateGroup,
    Sanction,
    SanctionEvent,
    SanctionFacts,
    SanctionKind,
    sanction,
)
from tests.law.asking import outcome, uncovered

Example = dict[str, Any]
EXAMPLES: list[Example] = yaml.safe_load(
    Path(__file__).with_name("sanction_examples.yaml").read_text("utf-8")
)["examples"]
CASES = [pytest.param(example, id=example["sentence"]) for example in EXAMPLES]
VERSIONS = [version for version in law.BOOK.versions() if version.topic == SANCTION]
GRANT, TUESDAY = date(2022, 3, 3), date(2024, 1, 2)
EVENTS, GROUPS = st.sampled_from(SanctionEvent), st.none() | st.sampled_from(RateGroup)
DAYS_OF_2024 = st.dates(date(2024, 1, 1), date(2024, 12, 31))
# The monthly rates that law and circulars print or that are computed from them, and the daily rate of each.
MONTHLY = {
    2022: (15_570, 11_716, 3_644),
    2024: (16_382, 12_326, 3_834),
    2025: (16_972, 12_770, 3_972),
    2026: (17_736, 13_345, 4_151),
}
RATE_NAMES = ("daily_rate_with_child", "daily_rate_without_child", "daily_rate_young_at_home")


def facts(event: SanctionEvent, happened_on: date = TUESDAY, group: RateGroup | None = None) -> SanctionFacts:
    return SanctionFacts(law.RESSOURCEFORLOEB, GRANT, event, happened_on, group, reasonable_ground=False)


def from_example(told: Example) -> SanctionFacts:
    lists = {name: tuple(told.get(name, ())) for name in ("missed_days", "points_on", "hidden_before")}
    group = RateGroup(told["group"]) if "group" in told else None
    return SanctionFacts(**{**told, **lists, "event": SanctionEvent(told["event"]), "group": group})


def seen(answer: law.Answer[Sanction], key: str) -> Any:
    if key == "confidence":
        return answer.version.confidence.value
    return len(answer.warnings) if key == "warnings" else getattr(answer.value, key)


def said(answer: law.Answer[Sanction]) -> str:
    return " ".join(reason.text.da for reason in answer.reasons)


@pytest.mark.parametrize("example", CASES)
def test_an_example_comes_out_as_it_says(example: Example) -> None:
    told, expected = from_example(example["facts"]), example["expected"]
    on: date = example.get("asked_on", told.happened_on)

    assert outcome(lambda: sanction(told, on), expected, seen) == expected


@pytest.mark.parametrize("example", CASES)
def test_an_example_has_a_sentence_and_a_source(example: Example) -> None:
    assert example["sentence"].endswith(".")
    assert example["source"].startswith(("LBK", "LOV", "BEK"))


@pytest.mark.parametrize("version", VERSIONS, ids=lambda version: str(version.period.first))
def test_a_version_has_examples_inside_on_and_outside_its_limits(version: law.Version) -> None:
    days = {case["facts"]["happened_on"] for case in EXAMPLES if case["facts"]["scheme"] in version.schemes}

    assert uncovered(version, days) == []


@pytest.mark.parametrize("event", SanctionEvent)
@pytest.mark.parametrize("day", [date(2015, 1, 1), date(2020, 12, 31), TUESDAY, date(2026, 1, 5)], ids=str)
def test_every_event_is_answered_in_both_languages(event: SanctionEvent, day: date) -> None:
    told = SanctionFacts(law.RESSOURCEFORLOEB, date(2015, 1, 1), event, day)

    answer = sanction(told, day)

    assert answer.reasons
    for text in (reason.text for reason in answer.reasons):
        assert "{" not in text.da + text.en
        assert text.da != text.en


@pytest.mark.parametrize(("year", "monthly"), MONTHLY.items())
def test_a_daily_rate_is_twelve_monthly_rates_over_260_working_days(
    year: int, monthly: tuple[int, ...]
) -> None:
    rates = [law.number(name, scheme=law.RESSOURCEFORLOEB, on=date(year, 7, 1)).value for name in RATE_NAMES]

    assert rates == [round(12 * amount / 260) for amount in monthly]


def test_a_daily_rate_that_was_not_printed_is_marked_and_says_so() -> None:
    rates = [found for found in all_numbers() if found.name in RATE_NAMES]

    printed = {found.period.first.year for found in rates if found.confidence is law.Confidence.HIGH}
    assert printed == {2022, 2024}
    assert all(found.note for found in rates if found.confidence is law.Confidence.MEDIUM)


@given(DAYS_OF_2024, st.integers(0, 40), st.integers(0, 20))
def test_later_contact_never_costs_fewer_days(happened_on: date, until: int, more: int) -> None:
    told = replace(facts(SanctionEvent.NO_SHOW, happened_on), contact_again_on=None)
    soon = replace(told, contact_again_on=happened_on + timedelta(until))
    late = replace(told, contact_again_on=happened_on + timedelta(until + more))

    days = [sanction(one, date(2025, 6, 30)).value.days for one in (soon, late)]

    assert days[0] is not None
    assert days[1] is not None
    assert 1 <= days[0] <= days[1] <= until + more + 1


@given(DAYS_OF_2024, st.integers(0, 200))
def test_five_of_seven_days_are_deducted_and_the_day_of_contact_is_not(happened_on: date, weeks: int) -> None:
    again = happened_on + timedelta(weeks=weeks)
    told = replace(facts(SanctionEvent.NOT_BOOKED, happened_on), contact_again_on=again)

    value = sanction(told, again).value

    assert (value.days or 0) == 5 * weeks


@given(DAYS_OF_2024, st.lists(st.integers(0, 60), max_size=15))
def test_the_kroner_are_the_days_times_the_rate_of_the_year(first: date, later: list[int]) -> None:
    missed = tuple(first + timedelta(step) for step in later)
    told = replace(facts(SanctionEvent.STAYED_AWAY, first, RateGroup.WITH_CHILD), missed_days=missed)

    value = sanction(told, date(2024, 12, 31)).value

    working = {day for day in (first, *missed) if day.weekday() < 5 and day.year == 2024}
    assert (value.days or 0) == len(working)
    assert (value.kroner or 0) == 756 * len(working)


@given(EVENTS, GROUPS, st.dates(GRANT, date(2026, 12, 31)))
def test_a_reasonable_ground_frees_from_all_but_hidden_work(
    event: SanctionEvent, group: RateGroup | None, day: date
) -> None:
    excused = replace(facts(event, day, group), reasonable_ground=True)

    kind = sanction(excused, day).value.kind

    assert (kind is SanctionKind.NONE) == (event is not SanctionEvent.HIDDEN)


@given(DAYS_OF_2024, DAYS_OF_2024)
def test_there_is_one_point_deduction_in_a_calendar_month(first: date, second: date) -> None:
    told = replace(facts(SanctionEvent.LEFT_JOB, second), points_on=(first,))

    kind = sanction(told, second).value.kind

    assert (kind is SanctionKind.NONE) == (first.month == second.month)


def test_an_absence_over_new_year_is_priced_with_the_rate_of_each_year() -> None:
    told = replace(
        facts(SanctionEvent.STAYED_AWAY, date(2024, 12, 30), RateGroup.WITH_CHILD),
        missed_days=(date(2025, 1, 2), date(2025, 1, 3)),
    )

    answer = sanction(told, date(2025, 2, 1))

    assert answer.value.kroner == 756 + 2 * 783
    assert "756 kr. for 1 dag i 2024 med 756 kr. om dagen." in said(answer)
    assert "1.566 kr. for 2 dage i 2025 med 783 kr. om dagen." in said(answer)


def test_days_after_the_day_asked_about_are_not_counted() -> None:
    told = replace(facts(SanctionEvent.STAYED_AWAY), missed_days=(date(2024, 1, 3), date(2024, 1, 4)))

    assert sanction(told, date(2024, 1, 3)).value.days == 2


def test_a_point_deduction_tells_its_base_and_that_the_amount_of_the_year_was_not_read() -> None:
    answer = sanction(facts(SanctionEvent.REFUSED_JOB, group=RateGroup.WITH_CHILD), TUESDAY)

    assert "1.590 kr. i 2012-niveau" in said(answer)
    assert "Beløbet for 2024 er ikke læst" in said(answer)
    assert "DKK 1,590" in " ".join(reason.text.en for reason in answer.reasons)


def test_the_duty_to_book_is_told_with_the_day_it_began() -> None:
    answer = sanction(facts(SanctionEvent.NOT_BOOKED), TUESDAY)

    assert "Siden 1. januar 2021 er det en af de fem hændelser" in said(answer)


@pytest.mark.parametrize("event", [SanctionEvent.STAYED_AWAY, SanctionEvent.NO_SHOW])
def test_an_event_in_february_2021_warns_that_offers_were_closed(event: SanctionEvent) -> None:
    told = SanctionFacts(law.RESSOURCEFORLOEB, date(2020, 1, 6), event, date(2021, 2, 1))

    answer = sanction(told, date(2021, 2, 2))

    assert any("efter selv at have sagt ja" in warning.text.da for warning in answer.warnings)
    assert not any("covid" in warning.text.da for warning in sanction(facts(event), TUESDAY).warnings)


def test_a_question_from_before_the_event_is_refused() -> None:
    with pytest.raises(ValueError, match="asked on 2024-01-01"):
        sanction(facts(SanctionEvent.NO_SHOW), date(2024, 1, 1))


@pytest.mark.parametrize(
    "wrong",
    [
        {"granted_on": date(2024, 1, 3)},
        {"missed_days": (date(2024, 1, 1),)},
        {"contact_again_on": date(2024, 1, 1)},
        {"hidden_before": (TUESDAY,)},
    ],
    ids=lambda wrong: next(iter(wrong)),
)
def test_days_that_cannot_be_true_together_are_refused(wrong: dict[str, Any]) -> None:
    with pytest.raises(ValueError, match="lies"):
        replace(facts(SanctionEvent.NO_SHOW), **wrong)


def test_an_unknown_scheme_is_refused() -> None:
    with pytest.raises(law.UnknownScheme):
        sanction(replace(facts(SanctionEvent.NO_SHOW), scheme="flexjob"), TUESDAY)


def test_the_versions_leave_no_day_without_a_word() -> None:
    law.BOOK.refuse_gaps()

    assert [version.period.first for version in VERSIONS] == [date(2015, 1, 1), date(2021, 1, 1)]


@pytest.mark.parametrize("day", [date(2021, 10, 12), date(2021, 12, 20), date(2022, 2, 1)])
def test_an_event_on_a_day_with_a_duty_to_be_available_as_usual_has_no_warning_of_covid(day: date) -> None:
    told = SanctionFacts(law.RESSOURCEFORLOEB, date(2020, 1, 6), SanctionEvent.STAYED_AWAY, day)

    assert not any("covid" in warning.text.da for warning in sanction(told, day).warnings)


def test_days_missed_under_two_orders_are_warned_of_once_for_each() -> None:
    missed = (date(2021, 2, 26), date(2021, 3, 1), date(2021, 3, 2))
    told = SanctionFacts(
        law.RESSOURCEFORLOEB,
        date(2020, 1, 6),
        SanctionEvent.STAYED_AWAY,
        date(2021, 2, 25),
        missed_days=missed,
    )

    covid = [warning for warning in sanction(told, date(2021, 3, 2)).warnings if "covid" in warning.text.da]

    assert [warning.source and warning.source.published for warning in covid] == [
        "BEK 113/2021",
        "BEK 113/2021, forlænget",
    ]
