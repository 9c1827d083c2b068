"""The sentences with which the rules on the period of a mentor explain themselves."""

from __future__ import annotations

from sammetag.words import Words

MENTOR_TITLE = Words("mentorstøttens periode", "the period of mentor support")

LONGEST = Words(
    "Mentorstøtte gives for højst {months} måneder ad gangen, her til og med {longest}.",
    "Mentor support is given for {months} months at a time at most, here until {longest}, that day included.",
)
FITS = Words("Slutdatoen {until} ligger inden for reglerne.", "The end on {until} is within the rules.")
TOO_LATE = Words(
    "Slutdatoen {until} er for sen. Vælg {longest} eller tidligere.",
    "The end on {until} is too late. Choose {longest} or earlier.",
)
RUN_OUT = Words(
    "Perioden kunne højst vare til og med {longest}. Skal støtten fortsætte, kræver det en ny beslutning.",
    "The period could last until {longest} at most. For the support to go on, a new decision is needed.",
)
EXTENDED = Words(
    "Er der stadig brug for en mentor, kan aftalen forlænges.",
    "Where a mentor is still needed, the agreement can be extended.",
)
NEW_PERIOD = Words(
    "Er der stadig brug for en mentor, kan der efter en konkret vurdering gives en ny periode på op til "
    "{months} måneder.",
    "Where a mentor is still needed, a new period of up to {months} months can be given after an "
    "assessment of the case.",
)
AGREEMENT_SHOWS = Words(
    "Der skal være en skriftlig aftale med målet, mentorens navn og kontaktdata, opgaverne, varigheden, "
    "timetallet og en klagevejledning.",
    "There must be a written agreement with the goal, the mentor's name and contact, the tasks, the "
    "length, the number of hours, and how to complain.",
)
MY_PLAN_SHOWS = Words(
    "Min Plan skal vise målet, mentorens navn og kontaktdata, opgaverne, varigheden og timetallet.",
    "My Plan must show the goal, the mentor's name and contact, the tasks, the length, and the number of "
    "hours.",
)
AFTER_HOSPITAL = Words(
    "For den, der udskrives fra psykiatrisk indlæggelse, gælder en anden regel: ret til mentor op til 3 "
    "måneder før udskrivelsen og i mindst 6 måneder i alt. Vurdér, om den gælder her.",
    "Another rule holds for those discharged from a psychiatric ward: a right to a mentor up to 3 months "
    "before the discharge and for at least 6 months in all. Judge whether it applies here.",
)

NOTE_2014 = Words(
    "Reglen flyttede fra § 78 til § 31 c. Dagen for flytningen, 1. januar 2014, er udledt af de to "
    "lovbekendtgørelser omkring den. De 6 måneder er de samme i begge.",
    "The rule moved from § 78 to § 31 c. The day of the move, 1 January 2014, is inferred from the two "
    "consolidated acts around it. The 6 months are the same in both.",
)
NOTE_JOBAFKLARING_2014 = Words(
    "Lovteksten gælder personer i almindelighed og nævner ingen ordning. At den også gælder "
    "jobafklaringsforløb, er udledt af det.",
    "The act speaks of persons in general and names no scheme. That it holds for job clarification "
    "programmes too is inferred from that.",
)
NOTE_2026 = Words(
    "Reglerne om kontaktforløb og tilbud blev lempet den 1. juli 2026. Den samlede nye lovtekst er ikke "
    "læst. Indtil den er læst, vises den hidtidige regel om mentor. Kontrollér den gældende lov.",
    "The rules on contact and offers were loosened on 1 July 2026. The new text as a whole has not been "
    "read. Until it has, the former rule on mentors is shown. Check the act in force.",
)
