"""Every duty leads to the page that fulfils it, for whoever may; for anybody else to the case."""

from __future__ import annotations

import ast
from datetime import date
from pathlib import Path
from uuid import UUID

import pytest
from django.urls import resolve

from sammetag import duties
from sammetag.access.roles import RIGHTS, Right, Role
from sammetag.duties.doors import DOORS, Subject, door_of, subject_of
from sammetag.duties.duty import Band, Duty

CASE, THING = UUID(int=1), UUID(int=2)


def duty(name: str) -> Duty:
    return Duty(CASE, name, Band.COMING, date(2026, 1, 1), "", about=THING)


def named() -> set[str]:
    """Every name that a rule gives a duty, read from the rules themselves."""
    found: set[object] = set()
    for path in Path(duties.__file__).parent.glob("*.py"):
        for node in ast.walk(ast.parse(path.read_text())):
            if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "Duty":
                [value] = [part.value for part in node.keywords if part.arg == "name"]
                found |= {one.value for one in ast.walk(value) if isinstance(one, ast.Constant)}
    return {name for name in found if isinstance(name, str)}


def test_every_duty_has_a_door_and_every_door_a_duty() -> None:
    assert named() == DOORS.keys()


@pytest.mark.parametrize("name", DOORS)
def test_a_coordinator_meets_the_page_that_fulfils_the_duty(name: str) -> None:
    url, label = door_of(duty(name), RIGHTS[Role.COORDINATOR])

    match = resolve(url)
    assert match.view_name == DOORS[name].url_name
    assert set(match.kwargs.values()) == ({CASE, THING} if DOORS[name].of_it else {CASE})
    assert str(label)


@pytest.mark.parametrize("name", DOORS)
def test_a_leader_meets_no_page_that_is_closed_to_leaders(name: str) -> None:
    url, _label = door_of(duty(name), RIGHTS[Role.LEADER])

    may = DOORS[name].right in RIGHTS[Role.LEADER]
    assert resolve(url).view_name == (DOORS[name].url_name if may else "case")


def test_whoever_may_see_the_case_and_no_more_is_led_to_it() -> None:
    assert resolve(door_of(duty("hold-talks"), {Right.SEE_CASE})[0]).view_name == "case"


def test_every_subject_has_a_duty() -> None:
    assert {subject_of(duty(name)) for name in DOORS} == set(Subject)
