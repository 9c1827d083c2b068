"""The limits of the house that no other tool measures."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

from tests.repository.sources import PACKAGE, ROOT, dotted, name_of, nodes, place, python

LONGEST_FILE, LONGEST_FUNCTION = 400, 40
NAMES_THAT_SAY_NOTHING = {"utils", "util", "helpers", "helper", "services", "service", "core", "base", "common", "misc"}
IMPORTS_LATE = {
    "sammetag/config/command.py": "the command must be able to say what is missing before Django is there",
}
STARS = {"tests/settings.py": "takes all settings of the program, and changes three"}
PRINTS = {"sammetag/config/command.py": "the command speaks to whoever typed it"}
ALL = python("sammetag", "tests")
OURS = python("sammetag")


def length(function: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    """The lines of a function, its docstring not counted."""
    first = function.body[0]
    docstring = ast.get_docstring(function) is not None
    told = (first.end_lineno or 0) - first.lineno + 1 if docstring else 0
    return (function.end_lineno or 0) - function.lineno + 1 - told


def functions(path: Path) -> list[ast.FunctionDef | ast.AsyncFunctionDef]:
    return [node for node in nodes(path) if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)]


@pytest.mark.parametrize("path", ALL, ids=name_of)
def test_no_file_is_longer_than_can_be_read_in_one_go(path: Path) -> None:
    assert len(path.read_text().splitlines()) <= LONGEST_FILE


@pytest.mark.parametrize("path", ALL, ids=name_of)
def test_no_function_is_longer_than_a_screen(path: Path) -> None:
    assert [place(path, one) for one in functions(path) if length(one) > LONGEST_FUNCTION] == []


@pytest.mark.parametrize("path", ALL, ids=name_of)
def test_what_a_file_needs_stands_at_its_top(path: Path) -> None:
    if name_of(path) in IMPORTS_LATE:
        return
    late = [
        place(path, inner)
        for one in functions(path)
        if not (path.name == "apps.py" and one.name == "ready")
        for inner in ast.walk(one)
        if isinstance(inner, ast.Import | ast.ImportFrom)
    ]

    assert late == []


@pytest.mark.parametrize("path", ALL, ids=name_of)
def test_every_imported_name_is_written_out(path: Path) -> None:
    stars = [
        place(path, node)
        for node in nodes(path)
        if isinstance(node, ast.ImportFrom) and any(alias.name == "*" for alias in node.names)
    ]

    assert bool(stars) is (name_of(path) in STARS)


@pytest.mark.parametrize("path", ALL, ids=name_of)
def test_a_file_is_named_after_what_is_in_it(path: Path) -> None:
    assert path.stem not in NAMES_THAT_SAY_NOTHING
    assert not NAMES_THAT_SAY_NOTHING & set(path.relative_to(ROOT).parent.parts)


@pytest.mark.parametrize("path", OURS, ids=name_of)
def test_the_program_raises_where_a_test_asserts(path: Path) -> None:
    assert [place(path, node) for node in nodes(path) if isinstance(node, ast.Assert)] == []


@pytest.mark.parametrize("path", OURS, ids=name_of)
def test_only_the_command_prints(path: Path) -> None:
    printed = [place(path, node) for node in nodes(path) if isinstance(node, ast.Call) and dotted(node) == "print"]

    assert not printed or name_of(path) in PRINTS


@pytest.mark.parametrize("path", ALL, ids=name_of)
def test_no_fault_is_passed_over_in_silence(path: Path) -> None:
    silent = [
        place(path, node)
        for node in nodes(path)
        if isinstance(node, ast.ExceptHandler)
        and (node.type is None or all(isinstance(one, ast.Pass) for one in node.body))
    ]

    assert silent == []


@pytest.mark.parametrize("path", python("sammetag/law"), ids=name_of)
def test_the_law_never_asks_what_day_it_is(path: Path) -> None:
    clocks = {"today", "now", "localdate", "localtime", "utcnow", "time.time"}
    asked = [
        place(path, node)
        for node in nodes(path)
        if isinstance(node, ast.Call) and dotted(node).rpartition(".")[2] in clocks
    ]

    assert asked == []


@pytest.mark.parametrize("path", python("sammetag/law"), ids=name_of)
def test_no_question_to_the_law_has_a_day_of_its_own(path: Path) -> None:
    """A parameter that is a date has no default: outside the dates of a rule the law raises."""
    guessed = [
        place(path, one)
        for one in functions(path)
        for argument, default in zip(reversed(one.args.args), reversed(one.args.defaults), strict=False)
        if argument.annotation and "date" in ast.unparse(argument.annotation) and default
    ]
    guessed += [
        place(path, one)
        for one in functions(path)
        for argument, default in zip(one.args.kwonlyargs, one.args.kw_defaults, strict=True)
        if argument.annotation and ast.unparse(argument.annotation) == "date" and default
    ]

    assert guessed == []


def test_the_program_is_there_to_be_measured() -> None:
    assert len(OURS) > 50
    assert PACKAGE / "talks" / "actions.py" in OURS
