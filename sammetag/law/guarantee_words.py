"""The sentences with which the rules on the intervention guarantee explain themselves."""

from __future__ import annotations

from sammetag.words import Words, counted, together

GUARANTEE_TITLE = Words("indsatsgarantien", "the intervention guarantee")

DEMAND = Words(
    "Senest {last_day} skal borgeren være begyndt på et tilbud efter LAB kapitel 11, 12 eller 14, en "
    "indsats efter serviceloven eller en kommunal sundhedsindsats. Ellers skal sagen for "
    "rehabiliteringsteamet igen.",
    "By {last_day} the citizen must have begun an offer under LAB chapter 11, 12 or 14, an effort under "
    "the act on social services, or a municipal health effort. Otherwise the case must go to the "
    "rehabilitation team again.",
)
MOVED = Words(
    "Fristen er flyttet {days}, fordi borgeren er fritaget for at stå til rådighed, eller fordi der ikke "
    "er kontakt på grund af alvorlig sygdom.",
    "The limit has been moved by {days}, because the citizen is exempt from being available, or because "
    "there is no contact owing to serious illness.",
)
STILL_EXEMPT = Words(
    "Fritagelsen har ingen slutdato. Fristen flytter sig en dag for hver dag, den varer.",
    "The exemption has no end. The limit moves by one day for every day that it lasts.",
)
STOPPED = Words(
    "{effort} begyndte {day}. Det er i tide, så indsatsgarantien er opfyldt.",
    "{effort} began on {day}. That is in time, so the intervention guarantee is met.",
)
BEGAN_BEFORE = Words(
    "{effort} begyndte {day}, før forløbet selv begyndte {start}. Derfor tæller det ikke.",
    "{effort} began on {day}, before the programme itself began on {start}. It therefore does not count.",
)
NOT_IN_PLAN = Words(
    "{effort} begyndte {day}, men står ikke i planens indsatsdel. Derfor tæller det ikke.",
    "{effort} began on {day}, but does not stand in the plan. It therefore does not count.",
)
TOO_LATE = Words(
    "{effort} begyndte {day}, efter fristen {last_day}. Derfor tæller det ikke, heller ikke hvis det var "
    "aftalt i forvejen.",
    "{effort} began on {day}, after the limit on {last_day}. It therefore does not count, not even where "
    "it had been agreed beforehand.",
)

EFFORTS = {
    "lab-11": Words("Virksomhedspraktik (LAB kapitel 11)", "Internship (LAB chapter 11)"),
    "lab-12": Words("Ansættelse med løntilskud (LAB kapitel 12)", "A job with wage subsidy (LAB chapter 12)"),
    "lab-14": Words(
        "Vejledning og opkvalificering (LAB kapitel 14)", "Guidance and upskilling (LAB chapter 14)"
    ),
    "social": Words("Indsatsen efter serviceloven", "The effort under the act on social services"),
    "municipal-health": Words("Den kommunale sundhedsindsats", "The municipal health effort"),
}
NEVER = {
    "lab-13": Words(
        "Nytteindsats (LAB kapitel 13) begyndte {day}. Den tæller ikke, for loven nævner kun kapitel 11, 12 "
        "og 14.",
        "Community service work (LAB chapter 13) began on {day}. It does not count, since the act names "
        "chapters 11, 12 and 14 only.",
    ),
    "treatment": Words(
        "Behandling i regionen eller på hospital begyndte {day}. Den tæller ikke, for det gør kun kommunens "
        "egne sundhedsindsatser.",
        "Treatment by the region or in hospital began on {day}. It does not count, since only the "
        "municipality's own health efforts do.",
    ),
    "mentor": Words(
        "Mentorstøtte (LAB kapitel 26) begyndte {day}. En mentor er en god støtte, men tæller ikke her, for "
        "loven nævner ikke mentorstøtte.",
        "Mentor support (LAB chapter 26) began on {day}. A mentor is a good support, but does not count "
        "here, since the act does not name mentor support.",
    ),
    "other": Words(
        "En anden indsats begyndte {day}. Den tæller ikke, for den er ikke blandt dem, loven nævner.",
        "Another effort began on {day}. It does not count, since it is not among those that the act names.",
    ),
}

RELIEFS = {
    "ordinary-hours": Words("Borgeren havde ordinære løntimer", "The citizen had ordinary paid hours"),
    "handicap-wage-subsidy": Words(
        "Borgeren var ansat med løntilskud efter loven om kompensation til handicappede i erhverv",
        "The citizen had a job with wage subsidy under the act on compensation for disabled persons in work",
    ),
    "stu": Words(
        "Borgeren var i gang med en ungdomsuddannelse for unge med særlige behov (STU)",
        "The citizen was in youth education for young people with special needs (STU)",
    ),
    "special-reasons": Words(
        "Kommunen fandt særlige grunde til ikke at forelægge sagen",
        "The municipality found special reasons not to bring the case",
    ),
}
RELIEVED = Words(
    "{relief} {day}. Derfor skal sagen ikke for rehabiliteringsteamet igen.",
    "{relief} on {day}. The case therefore need not go to the rehabilitation team again.",
)
RELIEF_OUTSIDE = Words(
    "{relief} {day}, men ikke i forløbets første {months} måneder. Det fritager derfor ikke.",
    "{relief} on {day}, but not in the first {months} months of the programme. It therefore brings no "
    "relief.",
)
RELIEF_UNCLEAR = Words(
    "{relief} {day}. Det er efter de første {months} måneder, men før den flyttede frist. Reglen nævner kun "
    "de første {months} måneder, så det er ikke regnet med her. Vurdér det, før du handler.",
    "{relief} on {day}. That is after the first {months} months, but before the moved limit. The rule names "
    "the first {months} months only, so it has not been counted here. Judge that before you act.",
)

RUNNING = Words(
    "Intet, der tæller, er begyndt endnu. Der er tid til og med {last_day}.",
    "Nothing that counts has begun yet. There is time until {last_day}, that day included.",
)
OWED = Words(
    "Fristen er gået, uden at noget, der tæller, er begyndt. Sagen skal for rehabiliteringsteamet igen, "
    "medmindre særlige grunde taler imod.",
    "The limit has passed and nothing that counts has begun. The case must go to the rehabilitation team "
    "again, unless special reasons speak against it.",
)
TEAM_TASK = Words(
    "Teamet drøfter, hvorfor intet er begyndt, og indstiller, hvilke indsatser der skal i gang, og hvordan "
    "der følges op. Den forberedende del bruges igen, og kun væsentlige ændringer føjes til.",
    "The team discusses why nothing has begun, and advises which efforts should begin and how to follow up. "
    "The preparatory part is used again, and only essential changes are added.",
)
RESUBMITTED = Words(
    "Sagen kom for rehabiliteringsteamet igen {day}.",
    "The case went to the rehabilitation team again on {day}.",
)
EARLY_TEAM = Words(
    "Sagen var for rehabiliteringsteamet {day}, før fristen var gået. Det er ikke læst, om det er nok, så "
    "det er ikke regnet med her.",
    "The case was with the rehabilitation team on {day}, before the limit had passed. Whether that is enough "
    "has not been read, so it has not been counted here.",
)

DETAILS_REPEALED = Words(
    "Svaret bygger på detaljer i BEK 1708/2024, som blev ophævet {since}. Det er ikke vist, at de stadig "
    "gælder for forløb bevilget før. Kontrollér det, før du handler.",
    "The answer leans on details of BEK 1708/2024, which was repealed on {since}. That they still hold for "
    "programmes granted before has not been shown. Check it before you act.",
)
NOTE_2026 = Words(
    "For forløb bevilget senest den 31. januar 2026 gælder loven stadig. Men BEK 1708/2024, som i §§ 17-19 "
    "fastsatte, hvad der ikke tæller, hvilke perioder der ikke regnes med, og hvad der fritager, blev "
    "ophævet den 1. februar 2026 uden en overgangsregel, og LOV 1750/2025 § 21 er ikke læst i sin helhed. "
    "Her bruges de hidtidige detaljer.",
    "For programmes granted by 31 January 2026 the act still holds. But BEK 1708/2024, which in §§ 17-19 "
    "laid down what does not count, which periods are left out and what brings relief, was repealed on 1 "
    "February 2026 without a saving clause, and LOV 1750/2025 § 21 has not been read in full. Here the "
    "former details are used.",
)
NOTE_JULY_2026 = together(
    NOTE_2026,
    Words(
        "LOV 1750/2025 fjerner også kravet om et rehabiliteringsteam. Om det skete den 1. juli 2026, er ikke "
        "læst, så her vises det hidtidige krav.",
        "LOV 1750/2025 also removes the requirement of a rehabilitation team. Whether that happened on 1 "
        "July 2026 has not been read, so the former requirement is shown here.",
    ),
)
TEAM_NOT_READ = Words(
    "Om der fra {since} stadig er et rehabiliteringsteam, der kan få sagen igen, er ikke læst. Kontrollér "
    "det, før du handler.",
    "Whether there still is a rehabilitation team to bring the case to from {since} has not been read. Check "
    "it before you act.",
)

_ONE = Words("dag", "day")
_MANY = Words("dage", "days")


def days_in_words(count: int) -> Words:
    """Give a number of days as people say it: '1 dag', '10 dage'."""
    return counted(count, _ONE, _MANY)
