"""The files of the project, as the tests of its rules read them."""

from __future__ import annotations

import ast
import subprocess
from collections.abc import Iterator
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PACKAGE = ROOT / "sammetag"


@cache
def tracked() -> tuple[Path, ...]:
    """Every file that Git keeps, or would with the next commit."""
    asked = ["git", "ls-files", "--cached", "--others", "--exclude-standard"]
    found = subprocess.run(asked, cwd=ROOT, capture_output=True, text=True, check=True)  # noqa: S603 - Git's own
    return tuple(ROOT / name for name in found.stdout.splitlines() if (ROOT / name).is_file())


def name_of(path: Path) -> str:
    """The path as it is written from the root of the project."""
    return path.relative_to(ROOT).as_posix()


def python(*folders: str) -> list[Path]:
    """The Python files of these folders; migrations are written by a program, and left out."""
    found = (path for folder in folders for path in (ROOT / folder).rglob("*.py"))
    return sorted(path for path in found if "migrations" not in path.parts)


@cache
def tree(path: Path) -> ast.Module:
    """The syntax tree of a file."""
    return ast.parse(path.read_text(), str(path))


def nodes(path: Path) -> Iterator[ast.AST]:
    """Every node of a file."""
    yield from ast.walk(tree(path))


def place(path: Path, node: ast.AST) -> str:
    """Where something stands, as an editor opens it."""
    return f"{name_of(path)}:{getattr(node, 'lineno', 1)}"


def dotted(node: ast.AST) -> str:
    """A name with its dots, such as `models.Model`; of a call, what is called; empty for anything else."""
    if isinstance(node, ast.Name):
        return node.id
    if isinstance(node, ast.Attribute):
        return f"{dotted(node.value)}.{node.attr}".lstrip(".")
    if isinstance(node, ast.Call):
        return dotted(node.func)
    return ""


def rooms() -> set[str]:
    """The rooms: the folders of the program that hold Python."""
    return {path.parent.name for path in PACKAGE.glob("*/__init__.py")}
