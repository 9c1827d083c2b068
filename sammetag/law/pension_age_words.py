"""The sentences with which the table of pension ages explains itself."""

from __future__ import annotations

from sammetag.words import Words

NOT_IN_TABLE = Words(
    "Folkepensionsalderen for den, der er født {born}, står ikke i tabellen. Slå den op: {source}.",
    "The pension age of a person born on {born} is not in the table. Look it up: {source}.",
)
NOTE_2025 = Words(
    "At alderen er 70 år for den, der er født fra og med 1971, og dermed 69 år for årgang 1967-1970, står "
    "på en offentlig side om LOV 703/2025. Selve lovteksten er ikke læst. Loven gælder fra 31. december "
    "2025; før den dag var alderen 69 år for alle, der er født efter 1966.",
    "That the age is 70 for those born in 1971 or later, and so 69 for those born from 1967 to 1970, stands "
    "on a public page on act 703 of 2025. The text of the act itself has not been read. It applies from "
    "31 December 2025; before that day the age was 69 for all born after 1966.",
)
