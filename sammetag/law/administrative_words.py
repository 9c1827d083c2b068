"""The sentences with which the rules of general administrative law explain themselves."""

from __future__ import annotations

from sammetag.words import Words

HEARING_TITLE = Words("partshøring", "the hearing of the party")
LETTER_TITLE = Words("begrundelse og klagevejledning", "reasons and guidance on complaints")
COMPLAINT_TITLE = Words("klagefrist", "the time limit for complaints")
REASSESSMENT_TITLE = Words("genvurdering af en klage", "the reassessment of a complaint")
OWN_TITLE = Words("kommunens egne sagsbehandlingsfrister", "the municipality's own time limits")

MUST_HEAR = Words(
    "Borgeren må ikke møde en afgørelse, der bygger på noget væsentligt til ugunst, som borgeren ikke kan "
    "ventes at vide, kommunen har. Vis det først, og giv mulighed for at svare.",
    "No decision is made on something of essential weight to the citizen's disadvantage which the citizen "
    "cannot be presumed to know of. Show it first, and give the chance to answer.",
)
NOT_REQUIRED = Words(
    "Oplysningen er kendt af borgeren, ikke til ugunst eller ikke væsentlig, så der kræves ikke høring.",
    "The information is known to the citizen, not to their disadvantage or not essential, so no hearing is "
    "required.",
)
EXCEPTIONS = {
    "unobjectionable": Words(
        "Høring kan udelades, fordi det klart er ubetænkeligt at afgøre sagen på det, der foreligger.",
        "The hearing may be left out, since deciding on what there is is clearly unobjectionable.",
    ),
    "statutory-deadline": Words(
        "Høring kan udelades, fordi udsættelse ville overskride en frist, der står i loven.",
        "The hearing may be left out, since a delay would break a time limit set by statute.",
    ),
    "weightier-interests": Words(
        "Høring kan udelades, fordi væsentlige offentlige eller private hensyn vejer tungere.",
        "The hearing may be left out, since essential public or private interests weigh more.",
    ),
    "no-access": Words(
        "Høring kan udelades, fordi borgeren ikke har ret til aktindsigt i oplysningerne.",
        "The hearing may be left out, since the citizen has no right of access to the information.",
    ),
    "wide-circle": Words(
        "Høring kan udelades, fordi afgørelsen rammer en videre, ubestemt kreds, eller høring er meget "
        "vanskelig.",
        "The hearing may be left out, since the decision touches a wide circle or a hearing is very hard.",
    ),
    "special-rules": Words(
        "Høring efter forvaltningsloven kan udelades, fordi en anden lov sikrer borgeren det samme.",
        "This hearing may be left out, since another act secures the same for the citizen.",
    ),
}
NOT_HEARD = Words(
    "Borgeren er ikke hørt. Gør det, før der træffes afgørelse.",
    "The citizen has not been heard. Do so before deciding.",
)
HEARD = Words("Borgeren blev hørt {heard}.", "The citizen was heard on {heard}.")
ANSWERED = Words("Borgeren svarede {answered}.", "The citizen answered on {answered}.")
ANSWER_PASSED = Words(
    "Svarfristen {answer_by} er gået uden svar.", "The deadline {answer_by} has passed without an answer."
)
WAIT = Words(
    "Vent på borgerens svar til og med {answer_by}.",
    "Wait for the citizen's answer until {answer_by}, that day included.",
)
SET_A_DEADLINE = Words(
    "Borgeren har ikke svaret, og der er ingen svarfrist. Vent på svaret, eller sæt en frist.",
    "The citizen has not answered and no deadline is set. Wait for the answer, or set a deadline.",
)

FAVOURABLE = Words(
    "Borgeren får fuldt ud medhold, så begrundelse og klagevejledning er ikke et krav.",
    "The citizen gets all that was asked, so neither reasons nor guidance on complaints are required.",
)
WRITTEN_REASONS = Words(
    "En skriftlig afgørelse skal have en begrundelse: reglerne bag, de vigtigste hensyn i et skøn og, om "
    "nødvendigt, kort de oplysninger, der har vejet tungt.",
    "A written decision needs its reasons: the rules behind it, the main considerations where there is "
    "discretion and, where needed, in short the facts that weighed much.",
)
ORAL_REASONS = Words(
    "Afgørelsen er givet mundtligt. Borgeren kan bede om en skriftlig begrundelse inden {days} dage, her til "
    "og med {ask_by}.",
    "The decision was given orally. The citizen can ask for written reasons within {days} days, here until "
    "{ask_by}, that day included.",
)
GUIDANCE = Words(
    "En skriftlig afgørelse, der kan klages over, skal sige, hvem man klager til, hvordan og inden hvornår.",
    "A written decision that can be complained of must say whom one complains to, how, and by when.",
)

FOUR_WEEKS = Words(
    "Man kan klage inden {weeks} uger efter, at man har fået afgørelsen, her til og med {last_day}.",
    "One can complain within {weeks} weeks after being told of the decision, here until {last_day}, that "
    "day included.",
)
FIRST_TO_US = Words(
    "Klagen afleveres til kommunen, som først vurderer sagen igen.",
    "The complaint is handed to the municipality, which first assesses the case again.",
)
ONLY_THE_PERSON = Words(
    "Det er kun den, afgørelsen handler om, der kan klage.",
    "Only the person whom the decision concerns can complain.",
)
STILL_APPLIES = Words(
    "Klagen udsætter ikke afgørelsen: den gælder, mens klagen behandles.",
    "The complaint does not suspend the decision: it applies while the complaint is treated.",
)
IN_TIME = Words("Klagen kom {complained}. Det er i tide.", "The complaint came on {complained}, in time.")
CAME_LATE = Words(
    "Klagen kom {complained}, efter fristen. Ankestyrelsen kan se bort fra fristen, når der er en særlig "
    "grund.",
    "The complaint came on {complained}, after the limit. The Appeals Board may disregard the limit for a "
    "special reason.",
)
WEEKEND = Words(
    "Sidste dag {last_day} er en lørdag eller søndag. Det er ikke læst, om fristen så løber til næste "
    "hverdag. Ankestyrelsen afgør det.",
    "The last day {last_day} is a Saturday or Sunday. Whether the limit then runs to the next working day "
    "has not been read. The Appeals Board decides that.",
)

REASSESS = Words(
    "Kommunen skal have vurderet sagen igen inden {weeks} uger efter, at klagen kom, her senest "
    "{reassess_by}: enten med en ny afgørelse til borgeren eller ved at sende klagen til Ankestyrelsen.",
    "The municipality must have assessed the case again within {weeks} weeks after the complaint came, here "
    "by {reassess_by}: with a new decision to the citizen, or by sending the complaint to the Appeals Board.",
)
REASSESS_AT_ONCE = Words(
    "Klagen haster, så kommunen skal vurdere sagen igen straks.",
    "The complaint is urgent, so the municipality must assess the case again at once.",
)
SEND_AT_ONCE = Words(
    "Klagen kom efter fristen. Den sendes straks til Ankestyrelsen med besked om det, uden genvurdering.",
    "The complaint came after the limit. It goes to the Appeals Board at once with word of that, and is "
    "not reassessed.",
)
UPHELD = Words(
    "Borgeren har fået fuldt medhold, så klagen er slut.",
    "The complaint was upheld in full, so it has ended.",
)
UNCHANGED = Words(
    "Afgørelsen er ikke ændret. Send klagen, genvurderingen og sagens akter til Ankestyrelsen senest "
    "{forward_by}, og giv samtidig borgeren besked.",
    "The decision stands. Send complaint, reassessment and files to the Appeals Board by {forward_by}, and "
    "tell the citizen at the same time.",
)
IN_PART = Words(
    "Borgeren har fået delvist medhold og skal sige inden {weeks} uger efter beskeden, om klagen fastholdes.",
    "The complaint was upheld in part, and the citizen says within {weeks} weeks after the notice whether "
    "it stands.",
)
MAINTAIN_BY = Words("Det er senest {maintain_by}.", "That is by {maintain_by}.")
MAINTAINED = Words(
    "Klagen blev fastholdt {maintained}. Send den til Ankestyrelsen inden {days} dage, her senest "
    "{forward_by}, og giv samtidig borgeren besked.",
    "The complaint was maintained on {maintained}. Send it to the Appeals Board within {days} days, here by "
    "{forward_by}, and tell the citizen at the same time.",
)
MAINTAINED_LATE = Words(
    "Klagen blev fastholdt {maintained}, efter fristen. Det er ikke læst, hvad der så gælder.",
    "The complaint was maintained on {maintained}, after the limit. What holds then has not been read.",
)
OVERDUE = Words(
    "Fristen for genvurdering løb ud {reassess_by}. Giv borgeren besked om det og om, hvornår den ventes "
    "færdig.",
    "The limit for the reassessment ran out on {reassess_by}. Tell the citizen so, and when it is expected.",
)

OWN_MUST_BE_SET = Words(
    "Kommunen skal for hvert sagsområde selv fastsætte og offentliggøre en frist fra ansøgning til "
    "afgørelse.",
    "For each case area the municipality must itself set and publish a limit from application to decision.",
)
OWN_UNSET = Words(
    "Kommunens egen frist for »{area}« er ikke angivet her. Fastsæt og offentliggør den, eller indtast den.",
    "The municipality's own limit for '{area}' has not been set here. Set and publish it, or enter it.",
)
OWN_DUE = Words(
    "Kommunens egen frist for »{area}«: ansøgningen kom {received} og skal være afgjort senest {due}.",
    "The municipality's own limit for '{area}': the application came on {received}, to be decided by {due}.",
)
OWN_KEPT = Words("Den blev afgjort {decided}. Det er i tide.", "It was decided on {decided}, in time.")
OWN_LATE = Words(
    "Den blev afgjort {decided}, efter fristen.", "It was decided on {decided}, after the limit."
)
OWN_OVERDUE = Words(
    "Fristen løb ud {due}. Skriv til ansøgeren, hvornår afgørelsen kan ventes.",
    "The limit ran out on {due}. Write to the applicant when a decision can be expected.",
)
OWN_NOT_PUBLISHED = Words(
    "Fristen for »{area}« var ikke offentliggjort, da ansøgningen kom. Offentliggør den.",
    "The limit for '{area}' was not published when the application came. Publish it.",
)

COUNTED = Words(
    "Dagen, der tælles fra, er ikke selv en del af fristen: fire uger slutter på samme ugedag. Det er vores "
    "læsning.",
    "The day that is counted from is not itself part of the limit: four weeks end on the same day of the "
    "week. That is our reading.",
)
WHY_BEFORE_FVL = Words(
    "Den ældste tekst af forvaltningsloven, der er læst, er lovbekendtgørelse 433 af 22. april 2014.",
    "The oldest text of the Public Administration Act read is consolidated act 433 of 22 April 2014.",
)
WHY_BEFORE_RSL = Words(
    "Den ældste tekst af retssikkerhedsloven, der er læst, er lovbekendtgørelse 354 af 2. april 2025.",
    "The oldest text of the Legal Protection Act read is consolidated act 354 of 2 April 2025.",
)
WHY_BEFORE_ORDER = Words(
    "Den ældste bekendtgørelse om genvurdering, der er læst, er BEK 861/2025, der gælder fra 1. juli 2025.",
    "The oldest order on reassessment that was read is BEK 861/2025, in force from 1 July 2025.",
)
