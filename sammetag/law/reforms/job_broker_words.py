"""The sentences of the right to a job broker as proposed, and what both its versions are called."""

from __future__ import annotations

from sammetag.words import Words

PROPOSED_TITLE = Words("Ret til jobformidler, som foreslået", "Right to a job broker, as proposed")
PROPOSED_WHAT = Words(
    "Har rehabiliteringsteamet indstillet til en virksomhedsrettet indsats, har borgeren ret til en "
    "jobformidler, der kender det lokale arbejdsmarked.",
    "Where the rehabilitation team has recommended a company-based effort, the citizen has a right to a job "
    "broker who knows the local labour market.",
)
ENACTED_TITLE = Words("Ret til jobformidler, som vedtaget", "Right to a job broker, as enacted")
ENACTED_WHAT = Words(
    "Alle i et ressourceforløb har ret til en personlig jobformidler, uanset hvad teamet har indstillet.",
    "Everyone in a ressourceforløb has a right to a personal job broker, whatever the team has recommended.",
)
BEYOND = Words(
    "Hvor meget tid en jobformidler skal have, og om virksomheder kan findes, siger forslaget ikke.",
    "How much time a job broker must have, and whether companies can be found, the proposal does not say.",
)

DEMAND = Words(
    "Har rehabiliteringsteamet indstillet til en virksomhedsrettet indsats, har borgeren ret til en "
    "jobformidler.",
    "Where the rehabilitation team has recommended a company-based effort, the citizen has a right to a job "
    "broker.",
)
RECOMMENDED = Words(
    "Teamet har indstillet til en virksomhedsrettet indsats.",
    "The team has recommended a company-based effort.",
)
NOT_RECOMMENDED = Words(
    "Teamet har ikke indstillet til en virksomhedsrettet indsats.",
    "The team has not recommended a company-based effort.",
)
NOT_KNOWN_RECOMMENDED = Words(
    "Sagen fortæller ikke, om teamet har indstillet til en virksomhedsrettet indsats. Se i indstillingen.",
    "The case does not tell whether the team has recommended a company-based effort. Look in the "
    "recommendation.",
)
PROPOSED_TASKS = Words(
    "Jobformidleren kender det lokale arbejdsmarked, tager den kontakt, der skal til for at finde et match, "
    "og støtter borgeren i at blive på virksomheden.",
    "The job broker knows the local labour market, makes the contact that a match needs, and supports the "
    "citizen in staying with the company.",
)
