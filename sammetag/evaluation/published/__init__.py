"""Whether the numbers of a printed report add up.

    report = check(read_figures(path), read_relations())
    report.of(Verdict.MISMATCH)     -> the findings that do not, each with a careful sentence

`figures.csv` and `relations.yaml` come along: 777 numbers of three reports, and how they hang together. It
is said whether printed numbers agree with each other, never who erred.
"""

from sammetag.evaluation.published.checking import METHOD, Report, Unchecked, check
from sammetag.evaluation.published.figures import Figure, Figures, read_figures
from sammetag.evaluation.published.relation_file import Relations, read_relations
from sammetag.evaluation.published.verdicts import VERDICT_WORDS, Finding, Verdict

__all__ = [
    "METHOD",
    "VERDICT_WORDS",
    "Figure",
    "Figures",
    "Finding",
    "Relations",
    "Report",
    "Unchecked",
    "Verdict",
    "check",
    "read_figures",
    "read_relations",
]
