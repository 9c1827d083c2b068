"""The numbers of a measurement: what a wait is, which of many waits is told, and when memory has grown."""

from __future__ import annotations

import pytest

from bench.report import Sample, Seen, growth, percentile, schedule, table, waits

MIB = 1024


def test_of_a_hundred_waits_the_95th_is_the_one_that_95_do_not_exceed() -> None:
    waited = [float(n) for n in range(100, 0, -1)]

    assert [percentile(waited, share) for share in (0.5, 0.95, 0.99, 1.0)] == [50.0, 95.0, 99.0, 100.0]


@pytest.mark.parametrize("share", [0.0, 0.5, 1.0])
def test_of_one_wait_every_share_is_that_wait(share: float) -> None:
    assert percentile([7.0], share) == 7.0


def test_of_no_waits_nothing_is_said() -> None:
    with pytest.raises(ValueError, match="no values"):
        percentile([], 0.95)


def test_visits_are_due_at_the_same_distance_whatever_the_server_does() -> None:
    assert schedule(40, 0.1) == [0.0, 0.025, 0.05, 0.075]


def test_a_server_that_hangs_is_charged_with_everybody_who_came_meanwhile() -> None:
    # For a second nothing is answered; then all ten who were due at once are.
    visits = [Seen("my day", due=due, done=1.0) for due in schedule(10, 1)]

    found = waits(visits)
    assert (found.half, found.p95, found.longest) == pytest.approx((500, 1000, 1000))


def test_a_visit_that_failed_counts_with_its_wait() -> None:
    visits = [Seen("plan", 0.0, 0.1), Seen("plan", 1.0, 31.0, good=False)]

    found = waits(visits)
    assert (found.visits, found.errors) == (2, 1)
    assert found.longest == pytest.approx(30_000)


def test_the_table_tells_of_all_visits_and_of_each_page() -> None:
    visits = [Seen("my day", 0.0, 0.100), Seen("plan", 0.0, 0.020), Seen("plan", 0.0, 0.020)]

    rows = table(visits, empty=2.0).splitlines()[2:]
    assert rows == [
        "| all | 3 | 0 | 20 | 100 | 100 | 100 | 10 |",
        "| my day | 1 | 0 | 100 | 100 | 100 | 100 | 50 |",
        "| plan | 2 | 0 | 20 | 20 | 20 | 20 | 10 |",
    ]


def held(*mebibytes: int) -> list[Sample]:
    """A sample each half minute."""
    return [Sample(30.0 * n, size * MIB, 4) for n, size in enumerate(mebibytes)]


def test_growth_is_from_the_first_fifth_to_the_last_after_the_warm_up() -> None:
    samples = held(10, 50, 100, 100, 104, 104, 104, 104, 104, 104, 110, 110)

    assert growth(samples, warm_up=60) == pytest.approx(0.10)


def test_one_sample_with_a_page_half_built_is_no_growth() -> None:
    samples = held(*[100] * 14, 180)

    assert growth(samples, warm_up=0) == 0


def test_too_short_a_run_does_not_pass_for_a_soak() -> None:
    with pytest.raises(ValueError, match="too few"):
        growth(held(100, 100, 100, 100), warm_up=0)
