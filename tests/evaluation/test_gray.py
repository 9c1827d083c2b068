"""Gray's test equals R's, for every cause, two groups and more, in strata and out of them."""

from __future__ import annotations

from collections.abc import Mapping
from math import sqrt

import numpy as np
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from numpy.testing import assert_allclose

from sammetag.evaluation.errors import InputRefused
from sammetag.evaluation.followed import Followed
from sammetag.evaluation.gray import gray
from sammetag.evaluation.result import Undefined
from tests.evaluation.survived import COLUMNS, FOLLOWED, LATE, TREATED, defined, golden

CLOSE = 1e-9
GOLDEN = golden("gray")
AGES, BLOCKS = COLUMNS["age_group"], COLUMNS["block"]
ASKED: Mapping[str, tuple[object, object]] = {
    "arms": (TREATED, None),
    "ages": (AGES, None),
    "arms_in_blocks": (TREATED, BLOCKS),
    "ages_in_blocks": (AGES, BLOCKS),
}
PERSON = st.tuples(st.integers(1, 6), st.integers(0, 2), st.integers(0, 2))


@pytest.mark.parametrize("cause", [1, 2, 3])
@pytest.mark.parametrize("name", ASKED)
def test_the_answer_is_that_of_r(name: str, cause: int) -> None:
    """cmprsk::cuminc(week, ending, treated, strata = block)$Tests."""
    groups, strata = ASKED[name]

    found = defined(gray(FOLLOWED, groups, cause=cause, strata=strata).test)

    assert_allclose(found.statistic, GOLDEN[name]["statistic"][cause - 1], rtol=CLOSE)
    assert_allclose(found.p, GOLDEN[name]["p"][cause - 1], rtol=CLOSE)
    assert found.degrees == GOLDEN[name]["degrees"][cause - 1]


def test_two_arms_tell_which_of_them_ends_so_more_often() -> None:
    found, turned = gray(FOLLOWED, TREATED, cause=2), gray(FOLLOWED, ~TREATED, cause=2)

    assert found.z == pytest.approx(sqrt(defined(found.test).statistic))
    assert turned.z is not None
    assert turned.z == pytest.approx(-sqrt(defined(found.test).statistic))


def test_more_than_two_groups_have_no_direction() -> None:
    assert gray(FOLLOWED, AGES, cause=1).z is None


@settings(max_examples=60)
@given(st.lists(PERSON, min_size=2, max_size=20))
def test_neither_the_order_of_the_rows_nor_the_names_of_the_groups_matter(
    rows: list[tuple[int, int, int]],
) -> None:
    time, ending, group = (np.array(column) for column in zip(*rows, strict=True))
    assume((ending == 1).any() and len(set(group.tolist())) > 1)

    found = gray(Followed(time, ending), group, cause=1).test
    turned = gray(Followed(time[::-1], ending[::-1]), 2 - group[::-1], cause=1).test

    assert isinstance(found, Undefined) == isinstance(turned, Undefined)
    if not isinstance(found, Undefined):
        assert defined(turned).statistic == pytest.approx(found.statistic, rel=1e-6, abs=1e-9)
        assert defined(turned).degrees == found.degrees


def test_persons_with_nobody_to_be_compared_with_are_counted_in_a_warning() -> None:
    blocks = np.where(np.arange(218) < 3, 99, BLOCKS)

    found = gray(FOLLOWED, TREATED, cause=1, strata=blocks)

    assert "3 personer er i strata med kun én gruppe" in found.warnings[0].da


def test_arms_that_were_never_there_together_cannot_be_compared() -> None:
    followed = Followed(np.array([3.0, 9.0]), np.array([0, 1]))

    found = gray(followed, [True, False], cause=1)

    assert isinstance(found.test, Undefined)
    assert "intet at sammenligne" in found.test.why.da
    assert found.z is None


def test_what_cannot_be_compared_is_refused_in_words() -> None:
    with pytest.raises(InputRefused) as alone:
        gray(FOLLOWED, [True] * 218, cause=1)
    with pytest.raises(InputRefused) as late:
        gray(LATE, TREATED, cause=1)
    with pytest.raises(InputRefused) as unknown:
        gray(FOLLOWED, TREATED, cause=4)

    assert "er den samme i alle rækker" in alone.value.sentence.da
    assert "Grays test" in late.value.sentence.da
    assert "årsag 4" in unknown.value.sentence.da


def test_strata_that_are_the_arms_themselves_leave_nothing_to_compare() -> None:
    found = gray(FOLLOWED, TREATED, cause=1, strata=COLUMNS["treated"])

    assert isinstance(found.test, Undefined)
    assert "218 personer er i strata med kun én gruppe" in found.warnings[0].da
