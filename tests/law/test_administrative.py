"""A party is heard, told why and how to complain, and a complaint goes its way; the examples hold."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from sammetag import law
from sammetag.law.administrative import complaint_limit, decision_letter, hearing, reassessment
from sammetag.law.administrative_facts import (
    ComplaintFacts,
    HearingException,
    HearingFacts,
    LetterFacts,
    Outcome,
    ReassessmentFacts,
)
from sammetag.law.administrative_words import EXCEPTIONS
from sammetag.law.own_limits import LimitUnit, OwnLimit, OwnLimitFacts, OwnLimits, own_limit
from sammetag.law.schemes import SCHEMES
from tests.law.asking import outcome, uncovered

Example = dict[str, Any]
EXAMPLES: list[Example] = yaml.safe_load(
    Path(__file__).with_name("administrative_examples.yaml").read_text("utf-8")
)["examples"]
CASES = [pytest.param(case, id=case["sentence"]) for case in EXAMPLES]
CHOSEN_BY = {
    "administrative.hearing": "asked_on",
    "administrative.letter": "told_on",
    "administrative.complaint": "told_on",
    "administrative.reassessment": "received_on",
    "administrative.own_limit": "received_on",
}
VERSIONS = [version for version in law.BOOK.versions() if version.topic.name in CHOSEN_BY]
SCHEME = law.RESSOURCEFORLOEB
SINCE = st.dates(date(2025, 7, 1), date(2035, 12, 31))
ALWAYS = law.Period(date(2025, 1, 1))


def ask_hearing(told: Example, on: date) -> law.Answer[Any]:
    if "exception" in told:
        told["exception"] = HearingException(told["exception"])
    return hearing(HearingFacts(**told), on)


def ask_letter(told: Example, _on: date) -> law.Answer[Any]:
    return decision_letter(LetterFacts(**told))


def ask_complaint(told: Example, _on: date) -> law.Answer[Any]:
    return complaint_limit(ComplaintFacts(**told))


def ask_reassessment(told: Example, on: date) -> law.Answer[Any]:
    if "outcome" in told:
        told["outcome"] = Outcome(told["outcome"])
    return reassessment(ReassessmentFacts(**told), on)


def ask_own_limit(told: Example, on: date) -> law.Answer[Any]:
    limits = tuple(
        OwnLimit(area, length, LimitUnit(unit), law.Period(since), published_on)
        for area, length, unit, since, published_on in told.pop("set", ())
    )
    return own_limit(OwnLimitFacts(limits=OwnLimits(limits), **told), on)


ASKS = {
    "administrative.hearing": ask_hearing,
    "administrative.letter": ask_letter,
    "administrative.complaint": ask_complaint,
    "administrative.reassessment": ask_reassessment,
    "administrative.own_limit": ask_own_limit,
}


def chosen_on(example: Example) -> date:
    day: date = {**example, **example["facts"]}[CHOSEN_BY[example["topic"]]]
    return day


def scheme_of(example: Example) -> str:
    scheme: str = example["facts"].get("scheme", SCHEME)
    return scheme


def ask(example: Example) -> law.Answer[Any]:
    told = {"scheme": SCHEME, **example["facts"]}
    return ASKS[example["topic"]](told, example.get("asked_on", chosen_on(example)))


def seen(answer: law.Answer[Any], key: str) -> Any:
    if key == "confidence":
        return answer.version.confidence.value
    return len(answer.warnings) if key == "warnings" else getattr(answer.value, key)


def limit(area: str = "fleksjob", length: int = 4, period: law.Period = ALWAYS) -> OwnLimit:
    return OwnLimit(area, length, LimitUnit.WEEKS, period, period.first)


@pytest.mark.parametrize("example", CASES)
def test_an_example_comes_out_as_it_says(example: Example) -> None:
    expected = example["expected"]

    assert outcome(lambda: ask(example), expected, seen) == expected


@pytest.mark.parametrize("example", CASES)
def test_an_example_has_a_sentence_and_a_source(example: Example) -> None:
    assert example["sentence"].endswith(".")
    assert example["source"].startswith(("FVL", "RSL", "LBK", "LOV", "BEK"))


@pytest.mark.parametrize("version", VERSIONS, ids=lambda v: f"{v.topic.name} {v.schemes[0]} {v.period.first}")
def test_a_version_has_examples_inside_on_and_outside_its_limits(version: law.Version) -> None:
    examples = [case for case in EXAMPLES if case["topic"] == version.topic.name]
    days = {chosen_on(case) for case in examples if scheme_of(case) in version.schemes}

    assert uncovered(version, days) == []


@pytest.mark.parametrize("topic", CHOSEN_BY)
def test_the_rules_are_the_same_in_every_scheme(topic: str) -> None:
    first_of = next(case for case in EXAMPLES if case["topic"] == topic and "error" not in case["expected"])
    example = {**first_of, "asked_on": date(2025, 9, 1)}
    day = {} if CHOSEN_BY[topic] == "asked_on" else {CHOSEN_BY[topic]: date(2025, 9, 1)}

    values = [ask({**example, "facts": {**first_of["facts"], **day, "scheme": one}}).value for one in SCHEMES]

    assert all(value == values[0] for value in values)


@given(st.booleans(), st.booleans(), st.booleans())
def test_a_hearing_needs_all_three_conditions(known: bool, against: bool, essential: bool) -> None:
    found = hearing(HearingFacts(SCHEME, known, against, essential), date(2024, 5, 1)).value

    assert found.required == (not known and against and essential)
    assert found.may_decide != found.required


def test_every_exception_from_the_hearing_has_its_sentence() -> None:
    assert set(EXCEPTIONS) == {exception.value for exception in HearingException}


def test_an_answer_that_lies_ahead_does_not_open_for_a_decision() -> None:
    facts = HearingFacts(SCHEME, False, True, True, heard_on=date(2024, 5, 1), answered_on=date(2024, 5, 9))

    assert not hearing(facts, date(2024, 5, 8)).value.may_decide
    assert hearing(facts, date(2024, 5, 9)).value.may_decide


@given(SINCE, st.integers(0, 60))
def test_a_complaint_is_in_time_for_exactly_four_weeks(told_on: date, later: int) -> None:
    found = complaint_limit(ComplaintFacts(SCHEME, told_on, told_on + timedelta(days=later))).value

    assert found.in_time == (later <= 28)
    assert found.last_day.weekday() == told_on.weekday()


def test_a_complainant_is_told_where_to_go_and_that_the_decision_applies() -> None:
    answer = complaint_limit(ComplaintFacts(SCHEME, date(2025, 9, 1)))

    sources = [str(reason.source) for reason in answer.reasons]
    assert "RSL § 66, stk. 1 (LBK 354/2025)" in sources
    assert "RSL § 72, stk. 1 (LBK 354/2025)" in sources


def test_a_late_complaint_is_said_to_be_sent_on_since_the_order_that_was_read() -> None:
    told_on = date(2025, 5, 1)

    before = complaint_limit(ComplaintFacts(SCHEME, told_on, date(2025, 6, 30)))
    since = complaint_limit(ComplaintFacts(SCHEME, told_on, date(2025, 7, 1)))

    assert not any("sendes straks" in reason.text.da for reason in before.reasons)
    assert any("sendes straks" in reason.text.da for reason in since.reasons)


@given(SINCE, st.booleans(), st.booleans())
def test_a_complaint_is_reassessed_or_sent_on_but_never_neither(day: date, late: bool, urgent: bool) -> None:
    found = reassessment(ReassessmentFacts(SCHEME, day, late, urgent), day).value

    assert (found.reassess_by is None) == late
    assert (found.forward_by is None) == (not late)


@given(SINCE, st.integers(0, 28), st.integers(0, 60))
def test_a_complaint_that_stands_is_sent_on_within_fourteen_days(day: date, told: int, later: int) -> None:
    told_on = day + timedelta(days=told)
    maintained_on = told_on + timedelta(days=later)

    facts = ReassessmentFacts(SCHEME, day, outcome=Outcome.PART, told_on=told_on, maintained_on=maintained_on)
    found = reassessment(facts, maintained_on).value

    assert found.forward_by == (maintained_on + timedelta(days=14) if later <= 28 else None)


def test_a_partial_outcome_not_yet_told_has_no_days() -> None:
    facts = ReassessmentFacts(SCHEME, date(2025, 9, 3), outcome=Outcome.PART)

    found = reassessment(facts, date(2025, 9, 20)).value

    assert (found.maintain_by, found.forward_by) == (None, None)


def test_an_unset_limit_is_said_to_be_unset() -> None:
    facts = OwnLimitFacts(SCHEME, "fleksjob", date(2025, 9, 1), OwnLimits())

    answer = own_limit(facts, date(2026, 9, 1))

    assert answer.value.due_on is None
    assert [reason.text.da for reason in answer.warnings] == [
        "Kommunens egen frist for »fleksjob« er ikke angivet her. Fastsæt og offentliggør den, eller indtast "
        "den."
    ]


def test_a_new_limit_holds_for_applications_since_its_day() -> None:
    limits = OwnLimits(
        (
            limit(length=8, period=law.Period(date(2025, 1, 1), date(2025, 9, 30))),
            limit(length=4, period=law.Period(date(2025, 10, 1))),
        )
    )

    before = own_limit(OwnLimitFacts(SCHEME, "fleksjob", date(2025, 9, 30), limits), date(2025, 9, 30))
    since = own_limit(OwnLimitFacts(SCHEME, "fleksjob", date(2025, 10, 1), limits), date(2025, 10, 1))

    assert (before.value.due_on, since.value.due_on) == (date(2025, 11, 25), date(2025, 10, 29))


def test_a_limit_published_after_the_application_is_warned_of() -> None:
    late = OwnLimit("fleksjob", 4, LimitUnit.WEEKS, ALWAYS, date(2025, 9, 2))
    facts = OwnLimitFacts(SCHEME, "fleksjob", date(2025, 9, 1), OwnLimits((late,)))

    assert len(own_limit(facts, date(2025, 9, 1)).warnings) == 1


def test_a_decision_after_the_limit_was_not_kept() -> None:
    facts = OwnLimitFacts(SCHEME, "fleksjob", date(2025, 9, 1), OwnLimits((limit(),)), date(2025, 9, 30))

    answer = own_limit(facts, date(2025, 10, 1))

    assert answer.value.kept is False
    assert not answer.warnings


def test_two_limits_for_one_area_on_one_day_are_refused() -> None:
    with pytest.raises(ValueError, match="two limits"):
        OwnLimits((limit(length=4), limit(length=8)))


@pytest.mark.parametrize("broken", [{"area": " "}, {"length": 0}])
def test_a_limit_without_area_or_length_is_refused(broken: Example) -> None:
    with pytest.raises(ValueError, match="limit"):
        limit(**broken)


def test_what_comes_before_its_cause_is_refused() -> None:
    day, before = date(2025, 9, 2), date(2025, 9, 1)

    with pytest.raises(ValueError, match="before the hearing"):
        HearingFacts(SCHEME, False, True, True, answered_on=day)
    with pytest.raises(ValueError, match="before the notice"):
        ComplaintFacts(SCHEME, day, before)
    with pytest.raises(ValueError, match="without a reassessment"):
        ReassessmentFacts(SCHEME, day, told_on=day)
    with pytest.raises(ValueError, match="maintained"):
        ReassessmentFacts(SCHEME, day, outcome=Outcome.PART, maintained_on=day)
    with pytest.raises(ValueError, match="before the application"):
        OwnLimitFacts(SCHEME, "fleksjob", day, OwnLimits(), before)


def test_a_late_complaint_cannot_have_been_reassessed() -> None:
    with pytest.raises(ValueError, match="sent on"):
        ReassessmentFacts(SCHEME, date(2025, 9, 1), late=True, outcome=Outcome.FULL)


@pytest.mark.parametrize("example", CASES)
def test_every_sentence_is_whole_in_both_languages(example: Example) -> None:
    if "error" in example["expected"]:
        return

    for reason in ask(example).reasons:
        assert "{" not in reason.text.da + reason.text.en
        assert reason.text.da != reason.text.en
