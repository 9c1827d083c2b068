"""The whole report as a document in one language."""

from __future__ import annotations

from sammetag.evaluation.trial.analysis import Results
from sammetag.studies.report.course import course_section
from sammetag.studies.report.document import Document
from sammetag.studies.report.opening import answer_section, balance_section, flow_section
from sammetag.studies.report.outcome_section import outcomes_section
from sammetag.studies.report.sources import sources_section
from sammetag.studies.report.speech import Speech
from sammetag.studies.report.told_by_people import inside_section
from sammetag.words import Words

LEAD = Words(
    "Evaluering af et lodtrækningsforsøg. Data til og med {day}.",
    "Evaluation of a randomised trial. Data until {day}.",
)
CONTENTS = Words("Indhold", "Contents")


def document_of(results: Results, language: str, *, software: str) -> Document:
    """The report in 'da' or 'en'; Danish for a language we do not have."""
    say, cut = Speech(language), results.extract.cut_on
    sections = (
        answer_section(results, say),
        flow_section(results, say),
        balance_section(results, say),
        outcomes_section(results, say),
        course_section(results, say),
        inside_section(results, say),
        sources_section(results, say, software=software),
    )
    return Document(
        language=say.language,
        title=results.extract.title,
        lead=say(LEAD, day=cut),
        contents=say(CONTENTS),
        sections=sections,
        day=(cut.year, cut.month, cut.day),
    )
