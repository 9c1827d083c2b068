"""What the tests of examples share: what came of asking, and which days of a version no example is about."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from datetime import date
from typing import Any

from sammetag import law
from sammetag.law import checking


def outcome(
    ask: Callable[[], law.Answer[Any]],
    expected: Mapping[str, Any],
    seen: Callable[[law.Answer[Any], str], Any],
) -> dict[str, Any]:
    """What an example comes to, told by the keys that it expects; a refusal is told by its kind."""
    try:
        answer = ask()
    except law.LawError as refused:
        return {"error": type(refused).__name__}
    if "error" in expected:
        return {"answer": answer.value}
    return {key: seen(answer, key) for key in expected}


def uncovered(version: law.Version, days: Iterable[date]) -> list[str]:
    """What of a version no example is about: its limits, the days outside them, and a day well inside."""
    missing, inside = checking.uncovered(version.period, days)
    return [*map(str, missing), *(() if inside else ("inside",))]
