"""The sentences with which the rules on flexi-jobs explain themselves."""

from __future__ import annotations

from sammetag.words import Words

GRANT_TITLE = Words("bevilling af fleksjob", "the grant of a flexi-job")
CLOCK_TITLE = Words("opfølgning og status i fleksjob", "follow-up and status in a flexi-job")
RETENTION_TITLE = Words("fleksjob på den hidtidige arbejdsplads", "a flexi-job at the same workplace")

FOR_A_PERIOD = Words(
    "Et fleksjob bevilges for {years}. Når de er gået, tager jobcenteret stilling til, om personen stadig "
    "opfylder betingelserne for et nyt.",
    "A flexi-job is granted for {years}. When they have passed, the jobcentre decides whether the person "
    "still meets the conditions for a new one.",
)
PERMANENT_FROM = Words(
    "Er personen fyldt {age} år, bevilges der efter det første fleksjob et permanent, hvis arbejdsevnen "
    "stadig er så nedsat, at ordinært arbejde ikke er en mulighed, og betingelserne stadig er opfyldt.",
    "A person who has turned {age} is granted a permanent flexi-job after the first one, where the working "
    "capacity is still so reduced that ordinary work is out of the question and the conditions still hold.",
)
RUNS_UNTIL = Words("Bevillingen løber til og med {ends}.", "The grant runs until {ends}, that day included.")
IS_PERMANENT = Words(
    "Personen er fyldt {age} år og har haft et fleksjob før, så bevillingen er permanent.",
    "The person has turned {age} and has had a flexi-job before, so the grant is permanent.",
)
IS_FIRST = Words(
    "Det er personens første fleksjob, så det er tidsbegrænset.",
    "It is the person's first flexi-job, so it has an end.",
)
TOO_YOUNG = Words(
    "Personen fylder {age} år {turns}, altså efter bevillingen, så den er tidsbegrænset.",
    "The person turns {age} on {turns}, after the grant, so it has an end.",
)
NOT_MET = Words(
    "Betingelserne er ikke opfyldt, så der kan ikke bevilges fleksjob.",
    "The conditions are not met, so no flexi-job can be granted.",
)
NOT_JUDGED = Words(
    "Det er ikke vurderet, om betingelserne er opfyldt. Vurdér det først. Svaret gælder kun, hvis de er.",
    "Whether the conditions are met has not been judged. Judge that first. The answer holds only if they "
    "are.",
)

FOLLOW_UP = Words(
    "Der følges op efter {years} i fleksjobbet og derefter, hver gang der er gået {years} siden den seneste "
    "opfølgning. Næste gang er {due}.",
    "Follow-up comes after {years} in the flexi-job, and then whenever {years} have passed since the "
    "latest one. The next is on {due}.",
)
BY_TALK = Words(
    "Opfølgningen er en personlig samtale med den ansatte. Arbejdsgiveren inddrages efter behov.",
    "The follow-up is a personal talk with the employee. The employer takes part where needed.",
)
COUNTED_FROM_LATEST = Words("Der er senest fulgt op {latest}.", "The latest follow-up was on {latest}.")
COUNTED_FROM_START = Words(
    "Der er ikke fulgt op endnu, så der tælles fra jobbets første dag, {starts}.",
    "There has been no follow-up yet, so the count begins with the first day of the job, {starts}.",
)
FOLLOW_UP_NOW = Words(
    "Opfølgningen var ventet {due}. Hold samtalen nu.",
    "The follow-up was due on {due}. Hold the talk now.",
)
STATUS = Words(
    "Efter {years} laver jobcenteret en status og vurderer, om personen kan gå over i ordinært arbejde "
    "eller skal blive i fleksjobordningen. Det er {due}.",
    "After {years} the jobcentre makes a status and judges whether the person can move to ordinary work or "
    "is to stay in the flexi-job scheme. That is on {due}.",
)
NO_STATUS = Words(
    "Fleksjobbet er permanent, så der er ingen status og ingen slutdato.",
    "The flexi-job is permanent, so there is no status and no end.",
)
STATUS_MADE = Words("Status er lavet {made}.", "The status was made on {made}.")
STATUS_NOW = Words(
    "Status var ventet {due}. Lav den nu, så der er tid til at træffe afgørelse.",
    "The status was due on {due}. Make it now, so that there is time to decide.",
)
STAYS = Words(
    "Personen bliver i ordningen, indtil jobcenteret har truffet afgørelse efter status.",
    "The person stays in the scheme until the jobcentre has decided after the status.",
)
DECIDED = Words(
    "Jobcenteret har truffet afgørelse {decided}. Det er den, der gælder.",
    "The jobcentre decided on {decided}. That decision counts.",
)
RAN_OUT = Words(
    "Bevillingen løb ud {ends}, og der er ikke truffet afgørelse. Personen bliver i fleksjobbet så længe. "
    "Træf afgørelsen nu.",
    "The grant ran out on {ends} and nothing has been decided. The person stays in the flexi-job meanwhile. "
    "Decide now.",
)
OLD_GRANT = Words(
    "Reglerne for fleksjob bevilget før 2013 er ikke læst. Slå op i LAB § 121 og §§ 133-135, før du handler.",
    "The rules for flexi-jobs granted before 2013 have not been read. Look up LAB § 121 and §§ 133-135 "
    "before you act.",
)

SPECIAL_TERMS_FIRST = Words(
    "Et fleksjob på den hidtidige arbejdsplads kræver, at personen først har været ansat der i mindst "
    "{months} måneder efter overenskomstens sociale kapitler eller på særlige vilkår.",
    "A flexi-job at the same workplace asks that the person has first worked there for at least {months} "
    "months under the agreement's social chapters or on special terms.",
)
AGREEMENT = Words(
    "Aftalen skal være skriftlig og sige, hvilke funktioner der er svære, og hvilke skånehensyn der er "
    "aftalt. Arbejdsgiveren skal dokumentere et reelt forsøg på et varigt job uden støtte.",
    "The agreement must be written and name the functions that are hard and the considerations agreed. The "
    "employer must document a real attempt at a lasting job without support.",
)
NEAR_PENSION = Words(
    "Kravet gælder kun, når der er mere end {years} år til folkepensionsalderen. Personen når den "
    "{pension}, så kravet gælder ikke.",
    "That is asked only where more than {years} years are left to the pension age. The person reaches it "
    "on {pension}, so it is not asked here.",
)
ACUTE = Words(
    "Kravet gælder ikke ved akut skade eller sygdom, når det er åbenbart formålsløst at prøve et job på "
    "særlige vilkår.",
    "That is not asked after an acute injury or illness where trying a job on special terms would obviously "
    "be pointless.",
)
LONG_ENOUGH = Words(
    "Personen har været på særlige vilkår siden {since}, og det er længe nok fra {earliest}.",
    "The person has been on special terms since {since}, which is long enough from {earliest} on.",
)
NOT_LONG_ENOUGH = Words(
    "Personen har været på særlige vilkår siden {since}. Fleksjobbet kan tidligst begynde {earliest}.",
    "The person has been on special terms since {since}. The flexi-job can begin on {earliest} at the "
    "earliest.",
)
NEVER = Words(
    "Personen har ikke været ansat der på særlige vilkår.",
    "The person has not worked there on special terms.",
)
NOTE_2026 = Words(
    "Grundlaget for fleksjob blev ændret i 2026 (LOV 1750/2025), og den samlede nye lovtekst er ikke læst. "
    "Indtil den er læst, vises den hidtidige regel. Kontrollér den gældende lov.",
    "The basis for flexi-jobs changed in 2026 (LOV 1750/2025), and the new text as a whole has not been "
    "read. Until it has, the former rule is shown. Check the act in force.",
)
NOTE_NEAR_PENSION = Words(
    "Undtagelsen er læst i lovbekendtgørelse 701 fra 2022 og 280 fra 2024. At den gælder fra 1. januar "
    "2020, er læst i lovforslaget (L 53, 2019-20). Ændringer fra 2026 er ikke læst.",
    "The exemption was read in consolidated acts 701 of 2022 and 280 of 2024. That it holds from 1 January "
    "2020 was read in the bill (L 53, 2019-20). Changes since 2026 have not been read.",
)
