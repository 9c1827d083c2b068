"""How the tests put a question to `sammetag evaluate`, and what they ask about."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from sammetag.config import command

DATA = Path(__file__).parents[1] / "evaluation" / "data"
DRAWN = str(DATA / "drawn.csv")
COX = str(DATA / "cox.csv")


def silent(data: Any) -> Iterator[str]:
    """The names under which nothing stands, and nobody says why."""
    if isinstance(data, dict):
        yield from (name for name, one in data.items() if one is None and "why" not in data)
    for one in data.values() if isinstance(data, dict) else data if isinstance(data, list) else ():
        yield from silent(one)


@dataclass(frozen=True)
class Evaluate:
    """The command, and a place for its files."""

    capsys: pytest.CaptureFixture[str]
    place: Path

    def __call__(self, *words: str) -> tuple[int, str, str]:
        """What the command answers, what it says, and what it says of a fault."""
        code = command.main(["evaluate", *words])
        told = self.capsys.readouterr()
        return code, told.out, told.err

    def data(self, *words: str) -> Any:
        """What the command answers another program."""
        code, said, fault = self(*words, "--json")
        assert (code, fault) == (0, "")
        assert "NaN" not in said and "Infinity" not in said
        data = json.loads(said)
        assert list(silent(data)) == []
        return data

    def refusal(self, *words: str) -> str:
        """The plain sentence, in both languages, with which it is refused."""
        code, said, fault = self(*words)
        assert (code, said) == (1, "")
        assert "Traceback" not in fault and len(fault.splitlines()) == 2
        return fault

    def file(self, text: str, name: str = "rows.csv") -> str:
        """A file that holds the text."""
        (self.place / name).write_text(text, "utf-8")
        return str(self.place / name)
