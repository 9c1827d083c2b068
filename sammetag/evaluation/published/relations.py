"""How the figures of a report hang together: relations, each about one figure or all of a pattern."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from fractions import Fraction
from typing import Any

from sammetag.evaluation.errors import InputRefused
from sammetag.evaluation.published.figures import IN_WORDS, Figure, Figures
from sammetag.evaluation.published.kinds import KINDS, Holds, as_list
from sammetag.evaluation.published.patterns import Binding, Pattern
from sammetag.evaluation.published.verdicts import Finding, Hedge
from sammetag.words import Words

_NO_NUMBER = Words(
    "»{id}« er en tekst og ikke et tal, så der kan ikke regnes med det. Ret sammenhængen.",
    "'{id}' is a text and no number, so it cannot be worked with. Correct the relation.",
)


class Lacking(KeyError):
    """A relation is about a figure that the file does not have."""


@dataclass(frozen=True, slots=True)
class Relation:
    """One relation as it is written.

    `about` and `fields` are what its kind takes; `bound_by` is the pattern whose names say how many figures
    it is about; `skip` is what no name may stand for, `but` what no star may. `unsure` says how else it
    can be read where it does not hold; `remark` is said beside it.
    """

    kind: str
    about: object
    fields: Mapping[str, object]
    bound_by: Pattern
    skip: tuple[str, ...] = ()
    but: tuple[str, ...] = ()
    unsure: Words | None = None
    remark: Words | None = None

    def findings(self, figures: Figures) -> Iterator[Finding | None]:
        """Check it wherever it applies; None stands where figures that it needs are not there."""
        bindings = self.bound_by.bindings(figures, self.skip) if self.bound_by.names else ({},)
        if not bindings:
            yield None
        for binding in bindings:
            yield self._finding(_Meant(figures, binding, self.but, KINDS[self.kind].of_numbers))

    def _finding(self, meant: _Meant) -> Finding | None:
        kind = KINDS[self.kind]
        try:
            about = meant.value(kind.about, self.about)
            fields = {name: meant.value(kind.fields[name], one) for name, one in self.fields.items()}
        except Lacking:
            return None
        finding = kind.check(about, **fields)
        if self.unsure:
            finding = finding.doubted(self.unsure)
        return replace(finding, remark=self.remark) if self.remark else finding


@dataclass(frozen=True, slots=True)
class _Meant:
    """What the fields of a relation mean in a file of figures, under one binding of its names."""

    figures: Figures
    binding: Binding
    but: tuple[str, ...]
    of_numbers: bool

    def value(self, holds: Holds, value: Any) -> object:
        """Give the value of a field; raises Lacking for a figure that is not there."""
        meanings: dict[Holds, Callable[[Any], object]] = {
            Holds.FIGURE: lambda one: self._figures(one)[0],
            Holds.FIGURES: self._terms,
            Holds.TERMS: self._terms,
            Holds.TABLE: lambda rows: [self._terms(row) for row in rows],
            Holds.NUMBER: _exact,
            Holds.NUMBERS: lambda numbers: [_exact(one) for one in as_list(numbers)],
            Holds.DAYS: as_list,
            Holds.HEDGE: Hedge,
        }
        return meanings[holds](value) if holds in meanings else value

    def _terms(self, value: Any) -> list[Figure | Fraction]:
        found: list[Figure | Fraction] = []
        for one in as_list(value):
            found += self._figures(one) if isinstance(one, str) else [_exact(one)]
        return found

    def _figures(self, text: str) -> list[Figure]:
        ids = Pattern(text).matching(self.figures, self.binding, self.but)
        if not ids or not all(one in self.figures for one in ids):
            raise Lacking(text)
        found = [self.figures[one] for one in ids]
        for figure in found:
            if self.of_numbers and figure.unit == IN_WORDS:
                raise InputRefused(_NO_NUMBER.filled(id=figure.id), f"{figure.id} is no number")
        return found


def _exact(number: float) -> Fraction:
    """The number as it is written, and not as the nearest binary fraction."""
    return Fraction(str(number))
