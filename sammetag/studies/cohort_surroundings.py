"""What stood around the trial in Copenhagen (VIVE 2019): changes, programme theory and interviews.

Told in our own words after chapters 1.2, 2, 3, 5 and 6 and table 6.1; no quotation is taken over.
"""

from __future__ import annotations

from datetime import date

from sammetag.evaluation.trial.extract import ContextChange, ElementSeen, Interviewed, RoundSeen

INTERVENTION, CONTROL = "intervention", "control"
PLANNED, PRACTISED, PARTLY, NEVER = "planned", "practised", "partly", "never"
ORGANISATION, CITIZEN = "organisation", "citizen"
EVALUATOR, MUNICIPALITY = "Evaluator", "Kommunen, til eget brug"
CITIZEN_ASKED = "Borger"
Found = tuple[str, str]
Rounds = tuple[RoundSeen, ...]

CONTEXT: tuple[ContextChange, ...] = (
    ContextChange(
        date(2017, 10, 1),
        date(2018, 4, 30),
        "En arbejdsgruppe i kommunen så på, hvor sjældent der blev tilkendt førtidspension og fleksjob, og "
        "fandt rehabiliteringsteamet for tilbageholdende.",
    ),
    ContextChange(
        date(2017, 11, 1),
        None,
        "Kontrolgruppens koordinerende sagsbehandlere flyttede ind på samme adresse som forsøget.",
        (CONTROL,),
    ),
    ContextChange(
        date(2018, 1, 1),
        None,
        "Rehabiliteringsteamets medarbejdere flyttede til forsøgets adresse. Forsøgets sagsbehandlere fik "
        "kort vej til dem; kontrolgruppens fik længere.",
    ),
    ContextChange(
        date(2018, 1, 1),
        None,
        "Job som mål fra første dag blev også en del af det typiske forløb. Hvornår i perioden, står der "
        "ikke.",
        (CONTROL,),
    ),
    ContextChange(
        date(2018, 6, 1), None, "Nye regler om førtidspension. Flere sager kom for rehabiliteringsteamet."
    ),
    ContextChange(
        date(2018, 10, 1),
        None,
        "Voksende ventetid på møder i rehabiliteringsteamet: nogle var færdige, men ventede på en afgørelse.",
    ),
    ContextChange(
        date(2019, 1, 1),
        None,
        "Forsøgets adresse blev center for alle i ressourceforløb: begge grupper kom til samme sted.",
    ),
    ContextChange(
        date(2017, 1, 1),
        None,
        "Jobcenteret var med i andre projekter for de samme borgere, blandt andet fra STAR.",
        (CONTROL,),
    ),
)


def _rounds(plan: str, found: Found, control: Found, later: Found) -> Rounds:
    """Table 6.1: as planned in 2017 and found in 2018, then the control group in both years."""
    return (
        RoundSeen("2017", INTERVENTION, PLANNED, plan),
        RoundSeen("2018", INTERVENTION, *found),
        RoundSeen("2017", CONTROL, *control),
        RoundSeen("2018", CONTROL, *later),
    )


def _of_citizens(plan: str) -> Rounds:
    """The side of the citizens: chapter 4 has three of them, chosen by their guides."""
    return (
        RoundSeen("2017", INTERVENTION, PLANNED, plan),
        RoundSeen("2018", INTERVENTION, PRACTISED, "Sådan fortalte de tre borgere, der blev spurgt."),
    )


THEORY: tuple[ElementSeen, ...] = (
    ElementSeen(
        "Alle under samme tag",
        "Når fagfolkene taler sammen hver dag, hænger indsatsen bedre sammen.",
        ORGANISATION,
        None,
        _rounds(
            "Alle om borgeren har plads på samme adresse.",
            (PRACTISED, "Sådan er det; de personlige vejledere er der dog kun af og til."),
            (NEVER, "Sagsbehandler og indsats er hver for sig."),
            (NEVER, "Sagsbehandler og indsats er hver for sig."),
        ),
    ),
    ElementSeen(
        "Indsatserne foregår i huset",
        "Det, der er i huset, kan begynde hurtigt og løbe side om side med andet.",
        ORGANISATION,
        "first-employment",
        _rounds(
            "Alle indsatser foregår på stedet.",
            (PRACTISED, "Alle indsatser foregår på stedet."),
            (NEVER, "Alt foregår hos eksterne leverandører."),
            (PARTLY, "Det meste foregår hos eksterne leverandører."),
        ),
    ),
    ElementSeen(
        "Korte ventetider",
        "Et forløb uden huller bygger motivation op og holder på den.",
        ORGANISATION,
        "dead-days",
        _rounds(
            "Korte eller ingen ventetider.",
            (PARTLY, "Sjældne ventetider, men sidst i 2018 lange på møder i rehabiliteringsteamet."),
            (NEVER, "Ofte ventetid."),
            (NEVER, "Ofte ventetid."),
        ),
    ),
    ElementSeen(
        "Flere indsatser ad gangen",
        "Indsatser side om side gør forløbet kortere.",
        ORGANISATION,
        "parallel-days",
        _rounds(
            "Indsatserne løber side om side.",
            (PRACTISED, "De løber side om side."),
            (NEVER, "Én indsats ad gangen."),
            (PARTLY, "Der bliver gjort forsøg, men det sker sjældent."),
        ),
    ),
    ElementSeen(
        "Faste møder om hver borger",
        "Fælles møder giver et fælles sprog om borgeren og det, borgeren har brug for.",
        ORGANISATION,
        None,
        _rounds(
            "Alle om borgeren mødes jævnligt, med eller uden borgeren.",
            (NEVER, "Opgivet: det daglige samarbejde dør om dør blev anset for nok."),
            (NEVER, "Sagsbehandler og leverandør arbejder sjældent tæt sammen."),
            (NEVER, "Sagsbehandler og leverandør arbejder sjældent tæt sammen."),
        ),
    ),
    ElementSeen(
        "Samarbejde på tværs af fag",
        "Det daglige samarbejde giver én forståelse af, hvor forløbet skal hen.",
        ORGANISATION,
        None,
        _rounds(
            "Alle om borgeren arbejder sammen på tværs af tre forvaltninger.",
            (PARTLY, "Stort set, men det tværfaglige skal der blive ved med at arbejdes på."),
            (NEVER, "Sker sjældent."),
            (NEVER, "Sker sjældent."),
        ),
    ),
    ElementSeen(
        "Fast vejleder hver uge",
        "En tæt relation giver motivation og fremgang.",
        ORGANISATION,
        None,
        _rounds(
            "En fast vejleder gennem hele forløbet, med en samtale hver uge.",
            (PRACTISED, "Ugentlige samtaler med vejlederen."),
            (PARTLY, "Mentor hos en leverandør, for en begrænset tid."),
            (PARTLY, "Mentor hos en leverandør, for en begrænset tid."),
        ),
    ),
    ElementSeen(
        "Job som mål fra første dag",
        "Det er lettere for alle, når målet om job er givet på forhånd.",
        ORGANISATION,
        None,
        _rounds(
            "Målet er sagt fra første dag, og hver indsats begrundes med det.",
            (PRACTISED, "Fra første dag."),
            (NEVER, "Målet kommer til sidst og ofte for sent."),
            (PRACTISED, "Fra første dag."),
        ),
    ),
    ElementSeen(
        "Hurtigt ud på en arbejdsplads",
        "Arbejdsevnen bliver udviklet bedst på en arbejdsplads.",
        ORGANISATION,
        "company-placement",
        _rounds(
            "Hurtigt i jobtræning og praktik.",
            (PARTLY, "Lykkes ikke altid."),
            (PARTLY, "Ligger til sidst og bliver ikke altid nået."),
            (PARTLY, "Hurtigt, gennem en leverandør; lykkes ikke altid."),
        ),
    ),
    ElementSeen(
        "Indsatser efter den enkelte",
        "En indsats, der passer til borgeren, bliver gennemført.",
        ORGANISATION,
        None,
        _rounds(
            "Indsatserne tilpasses den enkelte.",
            (PARTLY, "Mest standard, men nye indsatser blev lavet efter behov."),
            (PARTLY, "Standardpakker, med mulighed for særlige."),
            (PARTLY, "Standardpakker, med mulighed for særlige."),
        ),
    ),
    ElementSeen(
        "Plan mod fleksjob eller førtidspension",
        "Når planen bliver lavet på stedet, bliver forløbet kortere.",
        ORGANISATION,
        "clarification",
        _rounds(
            "Planen bliver lavet i jobcenteret, og det forsinker.",
            (PRACTISED, "Arbejdet er flyttet til stedet, og det betyder meget for tempoet."),
            (PARTLY, "Særlige sagsbehandlere laver den i jobcenteret."),
            (PARTLY, "De samme sagsbehandlere laver den; de er flyttet med til stedet."),
        ),
    ),
    ElementSeen(
        "Et tydeligt jobmål",
        "Den, der ser meningen og tror, at det er den sidste indsats, deltager aktivt.",
        CITIZEN,
        None,
        _of_citizens("Målet er klart for borgeren fra begyndelsen."),
    ),
    ElementSeen(
        "En plan med klare delmål",
        "Hvert delmål, der bliver nået, er en succes, som giver motivation og fremgang.",
        CITIZEN,
        None,
        _of_citizens("Planen er til at forstå og har delmål."),
    ),
    ElementSeen(
        "Alt peger mod job",
        "Borgeren forstår, hvad hver indsats skal føre til.",
        CITIZEN,
        None,
        _of_citizens("Delmål og indsatser peger mod job."),
    ),
    ElementSeen(
        "Fagfolk, der arbejder sammen om borgeren",
        "Det giver tryghed, hurtigere beslutninger og kortere ventetid.",
        CITIZEN,
        "dead-days",
        _of_citizens("Alle om borgeren sidder og arbejder sammen."),
    ),
    ElementSeen(
        "Kun ét sted at møde op",
        "Indsatser på samme adresse kan løbe side om side og gør forløbet kortere.",
        CITIZEN,
        "parallel-days",
        _of_citizens("Alt foregår på adressen eller lige ved."),
    ),
    ElementSeen(
        "En samtale hver uge",
        "Tæt opfølgning bærer borgeren fra den ene indsats til den næste.",
        CITIZEN,
        None,
        _of_citizens("Samme vejleder hver uge i hele forløbet."),
    ),
    ElementSeen(
        "Andre rammer end et kontor",
        "Rammer, der er anderledes, siger, at indsatsen er det.",
        CITIZEN,
        None,
        _rounds(
            "Stedet ligner ikke et jobcenter.",
            (PARTLY, "Stedet afviger noget fra et jobcenter."),
            (PARTLY, "Møder i jobcenteret; leverandørerne har andre rammer."),
            (PRACTISED, "Møderne er flyttet til forsøgets adresse."),
        ),
    ),
)


def _asked(role: str, arm: str, *years: tuple[str, int]) -> tuple[Interviewed, ...]:
    """Staff: the report tells of nobody who agreed and did not come."""
    return tuple(Interviewed(role, year, arm, many, many, EVALUATOR, EVALUATOR) for year, many in years)


# Table 2.1.
INTERVIEWS: tuple[Interviewed, ...] = (
    *_asked("Leder", INTERVENTION, ("2017", 1), ("2018", 2)),
    *_asked("Leder", CONTROL, ("2018", 2)),
    *_asked("Fagkoordinator", INTERVENTION, ("2018", 1)),
    *_asked("Fagkoordinator", CONTROL, ("2018", 1)),
    *_asked("Koordinerende sagsbehandler", INTERVENTION, ("2017", 1), ("2018", 2)),
    *_asked("Koordinerende sagsbehandler", CONTROL, ("2016", 2), ("2018", 2)),
    *_asked("Vejleder, beskæftigelse", INTERVENTION, ("2017", 2), ("2018", 2)),
    *_asked("Vejleder, det sociale", INTERVENTION, ("2017", 2), ("2018", 2)),
    *_asked("Vejleder, sundhed", INTERVENTION, ("2017", 1), ("2018", 1)),
    # Hardly the most critical, chosen as they were; half of those who had agreed did not come.
    Interviewed(CITIZEN_ASKED, "2018", INTERVENTION, 6, 3, "Borgernes egne vejledere", EVALUATOR),
    # Three focus groups that the municipality had held for itself; the evaluator read what was said.
    Interviewed(CITIZEN_ASKED, "2018", CONTROL, 11, 11, MUNICIPALITY, MUNICIPALITY),
)
