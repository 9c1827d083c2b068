"""Printed figures for the tests, without a file."""

from __future__ import annotations

from fractions import Fraction

from sammetag.evaluation.published import Figure


def count(value: int, name: str = "count") -> Figure:
    """A printed count."""
    return Figure(name, "900", "Tabel 1", name, "count", str(value), Fraction(value))


def printed(text: str, unit: str = "pct", name: str = "figure") -> Figure:
    """A printed number, with its decimals and a Danish comma."""
    value = Fraction(text.replace(",", "."))
    return Figure(name, "900", "Tabel 1", name, unit, text, value, len(text.partition(",")[2]))


def stretch(text: str) -> Figure:
    """A printed stretch of time."""
    return Figure("stretch", "900", "Tabel 1", "stretch", "text", text, Fraction(0))
