"""The sentences with which the rules on the right to a health coordinator explain themselves."""

from __future__ import annotations

from sammetag.words import Words

HEALTH_COORDINATOR_TITLE = Words(
    "retten til en sundhedskoordinator ved et tilbud", "the right to a health coordinator about an offer"
)

DEMAND = Words(
    "Mener borgeren, at et beskæftigelsestilbud ikke tager nok hensyn til helbredet, har borgeren ret til en "
    "samtale med en sundhedskoordinator og den koordinerende sagsbehandler.",
    "A citizen who finds that an employment offer does not take enough account of their health has a right "
    "to a talk with a health coordinator and the coordinating caseworker.",
)
DOUBTS = Words(
    "Borgeren tvivler på, om et tilbud passer til helbredet.",
    "The citizen doubts that an offer suits their health.",
)
NO_OFFER = Words(
    "Borgeren er ikke i et tilbud og skal ikke til at begynde i et. Retten gælder kun et konkret tilbud.",
    "The citizen is not in an offer and is not about to begin one. The right is about a given offer only.",
)
NO_DOUBT = Words(
    "Borgeren tvivler ikke på, om tilbuddet passer til helbredet.",
    "The citizen does not doubt that the offer suits their health.",
)
NOT_KNOWN_OFFER = Words(
    "Sagen fortæller ikke, om borgeren er i et tilbud eller skal til at begynde i et. Skriv det i sagen.",
    "The case does not tell whether the citizen is in an offer or about to begin one. Write it in the case.",
)
NOT_KNOWN_DOUBT = Words(
    "Sagen fortæller ikke, om borgeren tvivler på, at tilbuddet passer til helbredet. Spørg borgeren.",
    "The case does not tell whether the citizen doubts that the offer suits their health. Ask the citizen.",
)
BROUGHT_IN = Words(
    "En sundhedskoordinator er inddraget.",
    "A health coordinator has been brought in.",
)
NOT_BROUGHT_IN = Words(
    "Ingen sundhedskoordinator er inddraget endnu. Få aftalt samtalen.",
    "No health coordinator has been brought in yet. Arrange the talk.",
)
NOT_KNOWN_WHETHER = Words(
    "Sagen fortæller ikke, om en sundhedskoordinator er inddraget. Skriv det i sagen.",
    "The case does not tell whether a health coordinator has been brought in. Write it in the case.",
)
MAY_WAIT = Words(
    "Retten er brugt, før tilbuddet begyndte. Borgeren behøver ikke begynde, før jobcentret har taget "
    "stilling til, om tilbuddet skal tilpasses.",
    "The right was used before the offer began. The citizen need not begin until the jobcentre has taken a "
    "view on whether the offer must be adjusted.",
)
MAY_NOT_WAIT = Words(
    "Tilbuddet var begyndt, da retten blev brugt. Loven siger ikke, at det så er sat i bero.",
    "The offer had begun when the right was used. The act does not say that it is then suspended.",
)
MAY_WAIT_UNSURE = Words(
    "Bruges retten, før tilbuddet begynder, behøver borgeren ikke begynde, før jobcentret har taget stilling "
    "til en tilpasning. For et tilbud, der er begyndt, siger loven ikke noget om at sætte det i bero.",
    "If the right is used before the offer begins, the citizen need not begin until the jobcentre has taken "
    "a view on adjusting it. Of an offer that has begun the act does not say that it is suspended.",
)
TALK = Words(
    "Jobformidleren kan tage sagsbehandlerens plads i samtalen, hvis kommunen finder det passende. "
    "Sundhedskoordinatoren skriver en udtalelse til sagen. Samtalen kan føre til, at tilbuddet tilpasses, "
    "eller til et andet tilbud.",
    "The job broker can take the caseworker's place in the talk where the municipality finds it suitable. "
    "The health coordinator writes a statement for the case. The talk can lead to the offer being adjusted, "
    "or to another offer.",
)
TOLD_IN_WRITING = Words(
    "Kommunen skal skriftligt fortælle om retten, senest når borgeren får det konkrete tilbud.",
    "The municipality must tell of the right in writing, by the time the citizen is given the offer.",
)
NOTE_2026 = Words(
    "BEK 2409/2021 blev ophævet den 1. februar 2026, men BEK 58/2026 § 1, stk. 3, lader den gælde videre for "
    "forløb bevilget senest den 31. januar 2026.",
    "BEK 2409/2021 was repealed on 1 February 2026, but BEK 58/2026 § 1 (3) lets it go on for programmes "
    "granted by 31 January 2026.",
)

TOLD = {
    True: Words(
        "Borgeren har ret til en sundhedskoordinator, og en er inddraget.",
        "The citizen has a right to a health coordinator, and one has been brought in.",
    ),
    False: Words(
        "Borgeren har ret til en sundhedskoordinator, og en skal inddrages.",
        "The citizen has a right to a health coordinator, and one is to be brought in.",
    ),
    None: Words(
        "Borgeren har ret til en sundhedskoordinator.", "The citizen has a right to a health coordinator."
    ),
}
TOLD_NO_RIGHT = Words(
    "Der er intet tilbud eller ingen tvivl, som giver ret til en sundhedskoordinator.",
    "There is no offer or no doubt that gives a right to a health coordinator.",
)
