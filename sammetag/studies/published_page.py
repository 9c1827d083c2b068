"""Whether the numbers of the printed reports add up: what does not first, and how each was worked out."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from itertools import groupby

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_GET

from sammetag.access.signed_in import signed_in
from sammetag.design.wording import told
from sammetag.evaluation.published import (
    VERDICT_WORDS,
    Finding,
    Report,
    Verdict,
    check,
    read_figures,
    read_relations,
)
from sammetag.words import Words

# What a reader must look at themselves; the rest is told by its number.
DOUBTFUL = (Verdict.AMBIGUOUS, Verdict.ROUNDED_TWICE, Verdict.APPROXIMATE)


@dataclass(frozen=True)
class Place:
    """One place in a report, with what was found there."""

    where: str
    findings: tuple[Finding, ...]

    @property
    def title(self) -> str:
        """The place in words: a bare number is that of a section."""
        section, _between, table = self.where.partition(" text to tabel ")
        if table:
            return _("Afsnit %(n)s, teksten til tabel %(table)s") % {"n": section, "table": table}
        kind, _space, number = section.rpartition(" ")
        if kind == "Tabel":
            return _("Tabel %(n)s") % {"n": number}
        return _("Afsnit %(n)s") % {"n": section} if section[0].isdigit() else section


@dataclass(frozen=True)
class Printed:
    """One printed report: what does not add up, what can be doubted, and how much does add up."""

    key: str
    title: Words
    checks: int
    wrong: tuple[Place, ...]
    doubtful: tuple[tuple[Words, tuple[Place, ...]], ...]
    wrong_count: int

    @property
    def verdict(self) -> str:
        """The report in one sentence."""
        number = self.wrong_count
        if not number:
            return ngettext(
                "%(n)s kontrol, og alt stemmer indbyrdes.",
                "%(n)s kontroller, og alt stemmer indbyrdes.",
                self.checks,
            ) % {"n": self.checks}
        return ngettext(
            "%(n)s af %(all)s kontroller stemmer ikke.", "%(n)s af %(all)s kontroller stemmer ikke.", number
        ) % {"n": number, "all": self.checks}


@require_GET
def published_page(request: HttpRequest) -> HttpResponse:
    """The reports whose figures come along, each checked against itself."""
    signed_in(request)
    report = _checked()
    unchecked = [(told(one.because), len(one.figures)) for one in report.unchecked if one.because]
    context = {"report": report, "printed": printed_reports(report), "unchecked": unchecked}
    return render(request, "studies/published.html", context)


def printed_reports(report: Report) -> list[Printed]:
    """The printed reports in the order in which the figures name them."""
    keys = dict.fromkeys(figure.report for figure in report.figures.values())
    return [_printed(report, key) for key in keys]


def _printed(report: Report, key: str) -> Printed:
    findings = [finding for finding in report.findings if finding.figure.report == key]
    wrong = [finding for finding in findings if finding.verdict is Verdict.MISMATCH]
    doubtful = (
        (VERDICT_WORDS[verdict], _places(one for one in findings if one.verdict is verdict))
        for verdict in DOUBTFUL
    )
    return Printed(
        key,
        report.reports[key],
        len(findings),
        _places(wrong),
        tuple((words, places) for words, places in doubtful if places),
        len(wrong),
    )


def _places(findings: Iterable[Finding]) -> tuple[Place, ...]:
    by_place = groupby(findings, key=lambda finding: finding.figure.where)
    return tuple(Place(where, tuple(some)) for where, some in by_place)


@cache
def _checked() -> Report:
    """The check of what comes along, which does not change while the program runs."""
    return check(read_figures(), read_relations())
