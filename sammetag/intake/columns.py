"""The columns of a file of programmes: their names, what they mean, and how a cell is read."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from sammetag.intake.headings import Column, Columns
from sammetag.intake.values import chapter, cpr, day, hours, one_of, words
from sammetag.interventions.models import Ending, Kind, State
from sammetag.law.schemes import JOBAFKLARINGSFORLOEB, RESSOURCEFORLOEB
from sammetag.people.models import Field

FIELDS = {
    "beskæftigelse": Field.EMPLOYMENT,
    "uddannelse": Field.EDUCATION,
    "social": Field.SOCIAL,
    "sundhed": Field.HEALTH,
    "behandling": Field.TREATMENT,
}
FIELD = one_of(FIELDS, {one.value: one for one in Field})
STATE = one_of(
    {
        "anbefalet": State.RECOMMENDED,
        "aftalt": State.PLANNED,
        "venter": State.WAITING,
        "i gang": State.RUNNING,
        "pause": State.PAUSED,
    },
    {
        "recommended": State.RECOMMENDED,
        "agreed": State.PLANNED,
        "waiting": State.WAITING,
        "running": State.RUNNING,
        "paused": State.PAUSED,
    },
    {
        "planlagt": State.PLANNED,
        "planned": State.PLANNED,
        "på venteliste": State.WAITING,
        "igang": State.RUNNING,
        "på pause": State.PAUSED,
    },
)
SCHEMES = {"ressourceforløb": RESSOURCEFORLOEB, "jobafklaringsforløb": JOBAFKLARINGSFORLOEB}
SCHEME = one_of(SCHEMES, SCHEMES, {scheme: scheme for scheme in SCHEMES.values()})
ENDING = one_of(
    {"gennemført": Ending.COMPLETED, "afbrudt": Ending.BROKEN_OFF, "ikke begyndt": Ending.NOT_BEGUN},
    {"completed": Ending.COMPLETED, "broken off": Ending.BROKEN_OFF, "not begun": Ending.NOT_BEGUN},
    {one.value: one for one in Ending},
)
KIND = one_of(
    {
        "tilbud": Kind.OFFER,
        "løntimer": Kind.PAID_HOURS,
        "løntilskud": Kind.DISABILITY_WAGE_SUBSIDY,
        "stu": Kind.STU,
    },
    {
        "offer": Kind.OFFER,
        "paid hours": Kind.PAID_HOURS,
        "wage subsidy": Kind.DISABILITY_WAGE_SUBSIDY,
        "stu": Kind.STU,
    },
    {one.value: one for one in Kind},
)
ALSO_YES, ALSO_NO = ("j", "x", "y", "1", "sand", "true"), ("n", "0", "falsk", "false", "-")
YES_OR_NO = one_of(
    {"ja": True, "nej": False},
    {"yes": True, "no": False},
    dict.fromkeys(ALSO_YES, True) | dict.fromkeys(ALSO_NO, False),
)


# About the case and its programme: once for each case, or alike in all rows of the case.
OF_PROGRAMME: tuple[Column, ...] = (
    Column(
        *("number", "sagsnummer", "case number", words(16)),
        about=_("Sagens nummer hos jer. Rækker med samme nummer hører til samme forløb."),
        example="2026-0114",
        also=("sagsnr", "sag", "case"),
        required=True,
    ),
    Column(
        *("given_name", "fornavn", "given name", words(80)),
        about=_("Borgerens fornavn"),
        example="Anna",
        also=("fornavne", "first name"),
        required=True,
    ),
    Column(
        *("family_name", "efternavn", "family name", words(80)),
        about=_("Borgerens efternavn"),
        example="Ågård",
        also=("last name", "surname"),
        required=True,
    ),
    Column(
        *("born_on", "fødselsdato", "date of birth", day),
        about=_("Kun datoen. CPR-nummeret har sin egen kolonne."),
        example="14.3.1984",
        also=("født", "born"),
        required=True,
    ),
    Column(
        *("cpr", "cpr-nummer", "cpr number", cpr),
        about=_("Kan udelades. Det bliver gemt krypteret og vist uden de sidste fire cifre."),
        example="",
        also=("personnummer", "cpr-nr"),
    ),
    Column(
        *("unit", "enhed", "unit", words(80)),
        about=_("Enhedens navn, som det står i Sammetag"),
        example="Jobcenter Havnen",
        also=("jobcenter", "jobcentre"),
        required=True,
    ),
    Column(
        *("coordinator", "koordinator", "coordinator", words(80)),
        about=_("Koordinatorens brugernavn. Tomt, hvis sagen ikke har nogen."),
        example="astrid.holm",
    ),
    Column(
        *("coordinator_since", "koordinator siden", "coordinator since", day),
        about=_("Tomt betyder fra bevillingen."),
        example="",
    ),
    Column(
        *("mentor", "mentor", "mentor", words(80)),
        about=_("Mentorens brugernavn, hvis borgeren har en mentor"),
        example="",
    ),
    Column(
        *("mentor_since", "mentor siden", "mentor since", day),
        about=_("Tomt betyder fra bevillingen."),
        example="",
    ),
    Column(
        *("scheme", "ordning", "scheme", SCHEME),
        about=_("ressourceforløb eller jobafklaringsforløb"),
        example="jobafklaringsforløb",
        also=("forløb", "programme"),
        required=True,
    ),
    Column(
        *("opened_on", "sag oprettet", "case opened", day),
        about=_("Tomt betyder den dag, forløbet blev bevilget."),
        example="",
    ),
    Column(
        *("team_met_on", "mødedato", "team meeting", day),
        about=_("Den dag, rehabiliteringsteamet holdt møde om forløbet"),
        example="26.1.2026",
        also=("teammøde", "rehabiliteringsteammøde"),
    ),
    Column(
        *("granted_on", "bevilget", "granted", day),
        about=_("Den dag, forløbet blev bevilget. Den afgør, hvilke regler der gælder."),
        example="9.2.2026",
        also=("bevilget den", "granted on"),
        required=True,
    ),
    Column(
        *("starts_on", "start", "start", day),
        about=_("Forløbets første dag"),
        example="16.2.2026",
        also=("startdato", "starts", "starts on"),
        required=True,
    ),
    Column(
        *("granted_until", "bevilget til", "granted until", day),
        about=_("Forløbets sidste dag efter bevillingen"),
        example="15.2.2028",
        also=("slutdato", "end date"),
        required=True,
    ),
    Column(
        *("job_goal", "jobmål", "job goal", words(200)),
        about=_("Jobmålet i planen, hvis der er et"),
        example="Butiksassistent i et supermarked",
    ),
)

# About one intervention in one state: a row each.
OF_INTERVENTION: tuple[Column, ...] = (
    Column(
        *("title", "indsats", "intervention", words(120)),
        about=_("Indsatsens navn. En indsats, der har skiftet tilstand, får en række for hver tilstand."),
        example="Virksomhedspraktik",
    ),
    Column(
        *("field", "område", "field", FIELD),
        about=_("beskæftigelse, uddannelse, social, sundhed eller behandling"),
        example="beskæftigelse",
        also=("area",),
    ),
    Column(
        *("provider", "leverandør", "provider", words(120)),
        about=_("Hvem der giver indsatsen"),
        example="Brugsen i Havnegade",
        also=("supplier",),
    ),
    Column(
        *("hours_per_week", "timer om ugen", "hours a week", hours),
        about=_("Fra 0 til 37, højst én decimal"),
        example="7,5",
        also=("timer", "timer pr. uge", "hours", "hours per week"),
    ),
    Column(
        *("state", "tilstand", "state", STATE),
        about=_("anbefalet, aftalt, venter, i gang eller pause"),
        example="i gang",
        also=("status",),
    ),
    Column(
        *("since", "siden", "since", day),
        about=_("Første dag i den tilstand"),
        example="1.4.2026",
        also=("fra", "from"),
    ),
    Column(
        *("until", "til", "until", day),
        about=_(
            "Sidste dag i den tilstand. Tomt, så længe den varer, eller hvis næste række følger lige efter."
        ),
        example="",
        also=("til og med",),
    ),
    Column(
        *("ending", "afslutning", "ending", ENDING),
        about=_("Kun når indsatsen er slut: gennemført, afbrudt eller ikke begyndt"),
        example="",
    ),
    Column(
        *("recommended_on", "anbefalet den", "recommended on", day),
        about=_("Den dag, teamet anbefalede indsatsen"),
        example="26.1.2026",
    ),
    Column(
        *("goal", "mål", "goal", words(200)),
        about=_("Målet, som delmålet hører under. Tomt betyder områdets navn."),
        example="Få erfaring fra et rigtigt job",
    ),
    Column(
        *("sub_goal", "delmål", "sub-goal", words(200)),
        about=_("Delmålet i planen, som indsatsen hører til"),
        example="Møde til tiden tre dage om ugen",
        also=("subgoal",),
    ),
    Column(
        *("sub_goal_due", "delmål senest", "sub-goal due", day),
        about=_("Tomt betyder forløbets sidste dag."),
        example="30.9.2026",
        also=("subgoal due",),
    ),
    Column(
        *("chapter", "kapitel", "chapter", chapter),
        about=_("Kapitlet i LAB, hvis indsatsen har et"),
        example="11",
        also=("lab-kapitel",),
    ),
    Column(
        *("company_based", "virksomhedsrettet", "company-based", YES_OR_NO),
        about=_("ja eller nej. Tomt betyder nej."),
        example="ja",
    ),
    Column(
        *("mentor_support", "mentorstøtte", "mentor support", YES_OR_NO),
        about=_("ja, hvis indsatsen er en mentor. Tomt betyder nej."),
        example="",
    ),
    Column(
        *("kind", "art", "kind", KIND),
        about=_("tilbud, løntimer, løntilskud (til mennesker med handicap) eller stu. Tomt betyder tilbud."),
        example="",
    ),
)

PROGRAMMES = Columns(
    OF_PROGRAMME + OF_INTERVENTION,
    in_every_row="number",
    instead_of_cpr=_("Flyt CPR-numrene til kolonnen »cpr-nummer«, eller slet dem."),
)
BY_KEY = PROGRAMMES.by_key
# An intervention needs these once it has a name.
INTERVENTION_NEEDS = ("title", "field", "hours_per_week", "state", "since")
