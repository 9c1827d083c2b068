"""The sentences with which the rules on deciding after the team's recommendation explain themselves."""

from __future__ import annotations

from sammetag.words import Words

DECISION_TITLE = Words("afgørelsen efter teamets indstilling", "the decision after the team's recommendation")

TEAM_RECOMMENDS = Words(
    "Rehabiliteringsteamet afgiver en indstilling, og kommunen træffer afgørelsen. Vil kommunen afgøre sagen "
    "anderledes, skal teamet først have sagen igen.",
    "The rehabilitation team gives a recommendation, and the municipality decides. If the municipality wants "
    "to decide otherwise, the team must have the case again first.",
)
FOLLOWS = Words(
    "Afgørelsen følger indstillingen og kan træffes.",
    "The decision follows the recommendation and can be taken.",
)
BACK_TO_TEAM = Words(
    "Afgørelsen følger ikke indstillingen, og teamet har ikke haft sagen igen. Forelæg den for teamet, før "
    "der træffes afgørelse.",
    "The decision does not follow the recommendation, and the team has not had the case again. Bring it "
    "before the team before a decision is taken.",
)
RECONSIDERED = Words(
    "Afgørelsen følger ikke indstillingen, men teamet har haft sagen igen. Kommunen kan nu træffe den.",
    "The decision does not follow the recommendation, but the team has had the case again. The municipality "
    "can take it now.",
)
NOT_JUDGED = Words(
    "Afgørelsen følger ikke indstillingen, og det vides ikke, om teamet har haft sagen igen. Se efter i "
    "sagen, før der træffes afgørelse.",
    "The decision does not follow the recommendation, and whether the team has had the case again is not "
    "known. Look in the case before a decision is taken.",
)

NOTE_2013 = Words(
    "Reglen er læst i lovbekendtgørelse 1177 fra 2014. At den stod i stk. 6 før den 1. juli 2014, er udledt "
    "af, at de omgivende stykker dengang havde et nummer lavere.",
    "The rule was read in consolidated act 1177 of 2014. That it stood in subsection 6 before 1 July 2014 is "
    "inferred from the subsections around it having been one number lower.",
)
NOTE_JOBAFKLARING_2014 = Words(
    "At reglen fra begyndelsen også gjaldt jobafklaringsforløb, er udledt af, at teamet skulle behandle de "
    "sager, og at loven fra 2015 nævner dem.",
    "That the rule covered job clarification from its beginning is inferred: the team had to treat those "
    "cases, and the act of 2015 names them.",
)
NOTE_2026 = Words(
    "Bekendtgørelsen fra 1. februar 2026 bygger stadig på teamet. At kommunens pligt til at forelægge sagen "
    "igen står uændret i loven så længe, er udledt af det.",
    "The executive order of 1 February 2026 still builds on the team. That the municipality's duty to bring "
    "the case again stands unchanged in the act until then is inferred from that.",
)
WHY_2026 = Words(
    "Nye ressourceforløb kan ikke bevilges efter den 31. januar 2026. Det er ikke vist, om teamets "
    "indstilling stadig skal følges på samme måde i de forløb, der fortsætter.",
    "No new ressourceforløb can be granted after 31 January 2026. Whether the team's recommendation must "
    "still be followed in the same way in programmes that go on has not been shown.",
)
WHY_JULY_2026 = Words(
    "Kravet om et rehabiliteringsteam falder bort i 2026, efter alt at dømme den 1. juli, og reglerne "
    "derefter er ikke læst.",
    "The requirement of a rehabilitation team falls away in 2026, by all signs on 1 July, and the rules "
    "after that have not been read.",
)
