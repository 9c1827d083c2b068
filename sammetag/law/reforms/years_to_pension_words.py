"""What the two versions of the condition on years to the pension age are called, and what they leave open."""

from __future__ import annotations

from sammetag.words import Words

PROPOSED_TITLE = Words(
    "Seniorer skal ikke tvinges i ressourceforløb, som foreslået",
    "Seniors are not forced into a ressourceforløb, as proposed",
)
PROPOSED_WHAT = Words(
    "Er der under 6 år til folkepensionsalderen, bevilges ressourceforløb kun, hvis borgeren selv ønsker "
    "det.",
    "With under 6 years to the public pension age, a ressourceforløb is granted only if the citizen wishes "
    "it.",
)
ENACTED_TITLE = Words(
    "Seniorer skal ikke tvinges i ressourceforløb, som vedtaget",
    "Seniors are not forced into a ressourceforløb, as enacted",
)
ENACTED_WHAT = Words(
    "Er der mindre end 6 år til folkepensionsalderen, må et forløb kun begynde, hvis borgeren selv ønsker "
    "det. Den, der passerer grænsen under et forløb, kan gøre det færdigt.",
    "With less than 6 years to the public pension age, a programme may only begin if the citizen wishes it. "
    "One who passes the limit during a programme can finish it.",
)
BEYOND = Words(
    "Forslaget siger ikke, om den, der passerer grænsen under et forløb, kan gøre det færdigt. At flere i "
    "stedet visiteres til fleksjob eller førtidspension, er en forventning og ikke regnet med.",
    "The proposal does not say whether one who passes the limit during a programme can finish it. That more "
    "are referred to flexi-job or disability pension instead is an expectation and not worked out.",
)
