"""Whether a form is allowed comes with its reason, and says whether the talk counts."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sammetag import law


def facts(starts_on: date, *, first_talk: bool = False, scheme: str = law.RESSOURCEFORLOEB) -> law.FormFacts:
    return law.FormFacts(scheme, starts_on, starts_on, first_talk)


def test_an_allowed_form_counts() -> None:
    answer = law.form_allowed(facts(date(2024, 5, 1)), law.Form.VIDEO, date(2024, 9, 1))

    assert answer.value is True
    assert answer.reasons[0].text.da == "Samtalen må holdes på video og tæller med."
    assert answer.reasons[1].source == answer.version.source


def test_a_form_that_is_not_allowed_does_not_count_and_says_why() -> None:
    answer = law.form_allowed(facts(date(2024, 5, 1), first_talk=True), "phone", date(2024, 5, 2))

    assert answer.value is False
    assert "tæller den efter vores læsning ikke med" in answer.reasons[0].text.da
    assert answer.reasons[1].text.da.startswith("Den første samtale holdes ved personligt fremmøde.")


def test_a_letter_is_refused_since_the_citizen_chooses() -> None:
    answer = law.form_allowed(facts(date(2024, 5, 1)), law.Form.LETTER, date(2024, 9, 1))

    assert answer.value is False


def test_a_form_that_is_none_of_ours_is_an_error_of_the_program() -> None:
    with pytest.raises(ValueError, match="pigeon"):
        law.form_allowed(facts(date(2024, 5, 1)), "pigeon", date(2024, 9, 1))


@pytest.mark.parametrize(
    ("on", "words"),
    [
        (date(2020, 3, 19), None),
        (date(2020, 3, 20), "sat i bero"),
        (date(2020, 5, 27), "Region Sjælland"),
        (date(2021, 7, 31), "Jobcentret kunne vælge"),
        (date(2021, 9, 1), None),
        (date(2021, 12, 18), None),
        (date(2021, 12, 19), "Jobcentret kunne vælge"),
        (date(2022, 1, 31), "Jobcentret kunne vælge"),
        (date(2022, 2, 1), None),
    ],
)
def test_the_rules_of_the_pandemic_are_warned_of(on: date, words: str | None) -> None:
    warnings = law.forms_allowed(facts(date(2019, 1, 1)), on).warnings

    assert [words in reason.text.da for reason in warnings if words] == ([True] if words else [])
    assert bool(warnings) == (words is not None)


@given(st.dates(date(2013, 1, 1), date(2026, 1, 31)), st.integers(0, 800), st.booleans())
def test_attendance_in_person_is_always_allowed(start: date, later: int, first_talk: bool) -> None:
    on = start + timedelta(days=later)
    if law.Period(date(2023, 3, 20), date(2023, 3, 21)).contains(on):
        return

    assert law.form_allowed(facts(start, first_talk=first_talk), law.Form.IN_PERSON, on).value


@given(st.sampled_from(list(law.Form)), st.dates(date(2014, 7, 1), date(2023, 3, 19)))
def test_one_form_is_allowed_exactly_when_it_is_among_the_forms(form: law.Form, on: date) -> None:
    case = facts(on, scheme=law.JOBAFKLARINGSFORLOEB)

    assert law.form_allowed(case, form, on).value == (form in law.forms_allowed(case, on).value)
