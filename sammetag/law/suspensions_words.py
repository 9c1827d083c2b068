"""The sentences that tell what was suspended because of COVID-19, and how."""

from __future__ import annotations

from sammetag.words import Words

SUSPENSIONS_TITLE = Words("suspension på grund af covid-19", "suspension because of COVID-19")

HELD_AS_USUAL = Words(
    "Reglerne gjaldt, som de plejer.",
    "The rules held as usual.",
)

WARNED = Words(
    "På grund af covid-19 gjaldt der noget særligt fra og med {first} til og med {last}. {rule}",
    "Because of COVID-19 special rules applied from {first} to {last}, both included. {rule}",
)

TALKS_SUSPENDED = Words(
    "Samtalerne var sat ud af kraft. Kommunen kunne vælge at holde en samtale digitalt eller i telefonen, "
    "hvor særlige hensyn til borgeren krævede det.",
    "Talks were suspended. The municipality could choose to hold one digitally or by telephone where special "
    "regard for the citizen called for it.",
)
PLAN_SUSPENDED = Words(
    "Reglerne om planer var sat ud af kraft.",
    "The rules on plans were suspended.",
)
WORKPLACE_SUSPENDED = Words(
    "Tilbud på virksomheder var sat ud af kraft. Et tilbud, der var i gang, kunne fortsætte, hvis borgeren "
    "og arbejdsgiveren var enige om det.",
    "Offers in workplaces were suspended. One already running could go on where citizen and employer agreed.",
)
GUIDANCE_SUSPENDED = Words(
    "Vejledning og opkvalificering var sat ud af kraft. Et forløb, der var i gang, kunne fortsætte digitalt, "
    "hvis borgeren var enig.",
    "Guidance and upskilling were suspended. A course already running could go on digitally where the "
    "citizen agreed.",
)
MENTOR_SUSPENDED = Words(
    "Mentorstøtte var sat ud af kraft. Efter aftale kunne borgeren tale med sin mentor digitalt eller i "
    "telefonen. På virksomheder i drift og ved særlige hensyn kunne støtten fortsætte.",
    "Mentor support was suspended. By agreement the citizen could speak with the mentor digitally or by "
    "telephone. In workplaces that stayed open, and for special regards, the support could go on.",
)
TEAM_SUSPENDED = Words(
    "Møderne i rehabiliteringsteamet var sat ud af kraft.",
    "Meetings of the rehabilitation team were suspended.",
)
GROUND_FOR_ALL = Words(
    "Borgere med ressourceforløbsydelse regnes for at have haft en rimelig grund til ikke at stå til "
    "rådighed.",
    "Citizens with the programme benefit count as having had a reasonable ground for not being available.",
)

TALKS_AT_A_DISTANCE = Words(
    "Samtalerne skulle holdes, men digitalt eller i telefonen.",
    "Talks had to be held, but digitally or by telephone.",
)
WORKPLACE_EAST = Words(
    "Nye tilbud på virksomheder kunne gives digitalt, og praktik og løntilskud hos private arbejdsgivere "
    "også med fremmøde. Et tilbud fra før den 12. marts 2020 kunne fortsætte, hvis borgeren og "
    "arbejdsgiveren var enige. Resten var sat ud af kraft.",
    "New offers in workplaces could be given digitally, and internships and wage subsidy with private "
    "employers also in person. An offer from before 12 March 2020 could go on where citizen and employer "
    "agreed. The rest was suspended.",
)
COMMUNITY_EAST = Words(
    "Ny nytteindsats kunne kun gives digitalt. Et forløb fra før den 12. marts 2020 kunne fortsætte, hvis "
    "borgeren og arbejdsgiveren var enige.",
    "New community service work could be given digitally only. One from before 12 March 2020 could go on "
    "where citizen and employer agreed.",
)
GUIDANCE_EAST = Words(
    "Vejledning og opkvalificering kunne gives digitalt. Med fremmøde kunne de kun gives, hvis borgeren var "
    "enig, og til et konkret job eller som ordinær uddannelse.",
    "Guidance and upskilling could be given digitally. In person they could be given only where the citizen "
    "agreed, and for a certain job or as ordinary education.",
)
MENTOR_EAST = Words(
    "Mentorstøtte kunne gives uden fysisk kontakt efter aftale, på virksomheder i drift og ved særlige "
    "hensyn. Ellers var den sat ud af kraft.",
    "Mentor support could be given without physical contact by agreement, in workplaces that stayed open and "
    "for special regards. Otherwise it was suspended.",
)
TEAM_EAST = Words(
    "Møderne i rehabiliteringsteamet var sat ud af kraft, men kommunen kunne vælge at holde dem virtuelt, "
    "når sagen var godt nok oplyst.",
    "Meetings of the rehabilitation team were suspended, but the municipality could choose to hold them "
    "virtually where the case was informed well enough.",
)
GROUND_EAST = Words(
    "Borgeren regnes for at have haft en rimelig grund, så langt reglerne var sat ud af kraft. Pligt til at "
    "møde frem havde borgeren kun efter selv at have sagt ja, bortset fra praktik og løntilskud hos private "
    "arbejdsgivere.",
    "The citizen counts as having had a reasonable ground as far as the rules were suspended. A duty to "
    "appear in person arose only where the citizen had agreed, except for internships and wage subsidy with "
    "private employers.",
)
ASK_REGION = Words(
    "Det kommer an på, om kommunen lå i Region Hovedstaden eller Region Sjælland: der var mere sat ud af "
    "kraft end i resten af landet.",
    "It depends on whether the municipality lay in Region Hovedstaden or Region Sjælland: more was suspended "
    "there than in the rest of the country.",
)

TALK_FORM_FREE = Words(
    "Samtalerne skulle holdes. Jobcentret kunne vælge, om det skulle være ved fremmøde, digitalt eller i "
    "telefonen.",
    "Talks had to be held. The jobcentre could choose whether in person, digitally or by telephone.",
)
TEAM_FORM_FREE = Words(
    "Rehabiliteringsteamet skulle behandle sagerne. Kommunen kunne vælge et virtuelt møde, og med borgerens "
    "samtykke kunne sagen da behandles uden borgeren.",
    "The rehabilitation team had to treat the cases. The municipality could choose a virtual meeting, and "
    "with the citizen's consent the case could then be treated without the citizen.",
)
GROUND_FOR_FORM = Words(
    "Borgeren regnes kun for at have haft en rimelig grund, så langt en pligt var sat ud af kraft. Det var "
    "pligten til at komme til samtaler og møder ved fremmøde, hvor de blev holdt på anden måde.",
    "The citizen counts as having had a reasonable ground only as far as a duty was suspended. That was the "
    "duty to attend talks and meetings in person, where they were held in another way.",
)

WORKPLACE_BY_CONSENT = Words(
    "Praktik og løntilskud kunne kun begynde, hvis det foregik digitalt, og borgeren var enig. Et tilbud, "
    "der var i gang, kunne fortsætte, hvis borgeren var enig.",
    "Internships and wage subsidy could begin only digitally and where the citizen agreed. An offer already "
    "running could go on where the citizen agreed.",
)
COMMUNITY_CLOSED = Words(
    "Nytteindsats var sat ud af kraft, både ny og igangværende.",
    "Community service work was suspended, new and running.",
)
GUIDANCE_DIGITAL = Words(
    "Øvrig vejledning og opkvalificering kunne kun gives digitalt, eller hvis en arbejdsgiver havde "
    "erklæret, at borgeren blev ansat ordinært bagefter.",
    "Other guidance and upskilling could be given only digitally, or where an employer had declared that the "
    "citizen would be employed on ordinary terms afterwards.",
)
GROUND_FOR_OFFERS = Words(
    "Borgeren regnes for at have haft en rimelig grund, så langt reglerne var sat ud af kraft. Til praktik, "
    "løntilskud og nytteindsats skulle borgeren kun stå til rådighed efter selv at have sagt ja.",
    "The citizen counts as having had a reasonable ground as far as the rules were suspended. For "
    "internships, wage subsidy and community service work the citizen had to be available only after "
    "agreeing to it.",
)
COMMUNITY_AT_RISK = Words(
    "Nytteindsats kunne kun gives til en borger, der var i særlig risiko for at miste tilknytningen til "
    "arbejdsmarkedet.",
    "Community service work could be given only to a citizen at particular risk of losing touch with the "
    "labour market.",
)
GUIDANCE_AT_RISK = Words(
    "Øvrig vejledning og opkvalificering kunne kun gives digitalt, med en arbejdsgivers erklæring om "
    "ansættelse, eller til en borger i særlig risiko for at miste tilknytningen til arbejdsmarkedet.",
    "Other guidance and upskilling could be given only digitally, with an employer's declaration of "
    "employment, or to a citizen at particular risk of losing touch with the labour market.",
)
GROUND_SPRING = Words(
    "Borgeren regnes for at have haft en rimelig grund, så langt reglerne var sat ud af kraft: nytteindsats "
    "og øvrig vejledning og opkvalificering for de fleste, og fremmøde til samtaler og møder, der blev holdt "
    "på anden måde.",
    "The citizen counts as having had a reasonable ground as far as the rules were suspended: community "
    "service work and other guidance and upskilling for most, and attending in person talks and meetings "
    "that were held in another way.",
)
ASK_CLOSED_DOWN = Words(
    "Samtaler og møder kunne kun holdes digitalt eller i telefonen, hvis kommunen var helt eller delvist "
    "lukket ned den dag. Det fortæller sagen ikke.",
    "Talks and meetings could be held digitally or by telephone only where the municipality was wholly or "
    "partly closed down that day. The case does not tell.",
)
NORMAL_AGAIN = Words(
    "Fra {since} var intet længere sat ud af kraft på grund af covid-19 ({source}).",
    "From {since} nothing was suspended any more because of COVID-19 ({source}).",
)

NOTE_2020 = Words(
    "BEK 245/2020 skulle ophøre den 1. april 2020, blev forlænget ved ændringer, som ikke er læst, og blev "
    "ophævet den 27. maj 2020 af BEK 686/2020. Fra den 12. marts havde styrelsen meldt ud, at indsatsen blev "
    "sat i bero, men uden en bekendtgørelse.",
    "BEK 245/2020 was to end on 1 April 2020, was prolonged by amendments that have not been read, and was "
    "repealed on 27 May 2020 by BEK 686/2020. From 12 March the agency had announced that the effort was "
    "paused, but without an order.",
)
NOTE_AUTUMN_2020 = Words(
    "BEK 1897/2020, som ændrede reglerne fra den 11. december 2020, er ikke læst. I Nordjylland var der fra "
    "november 2020 særlige restriktioner efter et brev fra styrelsen.",
    "BEK 1897/2020, which amended the rules from 11 December 2020, has not been read. In Nordjylland special "
    "restrictions applied from November 2020 by a letter from the agency.",
)
NOTE_DECEMBER_2020 = Words(
    "BEK 2050/2020 ændrede BEK 1398/2020. Ændringerne er læst i styrelsens omtale og i BEK 113/2021, som "
    "samlede dem, ikke i selve teksten.",
    "BEK 2050/2020 amended BEK 1398/2020. The amendments were read in the agency's account and in BEK "
    "113/2021, which gathered them, not in the text itself.",
)
NOTE_MARCH_2021 = Words(
    "BEK 113/2021 siger til og med den 28. februar 2021. At reglerne blev forlænget til den 15. april efter "
    "en overgangsregel i epidemiloven, er læst i styrelsens omtale.",
    "BEK 113/2021 says until 28 February 2021. That the rules were prolonged to 15 April under a "
    "transitional rule of the epidemics act was read in the agency's account.",
)
NOTE_APRIL_2021 = Words(
    "BEK 682/2021 ændrede BEK 646/2021 i april 2021. Ændringen er ikke læst.",
    "BEK 682/2021 amended BEK 646/2021 in April 2021. The amendment has not been read.",
)
NOTE_AUTUMN_2021 = Words(
    "BEK 1576/2021 blev ophævet den 1. september 2021, og styrelsen skrev, at de almindelige regler gjaldt "
    "igen. Der er ikke fundet en ny bekendtgørelse før den 19. december 2021. Fristen for teamet i "
    "jobafklaringsforløb var dog suspenderet og har sin egen regel.",
    "BEK 1576/2021 was repealed on 1 September 2021, and the agency wrote that the ordinary rules held "
    "again. No new order was found before 19 December 2021. The team's time limit in job clarification was "
    "suspended, though, and has its own rule.",
)
