"""Finding a citizen by CPR number: within one's walls, by POST, and without a trace of the number."""

from __future__ import annotations

import base64
import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from sammetag.keyring import installed, ring
from tests.access.walls import Superuser
from tests.people.numbers import OTHER, OWN
from tests.town import Town

Browse = Callable[[str], Client]


@pytest.fixture
def numbered(browse: Browse, committed: Town) -> Town:
    """The town, in which the citizen of Astrid's case has a number."""
    url = reverse("case-cpr", args=[committed.cases["own"]])
    assert browse("astrid").post(url, {"cpr": OWN, "version": "0"}).status_code == 302
    return committed


@pytest.fixture
def keys(tmp_path: Path, settings: Any) -> Iterator[Path]:
    """A file of keys of this test's own."""
    file = tmp_path / "keys"
    ring.write(file, ring.new_keys())
    settings.KEYS = str(file)
    yield file
    installed._read.cache_clear()


def add_keys(file: Path) -> None:
    """Puts a newer key of each kind in front, as `sammetag keys add` does, and restarts."""
    held = ring.read(file)
    kinds = {
        kind: [ring.new_key(), *(base64.b64encode(key).decode() for key in getattr(held, kind))]
        for kind in ring.KINDS
    }
    file.write_text(json.dumps(kinds))
    installed._read.cache_clear()


def find(client: Client, term: str) -> str:
    text: str = client.post("/search/", {"term": term}).text
    return text


@pytest.mark.parametrize("term", [OWN, "6105801001", " 610580 1001 "])
def test_a_citizen_is_found_by_the_number_and_shown_with_its_mask(
    term: str, browse: Browse, numbered: Town
) -> None:
    page = find(browse("astrid"), term)

    assert "Åse Ærø own" in page and "610580-****" in page
    assert "1001" not in page


@pytest.mark.parametrize("name", ["mads", "dorte", "esther"])
def test_nobody_is_found_by_whoever_may_not_know_the_number(
    name: str, browse: Browse, numbered: Town
) -> None:
    page = find(browse(name), OWN)

    assert "Vi fandt ingen" in page and "Ærø" not in page


def test_what_can_be_no_number_is_named(browse: Browse, numbered: Town) -> None:
    assert "ingen dato" in find(browse("astrid"), "990080-1001")
    assert "Vi fandt ingen" in find(browse("astrid"), OTHER)


def test_every_way_to_write_it_leaves_the_same_hash_and_never_the_number(
    browse: Browse, numbered: Town, superuser: Superuser
) -> None:
    astrid = browse("astrid")
    for term in (OWN, "6105801001", "610580 1001"):
        find(astrid, term)

    terms = {term for (term,) in superuser.execute("SELECT term FROM journal_look WHERE page = 'search'")}
    assert len(terms) == 1
    assert len(terms.pop()) == 64
    assert "1001" not in json.dumps(dict(astrid.session.items()))


def test_the_hash_of_a_search_needs_the_ring(
    keys: Path, browse: Browse, numbered: Town, superuser: Superuser
) -> None:
    find(browse("astrid"), OWN)
    ring.write(keys, ring.new_keys())
    installed._read.cache_clear()
    find(browse("astrid"), OWN)

    terms = {term for (term,) in superuser.execute("SELECT term FROM journal_look WHERE page = 'search'")}
    assert len(terms) == 2


def test_a_number_under_an_older_key_is_found_taken_and_shown(
    keys: Path, browse: Browse, numbered: Town
) -> None:
    add_keys(keys)
    astrid, lis = browse("astrid"), browse("lis")
    lis.post(reverse("purpose", args=[numbered.cases["own"]]), {"purpose": "contact"})

    assert "Åse Ærø own" in find(lis, OWN)
    assert OWN in astrid.post(reverse("show-cpr", args=[numbered.cases["own"]])).text
    taken = browse("dorte").post(
        reverse("case-cpr", args=[numbered.cases["other-unit"]]), {"cpr": OWN, "version": "0"}
    )
    assert taken.status_code == 409
