"""What stands between people and work: goals about it, steps, what helps, and what is said of it in talks."""

from __future__ import annotations

from dataclasses import dataclass

from sammetag.people.models import Field


@dataclass(frozen=True)
class Offer:
    """A kind of intervention. `chapter` is that of LAB where the law of talks asks for it."""

    title: str
    field: Field
    hours: tuple[str, ...]
    weeks: tuple[int, int]
    chapter: int | None = None
    company: bool = False


@dataclass(frozen=True)
class Hurdle:
    """Something in the way. Goals and steps are of its field; each offer leads to the step of its place."""

    key: str
    field: Field
    goals: tuple[str, ...]
    steps: tuple[str, ...]
    offers: tuple[Offer, ...]
    notes: tuple[str, ...]
    own: tuple[str, ...] = ()


HURDLES = (
    Hurdle(
        "pain",
        Field.HEALTH,
        ("Smerterne bestemmer ikke hele dagen", "Færre dage i sengen på grund af ryggen"),
        (
            "Kan sige, hvad der udløser en dårlig dag",
            "Bruger øvelserne hjemme hver dag",
            "Fordeler kræfterne over ugen",
        ),
        (
            Offer("Smertehåndtering", Field.HEALTH, ("3",), (8, 12)),
            Offer("Rygskole", Field.HEALTH, ("2",), (8, 10)),
            Offer("Varmtvandshold", Field.HEALTH, ("2",), (10, 16)),
        ),
        (
            "Smerterne er de samme, men {hun} er mindre bange for dem.",
            "Lange bilture er værst. Vi planlægger uden dem.",
            "{Hun} havde øvelserne på køleskabet og et kryds ved hver dag.",
            "Medicinen er lagt om, og formiddagene er tunge lige nu.",
        ),
        ("Jeg vil kunne løfte mit barnebarn",),
    ),
    Hurdle(
        "worry",
        Field.TREATMENT,
        ("Mindre angst, når der er andre til stede", "Kan være i et rum med fem mennesker"),
        (
            "Møder til behandlingen",
            "Har en aftale om, hvad der sker ved et anfald",
            "Tager bussen alene to gange om ugen",
        ),
        (
            Offer("Behandlingsforløb, angst", Field.TREATMENT, ("2", "3"), (12, 24)),
            Offer("Samtaler hos psykolog", Field.TREATMENT, ("1",), (10, 16)),
            Offer("Ro og åndedræt", Field.HEALTH, ("2",), (8, 12)),
        ),
        (
            "{Hun} tog bussen alene hertil for første gang.",
            "Samtalen blev holdt gående. Sådan taler vi bedst.",
            "En dårlig uge. {Hun} blev hjemme tre dage og ringede selv og sagde det.",
            "Behandleren har skrevet, at der må gås langsomt frem. Det gør vi.",
        ),
    ),
    Hurdle(
        "low",
        Field.TREATMENT,
        ("Overskud til det, der før var let", "Stabilt humør over en måned"),
        ("Følger behandlingen", "Kommer ud hver dag inden middag", "Har taget kontakt til én gammel ven"),
        (
            Offer("Behandlingsforløb, depression", Field.TREATMENT, ("2", "4"), (14, 26)),
            Offer("Stille motion", Field.HEALTH, ("2", "3"), (10, 14)),
            Offer("Samtalegruppe", Field.TREATMENT, ("2",), (12, 20)),
        ),
        (
            "Morgenerne er de tungeste, og det skrev vi ned.",
            "{Hun} smilede ad en vits og bemærkede det selv.",
            "Søndage er lange. Dem har vi lagt noget ind i.",
            "{Hun} har været ude hver dag i to uger. Det står på en seddel i pungen.",
        ),
        ("Jeg vil vågne og have lyst",),
    ),
    Hurdle(
        "sleep",
        Field.HEALTH,
        ("En døgnrytme, der holder på hverdage", "Sove, når det er nat"),
        ("Fører søvndagbog i fire uger", "Står op før ni fem dage om ugen", "Ingen skærm efter ti"),
        (
            Offer("Søvn og pauser", Field.HEALTH, ("2",), (8, 10)),
            Offer("Hverdagsrytme", Field.HEALTH, ("2",), (8, 14)),
        ),
        (
            "{Hun} kom til en samtale klokken ni. Det havde vi ikke troet, da vi begyndte.",
            "Søvndagbogen viser mere, end vi begge havde ventet.",
            "Natten før var dårlig, så vi nøjedes med en halv time.",
        ),
    ),
    Hurdle(
        "head",
        Field.HEALTH,
        ("Koncentration nok til en halv arbejdsdag", "Leve med følgerne af hjernerystelsen"),
        (
            "Kender sine tre advarselstegn",
            "Læser tyve minutter uden hovedpine",
            "Holder pause, før hovedet siger stop",
        ),
        (
            Offer("Hjerneskadevejledning", Field.HEALTH, ("2",), (10, 20)),
            Offer("Synstræning", Field.TREATMENT, ("1",), (8, 16)),
            Offer("Energiforvaltning", Field.HEALTH, ("2",), (8, 10)),
        ),
        (
            "Vi slukkede loftslyset, og så gik samtalen.",
            "{Hun} stoppede os efter en halv time. Det er fremskridt, at {hun} siger det.",
            "Hukommelsen driller. Alt aftales på skrift, og {hun} får det med hjem.",
        ),
        ("Jeg vil kunne huske, hvad jeg læste i går",),
    ),
    Hurdle(
        "home",
        Field.SOCIAL,
        ("Overblik over hverdagen derhjemme", "Et hjem, man kan tage imod i"),
        ("Posten åbnes hver tirsdag", "Køkkenet er til at lave mad i", "Har en plan for ugen på køleskabet"),
        (
            Offer("Støtte i hjemmet (§ 85)", Field.SOCIAL, ("2", "3"), (26, 52)),
            Offer("Hverdagshjælp", Field.SOCIAL, ("2",), (16, 30)),
        ),
        (
            "Der var fjorten uåbnede breve. Nu er der ingen.",
            "{Hun} havde købt blomster til bordet, fordi der kom nogen.",
            "Vaskemaskinen er i stykker, og så går resten også i stå. Vi har søgt om hjælp til en ny.",
            "Støtten kommer om torsdagen, og det er ugens anker.",
        ),
    ),
    Hurdle(
        "money",
        Field.SOCIAL,
        ("Styr på økonomien", "Ingen rykkere"),
        (
            "Har et budget, der går op",
            "Har en aftale med de tre største kreditorer",
            "Regningerne betales automatisk",
        ),
        (
            Offer("Råd om økonomi", Field.SOCIAL, ("1",), (6, 12)),
            Offer("Gældsrådgivning", Field.SOCIAL, ("1",), (8, 16)),
        ),
        (
            "Afdragsordningen er på plads, og skuldrene er kommet ned.",
            "Der manglede huslejen i måneden. Vi ringede til boligforeningen sammen.",
            "{Hun} viste budgettet frem uden at blive spurgt.",
        ),
        ("Jeg vil turde tage telefonen",),
    ),
    Hurdle(
        "alone",
        Field.SOCIAL,
        ("Flere mennesker i hverdagen", "Et sted at høre til"),
        (
            "Møder fast et sted én gang om ugen",
            "Har været med til én udflugt",
            "Har en at ringe til om aftenen",
        ),
        (
            Offer("Fællesspisning", Field.SOCIAL, ("2",), (16, 30)),
            Offer("Værested, fast dag", Field.SOCIAL, ("3",), (20, 40)),
            Offer("Personlig vejledning", Field.SOCIAL, ("1",), (20, 36)),
        ),
        (
            "{Hun} har været til fællesspisning tre gange og kender fem navne.",
            "Hunden er stadig den, {hun} taler mest med. Det er også noget.",
            "Weekenden var lang. Vi fandt et sted, der holder åbent om søndagen.",
        ),
    ),
    Hurdle(
        "family",
        Field.SOCIAL,
        ("Ro om børnene, så der er plads til andet", "En hverdag med børn, der kan hænge sammen med arbejde"),
        (
            "Har en aftale om hentning tre dage om ugen",
            "Én aften om ugen er fri",
            "Skolen ved, hvem de skal ringe til",
        ),
        (
            Offer("Familievejledning", Field.SOCIAL, ("1", "2"), (16, 30)),
            Offer("Aflastning, én aften om ugen", Field.SOCIAL, ("3",), (26, 40)),
        ),
        (
            "Den ældste har det skidt i skolen, og så fylder det alt.",
            "Morgenerne er lettere, efter at bussen henter den yngste.",
            "Der var barn med i dag. Det gik fint med tegnegrej.",
        ),
        ("Jeg vil være en mor, der også har et arbejde",),
    ),
    Hurdle(
        "drink",
        Field.TREATMENT,
        ("En hverdag uden alkohol", "Holde fast i det, der virker"),
        ("Møder til alle samtaler i ambulatoriet", "Har en plan for fredagene", "Tre måneder i træk"),
        (
            Offer("Alkoholbehandling", Field.TREATMENT, ("2", "3"), (16, 30)),
            Offer("Efterbehandling, gruppe", Field.TREATMENT, ("2",), (12, 24)),
        ),
        (
            "Otte uger nu. {Hun} tæller, og det gør vi også.",
            "Der var et tilbagefald. {Hun} sagde det selv, og planen holder.",
            "Fredagene er de svære. Dér ligger der nu noget fast.",
        ),
    ),
    Hurdle(
        "weight",
        Field.HEALTH,
        ("En krop, der kan bære en arbejdsdag", "Bedre form"),
        (
            "Har lagt maden om sammen med diætisten",
            "Kan tage trappen til anden sal",
            "Går tredive minutter fire dage om ugen",
        ),
        (
            Offer("Kost og bevægelse", Field.HEALTH, ("2",), (12, 16)),
            Offer("Hjerteskole", Field.HEALTH, ("3",), (8, 12)),
            Offer("Træning på hold", Field.HEALTH, ("3",), (10, 16)),
        ),
        (
            "{Hun} tog trappen herop og ville have, at jeg så det.",
            "Diætisten var god: ingen løftede pegefingre.",
            "Sukkersygen er under kontrol, og hverdagen er lettere.",
        ),
    ),
    Hurdle(
        "danish",
        Field.EDUCATION,
        ("Dansk nok til en arbejdsplads", "Kunne læse en vagtplan og skrive en besked"),
        ("Har bestået næste trin", "Har lært tyve ord fra faget", "Skriver selv beskederne til os"),
        (
            Offer("FVU-dansk", Field.EDUCATION, ("4", "6"), (12, 20), chapter=14),
            Offer("Sprogcafé og job", Field.EDUCATION, ("4", "6"), (10, 18), chapter=14),
        ),
        (
            "I dag klarede vi os uden tolk det meste af tiden.",
            "{Hun} skrev selv sms'en om, at {hun} blev forsinket. Uden fejl.",
            "Lærerne siger, at {hun} skal tale mere og rette sig selv mindre.",
        ),
        ("Jeg vil kunne tale med mine børns lærer",),
    ),
    Hurdle(
        "school",
        Field.EDUCATION,
        ("Papir på det, {hun} kan", "Regne og læse godt nok til et kursus"),
        ("Har bestået trin 1", "Bruger oplæsning på telefonen", "Kan bruge mail og kalender"),
        (
            Offer("FVU-matematik", Field.EDUCATION, ("4",), (10, 18), chapter=14),
            Offer("Ordblindeundervisning", Field.EDUCATION, ("3", "4"), (14, 24), chapter=14),
            Offer("IT for begyndere", Field.EDUCATION, ("3", "4"), (8, 12), chapter=14),
        ),
        (
            "Testen viste ordblindhed. {Hun} græd af lettelse.",
            "{Hun} læste brevet fra os højt. Det plejer {hun} ikke at ville.",
            "Holdet er lille, og det er derfor, det går.",
        ),
    ),
)
BY_KEY = {one.key: one for one in HURDLES}
# Hurdles that only some have: parents of an age with children at home, and who came to Denmark as adults.
OF_PARENTS, OF_NEWCOMERS = "family", "danish"

TRAINING = (
    Offer("Intern træning", Field.EMPLOYMENT, ("4", "5", "6"), (8, 16), chapter=14),
    Offer("Jobsøgning i ro", Field.EMPLOYMENT, ("3", "4"), (8, 12), chapter=14),
    Offer("Afklaring i små skridt", Field.EMPLOYMENT, ("4", "6"), (10, 14), chapter=14),
    Offer("Fra fritid til job", Field.EMPLOYMENT, ("3", "5"), (8, 13), chapter=14),
)
PROVIDERS: dict[str, dict[Field, tuple[str, ...]]] = {
    "havnen": {
        Field.EMPLOYMENT: ("Værkstedet på Havnen", "Nordkaj ApS", "Fodfæste"),
        Field.EDUCATION: ("Åbyfjord Voksenskole", "Sprogskolen Kajen"),
        Field.SOCIAL: ("Åbyfjord Bostøtte", "Socialcenter Åbyfjord", "Medborgerhuset"),
        Field.HEALTH: ("Sundhedshuset Åbyfjord",),
        Field.TREATMENT: ("Sygehuset", "Ambulatoriet på Havnen"),
    },
    "aasen": {
        Field.EMPLOYMENT: ("Åsens Arbejdsfællesskab", "Nordkaj ApS", "Trædestenen"),
        Field.EDUCATION: ("Åbyfjord Voksenskole",),
        Field.SOCIAL: ("Åbyfjord Bostøtte", "Kulturhuset på Åsen"),
        Field.HEALTH: ("Sundhedshuset Åbyfjord", "Åsens Svømmehal"),
        Field.TREATMENT: ("Sygehuset", "Distriktsklinikken"),
    },
    "kildevang": {
        Field.EMPLOYMENT: ("Kildens Værksteder", "Fodfæste", "Mulighedernes Hus"),
        Field.EDUCATION: ("Åbyfjord Voksenskole", "Kildevang Aftenskole"),
        Field.SOCIAL: ("Åbyfjord Bostøtte", "Socialcenter Åbyfjord"),
        Field.HEALTH: ("Sundhedshuset Åbyfjord", "Kildevang Bevægelse"),
        Field.TREATMENT: ("Sygehuset", "Distriktsklinikken"),
    },
    "laerkeoe": {
        Field.EMPLOYMENT: ("Øens Produktionsskole", "Det Grønne Værksted"),
        Field.EDUCATION: ("Lærkeø Aftenskole",),
        Field.SOCIAL: ("Lærkeø Hjemmestøtte",),
        Field.HEALTH: ("Lærkeø Sundhed",),
        Field.TREATMENT: ("Sygehuset på fastlandet",),
    },
}
