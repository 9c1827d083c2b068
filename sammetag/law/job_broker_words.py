"""The sentences with which the rules on the right to a job broker explain themselves."""

from __future__ import annotations

from sammetag.words import Words

JOB_BROKER_TITLE = Words("retten til en jobformidler", "the right to a job broker")

EVERYONE = Words(
    "Alle i et ressourceforløb har ret til en personlig jobformidler.",
    "Everyone in a ressourceforløb has a right to a personal job broker.",
)
HAS_ONE = Words("Borgeren har en jobformidler.", "The citizen has a job broker.")
HAS_NONE = Words(
    "Borgeren har ingen jobformidler. Find ud af, om borgeren ønsker en, og sæt navn på.",
    "The citizen has no job broker. Find out whether the citizen wants one, and name the person.",
)
NOT_KNOWN_WHETHER = Words(
    "Sagen fortæller ikke, om borgeren har en jobformidler. Skriv det i sagen.",
    "The case does not tell whether the citizen has a job broker. Write it in the case.",
)
BROKER_TASKS = Words(
    "Jobformidleren hjælper med at finde et match til ordinære løntimer eller et virksomhedsrettet tilbud og "
    "arbejder sammen med den koordinerende sagsbehandler.",
    "The job broker helps to find a match for ordinary paid hours or a company-based offer, and works with "
    "the coordinating caseworker.",
)
IN_MY_PLAN = Words(
    "Jobformidlerens navn, kontaktdata og rolle og det, der er aftalt, skal stå i Min Plan.",
    "The job broker's name, contact and role, and what has been agreed, must stand in My Plan.",
)
MY_PLAN_REPEALED = Words(
    "Kravet om, at jobformidlerens navn, kontaktdata, rolle og aftaler skal stå i Min Plan, stod i BEK "
    "1708/2024, som blev ophævet {since}. Det er ikke vist, at det stadig gælder. Kontrollér det, før du "
    "handler.",
    "The demand that the job broker's name, contact, role and agreements stand in My Plan was in BEK "
    "1708/2024, which was repealed on {since}. That it still holds has not been shown. Check it before you "
    "act.",
)
NOTE_2026 = Words(
    "For forløb bevilget senest den 31. januar 2026 gælder loven stadig. Men bekendtgørelsen om, hvad der "
    "skal stå i Min Plan, blev ophævet uden en overgangsregel, og LOV 1750/2025 § 21 er ikke læst i sin "
    "helhed.",
    "For programmes granted by 31 January 2026 the act still holds. But the order on what must stand in My "
    "Plan was repealed without a saving clause, and LOV 1750/2025 § 21 has not been read in full.",
)

TOLD = {
    True: Words(
        "Borgeren har ret til en jobformidler og har en.",
        "The citizen has a right to a job broker and has one.",
    ),
    False: Words(
        "Borgeren har ret til en jobformidler og skal have en, hvis borgeren ønsker det.",
        "The citizen has a right to a job broker and is to have one if they wish.",
    ),
    None: Words("Borgeren har ret til en jobformidler.", "The citizen has a right to a job broker."),
}
TOLD_NO_RIGHT = Words(
    "Borgeren har ikke ret til en jobformidler.", "The citizen has no right to a job broker."
)
