"""What a result allows one to say, one row for each case that the rules know."""

from __future__ import annotations

from dataclasses import replace

import pytest

from sammetag.evaluation.conclusion import Finding, Plan, Scale, Verdict, conclude
from sammetag.evaluation.errors import InputRefused
from sammetag.evaluation.result import Estimate, Interval, Undefined
from sammetag.words import Words

# Planned to double the rate of clarification; less than a tenth more would matter to nobody.
PRIMARY = Plan(Scale.RATIO, primary=True, planned=2.0)
WITH_MARGIN = replace(PRIMARY, margin=1.1)
UNPLANNED = Plan(Scale.RATIO, primary=True)
SECONDARY = Plan(Scale.RATIO, primary=False)
ADJUSTED = replace(SECONDARY, adjusted=True)
FEWER_IS_BETTER = Plan(Scale.SHARES, primary=False, higher_is_better=False)


def ratio(low: float, high: float, p: float | None = None) -> Finding:
    return Finding(Estimate((low * high) ** 0.5, Interval(low, high)), p)


@pytest.mark.parametrize(
    ("finding", "plan", "verdict"),
    [
        pytest.param(*row[1:], id=row[0])
        for row in [
            # Nothing is shown.
            ("no difference and the planned one both fit", ratio(0.87, 3.12), PRIMARY, Verdict.NEITHER),
            ("the planned one lies on the very end", ratio(0.87, 2.0), PRIMARY, Verdict.NEITHER),
            ("the planned one is too large to fit", ratio(0.87, 1.9), PRIMARY, Verdict.PLANNED_RULED_OUT),
            ("it rather goes the wrong way", ratio(0.5, 1.2), PRIMARY, Verdict.PLANNED_RULED_OUT),
            ("nothing was planned", ratio(0.87, 3.12), UNPLANNED, Verdict.OPEN),
            ("a margin excludes nothing here", ratio(0.87, 3.12), WITH_MARGIN, Verdict.NEITHER),
            ("all that fits is too small", ratio(0.95, 1.08), WITH_MARGIN, Verdict.NONE_THAT_MATTERS),
            ("too small upwards alone", ratio(0.85, 1.08), WITH_MARGIN, Verdict.PLANNED_RULED_OUT),
            # Something is shown.
            ("as large as planned", ratio(1.2, 3.0), PRIMARY, Verdict.SHOWN),
            ("nothing to hold it against", ratio(1.2, 3.0), UNPLANNED, Verdict.SHOWN),
            ("smaller than planned", ratio(1.2, 1.8), PRIMARY, Verdict.SHOWN_LESS_THAN_PLANNED),
            ("large enough for certain", ratio(1.1, 3.0), WITH_MARGIN, Verdict.SHOWN_TO_MATTER),
            ("perhaps too small", ratio(1.05, 3.0), WITH_MARGIN, Verdict.SHOWN_PERHAPS_TOO_SMALL),
            ("too small for certain", ratio(1.01, 1.09), WITH_MARGIN, Verdict.SHOWN_TOO_SMALL),
            ("against the treatment", ratio(0.4, 0.8), PRIMARY, Verdict.WRONG_WAY),
            # It is one of several outcomes.
            ("secondary, and not adjusted", ratio(1.2, 3.0, 0.01), SECONDARY, Verdict.HINT),
            ("secondary, against, not adjusted", ratio(0.4, 0.8, 0.01), SECONDARY, Verdict.HINT),
            ("secondary, holds when adjusted", ratio(1.2, 3.0, 0.03), ADJUSTED, Verdict.SHOWN),
            ("secondary, lost when adjusted", ratio(1.2, 3.0, 0.06), ADJUSTED, Verdict.LOST_WHEN_ADJUSTED),
            ("secondary, nothing shown", ratio(0.87, 3.12, 0.1), SECONDARY, Verdict.OPEN),
            # Test and interval.
            ("they agree", ratio(1.2, 3.0, 0.05), PRIMARY, Verdict.SHOWN),
            ("the test alone finds it", ratio(0.99, 3.0, 0.04), PRIMARY, Verdict.ON_THE_EDGE),
            ("the interval alone finds it", ratio(1.01, 3.0, 0.06), PRIMARY, Verdict.ON_THE_EDGE),
            ("an adjusted test alone finds it", ratio(0.99, 3.0, 0.04), ADJUSTED, Verdict.ON_THE_EDGE),
        ]
    ],
)
def test_what_can_be_concluded_follows_from_interval_p_and_plan(
    finding: Finding, plan: Plan, verdict: Verdict
) -> None:
    assert conclude(finding, plan).verdict is verdict


@pytest.mark.parametrize(
    ("finding", "plan", "danish", "english"),
    [
        # VIVE19, 8.2: clarified, hazard ratio 1.74.
        (
            ratio(0.87, 3.12, 0.0988),
            PRIMARY,
            "Forsøget kan hverken vise eller afvise en effekt: tallene passer både med ingen forskel og med "
            "den planlagte (et forhold på 2).",
            "The trial can neither show nor rule out an effect: the figures fit no difference as well as the "
            "planned one (a ratio of 2).",
        ),
        # VIVE19, table 8.8: complaints, 3 and 14 of 109.
        (
            Finding(Estimate(-0.101, Interval(-0.1787, -0.0297)), 0.0055),
            FEWER_IS_BETTER,
            "Der er en forskel til fordel for indsatsen (-17,9 til -3,0 procentpoint), men det var ikke "
            "forsøgets hovedmål, og p er ikke justeret for de andre mål. Det er et fingerpeg, ikke et bevis.",
            "There is a difference in favour of the treatment (-17.9 to -3.0 percentage points), but this "
            "was not the primary outcome, and p is not adjusted for the others. It is a hint, and no proof.",
        ),
        (
            Finding(Estimate(0.05, Interval(-0.04, 0.14))),
            Plan(Scale.SHARES, primary=True, planned=0.15),
            "Forsøget viser ingen sikker forskel, og en så stor som planlagt (15 procentpoint) kan afvises. "
            "En mindre kan ikke.",
            "The trial shows no certain difference, and one as large as planned (15 percentage points) can "
            "be ruled out. A smaller one cannot.",
        ),
        (
            Finding(Estimate(-20.0, Interval(-30.0, -10.0))),
            Plan(Scale.DAYS, primary=True, margin=-7, higher_is_better=False),
            "Forsøget viser en forskel til fordel for indsatsen (-30,0 til -10,0 dage). Den er stor nok til "
            "at betyde noget (-7 dage).",
            "The trial shows a difference in favour of the treatment (-30.0 to -10.0 days). It is large "
            "enough to matter (-7 days).",
        ),
        (
            Finding(Estimate(3.0, Interval(-1.0, 7.0))),
            Plan(Scale.WEEKS, primary=True),
            "Forsøget viser ingen sikker forskel, men heller ikke, at der ingen er. Tallene passer med alt "
            "fra -1,0 til 7,0 uger.",
            "The trial shows no certain difference, but neither that there is none. The figures fit "
            "anything from -1.0 to 7.0 weeks.",
        ),
    ],
)
def test_the_sentences_are_plain_in_both_languages(
    finding: Finding, plan: Plan, danish: str, english: str
) -> None:
    words = conclude(finding, plan).words

    assert (words.da, words.en) == (danish, english)


@pytest.mark.parametrize("verdict", Verdict)
def test_no_verdict_takes_more_than_two_sentences(verdict: Verdict) -> None:
    assert verdict.value.da.count(". ") <= 1
    assert verdict.value.en.count(". ") <= 1


def test_without_an_estimate_or_an_interval_it_says_why() -> None:
    nobody = Undefined(Words("Ingen i den ene gruppe havde hændelsen.", "Nobody in one arm had the event."))

    for estimate in (nobody, Estimate(2.0, nobody)):
        found = conclude(Finding(estimate), PRIMARY)

        assert found.verdict is Verdict.UNDEFINED
        assert found.words.da == (
            "Tallene kan ikke besvare spørgsmålet. Ingen i den ene gruppe havde hændelsen."
        )


def test_few_events_are_to_be_read_first() -> None:
    """VIVE19, table 8.8: 17 complained."""
    few, enough = (replace(ratio(0.87, 3.12), events=events) for events in (17, 40))

    assert [words.da for words in conclude(few, PRIMARY).warnings] == [
        "Der er kun 17 hændelser i alt, så få personer mere eller mindre kan vende svaret."
    ]
    assert conclude(enough, PRIMARY).warnings == ()


def test_arms_as_received_are_to_be_read_first_too() -> None:
    found = conclude(replace(ratio(0.87, 3.12), events=3, as_drawn=False), PRIMARY)

    assert len(found.warnings) == 2
    assert found.warnings[1].da.startswith("Grupperne er dannet efter den indsats, folk fik")


def test_a_fall_that_was_hoped_for_is_in_favour_of_the_treatment() -> None:
    fewer = replace(FEWER_IS_BETTER, primary=True)
    fall = Finding(Estimate(-0.1, Interval(-0.18, -0.03)))

    assert conclude(fall, fewer).verdict is Verdict.SHOWN
    assert conclude(fall, replace(fewer, higher_is_better=True)).verdict is Verdict.WRONG_WAY


@pytest.mark.parametrize(
    ("scale", "planned", "higher_is_better"),
    [
        (Scale.RATIO, 0.5, True),
        (Scale.RATIO, 1.0, True),
        (Scale.RATIO, 2.0, False),
        (Scale.SHARES, -0.1, True),
        (Scale.SHARES, 0.0, True),
        (Scale.RATIO, -1.0, True),
    ],
)
def test_a_plan_in_the_wrong_direction_is_refused(
    scale: Scale, planned: float, higher_is_better: bool
) -> None:
    with pytest.raises(InputRefused):
        Plan(scale, primary=True, planned=planned, higher_is_better=higher_is_better)
    with pytest.raises(InputRefused):
        Plan(scale, primary=True, margin=planned, higher_is_better=higher_is_better)


def test_what_is_no_p_and_no_ratio_is_refused() -> None:
    with pytest.raises(InputRefused, match="a p of 1.2"):
        conclude(ratio(0.8, 1.2, 1.2), PRIMARY)
    with pytest.raises(InputRefused, match="a ratio of -1"):
        conclude(ratio(-1.0, -2.0), PRIMARY)


def test_a_hint_says_which_way_it_points() -> None:
    against = conclude(ratio(0.4, 0.8, 0.01), SECONDARY)

    assert against.words.da.startswith("Der er en forskel til ulempe for indsatsen (0,40 til 0,80)")
