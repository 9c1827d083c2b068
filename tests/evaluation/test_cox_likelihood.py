"""The quick likelihood is the one in the books, whoever enters late, whatever falls together."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from numpy.testing import assert_allclose

from sammetag.evaluation import cox_likelihood
from sammetag.evaluation.arrays import Floats
from sammetag.evaluation.cox_likelihood import PartialLikelihood
from sammetag.evaluation.cox_model import CoxModel, Ties
from sammetag.evaluation.cox_robust import score_residuals
from sammetag.evaluation.cox_sets import risk_sets
from sammetag.evaluation.followed import Followed
from tests.evaluation import cox_plain

HALF_STEP = 1e-5
COVARIATES = 2
# Time, how long before it the person came in, whether the event came, stratum, and two covariates.
PERSON = st.tuples(
    st.integers(1, 5),
    st.integers(1, 5),
    st.booleans(),
    st.integers(0, 2),
    *([st.integers(-2, 2)] * COVARIATES),
)
PERSONS = st.lists(PERSON, min_size=2, max_size=14).filter(lambda rows: any(row[2] for row in rows))
BETA = st.tuples(*[st.floats(-1.5, 1.5)] * COVARIATES)


def question(rows: list[tuple[int, ...]], *, ties: Ties, late: bool, strata: bool) -> CoxModel:
    time, before, event, stratum, *covariates = (
        np.array(column, np.int64) for column in zip(*rows, strict=True)
    )
    entry = np.maximum(time - before, 0).astype(np.float64) if late else None
    return CoxModel(
        Followed(time.astype(np.float64), event, entry),
        {f"x{number}": column for number, column in enumerate(covariates)},
        strata=stratum if strata else None,
        ties=ties,
    )


def quick(model: CoxModel) -> PartialLikelihood:
    return PartialLikelihood(risk_sets(model), list(model.covariates.values()), model.ties)


def scaled(likelihood: PartialLikelihood, beta: tuple[float, ...]) -> Floats:
    return np.array(beta) * likelihood.scale


QUESTIONS = st.builds(question, PERSONS, ties=st.sampled_from(Ties), late=st.booleans(), strata=st.booleans())


@given(model=QUESTIONS, beta=BETA, block=st.sampled_from([1, 3, 8192]))
def test_the_likelihood_and_its_slopes_are_those_of_the_plain_one(
    model: CoxModel, beta: tuple[float, ...], block: int
) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(cox_likelihood, "BLOCK", block)
        likelihood = quick(model)
        point = likelihood.at(scaled(likelihood, beta))
        slopes = likelihood.score(point) * likelihood.scale

    assert point.log_likelihood == pytest.approx(cox_plain.log_likelihood(model, np.array(beta)), abs=1e-10)
    assert_allclose(slopes, cox_plain.slopes(model, np.array(beta)), atol=1e-6)


@given(model=QUESTIONS, beta=BETA)
def test_the_information_is_how_the_slopes_bend(model: CoxModel, beta: tuple[float, ...]) -> None:
    likelihood = quick(model)
    here = scaled(likelihood, beta)

    information = likelihood.information(likelihood.at(here))

    def score(beta: Floats) -> Floats:
        return likelihood.score(likelihood.at(beta))

    steps = HALF_STEP * np.eye(COVARIATES)
    bends = [(score(here - one) - score(here + one)) / (2 * HALF_STEP) for one in steps]
    assert_allclose(information, bends, atol=1e-6)


@given(model=QUESTIONS, beta=BETA)
def test_moments_taken_one_by_one_make_up_the_whole(model: CoxModel, beta: tuple[float, ...]) -> None:
    likelihood = quick(model)
    point = likelihood.at(scaled(likelihood, beta))

    each = np.eye(len(likelihood.sets.events))

    assert_allclose(sum(likelihood.score(point, one) for one in each), likelihood.score(point), atol=1e-10)
    assert_allclose(
        sum(likelihood.information(point, one) for one in each), likelihood.information(point), atol=1e-10
    )


@given(model=QUESTIONS, beta=BETA)
def test_what_each_row_adds_makes_up_the_score(model: CoxModel, beta: tuple[float, ...]) -> None:
    likelihood = quick(model)
    point = likelihood.at(scaled(likelihood, beta))

    residuals = score_residuals(likelihood, point)

    assert_allclose(residuals.sum(axis=1), likelihood.score(point), atol=1e-10)


@given(
    values=st.lists(st.integers(-9, 9), min_size=1, max_size=20),
    rows=st.lists(st.tuples(st.integers(0, 19), st.integers(0, 19)), max_size=20),
)
def test_the_least_over_the_moments_of_a_row_is_found(values: list[int], rows: list[tuple[int, int]]) -> None:
    """Moment by moment somebody has the event; beside them those with stretches at random."""
    last_of_all = len(values) - 1
    stretches = [(min(one, last_of_all), min(two, last_of_all)) for one, two in rows]
    stretches = [(min(one), max(one)) for one in stretches] + [
        (number, number) for number in range(len(values))
    ]
    followed = Followed(
        np.array([last + 1.0 for _first, last in stretches]),
        np.array([0] * len(rows) + [1] * len(values)),
        np.array([float(first) for first, _last in stretches]),
    )
    sets = risk_sets(CoxModel(followed, {"x": np.zeros(len(stretches))}))

    found = sets.over_rows(np.array(values, np.float64), np.minimum)

    wanted = [min(values[slice(stretches[row][0], stretches[row][1] + 1)]) for row in sets.order.tolist()]
    assert found.tolist() == wanted


def test_many_rows_of_one_stratum_do_not_blur_a_small_one() -> None:
    """The sums over the risk sets of a stratum of three, held up against the same stratum by itself."""
    chance = np.random.Generator(np.random.PCG64(11))
    many = 200_000
    time = np.concatenate((chance.integers(1, 50, many).astype(float), [1.0, 2.0, 3.0]))
    event = np.concatenate((np.zeros(many - 1, np.int64), [1], [1, 1, 1]))
    column = np.concatenate((chance.normal(size=many), [0.3, -1.0, 0.5]))
    model = CoxModel(Followed(time, event), {"x": column}, strata=np.repeat([1, 2], (many, 3)))
    alone = CoxModel(Followed(time[-3:], event[-3:]), {"x": column[-3:]})

    both, small = quick(model), quick(alone)
    of_both, of_small = both.at(scaled(both, (0.7,))), small.at(scaled(small, (0.7,)))

    # The coefficient counts from the mean, which differs: what is left is the same.
    shift = of_both.whole[-3:] / of_small.whole
    assert_allclose(shift, shift[0], rtol=1e-14)
