"""Where the bars of one lane lie: rows that never overlap, and labels that never run over."""

from dataclasses import dataclass, replace

from sammetag.design.lettering import ELLIPSIS, Shelf, shorten, width_of
from sammetag.design.timeline import Bar, Picture
from sammetag.design.timescale import Scale

HEIGHT = 24.0
STEP = 28.0
LETTER = 12.0
NARROWEST = 4.0
MOST_ROWS_FOR_LABELS = 4
_PADDING = 7.0
_OUTSIDE = 6.0
_HATCH = 7.0
_POINT = 7.0


@dataclass(frozen=True)
class Label:
    """Words with a place: `x` is where they begin, end or have their middle, as `anchor` says."""

    x: float
    y: float
    words: str
    anchor: str = "start"

    @property
    def left(self) -> float:
        """Where the words begin, whatever the anchor."""
        share = {"start": 0.0, "middle": 0.5, "end": 1.0}[self.anchor]
        return self.x - share * width_of(self.words, LETTER)

    @property
    def right(self) -> float:
        """Where the words end, whatever the anchor."""
        return self.left + width_of(self.words, LETTER)


@dataclass(frozen=True)
class PlacedBar:
    """A bar with its row, outline and label."""

    bar: Bar
    row: int
    x: float
    y: float
    width: float
    outline: str
    hatch: str = ""
    label: Label | None = None
    label_inside: bool = True
    height: float = HEIGHT


@dataclass
class _Span:
    bar: Bar
    left: float
    right: float
    row: int = 0


def place_bars(bars: tuple[Bar, ...], picture: Picture, scale: Scale, *, top: float) -> tuple[PlacedBar, ...]:
    """The bars of one lane from `top` down, each intervention in one row where its stretches allow it."""
    spans = [_span(bar, picture, scale) for bar in bars]
    chains = _chains(sorted(spans, key=lambda span: (span.left, -span.right, span.bar.id)))
    if _stack(chains, scale, with_labels=True) > MOST_ROWS_FOR_LABELS:
        _stack(chains, scale, with_labels=False)
    placed = [_drawn(span, _next_left(span, spans, scale), picture, top) for span in spans]
    return tuple(_without_echo(item, placed) for item in placed)


def rows_in(placed: tuple[PlacedBar, ...]) -> int:
    """How many rows the bars take."""
    return max((item.row for item in placed), default=-1) + 1


def taken(placed: tuple[PlacedBar, ...]) -> Shelf:
    """The line on which bars of one row and their labels lie."""
    shelf = Shelf()
    for item in placed:
        right = item.x + item.width
        shelf.take(item.x, max(right, item.label.right) if item.label else right)
    return shelf


def _span(bar: Bar, picture: Picture, scale: Scale) -> _Span:
    right = max(scale.end(picture.end_of(bar)), scale.left + NARROWEST)
    return _Span(bar, min(scale.start(bar.first), right - NARROWEST), right)


def _chains(spans: list[_Span]) -> list[list[_Span]]:
    """Stretches of one intervention that follow each other; those that overlap begin a chain of their own."""
    chains: list[list[_Span]] = []
    open_chain: dict[str, list[_Span]] = {}
    for span in spans:
        chain = open_chain.get(span.bar.stem)
        if chain is not None and span.left >= chain[-1].right:
            chain.append(span)
        else:
            open_chain[span.bar.stem] = [span]
            chains.append(open_chain[span.bar.stem])
    return chains


def _stack(chains: list[list[_Span]], scale: Scale, *, with_labels: bool) -> int:
    """Give each chain the row it follows most closely; answers how many rows that took."""
    ends: list[float] = []
    for chain in chains:
        free = [row for row, end in enumerate(ends) if end <= chain[0].left]
        row = max(free, key=lambda number: ends[number], default=len(ends))
        if row == len(ends):
            ends.append(0.0)
        ends[row] = chain[-1].right + (_wish(chain, scale) if with_labels else 0.0)
        for span in chain:
            span.row = row
    return len(ends)


def _wish(chain: list[_Span], scale: Scale) -> float:
    """The room a chain wants on its right because its label fits in none of its stretches."""
    last = chain[-1]
    wanted = width_of(last.bar.label, LETTER)
    if any(span.right - span.left >= wanted + 2 * _PADDING for span in chain):
        return 0.0
    room = wanted + 2 * _OUTSIDE
    return room if last.right + room <= scale.right else 0.0


def _next_left(span: _Span, spans: list[_Span], scale: Scale) -> float:
    later = (other.left for other in spans if other.row == span.row and other.left >= span.right)
    return min(later, default=scale.right)


def _drawn(span: _Span, next_left: float, picture: Picture, top: float) -> PlacedBar:
    y = top + span.row * STEP
    width = round(span.right - span.left - (1.0 if span.right - span.left > 2 * NARROWEST else 0.0), 1)
    goes_on = span.bar.last is None or span.bar.last > picture.last
    hatch = _hatch(span.left, y, width) if span.bar.state == "paused" else ""
    outline = _outline(span.left, y, width, pointed=goes_on)
    bare = PlacedBar(span.bar, span.row, span.left, y, width, outline, hatch)
    return _labelled(bare, next_left)


def _labelled(item: PlacedBar, next_left: float) -> PlacedBar:
    """Inside when it fits, outside on the right when that shows more, else as much as there is room for."""
    end = item.x + item.width
    within = shorten(item.bar.label, item.width - 2 * _PADDING, LETTER)
    beside = shorten(item.bar.label, next_left - end - 2 * _OUTSIDE, LETTER)
    inside = len(within) >= len(beside) and not (ELLIPSIS in within and beside == item.bar.label)
    words = within if inside else beside
    if not words:
        return item
    x = item.x + _PADDING if inside else end + _OUTSIDE
    return replace(item, label=Label(round(x, 1), item.y + HEIGHT / 2, words), label_inside=inside)


def _without_echo(item: PlacedBar, placed: list[PlacedBar]) -> PlacedBar:
    """A cut label is left out where another stretch of the same intervention says more of it."""
    if item.label is None or item.label.words == item.bar.label:
        return item
    said = len(item.label.words)
    twins = (other for other in placed if other is not item and _is_twin(other.bar, item.bar))
    better = any(
        other.label is not None and (ELLIPSIS not in other.label.words or len(other.label.words) > said)
        for other in twins
    )
    return replace(item, label=None) if better else item


def _is_twin(one: Bar, other: Bar) -> bool:
    first_words = {bar.label.split(" ")[0].strip(",") for bar in (one, other)}
    return one.stem == other.stem and len(first_words) == 1


def _outline(x: float, y: float, width: float, *, pointed: bool) -> str:
    """A rounded box; one that goes on ends in a point."""
    curve = min(3.0, width / 2)
    left, right, low = round(x + curve, 1), round(x + width, 1), y + HEIGHT
    back = f"H{left}q-{curve:g} 0-{curve:g}-{curve:g}V{y + curve:g}q0-{curve:g} {curve:g}-{curve:g}z"
    if pointed and width >= _POINT * 2:
        shoulder = right - _POINT
        return f"M{left} {y:g}H{shoulder:.1f}L{right} {y + HEIGHT / 2:g}L{shoulder:.1f} {low:g}{back}"
    turn = f"q{curve:g} 0 {curve:g} {curve:g}V{low - curve:g}q0 {curve:g}-{curve:g} {curve:g}"
    return f"M{left} {y:g}H{right - curve:.1f}{turn}{back}"


def _hatch(x: float, y: float, width: float) -> str:
    """Slanting lines cut off at the box, as one path."""
    lines = []
    offset = _HATCH - HEIGHT
    while offset < width:
        start, end = max(offset, 0.0), min(offset + HEIGHT, width)
        if end - start > 1:
            low = y + HEIGHT - (start - offset)
            lines.append(f"M{x + start:.1f} {low:.1f}l{end - start:.1f} {start - end:.1f}")
        offset += _HATCH
    return "".join(lines)
