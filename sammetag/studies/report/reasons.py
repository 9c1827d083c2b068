"""What the short names of an extract are called: kinds of deviation, conditions of the draw, sexes.

What has no name here was written by people, and is shown as they wrote it.
"""

from __future__ import annotations

from sammetag.evaluation.trial.eligibility import Condition
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
    **{one.key: one.title for one in Condition},
}
KINDS = {
    "mentor": Words("Mentor", "Mentor"),
    "company": Words("Hos en virksomhed", "At a company"),
    "employment": Words("Beskæftigelse", "Employment"),
    "education": Words("Uddannelse", "Education"),
    "social": Words("Det sociale område", "Social field"),
    "health": Words("Sundhed", "Health"),
    "treatment": Words("Behandling", "Treatment"),
}
SEXES = {"F": Words("kvinder", "women"), "M": Words("mænd", "men")}


def reason(name: str, say: Speech) -> str:
    """The words for a short name, else what people wrote."""
    return say.heading(REASONS[name]) if name in REASONS else name


def kind_got(name: str, say: Speech) -> str:
    """What a kind of intervention is called."""
    return say(KINDS[name]) if name in KINDS else name


def label(name: str, say: Speech) -> str:
    """What a value of the data is called."""
    return say(SEXES[name]) if name in SEXES else name
