"""Files that we hand out for a spreadsheet to open: the template, and the faults."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence

from django.utils.translation import gettext as _

from sammetag.intake.faults import Fault
from sammetag.intake.headings import Columns
from sammetag.intake.table import COMMENT
from sammetag.intake.values import protected

# Excel takes a file for UTF-8 by this sign, and opens it in columns by the semicolons.
BYTE_ORDER_MARK = "\ufeff"


def sheet(rows: Iterable[Sequence[object]]) -> bytes:
    """Rows as a file that Danish Excel opens as it is. No cell is one that a spreadsheet would run."""
    out = io.StringIO()
    writer = csv.writer(out, delimiter=";", lineterminator="\r\n")
    writer.writerows([protected(str(cell)) for cell in row] for row in rows)
    return (BYTE_ORDER_MARK + out.getvalue()).encode()


def template(columns: Columns) -> bytes:
    """The headings; under each what it means, and an example. Rows that begin with # are not read."""
    needed = _("%(meaning)s (skal udfyldes)")
    meanings = [needed % {"meaning": one.about} if one.required else str(one.about) for one in columns.each]
    examples = [column.example for column in columns.each]
    rows = ([column.name for column in columns.each], _commented(meanings), _commented(examples))
    return sheet(rows)


def _commented(cells: list[str]) -> list[str]:
    return [f"{COMMENT} {cells[0]}", *cells[1:]]


def faults(found: Iterable[Fault]) -> bytes:
    """Every fault with its row, its column, what is wrong and what to do."""
    heading = (_("Række"), _("Kolonne"), _("Hvad er galt"), _("Det kan du gøre"))
    return sheet([heading, *((one.row or "", one.column, one.what, one.remedy) for one in found)])
