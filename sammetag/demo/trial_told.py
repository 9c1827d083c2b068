"""The plan of the demo's own trial, and what is told around it: theory, what else changed, who was asked."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from sammetag.demo.trial_held import CONTROL, INTERVENTION
from sammetag.evaluation.trial.eligibility import Eligibility
from sammetag.evaluation.trial.extract import ContextChange, ElementSeen, Interviewed, Quotation, RoundSeen
from sammetag.evaluation.trial.outcomes import Direction
from sammetag.evaluation.trial.protocol import Analysis, Arm, Covariate, Outcome, Protocol, Size
from sammetag.people.models import Field

TITLE = "Under samme tag"
NOT_BEGUN = "Borgeren er ikke allerede begyndt på noget i huset"
# What was amended, and why.
AMENDED = (
    "Lodtrækningen fortsætter, indtil 124 er trukket; planen var et år.",
    "Der blev bevilget færre forløb, end vi havde regnet med.",
)
EARLY, LATE = "Første halvår", "Efter halvandet år"


def protocol(until: date) -> Protocol:
    """What was agreed before the first draw."""
    return Protocol(
        question="Får borgerne kortere ventetid og flere afklaringer, når alt foregår i samme hus?",
        population="Borgere fra 30 år i Åbyfjord Kommune, der har fået et forløb siden sidste liste.",
        arms=(
            Arm(INTERVENTION, "Under samme tag", "Fast vejleder, og det, der skal i gang, er i huset."),
            Arm(CONTROL, "Som hidtil", "Indsatser hos de leverandører, som jobcentret plejer at bruge."),
        ),
        eligibility=Eligibility(least_age=30, vouched=(NOT_BEGUN,)),
        outcomes=(
            Outcome("clarification", primary=True),
            Outcome("completion"),
            Outcome("first-talk"),
            Outcome("first-employment"),
            Outcome("company-placement"),
            Outcome("parallel-days"),
            Outcome("dead-days", hoped=Direction.LESS),
        ),
        size=Size(control=0.10, treatment=0.30, persons=124),
        analysis=Analysis(covariates=(Covariate.AGE, Covariate.SEX, Covariate.DRAW_DATE)),
        until=until,
    )


def _element(
    title: str, assumption: str, indicator: str | None, *found: tuple[str, str, str, str], side: str
) -> ElementSeen:
    return ElementSeen(title, assumption, side, indicator, tuple(RoundSeen(*one) for one in found))


THEORY: tuple[ElementSeen, ...] = (
    _element(
        "Første samtale inden for tre uger",
        "Den, der hurtigt bliver mødt, tror på, at der sker noget.",
        "first-talk",
        (EARLY, INTERVENTION, "planned", "Tiden bliver sat, når listen er trukket."),
        (LATE, INTERVENTION, "partly", "De fleste; ikke i sommerferien."),
        (LATE, CONTROL, "partly", "Afhænger af, hvem der har sagen."),
        side="organisation",
    ),
    _element(
        "Ingen huller mellem indsatser",
        "Det næste er aftalt, før det første slutter, så motivationen holder.",
        "dead-days",
        (EARLY, INTERVENTION, "planned", "Vejlederen bestiller en måned før."),
        (LATE, INTERVENTION, "practised", "Sådan gør alle tre vejledere."),
        (LATE, CONTROL, "never", "Der bestilles, når noget er slut."),
        side="organisation",
    ),
    _element(
        "Flere ting ad gangen",
        "Sundhed, hverdag og job trækker samme vej.",
        "parallel-days",
        (EARLY, INTERVENTION, "planned", "Mindst to indsatser på samme tid."),
        (LATE, INTERVENTION, "practised", "Oftest, men ikke i en dårlig periode."),
        (LATE, CONTROL, "partly", "Når to leverandører har plads samtidig."),
        side="organisation",
    ),
    _element(
        "Fælles møde om hver borger",
        "Et møde hver måned giver et fælles sprog.",
        None,
        (EARLY, INTERVENTION, "planned", "Den første torsdag i måneden."),
        (LATE, INTERVENTION, "never", "Blev aldrig til noget: man taler sammen på gangen."),
        side="organisation",
    ),
    _element(
        "Kun ét sted at møde op",
        "Det er lettere at komme, når man kender døren og dem bag den.",
        None,
        (EARLY, INTERVENTION, "planned", "Alt undtagen praktik er i huset."),
        (LATE, INTERVENTION, "practised", "Borgerne siger det selv."),
        side="citizen",
    ),
)
_GUIDES, _EVALUATOR = "Vejlederne", "Evaluator"
INTERVIEWS: tuple[Interviewed, ...] = (
    Interviewed("Leder", EARLY, INTERVENTION, 1, 1, _EVALUATOR, _EVALUATOR),
    Interviewed("Vejleder", EARLY, INTERVENTION, 3, 3, _EVALUATOR, _EVALUATOR),
    Interviewed("Koordinator", EARLY, CONTROL, 2, 2, _EVALUATOR, _EVALUATOR),
    Interviewed("Leder", LATE, INTERVENTION, 1, 1, _EVALUATOR, _EVALUATOR),
    Interviewed("Vejleder", LATE, INTERVENTION, 2, 2, _EVALUATOR, _EVALUATOR),
    Interviewed("Koordinator", LATE, CONTROL, 2, 2, _EVALUATOR, _EVALUATOR),
    Interviewed("Borger", LATE, INTERVENTION, 5, 3, _GUIDES, _EVALUATOR),
    Interviewed("Borger", LATE, CONTROL, 4, 4, _EVALUATOR, _EVALUATOR),
)
QUOTATIONS: tuple[Quotation, ...] = (
    Quotation(
        "Vejleder",
        LATE,
        INTERVENTION,
        "Ventetid",
        "Før gik der to måneder. Nu går jeg hen ad gangen og spørger.",
    ),
    Quotation(
        "Borger", LATE, INTERVENTION, "Tryghed", "Jeg ved, hvem der sidder der, når jeg kommer ind ad døren."
    ),
    Quotation(
        "Koordinator",
        LATE,
        CONTROL,
        "Ventetid",
        "Jeg hører først, at det gik i stå, når vi skal tale sammen.",
    ),
)


def context(first: date) -> tuple[ContextChange, ...]:
    """What else changed while the trial ran."""
    return (
        ContextChange(
            first + timedelta(days=210),
            None,
            "Jobcenter Kildevang fik ny leverandør af vejledning. Ventelisten voksede i nogle måneder.",
            (CONTROL,),
        ),
        ContextChange(
            first + timedelta(days=395),
            first + timedelta(days=485),
            "To af tre vejledere i huset var syge, og nogle samtaler blev taget i telefonen.",
            (INTERVENTION,),
        ),
        ContextChange(
            first + timedelta(days=640),
            None,
            "Sundhedshuset åbnede to hold mere, for borgere fra hele kommunen.",
        ),
    )


@dataclass(frozen=True)
class Note:
    """How something is done here."""

    field: Field
    title: str
    text: str


NOTES: tuple[Note, ...] = (
    Note(
        Field.HEALTH,
        "Smertehold: sådan begynder vi",
        "Ring dagen før, og sig, at man må gå midt i det hele. De første to gange handler om ro, ikke om "
        "øvelser. Aftal fra begyndelsen, hvad der kommer bagefter.",
    ),
    Note(
        Field.EMPLOYMENT,
        "Den første dag på en arbejdsplads",
        "Gå med ind ad døren. Aftal to timer og en kop kaffe, ikke en hel dag. Skriv bagefter tre ting op, "
        "som gik godt, sammen med borgeren.",
    ),
    Note(
        Field.SOCIAL,
        "Uåbnede breve",
        "Bed borgeren tage posen med. Åbn dem sammen, læg dem i tre bunker, og ring om det vigtigste, mens I "
        "sidder der.",
    ),
)
