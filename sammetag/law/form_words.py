"""The sentences with which the rules on the form of talks explain themselves."""

from __future__ import annotations

from sammetag.words import Words

FORM_TITLE = Words("samtalernes form", "the form of talks")

FORMS: dict[str, Words] = {
    "in_person": Words("ved personligt fremmøde", "in person"),
    "phone": Words("på telefon", "by phone"),
    "video": Words("på video", "by video"),
    "letter": Words("i brev", "by letter"),
}

ALLOWED = Words(
    "Samtalen må holdes {form} og tæller med.",
    "The talk may be held {form}, and it counts.",
)
NOT_ALLOWED = Words(
    "Samtalen må ikke holdes {form}. Holdes den sådan alligevel, tæller den efter vores læsning ikke med.",
    "The talk may not be held {form}. If it is held that way all the same, it does not count as we read "
    "the act.",
)
IN_PERSON_ONLY = Words(
    "Samtaler holdes ved personligt fremmøde. Andre former kræver, at borgeren er i et tilbud efter "
    "kapitel {first}-{last} på dagen.",
    "Talks are held in person. Any other form requires that the citizen is in an offer under chapters "
    "{first}-{last} on the day.",
)
WHILE_IN_OFFER = Words(
    "Borgeren er i et tilbud efter kapitel {first}-{last}, og så må samtalen også holdes på telefon, på "
    "video eller i brev.",
    "The citizen is in an offer under chapters {first}-{last}, so the talk may also be held by phone, by "
    "video or by letter.",
)
PARTLY_BACK = Words(
    "Borgeren er delvis tilbage i sit job eller sin virksomhed, og så må samtalen også holdes på "
    "telefon, på video eller i brev.",
    "The citizen is partly back in a job or own business, so the talk may also be held by phone, by "
    "video or by letter.",
)
PERSON_CHOOSES = Words(
    "Borgeren vælger selv, om samtalen holdes ved personligt fremmøde, på telefon eller på video. Brev "
    "er ikke længere en mulighed.",
    "The citizen chooses whether the talk is held in person, by phone or by video. A letter is no longer "
    "possible.",
)
IN_PERSON_DECIDED = Words(
    "Kommunen har i den konkrete sag besluttet, at samtalen holdes ved personligt fremmøde.",
    "The municipality has decided in this case that the talk is held in person.",
)
FIRST_IN_PERSON = Words(
    "Den første samtale holdes ved personligt fremmøde. Derefter vælger borgeren selv.",
    "The first talk is held in person. After that the citizen chooses.",
)
NOTE_2014 = Words(
    "Reglen er læst i lovbekendtgørelsen fra september 2014. At den gjaldt fra ordningens første dag, er "
    "udledt.",
    "The rule was read in the consolidated act of September 2014. That it applied from the scheme's "
    "first day is inferred.",
)
NOTE_2022 = Words(
    "Selve reglen er læst. Dagen, den trådte i kraft, er udledt af andre tekster.",
    "The rule itself has been read. The day it entered into force is inferred from other texts.",
)
NOTE_2023 = Words(
    "Lov 295 er fra den 20. marts 2023, men dagen for ikrafttræden er ikke læst. En bekendtgørelse af "
    "samme dato om en anden del af samme lov trådte i kraft den 22. marts 2023, og derfor regnes reglen "
    "for gældende fra da af.",
    "Act 295 is dated 20 March 2023, but its day of entry into force has not been read. An order of the "
    "same date, on another part of the same act, entered into force on 22 March 2023, so the rule is "
    "taken to apply from then.",
)
NOTE_2026 = Words(
    "Kontaktreglerne blev lempet den 1. juli 2026, og den nye tekst om samtalernes form er ikke læst. "
    "Indtil da vises den hidtidige regel. Kontrollér den gældende lov.",
    "The rules on contact were loosened on 1 July 2026, and the new text on the form of talks has not "
    "been read. Until then the former rule is shown. Check the act in force.",
)
WHY_MARCH_2023 = Words(
    "Samtalernes form blev ændret ved en lov af 20. marts 2023, men det er ikke læst, om ændringen "
    "gjaldt den 20. og 21. marts 2023.",
    "The form of talks was changed by an act of 20 March 2023, but it has not been read whether the "
    "change applied on 20 and 21 March 2023.",
)
