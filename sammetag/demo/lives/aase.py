"""Åse: a full thread with a change of coordinator, a break-off and a way back."""

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
    paused,
    planned,
    running,
    waiting,
)
from sammetag.interventions.models import EndReason
from sammetag.people.models import Field
from sammetag.talks.models import Form, Side

METTE, TRINE, SOFIE, JENS = "mette.aagaard", "trine.abild", "sofie.raun", "jens.moegelvang"

EFFORTS = (
    Effort(
        "Mentor, 6 mdr.",
        Field.EMPLOYMENT,
        "2",
        (waiting(-630), running(-602)),
        last=-420,
        provider="Mentorhuset Broen",
        chapter=26,
        mentor=True,
        recommended=-656,
    ),
    Effort(
        "Støtte i hjemmet (§ 85)",
        Field.SOCIAL,
        "2",
        (waiting(-628), running(-548)),
        last=58,
        provider="Åbyfjord Bostøtte",
        recommended=-656,
    ),
    Effort(
        "Søvn og pauser",
        Field.HEALTH,
        "2",
        (planned(-614), running(-596)),
        last=-540,
        provider="Sundhedshuset Åbyfjord",
        recommended=-656,
    ),
    Effort(
        "Intern træning",
        Field.EMPLOYMENT,
        "6",
        (planned(-522), running(-501)),
        last=-417,
        provider="Værkstedet på Havnen",
        chapter=14,
    ),
    Effort(
        "Råd om økonomi",
        Field.SOCIAL,
        "1",
        (running(-466),),
        last=-404,
        provider="Socialcenter Åbyfjord",
    ),
    Effort(
        "Smertehåndtering",
        Field.HEALTH,
        "3",
        (waiting(-441), running(-385)),
        last=-301,
        provider="Sundhedshuset Åbyfjord",
        recommended=-656,
    ),
    Effort(
        "Mentor, forlænget",
        Field.EMPLOYMENT,
        "2",
        (running(-419),),
        last=-238,
        provider="Mentorhuset Broen",
        chapter=26,
        mentor=True,
    ),
    Effort(
        "Genoptræning",
        Field.TREATMENT,
        "1",
        (waiting(-352), running(-291)),
        last=-203,
        provider="Sygehuset",
    ),
    Effort(
        "Praktik, kantine",
        Field.EMPLOYMENT,
        "9",
        (planned(-334), running(-313)),
        last=-268,
        why=EndReason.HEALTH,
        words="For mange løft, og ingen fik sagt det i tide",
        provider="Fjordhallens Kantine",
        chapter=11,
        company=True,
    ),
    Effort(
        "FVU-dansk",
        Field.EDUCATION,
        "4",
        (planned(-268), running(-257)),
        last=-168,
        provider="Åbyfjord Voksenskole",
        chapter=14,
    ),
    Effort(
        "Mentor, tredje periode",
        Field.EMPLOYMENT,
        "2",
        (waiting(-200), running(-172)),
        last=9,
        provider="Mentorhuset Broen",
        chapter=26,
        mentor=True,
    ),
    Effort(
        "Praktik, lager",
        Field.EMPLOYMENT,
        "9",
        (planned(-112), running(-95), paused(-45)),
        last=9,
        provider="Lauge & Datter Lager",
        chapter=11,
        company=True,
    ),
    Effort(
        "Praktik, butik",
        Field.EMPLOYMENT,
        "12",
        (planned(10),),
        last=82,
        provider="Købmandsgården",
        chapter=11,
        company=True,
        recommended=-40,
    ),
)

MEETINGS = (
    held(
        -633,
        "Første samtale. Åse er glad for, at hun nu kun skal tale med én. Hun vil gerne arbejde i butik "
        "igen, men "
        "er bange for at love for meget. Vi aftalte små skridt, og at hun siger til, hvis det går for "
        "stærkt.",
        who=("Søster (bisidder)",),
    ),
    held(
        -611,
        "Søsteren var med. Vi skrev indsatserne ned på ét ark. Åse tager det med hjem og læser det igen.",
    ),
    held(-588, "Både søvnforløbet og mentor er begyndt. Hun har været der alle gange."),
    held(-561, "Mette var med for første gang. De to går ture om tirsdagen.", who=(METTE,)),
    no_show(-534, "Havde taget fejl af dagen. Ringede selv samme eftermiddag."),
    held(
        -527, "Kort samtale efter udeblivelsen. Kalenderen på køleskabet hjælper; Trine ser på den med hende."
    ),
    held(
        -498,
        "Hjælpen i hjemmet er i gang. Åse siger, at hun for første gang længe har overskud om formiddagen.",
    ),
    held(
        -472,
        "Hun vil have styr på pengene, før hun kan tænke på arbejde. Henvist til råd om økonomi.",
        who=(TRINE,),
    ),
    held(-443, "Afdragsordningen er på plads. Smerterne fylder mest; vi søgte en plads på smerteholdet."),
    held(
        -415,
        "Sidste samtale med Inge. Åse er ked af skiftet. Inge fortalte åbent hvorfor, og vi gennemgik "
        "aftalerne.",
        who=(METTE,),
    ),
    held(
        -398,
        "Første samtale efter skiftet. Jeg havde læst sagen, så Åse slap for at begynde forfra. Målet står "
        "ved magt: "
        "butiksassistent, 15 timer om ugen.",
        who=(METTE,),
    ),
    held(
        -381,
        "Smerteholdet er begyndt. Hun er mest glad for de andre deltagere.",
        form=Form.PHONE,
    ),
    called_off(-357, Side.MUNICIPALITY, "Sygdom hos os"),
    held(-350, "Vi begyndte med at undskylde aflysningen. Holdet går godt; hun bruger øvelserne hjemme."),
    held(-323, "Besøg i kantinen med Sofie. Tre formiddage om ugen, siddende opgaver imellem.", who=(SOFIE,)),
    held(-300, "Praktikken er hård, men hun møder. Chefen roser hende for at være venlig ved kassen."),
    held(
        -264,
        "Praktikken er stoppet. Der var for meget løft, og ingen fik sagt det i tide. Vi er enige om, at "
        "det ikke "
        "er et nederlag: nu ved vi, at opgaverne skal aftales på skrift.",
        who=(SOFIE, METTE),
    ),
    held(-252, "Åse vil bruge tiden på dansk, så hun kan klare bestillingerne i en butik. FVU er begyndt."),
    held(-224, "Har fået ros for en stil. Genoptræningen slutter snart.", form=Form.PHONE),
    held(-197, "Mangler mentor. Bestilt igen; Mette har plads fra næste måned."),
    no_show(-170, "Bussen kørte ikke. Havde ringet til receptionen."),
    held(-165, "Taget igen. FVU er gennemført med bevis. Hun havde det med og var stolt."),
    held(
        -141,
        "Vi så på to lagre og én butik. Hun vil prøve lageret først, for der kender hun en.",
        who=(METTE,),
    ),
    held(
        -114,
        "Aftale med lageret på skrift: ni timer, ingen løft over fem kilo, pause hver time.",
        who=(SOFIE,),
    ),
    held(-86, "Første uge er gået. Hun kom hjem træt, men glad."),
    held(-66, "Ni timer holder. Hun spørger selv, om butikken stadig er en mulighed.", who=(METTE,)),
    held(
        -47,
        "Lagerets travle måned er for meget. Vi aftalte en pause i stedet for at presse på.",
        who=(SOFIE,),
    ),
    held(
        -33,
        "Pausen gør godt. Butikken har sagt ja til 12 timer fra næste måned.",
        form=Form.PHONE,
        who=(METTE,),
    ),
    held(-14, "Åse har været på besøg i butikken sammen med Mette. Hun vil gerne stå ved grøntafdelingen."),
    booked(
        0,
        "1. Praktikaftalen med butikken: opgaver, timer, pauser.\n2. Skal mentor fortsætte, når praktikken "
        "begynder?\n"
        "3. Hjælpen i hjemmet: hvad er der stadig brug for?",
        who=(METTE,),
        at="09:00",
        place="Jobcenter Havnen, lokale 3",
    ),
    booked(18, "Den første tid i butikken.", who=(METTE,), place="Købmandsgården, på kontoret"),
)

AASE = Story(
    key="aase",
    given_name="Åse Ærø",
    family_name="Østergård",
    born=date(1979, 3, 14),
    place=HAVNEN,
    coordinators=(("inge.soerensen", None), ("astrid.holm", -406)),
    programmes=(Given(-640),),
    efforts=EFFORTS,
    meetings=MEETINGS,
    around=(
        Around(METTE, -602, granted=True),
        Around(TRINE, -548),
        Around(JENS, -596),
        Around(SOFIE, -334),
    ),
)
