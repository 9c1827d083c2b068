"""What a blind report leaves out until the trial is closed, said by number."""

from __future__ import annotations

from sammetag.studies.report.speech import Speech
from sammetag.words import Words

# One, and several.
CHANGES = (
    Words("1 ændring vises, når forsøget er lukket.", "1 change is shown when the trial is closed."),
    Words("{n} ændringer vises, når forsøget er lukket.", "{n} changes are shown when the trial is closed."),
)
ROUNDS = (
    Words(
        "1 iagttagelse fra runderne vises, når forsøget er lukket.",
        "1 observation from the rounds is shown when the trial is closed.",
    ),
    Words(
        "{n} iagttagelser fra runderne vises, når forsøget er lukket.",
        "{n} observations from the rounds are shown when the trial is closed.",
    ),
)
INTERVIEWS = (
    Words(
        "Gruppen for 1 interview vises, når forsøget er lukket.",
        "The arm of 1 interview is shown when the trial is closed.",
    ),
    Words(
        "Grupperne for {n} interview vises, når forsøget er lukket.",
        "The arms of {n} interviews are shown when the trial is closed.",
    ),
)
QUOTATIONS = (
    Words(
        "Gruppen for 1 citat vises, når forsøget er lukket.",
        "The arm of 1 quotation is shown when the trial is closed.",
    ),
    Words(
        "Grupperne for {n} citater vises, når forsøget er lukket.",
        "The arms of {n} quotations are shown when the trial is closed.",
    ),
)


def hidden_notes(of: tuple[Words, Words], count: int, say: Speech) -> tuple[str, ...]:
    """The sentence that tells how many are hidden; none where nothing is."""
    one, several = of
    return (say(one) if count == 1 else say(several, n=count),) if count else ()
