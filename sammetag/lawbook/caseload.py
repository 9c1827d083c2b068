"""The running cases of a reader's units as the law asks of them, and what reforms come to in each."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from itertools import islice

from sammetag.access.person import Person
from sammetag.cases.models import Case
from sammetag.cases.queries import caseloads
from sammetag.duties.for_law import as_law_asks
from sammetag.duties.queries import facts_of
from sammetag.law.case_facts import CaseFacts
from sammetag.law.case_questions import QUESTIONS
from sammetag.law.impact import Effect, Impact, ImpactCount, Verdict, count, impact
from sammetag.law.reform import ReformedBook

# So many cases are held with all their facts at a time.
AT_ONCE = 500


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
    """What reforms come to in all the cases asked about: counted, and the affected ones that may be named.

    `named` are in the order of the cases; `unnamed` is how many more are affected.
    """

    on: date
    counted: ImpactCount
    named: list[CaseImpact]
    unnamed: int

    @property
    def affected(self) -> int:
        """How many something would be otherwise for."""
        return len(self.named) + self.unnamed

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


def as_the_law_asks(person: Person, cases: Iterable[Case], today: date) -> Iterator[tuple[Case, CaseFacts]]:
    """Each of these cases that has a running programme, with its facts.

    One query, and nine for every five hundred cases.
    """
    loads, remaining = caseloads(person), iter(cases)
    while some := list(islice(remaining, AT_ONCE)):
        by_id = {case.id: case for case in some}
        for facts in facts_of(person, some):
            case = by_id[facts.case_id]
            load = loads.get(case.coordinator_id) if case.coordinator_id else None
            if facts.under_way(today):
                yield case, as_law_asks(facts, case.citizen.born_on, today, coordinator_cases=load)


def caseload_impact(
    cases: Iterable[tuple[Case, CaseFacts]],
    on: date,
    *,
    under: ReformedBook,
    may_name: Callable[[Case], bool],
) -> CaseloadImpact:
    """What the reforms come to in these cases on a day; of a case that may not be named no more is kept."""
    affected: list[CaseImpact | None] = []

    def found() -> Iterator[Impact | None]:
        for case, facts in cases:
            one = CaseImpact(case, impact(facts, on, under=under, questions=QUESTIONS))
            if one.changes:
                affected.append(one if may_name(case) else None)
            yield one.found

    counted = count(found())
    named = [one for one in affected if one]
    return CaseloadImpact(on, counted, named, len(affected) - len(named))
