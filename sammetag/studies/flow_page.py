"""Who is in the trial: what became of everybody, how alike the arms are, who fell away and who got what."""

from __future__ import annotations

from dataclasses import replace
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import get_language
from django.views.decorators.http import require_GET

from sammetag.design.wording import told
from sammetag.evaluation.errors import InputRefused
from sammetag.evaluation.trial.analysis import analyse
from sammetag.evaluation.trial.extract import Extract
from sammetag.evaluation.trial.flow import flow_of
from sammetag.studies.extracting import extract_of
from sammetag.studies.opening import open_study
from sammetag.studies.report.course import course_section
from sammetag.studies.report.document import Items, Paragraph, Part, Section
from sammetag.studies.report.opening import APART, balance_section, flow_section
from sammetag.studies.report.speech import Speech

OF_PERSONS = ("leaving", "mixing", "deviations")


@require_GET
def flow_page(request: HttpRequest, study_id: UUID) -> HttpResponse:
    """The flow as it is today, for every member; no outcome is told here, so nobody can peek."""
    opened = open_study(request, study_id)
    extract = extract_of(opened, timezone.localdate())
    sections: list[Section] = []
    why_not = ""
    if extract.persons:
        try:
            sections = sections_of(extract, get_language() or "da")
        except InputRefused as refused:
            why_not = told(refused.sentence)
    context = {"opened": opened, "study": opened.study, "sections": sections, "why_not": why_not}
    return render(request, "studies/flow.html", context)


def sections_of(extract: Extract, language: str) -> list[Section]:
    """What the report tells of the persons, without any outcome. Raises InputRefused as the analysis does."""
    say = Speech(language)
    without = analyse(replace(extract, protocol=replace(extract.protocol, outcomes=())))
    results = replace(without, extract=extract, flow=flow_of(extract, without.arms), swapped=())
    parts: dict[str, Part] = {part.key: part for part in course_section(results, say).parts}
    of_persons = [
        Section(part.key, part.title, part.blocks) for key, part in parts.items() if key in OF_PERSONS
    ]
    flow = flow_section(results, say)
    apart = [Items(tuple(say(one) for one in results.flow.disagreements))]
    if results.flow.disagreements:
        flow = replace(flow, blocks=(Paragraph(say(APART), "warning"), *apart, *flow.blocks))
    return [flow, balance_section(results, say), *of_persons]
