"""The intervention guarantee counts the right days, and says of every effort why it counts or does not."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sammetag import law
from sammetag.law import guarantee_words
from sammetag.law.guarantee_facts import STOPS_THE_CLOCK, last_day_to_begin

START = date(2024, 3, 1)
LAST_DAY = date(2024, 8, 31)
STARTS = st.dates(date(2022, 1, 1), date(2026, 1, 31))
OFFSETS = st.integers(-60, 400)
KINDS = st.sampled_from(law.EffortKind)
PRACTICE = law.Effort(law.EffortKind.LAB_11, date(2024, 5, 2), in_plan=True)


@st.composite
def exemptions(draw: st.DrawFn, start: date) -> tuple[law.Period, ...]:
    found = draw(st.lists(st.tuples(OFFSETS, st.integers(0, 90)), max_size=5))
    firsts = [(start + timedelta(days=offset), length) for offset, length in found]
    return tuple(law.Period(first, first + timedelta(days=length)) for first, length in firsts)


@st.composite
def cases(draw: st.DrawFn) -> law.GuaranteeFacts:
    start = draw(STARTS)
    efforts = draw(st.lists(st.tuples(KINDS, OFFSETS, st.booleans()), max_size=5))
    reliefs = draw(st.lists(st.tuples(st.sampled_from(law.ReliefKind), OFFSETS), max_size=2))
    again = draw(st.none() | OFFSETS)
    return law.GuaranteeFacts(
        law.RESSOURCEFORLOEB,
        start,
        start,
        None,
        tuple(law.Effort(kind, start + timedelta(days=days), planned) for kind, days, planned in efforts),
        draw(exemptions(start)),
        tuple(law.Relief(kind, start + timedelta(days=days)) for kind, days in reliefs),
        None if again is None else start + timedelta(days=again),
    )


def facts(
    *efforts: law.Effort, granted_on: date = START, exempt: tuple[law.Period, ...] = ()
) -> law.GuaranteeFacts:
    return law.GuaranteeFacts(law.RESSOURCEFORLOEB, granted_on, granted_on, None, efforts, exempt)


def said(answer: law.Answer[law.Guarantee]) -> list[str]:
    return [reason.text.da for reason in answer.reasons]


@given(cases())
def test_the_last_day_leaves_room_for_the_full_six_months_without_the_exempt_days(
    case: law.GuaranteeFacts,
) -> None:
    six_months = law.months_from(case.starts_on, 6)
    assert six_months.last is not None
    needed = (six_months.last - case.starts_on).days + 1

    last = last_day_to_begin(case, 6, on=case.starts_on)

    days = [case.starts_on + timedelta(days=n) for n in range((last - case.starts_on).days + 1)]
    counted = [day for day in days if not any(period.contains(day) for period in case.exempt)]
    assert len(counted) == needed
    assert counted[-1] == last


@given(cases(), st.integers(0, 900))
def test_the_state_says_what_the_rest_of_the_answer_says(case: law.GuaranteeFacts, later: int) -> None:
    on = case.starts_on + timedelta(days=later)

    found = law.guarantee(case, on).value

    states = law.GuaranteeState
    assert (found.state is states.STOPPED) == (found.stopped_by is not None)
    assert (found.stopped_on is None) == (found.stopped_by is None)
    assert found.state is not states.RELIEVED or found.relieved_by is not None
    assert found.state is not states.RUNNING or on <= found.last_day
    assert found.state is not states.OWED or on > found.last_day
    assert found.state is not states.RESUBMITTED or found.resubmitted_on is not None


@given(cases(), st.integers(0, 900))
def test_what_stops_the_clock_counts_is_planned_and_began_in_time(
    case: law.GuaranteeFacts, later: int
) -> None:
    on = case.starts_on + timedelta(days=later)

    found = law.guarantee(case, on).value

    fitting = [
        effort.began_on
        for effort in case.efforts
        if effort.kind in STOPS_THE_CLOCK
        and effort.in_plan
        and case.starts_on <= effort.began_on <= min(on, found.last_day)
    ]
    assert found.stopped_on == min(fitting, default=None)


@given(cases(), st.integers(0, 900))
def test_every_known_effort_up_to_the_first_that_counts_has_its_sentence(
    case: law.GuaranteeFacts, later: int
) -> None:
    on = case.starts_on + timedelta(days=later)
    answer = law.guarantee(case, on)

    until = answer.value.stopped_on or on

    for effort in case.efforts:
        day = law.day_in_words(effort.began_on).da
        known = effort.began_on < until
        assert not known or any(f"begyndte {day}" in sentence for sentence in said(answer))


@given(cases(), st.integers(0, 400), st.integers(0, 400))
def test_an_owed_case_stays_owed_until_somebody_acts(case: law.GuaranteeFacts, later: int, more: int) -> None:
    on = case.starts_on + timedelta(days=later)

    if law.guarantee(case, on).value.state is law.GuaranteeState.OWED:
        after = law.guarantee(case, on + timedelta(days=more)).value

        assert after.state is not law.GuaranteeState.STOPPED
        assert after.state is not law.GuaranteeState.RUNNING


@pytest.mark.parametrize(
    ("effort", "sentence"),
    [
        (
            PRACTICE,
            "Virksomhedspraktik (LAB kapitel 11) begyndte 2. maj 2024. Det er i tide, så indsatsgarantien er "
            "opfyldt.",
        ),
        (
            law.Effort(law.EffortKind.SOCIAL, date(2024, 2, 29), in_plan=True),
            "Indsatsen efter serviceloven begyndte 29. februar 2024, før forløbet selv begyndte 1. marts "
            "2024. Derfor tæller det ikke.",
        ),
        (
            law.Effort(law.EffortKind.LAB_14, date(2024, 5, 2), in_plan=False),
            "Vejledning og opkvalificering (LAB kapitel 14) begyndte 2. maj 2024, men står ikke i planens "
            "indsatsdel. Derfor tæller det ikke.",
        ),
        (
            law.Effort(law.EffortKind.MUNICIPAL_HEALTH, date(2024, 9, 1), in_plan=True),
            "Den kommunale sundhedsindsats begyndte 1. september 2024, efter fristen 31. august 2024. Derfor "
            "tæller det ikke, heller ikke hvis det var aftalt i forvejen.",
        ),
        (
            law.Effort(law.EffortKind.MENTOR, date(2024, 5, 2), in_plan=True),
            "Mentorstøtte (LAB kapitel 26) begyndte 2. maj 2024. En mentor er en god støtte, men tæller ikke "
            "her, for loven nævner ikke mentorstøtte.",
        ),
        (
            law.Effort(law.EffortKind.TREATMENT, date(2024, 5, 2), in_plan=True),
            "Behandling i regionen eller på hospital begyndte 2. maj 2024. Den tæller ikke, for det gør kun "
            "kommunens egne sundhedsindsatser.",
        ),
    ],
    ids=lambda value: value.kind.value if isinstance(value, law.Effort) else "",
)
def test_an_effort_is_explained_in_a_sentence(effort: law.Effort, sentence: str) -> None:
    answer = law.guarantee(facts(effort), date(2024, 10, 1))

    assert sentence in said(answer)


def test_while_the_time_runs_the_reasons_say_what_is_needed_and_how_long_there_is() -> None:
    answer = law.guarantee(facts(), date(2024, 5, 1))

    assert said(answer) == [
        "Senest 31. august 2024 skal borgeren være begyndt på et tilbud efter LAB kapitel 11, 12 eller 14, "
        "en indsats efter serviceloven eller en kommunal sundhedsindsats. Ellers skal sagen for "
        "rehabiliteringsteamet igen.",
        "Intet, der tæller, er begyndt endnu. Der er tid til og med 31. august 2024.",
    ]
    assert answer.reasons[0].source == answer.version.source


def test_when_the_case_is_owed_the_reasons_say_what_the_team_does() -> None:
    answer = law.guarantee(facts(), date(2024, 9, 1))

    assert "medmindre særlige grunde taler imod" in said(answer)[-2]
    assert "Teamet drøfter, hvorfor intet er begyndt" in said(answer)[-1]


@pytest.mark.parametrize(("last", "days"), [(date(2024, 5, 1), "1 dag,"), (date(2024, 5, 10), "10 dage,")])
def test_exempt_days_are_told_as_people_say_them(last: date, days: str) -> None:
    answer = law.guarantee(facts(exempt=(law.Period(date(2024, 5, 1), last),)), date(2024, 6, 3))

    assert said(answer)[1].startswith(f"Fristen er flyttet {days}")


def test_an_exemption_that_goes_on_is_told_to_move_the_limit_every_day() -> None:
    lasting = facts(exempt=(law.Period(date(2024, 5, 1)),))

    today, tomorrow = (law.guarantee(lasting, date(2024, 6, day)) for day in (3, 4))

    assert tomorrow.value.last_day == today.value.last_day + law.DAY
    assert any("hver dag, den varer" in sentence for sentence in said(today))


def test_an_exemption_without_an_end_that_has_not_begun_moves_nothing() -> None:
    answer = law.guarantee(facts(exempt=(law.Period(date(2024, 7, 1)),)), date(2024, 6, 3))

    assert answer.value.last_day == LAST_DAY


def test_a_relief_is_named_with_its_day() -> None:
    wages = law.Relief(law.ReliefKind.ORDINARY_HOURS, date(2024, 5, 2))
    case = law.GuaranteeFacts(law.RESSOURCEFORLOEB, START, START, None, reliefs=(wages,))

    answer = law.guarantee(case, date(2024, 10, 1))

    assert answer.value.relieved_by == wages
    assert said(answer)[1].startswith("Borgeren havde ordinære løntimer 2. maj 2024. Derfor skal sagen ikke")


def test_something_that_counts_goes_before_what_relieves() -> None:
    wages = law.Relief(law.ReliefKind.ORDINARY_HOURS, date(2024, 4, 2))
    case = law.GuaranteeFacts(law.RESSOURCEFORLOEB, START, START, None, (PRACTICE,), (), (wages,))

    found = law.guarantee(case, date(2024, 10, 1)).value

    assert (found.state, found.stopped_by, found.relieved_by) == (law.GuaranteeState.STOPPED, PRACTICE, wages)


def test_the_details_are_taken_from_the_order_in_force_when_the_case_is_judged() -> None:
    early = law.Effort(law.EffortKind.SOCIAL, date(2022, 1, 1), in_plan=True)

    def order(granted_on: date) -> str:
        answer = law.guarantee(facts(early, granted_on=granted_on), granted_on)
        return next(r.source.published for r in answer.reasons if r.source and r.source.act.startswith("BEK"))

    assert order(date(2024, 12, 31)) == "BEK 2408/2021"
    assert order(date(2025, 1, 1)) == "BEK 1708/2024"


def test_since_february_2026_the_note_and_the_warning_tell_of_the_repealed_order() -> None:
    answer = law.guarantee(facts(granted_on=date(2025, 10, 1)), date(2026, 4, 1))

    assert answer.version.note is not None
    assert "uden en overgangsregel" in answer.version.note.da
    assert [warning.source and warning.source.section for warning in answer.warnings] == ["§§ 17-19"]


def test_a_grant_before_2022_is_told_where_to_look() -> None:
    with pytest.raises(law.NotKnown) as refused:
        law.guarantee(facts(granted_on=date(2021, 12, 31)), date(2022, 2, 1))

    assert "31. december 2021" in refused.value.sentence.da
    assert "LOV 1160/2021" in refused.value.sentence.en


def test_a_programme_that_ends_before_it_starts_is_refused() -> None:
    with pytest.raises(ValueError, match="before it begins"):
        law.GuaranteeFacts(law.RESSOURCEFORLOEB, START, START, START - law.DAY)


def test_every_kind_has_its_words() -> None:
    efforts, never = set(guarantee_words.EFFORTS), set(guarantee_words.NEVER)

    assert efforts == {kind.value for kind in STOPS_THE_CLOCK}
    assert efforts | never == {kind.value for kind in law.EffortKind}
    assert not efforts & never
    assert set(guarantee_words.RELIEFS) == {kind.value for kind in law.ReliefKind}
