"""Every place in Python that asks who may: found by reading the program, and taken away in memory.

A scope is a condition on a query; it is replaced by one that lets everybody through. A guard is an `if` that
ends in NotAllowed; it is taken out, and where it asks several things, each of them in turn.
"""

from __future__ import annotations

import ast
import copy
import importlib
import inspect
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path
from types import CodeType, FunctionType
from typing import Any, cast

from django.conf import settings
from django.db.models import Q
from django.test import override_settings

from bench.walls.mutation import Mutation
from sammetag.access.roles import Right

PACKAGE = Path(__file__).resolve().parent.parent.parent / "sammetag"
ACCESS = tuple(
    f"tests/access/test_{name}.py"
    for name in ("rights", "differential", "either_wall", "limits_within_a_case", "purpose", "matrix")
)
# What the middleware guards beyond access: signs against forgery, headers, sessions.
AROUND = (
    "tests/config/test_failures.py",
    "tests/config/test_static_files.py",
    "tests/config/test_patience.py",
    "tests/talks/test_lost_session.py",
)
LENT = {"Q": Q, "Right": Right}


def _all_rows(self: Any, *told: Any, **named: Any) -> Any:
    return self.scoped("nobody asked")


def _no_condition(self: Any, prefix: str = "") -> Any:
    return Q()


def _every_key(self: Any) -> Any:
    return {"keys": list(range(10_000)), "grants": [], "staff": self.staff_id}


def _every_right(self: Any, case: Any) -> Any:
    return frozenset(Right)


def _yes(self: Any, *told: Any) -> Any:
    return True


# The names under which a scope stands in the program; a new one must be put here, or a test fails.
SCOPES: dict[str, Callable[..., Any]] = {
    "seen_by": _all_rows,
    "of_each": _all_rows,
    "of": _all_rows,
    "sees": _no_condition,
    "rights": _every_right,
    "may": _yes,
    "may_anywhere": _yes,
    "in_places": _every_key,
}
# Classes whose `of` or `may` means something else, or whose condition was written into a
# question when the program began: there the keys and cases that it is asked with are the scope.
NO_SCOPES = {"OfEach", "Rated", "Remembered", "Whoever", "_Related"}


def scopes() -> Iterator[Mutation]:
    """Each method of a query or a person that says what is seen, or what may be done."""
    for module, holder, node in _functions():
        function = _function(module, holder, node.name) if holder else None
        if function is None or node.name not in SCOPES or holder in NO_SCOPES:
            continue
        name = f"{holder}.{node.name} in {_room_path(module)}"
        mutant = cast(FunctionType, SCOPES[node.name])
        yield Mutation("scope", name, _replaced(function, mutant.__code__), ACCESS)


def guards() -> Iterator[Mutation]:
    """Each `if` that ends in NotAllowed, and each of the things that it asks."""
    for module, holder, node in _functions():
        for at, found in enumerate(_guards_in(node)):
            for part in range(len(found.test.values) if isinstance(found.test, ast.BoolOp) else 1):
                function = _function(module, holder, node.name)
                if function is None or function.__code__.co_freevars:
                    continue
                asked = found.test.values[part] if isinstance(found.test, ast.BoolOp) else found.test
                name = f"{node.name} in {_room_path(module)}: {ast.unparse(asked)}"
                code = _without(function, node, at, part)
                room = module.split(".")[1]
                yield Mutation("guard", name, _replaced(function, code), (f"tests/{room}/", *ACCESS))


def middleware() -> Iterator[Mutation]:
    """Each middleware left out."""
    for one in settings.MIDDLEWARE:
        rest = [other for other in settings.MIDDLEWARE if other != one]
        yield Mutation("middleware", one, _left_out(rest), (*ACCESS, *AROUND))


def _left_out(rest: list[str]) -> Callable[[], AbstractContextManager[object]]:
    return lambda: override_settings(MIDDLEWARE=rest)


def _functions() -> Iterator[tuple[str, str, ast.FunctionDef]]:
    """Every function of the program with its module and, for a method, its class."""
    for file in sorted(PACKAGE.rglob("*.py")):
        if "migrations" in file.parts:
            continue
        module = ".".join(file.relative_to(PACKAGE.parent).with_suffix("").parts)
        for node in ast.parse(file.read_text()).body:
            if isinstance(node, ast.FunctionDef):
                yield module, "", node
            elif isinstance(node, ast.ClassDef):
                yield from ((module, node.name, one) for one in node.body if isinstance(one, ast.FunctionDef))


def _guards_in(node: ast.FunctionDef) -> list[ast.If]:
    return [one for one in ast.walk(node) if isinstance(one, ast.If) and _refuses(one)]


def _refuses(one: ast.If) -> bool:
    raised = one.body[0]
    if len(one.body) != 1 or not isinstance(raised, ast.Raise) or not isinstance(raised.exc, ast.Call):
        return False
    return isinstance(raised.exc.func, ast.Name) and raised.exc.func.id == "NotAllowed"


def _function(module: str, holder: str, name: str) -> FunctionType | None:
    found: Any = importlib.import_module(module)
    for part in (holder, name) if holder else (name,):
        found = getattr(found, part)
    found = inspect.unwrap(found)
    return found if isinstance(found, FunctionType) else None


def _without(function: FunctionType, node: ast.FunctionDef, at: int, part: int) -> CodeType:
    """The function's code with one question of one guard answered 'let them'."""
    changed = copy.deepcopy(node)
    guard = _guards_in(changed)[at]
    if isinstance(guard.test, ast.BoolOp):
        # Of an `or`, one question less; of an `and`, no guard at all.
        rest = [value for number, value in enumerate(guard.test.values) if number != part]
        guard.test = ast.BoolOp(guard.test.op, rest) if len(rest) > 1 else rest[0]
        if isinstance(_guards_in(node)[at].test.op, ast.And):  # type: ignore[attr-defined]
            guard.test = ast.Constant(value=False)
    else:
        guard.test = ast.Constant(value=False)
    changed.decorator_list = []
    space: dict[str, Any] = {}
    tree = ast.fix_missing_locations(ast.Module([_FUTURE, changed], []))
    exec(compile(tree, function.__code__.co_filename, "exec"), function.__globals__ | {}, space)  # noqa: S102 - our own
    mutant: FunctionType = space[node.name]
    return mutant.__code__


_FUTURE = ast.ImportFrom("__future__", [ast.alias("annotations")], 0)


def _replaced(function: FunctionType, code: CodeType) -> Callable[[], AbstractContextManager[object]]:
    """The function with other code, wherever it is known by whatever name."""

    @contextmanager
    def away() -> Iterator[None]:
        kept, space = function.__code__, function.__globals__
        missing = {name: value for name, value in LENT.items() if name not in space}
        function.__code__ = code
        space.update(missing)
        try:
            yield
        finally:
            function.__code__ = kept
            for name in missing:
                del space[name]

    return away


def _room_path(module: str) -> str:
    return module.replace(".", "/").removeprefix("sammetag/") + ".py"
