"""DS 9: the rehabilitation team decides on the grant and the main lines, and no authority decides otherwise.

To change the proposal: change its function and sentences here, and its examples in
`tests/law/reforms/team_decides_examples.yaml`.
"""

from __future__ import annotations

from sammetag.law.answer import Asked, Finding, Reason, ReasonKind
from sammetag.law.reform import WHOLE, Base, Reform, ReformStatus
from sammetag.law.reforms.by_ds import proposal
from sammetag.law.reforms.first_days import SINCE
from sammetag.law.schemes import RESSOURCEFORLOEB
from sammetag.law.team_decision import TEAM_DECISION, DecisionState, TeamDecision, TeamDecisionFacts
from sammetag.words import Words

REFORM = Reform(
    name="ds-9-team-decides",
    title=Words("Teamet beslutter", "The team decides"),
    what=Words(
        "Rehabiliteringsteamet beslutter, om borgeren får ressourceforløb, og hovedlinjerne i det. En "
        "afgørelse, der fraviger beslutningen, kan ikke træffes, og sagen skal ikke for teamet igen.",
        "The rehabilitation team decides whether the citizen gets a ressourceforløb, and its main lines. A "
        "decision that deviates from that cannot be taken, and the case need not go to the team again.",
    ),
    source=proposal("forslag 9"),
    status=ReformStatus.PROPOSED,
    beyond=Words(
        "Hver forvaltning tilpasser stadig sin egen indsats fagligt, i dialog med teamet. Hvor grænsen går "
        "mellem det og hovedlinjerne, siger DS ikke. At teamets medlemmer har mandat og er klædt på til "
        "det, og at borgeren bliver hørt og har indflydelse, er ingen regel her. Forslaget nævner kun "
        "ressourceforløb.",
        "Each authority still adapts its own effort on professional grounds, in dialogue with the team. DS "
        "does not say where the line runs between that and the main lines. That the members of the team "
        "have the mandate and the skills, and that the citizen is heard and has influence, is no rule here. "
        "The proposal names ressourceforløb only.",
    ),
)

DEMAND = Words(
    "Rehabiliteringsteamet beslutter, om borgeren får ressourceforløb, og hovedlinjerne i det. "
    "Forvaltningerne følger beslutningen.",
    "The rehabilitation team decides whether the citizen gets a ressourceforløb, and its main lines. The "
    "authorities follow that.",
)
FOLLOWS = Words(
    "Afgørelsen følger teamets beslutning og kan træffes.",
    "The decision follows that of the team and can be taken.",
)
BARRED = Words(
    "Afgørelsen fraviger teamets beslutning og kan ikke træffes. Følg beslutningen.",
    "The decision deviates from that of the team and cannot be taken. Follow the team.",
)


@REFORM.amends(TEAM_DECISION, part=WHOLE, schemes=(RESSOURCEFORLOEB,), first=SINCE, last=None)
def the_team_decides(
    _base: Base[TeamDecision], facts: TeamDecisionFacts, asked: Asked
) -> Finding[TeamDecision]:
    """Let no decision deviate, whether or not the team has had the case again."""
    demand = Reason(DEMAND, ReasonKind.RULE, asked.version.source)
    state, told = (DecisionState.BARRED, BARRED) if facts.deviates else (DecisionState.FREE, FOLLOWS)
    return Finding(TeamDecision(state), (demand, Reason(told)))
