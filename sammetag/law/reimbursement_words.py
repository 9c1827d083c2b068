"""The sentences with which the rules on state reimbursement explain themselves."""

from __future__ import annotations

from sammetag.words import Words

BENEFIT_TITLE = Words("statens refusion af ydelsen", "the state's reimbursement of the benefit")
PROGRAMME_TITLE = Words("statens refusion af indsatsen", "the state's reimbursement of the programme's costs")

TWO_SHARES = Words(
    "Staten betaler {passive} procent af ydelsen, og {active} procent, mens borgeren er i ordinær "
    "uddannelse, i virksomhedspraktik eller omfattet af integrationsprogrammet.",
    "The state pays {passive} per cent of the benefit, and {active} per cent while the citizen is in "
    "ordinary education, in company practice or in the integration programme.",
)
ACTIVE = Words(
    "Her betaler staten {share} procent: {activities}.",
    "Here the state pays {share} per cent: {activities}.",
)
PASSIVE = Words(
    "Ingen af de tre er oplyst, så staten betaler {share} procent.",
    "None of the three is entered, so the state pays {share} per cent.",
)
ACTIVITIES: dict[str, Words] = {
    "ordinary-education": Words("ordinær uddannelse", "ordinary education"),
    "company-practice": Words("virksomhedspraktik", "company practice"),
    "integration-programme": Words("integrationsprogrammet", "the integration programme"),
}

STAIRCASE = Words(
    "Staten betaler {first_share} procent i uge 1-{first_weeks} med ydelse, {second_share} procent til og "
    "med uge {second_weeks}, {third_share} procent til og med uge {third_weeks} og derefter {last_share} "
    "procent. Ugerne tælles på tværs af ydelser siden 1. juli 2014.",
    "The state pays {first_share} per cent in weeks 1-{first_weeks} with benefit, {second_share} per cent "
    "up to week {second_weeks}, {third_share} per cent up to week {third_weeks} and {last_share} per cent "
    "after that. Weeks are counted across benefits since 1 July 2014.",
)
ON_STEP = Words(
    "Det er uge {number} med ydelse, så staten betaler {share} procent.",
    "This is week {number} with benefit, so the state pays {share} per cent.",
)
FIRST_DAYS = Words(
    "For 1.-3. januar 2016 gælder satsen for ugen 4.-10. januar 2016. Brug den uges nummer.",
    "For 1-3 January 2016 the share of the week 4-10 January 2016 applies. Use that week's number.",
)

COSTS: dict[str, Words] = {
    "offer": Words("driften af tilbud", "the running costs of offers"),
    "mentor": Words("mentor", "mentors"),
    "extra-expenses": Words("godtgørelse af merudgifter", "compensation for extra expenses"),
    "aids": Words(
        "arbejdsredskaber og mindre arbejdspladsindretninger",
        "work tools and small fittings at the workplace",
    ),
    "special-expenses": Words("særlige udgifter", "special expenses"),
    "short-courses": Words("korte kurser", "short courses"),
    "transport": Words("befordring", "transport"),
    "teaching-materials": Words("undervisningsmaterialer", "teaching materials"),
    "casework": Words("sagsbehandling", "casework"),
    "talks": Words("samtaler", "talks"),
    "plans": Words("planer", "plans"),
    "certificates": Words("lægeattester", "medical certificates"),
}
COST_SHARE = Words(
    "Staten betaler {share} procent af udgiften til {cost}.",
    "The state pays {share} per cent of the cost of {cost}.",
)
COST_NEVER = Words(
    "Staten betaler ikke til {cost}. Kommunen betaler hele udgiften.",
    "The state pays nothing towards {cost}. The municipality pays it all.",
)
COST_NOT_KNOWN = Words(
    "Statens andel af udgiften til {cost} er ikke læst for {scheme} den {day}. Slå reglen op, før du "
    "handler: {source}.",
    "The state's share of the cost of {cost} has not been read for the scheme '{scheme}' on {day}. Look the "
    "rule up before you act: {source}.",
)

NOTE_2013 = Words(
    "De 30 og 50 procent er læst i lovbekendtgørelse 806 fra 2015. At de har gældt siden den 1. januar "
    "2013, er udledt.",
    "The 30 and 50 per cent were read in consolidated act 806 of 2015. That they have held since 1 January "
    "2013 is inferred.",
)
NOTE_JOBAFKLARING = Words(
    "Satserne er læst i loven, og uger med jobafklaring tæller med. At ydelsen i jobafklaringsforløb også "
    "selv følger trappen, er udledt af det.",
    "The shares were read in the act, and weeks in job clarification count. That the benefit in job "
    "clarification follows the staircase itself is inferred from that.",
)
NOTE_2020 = Words(
    "For tilbud og mentor i ressourceforløb er satsen læst. For redskaber, særlige udgifter, korte kurser, "
    "befordring og undervisningsmaterialer er den udledt af den senere lov.",
    "For offers and mentors in ressourceforløb the share was read. For tools, special expenses, short "
    "courses, transport and teaching materials it is inferred from the later act.",
)
NOTE_JOBAFKLARING_2020 = Words(
    "For tilbud og mentor er satsen udledt af, at jobafklaringsforløb beholdt den, da den faldt bort for "
    "ressourceforløb i 2022.",
    "For offers and mentors the share is inferred: job clarification kept it when ressourceforløb lost it "
    "in 2022.",
)
NOTE_2026 = Words(
    "Loven nævner sagsbehandling, samtaler, planer og lægeattester uden at nævne ordningen. At det også "
    "gælder forløb, der fortsætter efter den 31. januar 2026, er udledt.",
    "The act names casework, talks, plans and medical certificates and no scheme. That this includes "
    "programmes that go on after 31 January 2026 is inferred.",
)
WHY_BENEFIT_2026 = Words(
    "Efter den 31. januar 2026 fortsætter ressourceforløb kun efter overgangsregler. Det er ikke vist, om "
    "ydelsen i dem stadig giver refusion, og med hvilken sats.",
    "After 31 January 2026 ressourceforløb go on under transitional rules only. Whether their benefit is "
    "still reimbursed, and at which share, has not been shown.",
)
WHY_JOBAFKLARING_2014 = Words(
    "Statens refusion af ydelsen i jobafklaringsforløb før den 4. januar 2016 er ikke læst.",
    "The state's reimbursement of the benefit in job clarification before 4 January 2016 has not been read.",
)

BEFORE_THE_COUNT = Words(
    "Uger med ydelse tælles først fra og med {first}, så der er intet at svare om {day}. Kontrollér datoen.",
    "Weeks with benefit are counted from {first} on, so there is nothing to say about {day}. Check the date.",
)
BENEFITS: dict[str, Words] = {
    "programme-benefit": Words("ressourceforløbsydelse", "rehabilitation programme benefit"),
    "job-clarification-benefit": Words("ydelse i jobafklaringsforløb", "benefit in job clarification"),
    "sickness-benefit": Words("sygedagpenge", "sickness benefit"),
    "cash-benefit": Words("kontanthjælp", "cash benefit"),
    "unemployment-benefit": Words("dagpenge", "unemployment benefit"),
    "disability-pension": Words("førtidspension", "disability pension"),
    "other-covered": Words("en anden ydelse, som loven omfatter", "another benefit that the act covers"),
}


def listed(names: list[Words]) -> Words:
    """Give several names as one text, with commas between them."""
    return Words(", ".join(name.da for name in names), ", ".join(name.en for name in names))
