"""What a trial comes to: the numbers of VIVE19, each question by itself, and why some have no answer."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

import numpy as np
import pytest

from sammetag.evaluation.cox import Cox
from sammetag.evaluation.errors import InputRefused
from sammetag.evaluation.multiplicity import Adjusted
from sammetag.evaluation.randomisation import Redrawn
from sammetag.evaluation.result import Estimate, Interval, Test, Undefined
from sammetag.evaluation.tables import ChiSquare
from sammetag.evaluation.trial.amounts import AmountFound
from sammetag.evaluation.trial.analysis import Results, analyse
from sammetag.evaluation.trial.answers import Answered
from sammetag.evaluation.trial.covariates import ARM
from sammetag.evaluation.trial.extract import Deviation, Extract, Hidden, Observation
from sammetag.evaluation.trial.outcomes import Direction
from sammetag.evaluation.trial.protocol import Adjustment, Arm, Outcome
from sammetag.evaluation.trial.samples import Estimand
from sammetag.evaluation.trial.shares_ended import NO, YES, Counted, counted_by, had_or_not
from sammetag.evaluation.trial.times import Timed, TimeFound
from tests.evaluation.trial.simulated import NEW, USUAL, blind, extract, small


@pytest.fixture(scope="module")
def whole() -> Results:
    """The whole simulated trial."""
    return analyse(extract())


def answer(results: Results, name: str, question: Estimand = Estimand.AS_DRAWN) -> Answered:
    found = next(one for one in results.outcomes if one.indicator.name == name).answer(question)
    assert found is not None
    return found


def timed(results: Results, name: str) -> Timed:
    found = answer(results, name).found
    assert isinstance(found, TimeFound) and isinstance(found.timed, Timed)
    return found.timed


def only(found: Extract, *outcomes: Outcome, observations: Iterable[Observation]) -> Extract:
    return replace(
        found,
        protocol=replace(found.protocol, outcomes=outcomes),
        observations=tuple(observations),
        deviations=(),
    )


def counted(ours: int, theirs: int) -> Counted:
    treated = np.arange(218) < 109
    had = np.concatenate([np.arange(109) < ours, np.arange(109) < theirs])
    return had_or_not(had, treated, 0.95)


def test_the_support_of_vive19_gives_the_chi_square_that_is_printed() -> None:
    """Table 8.4: 7, 18 and 84 of the treated against 5, 10 and 94; printed as 3.2, p below 0.20."""
    labels = np.repeat([0, 1, 2, 0, 1, 2], [7, 18, 84, 5, 10, 94])

    found = counted_by(labels, np.arange(218) < 109, (YES, NO, YES)).chi_square

    assert isinstance(found, ChiSquare)
    assert round(found.test.statistic, 1) == 3.2 and 0.19 < found.test.p < 0.21


@pytest.mark.parametrize(("ours", "theirs", "statistic"), [(3, 14, 7.7), (25, 15, 3.1)])
def test_the_chi_square_of_the_shares_of_vive19_is_the_one_printed(
    ours: int, theirs: int, statistic: float
) -> None:
    """Table 8.8 prints 7.7 for complaints; of table 8.3, 25 against 15 of 109, it is worked out here."""
    found = counted(ours, theirs).chi_square

    assert isinstance(found, ChiSquare)
    assert round(found.test.statistic, 1) == statistic
    assert found.test.degrees == 1


def test_complaints_counted_as_vive19_counts_them_give_the_printed_chi_square() -> None:
    base = extract()
    seats = {True: iter(range(109)), False: iter(range(109))}
    seen = [
        Observation(
            one.id, "complaints", float(next(seats[one.drawn == NEW]) < (3 if one.drawn == NEW else 14))
        )
        for one in base.persons
        if not one.excluded
    ]

    results = analyse(
        only(base, Outcome("complaints", primary=True, hoped=Direction.LESS), observations=seen)
    )
    found = answer(results, "complaints")

    assert isinstance(found.found, AmountFound) and found.found.any is not None
    assert (found.found.any.treated, found.found.any.control) == ((3, 106), (14, 95))
    assert isinstance(found.found.any.chi_square, ChiSquare)
    assert round(found.found.any.chi_square.test.statistic, 1) == 7.7
    assert "in favour of the treatment" in found.said.words.en


def test_each_question_is_asked_of_its_own_persons(whole: Results) -> None:
    sizes = {one.estimand: one.draft.persons for one in whole.outcomes[0].answers}
    kept = [one for one in whole.extract.persons if not one.excluded]

    assert sizes[Estimand.AS_DRAWN] == (109, 109)
    assert sum(sizes[Estimand.AS_RECEIVED]) == sum(one.received is not None for one in kept)
    assert sum(sizes[Estimand.PER_PROTOCOL]) == sum(
        one.per_protocol and one.received == one.drawn for one in kept
    )


def test_what_does_not_rest_on_the_draw_alone_is_said_to_rest_on_who_received_what(whole: Results) -> None:
    warned = {
        one.estimand
        for one in whole.outcomes[0].answers
        if any("received what" in words.en for words in one.said.warnings)
    }

    assert warned == {Estimand.AS_RECEIVED, Estimand.PER_PROTOCOL, Estimand.SWAPPED_AS_RECEIVED}


def test_where_arms_were_swapped_it_is_told_with_and_without_the_block(whole: Results) -> None:
    left_out = answer(whole, "clarification", Estimand.SWAPPED_LEFT_OUT)

    assert whole.swapped == ("L5",)
    assert left_out.draft.persons == (101, 101)
    assert answer(whole, "clarification", Estimand.SWAPPED_AS_RECEIVED).draft.persons == (109, 109)


def test_a_swap_of_a_person_is_a_swap_in_their_block() -> None:
    found = small()
    person = found.persons[0]
    swap = Deviation("swap", person.entered_on, "Byttet.", draw=person.draw, person=person.id)

    assert analyse(replace(found, deviations=(swap,))).swapped == (person.block,)
    assert len(analyse(replace(found, deviations=())).outcomes[0].answers) == 3


def test_a_time_with_other_endings_has_gray_and_fine_gray_and_no_mean_time(whole: Results) -> None:
    found = timed(whole, "clarification")

    assert not isinstance(found.gray, Undefined) and not isinstance(found.fine_gray, Undefined)
    assert isinstance(found.means, Undefined) and "Other endings" in found.means.why.en
    assert isinstance(found.redrawn, Redrawn)


def test_a_time_without_other_endings_has_mean_times(whole: Results) -> None:
    found = timed(whole, "completion")

    assert not isinstance(found.means, Undefined)
    assert isinstance(found.gray, Undefined)


def test_the_regression_is_adjusted_as_planned_and_says_what_it_leaves_out(whole: Results) -> None:
    found = timed(whole, "clarification")

    assert isinstance(found.cox, Cox)
    assert list(found.cox.effects) == [ARM, "age", "sex=M"]
    assert [words.en for words in found.not_adjusted] == [
        "The day of the draw was not adjusted for: comparison is within blocks, and in a block it is the "
        "same."
    ]


def test_the_planned_shares_become_a_ratio_of_hazards(whole: Results) -> None:
    said = answer(whole, "clarification").said

    assert said.verdict == "SHOWN_LESS_THAN_PLANNED"
    assert "(a ratio of 2.73)" in said.words.en


def test_only_the_arms_as_drawn_can_be_drawn_again(whole: Results) -> None:
    found = answer(whole, "completion", Estimand.AS_RECEIVED).found

    assert isinstance(found, TimeFound) and isinstance(found.timed, Timed)
    assert isinstance(found.timed.redrawn, Undefined)


def test_p_is_adjusted_among_the_secondary_outcomes_alone(whole: Results) -> None:
    assert isinstance(whole.adjusted, Adjusted) and len(whole.adjusted.p) == 8
    primary = answer(whole, "clarification")
    assert primary.said.adjusted_p == primary.head.p
    unadjusted = replace(
        small().protocol, analysis=replace(small().protocol.analysis, several=Adjustment.NONE)
    )
    assert analyse(replace(small(), protocol=unadjusted)).adjusted is None


def test_where_a_day_is_not_known_there_are_shares_and_why_there_is_no_more() -> None:
    found = small()
    first = next(one for one in found.observations if one.outcome == "completion" and one.cause == 1)
    seen = tuple(replace(one, value=None) if one is first else one for one in found.observations)

    told = answer(analyse(replace(found, observations=seen)), "completion")

    assert isinstance(told.found, TimeFound) and isinstance(told.found.timed, Undefined)
    assert "not on which day (persons: 1)" in told.found.timed.why.en
    assert isinstance(told.head.estimate, Estimate) and told.head.events == sum(
        one.cause == 1 for one in seen if one.outcome == "completion"
    )


def test_nobody_is_followed_longer_than_the_protocol_says() -> None:
    found = small()
    seen = [one for one in found.observations if one.outcome == "completion"]

    told = timed(
        analyse(only(found, Outcome("completion", primary=True, days=365), observations=seen)), "completion"
    )

    within = sum(one.cause == 1 and (one.value or 0) <= 365 for one in seen)
    assert told.tau == 365
    assert told.treated.events + told.control.events == within < sum(one.cause == 1 for one in seen)


def test_an_outcome_that_nobody_has_is_undefined_with_why() -> None:
    results = analyse(only(small(), Outcome("completion", primary=True), observations=()))

    told = answer(results, "completion")
    assert isinstance(told.found, Undefined) and told.said.verdict == "UNDEFINED"
    assert "The extract says of none of them" in told.said.words.en


def test_where_nobody_has_come_so_far_it_says_so_in_the_words_of_evaluators() -> None:
    found = small()
    seen = [Observation(one.id, "completion", 90.0, 0) for one in found.persons]

    told = answer(analyse(only(found, Outcome("completion", primary=True), observations=seen)), "completion")

    assert isinstance(told.found, Undefined)
    assert told.found.why.en == (
        f"None of the {sum(told.draft.persons)} has reached the outcome yet. Take a new extract later."
    )


def test_a_number_that_is_not_told_is_missing_and_the_rest_is_worked_out() -> None:
    found = small()
    untold = next(one for one in found.observations if one.outcome == "complaints")
    seen = tuple(replace(one, value=None) if one is untold else one for one in found.observations)

    told = answer(analyse(replace(found, observations=seen)), "complaints")

    assert isinstance(told.found, AmountFound)
    assert (sum(told.draft.persons), sum(told.draft.missing)) == (217, 1)


def test_an_extract_without_persons_has_a_report_that_says_why() -> None:
    empty = replace(small(), persons=(), observations=(), received=(), draws=())

    results = analyse(empty)

    assert isinstance(results.balance, Undefined) and results.flow.drawn == 0
    assert {one.as_drawn.said.verdict for one in results.outcomes} == {"UNDEFINED"}


def test_a_third_arm_is_in_the_flow_and_in_no_comparison() -> None:
    found = small()
    third = Arm("tredje", "En tredje")
    persons = tuple(
        replace(one, drawn="tredje", received="tredje") if place % 3 == 0 else one
        for place, one in enumerate(found.persons)
    )
    arms = (found.protocol.arms[0], third, found.protocol.arms[1])

    results = analyse(replace(found, persons=persons, protocol=replace(found.protocol, arms=arms)))

    assert [one.drawn for one in results.flow.arms][1] == 74
    assert sum(results.outcomes[0].as_drawn.draft.persons) < 218 - 70


def test_a_covariate_that_somebody_lacks_is_left_out_and_named() -> None:
    found = small()
    persons = (replace(found.persons[0], sex=None), *found.persons[1:])

    told = timed(analyse(replace(found, persons=persons)), "clarification").not_adjusted

    assert any(words.en == "sex was not adjusted for: 1 of 218 have not told it." for words in told)


def test_a_blind_extract_says_that_arms_differ_but_never_which_way() -> None:
    results = analyse(blind(small()))
    said = " ".join(one.as_drawn.said.words.en for one in results.outcomes)

    assert "Which arm received what is still hidden" in said
    assert "favour" not in said and "treatment" not in said
    assert [arm.title for arm in results.arms.every] == ["A", "B"]


def test_the_same_figures_come_out_with_the_arms_hidden(whole: Results) -> None:
    hidden = answer(analyse(blind(small())), "clarification").head
    shown = answer(whole, "clarification").head

    assert hidden.p == pytest.approx(shown.p)
    assert isinstance(hidden.estimate, Estimate) and isinstance(shown.estimate, Estimate)
    assert hidden.estimate.value == pytest.approx(1 / shown.estimate.value)
    assert isinstance(hidden.estimate.interval, Interval)


def test_where_unequal_shares_are_hidden_the_draw_is_repeated_within_the_seats_it_had() -> None:
    """Two of three in each block: read as equal shares, the second would be an extra seat, drawn anew."""
    found = small()
    seats = {(draw, arm): 2 if arm == NEW else 1 for draw in range(1, 14) for arm in (NEW, USUAL)}
    persons = []
    for one in found.persons:
        if not one.excluded and seats[one.draw, one.drawn]:
            seats[one.draw, one.drawn] -= 1
            persons.append(one)
    plan = found.protocol
    arms = tuple(replace(one, share=share) for one, share in zip(plan.arms, (2, 1), strict=True))
    known = replace(found, persons=tuple(persons), protocol=replace(plan, arms=arms))
    hidden = replace(blind(known), hidden=Hidden(shares=True))

    drawn, redrawn = (timed(analyse(one), "clarification").redrawn for one in (known, hidden))
    assert isinstance(drawn, Redrawn) and isinstance(redrawn, Redrawn)
    assert redrawn.possible == pytest.approx(drawn.possible)
    assert isinstance(drawn.test, Test) and isinstance(redrawn.test, Test)
    assert redrawn.test.statistic == pytest.approx(-drawn.test.statistic)


def test_an_arm_that_the_protocol_does_not_know_is_refused() -> None:
    found = small()
    with pytest.raises(InputRefused) as fault:
        analyse(replace(found, persons=(replace(found.persons[0], drawn="x"), *found.persons[1:])))

    assert "which the protocol does not know" in fault.value.sentence.en


def test_what_each_arm_got_is_told_for_those_not_excluded(whole: Results) -> None:
    kinds = {one.kind: one for one in whole.mixing.kinds}

    assert set(kinds) == {"mentor", "company", "treatment"}
    assert kinds["mentor"].treated + kinds["mentor"].control == sum(
        one.kind == "mentor" for one in whole.extract.received
    )
    assert whole.mixing.persons == (109, 109)
