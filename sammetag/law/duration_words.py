"""The sentences with which the rules on the length of a programme explain themselves."""

from __future__ import annotations

from sammetag.words import Words

LENGTH_TITLE = Words("forløbets længde", "the length of a programme")

SHORTEST = Words(
    "Forløbet må tidligst slutte {shortest}.",
    "The programme may end on {shortest} at the earliest.",
)
LONGEST = Words(
    "Forløbet skal slutte senest {longest}.",
    "The programme must end by {longest} at the latest.",
)
END_OK = Words("Slutdatoen {end} ligger inden for reglerne.", "The end on {end} is within the rules.")
END_SOON = Words(
    "Slutdatoen {end} er for tidlig. Vælg {limit} eller senere.",
    "The end on {end} is too early. Choose {limit} or later.",
)
END_LATE = Words(
    "Slutdatoen {end} er for sen. Vælg {limit} eller tidligere.",
    "The end on {end} is too late. Choose {limit} or earlier.",
)
LEAVE_ENTERED = Words(
    "Dage med barsel eller sorgorlov tælles ikke med. Her er fristerne flyttet med så mange dage: {days}.",
    "Days of parental or bereavement leave are not counted. Here the limits are moved by so many "
    "days: {days}.",
)
LEAVE_COUNTS = Words(
    "Loven sagde intet om barsel for forløb bevilget før 2020, så alle dage er talt med. Fra 2020 tælles "
    "barsel ikke med, og det er ikke læst, om det også gælder disse forløb. Vurdér det, før du bruger "
    "datoen.",
    "For programmes granted before 2020 the act said nothing of parental leave, so every day is counted. "
    "Since 2020 leave is not counted, and whether that includes these programmes has not been read. "
    "Judge that before you use the date.",
)
LONG_GRANT = Words(
    "Siden 2022 er den længste varighed 3 år. Det er ikke læst, om et længere forløb bevilget før 2022 "
    "må fortsætte til sin slutdato.",
    "Since 2022 the longest length is 3 years. Whether a longer programme granted before 2022 may run to "
    "its end has not been read.",
)
NOTE_JOBAFKLARING_2020 = Words(
    "De 2 år, og at barsel og sorgorlov ikke tælles med, er læst i lovbekendtgørelse 280 fra 2024. At "
    "barsel har været holdt ude siden 2020, er udledt.",
    "The 2 years, and that leave is not counted, were read in consolidated act 280 of 2024. That leave "
    "has been left out since 2020 is inferred.",
)
CLOSED = Words(
    "Der kan ikke bevilges nye ressourceforløb fra og med {since}. Forløb, der er bevilget før, "
    "fortsætter efter de regler, de er bevilget efter. Kontrollér bevillingsdagen, eller vælg en anden "
    "ordning ({source}).",
    "No new ressourceforløb can be granted from {since} on. Programmes granted before that go on under "
    "the rules they were granted under. Check the day of the grant, or choose another scheme ({source}).",
)
