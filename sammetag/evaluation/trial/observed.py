"""Of whom an outcome is known: everybody with an observation that says something."""

from __future__ import annotations

from sammetag.evaluation.trial.extract import Extract, Observation
from sammetag.evaluation.trial.outcomes import Measure, indicator


def observed(extract: Extract, name: str) -> dict[str, Observation]:
    """Give what is known of an outcome, by person.

    A time whose day is not known still says that it came; a number or a category that is not told says
    nothing, and its person is missing.
    """
    kind = indicator(name)
    is_time = kind is not None and kind.measure is Measure.TIME
    found = (one for one in extract.observations if one.outcome == name)
    return {one.person: one for one in found if is_time or one.value is not None}
