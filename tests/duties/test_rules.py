"""What must be done in one case. The programme began on 3 March 2025; six months end on 2 September."""

from __future__ import annotations

from datetime import date, timedelta

from sammetag.duties.demanded_talks import MadeGood, made_good_late
from sammetag.duties.duty import Band
from sammetag.duties.rules import duties_of
from tests.duties.cases import END, GRANTED, MADE, RUNNING, case, given_to, talk, told

FOUR = [talk(date(2025, month, 10)) for month in (4, 5, 6, 7)]
DAY = timedelta(days=1)
AUGUST = date(2025, 8, 1)
LATER = date(2025, 11, 1)


def test_without_a_talk_four_must_be_held_within_the_first_six_months() -> None:
    due = told(case(), date(2025, 3, 10))["hold-talks"]

    assert (due.band, due.due) == (Band.COMING, MADE)
    assert due.what == "Hold 4 samtaler mere"
    assert "mindst 4 senest 2. september" in due.why[0]
    assert due.version is not None and due.version.source.section.startswith("§ 31")


def test_each_held_talk_leaves_one_less() -> None:
    what = [told(case(*FOUR[:n]), AUGUST)["hold-talks"].what for n in (0, 2, 3)]

    assert what == [
        "Hold 4 samtaler mere",
        "Hold 2 samtaler mere",
        "Hold 1 samtale mere",
    ]


def test_with_four_talks_held_the_law_asks_no_more_of_the_window() -> None:
    assert "hold-talks" not in told(case(*FOUR), AUGUST)


def test_on_the_last_day_it_is_in_time_and_on_the_day_after_it_is_missed() -> None:
    three = case(*FOUR[:3])

    assert told(three, MADE)["hold-talks"].band is Band.COMING
    missed = told(three, MADE + DAY)["hold-talks"]
    assert (missed.band, missed.due, missed.what) == (Band.LAW_MISSED, MADE, "1 samtale mangler")


def test_a_late_talk_makes_the_miss_good() -> None:
    late = case(*FOUR[:3], talk(MADE + DAY))

    assert "hold-talks" not in told(late, LATER)


def test_of_three_missing_talks_two_late_ones_leave_one() -> None:
    late = case(FOUR[0], talk(date(2025, 9, 20)), talk(date(2025, 10, 20)))

    assert told(late, LATER)["hold-talks"].what == "1 samtale mangler"


def test_in_a_window_of_a_year_only_talks_after_the_window_make_its_misses_good() -> None:
    first = [talk(date(2016, month, 15)) for month in range(2, 8)]
    second = [talk(date(2017, month, 15)) for month in (2, 3, 4)]
    old = case(*first, *second, starts_on=date(2016, 1, 1), scheme="ressourceforloeb")

    missed = duties_of(old, date(2018, 1, 2))[0]

    assert (missed.band, missed.what) == (Band.LAW_MISSED, "3 samtaler mangler")


def test_talks_that_we_cancelled_stand_with_the_reason() -> None:
    ours = talk(date(2025, 7, 10), "cancelled", "municipality")

    due = told(case(ours, *FOUR[:2]), AUGUST)["hold-talks"]

    assert due.why[-1] == "1 blev ikke holdt på grund af os."


def test_talks_that_the_citizen_cancelled_are_no_reason_against_us() -> None:
    theirs = talk(date(2025, 7, 10), "cancelled", "citizen")

    assert len(told(case(theirs, *FOUR[:2]), AUGUST)["hold-talks"].why) == 1


def test_after_the_first_months_the_next_talk_is_agreed() -> None:
    due = told(case(*FOUR), LATER)["agree-talk"]

    assert (due.band, due.due) == (Band.COMING, LATER)
    assert due.why == ("Den sidste samtale blev holdt 10. juli.",)


def test_once_it_is_agreed_it_is_to_be_held_instead() -> None:
    ahead = talk(LATER + DAY, "booked")

    duties = told(case(*FOUR, ahead), LATER)

    assert "agree-talk" not in duties
    assert (duties["hold-booked-talk"].due, duties["hold-booked-talk"].about) == (LATER + DAY, ahead.id)


def test_a_booked_talk_of_a_day_gone_by_must_be_written_in() -> None:
    gone = talk(LATER - DAY, "booked")

    duties = told(case(*FOUR, gone), LATER)

    assert "hold-booked-talk" not in duties
    found = duties["write-in-talk"]
    assert (found.band, found.due, found.about) == (Band.PROMISE_MISSED, LATER - DAY, gone.id)


def test_a_booked_talk_of_today_is_still_to_be_held() -> None:
    assert "hold-booked-talk" in told(case(*FOUR, talk(LATER, "booked")), LATER)


def test_a_talk_that_we_cancelled_owes_a_new_time() -> None:
    ours = talk(LATER + 5 * DAY, "cancelled", "municipality")

    found = told(case(*FOUR, ours), LATER)["rebook-talk"]

    assert (found.band, found.due) == (Band.PROMISE_MISSED, LATER)


def test_a_new_time_pays_that_debt_also_when_it_lies_before_the_old_one() -> None:
    ours = talk(LATER + 5 * DAY, "cancelled", "municipality")

    assert "rebook-talk" not in told(case(*FOUR, ours, talk(LATER + 9 * DAY, "booked")), LATER)
    assert "rebook-talk" not in told(case(*FOUR, talk(LATER + 2 * DAY, "booked"), ours), LATER)


def test_a_talk_that_the_citizen_cancelled_owes_nothing() -> None:
    assert "rebook-talk" not in told(case(*FOUR, talk(LATER, "cancelled", "citizen")), LATER)


def test_until_the_last_day_it_must_be_decided_what_follows() -> None:
    in_time, late = (told(case(*FOUR), day)["decide-what-follows"] for day in (END, END + DAY))

    assert (in_time.band, in_time.due) == (Band.COMING, END)
    assert (late.band, late.due) == (Band.LAW_MISSED, END)
    assert "udløbet" in late.what


def test_an_ended_programme_asks_for_nothing() -> None:
    ended = case(talk(GRANTED), given=(), ended_on=date(2025, 10, 1))

    assert duties_of(ended, LATER) == []


def test_an_end_of_which_nobody_wrote_what_follows_is_owed_from_the_day_after() -> None:
    ended = case(*FOUR, ended_on=LATER, end_reason="")

    assert "decide-what-follows" not in told(ended, LATER)
    owed = told(ended, LATER + DAY)["decide-what-follows"]
    assert (owed.band, owed.due) == (Band.PROMISE_MISSED, LATER)
    assert "Forløbet sluttede 1. november." in owed.why


def test_the_last_day_of_a_programme_is_still_part_of_it() -> None:
    ended = case(*FOUR, given=(), ended_on=LATER)

    assert "start-something" in told(ended, LATER)


def test_a_programme_that_has_not_begun_asks_for_no_talks_and_nothing_running() -> None:
    ahead = case(given=(), starts_on=GRANTED)

    assert told(ahead, GRANTED - DAY).keys() == {"decide-what-follows"}


def test_where_something_runs_nothing_must_be_started() -> None:
    assert "start-something" not in told(case(*FOUR, given=(RUNNING,)), LATER)


def test_since_when_nothing_runs_is_the_day_after_the_last() -> None:
    over = given_to("running", GRANTED, LATER - 10 * DAY)

    found = told(case(*FOUR, given=(over,)), LATER)["start-something"]

    assert (found.band, found.due) == (Band.NOTHING_RUNNING, LATER - 9 * DAY)
    assert found.what == "Ingen indsats er i gang, og der er ikke aftalt en ny."


def test_a_mentor_alone_is_not_something_running_and_that_is_said() -> None:
    mentor = given_to("running", GRANTED, mentor=True, title="Mentor")

    found = told(case(*FOUR, given=(mentor,)), LATER)["start-something"]

    assert found.due == GRANTED
    assert "Mentoren har kontakt" in found.why[1]


def test_what_is_paused_waited_for_or_planned_is_said_with_its_day_and_leads_to_itself() -> None:
    said = {}
    for state, until in (("paused", None), ("waiting", LATER + 9 * DAY), ("planned", LATER + DAY)):
        one = given_to(state, LATER - DAY, until)
        duty = told(case(*FOUR, given=(one,)), LATER)["start-what-waits"]
        said[state] = duty.what
        assert duty.about == one.id

    assert said["paused"].endswith("Intern træning. Siden 31. oktober.")
    assert said["waiting"].endswith("Intern træning. Til 10. november.")
    assert said["planned"] == "Aftalt: Intern træning. Til 2. november."


def test_what_is_only_recommended_is_told_after_what_is_agreed() -> None:
    agreed, recommended = given_to("planned", LATER - DAY), given_to("recommended", LATER - DAY)

    both = told(case(*FOUR, given=(recommended, agreed)), LATER)["start-what-waits"]
    alone = told(case(*FOUR, given=(recommended,)), LATER)["start-what-waits"]

    assert (both.about, alone.about) == (agreed.id, recommended.id)
    assert alone.what.startswith("Anbefalet: Intern træning.")


def test_a_mentor_who_waits_is_not_something_on_its_way() -> None:
    waiting = given_to("waiting", LATER - DAY, mentor=True)

    assert "start-something" in told(case(*FOUR, given=(waiting,)), LATER)


def test_a_deadline_that_was_missed_and_made_good_is_remembered_with_its_day() -> None:
    late = (talk(MADE + DAY), talk(MADE + 9 * DAY))

    found = made_good_late(case(*FOUR[:2], *late), LATER)

    assert found == MadeGood(MADE, MADE + 9 * DAY)


def test_nothing_is_remembered_of_a_deadline_that_was_met_or_is_still_owed() -> None:
    assert made_good_late(case(*FOUR), LATER) is None
    assert made_good_late(case(*FOUR[:2]), LATER) is None


def test_of_talks_that_were_not_taken_in_none_is_said_to_be_missing() -> None:
    taken_in = case(talks_known_from=LATER)

    found = told(taken_in, LATER)

    assert "hold-talks" not in found
    assert (found["agree-talk"].band, found["agree-talk"].timed) == (Band.COMING, False)
    assert found["agree-talk"].why == (
        "Samtaler før 1. november er ikke læst ind. Vi ved ikke, om der mangler nogen.",
    )
    assert made_good_late(case(*FOUR[:3], talk(MADE + DAY), talks_known_from=LATER), LATER) is None


def test_a_programme_that_was_taken_in_before_it_began_is_counted_like_any_other() -> None:
    assert "hold-talks" in told(case(talks_known_from=GRANTED), AUGUST)


def test_where_the_next_talk_is_agreed_nothing_is_asked_of_what_is_not_known() -> None:
    agreed = case(talk(LATER + DAY, "booked"), talks_known_from=LATER)

    assert not {"agree-talk", "hold-talks"} & told(agreed, LATER).keys()


def test_a_time_that_was_taken_in_half_way_leaves_nothing_owing_when_it_has_passed() -> None:
    half_way = case(talk(date(2025, 10, 1)), talks_known_from=date(2025, 6, 1))

    assert "hold-talks" not in told(half_way, LATER)
    late = case(*FOUR[:3], talk(MADE + DAY), talks_known_from=date(2025, 6, 1))
    assert made_good_late(late, LATER) is None
