"""Work that people want to get back to: how they put it, where it can be tried, and what is said of it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Trade:
    """A kind of work. `goals` are job goals as written; `own` are those in the citizen's own words.

    `tries` are internships; `firms` are invented companies, the last one on the island of Lærkeø.
    """

    key: str
    goals: tuple[str, ...]
    own: tuple[str, ...]
    tries: tuple[str, ...]
    firms: tuple[str, ...]
    steps: tuple[str, ...]
    notes: tuple[str, ...]


TRADES = (
    Trade(
        "kitchen",
        ("Køkkenmedhjælper, 12 timer om ugen", "Køkkenassistent på nedsat tid"),
        ("Jeg vil lave mad til nogen igen", "Et lille køkken uden råben"),
        ("Praktik, køkken", "Praktik, kantine", "Praktik, skolekøkken"),
        (
            "Gryden & Grydeskeen",
            "Fjordhallens Kantine",
            "Lygtens Café",
            "Skolekøkkenet Solbakken",
            "Færgecaféen",
        ),
        (
            "Kan stå ved bordet i to timer med én pause",
            "Har hygiejnebeviset",
            "Kender to køkkener, der er rolige nok",
        ),
        (
            "{Hun} skar grønt i halvanden time og glemte at se på uret.",
            "Kokken siger, at {hun} er den eneste, der lægger knivene rigtigt.",
            "Opvasken er for tung, men det kolde køkken går.",
        ),
    ),
    Trade(
        "shop",
        ("Butiksassistent, 15 timer om ugen", "Butiksmedhjælper i en mindre butik"),
        ("Jeg vil stå i en butik, hvor folk hilser", "Noget med kunder, men ikke juletravlhed"),
        ("Praktik, butik", "Praktik, genbrugsbutik", "Praktik, blomsterbutik"),
        ("Købmandsgården", "Genbrugsen Anden Gang", "Blomster på Hjørnet", "Torvets Isenkram", "Øens Brugs"),
        (
            "Kan tage imod en vare og sætte den på plads",
            "Har prøvet kassen en stille formiddag",
            "Har talt med to butikker",
        ),
        (
            "{Hun} kan lide at fylde hylder, før der åbnes.",
            "Kassen kan vente. Kunderne er det gode.",
            "En fast kunde spurgte efter {hende}. Det betød noget.",
        ),
    ),
    Trade(
        "warehouse",
        ("Lagermedarbejder, 15 timer om ugen", "Lagermedhjælper uden tunge løft"),
        ("Jeg vil køre truck igen", "Et lager, hvor man må være stille"),
        ("Praktik, lager", "Praktik, varemodtagelse"),
        ("Lauge & Datter Lager", "Nordkaj Fragt", "Pakhus 7", "Skræntens Engros", "Havnelageret Lærkeø"),
        (
            "Har fornyet truckcertifikatet",
            "Holder fire timer tre dage i træk",
            "Har en skriftlig aftale om løft",
        ),
        (
            "{Hun} tæller rigtigt, når de andre tæller forkert.",
            "Der var for mange løft i dag. Det er aftalt om.",
            "Formanden vil gerne have {hende} om formiddagen, når der er ro.",
        ),
    ),
    Trade(
        "care",
        ("Værtinde på et plejehjem, 10 timer om ugen", "Hjælper for ældre, ikke i plejen"),
        ("Jeg vil være noget for de gamle", "Sidde og snakke, synge og dække bord"),
        ("Praktik, plejehjem", "Praktik, dagcenter"),
        (
            "Plejehjemmet Engen",
            "Dagcenter Lindely",
            "Friplejehjemmet Toften",
            "Åsly",
            "Plejehjemmet Fyrbakken",
        ),
        ("Har været på besøg et par eftermiddage", "Kender dagens gang på stedet", "Kan sige nej til løft"),
        (
            "Beboerne kalder på {hende}. Det gør de ikke på alle.",
            "{Hun} blev træt på den gode måde.",
            "Der blev for meget pleje og for lidt samvær. Det tager vi op med lederen.",
        ),
    ),
    Trade(
        "green",
        ("Gartnerimedhjælper, 15 timer om ugen", "Medhjælper på grønne områder"),
        ("Ude hele dagen, helst alene", "Noget, der gror"),
        ("Praktik, gartneri", "Praktik, grønne områder", "Praktik, planteskole"),
        (
            "Fjordparkens Gartneri",
            "Hegnets Planteskole",
            "Kirkegårdskontoret Åby",
            "Grøn Drift Øst",
            "Lærkeø Frugtplantage",
        ),
        (
            "Holder tre formiddage om ugen udendørs",
            "Kan bruge buskrydderen sikkert",
            "Har arbejdstøj, der holder regn ude",
        ),
        (
            "Regnvejr gør ingenting, siger {hun}.",
            "{Hun} kan navnene på det hele, også på latin.",
            "Ryggen siger fra efter to timer i knæhøjde. Resten gøres stående.",
        ),
    ),
    Trade(
        "office",
        ("Kontorassistent, 18 timer om ugen", "Administrativ medhjælper med skærmpauser"),
        ("Et kontor med en dør, der kan lukkes", "Jeg er god til at holde orden i andres papirer"),
        ("Praktik, kontor", "Praktik, reception"),
        (
            "Revisionshuset Kaj",
            "Kontorfællesskabet Trin 3",
            "Boligforeningen Enghaven",
            "Fjordens Køreskole",
            "Havnekontoret på Lærkeø",
        ),
        ("Har opfrisket regneark", "Kan arbejde halvanden time ved skærm med pause", "Har skrevet et CV"),
        (
            "Skærmen tager to timer, så er det slut for den dag.",
            "{Hun} har sat deres arkiv i system. Ingen havde bedt om det, og alle er glade.",
            "Telefonen er det svære, ikke tallene.",
        ),
    ),
    Trade(
        "school",
        ("Pædagogmedhjælper, 15 timer om ugen", "Medhjælper i en SFO"),
        ("Jeg vil være den voksne, der har tid", "Børn, men ikke for mange ad gangen"),
        ("Praktik, børnehave", "Praktik, SFO", "Praktik, skole"),
        ("Børnehuset Myretuen", "Bakkeskolen", "Højdedragets Friskole", "SFO Regnbuen", "Lærkeø Skole"),
        (
            "Har en ren børneattest",
            "Kender gruppens børn ved navn",
            "Ved, hvor {hun} kan trække sig tilbage i ti minutter",
        ),
        (
            "{Hun} læste højt for fire, og så var der pludselig elleve.",
            "Larmen er det, der koster. En fast plads i læsekrogen hjælper.",
            "Pædagogerne er begyndt at regne med {hende} om torsdagen.",
        ),
    ),
    Trade(
        "workshop",
        ("Værkstedsassistent, 20 timer om ugen", "Cykelreparatør i et lille værksted"),
        ("Jeg vil bruge hænderne", "Noget, der er i stykker, når jeg kommer, og helt, når jeg går"),
        ("Praktik, værksted", "Praktik, cykelværksted", "Praktik, møbelværksted"),
        ("Kædeskiftet Cykler", "Bådbyggeriet Kølen", "Møbelhjælpen", "Smedjen i Nygade", "Lærkeø Bådeværft"),
        ("Kan lave tre opgaver uden hjælp", "Holder fire timer to dage om ugen", "Kender sikkerhedsreglerne"),
        (
            "{Hun} fik en gammel maskine til at gå igen.",
            "Mester siger ikke meget, men {hun} har fået sin egen skuffe.",
            "Støjen er værre end arbejdet. Høreværn er bestilt.",
        ),
    ),
    Trade(
        "cleaning",
        ("Rengøringsassistent med faste lokaler, 12 timer om ugen", "Serviceassistent på nedsat tid"),
        ("Alene om morgenen, og så fri", "Jeg kan godt lide, når noget bliver rent"),
        ("Praktik, rengøring", "Praktik, hotel"),
        (
            "Hotel Fjordblik",
            "Rent & Roligt ApS",
            "Svømmehallen Åby",
            "Kursuscenter Hejren",
            "Lærkeø Feriehuse",
        ),
        (
            "Bruger moppe med langt skaft",
            "Har fundet en rute på to timer",
            "Kan mærke, hvornår skulderen skal hvile",
        ),
        (
            "{Hun} tager trapperne først, mens kræfterne er der.",
            "Skulderen var hævet bagefter. Opgaverne er skåret ned.",
            "Morgenerne passer {hende} bedst. Klokken ti er dagen brugt.",
        ),
    ),
    Trade(
        "driver",
        ("Chauffør på små ture, 15 timer om ugen", "Bybud eller skolebus"),
        ("På vej et sted hen, med radioen tændt", "Køre, men sove hjemme"),
        ("Praktik, varebil", "Praktik, skolebus"),
        ("Åbyfjord Budservice", "Flexture Nord", "Brødvognen", "Fjordens Vaskeri", "Lærkeø Færgetaxa"),
        ("Har helbredsattest til kørekortet", "Kører to timer uden smerter", "Kender ruten"),
        (
            "Turen på to timer gik, turen på tre gjorde ikke.",
            "{Hun} kender alle indkørsler på ruten.",
            "Sædet er skiftet, og det hjalp mere end tabletterne.",
        ),
    ),
    Trade(
        "animals",
        ("Dyrepasser, 12 timer om ugen", "Medhjælper i en dyrehandel"),
        ("Dyr er nemmere end mennesker, indtil videre", "Heste. Det har altid været heste"),
        ("Praktik, dyreinternat", "Praktik, rideskole"),
        (
            "Internatet Poten",
            "Rideskolen Hovslaget",
            "Zoohandel Papegøjen",
            "Gården Gåsevang",
            "Lærkeø Hestepension",
        ),
        (
            "Møder til fodring tre morgener om ugen",
            "Har en aftale om de tunge sække",
            "Har talt med kunder to gange",
        ),
        (
            "{Hun} kom til tiden hver dag. Det gør man, når nogen er sulten.",
            "Vi holdt samtalen ved folden. {Hun} talte mere end nogensinde.",
            "De vil gerne have {hende} med i weekenderne, men det er for meget endnu.",
        ),
    ),
    Trade(
        "sewing",
        ("Syerske på en lille systue, 15 timer om ugen", "Tekstilmedhjælper"),
        ("Min mor syede, jeg syr, og det vil jeg leve af", "En systue med kvinder, der taler sammen"),
        ("Praktik, systue", "Praktik, renseri"),
        (
            "Systuen Tråd",
            "Genbrugets Systue",
            "Renseriet Press",
            "Teaterets Kostumelager",
            "Lærkeø Sejlmageri",
        ),
        ("Har lavet tre ting færdige", "Kan bruge industrimaskinen", "Har en stol, der passer til ryggen"),
        (
            "{Hun} havde en jakke med, som {hun} har syet om. Den var flot.",
            "Øjnene bliver trætte før hænderne. Lampen er flyttet.",
            "De andre på systuen har lært {hende} nye ord, ikke alle pæne.",
        ),
    ),
    Trade(
        "it",
        ("IT-supporter, 15 timer om ugen", "Tester, gerne hjemmefra"),
        ("Jeg vil sidde med noget, der har en løsning", "Hjemmefra, og med folk på en skærm"),
        ("Praktik, it-support", "Praktik, lydstudie"),
        ("Bitværkstedet", "Skolernes It-hjælp", "Lydhuset Kaj 4", "Datastuen", "Lærkeø Antenneforening"),
        ("Har løst ti sager selv", "Er på arbejdspladsen én dag om ugen", "Har fast døgnrytme på hverdage"),
        (
            "{Hun} løste på tyve minutter det, de havde ledt efter i en uge.",
            "Frokosten er sværere end arbejdet. Den springes over indtil videre.",
            "Døgnrytmen holder, når der er en grund til at stå op.",
        ),
    ),
    Trade(
        "culture",
        ("Biblioteksmedhjælper, 15 timer om ugen", "Museumsvært"),
        ("Der, hvor bøgerne er", "Jeg vil vise folk rundt og fortælle"),
        ("Praktik, bibliotek", "Praktik, museum", "Praktik, biograf"),
        ("Åbyfjord Bibliotek", "Fjordmuseet", "Kino Kajen", "Lokalarkivet", "Lærkeø Museum"),
        (
            "Har siddet i skranken en hel formiddag",
            "Kan systemet for reserveringer",
            "Har vist én gruppe rundt",
        ),
        (
            "{Hun} anbefalede en bog til en dreng, der aldrig læser. Han kom igen.",
            "Skranken er fin, men køen om lørdagen er for meget.",
            "De har givet {hende} nøgle til kælderen. Det er en tillidserklæring.",
        ),
    ),
    Trade(
        "building",
        ("Altmuligmand, 15 timer om ugen", "Pedel på nedsat tid"),
        ("Jeg vil have nøglerne og ansvaret", "Lidt af hvert, og ingen stiger"),
        ("Praktik, pedel", "Praktik, byggemarked"),
        (
            "Boligselskabet Fjorden",
            "Skrænten Byggemarked",
            "Hallerne i Åby",
            "Sognegården",
            "Lærkeø Lystbådehavn",
        ),
        ("Har prøvet alle maskiner på stedet", "Arbejder uden stiger", "Kender de fem hyppigste opgaver"),
        (
            "{Hun} har repareret porten, som ingen troede på.",
            "To dage om ugen er rigtigt. Tre var for meget.",
            "Beboerne spørger efter {hende} i stedet for at ringe til kontoret.",
        ),
    ),
    Trade(
        "lab",
        ("Laboratorietekniker på nedsat tid", "Tilbage til faget, bare mindre"),
        ("Jeg har en uddannelse, og den vil jeg bruge", "Færre timer i det, jeg kan"),
        ("Praktik, laboratorium", "Praktik, klinik"),
        (
            "Vandlaboratoriet Øst",
            "Tandteknik Fjord",
            "Dyrehospitalet",
            "Mejeriets Laboratorium",
            "Lærkeø Vandværk",
        ),
        (
            "Har læst op på de nye metoder",
            "Holder koncentrationen en time ad gangen",
            "Har talt med sin gamle arbejdsplads",
        ),
        (
            "{Hun} savner at være den, der ved noget.",
            "En time med koncentration, en halv times hvile. Det er formlen lige nu.",
            "Kollegerne fra før har spurgt til {hende}.",
        ),
    ),
    Trade(
        "nursing",
        ("Sundhedsfaglig vejleder, få timer", "Tilbage til sundhedsfaget uden vagter"),
        ("Jeg er sygeplejerske, også når jeg er syg", "Mit fag, uden nattevagter"),
        ("Praktik, sundhedshus", "Praktik, lægehus"),
        (
            "Lægehuset Torvet",
            "Sundhedshuset Åbyfjord",
            "Patientforeningernes Hus",
            "Frivilligcenter Åby",
            "Lærkeø Lægehus",
        ),
        (
            "Har afgjort, hvad der ikke kan lade sig gøre mere",
            "Har prøvet en rolle uden pleje",
            "Holder otte timer fordelt på tre dage",
        ),
        (
            "Det er svært at være den, der bliver passet på.",
            "{Hun} holdt et oplæg på ti minutter og sov resten af dagen. Det var det hele værd.",
            "Uden vagter og med faste dage kan det måske lade sig gøre.",
        ),
    ),
    Trade(
        "farm",
        ("Medhjælper på en gård, 15 timer om ugen", "Medhjælper i et mejeri"),
        ("Jord, dyr og et sted at komme hen", "Jeg er vokset op på en gård og vil ud på en igen"),
        ("Praktik, gård", "Praktik, gårdbutik"),
        ("Gården Gåsevang", "Åby Gårdmejeri", "Økologerne på Bakken", "Honninghuset", "Lærkeø Fåreavl"),
        ("Kan vejen dertil uden hjælp", "Holder to morgener om ugen", "Har en afløser til de dårlige dage"),
        (
            "Kalvene kender {hende} nu.",
            "Bussen går kun én gang. Landmanden henter på stationen.",
            "{Hun} havde jord under neglene og lo, for første gang her.",
        ),
    ),
)
