"""How `sammetag law` shows an answer: in both languages for a person, in JSON for another program."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import asdict, is_dataclass
from typing import Any

from sammetag.law import (
    CONFIDENCE_WORDS,
    Answer,
    Confidence,
    LawError,
    Number,
    Reason,
    Source,
    Version,
    Words,
)
from sammetag.law.case_question import Lacking
from sammetag.law.reform import ReformStatus
from sammetag.law.reforms import REFORMS

PROPOSERS = frozenset(one.source.act for one in REFORMS if one.status is ReformStatus.PROPOSED)
OF_A_PROPOSAL = {
    Confidence.HIGH: Words("læst i forslaget", "read in the proposal"),
    Confidence.MEDIUM: Words("udledt af forslaget", "inferred from the proposal"),
}


def as_json(found: object) -> str:
    """What was found, as JSON text; dates are written as days."""
    return json.dumps(found, default=str, ensure_ascii=False, indent=2) + "\n"


def both(words: Words) -> dict[str, str]:
    """The words in both languages."""
    return {"da": words.da, "en": words.en}


def source_as_data(source: Source | None) -> dict[str, str] | None:
    """Where a rule stands."""
    return None if source is None else {key: getattr(source, key) for key in ("act", "section", "published")}


def reason_as_data(reason: Reason) -> dict[str, Any]:
    """One sentence of an explanation with its kind and its source."""
    return {"kind": reason.kind, "text": both(reason.text), "source": source_as_data(reason.source)}


def answer_as_data(answer: Answer[Any]) -> dict[str, Any]:
    """What an answer holds: the value, the reasons and the version of the rule that gave it."""
    version = answer.version
    return {
        "value": asdict(answer.value) if is_dataclass(answer.value) else answer.value,  # type: ignore[arg-type]
        "reasons": [reason_as_data(reason) for reason in answer.reasons],
        "source": source_as_data(version.source),
        "confidence": version.confidence,
        "note": both(version.note) if version.note else None,
    }


def fault_as_data(fault: LawError) -> dict[str, Any]:
    """Why there is no answer, and which fields the case lacks for one."""
    lacks = fault.fields if isinstance(fault, Lacking) else ()
    return {"kind": type(fault).__name__, "why": both(fault.sentence), "lacks": lacks}


def told(words: Words, indent: int = 0) -> str:
    """The words on a line in each language."""
    space = " " * indent
    return f"{space}{words.da}\n{space}{words.en}\n"


def reading_told(entry: Version | Number, indent: int) -> str:
    """Where a rule or a number stands, or was proposed, how well it was read, and its note."""
    words = OF_A_PROPOSAL if entry.source.act in PROPOSERS else CONFIDENCE_WORDS
    read, note = words[entry.confidence], told(entry.note, indent) if entry.note else ""
    return f"{' ' * indent}{entry.source}, {read.da} / {read.en}\n{note}"


def reasons_told(reasons: Iterable[Reason], indent: int) -> str:
    """Each reason in both languages, with the source where it has one."""
    return "".join(_reason_told(reason, indent) for reason in reasons)


def _reason_told(reason: Reason, indent: int) -> str:
    space = " " * indent
    at = f" [{reason.source}]" if reason.source else ""
    return f"{space}· {reason.text.da}{at}\n{space}  {reason.text.en}\n"
