"""The sentences with which the rules on the number of talks explain themselves."""

from __future__ import annotations

from sammetag.words import Words, counted

TALKS_TITLE = Words("antallet af samtaler", "the number of talks")

REQUIRED = Words(
    "Der skal holdes mindst {talks} fra og med {first} til og med {last}.",
    "At least {talks} must be held from {first} to {last}, both included.",
)
HELD = Words(
    "Siden {first} er der holdt {talks}.",
    "Talks held since {first}: {count}.",
)
MISSING = Words(
    "Der mangler {talks}, senest {last_day}.",
    "Still missing: {talks}, by {last_day} at the latest.",
)
NONE_MISSING = Words("Der mangler ingen samtaler.", "No talks are missing.")
AGREED = Words(
    "De første {months} måneder er gået. Nu aftaler borgeren og kommunen selv samtalerne, og borgeren "
    "har ret til en samtale, når borgeren beder om det.",
    "The first {months} months have passed. From now on citizen and municipality agree on the talks "
    "themselves, and the citizen has a right to a talk on asking for one.",
)
HELD_FIRST = Words(
    "I de første {months} måneder blev der holdt {talks}.",
    "Talks held in the first {months} months: {count}.",
)
HELD_IN_PAUSE = Words(
    "Mindst én samtale er holdt, mens kontaktforløbet var sat i bero. Den er talt med her. Samtaler fra den "
    "27. maj 2020 tæller; om de tidligere gør, siger reglen ikke.",
    "At least one talk was held while the contact was suspended. It has been counted here. Talks from 27 May "
    "2020 count; whether earlier ones do, the rule does not say.",
)
NO_TRANSITION_NUMBER = Words(
    "Borgeren var mindst 26 uger inde i forløbet den 1. januar 2020, og overgangsreglen nævner intet "
    "antal. Borgeren og kommunen aftaler samtalerne, og borgeren har ret til en samtale, når borgeren "
    "beder om det.",
    "The citizen was at least 26 weeks into the programme on 1 January 2020, and the transitional rule "
    "names no number. Citizen and municipality agree on the talks, and the citizen has a right to one on "
    "asking.",
)
ENOUGH_BEFORE = Words(
    "Overgangsreglen stiller ikke flere krav her, fordi der allerede er holdt {talks} i de sidste 25 "
    "uger før den 1. januar 2020.",
    "The transitional rule asks for no more here, because {talks} had already been held in the last 25 "
    "weeks before 1 January 2020.",
)
RULE_ENDS = Words(
    "Kravet gælder kun til og med {last}. Derefter er reglen en anden, selv om perioden ikke er slut.",
    "The requirement holds only until {last}. After that the rule is a different one, although the "
    "window has not ended.",
)

NOTE_WINDOWS = Words(
    "Loven siger seks samtaler inden for 12 kalendermåneder, men ikke fra hvilken dag der tælles. Her "
    "tælles i hele perioder på 12 måneder efter hinanden fra forløbets start. Det er vores læsning.",
    "The act says six talks within 12 calendar months, but not from which day to count. Here the count "
    "runs in whole windows of 12 months, one after the other, from the programme's start. That is our "
    "reading.",
)
NOTE_TRANSITION = Words(
    "For forløb, der var i gang den 1. januar 2020, regnes ugerne som hele uger fra forløbets start. "
    "Den, der var mindre end 13 uger inde, følger hovedreglen, og tidligere samtaler tæller med.",
    "For programmes already running on 1 January 2020, weeks are counted as full weeks from the start. "
    "Anyone less than 13 weeks in follows the main rule, and earlier talks count.",
)
NOTE_2026 = Words(
    "Kontaktreglerne blev lempet den 1. juli 2026. Den samlede nye lovtekst er ikke læst; kun at borgere "
    "i jobafklaringsforløb efter ny § 32 a har ret til samtaler. Indtil teksten er læst, vises det "
    "hidtidige antal. Kontrollér den gældende lov.",
    "The rules on contact were loosened on 1 July 2026. The new text as a whole has not been read; only "
    "that citizens in a job clarification programme have a right to talks under a new § 32 a. Until the "
    "text has been read, the former number is shown. Check the act in force.",
)
NOT_READ_2014 = Words(
    "For jobafklaringsforløb før 2020 kan antallet ikke siges sikkert: Hovedreglen var seks samtaler på "
    "12 måneder, men seks på 6 måneder for borgere, der nærmede sig 4 år efter sygedagpengenes ophør, og "
    "det kan ikke ses af sagens oplysninger.",
    "For job clarification programmes before 2020 the number cannot be told for certain: the main rule "
    "was six talks in 12 months, but six in 6 months for citizens nearing 4 years after the end of their "
    "sickness benefit, and the facts of the case do not show that.",
)

_ONE = Words("samtale", "talk")
_MANY = Words("samtaler", "talks")


def talks_in_words(count: int) -> Words:
    """Give a number of talks as people say it: '1 samtale', '4 samtaler'."""
    return counted(count, _ONE, _MANY)
