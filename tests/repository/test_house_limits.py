"""The limits of the house that no other tool measures."""

from __future__ import annotations

import ast
from pathlib import Path

from tests.repository.sources import PACKAGE, ROOT, dotted, name_of, nodes, place, python

LONGEST_FILE, LONGEST_FUNCTION = 400, 40
NAMES_THAT_SAY_NOTHING = {
    "utils",
    "util",
    "helpers",
    "helper",
    "services",
    "service",
    "core",
    "base",
    "common",
    "misc",
}
# The command must be able to say what is missing before Django is there.
IMPORTS_LATE = {name_of(path) for path in python("sammetag/config/commands")}
STARS = {"tests/settings.py": "takes all settings of the program, and changes three"}
PRINTS = {"sammetag/config/terminal.py": "the command speaks to whoever typed it"}
ALL = python("sammetag", "tests")
OURS = python("sammetag")
PURE = python("sammetag/law") + python("sammetag/evaluation")


def length(function: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    """The lines of a function, its docstring not counted."""
    first = function.body[0]
    docstring = ast.get_docstring(function) is not None
    told = (first.end_lineno or 0) - first.lineno + 1 if docstring else 0
    return (function.end_lineno or 0) - function.lineno + 1 - told


def functions(path: Path) -> list[ast.FunctionDef | ast.AsyncFunctionDef]:
    return [node for node in nodes(path) if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)]


def test_no_file_is_longer_than_can_be_read_in_one_go() -> None:
    assert [name_of(path) for path in ALL if len(path.read_text().splitlines()) > LONGEST_FILE] == []


def test_no_function_is_longer_than_a_screen() -> None:
    every = ((path, one) for path in ALL for one in functions(path))

    assert [place(path, one) for path, one in every if length(one) > LONGEST_FUNCTION] == []


def test_what_a_file_needs_stands_at_its_top() -> None:
    late = [
        place(path, inner)
        for path in ALL
        for one in functions(path)
        if name_of(path) not in IMPORTS_LATE and not (path.name == "apps.py" and one.name == "ready")
        for inner in ast.walk(one)
        if isinstance(inner, ast.Import | ast.ImportFrom)
    ]

    assert late == []


def test_every_imported_name_is_written_out() -> None:
    stars = {
        name_of(path)
        for path in ALL
        for node in nodes(path)
        if isinstance(node, ast.ImportFrom) and any(alias.name == "*" for alias in node.names)
    }

    assert stars == set(STARS)


def test_a_file_is_named_after_what_is_in_it() -> None:
    parts = {path: {path.stem, *path.relative_to(ROOT).parent.parts} for path in ALL}

    assert [name_of(path) for path, names in parts.items() if names & NAMES_THAT_SAY_NOTHING] == []


def test_the_program_raises_where_a_test_asserts() -> None:
    every = ((path, node) for path in OURS for node in nodes(path))

    assert [place(path, node) for path, node in every if isinstance(node, ast.Assert)] == []


def test_only_the_command_prints() -> None:
    printed = {
        name_of(path)
        for path in OURS
        for node in nodes(path)
        if isinstance(node, ast.Call) and dotted(node) == "print"
    }

    assert printed <= set(PRINTS)


def test_no_fault_is_passed_over_in_silence() -> None:
    silent = [
        place(path, node)
        for path in ALL
        for node in nodes(path)
        if isinstance(node, ast.ExceptHandler)
        # Ctrl-C is a wish, and no fault.
        and (node.type is None or dotted(node.type) != "KeyboardInterrupt")
        and all(isinstance(one, ast.Pass) for one in node.body)
    ]

    assert silent == []


def test_the_law_never_asks_what_day_it_is() -> None:
    clocks = {"today", "now", "localdate", "localtime", "utcnow"}
    asked = [
        place(path, node)
        for path in PURE
        for node in nodes(path)
        if isinstance(node, ast.Call) and dotted(node).rpartition(".")[2] in clocks
    ]

    assert asked == []


def test_no_question_to_the_law_has_a_day_of_its_own() -> None:
    """A parameter that is a day has no default: outside the dates of a rule the law raises."""
    guessed = [
        place(path, one)
        for path in PURE
        for one in functions(path)
        for argument, _default in with_defaults(one)
        if argument.annotation and "date" in ast.unparse(argument.annotation)
    ]

    assert guessed == []


def with_defaults(one: ast.FunctionDef | ast.AsyncFunctionDef) -> list[tuple[ast.arg, ast.expr]]:
    """The parameters of a function that have a default, each with it."""
    plain = [*one.args.posonlyargs, *one.args.args]
    last = plain[len(plain) - len(one.args.defaults) :]
    named = zip(one.args.kwonlyargs, one.args.kw_defaults, strict=True)
    return [
        *zip(last, one.args.defaults, strict=True),
        *((arg, default) for arg, default in named if default),
    ]


def test_the_program_is_there_to_be_measured() -> None:
    assert len(OURS) > 50
    assert PACKAGE / "talks" / "actions.py" in OURS
