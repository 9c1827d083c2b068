"""The report as a page: one file that needs no other, or what goes into a page of the app."""

from __future__ import annotations

from pathlib import Path

from django.template.loader import render_to_string
from django.utils.safestring import mark_safe

from sammetag.evaluation.trial.analysis import Results
from sammetag.studies.report.version import SOFTWARE
from sammetag.studies.report.whole import document_of

STYLE = Path(__file__).parents[1] / "static" / "studies" / "report.css"


def html(results: Results, language: str, *, standalone: bool = True, software: str = SOFTWARE) -> str:
    """The report in 'da' or 'en'; `standalone` is a whole page with its style, else what a page includes."""
    context: dict[str, object] = {"document": document_of(results, language, software=software)}
    if not standalone:
        return render_to_string("studies/report/body.html", context)
    # The style is a file of ours, with nothing in it that anybody typed; only a file may bring its own.
    context["style"] = mark_safe(f"<style>{STYLE.read_text(encoding='utf-8')}</style>")  # noqa: S308
    return render_to_string("studies/report/page.html", context)
