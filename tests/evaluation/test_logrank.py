"""The log-rank test equals R's, also in strata, with late entry and for one cause."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction
from math import sqrt

import numpy as np
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from numpy.testing import assert_allclose

from sammetag.evaluation.errors import InputRefused
from sammetag.evaluation.followed import Followed
from sammetag.evaluation.logrank import LogRank, logrank
from sammetag.evaluation.result import Undefined
from tests.evaluation.survived import (
    COLUMNS,
    FOLLOWED,
    LATE,
    ON_DRUG,
    REMISSION,
    TREATED,
    defined,
    golden,
)

CLOSE = 1e-10
GOLDEN = golden("logrank")
AGES, BLOCKS = COLUMNS["age_group"], COLUMNS["block"]
ANSWERS: Mapping[str, LogRank] = {
    "arms": logrank(FOLLOWED, TREATED),
    "ages": logrank(FOLLOWED, AGES),
    "arms_in_blocks": logrank(FOLLOWED, TREATED, strata=BLOCKS),
    "ages_in_blocks": logrank(FOLLOWED, AGES, strata=BLOCKS),
    "arms_by_cause": logrank(FOLLOWED, TREATED, cause=2, strata=BLOCKS),
    "arms_entry": logrank(LATE, TREATED),
    "ages_entry": logrank(LATE, AGES),
    "arms_entry_in_blocks": logrank(LATE, TREATED, strata=BLOCKS),
    "ages_entry_by_cause": logrank(LATE, AGES, cause=2, strata=BLOCKS),
}
PERSON = st.tuples(st.integers(0, 4), st.integers(1, 5), st.booleans(), st.booleans())


@pytest.mark.parametrize("name", ANSWERS)
def test_the_answer_is_that_of_r(name: str) -> None:
    """survival::survdiff(Surv(week, any) ~ treated + strata(block)); late entry as in tests/r/logrank.R."""
    wanted, found = GOLDEN[name], ANSWERS[name]

    test = defined(found.test)

    assert_allclose(test.statistic, wanted["statistic"], rtol=CLOSE)
    assert_allclose(test.p, wanted["p"], rtol=CLOSE)
    assert test.degrees == wanted["degrees"]
    assert [one.observed for one in found.standings] == wanted["observed"]
    assert_allclose([one.expected for one in found.standings], wanted["expected"], rtol=CLOSE)


def test_the_remissions_come_out_as_they_were_published() -> None:
    """Kleinbaum & Klein, Survival Analysis, chapter 2: 16.79, and 9 events with the drug for 19.25 due."""
    found = logrank(REMISSION, ON_DRUG)

    assert round(defined(found.test).statistic, 2) == 16.79
    assert [(one.observed, round(one.expected, 2)) for one in found.standings] == [(21, 10.75), (9, 19.25)]


def test_two_arms_tell_which_of_them_is_ahead() -> None:
    found, turned = logrank(FOLLOWED, TREATED), logrank(FOLLOWED, ~TREATED)

    assert found.z is not None and turned.z is not None
    assert found.z == pytest.approx(sqrt(defined(found.test).statistic))
    assert turned.z == pytest.approx(-found.z)


def test_more_than_two_groups_have_no_direction() -> None:
    assert ANSWERS["ages"].z is None


def test_groups_may_be_texts() -> None:
    named = np.array(["indsats" if one else "almindelig" for one in TREATED], dtype=np.object_)

    found = logrank(FOLLOWED, named)

    assert [one.label for one in found.standings] == ["almindelig", "indsats"]
    assert found.test == ANSWERS["arms"].test


@settings(max_examples=60)
@given(st.lists(PERSON, min_size=2, max_size=12))
def test_the_answer_is_what_one_counts_by_hand(rows: list[tuple[int, int, bool, bool]]) -> None:
    people = [(entry, entry + stayed, event, treated) for entry, stayed, event, treated in rows]
    entry, time, ending, treated = (np.array(column) for column in zip(*people, strict=True))
    assume(treated.any() and not treated.all() and ending.any())
    excess, spread = counted(people)

    found = logrank(Followed(time, ending, entry), treated)

    if spread == 0:
        assert isinstance(found.test, Undefined)
    else:
        assert defined(found.test).statistic == pytest.approx(float(excess**2 / spread))


def counted(people: list[tuple[int, int, bool, bool]]) -> tuple[Fraction, Fraction]:
    """How many events the treated have too many, and its variance, person by person."""
    excess, spread = Fraction(0), Fraction(0)
    for moment in {time for _entry, time, event, _treated in people if event}:
        there = [one for one in people if one[0] < moment <= one[1]]
        had = [one for one in there if one[2] and one[1] == moment]
        share = Fraction(sum(one[3] for one in there), len(there))
        excess += sum(one[3] for one in had) - len(had) * share
        free = Fraction(len(there) - len(had), max(len(there) - 1, 1))
        spread += len(had) * share * (1 - share) * free
    return excess, spread


def test_persons_with_nobody_to_be_compared_with_are_counted_in_a_warning() -> None:
    blocks = np.where(np.arange(218) < 3, 99, BLOCKS)

    found = logrank(FOLLOWED, TREATED, strata=blocks)

    assert "3 personer er i strata med kun én gruppe" in found.warnings[0].da


def test_a_group_that_was_never_compared_is_left_out_and_named() -> None:
    time, ending = np.array([3.0, 4.0, 9.0, 9.0, 1.0]), np.array([1, 1, 0, 0, 0])

    found = logrank(Followed(time, ending), ["a", "b", "a", "b", "c"])

    assert defined(found.test).degrees == 1
    assert "Gruppen c" in found.warnings[0].da


def test_arms_that_were_never_there_together_cannot_be_compared() -> None:
    apart = Followed(np.array([3.0, 9.0]), np.array([1, 1]), np.array([0.0, 5.0]))

    found = logrank(apart, [True, False])

    assert isinstance(found.test, Undefined)
    assert "intet at sammenligne" in found.test.why.da
    assert found.z is None


@pytest.mark.parametrize(
    ("groups", "ending", "cause", "said"),
    [
        ([True, True], [1, 0], None, "er den samme i alle rækker"),
        ([True, False], [0, 0], None, "Ingen af de 2 personer nåede hændelsen"),
        ([True, False], [1, 0], 2, "Ingen af de 2 personer sluttede med årsag 2"),
        (["a", None], [1, 0], None, "Række 2: gruppen mangler"),
        ([1.0, float("nan")], [1, 0], None, "Række 2: gruppen mangler"),
        ([True], [1, 0], None, "har 1 rækker, men der skal være 2"),
    ],
)
def test_what_cannot_be_compared_is_refused_in_words(
    groups: list[object], ending: list[int], cause: int | None, said: str
) -> None:
    followed = Followed(np.array([3.0, 4.0]), np.array(ending))

    with pytest.raises(InputRefused) as refused:
        logrank(followed, groups, cause=cause)

    assert said in refused.value.sentence.da


def test_a_stratum_that_is_missing_is_refused_with_its_row() -> None:
    with pytest.raises(InputRefused) as refused:
        logrank(REMISSION, ON_DRUG, strata=["a"] * 41 + [""])

    assert refused.value.row == 42


def test_strata_that_are_the_arms_themselves_leave_nothing_to_compare() -> None:
    found = logrank(FOLLOWED, TREATED, strata=COLUMNS["treated"])

    assert isinstance(found.test, Undefined)
    assert "218 personer er i strata med kun én gruppe" in found.warnings[0].da
