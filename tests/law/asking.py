"""What the tests of examples share: what came of asking, and which days of a version no example is about."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from datetime import date
from typing import Any

from sammetag import law


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
    known, first, last = set(days), version.period.first, version.period.last
    limits = {first - law.DAY, first} | (set() if last is None else {last, last + law.DAY})
    found = [str(day) for day in sorted(limits - known)]
    inside = any(version.period.contains(day) and day not in (first, last) for day in known)
    return found if inside else [*found, "inside"]
