"""The sentences of the right to a health coordinator as proposed, and what both its versions are called."""

from __future__ import annotations

from sammetag.words import Words

PROPOSED_TITLE = Words(
    "Ret til sundhedskoordinator, som foreslået", "Right to a health coordinator, as proposed"
)
PROPOSED_WHAT = Words(
    "Er borgeren i tvivl, om et konkret beskæftigelsestilbud tager nok hensyn til helbredet, har borgeren "
    "ret til at få en sundhedskoordinator fra klinisk funktion inddraget, både før tilbuddet og undervejs.",
    "A citizen in doubt whether a given employment offer takes enough account of their health has a right "
    "to have a health coordinator of the clinical function brought in, both before the offer and during it.",
)
ENACTED_TITLE = Words(
    "Ret til sundhedskoordinator, som vedtaget", "Right to a health coordinator, as enacted"
)
ENACTED_WHAT = Words(
    "Mener borgeren, at et tilbud ikke tager nok hensyn til helbredet, har borgeren ret til en samtale med "
    "sundhedskoordinatoren og den koordinerende sagsbehandler. Bruges retten, før tilbuddet begynder, kan "
    "borgeren vente, til jobcentret har taget stilling.",
    "A citizen who finds that an offer does not take enough account of their health has a right to a talk "
    "with the health coordinator and the coordinating caseworker. If the right is used before the offer "
    "begins, the citizen may wait until the jobcentre has taken a view.",
)
BEYOND = Words(
    "Forslaget siger ikke, om tilbuddet kan vente imens, eller hvad der skal ske bagefter.",
    "The proposal does not say whether the offer may wait meanwhile, or what must happen afterwards.",
)

DEMAND = Words(
    "Er borgeren i tvivl, om et konkret tilbud tager nok hensyn til helbredet, har borgeren ret til at få "
    "en sundhedskoordinator inddraget, både inden tilbuddet begynder og undervejs.",
    "A citizen in doubt whether a given offer takes enough account of their health has a right to have a "
    "health coordinator brought in, both before the offer begins and during it.",
)
