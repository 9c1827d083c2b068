"""`sammetag evaluate compare`: how many of each arm had what, in sentences or in JSON, or why not."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.config.evaluate_asked import DRAWN, Evaluate

OWN = ["--arm", "gruppe", "--treated", "ny", "--outcome", "job"]
HEAD = "id,gruppe,job,bolig\n"


def rows(arm: str, job: str, home: str, count: int) -> str:
    return "".join(f"{arm}{job}{home}{one},{arm},{job},{home}\n" for one in range(count))


TWENTY_AND_TEN = HEAD + (
    rows("ny", "ja", "leje", 20)
    + rows("ny", "nej", "eje", 30)
    + rows("vant", "ja", "eje", 10)
    + rows("vant", "nej", "andel", 40)
)


@pytest.fixture
def evaluate(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> Evaluate:
    """The command."""
    return Evaluate(capsys, tmp_path)


def test_two_shares_are_compared_in_every_way_one_asks_for(evaluate: Evaluate) -> None:
    data = evaluate.data("compare", evaluate.file(TWENTY_AND_TEN), *OWN, "--better", "more")

    assert [one["counts"] for one in data["table"]["arms"]] == [[20, 30], [10, 40]]
    assert data["chi_square"]["test"]["statistic"] == pytest.approx(4.761905)
    assert data["chi_square"]["corrected"]["statistic"] == pytest.approx(3.857143)
    assert data["fisher"]["p"] == pytest.approx(0.0485816, abs=1e-6)
    assert data["shares"]["difference"]["value"] == pytest.approx(0.2)
    assert data["shares"]["ratio"]["value"] == pytest.approx(2)
    assert data["shares"]["odds_ratio"]["value"] == pytest.approx(8 / 3)
    assert data["conclusion"]["verdict"] == "shown"


def test_the_shares_are_said_in_per_cent_in_both_languages(evaluate: Evaluate) -> None:
    code, said, _fault = evaluate("compare", evaluate.file(TWENTY_AND_TEN), *OWN)

    assert code == 0
    assert "gruppe = ny, ja: 20 af 50" in said
    assert "gruppe = ny, procent: 40,0 (95-procents interval" in said
    assert "Difference in percentage points: 20.0 (95 per cent interval" in said
    assert "Med Yates' korrektion: p = 0,050 (chi-i-anden 3,86, frihedsgrader 1)" in said


def test_several_categories_give_their_table_alone(evaluate: Evaluate) -> None:
    asked = ["--arm", "gruppe", "--treated", "ny", "--outcome", "bolig"]

    data = evaluate.data("compare", evaluate.file(TWENTY_AND_TEN), *asked)

    assert list(data) == ["table", "chi_square", "fisher"]
    assert data["table"]["values"] == ["andel", "eje", "leje"]
    assert data["table"]["arms"][0]["counts"] == [0, 30, 20]
    assert data["chi_square"]["test"]["degrees"] == 2 and "odds_ratio" not in data["fisher"]


def test_one_category_is_held_up_against_the_others_which_are_named(evaluate: Evaluate) -> None:
    asked = ["--arm", "treated", "--treated", "1", "--outcome", "cause", "--yes", "1"]

    data = evaluate.data("compare", DRAWN, *asked)

    assert [one["counts"] for one in data["table"]["arms"]] == [[33, 76], [22, 87]]
    assert data["table"]["warnings"][0]["da"].startswith("Alt andet end »1« er talt som nej: »0«")


def test_where_nobody_had_the_event_it_is_said_why_there_is_no_test(evaluate: Evaluate) -> None:
    nobody = evaluate.file(TWENTY_AND_TEN.replace(",ja,", ",nej,"))

    data = evaluate.data("compare", nobody, *OWN, "--better", "more")

    assert data["chi_square"]["why"]["da"].startswith("Kolonne 1: der er ingen personer")
    assert data["shares"]["ratio"]["value"] is None and data["shares"]["difference"]["value"] == 0
    assert data["conclusion"]["verdict"] == "open"


@pytest.mark.parametrize(
    ("old", "new", "typed", "sentence"),
    [
        ("job", "jobb", [], "Filen mangler kolonnen »job«. Er det den, der hedder »jobb«?"),
        (",ja,", ",måske,", [], "I kolonnen »job« står: »måske«, »nej«. Sig med --yes"),
        (
            ",ja,",
            ",måske,",
            ["--yes", "ja"],
            "Ingen række har »ja« i kolonnen »job«. Dér står: »måske«, »nej«.",
        ),
        ("nyjaleje1,ny,ja,", "nyjaleje1,ny,,", [], "I linje 3, kolonnen »job«, er feltet tomt."),
        (
            "nyjaleje1,",
            "nyjaleje0,",
            [],
            "I linje 3, kolonnen »id«, står »nyjaleje0«, som også står i linje 2.",
        ),
        (",vant,", ",ny,", [], "Alle 100 personer er i samme gruppe"),
        (",ny,", ",Ny,", [], "Ingen række har »ny« i kolonnen »gruppe«. Dér står: »Ny«, »vant«."),
        ("", "", ["--better", "less", "--planned", "0,1"], "Det gør 0,1 ikke."),
    ],
)
def test_what_cannot_be_right_is_refused_with_its_remedy(
    evaluate: Evaluate, *, old: str, new: str, typed: list[str], sentence: str
) -> None:
    wrong = evaluate.file(TWENTY_AND_TEN.replace(old, new) if old else TWENTY_AND_TEN)

    assert sentence in evaluate.refusal("compare", wrong, *OWN, "--person", "id", *typed)
