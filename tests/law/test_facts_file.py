"""A file of facts is read by the types of the facts, and refused in one sentence."""

from __future__ import annotations

import ast
import inspect
import json
import textwrap
from collections.abc import Iterator
from datetime import date
from typing import Any

import pytest

from sammetag import law
from sammetag.law.case_facts import CaseFacts
from sammetag.law.facts_fields import fields_of, kinds_of_facts, written_fields
from sammetag.law.facts_file import FactsRefused, case_of, read_case, read_cases
from sammetag.law.facts_refused import explained
from tests.law.telling import BEFORE_2000, COST, DONE_EARLY, ON, RATE, example, flexi, refusal, running, small


def test_the_example_of_the_documentation_is_read() -> None:
    case = read_case(json.dumps(example()), on=ON)

    assert case.talks == law.TalkFacts(
        law.RESSOURCEFORLOEB,
        date(2025, 2, 24),
        date(2025, 3, 3),
        date(2027, 2, 26),
        (date(2025, 3, 20), date(2025, 5, 8)),
    )
    assert case.guarantee is not None and case.guarantee.exempt == (
        law.Period(date(2025, 6, 2), date(2025, 6, 15)),
    )
    assert case.target is not None and case.target.earlier == ()
    assert case.support is not None
    assert case.support.benefits[1].benefit is law.CoveredBenefit.PROGRAMME_BENEFIT


def test_the_programme_stands_once_and_reaches_every_part_that_needs_it() -> None:
    case = case_of(example(), on=ON)

    assert case.benefit is not None and case.target is not None and case.mentor is not None
    assert case.benefit.rate.scheme == case.target.scheme == case.mentor.scheme == law.RESSOURCEFORLOEB
    assert case.benefit.ends_on == case.ends_on == date(2027, 2, 26)
    assert case.target.born_on == case.born_on == date(1988, 5, 17)


def test_a_field_left_out_is_as_little_known_as_one_that_is_null() -> None:
    nothing = {one.name: None for one in fields_of(CaseFacts) if one.nullable}

    assert case_of(small(**nothing), on=ON) == case_of(small(), on=ON)
    unjudged = {one.name: None for one in written_fields(law.TargetFacts)}
    assert case_of(small(target=unjudged), on=ON) == case_of(small(target={}), on=ON)


@pytest.mark.parametrize("days", [0, 3_660])
def test_as_much_leave_as_can_be_told_leads_to_an_answer(days: int) -> None:
    case = read_case(json.dumps(running(leave_days=days) | {"ends_on": None}), on=ON)

    assert case.leave_days == days and case.granted_on and case.starts_on
    facts = law.LengthFacts(case.scheme, case.granted_on, date(2199, 12, 31), None, days)
    assert law.length_allowed(facts).value.longest_end.year >= 2202


@pytest.mark.parametrize(
    ("case", "path", "remedy"),
    [
        ("", "", "Her er ingen sag."),
        ("{", "", "Filen er ikke gyldig JSON (linje 1, tegn 2)."),
        ('{"id": NaN}', "", "Filen er ikke gyldig JSON."),
        ("[" * 100_000, "", "Filen er ikke gyldig JSON."),
        ("[]", "", "flere sager i en fil, der ender på .jsonl"),
        ("3", "", "Her skal stå felter i { … }, ikke 3."),
        ('{"id": "a", "id": "b"}', "id", "Feltet står to gange. Slet det ene."),
        ('{"a\\u001b[2Jb": 1, "a\\u001b[2Jb": 2}', "a�[2Jb", "Feltet står to gange."),
        (f'{{"{"x" * 50}": 1, "{"x" * 50}": 2}}', "x" * 40 + "…", "Feltet står to gange."),
        ({"scheme": "fleksjob"}, "id", "Feltet mangler. Skriv en tekst."),
        ({"id": "a"}, "scheme", "Feltet mangler. Skriv en af disse: ressourceforloeb"),
        (small(scheme="flexjob"), "scheme", "»flexjob« findes ikke. Vælg blandt disse: ressourceforloeb"),
        (small(id=" "), "id", "Skriv et id på 1 til 100 tegn"),
        (small(id="a\nb"), "id", "Skriv et id på 1 til 100 tegn"),
        (small(id=7), "id", "Her skal stå en tekst, ikke 7."),
        (small(granted_on="den 3. marts"), "granted_on", "»den 3. marts« er ikke en dag i kalenderen."),
        (small(granted_on="2024-06-31"), "granted_on", "Skriv den som 2026-01-31."),
        (small(granted_on="20240630"), "granted_on", "Skriv den som 2026-01-31."),
        (small(granted_on=20240630), "granted_on", "Her skal stå en dag som 2026-01-31, ikke 20240630."),
        (small(granted_on="1024-06-30"), "granted_on", "ligger for langt væk."),
        (small(born_on="2025-09-21"), "born_on", "21. september 2025 ligger i fremtiden"),
        (running(born_on="2025-03-01"), "born_on", "ligger efter sagens begyndelse 24. februar 2025"),
        (small(granted_on="2025-01-02", ends_on="2025-01-01"), "granted_on", "Bevillingen 2. januar 2025"),
        (small(starts_on="2025-01-02", ends_on="2025-01-01"), "starts_on", "Forløbet begynder 2. januar"),
        (small(colour="red"), "colour", "Feltet findes ikke. Vælg blandt disse: id, scheme, granted_on"),
        (small(grantedon="2025-01-01"), "grantedon", "Mente du »granted_on«?"),
        (small(talks={"held": []}), "granted_on", "talks kan ikke læses uden dette felt."),
        (running(talks={}), "talks.held", "Feltet mangler. Skriv en liste"),
        (running(talks={"held": None}), "talks.held", "Her skal stå en liste [ … ], ikke null."),
        (running(talks={"held": ["2025-03-20", "i går"]}), "talks.held[1]", "»i går« er ikke en dag"),
        (running(talks={"held": [], "scheme": "fleksjob"}), "talks.scheme", "Flyt det derop."),
        (running(target={"unsolved": "ja"}), "target.unsolved", "true eller false, ikke »ja«."),
        (running(target={"unsolved": 1}), "target.unsolved", "true eller false, ikke 1."),
        (running(reform={"flexi_hours": 2.5}), "reform.flexi_hours", "et helt tal, ikke 2.5."),
        (running(reform={"flexi_hours": True}), "reform.flexi_hours", "et helt tal, ikke true."),
        (running(reform={"flexi_hours": -1}), "reform.flexi_hours", "-1 er for lidt."),
        (running(leave_days=10**12), "leave_days", "er for meget."),
        (running(leave_days=3_661), "leave_days", "3661 er for meget. Skriv højst 3660, i hele tal."),
        (running(guarantee={}), "guarantee.efforts", "Feltet mangler. Skriv en liste"),
        (running(benefit={"rate": RATE}), "benefit.incomes", "Feltet mangler. Skriv en liste"),
        (flexi(flexi_clock={"permanent": False}), "flexi_clock.followed_up", "Feltet mangler."),
        (
            flexi(retention={"hired_on": "2025-03-01", "pension_on": "2050-01-01"}),
            "retention.acute",
            "Feltet mangler. Skriv true eller false.",
        ),
        (
            running(talks={"held": ["2025-03-20", "2025-05-08", "2025-03-20"]}),
            "talks.held[2]",
            "Dagen 20. marts 2025 står to gange. Slet den ene.",
        ),
        (
            running(costs=[COST, COST | {"kind": "aids"}, COST | {"amount": 2}]),
            "costs[2]",
            "Udgiften til mentor i juli 2025 står to gange. Læg de to sammen.",
        ),
        (running(reform={"caseload_kind": "old"}), "reform.caseload_kind", "blandt disse: young, adult"),
    ],
)
def test_a_file_that_does_not_fit_is_refused_by_field_with_a_remedy(
    case: object, path: str, remedy: str
) -> None:
    refused = refusal(case)

    assert refused.path == path
    assert remedy in refused.sentence.da
    assert refused.sentence.da.startswith(f"{path}: " if path else "")
    assert refused.sentence.en.startswith(f"{path}: " if path else "")
    assert refused.sentence.da != refused.sentence.en


@pytest.mark.parametrize(
    ("case", "path", "remedy"),
    [
        (running(plan={"fixed_on": "2025-05-01", "fixed_until": "2025-04-01"}), "plan", "slutter 1. april"),
        (running(mentor={"since": "2025-05-01", "until": "2025-04-30"}), "mentor", "slutter 30. april"),
        (
            running(target={"earlier": [{"first": "2020-02-01", "last": "2020-01-01"}]}),
            "target.earlier[0]",
            "slutter 1. januar 2020",
        ),
        (running(target={"earlier": [{"first": "2020-02-01"}]}), "target", "mangler en sidste dag"),
        (
            running(target={"earlier": [{"first": "2020-01-01", "last": "2020-06-01"}] * 2}),
            "target",
            "ligger oven i hinanden",
        ),
        (
            running(born_on="2000-01-01", target={"earlier": [BEFORE_2000]}),
            "target",
            "før borgerens fødsel",
        ),
        (running(team={"treated_on": "2025-03-02"}), "team", "kan ikke have behandlet sagen 2. marts 2025"),
        (
            running(long_term={"benefit_ended_on": "2025-03-02", "talk_on": "2025-03-01"}),
            "long_term",
            "1. marts 2025 ligger før sygedagpengene ophørte",
        ),
        (
            flexi(granted_on="2025-04-01", flexi_clock={"permanent": False, "followed_up": []}),
            "flexi_clock",
            "Fleksjobbet begynder 3. marts 2025, før det er bevilget 1. april 2025.",
        ),
        (flexi(flexi_clock=DONE_EARLY), "flexi_clock", "er gjort 2."),
        (
            flexi(
                retention={
                    "hired_on": "2025-03-01",
                    "pension_on": "2050-01-01",
                    "special_terms_since": "2025-03-02",
                    "acute": False,
                }
            ),
            "retention",
            "ligger før tiden på særlige vilkår",
        ),
        (running(costs=[{"month": "2025-07-02", "kind": "mentor", "amount": 1}]), "costs[0]", "første dag"),
    ],
)
def test_facts_that_contradict_each_other_are_refused_in_a_sentence(
    case: object, path: str, remedy: str
) -> None:
    refused = refusal(case)

    assert refused.path == path
    assert remedy in refused.sentence.da


def test_what_is_wrong_with_the_benefit_is_told_too() -> None:
    month = {"month": "2025-07-01"}
    allowance = {"kind": "flexi_unemployment_allowance", "monthly": 1, "until": "2025-05-01"}

    twice = refusal(running(benefit={"rate": RATE, "incomes": [month, month]}))
    ends = refusal(running(benefit={"rate": RATE, "previous": allowance, "incomes": []}))

    assert twice.path == "benefit" and "Læg de to sammen." in twice.sentence.da
    assert ends.path == "benefit.previous" and "Slet »until« her." in ends.sentence.da


def raised(facts: type[Any]) -> Iterator[str]:
    """The texts with which one kind of facts refuses what does not fit together, as if filled in."""
    check = facts.__dict__.get("__post_init__")
    tree = ast.parse(textwrap.dedent(inspect.getsource(check))) if check else ast.Module([], [])
    for node in ast.walk(tree):
        if isinstance(node, ast.Raise) and isinstance(node.exc, ast.Call):
            (text,) = node.exc.args
            parts = text.values if isinstance(text, ast.JoinedStr) else [text]
            yield "".join(
                str(part.value) if isinstance(part, ast.Constant) else "2025-01-01" for part in parts
            )


def test_every_refusal_of_the_facts_themselves_has_a_sentence() -> None:
    found = {text for facts in kinds_of_facts() for text in raised(facts)}

    assert len(found) > 5
    assert [text for text in sorted(found) if explained(text) is None] == []


def test_many_cases_lie_one_on_a_line() -> None:
    lines = [json.dumps(small(id="a")), "", json.dumps(small(id="b"))]

    assert [case.id for case in read_cases(lines, on=ON)] == ["a", "b"]


@pytest.mark.parametrize(
    ("lines", "sentence"),
    [
        ([json.dumps(small()), json.dumps(small(born_on="x"))], "linje/line 2: born_on: »x« er ikke"),
        ([json.dumps(small()), json.dumps(small())], "linje/line 2: id: Sagen »a« står to gange."),
        (["{"], "linje/line 1: Filen er ikke gyldig JSON"),
        (["", " "], "Her er ingen sag."),
    ],
)
def test_of_many_cases_the_line_of_the_wrong_one_is_told(lines: list[str], sentence: str) -> None:
    with pytest.raises(FactsRefused) as caught:
        list(read_cases(lines, on=ON))

    assert caught.value.sentence.da.startswith(sentence)
