"""The persons that Cox regression is measured with are the same for a size, and the verdict goes by both."""

from __future__ import annotations

import numpy as np
import pytest

from bench import cox as measured
from bench.cox_others import Answer, Persons, coxph, phreg


def test_the_persons_are_what_was_asked_for() -> None:
    told = measured.persons(20_000)

    assert told.covariates.shape == (20_000, 5)
    assert len(np.unique(told.time)) == measured.WEEKS
    assert 0.5 < told.event.mean() < 0.6
    assert np.array_equal(told.covariates, measured.persons(20_000).covariates)


def test_statsmodels_and_r_where_it_is_come_to_the_same() -> None:
    told = measured.persons(2_000)

    own = measured.ours(told)

    assert measured._same(own, phreg(told), 1e-7)
    assert measured._same(own, coxph(told), 1e-7)


@pytest.mark.parametrize(
    ("seconds", "shift", "most", "code"),
    [
        pytest.param(1000.0, 0.0, 1, 0, id="fast enough"),
        pytest.param(0.0, 0.0, 1, 1, id="too slow"),
        pytest.param(0.0, 0.0, 10**6, 0, id="slow, at fewer rows than it is asked of"),
        pytest.param(1000.0, 1e-5, 1, 1, id="another estimate"),
    ],
)
def test_the_verdict_goes_by_speed_and_estimates(
    *, monkeypatch: pytest.MonkeyPatch, seconds: float, shift: float, most: int, code: int
) -> None:
    def theirs(told: Persons) -> Answer:
        own = measured.ours(told)
        return Answer(own.coefficients + shift, own.errors, seconds)

    monkeypatch.setattr(measured, "said", lambda: "The machine at this moment.")
    monkeypatch.setattr(measured, "phreg", theirs)
    monkeypatch.setattr(measured, "coxph", lambda _told: None)
    monkeypatch.setattr(measured, "_lifelines", lambda _told: None)
    monkeypatch.setattr(measured, "FROM_ROWS", most)

    assert measured.main(["--rows", "500"]) == code
