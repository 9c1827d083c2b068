"""One sentence for each answer about a case: what it means for the citizen and the caseworker."""

from __future__ import annotations

from sammetag.words import Words

LEAVE_NOT_TOLD = Words(
    "Sagen fortæller ikke, om der har været barsels- eller sorgorlov. Der er regnet uden: har der været "
    "orlov, kan slutdatoen ligge så mange dage senere.",
    "The case does not tell whether there was parental or bereavement leave. It is counted without: where "
    "there was leave, the end may lie so many days later.",
)
DIVIDED = Words(
    "Hvordan en måneds ydelse deles mellem ugerne, er ikke læst (slå op i BEK 14/2026 §§ 19 og 23). Her er "
    "den delt ligeligt på månedens dage. Det er vores valg, og statens del af hver uge rundes til nærmeste "
    "øre.",
    "How the benefit of a month is divided between its weeks has not been read (look it up in BEK 14/2026 "
    "§§ 19 and 23). Here it is divided equally between the days of the month. That is our choice, and the "
    "state's part of each week is rounded to the nearest øre.",
)
NOT_PAID_TO = Words(
    "Sagen fortæller ikke, at der blev udbetalt ydelse i ugen fra {monday}, så ugens nummer kendes ikke. "
    "Skriv ydelsen i support.benefits.",
    "The case does not tell that a benefit was paid in the week from {monday}, so the number of the week is "
    "not known. Write the benefit in support.benefits.",
)

TALKS_MISSING = Words(
    "Borgeren har ret til {talks} mere, senest {last_day}.",
    "The citizen has a right to {talks} more, by {last_day} at the latest.",
)
TALKS_MISSING_NO_DAY = Words("Borgeren har ret til {talks} mere.", "The citizen has a right to {talks} more.")
TALKS_HELD = Words(
    "Alle de samtaler, loven kræver til og med {last_day}, er holdt.",
    "All the talks that the law asks for until {last_day} have been held.",
)
TALKS_NONE = Words(
    "Loven kræver ikke flere samtaler i denne periode.", "The law asks for no more talks in this period."
)
TALKS_AGREED = Words(
    "Loven kræver ikke et bestemt antal samtaler nu; borgeren og kommunen aftaler dem.",
    "The law asks for no set number of talks now; citizen and municipality agree on them.",
)
GUARANTEE_TOLD = {
    "running": Words(
        "Noget skal være begyndt senest {last_day}, ellers skal sagen for rehabiliteringsteamet igen.",
        "Something must have begun by {last_day}, or the case must go to the rehabilitation team again.",
    ),
    "stopped": Words(
        "Indsatsgarantien er opfyldt: noget begyndte {stopped_on}.",
        "The intervention guarantee is met: something began on {stopped_on}.",
    ),
    "relieved": Words(
        "Sagen skal ikke for rehabiliteringsteamet igen, selv om intet er begyndt.",
        "The case need not go to the rehabilitation team again, although nothing has begun.",
    ),
    "owed": Words(
        "Intet begyndte senest {last_day}, så sagen skal for rehabiliteringsteamet igen nu.",
        "Nothing had begun by {last_day}, so the case must go to the rehabilitation team again now.",
    ),
    "resubmitted": Words(
        "Intet begyndte senest {last_day}; sagen var for rehabiliteringsteamet igen {resubmitted_on}.",
        "Nothing had begun by {last_day}; the team had the case again on {resubmitted_on}.",
    ),
}
PLAN_TOLD = {
    None: Words(
        "Planen skal mindst nå til og med {earliest}.", "The plan must reach at least until {earliest}."
    ),
    True: Words(
        "Planen når langt nok frem; den skulle mindst nå til og med {earliest}.",
        "The plan reaches far enough; it had to reach at least until {earliest}.",
    ),
    False: Words(
        "Planen er for kort. Forlæng den til og med {earliest} eller længere.",
        "The plan is too short. Extend it until {earliest} or longer.",
    ),
}
MENTOR_TOLD = {
    None: Words("Mentorstøtten kan gives til og med {longest}.", "The mentor can be given until {longest}."),
    True: Words(
        "Mentorperioden er inden for reglerne; den kan højst vare til og med {longest}.",
        "The mentor period is within the rules; it can last until {longest} at most.",
    ),
    False: Words(
        "Mentorperioden er for lang. Den kan højst vare til og med {longest}.",
        "The mentor period is too long. It can last until {longest} at most.",
    ),
}
LENGTH_TOLD = {
    None: Words(
        "Forløbet kan højst vare til og med {longest}.", "The programme can last until {longest} at most."
    ),
    True: Words(
        "Forløbets længde er inden for reglerne; det kan højst vare til og med {longest}.",
        "The programme's length is within the rules; it can last until {longest} at most.",
    ),
    False: Words(
        "Forløbets slutdato passer ikke. Den skal ligge {between}.",
        "The programme's end does not fit. It must lie {between}.",
    ),
}
BETWEEN = Words("fra og med {first} til og med {last}", "from {first} to {last}, both included")
NO_LATER = Words("senest {last}", "no later than {last}")
TARGET_TOLD = {
    "in": Words("Borgeren er i målgruppen.", "The citizen is in the target group."),
    "not_in": Words(
        "Borgeren er ikke i målgruppen. Betingelser, der ikke er opfyldt: {conditions}.",
        "The citizen is not in the target group. Conditions that are not met: {conditions}.",
    ),
    "not_judged": Words(
        "Målgruppen kan ikke afgøres endnu. Betingelser, der mangler at blive vurderet: {conditions}.",
        "The target group cannot be settled yet. Conditions still to be judged: {conditions}.",
    ),
}
TARGET_NOT_JUDGED = Words("Målgruppen kan ikke afgøres endnu.", "The target group cannot be settled yet.")
CONDITIONS = {
    "complex_problems": Words("komplekse problemer", "complex problems"),
    "unsolved": Words("andre indsatser løser dem ikke", "other efforts do not solve them"),
    "combined_effort": Words("behov for en indsats på tværs", "need of an effort across fields"),
    "ground": Words("en af de tre grunde", "one of the three grounds"),
    "not_pointless": Words("ikke åbenbart formålsløst", "not obviously pointless"),
    "can_develop": Words("udviklingsperspektiv", "perspective of development"),
    "not_ruled_out": Words("forbedring ikke udelukket", "improvement not ruled out"),
    "below_pension_age": Words("under folkepensionsalderen", "below the public pension age"),
    "years_to_pension": Words("år til folkepensionsalderen", "years to the public pension age"),
    "earlier_programmes": Words("tidligere forløb", "earlier programmes"),
    "disability_pension": Words("førtidspension", "disability pension"),
}
TEAM_FREE = Words(
    "Sagen skal ikke for rehabiliteringsteamet.", "The case need not go to the rehabilitation team."
)
TEAM_TOLD = {
    None: Words(
        "Rehabiliteringsteamet skal behandle sagen senest {due}.",
        "The rehabilitation team must treat the case by {due} at the latest.",
    ),
    True: Words(
        "Rehabiliteringsteamet behandlede sagen i tide (senest {due}).",
        "The rehabilitation team treated the case in time (by {due}).",
    ),
    False: Words(
        "Rehabiliteringsteamet behandlede sagen for sent; det skulle være sket senest {due}.",
        "The rehabilitation team treated the case too late; it had to happen by {due}.",
    ),
}
LONG_TERM_TOLD = {
    None: Words(
        "Vurdér risikoen for lang tids sygdom; er den der, skal samtalen med sundhedskoordinatoren være "
        "begyndt senest {talk_by}.",
        "Judge the risk of long illness; where there is one, the talk with the health coordinator must have "
        "begun by {talk_by}.",
    ),
    True: Words(
        "Samtalen med sundhedskoordinatoren skal være begyndt senest {talk_by}.",
        "The talk with the health coordinator must have begun by {talk_by}.",
    ),
    False: Words(
        "Samtalen med sundhedskoordinatoren er ikke nødvendig.",
        "The talk with the health coordinator is not needed.",
    ),
}
FLEXI_GRANT_TOLD = {
    "five-years": Words(
        "Fleksjobbet bevilges for en periode, til og med {ends_on}.",
        "The flexi-job is granted for a period, until {ends_on}.",
    ),
    "permanent": Words("Fleksjobbet bevilges varigt.", "The flexi-job is granted for good."),
    "none": Words(
        "Der bevilges ikke fleksjob: betingelserne er ikke opfyldt.",
        "No flexi-job is granted: the conditions are not met.",
    ),
}
CLOCK_FOR_GOOD = Words(
    "Næste opfølgning skal være holdt senest {follow_up}.",
    "The next follow-up must have been held by {follow_up}.",
)
CLOCK_PERIOD = Words(
    "Næste opfølgning er senest {follow_up}, status senest {status}, og bevillingen løber til og med {ends}.",
    "The next follow-up is due by {follow_up}, the status by {status}, and the grant runs until {ends}.",
)
RETENTION_YES = Words(
    "Et fleksjob på samme arbejdsplads er muligt, hvad angår tiden på særlige vilkår.",
    "A flexi-job at the same workplace is possible as to the time on special terms.",
)
RETENTION_FROM = Words(
    "Et fleksjob på samme arbejdsplads kan tidligst begynde {earliest}.",
    "A flexi-job at the same workplace can begin on {earliest} at the earliest.",
)
RETENTION_NO = Words(
    "Et fleksjob på samme arbejdsplads er ikke muligt: borgeren har ikke arbejdet der på særlige vilkår.",
    "A flexi-job at the same workplace is not possible: the citizen has not worked there on special terms.",
)
RATE_TOLD = Words("Ydelsens sats er {amount} om måneden.", "The rate of the benefit is {amount} a month.")
BENEFIT_TOLD = Words("I {month} udbetales {paid} før skat.", "In {month} {paid} are paid before tax.")
SHARE_TOLD = Words(
    "Staten betaler {share} procent af ydelsen den dag, og kommunen resten.",
    "The state pays {share} per cent of the benefit on that day, and the municipality the rest.",
)
