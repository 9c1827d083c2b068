"""What a reform would change for a case and for a caseload: who is affected, how, who cannot be judged."""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from sammetag.law.answer import Book, Reason, Topic
from sammetag.law.case_facts import CaseFacts
from sammetag.law.case_question import CaseQuestion, Lacking
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
    not. `before` is None where the law has no such rule today.
    """

    topic: Topic
    verdict: Verdict
    before: Words | None = None
    after: Words | None = None
    reasons: tuple[Reason, ...] = ()
    lacks: tuple[str, ...] = ()
    why_not: Words | None = None


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
    """How many cases reforms affect, over all and by question, and how many lack which fact."""

    cases: int
    verdicts: Counter[Verdict]
    by_topic: dict[str, Counter[Verdict]]
    lacks: Counter[str]


@dataclass(frozen=True, slots=True)
class _Outcome:
    """What came of one question: what follows (`gist`), or why nothing is known to."""

    gist: Hashable
    told: Words | None = None
    reasons: tuple[Reason, ...] = ()
    refused: LawError | None = None


def impact(
    case: CaseFacts, on: date, *, under: ReformedBook, questions: Sequence[CaseQuestion]
) -> Impact | None:
    """Say what the reforms change for a case on a day; None where none of them is about such a case.

    `questions` are those of the law as it is; the reforms bring their own. Where both ask about one rule,
    that of the reform is asked, which knows what the reform must be told.
    """
    touched = {topic.name for reform in under.reforms for topic in reform.topics}
    brought = [question for reform in under.reforms for question in reform.questions]
    replaced = {question.topic.name for question in brought}
    kept = [question for question in questions if question.topic.name not in replaced]
    asked = [one for one in (*kept, *brought) if one.topic.name in touched]
    effects = [effect for one in asked if (effect := _effect(one, case, on, under))]
    return Impact(case.id, tuple(effects)) if effects else None


def count(impacts: Iterable[Impact | None]) -> ImpactCount:
    """Count over many cases; None stands for a case that the reforms are not about, and is unaffected."""
    verdicts: Counter[Verdict] = Counter()
    by_topic: dict[str, Counter[Verdict]] = {}
    lacks: Counter[str] = Counter()
    for one in impacts:
        verdicts[one.verdict if one else Verdict.UNAFFECTED] += 1
        for effect in one.effects if one else ():
            by_topic.setdefault(effect.topic.name, Counter())[effect.verdict] += 1
        lacks.update({field for effect in (one.effects if one else ()) for field in effect.lacks})
    return ImpactCount(verdicts.total(), verdicts, by_topic, lacks)


def _effect(question: CaseQuestion, case: CaseFacts, on: date, under: ReformedBook) -> Effect | None:
    after = _outcome(question, case, on, under)
    if after is None:
        return None
    before = _outcome(question, case, on, BOOK) or _Outcome(gist=False)
    unsettled = next((one for one in (after, before) if one.gist is None), None)
    if unsettled:
        return _not_judged(question.topic, before, after, unsettled)
    # What is told in the same words makes no difference to anybody.
    same = before.gist == after.gist or before.told == after.told
    verdict = Verdict.UNAFFECTED if same else Verdict.AFFECTED
    return Effect(question.topic, verdict, before.told, after.told, after.reasons)


def _not_judged(topic: Topic, before: _Outcome, after: _Outcome, unsettled: _Outcome) -> Effect:
    refused = unsettled.refused
    return Effect(
        topic,
        Verdict.NOT_JUDGED,
        before.told,
        after.told,
        unsettled.reasons,
        lacks=refused.fields if isinstance(refused, Lacking) else (),
        why_not=refused.sentence if refused else unsettled.told,
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
    return _Outcome(question.gist(answer.value), meaning(question, answer.value, book), answer.reasons)
