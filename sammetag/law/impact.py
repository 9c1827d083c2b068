"""What a reform would change for a case and for a caseload: who is affected, how, who cannot be judged."""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from sammetag.law.answer import Book, Reason, Topic, Version
from sammetag.law.case_facts import CaseFacts
from sammetag.law.case_question import CaseQuestion, Lacking, Open
from sammetag.law.errors import LawError, NotInForce
from sammetag.law.reform import ReformedBook, meaning
from sammetag.law.registry import BOOK
from sammetag.words import Words


class Verdict(StrEnum):
    """Whether a case is AFFECTED, UNAFFECTED, or NOT_JUDGED since something that decides is not known."""

    AFFECTED = "affected"
    UNAFFECTED = "unaffected"
    NOT_JUDGED = "not_judged"


@dataclass(frozen=True, slots=True)
class Effect:
    """What becomes of one question of the law: how it stands today and under the reforms.

    `lacks` are the facts that the case does not tell, `why_not` why it was not judged; both only where it was
    not. `before` is None where the law has no such rule today. `version` is the one that answers under the
    reforms: its note says what of that is a reading of ours. None where none answers.
    """

    topic: Topic
    verdict: Verdict
    before: Words | None = None
    after: Words | None = None
    reasons: tuple[Reason, ...] = ()
    lacks: tuple[str, ...] = ()
    why_not: Words | None = None
    version: Version | None = None


@dataclass(frozen=True, slots=True)
class Impact:
    """What reforms come to in one case; `effects` leaves out the questions that are not for such a case."""

    case_id: str
    effects: tuple[Effect, ...]

    @property
    def verdict(self) -> Verdict:
        """Say whether anything is changed; what is not judged counts where nothing else is changed."""
        verdicts = {effect.verdict for effect in self.effects}
        for one in (Verdict.AFFECTED, Verdict.NOT_JUDGED):
            if one in verdicts:
                return one
        return Verdict.UNAFFECTED


@dataclass(frozen=True, slots=True)
class ImpactCount:
    """How many cases reforms affect, and how many lack which fact.

    `why_not` counts the sentences that say why, of those where no fact is lacking: what the law or the reform
    does not say, or nobody has read.
    """

    cases: int
    verdicts: Counter[Verdict]
    lacks: Counter[str]
    why_not: Counter[Words]


@dataclass(frozen=True, slots=True)
class _Outcome:
    """What came of one question: what follows (`gist`), or why nothing is known to."""

    gist: Hashable
    told: Words | None = None
    reasons: tuple[Reason, ...] = ()
    version: Version | None = None
    refused: LawError | None = None
    open: Open | None = None

    @property
    def lacks(self) -> tuple[str, ...]:
        """Give the facts that would settle it."""
        if isinstance(self.refused, Lacking):
            return self.refused.fields
        return self.open.lacks if self.open else ()

    def left_open_like(self, other: _Outcome) -> bool:
        """Say whether both are open in the same way, so that they come out alike whatever is found out."""
        return self.open is not None and other.open is not None and self.open.gist == other.open.gist


def impact(
    case: CaseFacts, on: date, *, under: ReformedBook, questions: Sequence[CaseQuestion]
) -> Impact | None:
    """Say what the reforms change for a case on a day; None where none of them is about such a case.

    `questions` are those of the law as it is; the reforms bring their own.
    """
    asked = under.touched(questions, scheme=case.scheme)
    effects = [effect for one in asked if (effect := _effect(one, case, on, under))]
    return Impact(case.id, tuple(effects)) if effects else None


def count(impacts: Iterable[Impact | None]) -> ImpactCount:
    """Count over many cases; None stands for a case that the reforms are not about, and is unaffected."""
    verdicts: Counter[Verdict] = Counter()
    lacks: Counter[str] = Counter()
    why_not: Counter[Words] = Counter()
    for one in impacts:
        verdicts[one.verdict if one else Verdict.UNAFFECTED] += 1
        effects = one.effects if one else ()
        lacks.update({field for effect in effects for field in effect.lacks})
        why_not.update({one.why_not for one in effects if one.why_not and not one.lacks})
    return ImpactCount(verdicts.total(), verdicts, lacks, why_not)


def _effect(question: CaseQuestion, case: CaseFacts, on: date, under: ReformedBook) -> Effect | None:
    after = _outcome(question, case, on, under)
    if after is None:
        return None
    before = _outcome(question, case, on, BOOK) or _Outcome(gist=False)
    unsettled = [one for one in (after, before) if one.gist is None]
    if unsettled and not before.left_open_like(after):
        return _not_judged(question.topic, before, after, unsettled)
    # What is told in the same words makes no difference to anybody.
    same = before.gist == after.gist or before.told == after.told
    verdict = Verdict.UNAFFECTED if same else Verdict.AFFECTED
    return Effect(question.topic, verdict, before.told, after.told, after.reasons, version=after.version)


def _not_judged(topic: Topic, before: _Outcome, after: _Outcome, unsettled: list[_Outcome]) -> Effect:
    first = unsettled[0]
    return Effect(
        topic,
        Verdict.NOT_JUDGED,
        before.told,
        after.told,
        first.reasons,
        lacks=tuple(dict.fromkeys(path for one in unsettled for path in one.lacks)),
        why_not=first.refused.sentence if first.refused else first.told,
        version=after.version,
    )


def _outcome(question: CaseQuestion, case: CaseFacts, on: date, book: Book) -> _Outcome | None:
    """What comes of a question; None where it is not for such a case. No rule demands nothing."""
    try:
        answer = question.ask(case, on, book)
    except NotInForce as refused:
        return _Outcome(gist=False, refused=refused)
    except LawError as refused:
        return _Outcome(gist=None, refused=refused)
    if answer is None:
        return None
    value = answer.value
    gist, told = question.gist(value), meaning(question, value, book)
    leaves_open = question.leaves_open if gist is None else None
    left = leaves_open(case, value) if leaves_open else None
    return _Outcome(gist, told, answer.reasons, answer.version, open=left)
