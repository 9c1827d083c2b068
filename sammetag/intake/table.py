"""A table of words as a file of either kind gives it, and how much of one we take."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field

from django.utils.translation import gettext as _

from sammetag.design.wording import grouped_words
from sammetag.intake.faults import Fault, Unreadable

MOST_BYTES = 8 * 1024 * 1024
MOST_ROWS = 20_000
MOST_COLUMNS = 200
COMMENT = "#"


@dataclass(frozen=True)
class Row:
    """One row of the table. `number` is the one that a spreadsheet shows beside it.

    `spoiled` says, by the place of a cell, what is wrong with one that cannot be taken as it stands.
    """

    number: int
    cells: tuple[str, ...]
    spoiled: Mapping[int, tuple[str, str]] = field(default_factory=dict)

    @property
    def is_empty(self) -> bool:
        return not any(cell.strip() for cell in self.cells)

    @property
    def is_comment(self) -> bool:
        """Whether the row is for people alone. What a spreadsheet shows for a fault begins alike."""
        return 0 not in self.spoiled and self.cells[0].lstrip().startswith(COMMENT)


@dataclass(frozen=True)
class Table:
    """A heading and the rows under it, each with as many cells as the heading; and the rows that had not."""

    heading: Row
    rows: tuple[Row, ...]
    ragged: tuple[Fault, ...]


Fit = Callable[[Row, int], Row | Fault]


def table_of(records: Iterator[Row], fit: Fit) -> Table:
    """The table of these rows, of which none is empty or a comment; `fit` makes each as wide as the heading.

    Raises Unreadable where there is no heading, no row, or too much of either.
    """
    heading = heading_of(records)
    rows: list[Row] = []
    ragged: list[Fault] = []
    for row in records:
        if len(rows) + len(ragged) >= MOST_ROWS:
            raise Unreadable(
                _("Filen har flere end %(most)s rækker. Del den op, og indlæs delene hver for sig.")
                % {"most": grouped_words(MOST_ROWS)},
                "too many rows",
            )
        fitting = fit(row, len(heading.cells))
        if isinstance(fitting, Fault):
            ragged.append(fitting)
        else:
            rows.append(fitting)
    if not rows and not ragged:
        raise Unreadable(
            _("Filen har overskrifter, men ingen rækker. Skriv dem under overskrifterne."),
            "no rows",
        )
    return Table(heading, tuple(rows), tuple(ragged))


def heading_of(records: Iterator[Row]) -> Row:
    """The first of these rows; raises Unreadable where there is none, or one that is far too wide."""
    heading = next(records, None)
    if heading is None:
        raise Unreadable(
            _("Filen har ingen overskrifter. Hent skabelonen, og begynd med dens første række."), "no heading"
        )
    if len(heading.cells) > MOST_COLUMNS:
        raise Unreadable(
            _("Filen har flere end %(most)s kolonner. Hent skabelonen, og brug dens overskrifter.")
            % {"most": MOST_COLUMNS},
            "too many columns",
        )
    return heading


def too_large() -> Unreadable:
    """The refusal of a file that is too large to be read at all."""
    return Unreadable(
        _("Filen fylder mere end %(most)s MB. Del den op, og indlæs delene hver for sig.")
        % {"most": MOST_BYTES // (1024 * 1024)},
        "file too large",
    )
