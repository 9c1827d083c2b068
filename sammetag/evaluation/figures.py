"""How a number is written in a sentence."""

from __future__ import annotations

from sammetag.words import Words


def number(value: float) -> Words:
    """Give a number as people write it, without needless decimals: '52', and '12,5' and '12.5'."""
    text = f"{value:.10g}"
    return Words(text.replace(".", ","), text)
