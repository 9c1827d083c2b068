"""What became of everybody, from the lists to the figures; and whether each box adds up with the others.

A printed trial told of 223 persons drawn, 4 excluded and 218 analysed. One person is missing there, and a
flow that is added up says so before a reader has to.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from sammetag.evaluation.result import Method
from sammetag.evaluation.trial.arms import Arms
from sammetag.evaluation.trial.extract import DrawMade, Extract, PersonDrawn
from sammetag.evaluation.trial.observed import observed
from sammetag.words import Words

Counted = tuple[tuple[str, int], ...]

_NOT_LISTED = Words(
    "Lodtrækning {draw}: {listed} stod på listen, og {refused} blev afvist, så {due} skulle være trukket. "
    "Der er {drawn} i udtrækket. Find dem, før rapporten bruges.",
    "Draw {draw}: {listed} were on the list and {refused} were refused, so {due} should have been drawn. "
    "There are {drawn} in the extract. Find them before the report is used.",
)
_NOT_ANALYSED = Words(
    "{arm}: {drawn} trukket, {excluded} udelukket og {unknown} uden et kendt udfald giver {due}, men "
    "{analysed} er regnet med. Der er {apart} til forskel.",
    "{arm}: {drawn} drawn, {excluded} excluded and {unknown} without a known outcome leave {due}, but "
    "{analysed} are analysed. They differ by {apart}.",
)
_NOT_RECEIVED = Words(
    "{arm}: {drawn} trukket, men {received} er gjort rede for: som trukket, i en anden gruppe eller intet.",
    "{arm}: {drawn} drawn, but {received} are accounted for: as drawn, in another arm, or nothing.",
)
_NO_SUCH_DRAW = Words(
    "Personer, der er trukket i en lodtrækning, som udtrækket ikke kender: {count}.",
    "Persons drawn in a draw that the extract does not know: {count}.",
)
_NO_SUCH_PERSON = Words(
    "Udfald, der hører til personer, som udtrækket ikke kender: {count}.",
    "Outcomes that belong to persons whom the extract does not know: {count}.",
)
_TWICE = Words(
    "Personer, der står mere end én gang i udtrækket: {count}.",
    "Persons who stand in the extract more than once: {count}.",
)
_TOLD_TWICE = Words(
    "Udfald, der står mere end én gang for samme person: {count}. Det sidste er brugt.",
    "Outcomes that stand more than once for the same person: {count}. The last was used.",
)
METHOD = Method(
    Words(
        "Hver kasse er talt for sig, og det er regnet efter, at de går op: listen minus de afviste er de "
        "trukne, og de trukne minus de udelukkede og dem uden et kendt udfald er dem, der er regnet med.",
        "Each box was counted by itself, and it was checked that they add up: the list less those refused "
        "are those drawn, and those drawn less those excluded and without a known outcome are those "
        "analysed.",
    ),
    "Hopewell et al. (2025), CONSORT 2025, BMJ 388:e081123",
)


@dataclass(frozen=True, slots=True)
class ArmFlow:
    """What became of those drawn to an arm; `received_other` is told by the arm that they received.

    `unknown` are those not excluded of whom the primary outcome is not known; `left` are told apart from
    them, since who leaves is analysed until then.
    """

    arm: str
    drawn: int
    received: int
    received_other: Counted
    received_nothing: int
    excluded: Counted
    left: Counted
    unknown: int
    analysed: int


@dataclass(frozen=True, slots=True)
class Flow:
    """What became of everybody; `disagreements` has a sentence for each box that does not add up."""

    listed: int
    refused: Counted
    drawn: int
    arms: tuple[ArmFlow, ...]
    disagreements: tuple[Words, ...]
    method: Method = METHOD

    @property
    def excluded(self) -> int:
        """How many were excluded after the draw."""
        return sum(count for arm in self.arms for _why, count in arm.excluded)

    @property
    def analysed(self) -> int:
        """How many are in the figures."""
        return sum(arm.analysed for arm in self.arms)


def flow_of(extract: Extract, arms: Arms) -> Flow:
    """Say what became of everybody on the lists, and where the boxes do not add up."""
    primary = extract.protocol.primary or next(iter(extract.protocol.outcomes), None)
    known = set(observed(extract, primary.indicator)) if primary else set()
    by_arm = {arm.name: [one for one in extract.persons if one.drawn == arm.name] for arm in arms.every}
    of_arms = tuple(_arm(name, persons, known) for name, persons in by_arm.items())
    refused: Counter[str] = Counter()
    for draw in extract.draws:
        refused.update(dict(draw.refused))
    return Flow(
        listed=sum(draw.listed for draw in extract.draws),
        refused=_counted(refused),
        drawn=len(extract.persons),
        arms=of_arms,
        disagreements=(
            *draws_apart(extract.draws, extract.persons),
            *(words for one in of_arms for words in arm_apart(one, arms.title(one.arm))),
            *_strangers(extract),
        ),
    )


def draws_apart(draws: Iterable[DrawMade], persons: Iterable[PersonDrawn]) -> Iterator[Words]:
    """Say of each draw whose list, less those refused, is not those drawn, how far they are apart."""
    drawn = Counter(one.draw for one in persons)
    listed: Counter[int] = Counter()
    refused: Counter[int] = Counter()
    for one in draws:
        listed[one.number] += one.listed
        refused[one.number] += sum(count for _why, count in one.refused)
    for number in sorted(listed):
        due = listed[number] - refused[number]
        if due != drawn[number]:
            yield _NOT_LISTED.filled(
                draw=number, listed=listed[number], refused=refused[number], due=due, drawn=drawn[number]
            )
    if strange := sum(count for number, count in drawn.items() if number not in listed):
        yield _NO_SUCH_DRAW.filled(count=strange)


def arm_apart(flow: ArmFlow, title: str) -> Iterator[Words]:
    """Say of an arm which of its boxes do not add up."""
    excluded = sum(count for _why, count in flow.excluded)
    due = flow.drawn - excluded - flow.unknown
    if due != flow.analysed:
        yield _NOT_ANALYSED.filled(
            arm=title,
            drawn=flow.drawn,
            excluded=excluded,
            unknown=flow.unknown,
            due=due,
            analysed=flow.analysed,
            apart=abs(due - flow.analysed),
        )
    received = flow.received + flow.received_nothing + sum(count for _arm, count in flow.received_other)
    if received != flow.drawn:
        yield _NOT_RECEIVED.filled(arm=title, drawn=flow.drawn, received=received)


def _arm(name: str, persons: list[PersonDrawn], known: set[str]) -> ArmFlow:
    kept = [one for one in persons if not one.excluded]
    other = Counter(one.received for one in persons if one.received not in (None, name))
    return ArmFlow(
        arm=name,
        drawn=len(persons),
        received=sum(one.received == name for one in persons),
        received_other=_counted(Counter({str(arm): count for arm, count in other.items()})),
        received_nothing=sum(one.received is None for one in persons),
        excluded=_counted(Counter(one.excluded for one in persons if one.excluded)),
        left=_counted(Counter(one.left for one in kept if one.left)),
        unknown=sum(one.id not in known for one in kept),
        analysed=sum(one.id in known for one in kept),
    )


def _strangers(extract: Extract) -> Iterator[Words]:
    ids = Counter(one.id for one in extract.persons)
    if strange := sum(one.person not in ids for one in extract.observations):
        yield _NO_SUCH_PERSON.filled(count=strange)
    if twice := sum(count > 1 for count in ids.values()):
        yield _TWICE.filled(count=twice)
    told = Counter((one.person, one.outcome) for one in extract.observations)
    if again := sum(count > 1 for count in told.values()):
        yield _TOLD_TWICE.filled(count=again)


def _counted(counts: Counter[str]) -> Counted:
    """The most frequent first, and by name where there are as many."""
    return tuple(
        sorted(((why, count) for why, count in counts.items() if count), key=lambda one: (-one[1], one[0]))
    )
