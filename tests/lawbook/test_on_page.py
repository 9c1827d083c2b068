"""What held on a day; bad input is answered in a sentence by its field, and nothing is lost."""

from __future__ import annotations

from django.test import Client

from tests.lawbook.reading import read


def test_what_held_goes_by_the_grant_where_the_rule_does(reader: Client) -> None:
    on, scheme = "2023-05-01", "ressourceforloeb"
    old = read(reader, "law-on", on=on, scheme=scheme, granted="2021-03-01")
    new = read(reader, "law-on", on=on, scheme=scheme, granted="2022-03-01")

    assert ("60 måneder" in old, "36 måneder" in old) == (True, False)
    assert ("60 måneder" in new, "36 måneder" in new) == (False, True)
    assert "LAB § 114, stk. 1 (LOV 548/2019)" in old


def test_nothing_is_said_to_hold_for_a_grant_that_its_rule_does_not_cover(reader: Client) -> None:
    on, scheme = "2026-03-01", "ressourceforloeb"
    none = read(reader, "law-on", on=on, scheme=scheme)
    closed = read(reader, "law-on", on=on, scheme=scheme, granted="2026-02-15")

    sentence = "Der kan ikke bevilges nye ressourceforløb"
    assert closed.count(sentence) > none.count(sentence) + 4


def test_what_did_not_hold_is_told_with_why_and_leads_to_its_rule(reader: Client) -> None:
    page = read(reader, "law-on", on="2014-08-01", scheme="jobafklaringsforloeb")

    assert "For jobafklaringsforløb før 2020 kan antallet ikke siges sikkert" in page
    assert 'href="/law/talks.due/?on=2014-08-01"' in page
    assert "Hører ikke til jobafklaringsforløb:" in page


BAD = [
    ("law-on", {"on": "i morgen", "scheme": "fleksjob"}, "»i morgen« er ikke en dag i kalenderen."),
    ("law-on", {"on": "2026-06-31", "scheme": "fleksjob"}, "»2026-06-31« er ikke en dag i kalenderen."),
    (
        "law-on",
        {"on": "2020-01-01", "granted": "2020-01-02", "scheme": "fleksjob"},
        "Bevillingen ligger efter den dag, du spørger om.",
    ),
    ("law-on", {"on": "2020-01-01", "scheme": "pension"}, "Ordningen »pension« findes ikke her."),
    ("law-on", {"scheme": "fleksjob"}, "Vælg den dag, du spørger om."),
    ("law-on", {"on": "1620-01-01", "scheme": "fleksjob"}, "Er årstallet rigtigt?"),
    ("law-changes", {"first": "2026-01-01", "last": "2025-01-01"}, "Den sidste dag ligger før den første."),
    ("law-changes", {"first": "x", "last": "2025-01-01"}, "»x« er ikke en dag i kalenderen."),
]


def test_bad_input_is_answered_by_its_field_and_the_rest_stays(reader: Client) -> None:
    for page, asked, sentence in BAD:
        text = read(reader, page, status=422, **asked)

        assert text.count(sentence) == 2, "above the form and by the field"
        kept = [value for value in asked.values() if f'"{value}"' in text or f"»{value}«" in text]
        assert kept == list(asked.values())
