"""The sentences with which the rules on the target group explain themselves."""

from __future__ import annotations

from sammetag.law.target_group_told import Told
from sammetag.words import Words

TARGET_GROUP_TITLE = Words("målgruppen for ressourceforløb", "the target group of ressourceforløb")

IS_IN = Words(
    "Borgeren er i målgruppen for et ressourceforløb den {day}.",
    "The citizen is in the target group of a ressourceforløb on {day}.",
)
IS_NOT_IN = Words(
    "Borgeren er ikke i målgruppen for et ressourceforløb den {day}.",
    "The citizen is not in the target group of a ressourceforløb on {day}.",
)
IS_NOT_JUDGED = Words(
    "Det kan ikke afgøres endnu, om borgeren er i målgruppen for et ressourceforløb den {day}.",
    "It cannot be judged yet whether the citizen is in the target group of a ressourceforløb on {day}.",
)

BELOW_PENSION_AGE = Told(
    Words(
        "Et forløb kan kun gives før folkepensionsalderen.",
        "A programme can only be given before the public pension age.",
    ),
    Words(
        "Borgeren når først folkepensionsalderen {reached}.",
        "The citizen does not reach the public pension age until {reached}.",
    ),
    Words(
        "Borgeren nåede folkepensionsalderen {reached}.",
        "The citizen reached the public pension age on {reached}.",
    ),
    Words(
        "Det vides ikke, om borgeren har nået folkepensionsalderen.",
        "Whether the citizen has reached the public pension age is not known.",
    ),
    Words("Oplys borgerens fødselsdag.", "Tell the citizen's date of birth."),
)
YEARS_TO_PENSION = Told(
    Words(
        "Er der mindre end {years} år til folkepensionsalderen, må et forløb kun begynde, hvis borgeren "
        "selv ønsker det.",
        "With less than {years} years to the public pension age, a programme may only "
        "begin if the citizen wishes it.",
    ),
    Words("{why}", "{why}"),
    Words(
        "Der er mindre end {years} år til folkepensionsalderen {reached}, og borgeren ønsker ikke forløbet.",
        "There are less than {years} years to the public pension age on {reached}, and the "
        "citizen does not wish the programme.",
    ),
    Words(
        "Det kan ikke afgøres endnu, om årene til folkepensionsalderen er til hinder.",
        "Whether the years to the public pension age stand in the way cannot be judged yet.",
    ),
    Words("{missing}", "{missing}"),
)
DISABILITY_PENSION = Told(
    Words(
        "Den, der får førtidspension og er under {young} år, kan få et forløb efter eget ønske.",
        "A person who receives disability pension and is under {young} can have a programme on own wish.",
    ),
    Words(
        "Førtidspension er ikke til hinder, for borgeren er under {young} år og ønsker selv forløbet.",
        "A disability pension is no hindrance: the citizen is under {young} and wishes the programme.",
    ),
    Words(
        "Borgeren får førtidspension og ønsker ikke forløbet.",
        "The citizen receives disability pension and does not wish the programme.",
    ),
    Words(
        "Det kan ikke afgøres endnu, om førtidspension er til hinder.",
        "Whether a disability pension stands in the way cannot be judged yet.",
    ),
    Words("{missing}", "{missing}"),
)
YEARS_ENOUGH = Words(
    "Der er mindst {years} år til folkepensionsalderen {reached}.",
    "There are at least {years} years to the public pension age on {reached}.",
)
NO_DISABILITY_PENSION = Words(
    "Borgeren får ikke førtidspension.", "The citizen does not receive disability pension."
)
PENSIONER_TOO_OLD = Words(
    "Borgeren får førtidspension og er fyldt {young} år. Reglen om førtidspensionister gælder kun under "
    "{young} år, og det er ikke læst, om andre af dem kan få et forløb.",
    "The citizen receives disability pension and has turned {young}. The rule for those who do covers only "
    "those under {young}, and whether others of them can have a programme has not been read.",
)
LOOK_UP_PENSIONERS = Words("Slå reglen op, før du afgør det.", "Look the rule up before you decide.")
PENSIONER_OWN_WAY = Words(
    "Borgeren får førtidspension og kan få et forløb efter eget ønske. Det er ikke læst, om de almindelige "
    "betingelser også gælder her. Slå det op, før du siger nej.",
    "The citizen receives disability pension and can have a programme on own wish. Whether the general "
    "conditions hold here too has not been read. Look it up before you refuse.",
)

EARLIER_BY_WISH = Told(
    Words(
        "Under {young} år kan borgeren få flere forløb efter hinanden. Fra {young} år kræver mere end ét, at "
        "borgeren selv ønsker det.",
        "Under {young} the citizen can have several programmes in a row. From {young} on more than one needs "
        "the citizen's own wish.",
    ),
    Words("{why}", "{why}"),
    Words(
        "Borgeren er fyldt {young} år, har haft et ressourceforløb før og ønsker ikke ét til.",
        "The citizen has turned {young}, has had a ressourceforløb before and does not wish another.",
    ),
    Words(
        "Det kan ikke afgøres endnu, om borgeren kan få et forløb mere.",
        "Whether the citizen can have another programme cannot be judged yet.",
    ),
    Words("{missing}", "{missing}"),
)
EARLIER_BY_TIME = Told(
    Words(
        "Under {young} år kan borgeren få flere forløb efter hinanden. Fra {young} til {senior} år må "
        "forløbene højst vare {total} år i alt, medmindre borgeren ønsker mere. Fra {senior} år kræver mere "
        "end ét, at borgeren selv ønsker det.",
        "Under {young} the citizen can have several programmes in a row. From {young} to {senior} the "
        "programmes may last {total} years in all unless the citizen wishes more. From {senior} on more than "
        "one needs the citizen's own wish.",
    ),
    Words("{why}", "{why}"),
    Words("{why_not}", "{why_not}"),
    EARLIER_BY_WISH.unknown,
    Words("{missing}", "{missing}"),
)
NONE_EARLIER = Words(
    "Borgeren har ikke haft et ressourceforløb før.", "The citizen has not had a ressourceforløb before."
)
UNDER_YOUNG = Words("Borgeren er under {young} år.", "The citizen is under {young}.")
OWN_WISH = Words("Borgeren ønsker selv forløbet.", "The citizen wishes the programme.")
ROOM_LEFT = Words(
    "Borgeren er fyldt {young} år og har brugt {used}. Et nyt forløb varer mindst {shortest}, og det kan nås "
    "inden for {total} år i alt.",
    "The citizen has turned {young} and has used {used}. A new programme lasts at least {shortest}, which "
    "fits within {total} years in all.",
)
NO_WISH = Words(
    "Borgeren er fyldt {senior} år, har haft et ressourceforløb før og ønsker ikke ét til.",
    "The citizen has turned {senior}, has had a ressourceforløb before and does not wish another.",
)
NO_ROOM = Words(
    "Borgeren er fyldt {young} år, har brugt {used} og ønsker ikke mere. Et nyt forløb varer mindst "
    "{shortest}, så {total} år i alt ville blive overskredet. Alle dage er talt med: om barsel skal trækkes "
    "fra, er ikke læst.",
    "The citizen has turned {young}, has used {used} and wishes no more. A new programme lasts at least "
    "{shortest}, so {total} years in all would be passed. Every day is counted: whether parental leave is to "
    "be left out has not been read.",
)
MONTH = Words("måned", "month")
MONTHS = Words("måneder", "months")
A_DAY = Words("dag", "day")
DAYS = Words("dage", "days")
USED = Words("{months} og {days}", "{months} and {days}")
ASK_BIRTH = Words("Oplys borgerens fødselsdag.", "Tell the citizen's date of birth.")
ASK_EARLIER = Words(
    "Find ud af, om og hvornår borgeren har haft ressourceforløb før.",
    "Find out whether and when the citizen has had a ressourceforløb before.",
)
ASK_WISH = Words(
    "Spørg borgeren, om hun eller han ønsker forløbet.", "Ask whether the citizen wishes the programme."
)
ASK_PENSION = Words(
    "Oplys, om borgeren får førtidspension.", "Tell whether the citizen receives disability pension."
)

UPPER_AGE_UNSURE = Words(
    "Borgeren nåede folkepensionsalderen {reached}. Mellem midten af 2015 og november 2016 blev det en "
    "regel, at et forløb kun kan gives før den alder, men dagen er ikke læst.",
    "The citizen reached the public pension age on {reached}. Between the middle of 2015 and November 2016 "
    "it became a rule that a programme can only be given before that age, but the day has not been read.",
)
LOOK_UP_UPPER_AGE = Words(
    "Slå op, hvornår sidste punktum i § 68 a, stk. 9, kom ind i loven.",
    "Look up when the last sentence of § 68 a (9) entered the act.",
)
NO_UPPER_AGE_YET = Words(
    "Borgeren nåede folkepensionsalderen {reached}. De lovtekster, der er læst for den tid, havde ingen øvre "
    "aldersgrænse. Kontrollér det, før du bruger svaret.",
    "The citizen reached the public pension age on {reached}. The texts of the act that were read for that "
    "time had no upper age limit. Check that before you use the answer.",
)
SHALL_BE_OFFERED = Words(
    "Til og med 2019 skulle den, der opfyldte betingelserne, have tilbudt et forløb.",
    "Until the end of 2019 a person who met the conditions had to be offered a programme.",
)
MAY_FINISH = Words(
    "Borgeren fylder {young} år {birthday}. Sker det under forløbet, kan det gøres færdigt.",
    "The citizen turns {young} on {birthday}. If that is during the programme, it can be finished.",
)
FINISH_NOT_SAID = Words(
    "Borgeren fylder {young} år {birthday}. I 2020 og 2021 sagde loven ikke, om den, der fylder {young} år "
    "under et forløb, kan gøre det færdigt.",
    "The citizen turns {young} on {birthday}. In 2020 and 2021 the act did not say whether a person who "
    "turns {young} during a programme can finish it.",
)
MAY_FINISH_NEAR_PENSION = Words(
    "Fra {limit} er der mindre end {years} år til folkepensionsalderen. Sker det under forløbet, kan det "
    "gøres færdigt.",
    "From {limit} there are less than {years} years to the public pension age. If that is during the "
    "programme, it can be finished.",
)

INTERPRETATION = Words(
    "Fortolkning, ikke en regel: Beskæftigelsesministeriet skrev i april 2014 til kommunerne, at det ikke er "
    "en betingelse, at alle muligheder er udtømt. Et forløb kan gives, når kommunen vurderer, at der er brug "
    "for en lang indsats på tværs.",
    "An interpretation, not a rule: in April 2014 the ministry of employment wrote to the municipalities "
    "that it is not a condition that all options are exhausted. A programme can be given where the "
    "municipality judges that a long effort across fields is needed.",
)
INTERPRETATION_SINCE_2020 = Words(
    "Skrivelsen handler om den lov, der gjaldt til udgangen af 2019. De senere skrivelser er ikke læst.",
    "The circular is about the act that applied until the end of 2019. Later circulars have not been read.",
)

NOTE_BIRTHDAYS = Words(
    "Loven siger ikke, hvilken dag aldersgrænserne går. Her regnes fra selve fødselsdagen.",
    "The act does not say on which day its age limits lie. Here they are counted from the birthday itself.",
)
NOTE_UPPER_AGE_UNSURE = Words(
    "Grænsen ved folkepensionsalderen mangler i lovbekendtgørelse 807 fra 2015 og står i 1342 fra november "
    "2016. Tiden fra juni 2015 til november 2016 er valgt, så den dækker den dag, den kom.",
    "The limit at the public pension age is missing in consolidated act 807 of 2015 and stands in 1342 of "
    "November 2016. The time from June 2015 to November 2016 is chosen so that it covers the day it came.",
)
NOTE_LAST_DAY_2018 = Words(
    "At reglen om formålsløse forløb gjaldt til og med 31. maj 2018, er taget fra lovforslaget L 193.",
    "That the rule on pointless programmes applied until 31 May 2018 is taken from bill L 193.",
)
NOTE_FIRST_DAY_2018 = Words(
    "Teksten er læst i lov 548 fra 2019. At den gælder fra 1. juni 2018, er taget fra lovforslaget L 193.",
    "The text was read in act 548 of 2019. That it applies from 1 June 2018 is taken from bill L 193.",
)
WHY_JOBAFKLARING = Words(
    "Målgruppen for jobafklaringsforløb er ikke læst.",
    "The target group of job clarification programmes has not been read.",
)
CLOSED = Words(
    "Der kan ikke bevilges nye ressourceforløb fra og med {since}, så målgruppen for et nyt forløb findes "
    "ikke længere. Forløb, der er bevilget før, fortsætter. Kontrollér datoen, eller se på en anden ordning "
    "({source}).",
    "No new ressourceforløb can be granted from {since} on, so there is no target group of a new one any "
    "more. Programmes granted before that go on. Check the date, or look at another scheme ({source}).",
)
