"""A step before a sanction is done, missing or unknown, or forbids it, and says what would settle it."""

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
from sammetag.law.sanction import SanctionEvent, SanctionFacts
from sammetag.law.sanction_guidance import GUIDANCE, guidance_before
from sammetag.law.sanction_steps import (
    STEPS,
    Contact,
    Guidance,
    GuidanceForm,
    HearingHeld,
    Step,
    StepFacts,
    StepKind,
    StepsBefore,
    StepState,
    steps_before,
)
from tests.law.asking import outcome, uncovered

Example = dict[str, Any]
HERE = Path(__file__).parent
GRANT, EVENT_DAY, ASKED = date(2015, 1, 1), date(2025, 8, 4), date(2025, 8, 19)


def read(name: str) -> list[Example]:
    examples: list[Example] = yaml.safe_load((HERE / name).read_text("utf-8"))["examples"]
    return examples


GUIDANCES, ALL_STEPS = read("sanction_guidance_examples.yaml"), read("sanction_steps_examples.yaml")
BOTH = [*GUIDANCES, *ALL_STEPS]


def ids(example: Example) -> str:
    return str(example["sentence"])


def event(
    kind: SanctionEvent = SanctionEvent.NO_SHOW, day: date = EVENT_DAY, *, ground: bool | None = False
) -> SanctionFacts:
    return SanctionFacts(law.RESSOURCEFORLOEB, GRANT, kind, day, reasonable_ground=ground)


def settled(told: SanctionFacts) -> StepFacts:
    day = told.happened_on
    given = tuple(Guidance(day - timedelta(9), form) for form in GuidanceForm)
    hearing = HearingHeld(day, answered_on=day)
    return StepFacts(told, given, Contact.REACHED, hearing, furthers_availability=True)


def from_example(told: Example) -> StepFacts:
    told = {**told, "event": SanctionEvent(told["event"])}
    names = {"guidance", "contact", "hearing", "furthers_availability"} & set(told)
    steps = {name: told.pop(name) for name in names}
    if "guidance" in steps:
        steps["guidance"] = tuple(Guidance(day, GuidanceForm(form)) for day, form in steps["guidance"])
    if "contact" in steps:
        steps["contact"] = Contact(steps["contact"])
    if "hearing" in steps:
        steps["hearing"] = HearingHeld(**steps["hearing"])
    return StepFacts(SanctionFacts(**told), **steps)


def seen(answer: law.Answer[Any], key: str) -> Any:
    if key == "confidence":
        return answer.version.confidence.value
    return len(answer.warnings) if key == "warnings" else getattr(answer.value, key)


def ask(example: Example) -> law.Answer[Any]:
    told = from_example(example["facts"])
    return steps_before(told, example["asked_on"]) if "asked_on" in example else guidance_before(told)


def step(answer: law.Answer[StepsBefore], kind: StepKind) -> Step:
    return next(one for one in answer.value.steps if one.kind is kind)


@pytest.mark.parametrize("example", BOTH, ids=ids)
def test_an_example_comes_out_as_it_says(example: Example) -> None:
    expected = example["expected"]

    assert outcome(lambda: ask(example), expected, seen) == expected


@pytest.mark.parametrize("example", BOTH, ids=ids)
def test_an_example_has_a_sentence_and_a_source(example: Example) -> None:
    assert example["sentence"].endswith(".")
    assert example["source"].startswith(("LBK", "LOV", "BEK"))


@pytest.mark.parametrize(
    "version",
    [version for version in law.BOOK.versions() if version.topic in (GUIDANCE, STEPS)],
    ids=lambda version: f"{version.topic.name} {version.period.first}",
)
def test_a_version_has_examples_inside_on_and_outside_its_limits(version: law.Version) -> None:
    steps = version.topic == STEPS
    cases = [
        case for case in (ALL_STEPS if steps else GUIDANCES) if case["facts"]["scheme"] in version.schemes
    ]
    days = {case["asked_on"] if steps else case["facts"]["happened_on"] for case in cases}

    assert uncovered(version, days) == []


def test_a_case_with_every_step_taken_is_done_and_needs_nothing() -> None:
    answer = steps_before(settled(event()), ASKED)

    assert answer.value.outcome is StepState.DONE
    assert all(one.settled_by is None for one in answer.value.steps)
    assert not answer.warnings


def test_a_case_that_tells_nothing_names_what_would_settle_each_step() -> None:
    answer = steps_before(StepFacts(event(ground=None)), ASKED)

    unknown = [one for one in answer.value.steps if one.state is StepState.UNKNOWN]
    assert {one.kind for one in unknown} == set(StepKind) - {StepKind.EVENT, StepKind.TIME_LIMIT}
    assert all(one.settled_by for one in unknown)
    assert len(answer.warnings) == len(unknown)


@pytest.mark.parametrize(
    ("changed", "kind", "state"),
    [
        ({"guidance": ()}, StepKind.GUIDANCE, StepState.MISSING),
        ({"guidance": None}, StepKind.GUIDANCE, StepState.UNKNOWN),
        ({"contact": Contact.NOT_EXHAUSTED}, StepKind.CONTACT, StepState.MISSING),
        ({"contact": None}, StepKind.CONTACT, StepState.UNKNOWN),
        ({"hearing": HearingHeld(None)}, StepKind.HEARING, StepState.MISSING),
        ({"hearing": HearingHeld(date(2025, 8, 20))}, StepKind.HEARING, StepState.MISSING),
        ({"hearing": None}, StepKind.HEARING, StepState.UNKNOWN),
        ({"furthers_availability": False}, StepKind.AVAILABILITY, StepState.BARS),
        ({"furthers_availability": None}, StepKind.AVAILABILITY, StepState.UNKNOWN),
        ({"sanction": event(ground=True)}, StepKind.REASONABLE_GROUND, StepState.BARS),
        ({"sanction": event(SanctionEvent.NO_SHOW_TEAM)}, StepKind.EVENT, StepState.BARS),
        ({"sanction": event(SanctionEvent.REFUSED_TREATMENT)}, StepKind.EVENT, StepState.BARS),
    ],
    ids=str,
)
def test_one_step_alone_decides_what_all_come_to(
    changed: dict[str, Any], kind: StepKind, state: StepState
) -> None:
    value = steps_before(replace(settled(event()), **changed), ASKED).value

    assert value.outcome is state
    assert [one.kind for one in value.steps if one.state is not StepState.DONE] == [kind]


def test_a_letter_that_hears_and_decides_at_once_is_refused_with_the_reason() -> None:
    hearing = HearingHeld(EVENT_DAY, answered_on=EVENT_DAY, in_decision_letter=True)

    answer = steps_before(replace(settled(event()), hearing=hearing), ASKED)

    assert step(answer, StepKind.HEARING).state is StepState.MISSING
    assert "agterskrivelse" in step(answer, StepKind.HEARING).why.da


def test_an_answer_that_comes_after_the_day_asked_about_is_not_looked_at() -> None:
    hearing = HearingHeld(EVENT_DAY, answer_by=date(2025, 8, 25), answered_on=date(2025, 8, 20))

    answer = steps_before(replace(settled(event()), hearing=hearing), ASKED)

    assert step(answer, StepKind.HEARING).state is StepState.MISSING
    assert "25. august 2025" in step(answer, StepKind.HEARING).why.da


def test_absence_from_an_offer_may_be_settled_once_a_month_with_the_hearing() -> None:
    offer = steps_before(settled(event(SanctionEvent.STAYED_AWAY)), ASKED)
    talk = steps_before(settled(event()), ASKED)

    assert "en gang om måneden" in step(offer, StepKind.HEARING).why.da
    assert "en gang om måneden" not in step(talk, StepKind.HEARING).why.da


def test_the_guidance_goes_by_the_day_of_the_event_although_the_rule_has_changed_since() -> None:
    told = replace(
        settled(event(day=date(2023, 12, 20))), guidance=(Guidance(date(2023, 12, 1), GuidanceForm.WRITTEN),)
    )

    answer = steps_before(told, date(2024, 1, 10))

    assert step(answer, StepKind.GUIDANCE).state is StepState.MISSING
    assert "mundtligt" in step(answer, StepKind.GUIDANCE).why.da


@given(st.dates(date(2015, 1, 1), date(2026, 12, 31)))
def test_a_sanction_can_be_carried_out_for_three_whole_calendar_months(day: date) -> None:
    told = StepFacts(event(day=day))

    last = steps_before(told, day).value.last_day

    whole = {
        (month.year, month.month)
        for month in (day + timedelta(step) for step in range((last - day).days + 1))
    }
    assert (last + law.DAY).day == 1
    assert len(whole) == 4


@given(st.dates(date(2015, 1, 1), date(2026, 12, 31)), st.integers(0, 150))
def test_the_limit_forbids_exactly_after_its_last_day(day: date, later: int) -> None:
    asked = day + timedelta(later)

    answer = steps_before(StepFacts(event(day=day)), asked)

    assert (step(answer, StepKind.TIME_LIMIT).state is StepState.BARS) == (asked > answer.value.last_day)


@given(st.dates(date(2020, 5, 27), date(2023, 12, 31)), st.integers(1, 400))
def test_older_guidance_never_counts_where_newer_does_not(day: date, ago: int) -> None:
    def state(days: int) -> StepState:
        given = (Guidance(day - timedelta(days), GuidanceForm.ORAL_AND_WRITTEN),)
        return guidance_before(replace(settled(event(day=day)), guidance=given)).value.state

    assert (state(ago), state(ago + 1)) != (StepState.MISSING, StepState.DONE)
    assert (state(ago) is StepState.DONE) or ago > 180
    assert (state(ago) is StepState.MISSING) or ago <= 184


@pytest.mark.parametrize(
    "day", [date(2015, 1, 1), date(2020, 2, 3), date(2021, 3, 1), date(2026, 2, 2)], ids=str
)
@pytest.mark.parametrize("kind", SanctionEvent)
def test_every_step_is_told_in_both_languages(kind: SanctionEvent, day: date) -> None:
    answer = steps_before(StepFacts(event(kind, day, ground=None)), day)

    texts = [words for one in answer.value.steps for words in (one.why, one.settled_by) if words is not None]
    texts += [reason.text for reason in answer.reasons]
    for text in texts:
        assert "{" not in text.da + text.en
        assert text.da != text.en


def test_a_question_from_before_the_event_is_refused() -> None:
    with pytest.raises(ValueError, match="asked on 2025-08-03"):
        steps_before(settled(event()), date(2025, 8, 3))


@pytest.mark.parametrize(
    "days", [{"answer_by": date(2025, 8, 3)}, {"answered_on": date(2025, 8, 3)}], ids=str
)
def test_an_answer_before_the_citizen_was_told_is_refused(days: dict[str, Any]) -> None:
    with pytest.raises(ValueError, match="comes before the citizen was told"):
        HearingHeld(EVENT_DAY, **days)


def test_an_unknown_scheme_is_refused() -> None:
    with pytest.raises(law.UnknownScheme):
        steps_before(StepFacts(replace(event(), scheme="flexjob")), ASKED)


def test_the_versions_leave_no_day_without_a_word() -> None:
    law.BOOK.refuse_gaps()
    first_days = [version.period.first for version in law.BOOK.versions() if version.topic == GUIDANCE]

    assert first_days == [date(2015, 1, 1), date(2020, 5, 27), date(2024, 1, 1)]
