"""The running cases of a reader's units as the law asks of them, and what reforms come to in each."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from sammetag.access.person import Person
from sammetag.cases.models import Case
from sammetag.cases.queries import caseloads
from sammetag.duties.for_law import as_law_asks
from sammetag.duties.queries import facts_of
from sammetag.law.case_facts import CaseFacts
from sammetag.law.case_questions import QUESTIONS
from sammetag.law.impact import Effect, Impact, ImpactCount, Verdict, count, impact
from sammetag.law.reform import ReformedBook


@dataclass(frozen=True)
class CaseImpact:
    """A case, and what the reforms change in it; none where they are not about such a case."""

    case: Case
    found: Impact | None

    @property
    def changes(self) -> list[Effect]:
        """What would be otherwise."""
        effects = self.found.effects if self.found else ()
        return [effect for effect in effects if effect.verdict is Verdict.AFFECTED]


@dataclass(frozen=True)
class CaseloadImpact:
    """What reforms come to in all the cases asked about; the affected in the order of their citizens."""

    on: date
    counted: ImpactCount
    affected: list[CaseImpact]

    @property
    def not_affected(self) -> int:
        """How many nothing changes for, those of other kinds included."""
        return self.counted.verdicts[Verdict.UNAFFECTED]

    @property
    def not_judged(self) -> int:
        """How many could not be judged for want of knowledge."""
        return self.counted.verdicts[Verdict.NOT_JUDGED]

    @property
    def lacks(self) -> list[tuple[str, int]]:
        """What the cases do not tell, with how many of them, the most first."""
        return Counter(self.counted.lacks).most_common()


def as_the_law_asks(person: Person, cases: Sequence[Case], today: date) -> list[tuple[Case, CaseFacts]]:
    """Each of these cases that has a running programme, with its facts. Eleven queries, however many."""
    by_id, loads = {case.id: case for case in cases}, caseloads(person)
    found = []
    for facts in facts_of(person, cases):
        case = by_id[facts.case_id]
        load = loads.get(case.coordinator_id) if case.coordinator_id else None
        if facts.under_way(today):
            told = as_law_asks(facts, case.citizen.born_on, today, coordinator_cases=load)
            found.append((case, told))
    return found


def caseload_impact(
    cases: Iterable[tuple[Case, CaseFacts]], on: date, *, under: ReformedBook
) -> CaseloadImpact:
    """What the reforms come to in these cases on a day."""
    found = [CaseImpact(case, impact(facts, on, under=under, questions=QUESTIONS)) for case, facts in cases]
    return CaseloadImpact(on, count(one.found for one in found), [one for one in found if one.changes])
