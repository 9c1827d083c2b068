"""The draw is fair, cannot be steered, and is repeated by whoever has the seed and the log."""

from __future__ import annotations

import hashlib
from collections import Counter
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy import stats

from sammetag.evaluation.allocation import Drawn, Kind, Trial, commit, draw, verify
from sammetag.evaluation.errors import InputRefused

SEED = bytes(range(32))
TRIAL = Trial("forsøg-1", ("indsats", "kontrol"))
LIST = ("K001", "K002", "K003")
SEEDS = [hashlib.sha256(b"%d" % number).digest() for number in range(4000)]

persons = st.lists(st.from_regex(r"[A-Z][0-9]{1,4}", fullmatch=True), min_size=1, max_size=30, unique=True)
seeds = st.binary(min_size=32, max_size=32)
ratios = st.lists(st.integers(1, 5), min_size=2, max_size=4)


def trial_of(ratio: list[int]) -> Trial:
    return Trial("forsøg-1", tuple(f"arm {number}" for number in range(len(ratio))), tuple(ratio))


def logged(block: str, ids: tuple[str, ...], seed: bytes = SEED) -> Drawn:
    return Drawn(block, ids, draw(seed, TRIAL, block, ids))


def by_hand(seed: bytes, block: str, ids: tuple[str, ...]) -> tuple[str, ...]:
    """The draw of two equal arms once more, with HMAC written out as RFC 2104 has it."""

    def key(*fields: str) -> bytes:
        padded = seed.ljust(64, b"\0")
        inner = hashlib.sha256(bytes(byte ^ 0x36 for byte in padded) + "\n".join(fields).encode()).digest()
        return hashlib.sha256(bytes(byte ^ 0x5C for byte in padded) + inner).digest()

    odd_goes_to_the_first = key("seats", "forsøg-1", block)[-1] % 2 == 0
    seats = (len(ids) + odd_goes_to_the_first) // 2
    first = sorted(ids, key=lambda person: key("person", "forsøg-1", block, person))[:seats]
    return tuple("indsats" if person in first else "kontrol" for person in ids)


def test_a_draw_is_the_same_in_another_program() -> None:
    """With openssl: `printf 'person\\nforsøg-1\\n2017-01-16\\nK001' | openssl dgst -sha256 -mac HMAC -macopt
    hexkey:0001…1f` gives c85d… for K001, 9dfc… for K002 and 446f… for K003, who is first.
    'seats\\nforsøg-1\\n2017-01-16' gives …11, an odd number: the extra seat is the control group's.
    `sha256sum` of seed and trial gives the commitment.
    """
    assert draw(SEED, TRIAL, "2017-01-16", LIST) == ("kontrol", "kontrol", "indsats")
    assert commit(SEED, TRIAL.id) == "e7ae7bf19c90e57437bef7fc59b965c514d23ac92cf7846dfafad6adf1e8d8c6"


@settings(max_examples=60)
@given(seeds, persons)
def test_a_draw_is_the_same_when_worked_out_by_hand(seed: bytes, ids: list[str]) -> None:
    assert draw(seed, TRIAL, "b", ids) == by_hand(seed, "b", tuple(ids))


@settings(max_examples=60)
@given(seeds, persons, ratios)
def test_every_arm_has_its_share_to_within_one_seat(seed: bytes, ids: list[str], ratio: list[int]) -> None:
    trial = trial_of(ratio)

    got = Counter(draw(seed, trial, "b", ids))

    for arm, share in zip(trial.arms, ratio, strict=True):
        assert abs(got[arm] - len(ids) * share / sum(ratio)) < 1


@settings(max_examples=60)
@given(seeds, persons)
def test_the_order_of_the_list_changes_nothing(seed: bytes, ids: list[str]) -> None:
    other = sorted(ids)

    before = dict(zip(ids, draw(seed, TRIAL, "b", ids), strict=True))

    assert dict(zip(other, draw(seed, TRIAL, "b", other), strict=True)) == before


def test_a_later_draw_changes_no_earlier_one_and_another_name_draws_anew() -> None:
    ids = tuple(f"K{number:03}" for number in range(40))
    before = draw(SEED, TRIAL, "2017-06-19", ids)

    extra = draw(SEED, TRIAL, "2017-08-15", ids)

    assert draw(SEED, TRIAL, "2017-06-19", ids) == before != extra


def test_every_way_to_draw_three_of_six_is_as_likely() -> None:
    ids = [f"K{number}" for number in range(6)]

    ways = Counter(draw(seed, TRIAL, "b", ids) for seed in SEEDS)

    assert len(ways) == 20
    assert stats.chisquare(list(ways.values())).pvalue > 0.001


def test_the_extra_seat_is_drawn_too() -> None:
    sizes = Counter(draw(seed, TRIAL, "b", LIST).count("indsats") for seed in SEEDS)

    assert set(sizes) == {1, 2}
    assert stats.chisquare([sizes[1], sizes[2]]).pvalue > 0.001


def test_everybody_has_the_same_chance_in_any_ratio() -> None:
    trial = trial_of([3, 2])
    ids = [f"K{number}" for number in range(7)]

    drawn = [draw(seed, trial, "b", ids) for seed in SEEDS]
    counts = [sum(arms[person] == "arm 0" for arms in drawn) for person in range(len(ids))]

    assert all(stats.binomtest(count, len(SEEDS), 3 / 5).pvalue > 0.001 for count in counts)


def test_a_log_that_is_as_it_was_drawn_holds() -> None:
    log = [logged("2017-01-16", LIST), logged("2017-01-30", ("K004", "K005"))]

    found = verify(SEED, commit(SEED, TRIAL.id).upper(), TRIAL, log)

    assert found.holds
    assert (found.blocks, found.persons, found.warnings) == (2, 5, ())


def test_one_changed_arm_is_named_with_its_person() -> None:
    right = logged("2017-01-16", LIST)
    changed = replace(right, arms=("indsats", *right.arms[1:]))

    (difference,) = verify(SEED, commit(SEED, TRIAL.id), TRIAL, [changed]).differences

    assert (difference.kind, difference.block, difference.person) == (Kind.ARM, "2017-01-16", "K001")
    assert difference.words.da == (
        "2017-01-16: K001 står i loggen som indsats, men lodtrækningen gav kontrol."
    )


def test_a_list_that_was_swapped_is_told_as_one() -> None:
    other = {"indsats": "kontrol", "kontrol": "indsats"}
    right = logged("2017-02-13", LIST)
    swapped = replace(right, arms=tuple(other[arm] for arm in right.arms))

    found = verify(SEED, commit(SEED, TRIAL.id), TRIAL, [swapped])

    assert len(found.differences) == 3
    assert "formentlig byttet om" in found.warnings[0].da


def test_a_seed_chosen_afterwards_is_found() -> None:
    chosen = SEEDS[0]

    found = verify(chosen, commit(SEED, TRIAL.id), TRIAL, [logged("2017-01-16", LIST, chosen)])

    assert [difference.kind for difference in found.differences] == [Kind.SEED]


def test_what_was_drawn_twice_is_found() -> None:
    log = [logged("2017-01-16", LIST), logged("2017-01-16", ("K009",)), logged("2017-01-30", ("K002",))]

    found = verify(SEED, commit(SEED, TRIAL.id), TRIAL, log)

    assert [(one.kind, one.person) for one in found.differences] == [
        (Kind.BLOCK_TWICE, None),
        (Kind.PERSON_TWICE, "K002"),
    ]


def test_a_draw_with_somebody_twice_cannot_be_repeated_and_says_why() -> None:
    log = [Drawn("2017-01-16", ("K001", "K001"), ("indsats", "kontrol"))]

    (difference,) = verify(SEED, commit(SEED, TRIAL.id), TRIAL, log).differences

    assert difference.kind is Kind.CANNOT_BE_REPEATED
    assert "Række 2: personen står allerede i række 1" in difference.words.da


@pytest.mark.parametrize(
    ("ids", "row", "sentence"),
    [
        ((), None, "Der er ingen at trække lod mellem."),
        (("K001", "K002", "K001"), 3, "Række 3: personen står allerede i række 1."),
        (("K001", " "), 2, "Række 2: et nummer eller navn må hverken være tomt"),
        (("K001\nK002",), 1, "Række 1: et nummer eller navn må hverken være tomt"),
    ],
)
def test_a_list_that_cannot_be_drawn_is_refused_with_its_row(
    ids: tuple[str, ...], row: int | None, sentence: str
) -> None:
    with pytest.raises(InputRefused) as refused:
        draw(SEED, TRIAL, "b", ids)

    assert refused.value.row == row
    assert refused.value.sentence.da.startswith(sentence)


@pytest.mark.parametrize(
    ("arms", "ratio"),
    [
        (("a",), (1,)),
        (("a", "a"), (1, 1)),
        (("a", "b"), (1, 0)),
        (("a", "b"), (1, 1, 1)),
        (("a", ""), (1, 1)),
    ],
)
def test_arms_that_cannot_be_drawn_between_are_refused(arms: tuple[str, ...], ratio: tuple[int, ...]) -> None:
    with pytest.raises(InputRefused):
        Trial("forsøg-1", arms, ratio)


def test_a_seed_of_another_length_and_a_draw_without_an_arm_for_each_are_refused() -> None:
    with pytest.raises(InputRefused, match="a seed of 5 bytes"):
        commit(b"short", TRIAL.id)
    with pytest.raises(InputRefused, match="2 ids, 1 arms"):
        Drawn("b", ("K001", "K002"), ("indsats",))
