"""`sammetag evaluate published`: how the check of printed figures is asked and told."""

from __future__ import annotations

import argparse
from collections.abc import Iterable
from typing import Any

from sammetag.config.commands.evaluate_typed import of_file
from sammetag.config.commands.law_shown import as_json, both, told
from sammetag.config.terminal import say
from sammetag.evaluation.published import (
    VERDICT_WORDS,
    Figure,
    Finding,
    Report,
    Unchecked,
    Verdict,
    check,
    read_figures,
    read_relations,
)
from sammetag.evaluation.published.figures import SHIPPED as FIGURES
from sammetag.evaluation.published.relation_file import SHIPPED as RELATIONS
from sammetag.words import Words

QUIET = (Verdict.OK, Verdict.WITHIN)
SUMMARY = Words(
    "{figures} trykte tal, hvoraf {checked} indgår i en kontrol. {findings} kontroller – {counts}.",
    "{figures} printed numbers, {checked} of them in a check. {findings} checks – {counts}.",
)
NOT_APPLIED = Words(
    "{count} sammenhænge er ikke kontrolleret, fordi filen ikke har deres tal.",
    "{count} relations were not checked, since the file does not have their numbers.",
)
NOT_CHECKED = Words("Ikke kontrolleret", "Not checked")
NO_RELATION = Words(
    "Ingen sammenhæng handler om dem. Skriv den i en fil, og angiv den med --relations.",
    "No relation is about them. Write one in a file, and name it with --relations.",
)


def answer(chosen: argparse.Namespace) -> int:
    """Checks the figures of a file, or those that come along, and tells what was found."""
    file, relations_file = chosen.file or FIGURES, chosen.relations or RELATIONS
    with of_file(relations_file):
        relations = read_relations(relations_file)
    with of_file(file):
        report = check(read_figures(file), relations)
    say(as_json(_as_data(report)) if chosen.json else _in_words(report, everything=chosen.all))
    return 0


def _in_words(report: Report, *, everything: bool) -> str:
    parts = [told(_summary(report))]
    if report.not_applied:
        parts.append(told(NOT_APPLIED.filled(count=report.not_applied)))
    for verdict in reversed(Verdict):
        shown = [one for one in report.of(verdict) if everything or _is_told(one)]
        if shown:
            heading = VERDICT_WORDS[verdict]
            parts.append(f"\n{heading.da} / {heading.en} ({len(shown)})\n")
            parts += [_finding_in_words(report, finding) for finding in shown]
    parts += [_unchecked_in_words(one) for one in report.unchecked]
    return "".join([*parts, "\n", told(report.method.words)])


def _is_told(finding: Finding) -> bool:
    return finding.verdict not in QUIET or finding.remark is not None


def _summary(report: Report) -> Words:
    seen = {VERDICT_WORDS[verdict]: count for verdict, count in report.counts.items() if count}
    counts = Words(
        "; ".join(f"{words.da}: {count}" for words, count in seen.items()) or "0",
        "; ".join(f"{words.en}: {count}" for words, count in seen.items()) or "0",
    )
    numbers = {"figures": len(report.figures), "checked": report.checked, "findings": len(report.findings)}
    return SUMMARY.filled(counts=counts, **numbers)


def _finding_in_words(report: Report, finding: Finding) -> str:
    figure = finding.figure
    title = report.reports.get(figure.report)
    at = f"{title.da if title else figure.report}, {figure.where} [{figure.id}]"
    remark = told(finding.remark, 4) if finding.remark else ""
    return f"  {at}\n{told(finding.sentence, 4)}{remark}"


def _unchecked_in_words(unchecked: Unchecked) -> str:
    ids = ", ".join(_ids(unchecked.figures))
    heading = f"\n{NOT_CHECKED.da} / {NOT_CHECKED.en} ({len(unchecked.figures)})\n"
    return f"{heading}{told(unchecked.because or NO_RELATION, 2)}  {ids}\n"


def _as_data(report: Report) -> dict[str, Any]:
    return {
        "figures": len(report.figures),
        "checked": report.checked,
        "not_applied": report.not_applied,
        "counts": report.counts,
        "findings": [_finding_as_data(one) for one in report.findings],
        "not_checked": [
            {"because": both(one.because or NO_RELATION), "figures": _ids(one.figures)}
            for one in report.unchecked
        ],
        "reports": {name: both(title) for name, title in report.reports.items()},
        "method": both(report.method.words) | {"source": report.method.source},
    }


def _finding_as_data(finding: Finding) -> dict[str, Any]:
    figure = finding.figure
    return {
        "figure": figure.id,
        "report": figure.report,
        "where": figure.where,
        "verdict": finding.verdict,
        "printed": both(finding.printed),
        "expected": both(finding.expected),
        "behind": _ids(finding.behind),
        "told": both(finding.sentence),
        "remark": both(finding.remark) if finding.remark else None,
    }


def _ids(figures: Iterable[Figure]) -> list[str]:
    return [figure.id for figure in figures]
