"""`sammetag evaluate incidence`: the shares that end by each cause, in sentences or in JSON, or why not."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.config.evaluate_asked import COX, DRAWN, Evaluate

CAUSES = ["--time", "week", "--cause", "cause", "--arm", "treated", "--treated", "1"]
OWN = ["--time", "uge", "--cause", "slut", "--arm", "gruppe", "--treated", "ny"]
ROWS = """id;uge;slut;gruppe;alder
a;1,5;1;ny;30
b;2,5;0;ny;41
c;3;2;ny;52
d;4;1;vant;33
e;5;0;vant;44
f;6;1;vant;25
"""


@pytest.fixture
def evaluate(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> Evaluate:
    """The command."""
    return Evaluate(capsys, tmp_path)


def test_each_cause_is_told_of_in_both_arms_and_both_languages(evaluate: Evaluate) -> None:
    code, said, _fault = evaluate("incidence", DRAWN, *CAUSES, "--at", "52", "--stratum", "block")

    assert code == 0
    assert "treated = 1, årsag 1: 33 af 109 personer" in said
    assert "treated = 0, cause 1, per cent at 52 (96 followed that long)" in said
    assert "Grays test, årsag 3 / Gray's test, cause 3" in said
    assert "Forskellen, årsag 1 ved 52 / The difference, cause 1 at 52" in said
    assert "Læs først Cox-regressionen for hver årsag" in said


def test_every_answer_stands_under_its_cause_in_json(evaluate: Evaluate) -> None:
    data = evaluate.data("incidence", DRAWN, *CAUSES, "--at", "26", "52", "--adjust", "age")

    assert list(data)[:5] == [
        "incidence",
        "gray_1",
        "difference_1_at_26",
        "difference_1_at_52",
        "fine_gray_1",
    ]
    gap = data["difference_1_at_52"]
    assert gap["difference"]["value"] == pytest.approx(gap["treated"]["value"] - gap["control"]["value"])
    assert list(data["fine_gray_1"]["effects"]) == ["treated", "age"]
    assert data["gray_1"]["test"]["degrees"] == 1 and data["incidence"]["method"]["source"]


def test_one_group_alone_has_its_shares(evaluate: Evaluate) -> None:
    data = evaluate.data("incidence", DRAWN, *CAUSES[:4], "--at", "52")

    assert list(data) == ["incidence"]
    assert [one["cause"] for one in data["incidence"]["shares"]] == [1, 2, 3]


def test_a_cause_that_an_arm_does_not_have_is_null_with_a_why(evaluate: Evaluate) -> None:
    data = evaluate.data("incidence", evaluate.file(ROWS), *OWN, "--at", "2")

    (lacking,) = (one for one in data["incidence"]["shares"] if one["events"] == 0)
    assert lacking["cause"] == 2 and lacking["arm"]["en"] == "gruppe = vant"
    assert lacking["at"]["value"] is None and "Nobody of the arm" in lacking["at"]["why"]["en"]


def test_where_nobody_ended_it_is_said(evaluate: Evaluate) -> None:
    nobody = evaluate.file(ROWS.replace(";1;", ";0;").replace(";2;", ";0;"))

    data = evaluate.data("incidence", nobody, *OWN)

    assert list(data) == ["incidence"] and data["incidence"]["value"] is None
    assert data["incidence"]["why"]["da"].startswith("Ingen af de 6 personer nåede hændelsen")


def test_a_time_beyond_what_is_known_says_how_far_one_can_ask(evaluate: Evaluate) -> None:
    data = evaluate.data("incidence", DRAWN, *CAUSES, "--at", "1000")

    assert data["difference_1_at_1000"]["why"]["da"].startswith("Tidspunkt 1000 ligger efter den sidste tid")
    assert data["incidence"]["shares"][0]["at"][0]["estimate"]["value"] is None


def test_an_arm_that_parts_people_has_no_ratio_but_a_why(evaluate: Evaluate) -> None:
    parted = evaluate.file(ROWS.replace("d;4;1", "d;4;0").replace("f;6;1", "f;6;0"))

    data = evaluate.data("incidence", parted, *OWN)

    assert data["fine_gray_1"]["value"] is None and "gruppe" in data["fine_gray_1"]["why"]["da"]


@pytest.mark.parametrize(
    ("old", "new", "sentence"),
    [
        ("slut", "slutning", "Filen mangler kolonnen »slut«. Er det den, der hedder »slutning«?"),
        ("b;2,5;0", "b;2,5;nej", "I linje 3, kolonnen »slut«, står der »nej«. Der skal stå et helt tal."),
        ("b;2,5;0", "b;2,5;-1", "linje 3: Række 2: slutningen skal være 0"),
        ("b;2,5", "b;-2,5", "linje 3: Række 2: tiden er negativ."),
        ("b;2,5", "a;2,5", "I linje 3, kolonnen »id«, står »a«, som også står i linje 2."),
        (";ny;", ";vant;", "Ingen række har »ny« i kolonnen »gruppe«."),
    ],
)
def test_a_row_that_cannot_be_right_is_named_with_its_remedy(
    evaluate: Evaluate, old: str, new: str, sentence: str
) -> None:
    wrong = evaluate.file(ROWS.replace(old, new))

    assert sentence in evaluate.refusal("incidence", wrong, *OWN, "--person", "id")


def test_a_time_before_the_start_is_refused(evaluate: Evaluate) -> None:
    said = evaluate.refusal("incidence", COX, "--time", "week", "--cause", "ending", "--at", "-1")

    assert "--at: -1 ligger før 0" in said
