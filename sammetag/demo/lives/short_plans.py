"""The plans of the other lives that are told by hand: short, as most plans are."""

from __future__ import annotations

from sammetag.demo.plan_story import Aim, PlanTold, Round, SubAim, Wish, on_the_way, partly, rated, reached
from sammetag.people.models import Field
from sammetag.plan.models import Voice

CITIZEN, COORDINATOR = Voice.CITIZEN, Voice.COORDINATOR
EMPLOYMENT, EDUCATION, SOCIAL = Field.EMPLOYMENT, Field.EDUCATION, Field.SOCIAL
HEALTH, TREATMENT = Field.HEALTH, Field.TREATMENT

SHORT_PLANS = {
    "aegir": PlanTold(
        (Wish(-178, "Bruge hænderne igen, gerne med træ", CITIZEN),),
        (
            Aim(
                "Et værksted",
                EMPLOYMENT,
                -178,
                (
                    SubAim("Otte timer om ugen hos bådbyggeren", -165, 42, -96, (on_the_way(-94),), (0,)),
                    SubAim("Cykler selv derhen", -165, -80, None, (reached(-94),), (), CITIZEN),
                ),
                CITIZEN,
            ),
        ),
        (Round(-165, -155, -150),),
        rated(-150, CITIZEN, 4, 4),
    ),
    "amina": PlanTold(
        (Wish(-160, "En systue, hvor jeg lærer dansk imens", CITIZEN),),
        (
            Aim(
                "Dansk på en arbejdsplads",
                EDUCATION,
                -160,
                (SubAim("Kan tale om arbejdet uden tolk", -150, 62, -118, (on_the_way(-103),), (0,)),),
                CITIZEN,
            ),
            Aim(
                "Mere kraft i kroppen",
                HEALTH,
                -150,
                (SubAim("Er med på holdet hver uge", -150, 34, -61, (on_the_way(-60),), (1,)),),
            ),
        ),
        (Round(-150, -140, -139),),
        rated(-139, CITIZEN, 4, 3),
    ),
    "bent": PlanTold(
        (Wish(-361, "Noget ved vandet, og ikke bag et rat", CITIZEN),),
        (
            Aim(
                "Løn for nogle timer på havnen",
                EMPLOYMENT,
                -361,
                (
                    SubAim("Ti timer på havnekontoret holder", -171, 30, -120, (on_the_way(-97),), (1,)),
                    SubAim(
                        "Har regnet på, hvad der kan blive til løn",
                        -41,
                        30,
                        None,
                        (on_the_way(-41),),
                        (),
                        CITIZEN,
                    ),
                ),
                CITIZEN,
            ),
            Aim(
                "En ryg, der holder en formiddag",
                HEALTH,
                -350,
                (
                    SubAim(
                        "Færre smerter om morgenen", -350, -200, -290, (on_the_way(-276), reached(-206)), (0,)
                    ),
                ),
            ),
        ),
        (Round(-350, -335, -333), Round(-171, None, -171), Round(-41, None, -41)),
        (*rated(-333, CITIZEN, 3, 3), *rated(-41, CITIZEN, 5, 4)),
    ),
    "zeynep": PlanTold(
        (Wish(-273, "Et arbejde, hvor min uddannelse tæller", CITIZEN),),
        (
            Aim(
                "Et kontor eller et bibliotek",
                EMPLOYMENT,
                -273,
                (SubAim("Tolv timer på biblioteket", -126, 28, -66, (on_the_way(-66),), (1,)),),
                CITIZEN,
            ),
            Aim(
                "Papir på det, hun kan",
                EDUCATION,
                -260,
                (
                    SubAim(
                        "Kurset i kontor og IT er bestået",
                        -260,
                        -75,
                        -180,
                        (on_the_way(-174), reached(-82)),
                        (0,),
                    ),
                ),
            ),
        ),
        (Round(-260, -248, -247), Round(-69, None, -69)),
        (*rated(-247, CITIZEN, 3, 3), *rated(-69, CITIZEN, 4, 4), *rated(-69, COORDINATOR, 4, 4)),
    ),
    "poul-erik": PlanTold(
        (Wish(-655, "Ude, og helst alene", CITIZEN), Wish(-35, "Fleksjob på en planteskole", COORDINATOR)),
        (
            Aim(
                "Arbejde i det grønne hele året",
                EMPLOYMENT,
                -655,
                (
                    SubAim(
                        "Har prøvet otte timer", -480, -315, -410, (on_the_way(-402), reached(-325)), (1,)
                    ),
                    SubAim("Ti timer på planteskolen holder", -247, 20, -150, (on_the_way(-92),), (2,)),
                    SubAim(
                        "Har en at følges med til mødet i teamet", -130, 22, -101, (on_the_way(-92),), (3,)
                    ),
                ),
                CITIZEN,
            ),
            Aim(
                "Ro i hverdagen",
                HEALTH,
                -640,
                (
                    SubAim(
                        "Kender sine egne signaler", -640, -470, -560, (on_the_way(-545), reached(-480)), (0,)
                    ),
                ),
            ),
        ),
        (Round(-640, -625, -620), Round(-402, None, -402), Round(-247, None, -247), Round(-92, None, -92)),
        (*rated(-620, CITIZEN, 3, 4), *rated(-92, COORDINATOR, 4, 4)),
    ),
    "joern": PlanTold(
        (Wish(-354, "Noget med historie, nu hvor jeg ikke kan mure", CITIZEN),),
        (
            Aim(
                "Vært på et museum",
                EMPLOYMENT,
                -354,
                (SubAim("Syv timer på museet", -255, -60, -155, (on_the_way(-149), reached(-68)), (1,)),),
                CITIZEN,
            ),
            Aim(
                "Ryggen bestemmer mindre",
                HEALTH,
                -345,
                (
                    SubAim(
                        "Sover bedre",
                        -345,
                        -225,
                        -322,
                        (on_the_way(-310), partly(-230, "Bedre, men ikke hver nat")),
                        (0,),
                    ),
                    SubAim("Har været på smerteholdet", -108, 90, None, (), (2,)),
                ),
            ),
        ),
        (Round(-345, -330, -328), Round(-206, None, -206), Round(-68, None, -68)),
        (*rated(-328, CITIZEN, 4, 3), *rated(-68, CITIZEN, 3, 3)),
    ),
    "mirsad": PlanTold(
        (Wish(-290, "Blive rask først, og så et køkken", CITIZEN),),
        (
            Aim(
                "Gennem behandlingen",
                TREATMENT,
                -290,
                (SubAim("Møder til behandlingen hver onsdag", -285, 32, -214, (on_the_way(-190),), (0,)),),
                CITIZEN,
            ),
            Aim(
                "Mennesker omkring sig imens",
                SOCIAL,
                -280,
                (SubAim("En fast aftale om ugen uden for hjemmet", -246, 52, -70, (on_the_way(-62),), (2,)),),
            ),
            Aim(
                "En vej til et køkken",
                EMPLOYMENT,
                -180,
                (SubAim("Har en mentor, der taler samme sprog", -180, 45, -140, (on_the_way(-133),), (1,)),),
            ),
        ),
        (Round(-285, -270, -268), Round(-133, None, -133)),
        (*rated(-268, CITIZEN, 4, 4), *rated(-133, COORDINATOR, 4, 3)),
    ),
    "lone": PlanTold(
        (Wish(-244, "Noget, der kan gøres hjemmefra, uden at navnet står på døren", CITIZEN),),
        (
            Aim(
                "Regnskab hjemmefra",
                EDUCATION,
                -201,
                (
                    SubAim("To prøver er bestået", -150, -40, -112, (on_the_way(-99), reached(-46)), (1,)),
                    SubAim(
                        "Ved, hvad der kommer efter regnskab", -46, 70, None, (on_the_way(-46),), (), CITIZEN
                    ),
                ),
                CITIZEN,
            ),
            Aim(
                "Tryghed i kontakten med os",
                SOCIAL,
                -244,
                (SubAim("Aftalen om breve og opkald holder", -244, 62, -236, (on_the_way(-201),), (0,)),),
            ),
        ),
        (Round(-240, -228, -226), Round(-99, None, -99)),
        (*rated(-226, CITIZEN, 3, 3), *rated(-99, CITIZEN, 4, 4)),
    ),
    "grethe": PlanTold(
        (Wish(-676, "Arbejde til pensionen, hvis hænderne vil være med", CITIZEN),),
        (
            Aim(
                "Et fleksjob på en skole",
                EMPLOYMENT,
                -676,
                (
                    SubAim(
                        "Har prøvet et køkken",
                        -505,
                        -370,
                        -462,
                        (on_the_way(-440), partly(-381, "Grøntsagerne var for hårde for hænderne")),
                        (1,),
                    ),
                    SubAim(
                        "Tolv timer på kontoret", -381, -145, -330, (on_the_way(-300), reached(-160)), (2,)
                    ),
                ),
                CITIZEN,
            ),
            Aim(
                "Hænder, der kan mere",
                HEALTH,
                -660,
                (SubAim("Bruger skinnerne", -660, -510, -601, (on_the_way(-560), reached(-517)), (0,)),),
            ),
        ),
        (Round(-660, -645, -643), Round(-505, None, -505), Round(-381, None, -381), Round(-230, None, -230)),
        (*rated(-643, CITIZEN, 4, 3), *rated(-230, CITIZEN, 5, 5)),
    ),
}
