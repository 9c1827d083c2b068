"""On which days a programme can be granted, and what is said of a grant on any other day."""

from __future__ import annotations

from datetime import date

from sammetag.law.act_of_2022 import refuse_closed
from sammetag.law.answer import Topic
from sammetag.law.errors import NotInForce
from sammetag.law.schemes import JOBAFKLARINGSFORLOEB, RESSOURCEFORLOEB, scheme_name
from sammetag.words import Words

FIRST_GRANTS = {RESSOURCEFORLOEB: date(2013, 1, 1), JOBAFKLARINGSFORLOEB: date(2014, 7, 1)}

_BEFORE_THE_SCHEME = Words(
    "Ordningen {scheme} kunne først bevilges fra og med {first}, men bevillingsdagen er {granted}. "
    "Kontrollér bevillingsdagen i sagen.",
    "The scheme '{scheme}' could be granted from {first} only, but the day of the grant is {granted}. Check "
    "the day of the grant in the case.",
)


def require_possible(topic: Topic, scheme: str, granted_on: date) -> None:
    """Raise NotInForce for a grant before the scheme began or after it was closed for new ones."""
    first = FIRST_GRANTS.get(scheme)
    if first is not None and granted_on < first:
        told = {"scheme": scheme_name(scheme), "first": first, "granted": granted_on}
        technical = f"{topic.name} covers no grant of {scheme} on {granted_on}"
        raise NotInForce(_BEFORE_THE_SCHEME.filled(**told), technical)
    if scheme == RESSOURCEFORLOEB:
        refuse_closed(topic, granted_on)
