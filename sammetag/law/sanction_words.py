"""The sentences with which the rules on sanctions explain themselves."""

from __future__ import annotations

from sammetag.words import Words, counted

SANCTION_TITLE = Words("sanktioner", "sanctions")

STAYED_AWAY = Words(
    "For hver dag, borgeren helt eller delvis bliver væk fra tilbuddet uden rimelig grund, skal der trækkes "
    "en dagsats.",
    "For every day that the citizen stays away from the offer, wholly or partly, without reasonable ground, "
    "a daily rate must be deducted.",
)
EXPENSES = Words(
    "Godtgørelsen for udgifter i tilbuddet (LAB § 176) kan også sættes ned i samme forhold.",
    "The allowance for expenses in the offer (LAB § 176) may be reduced in proportion as well.",
)
NO_SHOW = Words(
    "Der trækkes en dagsats for hver dag fra samtalen, og indtil kontakten er genoprettet. Dagen for "
    "samtalen trækkes altid.",
    "A daily rate is deducted for each day from the talk until contact is restored. The day of the talk is "
    "always deducted.",
)
NOT_BOOKED = Words(
    "Samtalen var ikke booket inden fristen. Der trækkes en dagsats, indtil den er booket, eller kontakten "
    "er genoprettet. Siden {since} er det en af de fem hændelser, loven nævner.",
    "The talk was not booked within the deadline. A daily rate is deducted until it is booked or contact is "
    "restored. Since {since} this is one of the five events that the act names.",
)
NO_BOOKING_YET = Words(
    "Før {since} kunne det ikke give fradrag, at en samtale ikke var booket. Loven nævnte fire hændelser, "
    "og den var ikke imellem.",
    "Before {since} a talk that was not booked could not lead to a deduction. The act named four events, and "
    "this was not among them.",
)
BOOKING_DAYS = Words(
    "Loven er læst sådan, at fradraget begynder dagen efter fristen. Det er vores læsning.",
    "The act is read so that the deduction begins on the day after the deadline. That is our reading.",
)
DAYS = Words("Set fra {on} er det {days} med fradrag.", "Seen from {on} that is {days} with deduction.")
STILL_OPEN = Words(
    "Kontakten er ikke genoprettet før {on}, så der kommer flere dage til. En hurtig opringning stopper "
    "fradraget.",
    "Contact was not restored before {on}, so more days will be added. A quick call stops the deduction.",
)
NO_DAYS = Words("Der er ingen dage at trække for.", "There are no days to deduct for.")
WEEKEND = Words(
    "Lørdage og søndage er ikke talt med, fordi dagsatsen er regnet af en uge på fem dage. Det er vores "
    "læsning.",
    "Saturdays and Sundays are not counted, because the daily rate is that of a five-day week. That is our "
    "reading.",
)
YEAR_AMOUNT = Words(
    "{amount} for {days} i {year} med {rate} om dagen.", "{amount} for {days} in {year} at {rate} a day."
)
RATE_NOT_READ = Words(
    "Dagsatsen for {year} er ikke læst, så beløbet mangler. Slå satsen op, før du skriver det.",
    "The daily rate of {year} has not been read, so the amount is missing. Look the rate up before you "
    "write it.",
)
GROUP_NOT_TOLD = Words(
    "Beløbet mangler, fordi det ikke er oplyst, hvilken sats borgeren får.",
    "The amount is missing, because the case does not tell which rate the citizen has.",
)
GROUP_OTHER = Words(
    "Borgeren får en anden sats end de tre, der er læst, så beløbet mangler. Slå det op, før du skriver det.",
    "The citizen has another rate than the three that were read, so the amount is missing. Look it up before "
    "you write it.",
)
POINT = Words(
    "Ydelsen sættes ned med et fast beløb for hændelsen, men højst én gang i en kalendermåned.",
    "The benefit is reduced by a fixed amount for the event, but only once in a calendar month.",
)
POINT_LESS = Words(
    "Får borgeren en nedsat ydelse, er beløbet mindre i samme forhold.",
    "Where the citizen has a reduced benefit, the amount is smaller in proportion.",
)
POINT_BASE = Words(
    "Beløbet er {base} i 2012-niveau og reguleres hvert år. Beløbet for {year} er ikke læst. Slå det op, før "
    "du skriver det.",
    "The amount is {base} at the price level of 2012 and is regulated every year. The amount for {year} has "
    "not been read. Look it up before you write it.",
)
POINT_OTHER = Words(
    "Der gælder egne beløb for borgere, som ikke opfylder kravene om ophold eller beskæftigelse (LAS "
    "§§ 10 f, 10 h og 10 j). Hvem der har hvilket, er ikke læst. Slå det op, før du skriver et beløb.",
    "Amounts of their own apply to citizens who do not meet the demands on residence or employment (LAS "
    "§§ 10 f, 10 h and 10 j). Who has which has not been read. Look it up before you write an amount.",
)
POINT_TAKEN = Words(
    "Ydelsen er allerede sat ned for en hændelse {day} i samme kalendermåned. Derfor sættes den ikke ned "
    "igen. At måneden regnes efter hændelsen, er vores læsning.",
    "The benefit is already reduced for an event on {day} in the same calendar month. It is therefore not "
    "reduced again. That the month goes by the event is our reading.",
)
MAY_STOP = Words(
    "Ved gentagne afslag eller udeblivelser, eller når borgeren på anden måde ikke deltager, kan kommunen "
    "beslutte at stoppe ydelsen. Kommunen kan også lade være.",
    "After repeated refusals or absences, or where the citizen does not take part in other ways, the "
    "municipality may decide that the benefit stops. It may also choose not to.",
)
THIRD = Words(
    "For at skjule arbejde eller et ophold i udlandet sættes ydelsen ned med en tredjedel i {weeks}.",
    "For hiding work or a stay abroad the benefit is reduced by one third for {weeks}.",
)
THIRD_REPAID = Words(
    "Borgeren er under 25 år og bor hjemme. Derfor betales en tredjedel tilbage for {weeks}.",
    "The citizen is under 25 and lives with parents. One third is therefore paid back for {weeks}.",
)
ALL_REPAID = Words(
    "Borgeren er under 25 år og bor hjemme. Tredje gang betales det hele tilbage. For hvor mange uger er "
    "ikke læst.",
    "The citizen is under 25 and lives with parents. The third time all of it is paid back. For how many "
    "weeks has not been read.",
)
GROUP_DECIDES = Words(
    "Det er ikke oplyst, hvilken sats borgeren får. Er borgeren under 25 år og bor hjemme, betales der "
    "tilbage i stedet.",
    "The case does not tell which rate the citizen has. A citizen under 25 living with parents pays back "
    "instead.",
)
AGAIN = Words(
    "De sidste {years} er der {before}, senest for en hændelse {day}. At årene regnes fra hændelsen, er "
    "vores læsning.",
    "Within the last {years} there is {before}, the latest for an event on {day}. That the years go by the "
    "event is our reading.",
)
PLUS_REPAYMENT = Words(
    "Fra tredje gang skal der også betales tilbage. Hvor meget, er ikke læst.",
    "From the third time on there is repayment as well. How much has not been read.",
)
NO_SHOW_TEAM = Words(
    "At blive væk fra et møde i rehabiliteringsteamet er ikke en grund til sanktion i et ressourceforløb. "
    "Det er kun en grund for kontanthjælp og ledighedsydelse.",
    "Not coming to a meeting of the rehabilitation team is no ground for a sanction in a ressourceforløb. It "
    "is one for cash benefit and the unemployment allowance alone.",
)
REFUSED_TREATMENT = Words(
    "At sige nej til en operation eller anden lægelig behandling er aldrig en grund til sanktion.",
    "Saying no to an operation or other medical treatment is never a ground for a sanction.",
)
TREATMENT_BEFORE = Words(
    "Reglen er læst i lovbekendtgørelse 1004 fra 2025. Hvornår den begyndte, er ikke læst, men hændelsen "
    "står heller ikke blandt dem, der kan give sanktion.",
    "The rule was read in consolidated act 1004 of 2025. When it began has not been read, but the event is "
    "not among those that can lead to a sanction either.",
)
GROUND = Words(
    "Borgeren havde en rimelig grund. Derfor ingen sanktion.",
    "The citizen had a reasonable ground. There is therefore no sanction.",
)
GROUND_OPEN = Words(
    "Det er ikke afgjort, om borgeren havde en rimelig grund. Svaret gælder kun, hvis der ikke var en.",
    "Whether the citizen had a reasonable ground is not settled. The answer holds only if there was none.",
)
COVID_GROUND = Words(
    "Fra og med {first} til og med {last} var samtaler og tilbud sat i bero på grund af covid-19, og "
    "borgeren regnes for at have haft en rimelig grund. De dage giver ikke fradrag.",
    "From {first} to {last}, both included, talks and offers were suspended because of COVID-19, and the "
    "citizen counts as having had a reasonable ground. Those days give no deduction.",
)
STEPS_FIRST = Words(
    "En sanktion kan først besluttes, når trinene før den er taget.",
    "A sanction can be decided only once the steps before it have been taken.",
)
NOTE_FOUR = Words(
    "At der var fire hændelser, er læst i lovbekendtgørelse 981 fra 2019, og følgerne er læst i "
    "lovbekendtgørelse 1004 fra 2025. At de var ens fra 2015, er udledt.",
    "That there were four events was read in consolidated act 981 of 2019, and their consequences in "
    "consolidated act 1004 of 2025. That they were the same since 2015 is inferred.",
)
NOTE_FIVE = Words(
    "At lørdage og søndage ikke tælles med, at dagen med ny kontakt ikke trækkes, og at måneden og de fem år "
    "regnes fra hændelsen, er vores læsning.",
    "That Saturdays and Sundays are not counted, that the day of new contact is not deducted, and that the "
    "month and the five years go by the event, is our reading.",
)
WHY_2013 = Words(
    "Reglerne om sanktioner i 2013 og 2014 er ikke læst.",
    "The rules on sanctions in 2013 and 2014 have not been read.",
)
WHY_JOBAFKLARING = Words(
    "Sanktioner i jobafklaringsforløb står i deres eget kapitel. Det løber parallelt med reglerne for "
    "ressourceforløb, men er ikke læst igennem.",
    "Sanctions in job clarification programmes stand in a chapter of their own. It runs parallel to the "
    "rules for ressourceforløb, but has not been read through.",
)


def days_in_words(days: int) -> Words:
    """Give '1 dag' or '3 dage'."""
    return counted(days, Words("dag", "day"), Words("dage", "days"))


def weeks_in_words(weeks: int) -> Words:
    """Give '3 uger'."""
    return counted(weeks, Words("uge", "week"), Words("uger", "weeks"))


def years_in_words(years: int) -> Words:
    """Give '5 år'."""
    return counted(years, Words("år", "year"), Words("år", "years"))


def earlier_in_words(times: int) -> Words:
    """Give '1 tidligere sanktion for det samme'."""
    one = Words("tidligere sanktion for det samme", "earlier sanction for the same")
    return counted(times, one, Words("tidligere sanktioner for det samme", "earlier sanctions for the same"))


def kroner_in_words(kroner: int) -> Words:
    """Give whole kroner as people write them: '1.590 kr.' and 'DKK 1,590'."""
    english = f"{kroner:,}"
    return Words(f"{english.replace(',', '.')} kr.", f"DKK {english}")
