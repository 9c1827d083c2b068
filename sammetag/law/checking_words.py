"""The sentences that tell what is wrong with the rulebook."""

from __future__ import annotations

from sammetag.words import Words

GAP = Words(
    "{name} ({scheme}): intet er sagt {dates}. Skriv en version, eller erklær tiden for ikke læst.",
    "{name} ({scheme}): nothing is said {dates}. Write a version, or declare the time as not known.",
)
NUMBER_GAP = Words(
    "{name} ({scheme}) har ingen værdi {dates}.",
    "{name} ({scheme}) has no value {dates}.",
)
OVERLAP = Words(
    "{name} ({scheme}): to versioner gælder {dates}. Afslut den ene, før den anden begynder.",
    "{name} ({scheme}): two versions hold {dates}. End the one before the other begins.",
)
NO_SOURCE = Words(
    "{name}, {dates}, har ingen kilde. Skriv lov, paragraf og udgave.",
    "{name}, {dates}, has no source. Write act, section and publication.",
)
LOW = Words(
    "{name}, {dates}, er ikke læst sikkert nok til at gælde. Erklær tiden for ikke læst.",
    "{name}, {dates}, was not read well enough to hold. Declare the time as not known.",
)
NUMBER_LOW = Words(
    "{name}, {dates}, er ikke læst sikkert nok og bruges derfor ikke.",
    "{name}, {dates}, was not read well enough and is therefore not used.",
)
INFERRED = Words(
    "{name}, {dates}, er udledt, men siger ikke hvorfor. Skriv en note.",
    "{name}, {dates}, is inferred, but does not say why. Write a note.",
)
NO_EXAMPLE = Words(
    "{name}, {dates}, mangler eksempler på: {days}.",
    "{name}, {dates}, lacks examples of: {days}.",
)
INSIDE = Words("en dag midt i perioden", "a day inside the period")
EXAMPLE_STRAY = Words(
    "Eksemplet »{sentence}« handler om reglen {name}, som ikke findes.",
    "The example '{sentence}' is about the rule {name}, which does not exist.",
)
EXAMPLE_NO_REFORM = Words(
    "Der er eksempler på reformen {name}, som ikke findes.",
    "There are examples of the reform {name}, which does not exist.",
)
OF_REFORM = Words("Reformen {reform}: {sentence}", "The reform {reform}: {sentence}")
EXAMPLE_NO_SOURCE = Words(
    "Eksemplet »{sentence}« ({name}) har ingen kilde.",
    "The example '{sentence}' ({name}) has no source.",
)
