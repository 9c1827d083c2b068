"""Whether the difference that a trial was said to be able to show is the one that its size allows."""

from __future__ import annotations

from fractions import Fraction

from sammetag.evaluation.errors import InputRefused
from sammetag.evaluation.power import detectable_share
from sammetag.evaluation.published.figures import Figure
from sammetag.evaluation.published.rounding import in_words
from sammetag.evaluation.published.verdicts import Expected, Finding, found
from sammetag.evaluation.result import Undefined
from sammetag.words import Words

_DETECTABLE = Words(
    "Med {size} i hver gruppe, {control} procent i den ene, styrke {power} procent og tosidet "
    "signifikansniveau {level} procent kan {expected} procent i den anden påvises",
    "With {size} in each group, {control} per cent in one, power {power} per cent and two-sided "
    "significance level {level} per cent, {expected} per cent in the other can be detected",
)
_NO_SHARE = Words(
    "»{id}«: ingen andel kan påvises med de tal. Kontrollér gruppens størrelse og andelen.",
    "'{id}': no share can be detected with those figures. Check the size of the group and the share.",
)


def detectable(figure: Figure, *, control: Figure, size: Figure, power: Fraction, level: Fraction) -> Finding:
    """Say whether a printed share is the smallest above the control's that a trial can detect.

    `size` is how many are in each group; `power` and `level` are in per cent. Raises InputRefused
    where none can be detected.
    """
    per_group = int(size.value)
    try:
        reached = detectable_share(
            float(control.value / 100),
            (per_group, per_group),
            power=float(power / 100),
            level=float(1 - level / 100),
        )
    except InputRefused as fault:
        raise _no_share(figure) from fault
    if isinstance(reached, Undefined):
        raise _no_share(figure)
    said = {
        "size": size.words,
        "control": control.words,
        "power": in_words(power, 0),
        "level": in_words(level, 0),
    }
    expected = Expected.exact(Fraction(100 * reached.treated))
    return found(figure, expected, _DETECTABLE, behind=[control, size], said=said)


def _no_share(figure: Figure) -> InputRefused:
    return InputRefused(_NO_SHARE.filled(id=figure.id), f"no detectable share for {figure.id}")
