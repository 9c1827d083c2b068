"""The log in the browser: names for those who know them, letters for the blind, and the promise kept."""

from __future__ import annotations

from typing import Any

from sammetag.studies.actions.study import close
from tests.studies.deeds import DRAWER, EVALUATOR, LEADER, behind
from tests.studies.paging import at, drawn_people, page
from tests.town import Town


def test_the_log_names_people_to_the_drawer_and_pseudonyms_to_the_evaluator(
    committed: Town, browse: Any
) -> None:
    study_id, entries = drawn_people(committed)
    known = page(browse(DRAWER), at("study-log", study_id))
    blind = page(browse(EVALUATOR), at("study-log", study_id))

    assert "Bo Lund0" in known and "Som hidtil" in known
    assert all(one.pseudonym in blind for one in entries)
    assert "Lund" not in blind
    assert "Som hidtil" not in blind
    assert str(entries[0].id) not in blind


def test_once_it_is_closed_the_log_shows_that_the_promise_was_kept(committed: Town, browse: Any) -> None:
    study_id, _entries = drawn_people(committed)
    with behind(committed, LEADER):
        close(by=committed.person(LEADER), study_id=study_id, version=2)
    shown = page(browse(EVALUATOR), at("study-log", study_id))

    assert "alle 4 fik den samme gruppe" in shown
    assert "Som hidtil" in shown


def test_the_look_at_the_names_is_written_down(committed: Town, browse: Any, superuser: Any) -> None:
    study_id, _entries = drawn_people(committed)
    page(browse(DRAWER), at("study-log", study_id))
    page(browse(EVALUATOR), at("study-log", study_id))

    looks = superuser.execute(
        "SELECT purpose, cardinality(cases) FROM journal_look WHERE page = 'study-log'"
    ).fetchall()
    assert looks == [("trial", 4)]


def test_a_log_that_somebody_has_tampered_with_is_told_person_by_person(
    committed: Town, browse: Any, superuser: Any
) -> None:
    study_id, entries = drawn_people(committed)
    with behind(committed, LEADER):
        close(by=committed.person(LEADER), study_id=study_id, version=2)
    superuser.execute(
        "UPDATE studies_entry SET arm = CASE arm WHEN 'control' THEN 'treatment' ELSE 'control' END"
    )
    superuser.commit()
    shown = page(browse(LEADER), at("study-log", study_id))

    assert "Loggen er ikke den, som frøet giver:" in shown
    assert all(f"{one.pseudonym} står i loggen som" in shown for one in entries)
    assert "Listen er formentlig byttet om" in shown
