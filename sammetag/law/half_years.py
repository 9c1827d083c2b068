"""Lengths that the acts give in half years, said as people say them."""

from __future__ import annotations

from sammetag.words import Words


def years_in_words(months: int) -> Words:
    """Say how long so many months are: 30 is '2½ år' and '2½ years'; others stay months ('31 måneder').

    Raises ValueError for fewer months than one.
    """
    if months < 1:
        raise ValueError(f"a length of {months} months cannot be said")
    years, rest = divmod(months, 12)
    if rest not in (0, 6) or not years:
        return Words(f"{months} måneder", f"{months} months")
    said = f"{years}½" if rest else str(years)
    return Words(f"{said} år", f"{said} year" if said == "1" else f"{said} years")
