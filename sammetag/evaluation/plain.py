"""What was found, as JSON can hold it: for another program, and for whoever works it out again."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from datetime import date
from enum import Enum
from math import inf, isfinite
from typing import Any

import numpy as np

from sammetag.evaluation.result import Estimate, Interval, Method, Undefined
from sammetag.words import Words

_OPEN = Words(
    "Intervallet er åbent opad: data sætter ingen grænse.",
    "The interval is open above: the data set no limit.",
)
_NOT_A_NUMBER = Words("Tallet er for stort til at kunne skrives.", "The number is too large to be written.")


def both(words: Words) -> dict[str, str]:
    """Give a text in both languages."""
    return {"da": words.da, "en": words.en}


def plain(found: object) -> Any:
    """Give a result as JSON can hold it: null stands only beside a why; what does not apply is left out."""
    match found:
        case Mapping():
            return {str(name): plain(one) for name, one in found.items() if one is not None or "why" in found}
        case tuple() | list():
            return [plain(one) for one in found]
        case np.ndarray() | np.generic():
            return plain(found.tolist())
        case Enum():
            return plain(found.value)
        case date():
            return found.isoformat()
        case float() if not isfinite(found):
            return plain(Undefined(_NOT_A_NUMBER))
    return _result(found) if is_dataclass(found) else found


def _result(found: object) -> Any:
    """A result of ours; Words, and what is told otherwise than field by field."""
    match found:
        case Words():
            return both(found)
        case Undefined():
            return {"value": None, "why": both(found.why)}
        case Method():
            return both(found.words) | {"source": found.source}
        case Interval():
            return _interval(found)
        case Estimate(interval=Undefined(why=why)):
            interval = {"low": None, "high": None, "why": both(why)}
            return plain({"value": found.value, "standard_error": found.standard_error, "interval": interval})
    return plain({one.name: getattr(found, one.name) for one in fields(found)})  # type: ignore[arg-type]


def _interval(interval: Interval) -> dict[str, Any]:
    data = {"low": interval.low, "high": interval.high, "level": interval.level}
    return data if interval.high < inf else data | {"high": None, "why": both(_OPEN)}
