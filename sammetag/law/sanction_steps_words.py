"""The sentences with which the steps before a sanction explain themselves."""

from __future__ import annotations

from sammetag.words import Words

STEPS_TITLE = Words("trinene før en sanktion", "the steps before a sanction")
GUIDANCE_TITLE = Words("vejledningen før en sanktion", "the guidance before a sanction")

EVENT_COUNTS = Words(
    "Hændelsen {day} er en af dem, der kan give en sanktion.",
    "The event on {day} is one of those that can lead to a sanction.",
)
LOOK_UP_EVENT = Words(
    "Slå op, hvilke hændelser der kunne give en sanktion den dag.",
    "Look up which events could lead to a sanction on that day.",
)

IN_SUMMONS = Words(
    "Borgeren skulle have skriftlig vejledning i samme brev som indkaldelsen eller tilbuddet: hvad der sker "
    "ved udeblivelse, og hvordan man igen får ret til ydelsen.",
    "The citizen was to have written guidance in the same letter as the summons or the offer: what follows "
    "from staying away, and how to be entitled to the benefit again.",
)
ORAL_AND_WRITTEN = Words(
    "Borgeren skulle senest ved den første jobsamtale have rettigheder og pligter gennemgået mundtligt og "
    "have dem på skrift. Det skulle gentages hvert halve år.",
    "Rights and duties were to be gone through orally and given in writing, at the first talk at the latest. "
    "It was to be repeated every half-year.",
)
WRITTEN = Words(
    "Borgeren skal have skriftlig vejledning om rettigheder og pligter.",
    "The citizen must have written guidance on rights and duties.",
)
GUIDED = Words(
    "Det skete {given}, før hændelsen {day}.", "That was done on {given}, before the event on {day}."
)
NOT_GUIDED = Words(
    "Det er ikke sket på den måde før hændelsen {day}.",
    "It was not done in that way before the event on {day}.",
)
GUIDED_LONG_AGO = Words(
    "Det skete sidst {given}, mere end {months} måneder før hændelsen {day}.",
    "It was last done on {given}, more than {months} months before the event on {day}.",
)
GUIDANCE_NOT_TOLD = Words(
    "Sagen siger ikke, om det skete før hændelsen {day}.",
    "The case does not tell whether it was done before the event on {day}.",
)
FIND_GUIDANCE = Words(
    "Find brevet eller notatet om vejledningen, og skriv dagen og formen ind.",
    "Find the letter or the note on the guidance, and enter its day and form.",
)
GUIDE_NOW = Words(
    "Det kan ikke rettes op for denne hændelse. Giv vejledningen nu, så borgeren kender reglerne fremover.",
    "It cannot be made good for this event. Give the guidance now, so that the citizen knows the rules from "
    "here on.",
)
LOOK_UP_GUIDANCE = Words(
    "Slå op, hvilken form for vejledning loven krævede den dag.",
    "Look up which form of guidance the act demanded on that day.",
)

REACHED = Words(
    "Kommunen har talt med borgeren om hændelsen.",
    "The municipality has spoken to the citizen about the event.",
)
EXHAUSTED = Words(
    "Alle rimelige muligheder for personlig kontakt er prøvet.",
    "All reasonable possibilities of personal contact have been tried.",
)
NOT_EXHAUSTED = Words(
    "Alle rimelige muligheder for personlig kontakt er ikke prøvet endnu.",
    "Not all reasonable possibilities of personal contact have been tried yet.",
)
CONTACT_NOT_TOLD = Words(
    "Sagen siger ikke, om alle rimelige muligheder for personlig kontakt er prøvet.",
    "The case does not tell whether all reasonable possibilities of personal contact have been tried.",
)
CALL = Words(
    "Tal med borgeren om, hvad der skete. Kan borgeren ikke nås, så skriv ned, hvad der er prøvet, og "
    "hvornår.",
    "Speak to the citizen about what happened. If the citizen cannot be reached, write down what was tried "
    "and when.",
)

NO_GROUND = Words(
    "Kommunen har vurderet, at der ikke var en rimelig grund.",
    "The municipality has judged that there was no reasonable ground.",
)
GROUND_NOT_TOLD = Words(
    "Det er ikke vurderet, om borgeren havde en rimelig grund.",
    "Whether the citizen had a reasonable ground has not been judged.",
)
ASK_WHY = Words(
    "Spørg borgeren hvorfor, og hold svaret op mod fritagelserne i LAS § 13, stk. 7 og 8, før du vurderer.",
    "Ask the citizen why, and hold the answer against the exemptions of LAS § 13, stk. 7 and 8, before you "
    "judge.",
)

HEARING = Words(
    "Borgeren skal kende oplysningerne i sagen og have mulighed for at udtale sig, før der besluttes en "
    "sanktion.",
    "The citizen must know the facts of the case and be able to comment before a sanction is decided.",
)
MONTHLY = Words(
    "Fravær fra tilbud må gøres op en gang om måneden. Så høres borgeren i forbindelse med opgørelsen.",
    "Absence from offers may be settled once a month. The citizen is then heard along with the settlement.",
)
ANSWERED = Words("Borgeren svarede {day}.", "The citizen answered on {day}.")
DEADLINE_OVER = Words(
    "Borgeren fik besked {told}, og fristen for at svare udløb {by}.",
    "The citizen was told on {told}, and the deadline for answering ran out on {by}.",
)
DEADLINE_RUNS = Words(
    "Borgeren kan svare til og med {by}.",
    "The citizen can answer until {by}, that day included.",
)
NOT_TOLD = Words("Borgeren er ikke hørt.", "The citizen has not been heard.")
NO_DEADLINE = Words(
    "Borgeren fik besked {told}, men uden frist, og har ikke svaret.",
    "The citizen was told on {told}, but without a deadline, and has not answered.",
)
HEARING_NOT_TOLD = Words(
    "Sagen siger ikke, om borgeren er hørt.", "The case does not tell whether the citizen has been heard."
)
COMBINED_LETTER = Words(
    "Høring og afgørelse i samme brev (agterskrivelse) kan ikke bruges i ressourceforløb.",
    "Hearing and decision in one letter (agterskrivelse) cannot be used in a ressourceforløb.",
)
HEAR = Words(
    "Send oplysningerne til borgeren, og sæt en frist. FVL § 19, stk. 2, har de få undtagelser.",
    "Send the facts to the citizen, and set a deadline. FVL § 19, stk. 2, has the few exceptions.",
)
WAIT = Words("Vent på svaret eller på, at fristen udløber.", "Wait for the answer, or for the deadline.")
SET_DEADLINE = Words(
    "Sæt en frist for svaret, eller tal med borgeren.",
    "Set a deadline for the answer, or speak to the citizen.",
)

CONSIDER = Words(
    "Kommunen skal overveje, om en sanktion fremmer borgerens rådighed, og se på de øvrige omstændigheder.",
    "The municipality must consider whether a sanction furthers the citizen's availability, and look at the "
    "other circumstances.",
)
FORBID = Words(
    "Fremmer en sanktion ikke borgerens rådighed, må den ikke besluttes.",
    "Where a sanction does not further the citizen's availability, it may not be decided.",
)
FURTHERS = Words("Kommunen har vurderet, at den gør.", "The municipality has judged that it does.")
FURTHERS_NOT = Words(
    "Kommunen har vurderet, at den ikke gør.", "The municipality has judged that it does not."
)
NOT_JUDGED = Words("Sagen viser ikke, at det er vurderet.", "The case does not show that it has been judged.")
JUDGE = Words(
    "Vurdér, om en sanktion bringer borgeren nærmere, og skriv hvorfor.",
    "Judge whether a sanction brings the citizen closer, and write down why.",
)
FORBIDS_UNREAD = Words(
    "Om loven allerede {day} forbød en sanktion, der ikke fremmer rådigheden, er ikke læst. Det gør den "
    "senest fra {since}. Slå det op, før du beslutter en.",
    "Whether the act forbade a sanction that does not further availability on {day} already has not been "
    "read. It does from {since} at the latest. Look it up before you decide one.",
)
TEST_UNREAD = Words(
    "Om kommunen skulle overveje, at en sanktion fremmer rådigheden, er ikke læst for {day}.",
    "Whether the municipality had to consider that a sanction furthers availability has not been read for "
    "{day}.",
)
LOOK_UP_TEST = Words("Slå LAS § 69, stk. 4, op for den dag.", "Look up LAS § 69, stk. 4, for that day.")

IN_TIME = Words(
    "Sanktionen skal være gennemført senest {last}, {months} hele kalendermåneder efter hændelsen. At de "
    "regnes fra måneden efter, er vores læsning.",
    "The sanction must be carried out by {last}, {months} whole calendar months after the event. That they "
    "go from the month after it is our reading.",
)
TOO_LATE = Words(
    "Sanktionen skulle være gennemført senest {last}, {months} hele kalendermåneder efter hændelsen. Den kan "
    "ikke besluttes mere. At månederne regnes fra måneden efter, er vores læsning.",
    "The sanction was to be carried out by {last}, {months} whole calendar months after the event. It can no "
    "longer be decided. That the months go from the month after it is our reading.",
)
HIDDEN_STEPS = Words(
    "Om trinene også gælder, når arbejde eller et ophold i udlandet er skjult (LAS § 69 f), er ikke læst. De "
    "er vist alligevel.",
    "Whether the steps apply where work or a stay abroad was hidden (LAS § 69 f) too has not been read. They "
    "are shown all the same.",
)

NOTE_2015 = Words(
    "Pligten til kontakt, høringen og fristen er læst i tekster fra 2014 til 2019. At kravet om at fremme "
    "rådigheden ikke gjaldt før 2020, er udledt af, at det ikke står i lovbekendtgørelse 981 fra 2019.",
    "The duty of contact, the hearing and the limit were read in texts of 2014 to 2019. That the test of "
    "availability did not apply before 2020 is inferred from its absence in consolidated act 981 of 2019.",
)
NOTE_2020 = Words(
    "Kravet om at fremme rådigheden står ikke i lovbekendtgørelse 981 fra 2019, men i 241 fra februar 2021. "
    "Dagen imellem er ikke læst.",
    "The test of availability is not in consolidated act 981 of 2019, but in 241 of February 2021. The day "
    "in between has not been read.",
)
NOTE_2021 = Words(
    "At kravet ikke forbød sanktionen før 1. juli 2025, er ikke læst. Forbuddet er læst i lovbekendtgørelse "
    "1004 fra 2025.",
    "That the test did not forbid the sanction before 1 July 2025 has not been read. The ban was read in "
    "consolidated act 1004 of 2025.",
)
NOTE_2025 = Words(
    "Forbuddet er læst i lovbekendtgørelse 1004 fra 2025. Dagen 1. juli 2025 er udledt. Fra 1. februar 2026 "
    "gælder de hidtidige regler videre for forløb, der er bevilget før.",
    "The ban was read in consolidated act 1004 of 2025. The day of 1 July 2025 is inferred. From 1 February "
    "2026 the former rules go on for programmes granted before that.",
)
NOTE_SUMMONS = Words(
    "Formen er læst i lovbekendtgørelser fra 2015, 2016 og 2019. At den gjaldt til udgangen af 2019, er "
    "udledt.",
    "The form was read in consolidated acts of 2015, 2016 and 2019. That it applied until the end of 2019 is "
    "inferred.",
)
NOTE_ORAL = Words(
    "Formen gjaldt 27. maj 2020 og står i lovbekendtgørelser fra 2021 og juni 2023. At den gjaldt til "
    "udgangen af 2023, er udledt. Det halve år regnes fra dag til dag; det er vores læsning.",
    "The form applied on 27 May 2020 and stands in consolidated acts of 2021 and June 2023. That it applied "
    "until the end of 2023 is inferred. The half-year goes from day to day; that is our reading.",
)
NOTE_WRITTEN = Words(
    "Formen er læst i lovbekendtgørelser fra 2024 og 2025. Dagen 1. januar 2024 er udledt af lov 727 fra "
    "2023.",
    "The form was read in consolidated acts of 2024 and 2025. The day of 1 January 2024 is inferred from act "
    "727 of 2023.",
)
WHY_GUIDANCE_2020 = Words(
    "Mellem 1. januar og 26. maj 2020 skiftede formen for vejledning. Dagen er ikke læst.",
    "The form of guidance changed between 1 January and 26 May 2020. The day has not been read.",
)
WHY_STEPS_2013 = Words(
    "Trinene før en sanktion er ikke læst for 2013 og 2014.",
    "The steps before a sanction have not been read for 2013 and 2014.",
)
WHY_STEPS_JOBAFKLARING = Words(
    "Trinene før en sanktion i jobafklaringsforløb står i deres eget kapitel, som ikke er læst igennem.",
    "The steps before a sanction in job clarification programmes stand in a chapter of their own, which has "
    "not been read through.",
)
