"""Only actions write to the database, so that every change has one door, one transaction and its journal."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

from tests.repository.sources import PACKAGE, dotted, name_of, nodes, place, python, tree

# Methods that no other common type has, and those that need a look at what they are called on.
WRITES = {
    "save",
    "create",
    "bulk_create",
    "update_or_create",
    "get_or_create",
    "bulk_update",
    "delete",
    "save_base",
}
ON_QUERYSETS = {"update", "add", "set", "clear", "remove", "aupdate"}
QUERY_STEPS = {
    "objects",
    "filter",
    "exclude",
    "scoped",
    "of",
    "seen_by",
    "all",
    "_default_manager",
    "select_for_update",
}
STATEMENTS = ("INSERT", "UPDATE ", "DELETE", "TRUNCATE", "COPY", "MERGE")


def queried(node: ast.AST) -> bool:
    """Whether a chain of calls goes through a query set."""
    while isinstance(node, ast.Call | ast.Attribute | ast.Subscript):
        if isinstance(node, ast.Attribute) and node.attr in QUERY_STEPS:
            return True
        node = node.func if isinstance(node, ast.Call) else node.value
    return False


def names_of_queries(tree: ast.AST) -> set[str]:
    """Names that a query set was given to."""
    return {
        target.id
        for node in ast.walk(tree)
        if isinstance(node, ast.Assign) and queried(node.value)
        for target in node.targets
        if isinstance(target, ast.Name)
    }


def writes(tree: ast.AST) -> list[int]:
    """The lines on which something is written to the database."""
    queries = names_of_queries(tree)
    calls = (node for node in ast.walk(tree) if isinstance(node, ast.Call))
    return [call.lineno for call in calls if is_a_write(call, queries)]


def is_a_write(call: ast.Call, queries: set[str]) -> bool:
    """Whether a call changes rows."""
    if not isinstance(call.func, ast.Attribute):
        return False
    method, on = call.func.attr, call.func.value
    if method in WRITES:
        # A form being filled in has a `save` that asks an action; a class hands on to its parent.
        return dotted(on) not in ("page", "super")
    if method in ON_QUERYSETS:
        return queried(on) or dotted(on) in queries
    return method in ("execute", "executemany") and bool(call.args) and states_a_write(call.args[0])


def states_a_write(argument: ast.AST) -> bool:
    """Whether a statement of SQL begins with a word that changes rows."""
    text = argument.value if isinstance(argument, ast.Constant) else ""
    return isinstance(text, str) and text.strip().upper().startswith(STATEMENTS)


def is_an_action(path: Path) -> bool:
    return path.name == "actions.py" or path.parent.name == "actions"


def test_only_actions_write() -> None:
    others = [path for path in python("sammetag") if not is_an_action(path)]

    assert [f"{name_of(path)}:{line}" for path in others for line in writes(tree(path))] == []


def test_the_actions_are_seen_to_write() -> None:
    rooms = ("cases", "talks", "journal")

    assert all(writes(tree(PACKAGE / room / "actions.py")) for room in rooms)


@pytest.mark.parametrize(
    ("line", "is_a_write"),
    [
        ("talk.save()", True),
        ("Talk.objects.create(case=case)", True),
        ("Talk.objects.of(case).filter(pk=1).update(version=2)", True),
        ("found = Talk.objects.of(case)\nfound.update(version=2)", True),
        ("Draft.objects.of(case).delete()", True),
        ("cursor.execute('update talks_talk set version = 2')", True),
        ("context.update(case=case)", False),
        ("settings.update(HOST=host)", False),
        ("cursor.execute('SELECT set_config(%s)', [x])", False),
        ("seen.add(day)", False),
    ],
)
def test_a_write_is_told_from_what_only_looks_like_one(line: str, is_a_write: bool) -> None:
    assert bool(writes(ast.parse(line))) is is_a_write


@pytest.mark.parametrize("path", sorted(PACKAGE.rglob("*_page.py")), ids=name_of)
def test_a_page_makes_no_row_of_its_own(path: Path) -> None:
    """Checked: no page calls a model by its name, which would be a new row to save."""
    models = {
        alias.asname or alias.name
        for node in nodes(path)
        if isinstance(node, ast.ImportFrom) and (node.module or "").endswith(".models")
        for alias in node.names
    }
    made = [
        place(path, node)
        for node in nodes(path)
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in models
    ]

    assert made == []
