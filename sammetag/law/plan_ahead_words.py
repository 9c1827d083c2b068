"""The sentences with which the rules on how far the plan must reach explain themselves."""

from __future__ import annotations

from sammetag.words import Words

PLAN_TITLE = Words("planens længde", "how far ahead the plan must reach")

REACH = Words(
    "Tilbud og opfølgning fastlægges for mindst {months} måneder ad gangen, her mindst til og med "
    "{earliest}.",
    "Offers and follow-up are fixed for at least {months} months at a time, here at least until {earliest}.",
)
ENDS_BEFORE = Words(
    "Forløbet slutter {end}, så planen behøver ikke at række længere.",
    "The programme ends on {end}, so the plan need not reach further.",
)
UPDATED = Words("Planen skal opdateres løbende.", "The plan must be kept up to date.")
FITS = Words("Planen rækker til {until}. Det er langt nok.", "The plan reaches {until}. That is far enough.")
TOO_SHORT = Words(
    "Planen rækker kun til {until}. Fastlæg den mindst til og med {earliest}.",
    "The plan reaches only {until}. Fix it at least until {earliest}, that day included.",
)
RUN_OUT = Words(
    "Det, der er fastlagt, gik til {until}. Fastlæg de næste måneder sammen med borgeren.",
    "What was fixed reached {until}. Fix the next months together with the citizen.",
)
SHORT_PROGRAMME = Words(
    "De {months} måneder gælder ikke for jobafklaringsforløb, der i alt varer mindre end {months} måneder. "
    "Vurdér, om det er et af dem.",
    "The {months} months do not apply to job clarification programmes that last less than {months} months "
    "in all. Judge whether this is one of them.",
)
OUR_READING_OF_THE_END = Words(
    "Teksten siger ikke, hvad der gælder, når forløbet slutter inden for de 6 måneder. At planen så "
    "kun rækker til forløbets slutning, er vores læsning.",
    "The text does not say what holds where the programme ends within the 6 months. That the plan "
    "then reaches the end of the programme only is our reading.",
)
WHY_2026 = Words(
    "Reglen om 6 måneder stod i en bekendtgørelse, der blev ophævet den 1. februar 2026 uden en "
    "overgangsregel. Det er ikke vist, om den stadig gælder for ressourceforløb bevilget før.",
    "The rule on 6 months stood in an executive order that was repealed on 1 February 2026 without a saving "
    "clause. Whether it still holds for programmes granted before has not been shown.",
)
WHY_JULY_2026 = Words(
    "Reglerne blev ændret den 1. juli 2026, og det er ikke læst, om planen stadig skal fastlægges for "
    "mindst 6 måneder ad gangen.",
    "The rules changed on 1 July 2026, and whether the plan must still be fixed for at least 6 months at a "
    "time has not been read.",
)
