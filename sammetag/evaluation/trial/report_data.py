"""The report of a trial as JSON: every number of every table, the methods, and what it rests on."""

from __future__ import annotations

import json
from dataclasses import asdict
from typing import Any

from sammetag.evaluation.plain import both, plain
from sammetag.evaluation.trial.analysis import OutcomeFound, Results
from sammetag.evaluation.trial.answers import Answered
from sammetag.evaluation.trial.data_sheet import data_sheet
from sammetag.evaluation.trial.extract import as_text, sha256
from sammetag.evaluation.trial.protocol import as_data, fingerprint
from sammetag.evaluation.trial.said import planned_method
from sammetag.evaluation.trial.samples import EXPLAINED, TITLES, Estimand

FORMAT = "sammetag-trial-report"
VERSION = 1


def as_json(results: Results, *, software: str) -> str:
    """Give the whole report as JSON text, the same text for the same results and version of the software."""
    return (
        json.dumps(as_plain(results, software=software), ensure_ascii=False, sort_keys=True, indent=1) + "\n"
    )


def as_plain(results: Results, *, software: str) -> dict[str, Any]:
    """Give the whole report as plain data: null stands only beside a why."""
    extract = results.extract
    return {
        "format": FORMAT,
        "version": VERSION,
        "software": software,
        "trial": {"id": extract.trial, "title": extract.title, "cut_on": extract.cut_on.isoformat()},
        "blind": extract.blind,
        "fingerprints": fingerprints(results),
        "protocol": as_data(extract.protocol),
        "planned": plain(planned_method(extract.protocol)),
        "questions": {
            one.value: {"title": both(TITLES[one]), "means": both(EXPLAINED[one])} for one in TITLES
        },
        "arms": plain(results.arms),
        "flow": plain(results.flow),
        "balance": plain(results.balance),
        "outcomes": [_outcome(one) for one in results.outcomes],
        "adjusted": plain(results.adjusted),
        "leaving": plain(results.leaving),
        "mixing": plain(results.mixing),
        "swapped": plain(results.swapped),
        "deviations": plain(extract.deviations),
        "amendments": plain(extract.amendments),
        "context": plain(extract.context),
        "theory": plain(extract.theory),
        "interviews": plain(extract.interviews),
        "quotations": plain(extract.quotations),
        "hidden": plain(extract.hidden),
        "data_sheet": plain(data_sheet(extract)),
    }


def fingerprints(results: Results) -> dict[str, str]:
    """Give the SHA-256 of the extract and its protocol, the one it was frozen by, and the draw's promise."""
    extract = results.extract
    return {
        "extract": sha256(as_text(extract)),
        "protocol": fingerprint(extract.protocol),
        "frozen": extract.frozen_sha256,
        "frozen_at": extract.frozen_at,
        "commitment": extract.commitment,
    }


def _outcome(found: OutcomeFound) -> dict[str, Any]:
    kind = found.indicator
    return {
        "name": kind.name,
        "title": both(kind.title),
        "definition": both(kind.definition),
        "measure": kind.measure.value,
        "ends_by": plain(kind.ends_by),
        "labels": plain(kind.labels),
        **plain(asdict(found.outcome)),
        "answers": {one.estimand.value: _answer(one) for one in found.answers},
    }


def _answer(answered: Answered) -> dict[str, Any]:
    draft = answered.draft
    found = plain(draft.found)
    timed = found.get("timed", {})
    if answered.estimand is not Estimand.AS_DRAWN and "logrank" in timed:
        # Whole curves stand once, as drawn: they can be drawn again from the extract, and are long.
        timed = {name: one for name, one in timed.items() if name not in ("treated", "control")}
        found = found | {"timed": timed}
    return {
        "persons": plain(draft.persons),
        "missing": plain(draft.missing),
        "found": found,
        "head": plain(draft.head),
        "said": plain(answered.said),
    }
