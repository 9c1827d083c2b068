"""What the short names of an extract are called: kinds of deviation, conditions of the draw, sexes.

What has no name here was written by people, and is shown as they wrote it.
"""

from __future__ import annotations

from sammetag.studies.report.speech import Speech
from sammetag.words import Words

REASONS = {
    "swap": Words("Hele listen blev byttet om", "The whole list was swapped"),
    "other-arm": Words("Fik den anden indsats", "Received the other treatment"),
    "nothing": Words("Fik slet ingen indsats", "Received no treatment at all"),
    "excluded": Words("Hørte ikke til målgruppen", "Did not belong to the target group"),
    "moved": Words("Flyttede", "Moved away"),
    "withdrew": Words("Trak sig", "Withdrew"),
    "other": Words("Andet", "Other"),
    "least_age": Words("For ung", "Too young"),
    "most_age": Words("For gammel", "Too old"),
    "schemes": Words("En anden slags forløb", "Another kind of programme"),
    "granted_from": Words("Bevilget for tidligt", "Granted too early"),
    "granted_until": Words("Bevilget for sent", "Granted too late"),
    "units": Words("Hører til en anden enhed", "Belongs to another unit"),
    "vouched": Words("En betingelse er ikke bekræftet", "A condition is not confirmed"),
}
SEXES = {"F": Words("kvinder", "women"), "M": Words("mænd", "men")}


def reason(name: str, say: Speech) -> str:
    """The words for a short name, else what people wrote."""
    return say(REASONS[name]) if name in REASONS else name


def label(name: str, say: Speech) -> str:
    """What a value of the data is called."""
    return say(SEXES[name]) if name in SEXES else name
