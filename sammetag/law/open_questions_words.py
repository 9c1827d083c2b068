"""The open questions in words: what is asked, what the rules do meanwhile, and how each can be read."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from sammetag.words import Words

CHOOSE_QUESTION = Words(
    "Intet åbent spørgsmål hedder »{name}«. Vælg et af disse: {known}.",
    "No open question is called '{name}'. Choose one of these: {known}.",
)
CHOOSE_READING = Words(
    "»{reading}« er ikke en læsning af spørgsmålet »{title}«. Vælg en af disse: {known}.",
    "'{reading}' is no reading of the question '{title}'. Choose one of these: {known}.",
)
REASON_MISSING = Words(
    "Skriv, hvorfor kommunen læser »{title}« sådan. Begrundelsen står ved svaret i hver sag.",
    "Write why the municipality reads '{title}' so. The reason stands beside the answer in every case.",
)
BOTH_SENTENCES = Words("{asks} {meanwhile}", "{asks} {meanwhile}")


@dataclass(frozen=True, slots=True)
class Told:
    """One open question in words, with its readings by name."""

    title: Words
    asks: Words
    meanwhile: Words
    readings: Mapping[str, Words]


QUESTIONS: Mapping[str, Told] = {
    "six-month-details": Told(
        Words("detaljerne i indsatsgarantien", "the details of the intervention guarantee"),
        Words(
            "BEK 1708/2024 sagde i §§ 17-19, hvad der tæller, hvilke dage der ikke regnes med, og hvad der "
            "fritager. Den blev ophævet den 1. februar 2026 uden en overgangsregel.",
            "BEK 1708/2024 said in §§ 17-19 what counts, which days are left out and what brings relief. It "
            "was repealed on 1 February 2026 without a saving clause.",
        ),
        Words(
            "Indtil videre bruges de hidtidige detaljer, og svaret advarer.",
            "For now the former details are used, and the answer warns.",
        ),
        {
            "former-details": Words(
                "De hidtidige detaljer bruges videre for forløb bevilget senest den 31. januar 2026.",
                "The former details go on for programmes granted by 31 January 2026.",
            ),
            "act-alone": Words(
                "Kun lovens egne ord i LAB § 113, stk. 2, bruges. Ingen dage regnes fra, og intet andet "
                "fritager end særlige grunde.",
                "Only the words of LAB § 113, stk. 2, itself are used. No days are left out, and nothing but "
                "special reasons brings relief.",
            ),
        },
    ),
    "resubmission-team": Told(
        Words("hvem der får sagen igen efter seks måneder", "who gets the case again after six months"),
        Words(
            "Loven siger, at sagen skal for rehabiliteringsteamet igen. Men BEK 47/2026 § 1 nævner ikke "
            "længere den slags sager for teamet.",
            "The act says that the case must go to the rehabilitation team again. But BEK 47/2026 § 1 no "
            "longer names such cases for the team.",
        ),
        Words(
            "Indtil videre følges loven: sagen skal for teamet.",
            "For now the act is followed: the case must go to the team.",
        ),
        {
            "team": Words(
                "Sagen skal for teamet, som loven siger.", "The case goes to the team, as the act says."
            ),
            "municipality": Words(
                "Kommunen drøfter selv med borgeren, hvorfor intet er begyndt, og hvad der skal ske.",
                "The municipality itself discusses with the citizen why nothing has begun, and what is to be "
                "done.",
            ),
        },
    ),
    "repeated-passivity": Told(
        Words("om garantien gælder mere end én gang", "whether the guarantee applies more than once"),
        Words(
            "De seks måneder regnes fra forløbets start. Hvad der gælder, hvis intet sker i seks måneder "
            "senere i forløbet, er kun delvist læst.",
            "The six months run from the programme's start. What holds where nothing happens for six months "
            "later on was read in part only.",
        ),
        Words("Indtil videre regnes de kun én gang.", "For now they are counted once only."),
        {
            "once": Words("Garantien gælder én gang.", "The guarantee applies once."),
            "again": Words(
                "Sagen forelægges igen, hver gang der er gået seks måneder uden indsats.",
                "The case is brought again each time six months have passed without an effort.",
            ),
        },
    ),
    "six-month-plan": Told(
        Words("om planen skal nå seks måneder frem", "whether the plan must reach six months ahead"),
        Words(
            "Reglen stod i BEK 1708/2024, som blev ophævet den 1. februar 2026 uden en overgangsregel.",
            "The rule stood in BEK 1708/2024, which was repealed on 1 February 2026 without a saving clause.",
        ),
        Words("Indtil videre gives der intet svar.", "For now no answer is given."),
        {
            "six-months": Words(
                "Planen lægges stadig for mindst seks måneder ad gangen.",
                "The plan is still made for at least six months at a time.",
            ),
            "no-span": Words(
                "Planen følger lovens øvrige regler og har ingen fast længde.",
                "The plan follows the other rules of the act and has no fixed span.",
            ),
        },
    ),
    "job-broker-in-plan": Told(
        Words("om jobformidleren skal stå i Min Plan", "whether the job broker must stand in the plan"),
        Words(
            "At jobformidlerens navn, rolle og aftaler skal stå i Min Plan, stod i BEK 1708/2024, som er "
            "ophævet.",
            "That the job broker's name, role and agreements must stand in the plan was said in BEK "
            "1708/2024, which has been repealed.",
        ),
        Words(
            "Indtil videre kræves det ikke, og svaret om jobformidleren advarer.",
            "For now it is not demanded, and the answer on the job broker warns.",
        ),
        {
            "in-plan": Words("Oplysningerne skrives stadig i planen.", "They are still written in the plan."),
            "not-required": Words("De skal ikke længere stå der.", "They need no longer stand there."),
        },
    ),
    "team-recommendation": Told(
        Words(
            "om en afgørelse, der fraviger teamets indstilling, skal for teamet igen",
            "whether a decision that deviates from the team's recommendation goes back to the team",
        ),
        Words(
            "Efter den 31. januar 2026 bevilges der ikke nye ressourceforløb. Det er ikke vist, om teamets "
            "indstilling stadig skal følges på samme måde i de forløb, der fortsætter.",
            "No new ressourceforløb are granted after 31 January 2026. Whether the team's recommendation "
            "must still be followed in the same way in programmes that go on has not been shown.",
        ),
        Words("Indtil videre gives der intet svar om det.", "For now no answer about it is given."),
        {
            "back-to-team": Words(
                "En afgørelse, der fraviger indstillingen, kræver stadig, at teamet får sagen igen først.",
                "A decision that deviates still needs the case to go to the team again first.",
            ),
            "municipality-alone": Words(
                "Kommunen kan afgøre det uden at forelægge sagen igen.",
                "The municipality can decide without bringing the case again.",
            ),
        },
    ),
    "long-grants": Told(
        Words(
            "forløb på mere end tre år fra før 2022", "programmes of more than three years from before 2022"
        ),
        Words(
            "Siden 2022 er den længste varighed tre år. Om et længere forløb bevilget før må løbe ud, er "
            "ikke læst.",
            "Since 2022 the longest length is three years. Whether a longer programme granted before may run "
            "to its end has not been read.",
        ),
        Words(
            "Indtil videre følges bevillingen, og svaret advarer.",
            "For now the grant is followed, and the answer warns.",
        ),
        {
            "runs-out": Words(
                "Forløbet fortsætter til sin bevilgede slutdato.",
                "The programme goes on to the end that was granted.",
            ),
            "three-years": Words(
                "Forløbet må højst vare tre år i alt, også når det er bevilget for længere.",
                "The programme may last three years in all, also where more was granted.",
            ),
        },
    ),
    "extension": Told(
        Words("om et forløb kan forlænges", "whether a programme can be prolonged"),
        Words(
            "Det er ikke vist, om et forløb bevilget for mindre end tre år kan forlænges op til de tre år "
            "efter den 1. februar 2026.",
            "Whether a programme granted for less than three years can be prolonged up to the three years "
            "after 1 February 2026 has not been shown.",
        ),
        Words(
            "Grænserne for længden vises, men siger intet om det.",
            "The limits of the length are shown, but say nothing about it.",
        ),
        {
            "may-be-prolonged": Words(
                "Forløbet kan forlænges inden for de tre år.",
                "The programme can be prolonged within three years.",
            ),
            "as-granted": Words("Forløbet slutter som bevilget.", "The programme ends as it was granted."),
        },
    ),
    "further-programme": Told(
        Words("om der kan bevilges et forløb til", "whether a further programme can be granted"),
        Words(
            "Et nyt forløb er en ny bevilling, og nye kan ikke gives fra den 1. februar 2026. Om "
            "overgangsreglen undtager dem, der allerede er i gang, er ikke læst.",
            "A further programme is a new grant, and none can be given from 1 February 2026. Whether the "
            "transitional rule excepts those already in one has not been read.",
        ),
        Words("Indtil videre svares der nej.", "For now the answer is no."),
        {
            "none": Words("Der kan ikke bevilges et forløb til.", "No further programme can be granted."),
            "may-follow": Words(
                "Den, der er i gang, kan få et forløb til efter de hidtidige regler.",
                "Those already in one can get a further programme under the former rules.",
            ),
        },
    ),
    "no-decision-at-the-end": Told(
        Words("når kommunen ikke har afgjort sagen ved slutdatoen", "no decision by the day of the end"),
        Words(
            "Ankestyrelsen har sagt, at forløb og ydelse løber videre, til kommunen har truffet afgørelse. "
            "Om det også gælder efter den 1. februar 2026, er ikke læst.",
            "The National Social Appeals Board has said that programme and benefit run on until the "
            "municipality has decided. Whether that holds after 1 February 2026 too has not been read.",
        ),
        Words("Reglerne her stopper ved slutdatoen.", "The rules here stop on the day of the end."),
        {
            "runs-on": Words(
                "Forløb og ydelse løber videre, til der er truffet afgørelse.",
                "Programme and benefit run on until there is a decision.",
            ),
            "ends": Words(
                "Forløb og ydelse slutter på slutdatoen.", "Programme and benefit end on that day."
            ),
        },
    ),
    "rates-2026": Told(
        Words("satserne i 2026", "the amounts of 2026"),
        Words(
            "LOV 630/2024 sætter reguleringen ned i 2026 eller 2027, og satserne for 2026 er ikke læst på "
            "tryk.",
            "LOV 630/2024 lowers the regulation in 2026 or 2027, and the amounts of 2026 have not been read "
            "in print.",
        ),
        Words(
            "Indtil videre er de regnet ud uden nedsættelsen, og svaret advarer.",
            "For now they are computed without that cut, and the answer warns.",
        ),
        {
            "cut-in-2027": Words("Nedsættelsen gælder først i 2027.", "The cut applies in 2027 only."),
            "cut-in-2026": Words(
                "Nedsættelsen gælder i 2026, og satserne er lavere.",
                "The cut applies in 2026, and the amounts are lower.",
            ),
        },
    ),
    "benefit-refund": Told(
        Words("statens refusion af ydelsen", "the state's reimbursement of the benefit"),
        Words(
            "LOV 1750/2025 ændrer finansieringslovens § 3. Det er ikke vist, om ydelsen i forløb, der "
            "fortsætter, stadig er dækket.",
            "LOV 1750/2025 changes § 3 of the financing act. Whether the benefit of programmes that go on is "
            "still covered has not been shown.",
        ),
        Words("Indtil videre gives der intet svar.", "For now no answer is given."),
        {
            "staircase": Words("Refusionstrappen gælder videre.", "The staircase goes on."),
            "none": Words("Der er ingen refusion.", "There is no reimbursement."),
        },
    ),
    "programme-refund": Told(
        Words("statens refusion af indsatsen", "the state's reimbursement of the programme"),
        Words(
            "Loven nævner sagsbehandling, samtaler, planer og lægeattester og ingen ordning. Om det omfatter "
            "forløb, der fortsætter, er udledt.",
            "The act names casework, talks, plans and medical certificates and no scheme. That this includes "
            "programmes that go on is inferred.",
        ),
        Words(
            "Indtil videre svares der som hidtil om sagsbehandling, samtaler, planer og lægeattester. Om "
            "andre udgifter gives der intet svar.",
            "For now casework, talks, plans and medical certificates are answered as before. For other costs "
            "no answer is given.",
        ),
        {
            "as-before": Words("Udgifterne deles som hidtil.", "The costs are shared as before."),
            "none": Words(
                "Kommunen bærer udgifterne til forløb, der fortsætter, alene.",
                "The municipality alone bears the costs of programmes that go on.",
            ),
        },
    ),
    "contact-since-july": Told(
        Words("samtalerne fra den 1. juli 2026", "talks from 1 July 2026"),
        Words(
            "Kontaktreglerne blev lempet den 1. juli 2026. Den nye tekst om antal, form og mentorstøtte er "
            "ikke læst i sin helhed.",
            "The rules on contact were loosened on 1 July 2026. The new text on number, form and mentor "
            "support has not been read in full.",
        ),
        Words(
            "Indtil videre vises de hidtidige krav, og svaret siger det.",
            "For now the former requirements are shown, and the answer says so.",
        ),
        {
            "former-requirements": Words(
                "De hidtidige krav følges.", "The former requirements are followed."
            ),
            "right-to-talks": Words(
                "Borgeren har ret til samtaler, men loven stiller ikke krav om et antal.",
                "The citizen has a right to talks, but the act asks for no number.",
            ),
        },
    ),
    "end-of-the-team": Told(
        Words("hvornår kravet om et rehabiliteringsteam ophører", "when the rehabilitation team ends"),
        Words(
            "LOV 1750/2025 træder i kraft den 1. februar og den 1. juli 2026, og den fjerner kravet om et "
            "team. BEK 47/2026 fra den 1. februar regner stadig med teamet. Dagen er ikke læst.",
            "LOV 1750/2025 enters into force on 1 February and 1 July 2026, and removes the requirement of a "
            "team. BEK 47/2026 from 1 February still counts on the team. The day has not been read.",
        ),
        Words(
            "Fra den 1. juli 2026 gives der intet svar om teamet. Indsatsgarantien viser det hidtidige krav "
            "om at forelægge sagen igen, og svaret advarer.",
            "From 1 July 2026 no answer about the team is given. The intervention guarantee shows the former "
            "requirement to bring the case again, and the answer warns.",
        ),
        {
            "team-goes-on": Words(
                "Kommunen bruger teamet, til en ny bekendtgørelse siger andet.",
                "The municipality uses the team until a new order says otherwise.",
            ),
            "team-has-ended": Words(
                "Kravet er ophørt den 1. juli 2026, og kommunen afgør sagerne uden teamet.",
                "The requirement ended on 1 July 2026, and the municipality decides without the team.",
            ),
        },
    ),
}
