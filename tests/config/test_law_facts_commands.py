"""`sammetag law duties`, `assess`, `benefit`, `reimbursement`: a file in, sentences or JSON out."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from sammetag.config import command

RATE = {"has_child_duty": True, "under_25_at_home": False, "meets_residence": True}
CASE: dict[str, Any] = {
    "id": "a",
    "scheme": "ressourceforloeb",
    "granted_on": "2024-04-01",
    "starts_on": "2024-04-01",
    "born_on": "1985-03-10",
    "talks": {"held": ["2024-04-20"]},
    "target": {
        "complex_problems": True,
        "unsolved": True,
        "combined_effort": True,
        "long_support": True,
        "ruled_out": False,
        "earlier": [],
        "disability_pension": False,
    },
    "benefit": {"rate": RATE, "incomes": [{"month": "2024-05-01", "other": 1000}]},
    "support": {"benefits": [{"period": {"first": "2024-04-01"}, "benefit": "programme-benefit"}]},
    "costs": [{"month": "2024-05-01", "kind": "mentor", "amount": 2000}],
}


class Files:
    """Writes files of facts, and asks the command about them."""

    def __init__(self, place: Path, capsys: pytest.CaptureFixture[str]) -> None:
        self.place, self.capsys = place, capsys

    def file(self, *cases: object, name: str = "facts.json") -> str:
        text = "\n".join(one if isinstance(one, str) else json.dumps(one) for one in cases)
        (self.place / name).write_text(text, "utf-8")
        return str(self.place / name)

    def ask(self, *words: str) -> tuple[int, str, str]:
        """What the command answers, what it says, and what it says of a fault."""
        code = command.main(["law", *words])
        told = self.capsys.readouterr()
        return code, told.out, told.err

    def found(self, *words: str) -> Any:
        code, said, fault = self.ask(*words, "--json")
        assert (code, fault) == (0, "")
        return json.loads(said)


@pytest.fixture
def files(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Files:
    return Files(tmp_path, capsys)


def test_the_duties_of_a_case_are_told_with_their_reasons_and_sources(files: Files) -> None:
    code, said, _fault = files.ask("duties", files.file(CASE), "--on", "2024-06-03")

    assert code == 0
    assert "Sag a, 3. juni 2024 / Case a, 3 June 2024" in said
    assert "Borgeren har ret til 3 samtaler mere, senest 30. september 2024." in said
    assert "The citizen has a right to 3 talks more" in said
    assert "· Der mangler 3 samtaler, senest 30. september 2024." in said
    assert "[LAB § 31" in said


def test_a_duty_that_the_case_does_not_tell_of_is_said_to_be_lacking(files: Files) -> None:
    (case,) = files.found("duties", files.file(CASE), "--on", "2024-06-03")

    found = {duty["name"]: duty for duty in case["duties"]}
    assert found["talks.due"]["value"]["missing"] == 3
    assert found["talks.due"]["source"]["act"] == "LAB"
    assert found["guarantee"]["answered"] is False and found["guarantee"]["lacks"] == ["guarantee"]
    assert "clarification.team" not in found


def test_the_rights_that_are_law_are_among_the_duties_and_told_in_full_where_the_case_tells(
    files: Files,
) -> None:
    doubt = {"in_offer": True, "offer_begun": False, "doubts_health_fit": True}
    decision = {"decision_deviates": True, "decision_reconsidered": True}

    (case,) = files.found("duties", files.file(CASE | {"reform": doubt | decision}), "--on", "2024-06-03")

    found = {duty["name"]: duty for duty in case["duties"]}
    assert case["reforms"] == []
    assert found["job.broker"]["value"]["right"] is True
    assert found["health.coordinator"]["value"]["may_wait"] is True
    assert found["team.decision"]["value"]["state"] == "free"


def test_the_duties_under_a_reform_name_it_and_list_every_question_that_it_touches(files: Files) -> None:
    words = ("--on", "2024-06-03", "--reform", "ds-8-earlier-programme")
    (case,) = files.found("duties", files.file(CASE), *words)
    _code, said, _fault = files.ask("duties", files.file(CASE), *words)

    names = [duty["name"] for duty in case["duties"]]
    assert case["reforms"] == ["ds-8-earlier-programme"]
    assert "target.group" in names and len(names) == len(set(names))
    assert "Som om dette var lov: Ressourceforløb tidligere (ds-8-earlier-programme)." in said
    assert "As if this were law: Ressourceforløb earlier (ds-8-earlier-programme)." in said
    assert "læst i forslaget / read in the proposal" in said


def test_a_reform_of_another_scheme_is_named_and_touches_nothing(files: Files) -> None:
    words = ("--on", "2024-06-03", "--reform", "ds-3b-flexi-retention")
    without = files.found("duties", files.file(CASE), "--on", "2024-06-03")[0]
    under = files.found("duties", files.file(CASE), *words)[0]

    assert under["reforms"] == ["ds-3b-flexi-retention"]
    assert under["duties"] == without["duties"]


def test_what_is_only_inferred_is_told_with_its_note_as_in_an_assessment(files: Files) -> None:
    code, said, _fault = files.ask("duties", files.file(CASE), "--on", "2026-07-03")

    assert code == 0
    assert "(LBK 280/2024, LOV 1750/2025), udledt af andre tekster / inferred from other texts" in said
    assert "      Kontaktreglerne blev lempet den 1. juli 2026." in said
    assert "      The rules on contact were loosened on 1 July 2026." in said


def test_a_scheme_without_duties_is_said_to_have_none(files: Files) -> None:
    case = {"id": "a", "scheme": "kontanthjaelp"}
    _code, said, _fault = files.ask("duties", files.file(case), "--on", "2024-06-03")
    (found,) = files.found("duties", files.file(case), "--on", "2024-06-03")

    assert "Regelbogen har ingen pligter for ordningen kontanthjælp." in said
    assert "The rulebook has no duties for the scheme" in said
    assert found["duties"] == []


@pytest.mark.parametrize("name", ["facts.jsonl", "FACTS.JSONL", "facts.ndjson", "Facts.NdJson"])
def test_a_file_of_many_is_known_by_its_ending_however_it_is_written(name: str, files: Files) -> None:
    file = files.file(CASE, CASE | {"id": "b"}, name=name)

    assert len(files.found("duties", file, "--on", "2024-06-03")) == 2
    assert len(files.found("assess", file, "--on", "2024-06-03")) == 2
    assert len(files.found("benefit", file, "--from", "2024-05", "--to", "2024-05")) == 2


@pytest.mark.parametrize("granted", ["2026-03-02", "2012-03-02"])
def test_a_grant_that_cannot_exist_has_no_duties(granted: str, files: Files) -> None:
    parts = {"mentor": {"since": "2026-03-09"}, "guarantee": {"efforts": []}}
    case = CASE | parts | {"granted_on": granted, "starts_on": "2026-03-09", "talks": {"held": []}}

    (found,) = files.found("duties", files.file(case), "--on", "2026-04-01")

    assert [duty["name"] for duty in found["duties"] if duty["answered"]] == []


def test_many_cases_lie_in_one_file(files: Files) -> None:
    other = {"id": "b", "scheme": "jobafklaringsforloeb"}
    file = files.file(CASE, other, name="facts.jsonl")

    cases = files.found("duties", file, "--on", "2024-06-03")

    assert [case["case"] for case in cases] == ["a", "b"]
    assert {"clarification.team"} <= {duty["name"] for duty in cases[1]["duties"]}


def test_an_assessment_shows_each_condition_and_what_would_settle_it(files: Files) -> None:
    (case,) = files.found("assess", files.file(CASE), "--on", "2024-03-01")

    states = {one["name"]: one["state"] for one in case["conditions"]}
    (unknown,) = (one for one in case["conditions"] if one["settle"])
    assert case["result"] == "not_judged"
    assert states["complex_problems"] == "holds" and unknown["name"] == "can_develop"
    assert unknown["settle"]["da"] == "Vurdér, om arbejdsevnen kan udvikles."
    assert all(one["source"]["act"] == "LAB" and one["reason"]["en"] for one in case["conditions"])


def test_the_circular_of_april_2014_is_shown_as_an_interpretation_and_decides_nothing(files: Files) -> None:
    file = files.file(CASE)
    before = files.found("assess", file, "--on", "2014-04-08")[0]
    since = files.found("assess", file, "--on", "2014-04-09")[0]
    _code, said, _fault = files.ask("assess", file, "--on", "2014-04-09")

    assert [one for one in before["beside"] if one["interpretation"]] == []
    (circular,) = (one for one in since["beside"] if one["interpretation"])
    assert circular["text"]["da"].startswith("Fortolkning, ikke en regel:")
    assert since["conditions"] == before["conditions"]
    assert said.count("Fortolkning, ikke en regel:") == 1
    assert "ikke afgjort: Alvorlig sygdom eller stort funktionstab" in said


def test_where_the_target_group_is_no_more_the_law_says_so(files: Files) -> None:
    code, said, fault = files.ask("assess", files.file(CASE), "--on", "2026-02-01")

    assert (code, fault) == (0, "")
    assert "Der kan ikke" in said


def test_the_benefit_is_told_month_by_month_and_months_in_part_are_left_out(files: Files) -> None:
    late = CASE | {"starts_on": "2024-04-15"}
    (case,) = files.found("benefit", files.file(late), "--from", "2024-03", "--to", "2024-05")

    assert [month["answered"] for month in case["months"]] == [False, False, True]
    assert [month["kind"] for month in case["months"][:2]] == ["OutsideProgramme", "NotKnown"]
    assert case["months_left_out"] == 1
    assert case["months"][2]["value"]["set_off_oere"] == 100_000
    assert case["paid_oere"] == case["months"][2]["value"]["paid_oere"]


def test_somebody_whom_the_file_says_is_25_does_not_get_the_rate_of_the_young(files: Files) -> None:
    young = {"rate": RATE | {"has_child_duty": False, "under_25_at_home": True}, "incomes": []}
    case = CASE | {"born_on": "1999-01-15", "granted_on": "2023-06-01", "starts_on": "2023-06-01"}
    words = ("benefit", files.file(case | {"benefit": young}), "--from", "2023-12", "--to", "2024-03")
    (found,) = files.found(*words)

    december, january, *since = found["months"]
    assert december["value"]["base"] == 3715
    assert january["kind"] == "NotKnown" and "fylder 25 år 15. januar 2024" in january["why"]["da"]
    assert [month["value"]["base"] for month in since] == [12326, 12326]


def test_the_reimbursement_adds_up_for_each_month_each_case_and_all(files: Files) -> None:
    file = files.file(CASE, CASE | {"id": "b", "costs": None}, name="facts.jsonl")

    found = files.found("reimbursement", file, "--from", "2024-04", "--to", "2024-05")

    first, second = found["cases"]
    for key in ("paid_oere", "state_oere", "net_oere"):
        assert first[key] == sum(month[key] for month in first["months"])
        assert first[key] == sum(part[key] for month in first["months"] for part in month["parts"])
        assert found["all"][key] == first[key] + second[key]
    assert found["all"]["state_oere"] + found["all"]["net_oere"] == found["all"]["paid_oere"]
    assert first["paid_oere"] - second["paid_oere"] == 200_000
    assert (first["months_left_out"], second["months_left_out"]) == (0, 2)
    assert found["all"]["not_whole"] == ["b"]
    assert [part["per_cent"] for part in first["months"][0]["parts"]] == [80, 80, 80, 80, 40]


def test_in_words_the_reimbursement_tells_what_is_left_out_and_what_was_our_choice(files: Files) -> None:
    file = files.file(CASE | {"costs": None})

    code, said, _fault = files.ask("reimbursement", file, "--from", "2024-04", "--to", "2024-04")

    assert code == 0
    assert "Tallene er ikke hele: noget kan ikke afgøres og er ikke regnet med, i 1 måned." in said
    assert "Det er vores valg" in said
    assert "ydelsen / the benefit (uge/week 1)" in said and ", 80 % → " in said


def test_what_was_paid_is_told_also_where_it_is_not_known_who_bears_it(files: Files) -> None:
    words = ("reimbursement", files.file(CASE), "--from", "2026-03", "--to", "2026-03")
    _code, said, _fault = files.ask(*words)
    found = files.found(*words)

    assert "ydelsen: betalt 17.736 kroner; hvem der bærer beløbet, vides ikke." in said
    assert "the benefit: paid 17,736 kroner; who bears it is not known." in said
    assert "Sag a i alt: intet kan fordeles på staten og kommunen." in said
    assert "Besides, 17,736 kroner was paid; who bears it is not known." in said
    assert "0 kroner, heraf" not in said
    for told in (found["cases"][0]["months"][0], found["cases"][0], found["all"]):
        assert (told["paid_oere"], told["unshared_oere"]) == (0, 1_773_600)


def test_a_share_is_told_with_where_it_stands_and_how_well_it_was_read(files: Files) -> None:
    practice = {"period": {"first": "2015-03-02", "last": "2015-03-08"}, "activity": "company-practice"}
    old = {"granted_on": "2015-01-01", "starts_on": "2015-01-01", "active": [practice], "costs": []}
    words = ("reimbursement", files.file(CASE | old), "--from", "2015-03", "--to", "2015-03")
    _code, said, _fault = files.ask(*words)
    (case,) = files.found(*words)["cases"]

    assert said.count("LAS § 103 a (LBK 806/2015), udledt af andre tekster / inferred from other texts") == 1
    assert said.count("De 30 og 50 procent er læst i lovbekendtgørelse 806 fra 2015.") == 1
    for part in case["months"][0]["parts"]:
        assert (part["source"]["section"], part["confidence"]) == ("§ 103 a", "medium")
        assert part["note"]["en"].startswith("The 30 and 50 per cent")


def test_the_schema_that_is_shown_is_that_of_the_documentation(files: Files) -> None:
    code, said, _fault = files.ask("schema")

    docs = Path(__file__).parents[2] / "docs" / "facts.schema.json"
    assert code == 0
    assert said == docs.read_text("utf-8")


ON = ("--on", "2024-06-03")
MONTHS = ("--from", "2024-01", "--to", "2024-02")


@pytest.mark.parametrize(
    ("words", "case", "sentence"),
    [
        (("duties", *ON), "[]", "facts.json: Her står en liste."),
        (("duties", *ON), "{", "facts.json: Filen er ikke gyldig JSON (linje 1, tegn 2)."),
        (("duties", *ON), CASE | {"born_on": "2024-06-04"}, "facts.json: born_on: Fødselsdagen 4. juni 2024"),
        (("assess", *ON), CASE | {"granted_on": "2024-06-31"}, "granted_on: »2024-06-31« er ikke en dag"),
        (("assess", *ON), {"id": "a", "scheme": "ressourceforloeb"}, "fortæller ikke om target."),
        (("benefit", *MONTHS), CASE | {"colour": 1}, "colour: Feltet findes ikke."),
        (("benefit", *MONTHS), {"id": "a", "scheme": "ressourceforloeb"}, "fortæller ikke om benefit."),
        (("benefit", *MONTHS), CASE | {"born_on": "2024-03-01"}, "set fra 29. februar 2024."),
        (("reimbursement", *MONTHS), {"id": "a", "scheme": "fleksjob"}, "fortæller ikke om benefit, costs."),
        (("duties", *ON), '{"\\u001b[31m": 1, "\\u001b[31m": 2}', "facts.json: �[31m: Feltet står to gange."),
        (("duties", *ON), CASE | {"leave_days": 10**9}, "leave_days: 1000000000 er for meget."),
        (("duties", "--on", "20240603"), CASE, "--on: »20240603« er ikke en dag i kalenderen."),
        (("duties", "--on", "i dag"), CASE, "--on: »i dag« er ikke en dag i kalenderen."),
        (("duties", "--on", "9999-12-31"), CASE, "--on: 9999-12-31 ligger for langt væk."),
        (("duties", *ON, "--reform", "nope"), CASE, "--reform: Reformen »nope« findes ikke her."),
        (("benefit", "--from", "2024-1", "--to", "2024-02"), CASE, "--from: »2024-1« er ikke en måned."),
        (("benefit", "--from", "2024-01", "--to", "2024-13"), CASE, "--to: »2024-13« er ikke en måned."),
        (("benefit", "--from", "9000-01", "--to", "9000-02"), CASE, "--from: 9000-01 ligger for langt væk."),
        (("benefit", "--from", "2024-02", "--to", "2024-01"), CASE, "--to 2024-01 ligger før --from 2024-02"),
    ],
)
def test_bad_input_is_refused_in_a_sentence(
    words: tuple[str, ...], case: object, sentence: str, files: Files
) -> None:
    word, *rest = words
    code, said, fault = files.ask(word, files.file(case), *rest)

    assert (code, said) == (1, "")
    assert sentence in fault and "Traceback" not in fault
    assert len(fault.splitlines()) == 2


def test_a_file_that_cannot_be_read_is_refused_in_a_sentence(files: Files) -> None:
    (files.place / "latin.json").write_bytes('{"id": "å"}'.encode("latin-1"))
    for name, sentence in (
        ("none.json", "Filen kan ikke læses."),
        (".", "Filen kan ikke læses."),
        ("latin.json", "Filen er ikke skrevet i UTF-8."),
    ):
        code, said, fault = files.ask("duties", str(files.place / name), *ON)
        assert (code, said) == (1, "")
        assert sentence in fault


def test_the_line_of_a_wrong_case_among_many_is_told_and_nothing_else_is_said(files: Files) -> None:
    file = files.file(CASE, CASE | {"id": "b", "granted_on": "snart"}, name="facts.jsonl")

    code, said, fault = files.ask("duties", file, *ON)

    assert (code, said) == (1, "")
    assert "facts.jsonl: linje/line 2: granted_on: »snart« er ikke en dag" in fault
