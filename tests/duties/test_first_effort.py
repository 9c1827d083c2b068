"""The intervention guarantee. The programme began on 3 March 2025; its six months end on 2 September."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from sammetag.duties.duty import Band
from sammetag.duties.facts import CaseFacts
from sammetag.law.guarantee_facts import Effort, EffortKind, GuaranteeFacts
from sammetag.law.period import Period
from tests.duties.cases import END, GRANTED, MADE, RUNNING, case, given_to, talk, told

DAY = timedelta(days=1)
FOUR = [talk(date(2025, month, 10)) for month in (4, 5, 6, 7)]
MENTOR = Effort(EffortKind.MENTOR, date(2025, 4, 1), in_plan=True)
OUTSIDE_THE_PLAN = Effort(EffortKind.LAB_11, date(2025, 5, 1), in_plan=False)


def guaranteed(*efforts: Effort, given: Any = (RUNNING,), **known: Any) -> CaseFacts:
    """A case of a programme that the guarantee covers, with what has begun in it."""
    facts = GuaranteeFacts("ressourceforloeb", GRANTED, GRANTED, END, efforts, **known)
    return case(*FOUR, given=given, scheme="ressourceforloeb", guarantee=facts)


def test_while_the_clock_runs_its_last_day_is_told_with_the_rule() -> None:
    due = told(guaranteed(), MADE - 10 * DAY)["begin-in-time"]

    assert (due.band, due.due, due.ahead) == (Band.COMING, MADE, 60)
    assert due.version is not None and due.version.source.section.startswith("§ 113")
    assert due.details


def test_on_the_last_day_there_is_time_and_on_the_day_after_the_team_must_have_the_case() -> None:
    assert "answer-guarantee" not in told(guaranteed(), MADE)
    owed = told(guaranteed(), MADE + DAY)["answer-guarantee"]

    assert (owed.band, owed.due) == (Band.LAW_MISSED, MADE)
    assert "rehabiliteringsteamet" in owed.what
    assert "var begyndt 2. september." in owed.why[0]


def test_what_did_not_count_is_told_with_its_reason() -> None:
    owed = told(guaranteed(MENTOR, OUTSIDE_THE_PLAN), MADE + DAY)["answer-guarantee"]

    told_of = " ".join(owed.why)
    assert "Mentorstøtte" in told_of
    assert "står ikke i planens indsatsdel" in told_of


def test_before_the_last_day_what_runs_outside_the_plan_is_pointed_out() -> None:
    due = told(guaranteed(OUTSIDE_THE_PLAN), MADE - DAY)["begin-in-time"]

    assert any("står ikke i planens indsatsdel" in why for why in due.why)


def test_of_many_things_that_did_not_count_three_are_told_and_the_rest_counted() -> None:
    owed = told(guaranteed(*[MENTOR] * 5), MADE + DAY)["answer-guarantee"]

    assert len(owed.why) == 1 + 3 + 1
    assert owed.why[-1] == "Og 2 ting mere om det i sagen."


def test_what_began_in_time_and_stands_in_the_plan_asks_for_nothing() -> None:
    counted = Effort(EffortKind.SOCIAL, MADE, in_plan=True)

    assert told(guaranteed(counted), MADE + DAY).keys() & {"begin-in-time", "answer-guarantee"} == set()


def test_an_exemption_moves_the_last_day() -> None:
    ill = Period(date(2025, 6, 1), date(2025, 6, 30))

    due = told(guaranteed(exempt=(ill,)), MADE + DAY)["begin-in-time"]

    assert due.due == MADE + 30 * DAY


def test_once_the_team_has_had_the_case_again_nothing_is_owed() -> None:
    assert "answer-guarantee" not in told(guaranteed(resubmitted_on=MADE + 5 * DAY), MADE + 9 * DAY)


def test_with_nothing_running_one_row_asks_to_start_something_and_tells_of_the_last_day() -> None:
    duties = told(guaranteed(given=()), MADE - DAY)

    assert "begin-in-time" not in duties
    idle = duties["start-something"]
    assert idle.why[-1] == "Indsatsgarantien udløber 2. september."
    assert idle.version is not None and idle.details


def test_with_nothing_running_the_team_must_have_the_case_all_the_same() -> None:
    duties = told(guaranteed(given=()), MADE + DAY)

    assert {"answer-guarantee", "start-something"} <= duties.keys()
    assert duties["start-something"].version is None


def test_what_waits_is_told_with_the_last_day_too() -> None:
    waits = given_to("waiting", GRANTED)

    assert "Indsatsgarantien udløber" in told(guaranteed(given=(waits,)), MADE)["start-what-waits"].why[-1]


def test_where_the_law_does_not_say_the_other_duties_are_told_all_the_same() -> None:
    """Whether the guarantee covers grants from before 2022 has not been read."""
    before = date(2021, 3, 3)
    facts = GuaranteeFacts("ressourceforloeb", before, before, END)
    silent = case(given=(), starts_on=before, scheme="ressourceforloeb", guarantee=facts)

    assert told(silent, date(2021, 12, 1)).keys() >= {"hold-talks", "start-something", "decide-what-follows"}


def test_a_programme_that_has_ended_or_not_begun_has_no_clock() -> None:
    facts = guaranteed()

    assert "begin-in-time" not in told(facts, GRANTED - DAY)
