"""Cox regression equals R's, whatever is asked of it; and says so where there is no answer."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np
import pytest
from numpy.testing import assert_allclose

from sammetag.evaluation import cox_peak
from sammetag.evaluation.cox import Cox, Effect, cox
from sammetag.evaluation.cox_model import Column, CoxModel, Ties
from sammetag.evaluation.errors import InputRefused
from sammetag.evaluation.followed import Followed
from sammetag.evaluation.result import Estimate, Interval, Test, Undefined
from tests.evaluation.cox_trial import CLUSTERED, GOLDENS, asked, persons

CLOSE, OF_P = 1e-7, 1e-6


def effects(found: Cox) -> list[Effect]:
    return [effect for effect in found.effects.values() if isinstance(effect, Effect)]


def ratio(effect: Effect | Undefined) -> Estimate:
    assert isinstance(effect, Effect) and isinstance(effect.hazard_ratio, Estimate)
    return effect.hazard_ratio


def interval(estimate: Estimate) -> Interval:
    assert isinstance(estimate.interval, Interval)
    return estimate.interval


def people(
    time: Sequence[float],
    event: list[int],
    covariates: Mapping[str, Sequence[float]],
    strata: list[object] | None = None,
) -> CoxModel:
    columns: dict[str, Column] = {name: np.array(values) for name, values in covariates.items()}
    groups = None if strata is None else np.array(strata)
    return CoxModel(Followed(np.array(time), np.array(event)), columns, strata=groups)


@pytest.mark.parametrize("golden", GOLDENS)
def test_the_hazard_ratios_and_their_uncertainty_are_those_of_r(golden: str) -> None:
    """survival::coxph(Surv(week, any) ~ treated + age + ..., ties = ...), of the models of tests/r/cox.R."""
    wanted = GOLDENS[golden]

    found = cox(asked(golden))

    told = effects(found)
    ratios = [ratio(effect) for effect in told]
    assert_allclose([effect.coefficient.value for effect in told], wanted["coefficients"], rtol=CLOSE)
    assert_allclose(found.covariance, wanted["covariance"], rtol=CLOSE, atol=1e-12)
    assert_allclose([one.value for one in ratios], wanted["hazard_ratio"], rtol=CLOSE)
    assert_allclose([interval(one).low for one in ratios], wanted["low"], rtol=CLOSE)
    assert_allclose([interval(one).high for one in ratios], wanted["high"], rtol=CLOSE)
    tests = [effect.wald for effect in told if isinstance(effect.wald, Test)]
    assert_allclose([one.statistic for one in tests], wanted["z"], rtol=CLOSE)
    assert_allclose([one.p for one in tests], wanted["p"], rtol=OF_P)


@pytest.mark.parametrize("golden", GOLDENS)
def test_the_likelihood_and_the_tests_of_all_covariates_are_those_of_r(golden: str) -> None:
    """fit$loglik, $nevent, $wald.test, and summary(fit)$logtest, $sctest, of the models of tests/r/cox.R."""
    wanted = GOLDENS[golden]

    found = cox(asked(golden))

    assert found.converged
    assert found.events == wanted["events"]
    assert found.log_likelihood == pytest.approx(wanted["log_likelihood"], rel=1e-12)
    assert found.log_likelihood_null == pytest.approx(wanted["log_likelihood_null"], rel=1e-12)
    for name in ("likelihood_ratio", "score", "wald"):
        test = getattr(found, name)
        statistic, degrees, p = wanted[name]
        assert test.statistic == pytest.approx(statistic, rel=CLOSE)
        assert (test.degrees, test.p) == (degrees, pytest.approx(p, rel=OF_P))


@pytest.mark.parametrize("golden", [name for name in GOLDENS if name.rpartition("_")[0] in CLUSTERED])
def test_beside_the_robust_variance_stands_that_of_the_model(golden: str) -> None:
    """fit$naive.var of coxph(... + cluster(caseworker))."""
    found = cox(asked(golden))

    assert_allclose(found.model_covariance, GOLDENS[golden]["model_covariance"], rtol=CLOSE, atol=1e-12)
    assert not np.allclose(found.model_covariance, found.covariance)


def test_one_person_who_counts_twice_is_one_cluster() -> None:
    model = asked("person_efron")
    twice = {name: np.tile(values, 2) for name, values in persons().items()}
    doubled = CoxModel(
        Followed(twice["week"], twice["ending"].astype(int)),
        {name: twice[name] for name in model.covariates},
        cluster=twice["person"],
        ties=Ties.BRESLOW,
    )

    once = cox(asked("person_breslow"))

    assert_allclose(cox(doubled).covariance, once.covariance, rtol=1e-9)
    assert_allclose(cox(doubled).model_covariance, once.model_covariance / 2, rtol=1e-9)


def test_other_causes_are_censored_where_one_is_asked_about() -> None:
    everybody = persons()
    only_jobs = CoxModel(
        Followed(everybody["week"], (everybody["ending"] == 1).astype(int)), {"treated": everybody["treated"]}
    )
    of_all = CoxModel(
        Followed(everybody["week"], everybody["ending"].astype(int)),
        {"treated": everybody["treated"]},
        cause=1,
    )

    assert cox(of_all).log_likelihood == cox(only_jobs).log_likelihood
    assert cox(of_all).events == 35


def test_a_wider_interval_is_surer() -> None:
    model = asked("arm_efron")

    at_95, at_99 = (interval(ratio(cox(model, level=one).effects["treated"])) for one in (0.95, 0.99))

    assert at_99.low < at_95.low < at_95.high < at_99.high
    assert (at_95.level, at_99.level) == (0.95, 0.99)


def test_the_unit_of_a_covariate_changes_its_ratio_and_no_test() -> None:
    by_year = asked("plain_efron")
    months = {**by_year.covariates, "age": by_year.covariates["age"] * 12}

    year, month = (cox(one).effects["age"] for one in (by_year, CoxModel(by_year.followed, months)))

    assert isinstance(year, Effect) and isinstance(month, Effect)
    assert year.coefficient.value == pytest.approx(12 * month.coefficient.value, rel=1e-9)
    assert isinstance(year.wald, Test) and isinstance(month.wald, Test)
    assert year.wald.p == pytest.approx(month.wald.p, rel=1e-9)


def test_a_ratio_that_cannot_be_written_in_its_unit_is_undefined() -> None:
    model = asked("plain_efron")
    tiny = {**model.covariates, "age": model.covariates["age"] / 1e7}

    age = cox(CoxModel(model.followed, tiny)).effects["age"]

    assert isinstance(age, Effect) and isinstance(age.hazard_ratio, Undefined)
    assert "enhed" in age.hazard_ratio.why.da and "unit" in age.hazard_ratio.why.en


def test_an_arm_without_the_event_has_no_ratio_and_the_others_are_fitted_among_the_rest() -> None:
    time, event = [1, 2, 3, 4, 5, 6, 3, 5], [1, 1, 0, 1, 1, 0, 0, 0]
    age, treated = [30, 50, 40, 35, 60, 55, 45, 33], [0, 0, 0, 0, 0, 0, 1, 1]

    found = cox(people(time, event, {"treated": treated, "age": age}))
    alone = cox(people(time[:6], event[:6], {"age": age[:6]}))

    why = found.effects["treated"]
    assert isinstance(why, Undefined)
    assert "‘treated’ = 0" in why.why.da and "‘treated’ = 0" in why.why.en
    assert found.estimated == ("age",)
    assert found.effects["age"] == alone.effects["age"]
    assert found.log_likelihood == alone.log_likelihood
    assert found.score.degrees == 2 and found.score.statistic > alone.score.statistic


def test_where_no_covariate_has_a_ratio_the_score_test_still_stands() -> None:
    """coxph(Surv(c(1, 2, 3, 4, 2, 4), c(1, 1, 1, 0, 0, 0)) ~ c(0, 0, 0, 0, 1, 1)): $score and $loglik."""
    found = cox(people([1, 2, 3, 4, 2, 4], [1, 1, 1, 0, 0, 0], {"treated": [0, 0, 0, 0, 1, 1]}))

    assert isinstance(found.effects["treated"], Undefined) and isinstance(found.wald, Undefined)
    assert found.covariance.shape == (0, 0)
    assert found.score.statistic == pytest.approx(1.66233766233766)
    assert found.log_likelihood_null == pytest.approx(-4.49980967033027)
    assert found.log_likelihood == pytest.approx(-3.17805383199063)


@pytest.mark.parametrize(
    ("covariates", "named"),
    [
        pytest.param({"treated": [1, 1, 1, 1, 1, 1]}, ["treated"], id="one arm is empty"),
        pytest.param({"age": [1, 5, 2, 4, 3, 7], "x": [2.5] * 6}, ["x"], id="a constant"),
        pytest.param({"a": [0, 1, 0, 1, 0, 1], "b": [1, 0, 1, 0, 1, 0]}, ["a", "b"], id="two opposites"),
        pytest.param(
            {
                "a": [1, 5, 2, 4, 3, 7],
                "b": [0, 1, 1, 0, 0, 1],
                "ab": [1, 6, 3, 4, 3, 8],
                "free": [1, 0, 1, 0, 1, 1],
            },
            ["a", "b", "ab"],
            id="a sum of two others",
        ),
    ],
)
def test_covariates_that_tell_nothing_are_refused_by_name(
    covariates: dict[str, list[float]], named: list[str]
) -> None:
    with pytest.raises(InputRefused) as refused:
        cox(people([1, 2, 3, 4, 5, 6], [1, 1, 0, 1, 1, 0], covariates))

    for name in covariates:
        assert (f"‘{name}’" in refused.value.sentence.da) == (name in named)
        assert (f"‘{name}’" in refused.value.sentence.en) == (name in named)


def test_what_does_not_vary_within_any_stratum_is_refused() -> None:
    drawn = {"drawn_on": [1, 1, 1, 2, 2, 2], "treated": [0, 1, 0, 1, 0, 1]}

    with pytest.raises(InputRefused, match="constant") as refused:
        cox(people([1, 2, 3, 1, 2, 3], [1, 1, 1, 1, 1, 1], drawn, strata=["a", "a", "a", "b", "b", "b"]))

    assert "‘drawn_on’" in refused.value.sentence.da


@pytest.mark.parametrize(
    "treated",
    [
        pytest.param([1, 1, 1, 0, 0, 0], id="all treated first"),
        pytest.param([6.0, 5.9, 5.8, 0.2, 0.1, 0.0], id="always the highest that is left"),
    ],
)
def test_a_covariate_that_parts_people_completely_is_refused_by_name(treated: list[float]) -> None:
    apart = {"age": [50.0, 31, 44, 60, 38, 52], "treated": treated}

    with pytest.raises(InputRefused, match="monotone") as refused:
        cox(people([1, 2, 3, 4, 5, 6], [1, 1, 1, 1, 1, 1], apart))

    assert "‘treated’" in refused.value.sentence.da
    assert "‘age’" not in refused.value.sentence.da


def test_two_covariates_that_part_people_together_are_both_named() -> None:
    up, down = [3.0, 1, 4, 1, 5, 9], [2.0, 3, -1, 1, -4, -9]

    with pytest.raises(InputRefused, match="monotone") as refused:
        cox(people([1, 2, 3, 4, 5, 6], [1, 1, 1, 1, 1, 1], {"up": up, "down": down}))

    assert "‘up’ og ‘down’" in refused.value.sentence.da
    assert "‘up’ and ‘down’" in refused.value.sentence.en


def test_a_large_effect_that_parts_nearly_everybody_is_still_a_number() -> None:
    treated = [1] * 50 + [0] * 50

    found = cox(
        people(list(range(1, 101)), [1] * 99 + [0], {"treated": [*treated[:49], 0, 1, *treated[51:]]})
    )

    assert found.converged
    assert 50 < ratio(found.effects["treated"]).value < 1e6


def test_nobody_with_the_event_is_refused() -> None:
    with pytest.raises(InputRefused) as refused:
        people([1, 2], [0, 0], {"treated": [0, 1]})

    assert "Følg dem længere" in refused.value.sentence.da


def test_nothing_to_compare_is_refused() -> None:
    with pytest.raises(InputRefused, match="no covariates"):
        people([1, 2], [1, 1], {})


def test_a_row_that_holds_no_number_is_refused_with_its_covariate() -> None:
    with pytest.raises(InputRefused) as refused:
        people([1, 2, 3], [1, 1, 1], {"treated": [0, 1, 0], "age": [40, float("nan"), 50]})

    assert refused.value.row == 2
    assert "‘age’" in refused.value.sentence.da


@pytest.mark.parametrize("missing", [None, float("nan")])
def test_a_row_without_its_stratum_is_refused(missing: object) -> None:
    with pytest.raises(InputRefused) as refused:
        people([1, 2, 3], [1, 1, 1], {"treated": [0, 1, 0]}, strata=[1.0, 2.0, missing])

    assert refused.value.row == 3


def test_few_events_for_each_covariate_are_warned_of() -> None:
    many, few = cox(asked("plain_efron")), cox(asked("cause_efron"))
    fewer = cox(CoxModel(asked("plain_efron").followed, asked("plain_efron").covariates, cause=1))

    assert many.warnings == few.warnings == ()
    assert [one.da[:40] for one in fewer.warnings] == ["Der er 35 hændelser til 4 kovariater. Un"]


def test_few_clusters_are_warned_of() -> None:
    model = asked("arm_efron")
    by_block = CoxModel(model.followed, model.covariates, cluster=persons()["block"])

    (warning,) = cox(by_block).warnings

    assert "13 klynger" in warning.da and "13 clusters" in warning.en


def test_one_cluster_leaves_no_robust_uncertainty() -> None:
    model = asked("arm_efron")
    together = CoxModel(model.followed, model.covariates, cluster=np.zeros(len(model.followed)))

    found = cox(together)
    treated = found.effects["treated"]

    assert isinstance(treated, Effect)
    assert treated.coefficient.value == pytest.approx(GOLDENS["arm_efron"]["coefficients"])
    assert isinstance(treated.coefficient.interval, Undefined) and isinstance(treated.wald, Undefined)
    assert isinstance(ratio(treated).interval, Undefined)
    assert isinstance(found.wald, Undefined)


def test_a_climb_that_is_broken_off_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cox_peak, "MOST_STEPS", 2)

    found = cox(asked("plain_efron"))

    assert not found.converged
    assert "foreløbige" in found.warnings[0].da and "provisional" in found.warnings[0].en


def test_a_result_tells_how_it_came_about() -> None:
    plain, all_of_it = cox(asked("plain_efron")).method, cox(asked("cluster_entry_strata_breslow")).method

    assert "Efron" in plain.words.da and "Efron (1977)" in plain.source
    assert (
        "Breslow" in all_of_it.words.en and "stratum" in all_of_it.words.en and "robust" in all_of_it.words.en
    )
    assert "Lin & Wei" in all_of_it.source
