"""Whatever is asked of it, Cox regression gives numbers, or says in words why it gives none."""

from __future__ import annotations

from collections.abc import Iterator
from math import isfinite

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from sammetag.evaluation.cox import Cox, Effect, cox
from sammetag.evaluation.cox_model import CoxModel, Ties
from sammetag.evaluation.cox_zph import Proportionality, Transform, cox_zph
from sammetag.evaluation.errors import InputRefused
from sammetag.evaluation.followed import Followed
from sammetag.evaluation.result import Interval, Test

PERSON = st.tuples(
    st.integers(1, 6),
    st.integers(1, 6),
    st.booleans(),
    st.integers(0, 2),
    st.booleans(),
    st.floats(-3, 3, width=16),
)


@settings(max_examples=300)
@given(
    rows=st.lists(PERSON, min_size=1, max_size=20),
    ties=st.sampled_from(Ties),
    asked=st.sets(st.sampled_from(("late", "strata", "cluster"))),
    transform=st.sampled_from(Transform),
)
def test_every_answer_is_a_number_or_says_why_it_is_none(
    rows: list[tuple[float, ...]], ties: Ties, asked: set[str], transform: Transform
) -> None:
    time, before, event, group, treated, measured = (np.array(column) for column in zip(*rows, strict=True))
    try:
        model = CoxModel(
            Followed(time, event, np.maximum(time - before, 0) if "late" in asked else None),
            {"treated": treated, "measured": measured},
            strata=group if "strata" in asked else None,
            cluster=group if "cluster" in asked else None,
            ties=ties,
        )
        found, tested = cox(model), cox_zph(model, transform=transform)
    except InputRefused as refused:
        # To read both languages is to fill in what the sentence names.
        assert refused.sentence.da and refused.sentence.en
        return

    numbers = [*numbers_of(found), *numbers_of_tests(tested)]
    assert [number for number in numbers if not isfinite(number)] == []


def numbers_of(found: Cox) -> Iterator[float]:
    yield from (*found.covariance.ravel().tolist(), *found.model_covariance.ravel().tolist())
    yield from (found.log_likelihood, found.log_likelihood_null)
    for test in (found.likelihood_ratio, found.score, found.wald):
        yield from (test.statistic, test.p) if isinstance(test, Test) else ()
    for effect in found.effects.values():
        if isinstance(effect, Effect):
            interval = effect.coefficient.interval
            yield effect.coefficient.value
            yield from (interval.low, interval.high) if isinstance(interval, Interval) else ()


def numbers_of_tests(tested: Proportionality) -> Iterator[float]:
    for test in (*tested.covariates.values(), tested.together):
        yield from (test.statistic, test.p) if isinstance(test, Test) else ()
