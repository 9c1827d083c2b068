"""Lives with turns: steady ones, setbacks, a break-off for an internship and a wait that fills a year."""

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

METTE, YUSUF, KARIM, TRINE = "mette.aagaard", "yusuf.demir", "karim.haddad", "trine.abild"
SOFIE, PETER, JENS, GITTE = "sofie.raun", "peter.oestergren", "jens.moegelvang", "gitte.noerre"

KAREN = Story(
    key="karen",
    given_name="Karen",
    family_name="Bæk",
    born=date(1975, 5, 12),
    place=HAVNEN,
    coordinators=(("astrid.holm", None),),
    programmes=(Given(-430, months=24),),
    efforts=(
        Effort("Stille motion", Field.HEALTH, "2", (planned(-415), running(-402)), last=-312),
        Effort(
            "Intern træning",
            Field.EMPLOYMENT,
            "6",
            (planned(-400), running(-381)),
            last=-270,
            provider="Værkstedet på Havnen",
            chapter=14,
        ),
        Effort(
            "Praktik, plejehjem",
            Field.EMPLOYMENT,
            "10",
            (planned(-275), running(-262)),
            last=-172,
            provider="Plejehjemmet Engen",
            chapter=11,
            company=True,
        ),
        Effort(
            "Praktik, reception",
            Field.EMPLOYMENT,
            "15",
            (planned(-180), running(-165)),
            last=45,
            provider="Plejehjemmet Engen",
            chapter=11,
            company=True,
        ),
        Effort(
            "Mentor, 6 mdr.",
            Field.EMPLOYMENT,
            "1",
            (running(-110),),
            last=71,
            provider="Mentorhuset Broen",
            chapter=26,
            mentor=True,
        ),
    ),
    meetings=(
        held(
            -424,
            "Karen ved, hvad hun vil: tilbage blandt ældre, men ikke i plejen. Vi skrev målet med hendes "
            "ord.",
        ),
        held(-375, "Begge indsatser er i gang. Hun synes, at det er rart at have to ting ad gangen."),
        held(-353, "Rolig fremgang. Hun møder hver gang og siger fra, når det er for meget."),
        held(-310, "Motionsholdet er slut; hun fortsætter selv med to fra holdet."),
        held(-258, "Første dag på plejehjemmet var god. Opgaverne er aftalt på skrift.", who=(SOFIE,)),
        held(-226, "Ti timer holder.", form=Form.PHONE),
        held(-184, "Receptionen mangler en om eftermiddagen. Karen spurgte selv.", who=(SOFIE,)),
        held(-142, "Femten timer uden flere sygedage. Hun vil gerne have en at vende dagen med."),
        held(-98, "Yusuf er begyndt som mentor. De mødes efter vagten om torsdagen.", who=(YUSUF,)),
        held(-55, "Lederen taler om en fast stilling.", form=Form.PHONE),
        held(-20, "Vi øvede samtalen om løn og timer.", who=(YUSUF,)),
        booked(0, "Praktikken de sidste to uger, og mødet med lederen.", form=Form.PHONE, at="10:30"),
        booked(35, "Hvad blev aftalt med plejehjemmet?", who=(SOFIE,)),
    ),
    around=(Around(SOFIE, -275), Around(YUSUF, -110, granted=True), Around(JENS, -402, -312)),
)

MIKKEL = Story(
    key="mikkel",
    given_name="Mikkel",
    family_name="Lund",
    born=date(1994, 2, 27),
    place=HAVNEN,
    coordinators=(("astrid.holm", None),),
    programmes=(Given(-505, months=30),),
    efforts=(
        Effort(
            "Støtte i hjemmet (§ 85)",
            Field.SOCIAL,
            "2",
            (waiting(-490), running(-431)),
            last=90,
            provider="Åbyfjord Bostøtte",
        ),
        Effort(
            "Mentor, 6 mdr.",
            Field.EMPLOYMENT,
            "2",
            (running(-290),),
            last=-109,
            provider="Mentorhuset Broen",
            chapter=26,
            mentor=True,
        ),
        Effort(
            "Intern træning",
            Field.EMPLOYMENT,
            "5",
            (planned(-300), running(-281), paused(-240), running(-192)),
            last=-120,
            provider="Værkstedet på Havnen",
            chapter=14,
        ),
        Effort(
            "Mentor, forlænget",
            Field.EMPLOYMENT,
            "2",
            (running(-108),),
            last=73,
            provider="Mentorhuset Broen",
            chapter=26,
            mentor=True,
        ),
        Effort(
            "Praktik, cykelværksted",
            Field.EMPLOYMENT,
            "8",
            (planned(-90), running(-76)),
            last=14,
            provider="Kædeskiftet Cykler",
            chapter=11,
            company=True,
        ),
    ),
    meetings=(
        held(
            -494,
            "Mikkel kom for sent, men han kom. Vi talte om hunden og om, hvorfor breve er svære at åbne.",
        ),
        no_show(-466, "Svarede ikke. Vi sendte en besked med en ny tid og ingen løftet pegefinger."),
        no_show(-445, "Tog telefonen senere: han havde ikke turdet gå ud."),
        held(-437, "Samtalen blev holdt på en bænk ved havnen. Det gik bedre end på kontoret."),
        held(-395, "Karim kommer nu to gange om ugen. Breve åbner de sammen.", who=(KARIM,)),
        called_off(-350, Side.CITIZEN, "Syg"),
        held(-341, "Han vil prøve værkstedet, hvis han må komme først på ugen, når der er få."),
        held(-294, "Mentor aftalt. Mette følger ham de første gange.", who=(METTE,)),
        held(
            -243,
            "Mikkels far er død. Vi satte træningen på pause og aftalte, at Mette ringer hver torsdag. "
            "Intet skal nås "
            "imens.",
            form=Form.PHONE,
            who=(METTE,),
        ),
        held(-206, "Han er stadig ked af det, men vil gerne i gang. Vi begynder med én dag.", who=(METTE,)),
        held(-170, "Tilbage på værkstedet. Han har selv sat to dage på.", who=(METTE,)),
        held(
            -124,
            "Træningen slutter. Han kan skifte gear på alt med to hjul og spurgte til en rigtig forretning.",
        ),
        held(-79, "Cykelværkstedet tager ham otte timer om ugen.", who=(PETER, METTE)),
        held(-38, "Mødt hver dag i fem uger. Han ville have det skrevet ned, så det står her."),
        booked(8, "1. Flere timer?\n2. Faget: kunne en uddannelse være noget?", who=(METTE,)),
    ),
    around=(Around(KARIM, -431), Around(METTE, -290, granted=True), Around(PETER, -90)),
)

SANNE = Story(
    key="sanne",
    given_name="Sanne",
    family_name="Åkjær",
    born=date(1985, 12, 19),
    place=HAVNEN,
    coordinators=(("astrid.holm", None),),
    programmes=(Given(-340, months=24),),
    efforts=(
        Effort(
            "Lær at leve med smerter",
            Field.HEALTH,
            "3",
            (waiting(-325), running(-148)),
            last=-113,
            why=EndReason.INTERNSHIP,
            words="Praktikken lå på kursusdagene",
            provider="Sundhedshuset Åbyfjord",
            recommended=-352,
        ),
        Effort(
            "Intern træning",
            Field.EMPLOYMENT,
            "4",
            (planned(-310), running(-289)),
            last=-200,
            provider="Værkstedet på Havnen",
            chapter=14,
        ),
        Effort(
            "Praktik, kontor",
            Field.EMPLOYMENT,
            "12",
            (planned(-125), running(-112)),
            last=-15,
            why=EndReason.HEALTH,
            words="Kræfterne slap op: praktikken kom før kurset om smerter",
            provider="Revisionshuset Kaj",
            chapter=11,
            company=True,
        ),
        Effort(
            "Mentor, 6 mdr.",
            Field.EMPLOYMENT,
            "1",
            (running(-105),),
            last=76,
            provider="Mentorhuset Broen",
            chapter=26,
            mentor=True,
        ),
    ),
    meetings=(
        held(
            -331,
            "Sanne vil gerne lære at styre kræfterne, før hun skal styre et job. Smertekurset er bestilt.",
        ),
        held(-286, "Vi fylder ventetiden med let træning. Hun kan lide skemaet."),
        held(-238, "Kurset lader vente på sig. Jeg har rykket og fortalt hende det."),
        held(-203, "Træningen slutter godt. Hun er utålmodig nu.", form=Form.PHONE),
        held(-152, "Kurset begynder, et godt halvt år efter ønsket. Hun er spændt."),
        held(
            -116,
            "Praktikken lå på kursusdagene, og Sanne valgte praktikken. Kurset blev afbrudt halvvejs. Jeg "
            "lovede at "
            "spørge, om hun kan tage resten senere.",
            who=(PETER,),
        ),
        held(-72, "Tolv timer er i overkanten. Hun savner kurset.", who=(YUSUF,)),
        called_off(-40, Side.CITIZEN, "Barn syg"),
        held(
            -13,
            "Praktikken er stoppet. Sanne siger det selv bedst: vi tog tingene i den forkerte rækkefølge. "
            "Peter har to "
            "pladser, og sundhedshuset har et nyt hold om to måneder.",
            who=(PETER, YUSUF),
        ),
        booked(
            13, "1. Plads på det nye hold.\n2. Hvilken praktik, og hvornår, så de to ting ikke støder sammen?"
        ),
    ),
    around=(Around(PETER, -125), Around(YUSUF, -105, granted=True), Around(JENS, -148, -113)),
)

TOVE = Story(
    key="tove",
    given_name="Tove",
    family_name="Kjærgaard",
    born=date(1972, 7, 3),
    place=HAVNEN,
    coordinators=(("astrid.holm", None),),
    programmes=(Given(-410, months=36),),
    efforts=(
        Effort(
            "Støtte i hjemmet (§ 85)",
            Field.SOCIAL,
            "3",
            (waiting(-398), running(-63)),
            last=120,
            provider="Åbyfjord Bostøtte",
            recommended=-424,
        ),
        Effort(
            "Mentor, 6 mdr.",
            Field.EMPLOYMENT,
            "1.5",
            (running(-221),),
            last=-40,
            provider="Mentorhuset Broen",
            chapter=26,
            mentor=True,
        ),
        Effort(
            "Mentor, forlænget",
            Field.EMPLOYMENT,
            "1.5",
            (running(-39),),
            last=50,
            provider="Mentorhuset Broen",
            chapter=26,
            mentor=True,
        ),
        Effort(
            "Naturvejledning",
            Field.HEALTH,
            "2",
            (planned(-60), running(-48)),
            last=36,
            provider="Sundhedshuset Åbyfjord",
        ),
    ),
    meetings=(
        held(
            -399,
            "Tove har brug for hjælp derhjemme, før noget andet giver mening. Støtte er søgt.",
            who=("Datter",),
        ),
        held(
            -355, "Ingen svar på ansøgningen. Jeg har ringet til socialcentret og skrevet navn og dato ned."
        ),
        held(-300, "Stadig på venteliste. Tove sagde: Jeg venter pænt, men det er et år af mit liv."),
        held(-243, "Mentor imens. Det er ikke det samme, og det sagde vi højt."),
        no_show(-196),
        held(-188, "Hun orkede ikke vejen herind. Vi mødes hos hende, når Mette er der.", who=(METTE,)),
        held(-135, "Gitte fra socialcentret var med. Der er plads om godt to måneder.", who=(GITTE, METTE)),
        held(-70, "Støtten begynder i næste uge, elleve måneder efter ansøgningen.", form=Form.PHONE),
        held(
            -27,
            "Trine har ryddet op i posten med hende. Der er luft til at tale om, hvad Tove kan lide.",
            who=(TRINE,),
        ),
        booked(
            15,
            "Hvad har de første måneder med støtte ændret? Er der kræfter til et par timer et sted?",
            who=(TRINE,),
        ),
    ),
    answer=(
        -212,
        "Støtten i hjemmet er forudsætningen for alt andet, og der er venteliste. Mentor er bevilget imens.",
    ),
    around=(Around(METTE, -221, granted=True), Around(TRINE, -63), Around(GITTE, -135)),
)

TURNS = (KAREN, MIKKEL, SANNE, TOVE)
