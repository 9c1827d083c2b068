"""The sentences with which the clocks of a job clarification programme explain themselves."""

from __future__ import annotations

from sammetag.words import Words

TEAM_TITLE = Words(
    "rehabiliteringsteamets frist i jobafklaringsforløb",
    "the team's time limit in job clarification programmes",
)
LONG_TERM_TITLE = Words(
    "samtale og vurdering efter flere års sygdom", "the talk and assessment after years of illness"
)

TEAM_WEEKS = Words(
    "Rehabiliteringsteamet skal behandle sagen senest {weeks} uger efter, at borgeren er gået over i "
    "jobafklaringsforløbet. Her er det senest {due}.",
    "The rehabilitation team must treat the case within {weeks} weeks after the citizen moves to the "
    "programme. Here that is by {due}.",
)
TEAM_WEEKS_DECIDED = Words(
    "Rehabiliteringsteamet skal behandle sagen senest {weeks} uger efter afgørelsen om ret til "
    "jobafklaringsforløb (sygedagpengelovens § 24 a). Her er det senest {due}.",
    "The rehabilitation team must treat the case within {weeks} weeks after the decision on the right to the "
    "programme (Sickness Benefit Act § 24 a). Here that is by {due}.",
)
SUSPENDED = Words(
    "Kravet om 4 uger var sat ud af kraft for forløb begyndt fra 1. juli 2021 til 28. februar 2022. Sagen "
    "skulle i stedet forelægges teamet senest {due}.",
    "The demand of 4 weeks was suspended for programmes begun from 1 July 2021 to 28 February 2022. The case "
    "had to go to the team by {due} instead.",
)
RECOVERY = Words(
    "Sagen skal ikke i teamet, når fuld raskmelding ventes inden {weeks} uger fra overgangen.",
    "The case need not go to the team where full recovery is expected within {weeks} weeks of the move.",
)
EARLIER_EFFORT = Words(
    "Sagen skal ikke i teamet, når borgeren har fået en tværfaglig indsats på sygedagpenge (§ 13 d) og går "
    "over ved revurderingen. Indsatsen fortsætter i forløbet.",
    "The case need not go to the team where the citizen was given the coordinated effort on sickness "
    "benefit (§ 13 d) and moves at the reassessment. The effort goes on in the programme.",
)
TREATED = Words(
    "Teamet behandlede sagen {treated}. Det var i tide.",
    "The team treated the case on {treated}. That was in time.",
)
TREATED_LATE = Words(
    "Teamet behandlede sagen {treated}. Det var efter fristen.",
    "The team treated the case on {treated}, after the limit.",
)
OVERDUE = Words(
    "Fristen løb ud {due}, og sagen er ikke behandlet i teamet. Få den på det første møde.",
    "The limit ran out on {due} and the team has not treated the case. Put it on the first meeting.",
)
COVID_TEAM = Words(
    "Pligten til at behandle sagen i teamet var sat ud af kraft fra 20. marts til 26. maj 2020. Det er ikke "
    "læst, hvordan fristen løber bagefter.",
    "The duty to treat the case in the team was suspended from 20 March to 26 May 2020. How the limit runs "
    "afterwards has not been read.",
)
BRACKETED = Words(
    "Reglen er læst i lovbekendtgørelse 1342 fra november 2016, men står ikke i 990 fra 2014. Det er ikke "
    "læst, om den gjaldt på denne dag.",
    "The rule was read in consolidated act 1342 of November 2016 but is not in 990 of 2014. Whether it held "
    "on this day has not been read.",
)

TALK = Words(
    "Er der risiko for, at borgeren stadig er uarbejdsdygtig {four} efter sygedagpengenes ophør, skal en "
    "samtale med regionens sundhedskoordinator sættes i gang senest {years} efter ophøret, her {due}.",
    "Where the citizen may still be unfit for work {four} after the sickness benefit ended, a talk with the "
    "region's health coordinator must begin within {years} of that end, here by {due}.",
)
INTENSIVE = Words(
    "Samtidig begynder et intensiveret kontaktforløb med mindst {talks} samtaler inden for {months} "
    "kalendermåneder.",
    "An intensified contact begins as well, with at least {talks} talks within {months} calendar months.",
)
AT_RISK = Words("Kommunen har vurderet, at der er den risiko.", "The municipality has judged that so.")
NO_RISK = Words(
    "Kommunen har vurderet, at der ikke er den risiko, så samtalen er ikke et krav.",
    "The municipality has judged that it is not so, and the talk is not required.",
)
NOT_JUDGED = Words(
    "Risikoen er ikke vurderet. Vurdér den i god tid før {due}.",
    "The risk has not been judged. Judge it well before {due}.",
)
TALK_BEGUN = Words("Samtalen blev sat i gang {talk}.", "The talk began on {talk}.")
TALK_LATE = Words(
    "Samtalen skulle være sat i gang senest {due}. Sæt den i gang nu.",
    "The talk had to begin by {due}. Begin it now.",
)
JUDGE_LATE = Words(
    "Risikoen skulle være vurderet inden {due}. Vurdér den nu.",
    "The risk had to be judged before {due}. Judge it now.",
)
COVID_TALK = Words(
    "Pligten til samtalen var sat ud af kraft fra 20. marts til 26. maj 2020. Det er ikke læst, hvordan "
    "fristen løber bagefter.",
    "The duty to hold the talk was suspended from 20 March to 26 May 2020. How the limit runs afterwards "
    "has not been read.",
)
CLINICAL = Words(
    "Et nyt forløb vil gå ud over {four} efter sygedagpengenes ophør ({end}). Før sagen forelægges teamet, "
    "skal kommunen tage stilling til, om regionens kliniske funktion skal vurdere borgerens muligheder.",
    "A new programme would go beyond {four} after the sickness benefit ended ({end}). Before the case goes "
    "to the team, the municipality must consider whether the region's clinical function is to assess the "
    "citizen's possibilities.",
)
NOT_CLINICAL = Words(
    "Det nye forløb slutter inden for {four} efter sygedagpengenes ophør ({end}), så klinisk funktion er "
    "ikke et krav her.",
    "The new programme ends within {four} after the sickness benefit ended ({end}), so the clinical "
    "function is not asked for here.",
)
COUNTED = Words(
    "Dagen, der tælles fra, er ikke selv en del af fristen. Det er vores læsning.",
    "The day that is counted from is not itself part of the limit. That is our reading.",
)
NOTE_2014 = Words(
    "De 4 uger er læst i lovbekendtgørelse 990 fra 2014 og 1342 fra 2016. Undtagelsen ved ventet "
    "raskmelding og fristen efter § 24 a står kun i den sidste, og dagen, de begyndte, er ikke læst.",
    "The 4 weeks were read in consolidated acts 990 of 2014 and 1342 of 2016. The exemption for expected "
    "recovery and the limit after § 24 a stand in the latter only, and the day they began has not been read.",
)
WHY_JULY_2026 = Words(
    "Reglerne om rehabiliteringsteam og sundhedskoordinator blev ændret i 2026 (LOV 1750/2025). Det er ikke "
    "læst, hvad der gælder for jobafklaringsforløb fra og med 1. juli 2026.",
    "The rules on the rehabilitation team and the health coordinator changed in 2026 (LOV 1750/2025). What "
    "holds for job clarification programmes from 1 July 2026 has not been read.",
)
