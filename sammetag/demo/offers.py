"""What the invented municipalities have to offer, and what coordinators write about it."""

from __future__ import annotations

from dataclasses import dataclass

from sammetag.demo.people import AASEN, HAVNEN, LAERKEOE
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


TOWARDS_WORK = (
    Offer("Intern træning", Field.EMPLOYMENT, ("4", "5", "6"), (8, 16), chapter=14),
    Offer("Jobsøgning i ro", Field.EMPLOYMENT, ("3", "4"), (8, 12), chapter=14),
    Offer("FVU-dansk", Field.EDUCATION, ("4", "6"), (12, 20), chapter=14),
    Offer("IT for begyndere", Field.EDUCATION, ("3", "4"), (8, 12), chapter=14),
)
IN_COMPANIES = (
    Offer("Praktik, køkken", Field.EMPLOYMENT, ("6", "8", "10"), (10, 17), chapter=11, company=True),
    Offer("Praktik, butik", Field.EMPLOYMENT, ("8", "10", "12"), (10, 17), chapter=11, company=True),
    Offer("Praktik, lager", Field.EMPLOYMENT, ("8", "9", "12"), (9, 15), chapter=11, company=True),
    Offer("Praktik, skole", Field.EMPLOYMENT, ("6", "10"), (10, 17), chapter=11, company=True),
    Offer("Løntilskud, kontor", Field.EMPLOYMENT, ("15", "18"), (17, 26), chapter=12, company=True),
)
BESIDE = (
    Offer("Søvn og pauser", Field.HEALTH, ("2",), (8, 10)),
    Offer("Smertehåndtering", Field.HEALTH, ("3",), (8, 12)),
    Offer("Stille motion", Field.HEALTH, ("2", "3"), (10, 14)),
    Offer("Støtte i hjemmet (§ 85)", Field.SOCIAL, ("2", "3"), (24, 40)),
    Offer("Råd om økonomi", Field.SOCIAL, ("1",), (6, 12)),
    Offer("Behandlingsforløb", Field.TREATMENT, ("2", "4"), (10, 26)),
)
PROVIDERS: dict[str, dict[Field, tuple[str, ...]]] = {
    HAVNEN.key: {
        Field.EMPLOYMENT: ("Værkstedet på Havnen", "Nordkaj ApS"),
        Field.EDUCATION: ("Åbyfjord Voksenskole",),
        Field.SOCIAL: ("Åbyfjord Bostøtte", "Socialcenter Åbyfjord"),
        Field.HEALTH: ("Sundhedshuset Åbyfjord",),
        Field.TREATMENT: ("Sygehuset",),
    },
    AASEN.key: {
        Field.EMPLOYMENT: ("Åsens Arbejdsfællesskab", "Nordkaj ApS"),
        Field.EDUCATION: ("Åbyfjord Voksenskole",),
        Field.SOCIAL: ("Åbyfjord Bostøtte",),
        Field.HEALTH: ("Sundhedshuset Åbyfjord",),
        Field.TREATMENT: ("Sygehuset",),
    },
    LAERKEOE.key: {
        Field.EMPLOYMENT: ("Øens Produktionsskole",),
        Field.EDUCATION: ("Lærkeø Aftenskole",),
        Field.SOCIAL: ("Lærkeø Hjemmestøtte",),
        Field.HEALTH: ("Lærkeø Sundhed",),
        Field.TREATMENT: ("Sygehuset på fastlandet",),
    },
}
COMPANIES = {
    HAVNEN.key: ("Fjordhallens Kantine", "Lauge & Datter Lager", "Købmandsgården", "Bakkeskolen"),
    AASEN.key: ("Åsens Bageri", "Skrænten Byggemarked", "Højdedragets Friskole", "Kontorfællesskabet Trin 3"),
    LAERKEOE.key: ("Færgecaféen", "Øens Brugs", "Lærkeø Skole"),
}

FIRST_NOTES = (
    "Første samtale. Vi gennemgik, hvem der er hvem, og hvad der sker først.",
    "Vi begyndte med det, der går godt. Målet skrev vi med borgerens egne ord.",
    "Kort første møde efter ønske. Resten tager vi over to samtaler.",
)
NOTES = (
    "Det går fremad i små skridt. Aftalerne holder.",
    "Vi rettede planen til: færre timer, men faste dage.",
    "God samtale om, hvad et arbejde skal kunne for at være til at holde ud i længden.",
    "Der er travlt derhjemme. Vi lod alt blive, som det er, til næste gang.",
    "Talte om transport. Busserne passer dårligt, og det løser vi, før noget nyt begynder.",
    "Ønsker mere ansvar. Det tager vi med til næste aftale.",
    "Overskuddet svinger. Vi aftalte, hvad der skal ske på en dårlig dag.",
    "Familien er en hjælp, og de må gerne komme med næste gang.",
    "Der var spørgsmål til brevet fra sidst. Jeg læste det op, og vi skrev det om sammen.",
    "Roligt møde. Ingen ændringer.",
)
RUNNING_NOTES = (
    "{title} er i gang, og det passer bedre end ventet.",
    "Vi talte om {title}: hvad giver kræfter, og hvad tager dem?",
    "{title} kører efter planen. Vi så på, hvad der kan komme bagefter.",
)
WAITING_NOTES = (
    "Venter stadig på {title}. Jeg rykkede samme dag.",
    "{title} lader vente på sig, og det er ikke i orden. Vi fandt noget at bruge tiden på.",
)
AGENDAS = (
    "1. Siden sidst\n2. Hvad er det næste skridt?",
    "Planen: passer den stadig?",
    "1. Timer og dage\n2. Hvem kan hjælpe med resten?",
)
REASONS = ("Syg", "Barn syg", "Ferie", "Bussen kørte ikke")
OUR_REASONS = ("Sygdom hos os", "Møde, der ikke kunne flyttes", "Kursus hos os")
