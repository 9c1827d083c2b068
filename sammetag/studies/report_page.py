"""The report of one extract: read here, or fetched as a page, a PDF, or numbers for another program."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import get_language
from django.views.decorators.http import require_GET

from sammetag.errors import NotAllowed
from sammetag.evaluation.trial.analysis import Results, analyse
from sammetag.evaluation.trial.extract import extract_from
from sammetag.evaluation.trial.report_data import as_json
from sammetag.studies.extract_page import WORKERS, extract_for
from sammetag.studies.opening import open_study
from sammetag.studies.report import SOFTWARE, html, pdf

Written = Callable[[Results, str], str | bytes]
FORMS: dict[str, tuple[str, Written]] = {
    "html": ("text/html; charset=utf-8", html),
    "pdf": ("application/pdf", pdf),
    "json": (
        "application/json; charset=utf-8",
        lambda results, _language: as_json(results, software=SOFTWARE),
    ),
}


@require_GET
def report_page(request: HttpRequest, study_id: UUID, extract_id: UUID) -> HttpResponse:
    """The report in the language of its reader."""
    opened = open_study(request, study_id, *WORKERS)
    extract = extract_for(opened, extract_id)
    body = html(_results(extract.text), get_language() or "da", standalone=False)
    context = {"opened": opened, "study": opened.study, "extract": extract, "body": body}
    return render(request, "studies/report.html", context)


@require_GET
def report_file(request: HttpRequest, study_id: UUID, extract_id: UUID, form: str) -> HttpResponse:
    """The report as a file that needs no other; the same bytes as the command makes of the extract."""
    opened = open_study(request, study_id, *WORKERS)
    extract = extract_for(opened, extract_id)
    if form not in FORMS:
        raise NotAllowed("no such form of a report")
    kind, write = FORMS[form]
    response = HttpResponse(write(_results(extract.text), get_language() or "da"), content_type=kind)
    name = f"sammetag-{extract.cut_on.isoformat()}-{extract.sha256[:8]}.{form}"
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    return response


@lru_cache(maxsize=4)
def _results(text: str) -> Results:
    """An extract never changes, and its redraws take seconds: whoever reads on does not wait again."""
    return analyse(extract_from(text))
