"""Lives in which little runs: a standstill, treatment first, a restricted case and one that is closed."""

from __future__ import annotations

from datetime import date

from sammetag.demo.people import HAVNEN
from sammetag.demo.story import (
    Around,
    Effort,
    Given,
    Story,
    booked,
    called_off,
    held,
    no_show,
    planned,
    running,
    waiting,
)
from sammetag.people.models import Field
from sammetag.talks.models import Form, Side

YUSUF, SOFIE, PETER, JENS, GITTE = (
    "yusuf.demir",
    "sofie.raun",
    "peter.oestergren",
    "jens.moegelvang",
    "gitte.noerre",
)

JOERN = Story(
    key="joern",
    given_name="Jørn",
    family_name="Ødegaard",
    born=date(1968, 10, 8),
    place=HAVNEN,
    coordinators=(("astrid.holm", None),),
    programmes=(Given(-365, months=24),),
    efforts=(
        Effort("Ro og åndedræt", Field.HEALTH, "2", (planned(-340), running(-322)), last=-232),
        Effort(
            "Praktik, museum",
            Field.EMPLOYMENT,
            "7",
            (waiting(-210), running(-155)),
            last=-65,
            provider="Fjordmuseet",
            chapter=11,
            company=True,
        ),
        Effort(
            "Smertehåndtering",
            Field.HEALTH,
            "3",
            (waiting(-92),),
            provider="Sundhedshuset Åbyfjord",
            recommended=-110,
        ),
    ),
    meetings=(
        held(-354, "Jørn er historiker af sind og murer af fag. Ryggen er det, der bestemmer."),
        held(-310, "Holdet hjælper på nætterne."),
        held(-255, "Han vil gerne på museet og tale med gæster."),
        held(-206, "Museet siger ja, men først efter ombygningen.", form=Form.PHONE),
        held(-149, "I gang. Han har allerede rettet to skilte."),
        held(-108, "Smerterne er værre igen. Henvist til smerteholdet."),
        held(-68, "Praktikken slutter efter aftalen. Museet vil gerne se ham igen, når holdet er overstået."),
        held(
            -24,
            "Holdet lader vente på sig. Jørn spurgte, hvad han skal lave imens, og det skylder vi ham et "
            "svar på.",
        ),
        booked(20, "Hvad kan begynde nu, mens vi venter på holdet?"),
    ),
    around=(Around(JENS, -322), Around(PETER, -210, -65)),
)

MIRSAD = Story(
    key="mirsad",
    given_name="Mirsad",
    family_name="Hadžić",
    born=date(1976, 3, 30),
    place=HAVNEN,
    coordinators=(("astrid.holm", None),),
    programmes=(Given(-300, months=36),),
    efforts=(
        Effort(
            "Behandlingsforløb",
            Field.TREATMENT,
            "4",
            (waiting(-290), running(-214)),
            last=30,
            provider="Sygehuset",
        ),
        Effort(
            "Mentor, 6 mdr.",
            Field.EMPLOYMENT,
            "2",
            (waiting(-180), running(-140)),
            last=41,
            provider="Mentorhuset Broen",
            chapter=26,
            mentor=True,
        ),
        Effort(
            "Fællesspisning",
            Field.SOCIAL,
            "2",
            (planned(-85), running(-70)),
            last=50,
            provider="Medborgerhuset",
        ),
    ),
    meetings=(
        held(
            -290, "Behandlingen kommer først, og det er vi enige om. Vi mødes kort og ofte.", who=("Hustru",)
        ),
        held(-246, "Venter på indkaldelse. Mirsad vil gerne have en fast ugentlig aftale uden for hjemmet."),
        held(
            -190,
            "Behandlingen er i gang. Han er træt om onsdagen; samtaler lægges på mandage.",
            form=Form.PHONE,
        ),
        held(-133, "Yusuf er begyndt. De taler samme sprog, og det letter meget.", who=(YUSUF,)),
        held(
            -62,
            "Han er kommet med i madholdet i medborgerhuset og har lavet burek til tredive.",
            who=(YUSUF,),
        ),
        held(-30, "Behandlingen slutter efter planen. Han tør godt tænke på køkkenarbejde, få timer."),
        booked(26, "Efter behandlingen: et køkken med korte vagter?", who=(YUSUF,)),
    ),
    answer=(-112, "Behandlingen på sygehuset fylder ugen, og lægen fraråder mere, før den er slut."),
    around=(Around(YUSUF, -140, granted=True), Around(GITTE, -85)),
)

LONE = Story(
    key="lone",
    given_name="Lone",
    family_name="Skovgård",
    born=date(1981, 1, 15),
    place=HAVNEN,
    coordinators=(("astrid.holm", None),),
    programmes=(Given(-255, months=24),),
    efforts=(
        Effort(
            "Støttende samtaler",
            Field.SOCIAL,
            "1",
            (running(-236),),
            last=60,
            provider="Socialcenter Åbyfjord",
        ),
        Effort(
            "Fjernundervisning, regnskab",
            Field.EDUCATION,
            "6",
            (planned(-130), running(-112)),
            last=68,
            provider="Åbyfjord Voksenskole",
            chapter=14,
        ),
    ),
    meetings=(
        held(
            -244,
            "Lone har beskyttet adresse. Vi aftalte, hvordan vi ringer, og hvad vi aldrig skriver i et brev.",
        ),
        held(-201, "Hun vil gerne lære noget, der kan gøres hjemmefra.", form=Form.PHONE),
        held(
            -150,
            "Regnskab blev det. Skolen kender aftalen om, at navnet ikke står på holdlisten.",
            who=(GITTE,),
        ),
        held(-99, "Undervisningen går godt, og hun følger med.", form=Form.VIDEO),
        held(-46, "To beståede prøver. Hun begynder at tale om næste år.", form=Form.PHONE),
        booked(11, "Næste skridt efter regnskab, og om aftalerne om kontakt stadig passer.", form=Form.PHONE),
    ),
    around=(Around(GITTE, -236),),
    restricted=True,
)

GRETHE = Story(
    key="grethe",
    given_name="Grethe Dahl",
    family_name="Mølgaard",
    born=date(1964, 2, 8),
    place=HAVNEN,
    coordinators=(("inge.soerensen", None), ("astrid.holm", -406)),
    programmes=(Given(-690, months=24, ended=-120, reason="flexi-job"),),
    efforts=(
        Effort("Gigtskole", Field.HEALTH, "2", (waiting(-660), running(-601)), last=-517),
        Effort(
            "Praktik, skolekøkken",
            Field.EMPLOYMENT,
            "9",
            (planned(-480), running(-462)),
            last=-372,
            provider="Bakkeskolen",
            chapter=11,
            company=True,
        ),
        Effort(
            "Praktik, skolekontor",
            Field.EMPLOYMENT,
            "12",
            (planned(-350), running(-330)),
            last=-150,
            provider="Bakkeskolen",
            chapter=11,
            company=True,
        ),
    ),
    meetings=(
        held(-676, "Grethe vil arbejde til pensionen, hvis hænderne vil være med."),
        held(-618, "Gigtskolen begynder snart."),
        held(-560, "Hun har fået skinner og bruger dem."),
        held(-505, "Skolekøkkenet vil gerne have hende.", form=Form.PHONE),
        held(-440, "Grøntsagerne er for hårde, børnene er det bedste.", who=(SOFIE,)),
        no_show(-391, by=Side.OTHER),
        held(-381, "Sofie var forsinket sidst. I dag blev vi enige om kontoret i stedet.", who=(SOFIE,)),
        held(-300, "Kontoret passer: telefon, elevprotokol og trøst til dem, der har slået sig."),
        called_off(-240, Side.CITIZEN, "Ferie"),
        held(-230, "Tolv timer. Skolelederen vil have hende ansat."),
        held(-160, "Teamet indstiller til fleksjob på skolen. Grethe læste indstillingen højt og var enig."),
        held(-124, "Afsluttende samtale. Hun havde kage med fra hele kontoret.", who=(SOFIE,)),
    ),
    around=(Around(SOFIE, -480), Around(JENS, -601, -517)),
    closed=-110,
)

QUIET = (JOERN, MIRSAD, LONE, GRETHE)
