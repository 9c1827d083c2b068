"""What the rules of the act on better programmes (LOV 1160/2021) share: days, and the grants they cover."""

from __future__ import annotations

from datetime import date

from sammetag.law.answer import Source, Topic
from sammetag.law.duration_words import CLOSED
from sammetag.law.errors import NotInForce, NotKnown
from sammetag.words import Words

IN_FORCE = date(2022, 1, 1)
NO_NEW_GRANTS = date(2026, 2, 1)
TRANSITION_2022 = Source("LOV 1160/2021", "ikrafttræden og overgang", "Bedre ressourceforløb m.v.")
TRANSITION_2026 = Source("Ændringsloven", "§ 21, stk. 8", "LOV 1750/2025, jf. BEK 58/2026")

_GRANTED_BEFORE = Words(
    "Forløbet er bevilget {granted}. Det er ikke læst, om reglen om {title} også gælder for forløb bevilget "
    "før {first}. Slå reglen op, før du handler: {source}.",
    "The programme was granted on {granted}. Whether the rule on {title} also covers programmes granted "
    "before {first} has not been read. Look the rule up before you act: {source}.",
)


def require_covered(topic: Topic, scheme: str, granted_on: date) -> None:
    """Raise NotKnown for a grant before the act was in force, and NotInForce for one after the closing."""
    if granted_on < IN_FORCE:
        told = {"granted": granted_on, "first": IN_FORCE, "source": TRANSITION_2022, "title": topic.title}
        raise NotKnown(
            _GRANTED_BEFORE.filled(**told), f"{topic.name} is not known for a grant on {granted_on}"
        )
    refuse_closed(topic, granted_on)


def refuse_closed(topic: Topic, granted_on: date) -> None:
    """Raise NotInForce for a grant on a day when none could be given any more."""
    if granted_on >= NO_NEW_GRANTS:
        sentence = CLOSED.filled(since=NO_NEW_GRANTS, source=TRANSITION_2026)
        raise NotInForce(sentence, f"{topic.name} is not in force for a grant on {granted_on}")
