"""The report of a trial: the same document as a page and as a tagged PDF, in Danish or English."""

from sammetag.studies.report.hypertext import html
from sammetag.studies.report.typeset import pdf
from sammetag.studies.report.version import SOFTWARE

__all__ = ["SOFTWARE", "html", "pdf"]
