"""Whether the numbers of a printed report add up: every relation checked, and what none is about."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from sammetag.evaluation.published.figures import Figure, Figures
from sammetag.evaluation.published.relation_file import Relations
from sammetag.evaluation.published.verdicts import Finding, Verdict
from sammetag.evaluation.result import Method
from sammetag.words import Words

METHOD = Method(
    Words(
        "Hvert trykt tal regnes efter af de tal, det hviler på, i eksakte brøker, og rundes som trykt. Et "
        "tal, der selv er rundet, tæller for alt, det kan stå for. Kontrollen siger, om de trykte tal "
        "passer indbyrdes; ikke hvilket af dem der er forkert, eller hvorfor.",
        "Each printed number is worked out from those it rests on, in exact fractions, and rounded as "
        "printed. A number that is rounded itself counts for all it can stand for. The check says whether "
        "the printed numbers agree with each other; not which of them is wrong, or why.",
    ),
    "Nuijten et al., The prevalence of statistical reporting errors in psychology, Behav Res 48 (2016)",
)


@dataclass(frozen=True, slots=True)
class Unchecked:
    """Figures that nothing was checked about, and why; None where nobody has said why."""

    because: Words | None
    figures: tuple[Figure, ...]


@dataclass(frozen=True, slots=True)
class Report:
    """What the check came to.

    `findings` in the order of the figures; `unchecked` by reason; `not_applied` is how often figures that a
    relation needs were not in the file; `reports` what the printed reports are called.
    """

    figures: Figures
    findings: tuple[Finding, ...]
    unchecked: tuple[Unchecked, ...]
    not_applied: int
    reports: Mapping[str, Words]
    method: Method = METHOD
    warnings: tuple[Words, ...] = ()

    @property
    def counts(self) -> Mapping[Verdict, int]:
        """Give how many findings there are of each verdict."""
        seen = Counter(finding.verdict for finding in self.findings)
        return {verdict: seen[verdict] for verdict in Verdict}

    @property
    def checked(self) -> int:
        """Give how many figures some check is about."""
        return len(self.figures) - sum(len(one.figures) for one in self.unchecked)

    def of(self, verdict: Verdict) -> tuple[Finding, ...]:
        """Give the findings of one verdict."""
        return tuple(finding for finding in self.findings if finding.verdict is verdict)


def check(figures: Figures, relations: Relations) -> Report:
    """Check every relation that the figures have, and say which figures have none.

    Raises InputRefused where a figure cannot be what a relation takes it for.
    """
    found = [one for relation in relations.relations for one in relation.findings(figures)]
    findings = [finding for finding in found if finding]
    place = {name: number for number, name in enumerate(figures)}
    findings.sort(key=lambda finding: place[finding.figure.id])
    unchecked = _unchecked(figures, findings, relations)
    return Report(figures, tuple(findings), unchecked, found.count(None), relations.reports or {})


def _unchecked(figures: Figures, findings: list[Finding], relations: Relations) -> tuple[Unchecked, ...]:
    left = dict(figures)
    for finding in findings:
        for figure in (finding.figure, *finding.behind):
            left.pop(figure.id, None)
    found = []
    for one in relations.not_checked:
        meant = [name for pattern in one.figures for name in pattern.matching(left, {})]
        told = tuple(left.pop(name) for name in meant if name in left)
        if told:
            found.append(Unchecked(one.because, told))
    if left:
        found.append(Unchecked(None, tuple(left.values())))
    return tuple(found)
