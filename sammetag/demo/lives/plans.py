"""The plans of the lives with turns, as they grew: what was hoped for, reached, moved and given up."""

from __future__ import annotations

from sammetag.demo.plan_story import (
    Aim,
    PlanTold,
    Round,
    SubAim,
    Wish,
    given_up,
    on_the_way,
    partly,
    rated,
    reached,
)
from sammetag.people.models import Field
from sammetag.plan.models import Voice

CITIZEN, COORDINATOR, MENTOR = Voice.CITIZEN, Voice.COORDINATOR, Voice.MENTOR

AASE = PlanTold(
    wishes=(
        Wish(-633, "Jeg vil arbejde i butik igen, men ikke love for meget", CITIZEN),
        Wish(-398, "Butiksassistent, 15 timer om ugen", COORDINATOR),
    ),
    aims=(
        Aim(
            "Et arbejde i butik, der passer til kræfterne",
            Field.EMPLOYMENT,
            -633,
            (
                SubAim(
                    "Kan møde fast tre formiddage om ugen",
                    -611,
                    -415,
                    -501,
                    (on_the_way(-500), reached(-417)),
                    (3,),
                ),
                SubAim(
                    "Har prøvet kræfterne af på en rigtig arbejdsplads",
                    -350,
                    -255,
                    -313,
                    (
                        on_the_way(-312),
                        partly(-264, "Der var for meget løft. Opgaverne aftales på skrift næste gang"),
                    ),
                    (8,),
                ),
                SubAim(
                    "Holder ni timer om ugen uden at få det værre bagefter",
                    -141,
                    40,
                    -95,
                    (on_the_way(-86),),
                    (11,),
                ),
                SubAim("Tolv timer i en butik, med grønt og få løft", -33, 90, 10, (), (12,), CITIZEN),
            ),
        ),
        Aim(
            "Smerter og søvn bestemmer ikke hele dagen",
            Field.HEALTH,
            -633,
            (
                SubAim(
                    "En fast døgnrytme på hverdage", -611, -530, -596, (on_the_way(-588), reached(-536)), (2,)
                ),
                SubAim(
                    "Bruger øvelserne fra smerteholdet hjemme",
                    -443,
                    -295,
                    -385,
                    (on_the_way(-381), reached(-300)),
                    (5,),
                ),
            ),
        ),
        Aim(
            "Skulderen bliver så god, som den kan",
            Field.TREATMENT,
            -415,
            (
                SubAim(
                    "Genoptræningen er gennemført", -398, -195, -291, (on_the_way(-290), reached(-203)), (7,)
                ),
            ),
        ),
        Aim(
            "Overskud derhjemme",
            Field.SOCIAL,
            -633,
            (
                SubAim(
                    "Hjemmet er til at være i, og posten bliver åbnet",
                    -611,
                    58,
                    -548,
                    (on_the_way(-498),),
                    (1,),
                ),
                SubAim("Styr på pengene", -472, -400, -466, (on_the_way(-466), reached(-443)), (4,), CITIZEN),
            ),
            CITIZEN,
        ),
        Aim(
            "Dansk nok til bestillinger",
            Field.EDUCATION,
            -264,
            (SubAim("FVU-dansk er bestået", -252, -165, -257, (on_the_way(-252), reached(-165)), (9,)),),
            CITIZEN,
        ),
        Aim(
            "Ikke stå alene med det svære",
            Field.EMPLOYMENT,
            -611,
            (
                SubAim(
                    "Har en mentor, der kan gå med de første gange",
                    -611,
                    30,
                    -602,
                    (on_the_way(-561),),
                    (0, 6, 10),
                ),
            ),
        ),
    ),
    rounds=(
        Round(-625, -611, -611),
        Round(-443, None, -443),
        Round(
            -264,
            -252,
            -252,
            "Åse mener, at kantinen burde have fået besked om løftene skriftligt. Det gør vi fra nu af.",
        ),
        Round(-114, None, -114),
    ),
    opinions=(
        *rated(-611, CITIZEN, 3, 2),
        *rated(-611, COORDINATOR, 3, 3),
        *rated(-252, CITIZEN, 4, 3),
        *rated(-141, MENTOR, 4, 3),
        *rated(-114, CITIZEN, 5, 4),
        *rated(-114, COORDINATOR, 4, 4),
    ),
)

KAREN = PlanTold(
    wishes=(Wish(-424, "Tilbage blandt ældre, men ikke i plejen", CITIZEN),),
    aims=(
        Aim(
            "En fast stilling på et plejehjem, uden pleje",
            Field.EMPLOYMENT,
            -424,
            (
                SubAim(
                    "Møder fast to dage om ugen", -424, -265, -381, (on_the_way(-375), reached(-270)), (1,)
                ),
                SubAim(
                    "Ti timer på plejehjemmet holder",
                    -275,
                    -165,
                    -262,
                    (on_the_way(-258), reached(-184)),
                    (2,),
                ),
                SubAim(
                    "Femten timer i receptionen uden flere sygedage",
                    -184,
                    50,
                    -165,
                    (on_the_way(-142),),
                    (3,),
                    CITIZEN,
                ),
                SubAim(
                    "Har øvet samtalen om løn og timer", -55, -15, -40, (on_the_way(-38), reached(-20)), (4,)
                ),
            ),
            CITIZEN,
        ),
        Aim(
            "Kroppen kan følge med",
            Field.HEALTH,
            -424,
            (
                SubAim(
                    "Bevæger sig tre gange om ugen", -415, -305, -402, (on_the_way(-375), reached(-310)), (0,)
                ),
            ),
        ),
    ),
    rounds=(Round(-415, -402, -400), Round(-226, None, -226), Round(-55, None, -55)),
    opinions=(
        *rated(-400, CITIZEN, 5, 4),
        *rated(-400, COORDINATOR, 4, 4),
        *rated(-55, CITIZEN, 5, 5),
        *rated(-55, MENTOR, 5, 4),
    ),
)

MIKKEL = PlanTold(
    wishes=(
        Wish(-437, "Et sted, hvor jeg kan komme først på ugen, når der er få", CITIZEN),
        Wish(-79, "Cykelreparatør, hvis jeg kan holde til det", CITIZEN),
    ),
    aims=(
        Aim(
            "En hverdag, der hænger sammen",
            Field.SOCIAL,
            -437,
            (
                SubAim("Posten åbnes hver uge", -395, -180, -431, (on_the_way(-395), reached(-206)), (0,)),
                SubAim(
                    "Siger til, når døren er svær at komme ud ad",
                    -395,
                    -60,
                    None,
                    (on_the_way(-243), reached(-79)),
                ),
            ),
        ),
        Aim(
            "Arbejde med hænderne",
            Field.EMPLOYMENT,
            -395,
            (
                SubAim(
                    "Møder på værkstedet en dag om ugen",
                    -341,
                    -115,
                    -281,
                    (on_the_way(-281), reached(-170)),
                    (2,),
                ),
                SubAim(
                    "To dage om ugen før sommer",
                    -300,
                    -200,
                    None,
                    (given_up(-206, "Mikkels far døde, og intet skulle nås imens"),),
                ),
                SubAim(
                    "Otte timer om ugen i et rigtigt værksted",
                    -90,
                    20,
                    -76,
                    (on_the_way(-76),),
                    (4,),
                    CITIZEN,
                ),
                SubAim("Har en, der følger med de første gange", -294, 75, -290, (on_the_way(-290),), (1, 3)),
            ),
            CITIZEN,
        ),
    ),
    rounds=(
        Round(-395, -380, None),
        Round(-341, -330, -325),
        Round(
            -206,
            None,
            -206,
            "Mikkel ville have, at der ikke står en dato for to dage om ugen. Det står der ikke.",
        ),
        Round(-79, None, -79),
    ),
    opinions=(
        *rated(-325, CITIZEN, 2, 2),
        *rated(-325, COORDINATOR, 3, 3),
        *rated(-170, MENTOR, 4, 3),
        *rated(-79, CITIZEN, 5, 4),
        *rated(-79, COORDINATOR, 4, 4),
    ),
)

SANNE = PlanTold(
    wishes=(
        Wish(-331, "Styre kræfterne, før jeg skal styre et job", CITIZEN),
        Wish(-203, "Kontorassistent, 18 timer om ugen", COORDINATOR),
    ),
    aims=(
        Aim(
            "Leve med smerterne",
            Field.HEALTH,
            -331,
            (
                SubAim(
                    "Har gennemført kurset om smerter",
                    -325,
                    -100,
                    -148,
                    (on_the_way(-148), partly(-113, "Praktikken gik forud, og halvdelen af kurset mangler")),
                    (0,),
                ),
                SubAim("Har plads på det nye hold", -13, 60, None, (), (), CITIZEN),
            ),
            CITIZEN,
        ),
        Aim(
            "Tilbage til kontorarbejde",
            Field.EMPLOYMENT,
            -331,
            (
                SubAim("Kan følge et fast skema", -310, -195, -289, (on_the_way(-286), reached(-203)), (1,)),
                SubAim(
                    "Tolv timer om ugen på et kontor",
                    -125,
                    5,
                    -112,
                    (on_the_way(-112), given_up(-13, "Tolv timer var i overkanten uden kurset")),
                    (2,),
                ),
                SubAim("Har en at vende ugen med", -110, 80, -105, (on_the_way(-105),), (3,)),
            ),
        ),
    ),
    rounds=(
        Round(-325, -310, -308),
        Round(
            -116,
            None,
            -116,
            "Sanne ville helst gøre kurset færdigt, men praktikken kunne ikke vente. Det står åbent.",
        ),
    ),
    opinions=(
        *rated(-308, CITIZEN, 4, 4),
        *rated(-308, COORDINATOR, 4, 4),
        *rated(-116, CITIZEN, 2, 2),
        *rated(-72, MENTOR, 3, 2),
    ),
)

TOVE = PlanTold(
    wishes=(Wish(-399, "Først orden derhjemme, så kan jeg svare på resten", CITIZEN),),
    aims=(
        Aim(
            "Et hjem, der er til at være i",
            Field.SOCIAL,
            -399,
            (
                SubAim(
                    "Støtten i hjemmet er begyndt",
                    -399,
                    -60,
                    -398,
                    (on_the_way(-398), reached(-63)),
                    (0,),
                ),
                SubAim("Posten bliver åbnet hver uge", -70, 60, -63, (on_the_way(-27),), (), CITIZEN),
            ),
            CITIZEN,
        ),
        Aim(
            "Ikke vente alene",
            Field.EMPLOYMENT,
            -243,
            (SubAim("Har en mentor, til støtten kommer", -243, 50, -221, (on_the_way(-221),), (1, 2)),),
        ),
        Aim(
            "Lidt ud hver uge",
            Field.HEALTH,
            -70,
            (SubAim("Er med ude i naturen om torsdagen", -70, 40, -48, (on_the_way(-48),), (3,)),),
        ),
    ),
    rounds=(
        Round(-399, -385, -380),
        Round(
            -243,
            -230,
            -229,
            "Tove mener, at så lang en ventetid ikke kan stå i en plan. Det er vi enige i.",
        ),
        Round(-70, None, -70),
    ),
    opinions=(
        *rated(-380, CITIZEN, 4, 3),
        *rated(-229, CITIZEN, 2, 2),
        *rated(-229, COORDINATOR, 2, 2),
        *rated(-135, MENTOR, 3, 3),
        *rated(-70, CITIZEN, 4, 3),
    ),
)

PLANS_WITH_TURNS = {"aase": AASE, "karen": KAREN, "mikkel": MIKKEL, "sanne": SANNE, "tove": TOVE}
