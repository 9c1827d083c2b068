"""The target group: every condition has a state and a reason, and what is not known never becomes a yes."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from sammetag import law
from sammetag.law.target_group import (
    CIRCULAR,
    TARGET_GROUP,
    Assessment,
    Condition,
    ConditionName,
    ConditionState,
    TargetFacts,
    TargetResult,
    target_group,
)
from sammetag.law.target_group_facts import birthday, time_used
from tests.law.asking import outcome, uncovered

HERE = Path(__file__).parent
Example = dict[str, Any]
EXAMPLES: list[Example] = yaml.safe_load((HERE / "target_group_examples.yaml").read_text("utf-8"))["examples"]
CASES = [pytest.param(example, id=example["sentence"]) for example in EXAMPLES]
VERSIONS = [version for version in law.BOOK.versions() if version.topic == TARGET_GROUP]

MET = TargetFacts(
    scheme=law.RESSOURCEFORLOEB,
    born_on=date(1985, 3, 10),
    complex_problems=True,
    unsolved=True,
    combined_effort=True,
    long_support=True,
    pointless=False,
    can_develop=True,
    ruled_out=False,
    earlier=(),
    own_wish=True,
    disability_pension=False,
)
DAY = date(2024, 5, 1)
SIXTY = replace(MET, born_on=date(1962, 6, 1))

YES_NO_UNKNOWN = st.sampled_from([True, False, None])
DAYS = st.dates(date(2013, 1, 1), date(2026, 1, 31))
BIRTHS = st.dates(date(1945, 1, 1), date(1999, 12, 31))
JUDGED = (
    *("complex_problems", "unsolved", "combined_effort", "long_support", "tried_in_vain", "long_effort"),
    *("pointless", "can_develop", "ruled_out", "own_wish", "disability_pension"),
)
EARLIER = st.sampled_from(
    [
        (),
        (law.Period(date(2013, 5, 1), date(2014, 4, 30)),),
        (law.Period(date(2013, 5, 1), date(2018, 4, 30)),),
        (law.Period(date(2013, 5, 1), date(2015, 4, 30)), law.Period(date(2019, 1, 1), date(2021, 6, 30))),
    ]
)
ANY_FACTS = st.builds(
    TargetFacts,
    scheme=st.just(law.RESSOURCEFORLOEB),
    born_on=st.none() | BIRTHS,
    earlier=st.none() | EARLIER,
    **dict.fromkeys(JUDGED, YES_NO_UNKNOWN),
)
# Most made-up citizens fail somewhere; these differ from a citizen who meets everything in a few facts.
NEARLY_MET = st.builds(
    lambda changes, born_on, earlier: replace(MET, born_on=born_on, earlier=earlier, **changes),
    st.dictionaries(st.sampled_from(JUDGED), YES_NO_UNKNOWN, max_size=3),
    st.none() | BIRTHS,
    st.none() | EARLIER,
)
FACTS = ANY_FACTS | NEARLY_MET


def ask_target(facts: Example, on: date) -> law.Answer[Assessment]:
    told = dict(facts)
    if told.get("earlier") is not None:
        told["earlier"] = tuple(law.Period(first, last) for first, last in told["earlier"])
    return target_group(TargetFacts(**told), on)


def seen(answer: law.Answer[Assessment], key: str) -> Any:
    if key == "confidence":
        return answer.version.confidence.value
    if key == "warnings":
        return len(answer.warnings)
    if key in ("fails", "unknown"):
        return [name.value for name in answer.value.named(ConditionState(key))]
    return answer.value.result.value


def but(facts: TargetFacts, name: str, value: Any) -> TargetFacts:
    changes: dict[str, Any] = {name: value}
    return replace(facts, **changes)


def condition(name: ConditionName, answer: law.Answer[Assessment]) -> Condition:
    return next(one for one in answer.value.conditions if one.name is name)


def texts(answer: law.Answer[Assessment]) -> str:
    return " ".join(reason.text.da for reason in answer.reasons)


@pytest.mark.parametrize("example", CASES)
def test_an_example_comes_out_as_it_says(example: Example) -> None:
    expected = example["expected"]

    assert outcome(lambda: ask_target(example["facts"], example["asked_on"]), expected, seen) == expected


@pytest.mark.parametrize("version", VERSIONS, ids=lambda version: str(version.period.first))
def test_a_version_has_examples_inside_on_and_outside_its_limits(version: law.Version) -> None:
    days = {case["asked_on"] for case in EXAMPLES if case["facts"]["scheme"] in version.schemes}

    assert uncovered(version, days) == []


@given(FACTS, DAYS)
def test_the_result_is_in_exactly_when_every_condition_holds(facts: TargetFacts, on: date) -> None:
    assessment = target_group(facts, on).value

    all_hold = all(one.state is ConditionState.HOLDS for one in assessment.conditions)
    assert (assessment.result is TargetResult.IN) == all_hold


@given(FACTS, DAYS)
def test_the_result_is_not_in_only_when_a_condition_fails(facts: TargetFacts, on: date) -> None:
    assessment = target_group(facts, on).value

    assert assessment.result is not TargetResult.NOT_IN or assessment.named(ConditionState.FAILS)


@given(FACTS, DAYS)
def test_what_is_unknown_says_what_would_settle_it_and_nothing_else_does(
    facts: TargetFacts, on: date
) -> None:
    conditions = target_group(facts, on).value.conditions

    assert all((one.settle is not None) == (one.state is ConditionState.UNKNOWN) for one in conditions)


@given(FACTS, DAYS)
def test_every_sentence_is_whole_in_both_languages(facts: TargetFacts, on: date) -> None:
    answer = target_group(facts, on)
    said = [reason.text for reason in answer.reasons]
    said += [
        words for one in answer.value.conditions for words in (one.demand, one.reason, one.settle) if words
    ]

    for words in said:
        assert words.da != words.en
        assert all(text.strip() and "{" not in text and "None" not in text for text in (words.da, words.en))


@given(FACTS, DAYS, st.sampled_from([*JUDGED, "born_on", "earlier"]), st.data())
def test_to_learn_one_more_fact_never_turns_a_yes_or_a_no(
    facts: TargetFacts, on: date, name: str, data: st.DataObject
) -> None:
    values: dict[str, st.SearchStrategy[Any]] = {"born_on": BIRTHS, "earlier": EARLIER}
    learnt = data.draw(values.get(name, st.booleans()))

    before = target_group(but(facts, name, None), on).value.result
    after = target_group(but(facts, name, learnt), on).value.result

    assert after == before or before is TargetResult.NOT_JUDGED


@given(FACTS, DAYS, st.sampled_from(["complex_problems", "unsolved", "combined_effort"]))
def test_without_the_core_nobody_without_a_pension_is_in(facts: TargetFacts, on: date, name: str) -> None:
    known = but(replace(facts, disability_pension=False), name, False)

    assert target_group(known, on).value.result is TargetResult.NOT_IN


@given(DAYS)
def test_of_a_citizen_nobody_knows_anything_about_nothing_is_judged(on: date) -> None:
    answer = target_group(TargetFacts(scheme=law.RESSOURCEFORLOEB), on)

    assert answer.value.result is TargetResult.NOT_JUDGED
    assert {one.state for one in answer.value.conditions} == {ConditionState.UNKNOWN}


@pytest.mark.parametrize(
    ("on", "section"),
    [
        (date(2019, 12, 31), "§ 68 a, stk. 1, 8 og 9"),
        (date(2020, 1, 1), "§ 114, stk. 2-3"),
        (date(2022, 1, 1), "§ 114, stk. 2-4"),
    ],
)
def test_a_condition_names_the_section_of_its_day(on: date, section: str) -> None:
    answer = target_group(MET, on)

    assert condition(ConditionName.EARLIER_PROGRAMMES, answer).source.section == section


def test_a_ground_that_is_shown_is_told_and_the_others_are_not() -> None:
    answer = target_group(replace(MET, long_support=False, tried_in_vain=True), DAY)

    reason = condition(ConditionName.GROUND, answer).reason.da
    assert (
        reason
        == "Borgeren har deltaget i tilbud eller revalidering uden at komme tættere på arbejdsmarkedet."
    )


def test_grounds_that_are_not_judged_are_named() -> None:
    answer = target_group(replace(MET, long_support=None, tried_in_vain=False), DAY)

    settle = condition(ConditionName.GROUND, answer).settle
    assert settle is not None
    assert settle.da == (
        "Én grund er nok. Vurdér, om forsørgelsen har varet længe. "
        "Vurdér, om en længere indsats må komme før et konkret jobmål."
    )


def test_an_answer_of_no_names_only_what_fails() -> None:
    answer = target_group(replace(MET, unsolved=False, complex_problems=None), DAY)

    assert "Indsatser efter LAB eller lov om aktiv socialpolitik kan løse problemerne." in texts(answer)
    assert "komplekse" not in texts(answer)


def test_the_time_left_is_told_in_months_and_days() -> None:
    used = (law.Period(date(2020, 1, 1), date(2021, 2, 15)),)
    answer = target_group(replace(MET, born_on=date(1980, 1, 1), earlier=used, own_wish=None), DAY)

    assert "har brugt 13 måneder og 15 dage" in condition(ConditionName.EARLIER_PROGRAMMES, answer).reason.da


def test_a_programme_that_begins_after_the_day_is_not_looked_at() -> None:
    later = (law.Period(date(2024, 6, 1), date(2025, 5, 31)),)
    facts = replace(MET, born_on=date(1970, 1, 1), earlier=later, own_wish=False)

    assert target_group(facts, DAY).value.result is TargetResult.IN
    assert target_group(facts, date(2024, 6, 1)).value.result is TargetResult.NOT_IN


def test_a_running_programme_counts_to_its_planned_end() -> None:
    running = (law.Period(date(2023, 1, 1), date(2027, 6, 30)),)
    facts = replace(MET, born_on=date(1980, 1, 1), earlier=running, own_wish=False)

    assert target_group(facts, DAY).value.named(ConditionState.FAILS) == (ConditionName.EARLIER_PROGRAMMES,)


def test_two_programmes_of_two_years_are_four_years_whatever_the_leap_days() -> None:
    two = (law.Period(date(2015, 3, 1), date(2017, 2, 28)), law.Period(date(2019, 3, 1), date(2021, 2, 28)))

    assert time_used(two) == (48, 0)


def test_days_left_over_make_a_month_when_they_are_thirty() -> None:
    one = law.Period(date(2020, 1, 1), date(2020, 1, 20))
    other = law.Period(date(2021, 1, 1), date(2021, 1, 15))

    assert time_used((one, other)) == (1, 5)


@given(st.dates(date(2013, 1, 1), date(2026, 1, 31)), st.integers(1, 60))
def test_a_programme_of_whole_months_has_used_those_months(first: date, months: int) -> None:
    assert time_used((law.months_from(first, months),)) == (months, 0)


def test_born_on_a_leap_day_turns_forty_when_the_years_have_passed() -> None:
    assert birthday(date(1980, 2, 29), 41) == date(2021, 3, 1)
    assert birthday(date(1980, 2, 29), 40) == date(2020, 2, 29)


def test_the_circular_is_told_as_an_interpretation_and_never_as_a_rule() -> None:
    told = [reason for reason in target_group(MET, date(2014, 4, 9)).reasons if reason.source == CIRCULAR]

    assert [reason.kind for reason in told] == [law.ReasonKind.FACT]
    assert told[0].text.da.startswith("Fortolkning, ikke en regel:")
    assert "ikke er en betingelse, at alle muligheder er udtømt" in told[0].text.da


def test_before_it_was_sent_the_circular_is_not_told() -> None:
    answer = target_group(MET, date(2014, 4, 8))

    assert CIRCULAR not in [reason.source for reason in answer.reasons]


@pytest.mark.parametrize(("on", "told"), [(date(2019, 12, 31), False), (date(2020, 1, 1), True)], ids=str)
def test_since_the_new_act_the_circular_says_which_act_it_is_about(on: date, told: bool) -> None:
    [circular] = [reason for reason in target_group(MET, on).reasons if reason.source == CIRCULAR]

    assert ("den lov, der gjaldt til udgangen af 2019" in circular.text.da) == told


@given(FACTS, st.dates(date(2014, 4, 9), date(2026, 1, 31)))
def test_the_circular_is_in_no_condition(facts: TargetFacts, on: date) -> None:
    assert CIRCULAR not in [one.source for one in target_group(facts, on).value.conditions]


@pytest.mark.parametrize(
    ("on", "told"), [(date(2019, 12, 31), True), (date(2020, 1, 1), False)], ids=["2019", "2020"]
)
def test_the_duty_to_offer_is_told_until_2019(on: date, told: bool) -> None:
    assert ("skulle den, der opfyldte betingelserne, have tilbudt" in texts(target_group(MET, on))) == told


def test_who_soon_turns_forty_may_finish_what_is_begun() -> None:
    answer = target_group(replace(MET, born_on=date(1985, 1, 31)), DAY)

    assert "fylder 40 år 31. januar 2025" in texts(answer)


def test_who_turns_forty_after_the_longest_programme_is_not_told_of_it() -> None:
    answer = target_group(replace(MET, born_on=date(1990, 1, 31)), DAY)

    assert "fylder 40" not in texts(answer)


def test_who_soon_has_less_than_six_years_may_finish_what_is_begun() -> None:
    answer = target_group(SIXTY, date(2022, 6, 1))

    assert "Fra 2. juni 2023 er der mindre end 6 år til folkepensionsalderen." in texts(answer)


def test_less_than_six_years_without_a_known_wish_asks_for_the_wish() -> None:
    answer = target_group(replace(SIXTY, own_wish=None), DAY)

    settle = condition(ConditionName.YEARS_TO_PENSION, answer).settle
    assert settle is not None
    assert settle.da == "Spørg borgeren, om hun eller han ønsker forløbet."


def test_a_young_pensioner_who_wishes_it_is_not_refused_on_the_general_conditions() -> None:
    pensioner = replace(MET, born_on=date(1990, 1, 1), disability_pension=True, ruled_out=True)

    answer = target_group(pensioner, DAY)

    assert answer.value.result is TargetResult.NOT_JUDGED
    assert "Slå det op, før du siger nej." in " ".join(reason.text.da for reason in answer.warnings)


def test_after_the_closing_the_refusal_says_that_running_programmes_go_on() -> None:
    with pytest.raises(law.NotInForce) as refused:
        target_group(MET, date(2026, 2, 1))

    assert "fra og med 1. februar 2026" in refused.value.sentence.da
    assert "fortsætter" in refused.value.sentence.da


def test_a_day_before_the_birth_is_refused() -> None:
    with pytest.raises(ValueError, match="not born"):
        target_group(replace(MET, born_on=date(2025, 1, 1)), DAY)


@pytest.mark.parametrize(
    ("earlier", "why"),
    [
        ((law.Period(date(2020, 1, 1)),), "needs an end"),
        (
            (law.Period(date(2021, 1, 1), date(2022, 1, 1)), law.Period(date(2020, 1, 1), date(2021, 1, 1))),
            "overlap",
        ),
        ((law.Period(date(1980, 1, 1), date(1981, 1, 1)),), "before the citizen was born"),
    ],
)
def test_earlier_programmes_that_cannot_have_been_are_refused(
    earlier: tuple[law.Period, ...], why: str
) -> None:
    with pytest.raises(ValueError, match=why):
        replace(MET, earlier=earlier)
