"""Lives to which we owe something: talks missing, unregistered or cancelled, and dates that come close."""

from __future__ import annotations

from datetime import date

from sammetag.demo.people import HAVNEN
from sammetag.demo.story import (
    Anchor,
    Around,
    Effort,
    Given,
    Story,
    booked,
    called_off,
    held,
    running,
    waiting,
)
from sammetag.people.models import Field
from sammetag.talks.models import Form, Side

SOFIE, PETER, JENS, YUSUF = "sofie.raun", "peter.oestergren", "jens.moegelvang", "yusuf.demir"

AEGIR = Story(
    key="aegir",
    given_name="Ægir",
    family_name="Bøgh",
    born=date(1987, 11, 2),
    place=HAVNEN,
    coordinators=(("astrid.holm", None),),
    programmes=(Given(-9, Anchor.HALF_YEAR, months=24),),
    efforts=(
        Effort(
            "Praktik, tømrerværksted",
            Field.EMPLOYMENT,
            "8",
            (waiting(-150), running(-96)),
            last=40,
            provider="Bådbyggeriet Kølen",
            chapter=11,
            company=True,
        ),
    ),
    meetings=(
        held(
            -178, "Første samtale. Ægir savner at bruge hænderne. Han vil gerne begynde på et værksted snart."
        ),
        called_off(-133, Side.MUNICIPALITY, "Personalemøde"),
        held(
            -94,
            "Praktikken er begyndt. Han cykler derhen og siger, at det er ugens bedste dage.",
            who=(SOFIE,),
        ),
        called_off(-52, Side.MUNICIPALITY, "Sygdom hos os"),
    ),
    around=(Around(SOFIE, -150),),
)

AMINA = Story(
    key="amina",
    given_name="Amina Yusuf",
    family_name="Warsame",
    born=date(1990, 6, 21),
    place=HAVNEN,
    coordinators=(("astrid.holm", None),),
    programmes=(Given(12, Anchor.HALF_YEAR, months=24),),
    efforts=(
        Effort(
            "Sprogcafé og job",
            Field.EDUCATION,
            "6",
            (running(-118),),
            last=60,
            provider="Åbyfjord Voksenskole",
            chapter=14,
        ),
        Effort("Bevægelse for kvinder", Field.HEALTH, "2", (waiting(-100), running(-61)), last=30),
    ),
    meetings=(
        held(
            -160,
            "Tolk var med. Amina har drevet en lille skrædderbutik. Vi talte mest om det, hun kan.",
            who=("Tolk",),
        ),
        held(
            -103,
            "Hun vil hellere lære dansk på arbejde end i et klasselokale. Begge dele er mulige.",
            who=("Tolk",),
        ),
        booked(
            1,
            "1. Systuen på genbrugscentret: vil hun se den?\n2. Hvad skal der ske, når sprogcaféen slutter?",
            who=("Tolk",),
            at="10:00",
        ),
    ),
)

BENT = Story(
    key="bent",
    given_name="Bent",
    family_name="Højgaard",
    born=date(1966, 1, 30),
    place=HAVNEN,
    coordinators=(("astrid.holm", None),),
    programmes=(Given(-372, months=24),),
    efforts=(
        Effort("Ryg og ro", Field.HEALTH, "2", (waiting(-350), running(-290)), last=-206),
        Effort(
            "Praktik, havnekontor",
            Field.EMPLOYMENT,
            "10",
            (waiting(-168), running(-120)),
            last=61,
            provider="Åbyfjord Lystbådehavn",
            chapter=11,
            company=True,
        ),
    ),
    meetings=(
        held(
            -361, "Bent har kørt lastbil i tredive år. Han siger selv, at det er slut med at sidde så længe."
        ),
        held(-318, "Han venter på rygholdet og går ture imens."),
        held(-276, "Holdet er begyndt. Han er den ældste og tager sig af kaffen."),
        held(-233, "Færre smerter om morgenen. Han vil gerne være ved vandet.", form=Form.PHONE),
        held(-171, "Havnekontoret kan bruge en, der kan tale med folk. Peter laver aftalen.", who=(PETER,)),
        held(-97, "Ti timer går fint. Han har rettet op på nøgleskabet og er stolt af det."),
        held(
            -41,
            "Havnefogeden vil gerne beholde ham nogle timer. Vi regner på, hvad der er muligt.",
            who=(PETER,),
        ),
        booked(-3, "Kan timerne på havnekontoret blive til løn?", who=(PETER,)),
    ),
    around=(Around(PETER, -171), Around(JENS, -290, -206)),
)

ZEYNEP = Story(
    key="zeynep",
    given_name="Zeynep",
    family_name="Arslan",
    born=date(1983, 9, 9),
    place=HAVNEN,
    coordinators=(("astrid.holm", None),),
    programmes=(Given(-285, months=24),),
    efforts=(
        Effort(
            "Kontor- og IT-kursus",
            Field.EDUCATION,
            "8",
            (waiting(-240), running(-180)),
            last=-82,
            provider="Åbyfjord Voksenskole",
            chapter=14,
        ),
        Effort(
            "Praktik, bibliotek",
            Field.EMPLOYMENT,
            "12",
            (running(-66),),
            last=25,
            provider="Åbyfjord Bibliotek",
            chapter=11,
            company=True,
        ),
    ),
    meetings=(
        held(
            -273,
            "Zeynep er uddannet i udlandet og træt af at begynde forfra. Vi fandt papirerne frem sammen.",
        ),
        held(-236, "Kurset har venteliste. Imens øver hun sig på bibliotekets computere."),
        held(-174, "Kurset er begyndt, og hun hjælper de andre.", form=Form.PHONE),
        held(-126, "Læreren siger, at hun er klar til et kontor. Hun er selv mere i tvivl."),
        held(
            -69, "Biblioteket sagde ja med det samme. Arbejdsdagene passer med børnenes skole.", who=(SOFIE,)
        ),
        called_off(-6, Side.MUNICIPALITY, "Kursus hos os; ny tid skulle sendes"),
    ),
    around=(Around(SOFIE, -69),),
)

POUL_ERIK = Story(
    key="poul-erik",
    given_name="Poul Erik",
    family_name="Nygård",
    born=date(1969, 4, 17),
    place=HAVNEN,
    coordinators=(("astrid.holm", None),),
    programmes=(Given(24, Anchor.LAST, months=24),),
    efforts=(
        Effort("Ro i hverdagen", Field.HEALTH, "2", (waiting(-640), running(-560)), last=-476),
        Effort(
            "Praktik, grønne områder",
            Field.EMPLOYMENT,
            "8",
            (running(-410),),
            last=-320,
            provider="Fjordparkens Gartneri",
            chapter=11,
            company=True,
        ),
        Effort(
            "Praktik, planteskole",
            Field.EMPLOYMENT,
            "10",
            (waiting(-300), running(-150)),
            last=20,
            provider="Hegnets Planteskole",
            chapter=11,
            company=True,
        ),
        Effort(
            "Mentor, 6 mdr.",
            Field.EMPLOYMENT,
            "1.5",
            (waiting(-130), running(-101)),
            last=22,
            provider="Mentorhuset Broen",
            chapter=26,
            mentor=True,
        ),
    ),
    meetings=(
        held(-655, "Poul Erik siger ikke meget, men han kom til tiden og blev hele samtalen."),
        held(-600, "Han vil helst arbejde ude og alene. Det skrev vi øverst."),
        held(-545, "Kurset er bedre end ventet. Han har fundet en at følges med."),
        held(-480, "Otte timer i gartneriet er aftalt om et par måneder."),
        held(-402, "Gartneren ringer sjældent, og det er et godt tegn.", form=Form.PHONE),
        held(
            -325,
            "Praktikken slutter. Han vil gerne fortsætte et sted med arbejde hele året.",
            who=(SOFIE,),
        ),
        held(-247, "Planteskolen har plads om tre måneder. Ventetiden er lang, og det sagde vi højt."),
        held(-158, "I gang i næste uge. Han har selv været forbi og hilse på."),
        held(-92, "Ti timer er det rette. Elleve var for meget.", who=(YUSUF,)),
        held(
            -35,
            "Vi talte om, hvad der sker, når forløbet slutter: møde i teamet og et fleksjob som muligt mål.",
        ),
        booked(
            9,
            "1. Samlet beskrivelse til rehabiliteringsteamet.\n2. Hvad vil du selv sige på mødet?",
            who=(YUSUF,),
        ),
    ),
    around=(Around(SOFIE, -330), Around(YUSUF, -101, granted=True)),
)

IDA = Story(
    key="ida",
    given_name="Ida Sejersen",
    family_name="Fløe",
    born=date(1998, 8, 5),
    place=HAVNEN,
    coordinators=(("astrid.holm", None),),
    programmes=(Given(-7, months=18),),
    meetings=(
        booked(
            6,
            "Første samtale: Hvem er hvem, og hvad håber du på? Tag gerne en med, du er tryg ved.",
            place="Jobcenter Havnen, lokale 1",
        ),
    ),
    opened=30,
)

OWED = (AEGIR, AMINA, BENT, ZEYNEP, POUL_ERIK, IDA)
