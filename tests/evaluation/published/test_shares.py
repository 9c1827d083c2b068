"""A printed share or mean is what its counts make it, or a sentence says what they do make."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sammetag.evaluation.errors import InputRefused
from sammetag.evaluation.published import Verdict
from sammetag.evaluation.published.rounding import half_up
from sammetag.evaluation.published.shares import grouped_mean, higher, mean, said_share, share
from sammetag.evaluation.published.verdicts import Hedge
from tests.evaluation.published.printed import count, printed


def test_a_share_that_is_another_is_told_in_a_plain_sentence() -> None:
    finding = share(printed("9,9"), part=[count(17)], whole=[count(218)])

    assert finding.verdict is Verdict.MISMATCH
    assert finding.sentence.da == "17 af 218 er 7,8 procent; der er trykt 9,9."
    assert finding.sentence.en == "17 of 218 is 7.8 per cent; 9.9 is printed."


def test_a_share_that_was_rounded_twice_is_told_apart() -> None:
    finding = share(printed("39,5"), part=[count(43)], whole=[count(109)])

    assert finding.verdict is Verdict.ROUNDED_TWICE
    assert "ved at runde til 39,45 først" in finding.sentence.da


@given(st.integers(1, 400).flatmap(lambda whole: st.tuples(st.integers(0, whole), st.just(whole))))
def test_a_share_that_was_rounded_once_is_always_right(pair: tuple[int, int]) -> None:
    part, whole = pair
    right = half_up(Fraction(100 * part, whole), 1)
    figure = printed(f"{float(right):.1f}".replace(".", ","))

    assert share(figure, part=[count(part)], whole=[count(whole)]).verdict is Verdict.OK


def test_a_weight_is_a_quotient_and_no_per_cent() -> None:
    finding = share(printed("0,11", "weight"), part=[Fraction(1)], whole=[Fraction(9)])

    assert finding.verdict is Verdict.OK and finding.sentence.da == "1/9 er 0,11, som trykt."


@pytest.mark.parametrize(
    ("text", "hedge", "verdict"),
    [
        ("62", Hedge.ABOUT, Verdict.OK),
        ("60", Hedge.ABOUT, Verdict.APPROXIMATE),
        ("60", Hedge.GOOD, Verdict.APPROXIMATE),
        ("65", Hedge.GOOD, Verdict.MISMATCH),
        ("65", Hedge.SCARCE, Verdict.APPROXIMATE),
        ("60", Hedge.SCARCE, Verdict.MISMATCH),
        ("50", Hedge.GOOD, Verdict.AMBIGUOUS),
    ],
)
def test_a_word_that_makes_a_number_inexact_gives_it_room_on_its_side(
    text: str, hedge: Hedge, verdict: Verdict
) -> None:
    assert share(printed(text), part=[count(62)], whole=[count(100)], hedge=hedge).verdict is verdict


def test_a_share_said_in_words_alone_is_judged_by_its_word() -> None:
    finding = said_share(
        count(44), whole=[count(71)], share=Fraction(50), said="godt halvdelen", hedge=Hedge.GOOD
    )
    plain = said_share(count(30), whole=[count(60)], share=Fraction(50), said="halvdelen")

    assert finding.verdict is Verdict.AMBIGUOUS and plain.verdict is Verdict.OK
    assert finding.sentence.da.startswith("44 af 71 er 62 procent; der står »godt halvdelen«, og hvor langt")


@pytest.mark.parametrize(
    ("text", "verdict"), [("42", Verdict.OK), ("41", Verdict.WITHIN), ("40", Verdict.MISMATCH)]
)
def test_a_mean_of_rounded_means_has_room_for_their_rounding(text: str, verdict: Verdict) -> None:
    means, weights = [printed("35", "mean"), printed("43", "mean")], [count(17), count(77)]

    finding = mean(printed(text, "mean"), of=means, weights=weights)

    assert finding.verdict is verdict
    assert finding.sentence.da.startswith("Gennemsnittet af 35 og 43, vægtet med 17 og 77, er 42")


groups = st.tuples(st.integers(1, 90), st.fractions(0, 80, max_denominator=90))


@given(st.lists(groups, min_size=2, max_size=4))
def test_a_mean_of_means_that_were_each_rounded_is_never_blamed(rows: list[tuple[int, Fraction]]) -> None:
    weights, means = zip(*rows, strict=True)
    of_all = sum((weight * one for weight, one in rows), Fraction(0)) / sum(weights)
    told = [printed(str(half_up(one, 0)), "mean") for one in (of_all, *means)]

    finding = mean(told[0], of=told[1:], weights=[count(one) for one in weights])

    assert finding.verdict in (Verdict.OK, Verdict.WITHIN)


def test_a_mean_must_be_possible_in_its_groups() -> None:
    groups, starts = [count(10), count(45), count(50), count(4)], [Fraction(one) for one in (30, 40, 50, 60)]

    inside = grouped_mean(printed("49,2", "years"), of=groups, starts=starts, end=Fraction(70))
    outside = grouped_mean(printed("57,2", "years"), of=groups, starts=starts, end=Fraction(70))

    assert (inside.verdict, outside.verdict) == (Verdict.WITHIN, Verdict.MISMATCH)
    assert outside.sentence.da == "Grupperne tillader et gennemsnit fra 44,4 til 54,4; der er trykt 57,2."


def test_so_many_per_cent_higher_is_the_ratio_above_one() -> None:
    assert higher(printed("74"), ratio=printed("1,74", "hr")).verdict is Verdict.OK
    assert higher(printed("47"), ratio=printed("1,74", "hr")).verdict is Verdict.MISMATCH


def test_a_share_of_nothing_is_refused() -> None:
    with pytest.raises(InputRefused) as refusal:
        share(printed("0,0"), part=[count(0)], whole=[count(0)])

    assert "»figure« skal regnes af en helhed på 0." in refusal.value.sentence.da
