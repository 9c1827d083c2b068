"""The sentences of the intervention guarantee as proposed, and what both its versions are called."""

from __future__ import annotations

from sammetag.law.guarantee_words import EFFORTS as COUNTING
from sammetag.words import Words

PROPOSED_TITLE = Words("Indsatsgaranti, som foreslået", "Intervention guarantee, as proposed")
PROPOSED_WHAT = Words(
    "Er der efter 6 måneder i forløbet ikke iværksat en beskæftigelsesindsats, en social indsats eller en "
    "kommunal sundhedsindsats, drøftes borgerens sag i et tværfagligt team.",
    "Where no employment effort, social effort or municipal health effort has begun after 6 months in the "
    "programme, the citizen's case is discussed in an interdisciplinary team.",
)
ENACTED_TITLE = Words("Indsatsgaranti, som vedtaget", "Intervention guarantee, as enacted")
ENACTED_WHAT = Words(
    "Er borgeren ikke senest 6 måneder efter starten begyndt på et tilbud efter LAB kapitel 11, 12 eller "
    "14, en indsats efter serviceloven eller en kommunal sundhedsindsats, skal sagen for "
    "rehabiliteringsteamet igen. Indsatsen skal stå i planen, fritagne dage tæller ikke med, og nogle "
    "forhold fritager helt.",
    "Where the citizen has not within 6 months of the start begun an offer under LAB chapter 11, 12 or 14, "
    "an effort under the act on social services or a municipal health effort, the case goes to the "
    "rehabilitation team again. The effort must stand in the plan, exempt days are left out, and some "
    "circumstances relieve.",
)
BEYOND = Words(
    "Forslaget siger ikke, hvem der sidder i det tværfaglige team, eller hvad en drøftelse skal føre til. "
    "At indsatsen skal tage udgangspunkt i rehabiliteringsteamets indstilling, er et formål og ikke regnet "
    "med.",
    "The proposal does not say who sits in the interdisciplinary team, or what a discussion must lead to. "
    "That the effort should build on the rehabilitation team's recommendation is an aim and not worked out.",
)

DEMAND = Words(
    "Efter {months} måneder i forløbet, her {last_day}, skal en beskæftigelsesindsats, en social indsats "
    "eller en kommunal sundhedsindsats være iværksat. Ellers drøftes sagen i et tværfagligt team.",
    "After {months} months in the programme, here on {last_day}, an employment effort, a social effort or a "
    "municipal health effort must have begun. Otherwise the case is discussed in an interdisciplinary team.",
)
STOPPED = Words(
    "{effort} begyndte {day}. Det er i tide, så sagen skal ikke drøftes.",
    "{effort} began on {day}. That is in time, so the case need not be discussed.",
)
TOO_LATE = Words(
    "{effort} begyndte {day}, efter {last_day}. Da skulle sagen allerede være drøftet.",
    "{effort} began on {day}, after {last_day}. By then the case was already to be discussed.",
)
BEGAN_BEFORE = Words(
    "{effort} begyndte {day}, før forløbet selv. Forslaget siger ikke, om det er nok, så det er ikke regnet "
    "med her.",
    "{effort} began on {day}, before the programme itself. The proposal does not say whether that is "
    "enough, so it has not been counted here.",
)
NOT_AN_EFFORT = Words(
    "{effort} begyndte {day}. Den tæller ikke, for forslaget nævner kun kommunens egne sundhedsindsatser.",
    "{effort} began on {day}. It does not count, since the proposal names the municipality's own health "
    "efforts only.",
)
NOT_SAID = Words(
    "{effort} begyndte {day}. Forslaget siger ikke, om det er en indsats, der tæller, så det er ikke regnet "
    "med her.",
    "{effort} began on {day}. The proposal does not say whether that is an effort that counts, so it has "
    "not been counted here.",
)
RUNNING = Words(
    "Ingen indsats, der tæller, er begyndt endnu. Der er tid til og med {last_day}.",
    "No effort that counts has begun yet. There is time until {last_day}, that day included.",
)
OWED = Words(
    "Tiden er gået, uden at en indsats, der tæller, er begyndt. Sagen skal drøftes i et tværfagligt team.",
    "The time has passed and no effort that counts has begun. The case must be discussed in an "
    "interdisciplinary team.",
)
DISCUSSED = Words("Teamet drøftede sagen {day}.", "The team discussed the case on {day}.")
DISCUSSED_EARLY = Words(
    "Teamet drøftede sagen {day}, før tiden var gået. Forslaget siger ikke, om det er nok, så det er ikke "
    "regnet med her.",
    "The team discussed the case on {day}, before the time had passed. The proposal does not say whether "
    "that is enough, so it has not been counted here.",
)
EFFORTS = {
    **COUNTING,
    "lab-13": Words("Nytteindsats (LAB kapitel 13)", "Community service work (LAB chapter 13)"),
    "treatment": Words("Behandling i regionen eller på hospital", "Treatment by the region or in hospital"),
    "mentor": Words("Mentorstøtte (LAB kapitel 26)", "Mentor support (LAB chapter 26)"),
    "other": Words("En anden indsats", "Another effort"),
}
# What an answer means, by the state of the guarantee; the proposal knows of nothing that relieves.
TOLD = {
    "running": Words(
        "Noget skal være iværksat senest {last_day}, ellers skal sagen drøftes i et tværfagligt team.",
        "Something must have been started by {last_day}, or an interdisciplinary team must discuss the case.",
    ),
    "stopped": Words(
        "Garantien er opfyldt: noget begyndte {stopped_on}.",
        "The guarantee is met: something began on {stopped_on}.",
    ),
    "owed": Words(
        "Intet begyndte senest {last_day}, så sagen skal drøftes i et tværfagligt team.",
        "Nothing had begun by {last_day}, so an interdisciplinary team must discuss the case.",
    ),
    "resubmitted": Words(
        "Intet begyndte senest {last_day}; teamet drøftede sagen {resubmitted_on}.",
        "Nothing had begun by {last_day}; the team discussed the case on {resubmitted_on}.",
    ),
}
