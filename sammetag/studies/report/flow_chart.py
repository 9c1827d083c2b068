"""The flow of persons as a chart: what was listed, drawn, received and analysed, box below box."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from django.utils.safestring import SafeString

from sammetag.evaluation.trial.analysis import Results
from sammetag.evaluation.trial.arms import Arms
from sammetag.evaluation.trial.flow import ArmFlow, Counted
from sammetag.studies.report import drawing
from sammetag.studies.report.document import Figure, Table, row
from sammetag.studies.report.reasons import reason
from sammetag.studies.report.speech import Speech
from sammetag.words import Words

WIDTH, GAP, PADDING = 720.0, 26.0, 12.0

TITLE = Words("Hvad der blev af alle", "What became of everybody")
SHOWS = Words(
    "Et forløb oppefra og ned: {listed} på listerne, {refused} afvist, {drawn} trukket. {arms} Alle tal står "
    "i tabellen ved siden af.",
    "A flow from the top down: {listed} on the lists, {refused} refused, {drawn} drawn. {arms} All numbers "
    "stand in the table beside.",
)
OF_ARM = Words(
    "{arm}: {drawn} trukket, {excluded} udelukket, {analysed} regnet med.",
    "{arm}: {drawn} drawn, {excluded} excluded, {analysed} analysed.",
)
LISTED, REFUSED = (
    Words("På listerne", "On the lists"),
    Words("Afvist før lodtrækningen", "Refused before the draw"),
)
DRAWN = Words("Trukket", "Drawn")
AS_DRAWN = Words("Fik det, de blev trukket til", "Received as drawn")
OTHER = Words("Fik: {arm}", "Received: {arm}")
RECEIVED_OTHER = Words("Fik en anden gruppes indsats", "Received another arm's treatment")
NOTHING = Words("Fik ingen af delene", "Received neither")
EXCLUDED = Words("Udelukket efter lodtrækningen", "Excluded after the draw")
LEFT = Words("Forlod forsøget, regnet med til da", "Left, analysed until then")
UNKNOWN = Words("Hovedmålet er ikke kendt", "Primary outcome not known")
ANALYSED = Words("Regnet med", "Analysed")
ALL = Words("I alt", "In all")
WHAT = Words("Hvad", "What")
REASON = Words("– {why}", "– {why}")

Line = tuple[str, int, bool]


@dataclass(frozen=True)
class Box:
    """A box of the chart: its lines, where it is, how wide; the number of a line stands at its right."""

    x: float
    y: float
    width: float
    lines: Sequence[Line]

    @property
    def height(self) -> float:
        """How high it is with all its lines."""
        return 2 * PADDING + drawing.LINE * sum(len(self.folded(one)) for one in self.lines)

    @property
    def middle(self) -> float:
        """The middle of its upper side."""
        return self.x + self.width / 2

    def folded(self, line: Line) -> list[str]:
        """The words of a line, as far as they fit."""
        return drawing.folded(line[0], self.width - 2 * PADDING - 40) or [""]

    def drawn(self) -> Iterator[SafeString]:
        """The box with its words."""
        yield drawing.box(self.x, self.y, self.width, self.height)
        y = self.y + PADDING
        for one in self.lines:
            for place, text in enumerate(self.folded(one)):
                y += drawing.LINE
                yield drawing.words(self.x + PADDING, y - 4, text, bold=one[2])
                if not place:
                    yield drawing.words(
                        self.x + self.width - PADDING, y - 4, str(one[1]), anchor="end", bold=one[2]
                    )


def flow_figure(results: Results, say: Speech) -> Figure:
    """The chart of a trial's flow, with the same numbers as a table."""
    flow, arms = results.flow, results.arms
    told = " ".join(
        say(
            OF_ARM,
            arm=arms.title(one.arm),
            drawn=one.drawn,
            excluded=_sum(one.excluded),
            analysed=one.analysed,
        )
        for one in flow.arms
    )
    what = say(SHOWS, listed=flow.listed, refused=_sum(flow.refused), drawn=flow.drawn, arms=told)
    boxes = list(_boxes(results, say))
    height = max(one.y + one.height for one in boxes) + 2
    title = say(TITLE)
    parts = (*(part for one in boxes for part in one.drawn()), *_lines(boxes))
    svg = drawing.drawing("flow", title, what, size=(WIDTH, height), parts=parts)
    return Figure("flow", title, what, svg, _table(results, say))


def _boxes(results: Results, say: Speech) -> Iterator[Box]:
    """The list, those refused beside it, those drawn, and a column of two boxes for each arm."""
    flow = results.flow
    half = (WIDTH - GAP) / 2
    listed = Box(0, 1, half, [(say(LISTED), flow.listed, True)])
    refused = Box(
        half + GAP, 1, half, [(say(REFUSED), _sum(flow.refused), True), *_reasons(flow.refused, say)]
    )
    drawn = Box(0, max(listed.height, refused.height) + GAP, half, [(say(DRAWN), flow.drawn, True)])
    yield from (listed, refused, drawn)
    width = (WIDTH - GAP * (len(flow.arms) - 1)) / len(flow.arms)
    y = drawn.y + drawn.height + GAP
    first = [
        Box((width + GAP) * place, y, width, _received(one, results.arms, say))
        for place, one in enumerate(flow.arms)
    ]
    below = max(one.y + one.height for one in first) + GAP
    yield from first
    for box, arm in zip(first, flow.arms, strict=True):
        yield Box(box.x, below, width, _analysed(arm, say))


def _received(one: ArmFlow, arms: Arms, say: Speech) -> list[Line]:
    other = [(say(OTHER, arm=arms.title(name)), count, False) for name, count in one.received_other]
    return [
        (arms.title(one.arm), one.drawn, True),
        (say(AS_DRAWN), one.received, False),
        *other,
        (say(NOTHING), one.received_nothing, False),
    ]


def _analysed(one: ArmFlow, say: Speech) -> list[Line]:
    return [
        (say(EXCLUDED), _sum(one.excluded), False),
        *_reasons(one.excluded, say),
        (say(LEFT), _sum(one.left), False),
        *_reasons(one.left, say),
        (say(UNKNOWN), one.unknown, False),
        (say(ANALYSED), one.analysed, True),
    ]


def _reasons(counted: Counted, say: Speech) -> list[Line]:
    return [(say(REASON, why=reason(why, say)), count, False) for why, count in counted]


def _lines(boxes: Sequence[Box]) -> Iterator[SafeString]:
    listed, refused, drawn, *columns = boxes
    yield drawing.line((listed.middle, listed.y + listed.height), (drawn.middle, drawn.y))
    beside = listed.y + listed.height / 2
    yield drawing.line((listed.x + listed.width, beside), (refused.x, beside))
    first = columns[: len(columns) // 2]
    middle = drawn.y + drawn.height + GAP / 2
    yield drawing.line((drawn.middle, drawn.y + drawn.height), (drawn.middle, middle))
    ends = sorted((drawn.middle, *(one.middle for one in first)))
    yield drawing.line((ends[0], middle), (ends[-1], middle))
    for above, below in zip(first, columns[len(first) :], strict=True):
        yield drawing.line((above.middle, middle), (above.middle, above.y))
        yield drawing.line((above.middle, above.y + above.height), (above.middle, below.y))


def _table(results: Results, say: Speech) -> Table:
    flow, arms = results.flow, results.arms
    head = (say(WHAT), say(ALL), *(arms.title(one.arm) for one in flow.arms))
    counts: list[tuple[Words, list[int]]] = [
        (DRAWN, [one.drawn for one in flow.arms]),
        (AS_DRAWN, [one.received for one in flow.arms]),
        (RECEIVED_OTHER, [_sum(one.received_other) for one in flow.arms]),
        (NOTHING, [one.received_nothing for one in flow.arms]),
        (EXCLUDED, [_sum(one.excluded) for one in flow.arms]),
        (LEFT, [_sum(one.left) for one in flow.arms]),
        (UNKNOWN, [one.unknown for one in flow.arms]),
        (ANALYSED, [one.analysed for one in flow.arms]),
    ]
    empty = [""] * len(flow.arms)
    before = (
        row(say(LISTED), str(flow.listed), *empty),
        row(say(REFUSED), str(_sum(flow.refused)), *empty),
    )
    rows = tuple(row(say(what), str(sum(each)), *map(str, each)) for what, each in counts)
    return Table("", head, (*before, *rows))


def _sum(counted: Counted) -> int:
    return sum(count for _why, count in counted)
