"""Names stand and are found as a Dane expects, whatever the server knows of the alphabet."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sammetag.people.danish import search_key, sort_key

NAMES = st.text(alphabet="abcdezæøåÆØÅéüAa -", max_size=12)


def test_the_three_last_letters_stand_after_z_in_their_own_order() -> None:
    names = ["Åse", "Øjvind", "Ærø", "Zita", "Anna"]

    assert sorted(names, key=sort_key) == ["Anna", "Zita", "Ærø", "Øjvind", "Åse"]


def test_aa_is_sorted_as_the_letter_that_it_stands_for() -> None:
    names = ["Aabenraa", "Abel", "Zita", "Ødum", "Åbenrå"]

    assert sorted(names, key=sort_key) == ["Abel", "Zita", "Ødum", "Aabenraa", "Åbenrå"]
    assert sort_key("Aabenraa") == sort_key("Åbenrå")


def test_swedish_letters_stand_where_their_danish_sisters_stand() -> None:
    assert sort_key("Öberg") == sort_key("Øberg")
    assert sort_key("Ärlig") == sort_key("Ærlig")


@pytest.mark.parametrize(
    ("typed", "written"),
    [
        ("ÅSE", "Åse"),
        ("Aase", "Åse"),
        ("åse", "Aase"),
        ("Andre", "André"),
        ("  Åse   Ærø ", "åse ærø"),
        ("A\u030ase", "Åse"),
    ],
)
def test_what_is_typed_finds_what_is_written(typed: str, written: str) -> None:
    assert search_key(typed) == search_key(written)


@pytest.mark.parametrize(("one", "other"), [("Øst", "Ost"), ("Æble", "Able"), ("Åse", "Ase")])
def test_danish_letters_are_letters_and_no_accents(one: str, other: str) -> None:
    assert search_key(one) != search_key(other)


@given(NAMES)
def test_a_key_of_a_key_is_the_key_itself(name: str) -> None:
    assert search_key(search_key(name)) == search_key(name)


@given(NAMES)
def test_the_form_in_which_a_letter_is_stored_makes_no_difference(name: str) -> None:
    apart = unicodedata.normalize("NFD", name)

    assert search_key(apart) == search_key(name)
    assert sort_key(apart) == sort_key(name)


@given(NAMES, NAMES)
def test_case_never_decides_the_order(one: str, other: str) -> None:
    assert (sort_key(one) < sort_key(other)) == (sort_key(one.upper()) < sort_key(other.lower()))
