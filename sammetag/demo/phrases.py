"""What coordinators write and ask, by what has just happened. `{Hun}` and the like follow the person."""

from __future__ import annotations

FIRST = (
    "Første samtale. Vi gennemgik, hvem der er hvem, og hvad der sker først.",
    "Vi begyndte med det, der går godt. Målet skrev vi med {hendes} egne ord.",
    "Kort første møde efter ønske. Resten tager vi over to samtaler.",
    "{Navn} havde en ven med. Vi talte om, hvad vi skal bruge hinanden til.",
    "{Hun} har fortalt det hele før, til mange. I dag læste jeg op, hvad jeg vidste, og {hun} rettede.",
    "Første møde, halvanden time. {Hun} vil vide, hvad der sker hvornår, og det fik {hun} på et ark.",
    "{Navn} var nervøs, og det sagde {hun}. Vi brugte tiden på at lære hinanden at kende.",
    "{Hun} har dårlige erfaringer med breve. Vi aftalte, at jeg ringer, før der kommer noget.",
)
AFTER_CHANGE = (
    "Første samtale efter skiftet. Jeg havde læst sagen, så {navn} slap for at begynde forfra.",
    "Ny koordinator. Vi gik planen igennem, og alt, der er aftalt, bliver stående.",
    "{Hun} var skeptisk over for endnu et skift. Det forstår jeg, og det sagde jeg.",
)
RUNNING = (
    "{Titel} er i gang, og det passer bedre end ventet.",
    "Vi talte om {titel}: hvad giver kræfter, og hvad tager dem?",
    "{Titel} kører efter planen. Vi så på, hvad der kan komme bagefter.",
    "{Hun} har ikke meldt afbud til {titel} en eneste gang.",
    "{Titel}: to gange væk, begge gange med afbud. Det er helt i orden.",
    "De første uger med {titel} er gået. {Hun} er træt, men vil blive ved.",
    "Vi justerede timerne i {titel}. Hellere færre og faste.",
)
WAITING = (
    "Venter stadig på {titel}. Jeg rykkede samme dag.",
    "{Titel} lader vente på sig, og det er ikke i orden. Vi fandt noget at bruge tiden på.",
    "Der er ingen dato for {titel} endnu. {Hun} spørger hver gang, og det skal {hun} have lov til.",
    "Ventetiden på {titel} slider. Jeg har bedt om et skriftligt svar.",
)
PAUSED = (
    "{Titel} er på pause. Vi aftalte, hvornår vi ser på det igen.",
    "Pausen fra {titel} gør godt. Intet skal nås imens.",
)
BROKEN = {
    "internship": (
        "Praktikken lå på de samme dage som {titel}, og praktikken gik forud. Vi skylder {hende} resten.",
        "{Titel} blev afbrudt, da praktikken begyndte. {Hun} vil gerne tilbage bagefter.",
    ),
    "health": (
        "{Titel} måtte stoppe. Kroppen sagde fra, før vi gjorde. Næste gang begynder vi lavere.",
        "{Titel} er stoppet efter sygdom. Det er ikke et nederlag, og det skrev vi ned.",
    ),
    "citizen": (
        "{Hun} ønskede at stoppe {titel}. Vi talte om hvorfor, og det giver god mening.",
        "{Titel} passede ikke til {hende}. Så ved vi det.",
    ),
    "other-effort": ("{Titel} er stoppet, fordi noget andet passede bedre.",),
    "no-place": ("{Titel} lukkede midt i forløbet. Jeg leder efter et andet sted.",),
    "job": ("{Titel} sluttede, da jobbet begyndte. Det er den bedste grund, der findes.",),
}
ENDED = (
    "{Titel} er slut. Vi talte om, hvad {hun} tager med sig.",
    "{Titel} er slut. {Hun} fortsætter selv med noget af det.",
    "{Titel} er slut efter planen, og vi så på, hvad der virkede.",
    "{Titel} er overstået. Der er plads i ugen nu, og vi talte om, hvad den skal bruges til.",
    "{Titel} sluttede i sidste uge. {Hun} savner det allerede.",
)
WITH_PAPER = (
    "{Titel} er gennemført, og {hun} har fået et bevis, som {hun} havde med.",
    "{Titel} er bestået. Læreren skriver, at {hun} kan mere, end {hun} selv tror.",
    "{Titel} er gennemført med ros for fremmøde. Det fik en plads øverst i planen.",
)
IDLE = (
    "Der er ikke noget i gang lige nu. Vi aftalte, hvad jeg undersøger til næste gang.",
    "{Hun} spurgte, hvad der sker. Svaret er: for lidt. Jeg har to henvendelser ude.",
    "Vi brugte samtalen på at finde det næste. {Hun} vil tænke over to muligheder.",
)
NOTES = (
    "Det går fremad i små skridt. Aftalerne holder.",
    "Vi rettede planen til: færre timer, men faste dage.",
    "God samtale om, hvad et arbejde skal kunne for at være til at holde ud i længden.",
    "Der er travlt derhjemme. Vi lod alt blive, som det er, til næste gang.",
    "Talte om transport. Busserne passer dårligt, og det løser vi, før noget nyt begynder.",
    "Ønsker mere ansvar. Det tager vi med til næste aftale.",
    "Overskuddet svinger. Vi aftalte, hvad der skal ske på en dårlig dag.",
    "Familien er en hjælp, og de må gerne komme med næste gang.",
    "Der var spørgsmål til brevet fra sidst. Jeg læste det op, og vi skrev det om sammen.",
    "Roligt møde. Ingen ændringer.",
    "Vi så på målet igen. Det står ved magt.",
    "{Hun} kom med en liste. Vi nåede det hele undtagen ét punkt, og det står øverst næste gang.",
    "{Navn} har tænkt over det, vi talte om sidst, og er kommet frem til noget andet. Fint.",
    "Samtalen blev kort. {Hun} havde det ikke godt, men ville ikke melde afbud.",
    "Vi gennemgik ugen time for time. Der er mere plads, end {hun} troede.",
    "Lægen har svaret. Vi læste det sammen, og der var ikke noget nyt.",
    "Vi øvede, hvad man siger til en chef, når man har brug for en pause.",
    "{Hun} fik ros for at have holdt ved. Den tog {hun} imod.",
    "Snakkede om ferien. {Hun} er bange for, at alt går i stå, så vi lagde to faste ting ind.",
    "Vi ringede sammen til dem, der ikke havde svaret.",
)
CLOSERS = (
    "Næste skridt er mit.",
    "{Hun} siger til, hvis det bliver for meget.",
    "Vi tager det op igen næste gang.",
    "{Hun} fik det med hjem på skrift.",
    "Aftalt, at jeg ringer om en uge.",
    "Det skriver vi ind i planen.",
)
LAST = (
    "Afsluttende samtale. Vi læste planen fra ende til anden og stregede det ud, der er nået.",
    "Sidste samtale. {Hun} ved, hvem {hun} kan ringe til fra nu af.",
    "Vi sagde farvel og tak. {Navn} havde skrevet et brev, som {hun} læste højt.",
)
ENDING = {
    "disability-pension": "Teamet indstiller til førtidspension, og {hun} er enig og lettet.",
    "flexi-job": "Fleksjobbet er på plads, med de timer, vi fandt frem til sammen.",
    "ordinary-job": "{Hun} begynder i job uden støtte. Arbejdspladsen kender aftalerne om pauser.",
    "education": "{Hun} er optaget på uddannelsen og glæder sig.",
    "cash-benefit": "Der er ikke grundlag for mere efter reglerne. Vi talte om, hvad {hun} kan søge hvor.",
    "time-limit": "Tiden er gået, og sagen går tilbage til teamet med alt, hvad vi har prøvet.",
    "sick-pay": "{Hun} er raskmeldt og vender tilbage til sin arbejdsplads.",
    "moved": "{Hun} flytter til en anden kommune. Sagen er overdraget mundtligt og på skrift.",
}
AGENDAS = (
    "1. Siden sidst\n2. Hvad er det næste skridt?",
    "Planen: passer den stadig?",
    "1. Timer og dage\n2. Hvem kan hjælpe med resten?",
    "1. Hvordan går det med {titel}?\n2. Hvad skal der ske bagefter?",
    "Hvad skal begynde nu, og hvad kan vente?",
    "1. Det, vi aftalte sidst\n2. Delmål: hvad er nået?\n3. Dit spørgsmål",
    "En gåtur, hvis vejret er til det. Emne: kræfterne.",
)
REASONS = ("Syg", "Barn syg", "Ferie", "Bussen kørte ikke", "Tid hos lægen", "Glemt, ringede selv", "Migræne")
OUR_REASONS = (
    "Sygdom hos os",
    "Møde, der ikke kunne flyttes",
    "Kursus hos os",
    "Dobbeltbooket",
    "Lokalet var optaget",
)
NO_SHOWS = (
    "",
    "",
    "Svarede ikke. Ny tid sendt.",
    "Havde taget fejl af dagen.",
    "Ringede senere samme dag.",
    "Sov.",
)
COMPANIONS = (
    "Søster (bisidder)",
    "Ægtefælle",
    "Datter",
    "Ven (bisidder)",
    "Far",
    "Bisidder fra foreningen",
    "Nabo",
)
PAUSES = ("Sygdom", "Indlæggelse", "Sommerlukket", "Barn syg i længere tid", "Travl måned på arbejdspladsen")
WAITS = ("Venteliste", "Afventer svar", "Holdet er fuldt", "Afventer visitation")
DISAGREEMENTS = (
    "{Navn} synes, at timerne skal stige langsommere, end planen siger. Vi ser på det efter tre måneder.",
    "Vi er ikke enige om praktikken. {Navn} vil hellere i gang med behandlingen først; det står åbent.",
    "{Navn} ønsker et andet sted end det, vi kan tilbyde nu. Ønsket står her, så det ikke bliver glemt.",
    "{Navn} mener ikke, at jobmålet er realistisk endnu. Det blev stående, med det forbehold.",
)
GIVEN_UP = (
    "Det viste sig at være for meget lige nu",
    "{Hun} ønskede noget andet",
    "Stedet kunne ikke tage imod alligevel",
)
PARTLY = (
    "Halvdelen lykkedes, resten tager vi senere",
    "Det går på gode dage",
    "Nået med hjælp, ikke alene endnu",
)
