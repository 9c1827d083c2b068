"""What is said of a file that does not fit: where, what stands there, and what to do."""

from __future__ import annotations

from sammetag.evaluation.reading_columns import Column, Kind
from sammetag.words import Words

LINE = Words("linje {number}", "line {number}")
ROW = Words("række {number}", "row {number}")

EMPTY = Words("Filen er tom. Kontrollér udtrækket.", "The file is empty. Check the extract.")
NO_ROWS = Words(
    "Filen har overskrifter, men ingen rækker. Kontrollér udtrækket.",
    "The file has headings, but no rows. Check the extract.",
)
WORKBOOK = Words(
    "Filen er en projektmappe. Gem den som »CSV UTF-8«, og prøv igen.",
    "The file is a workbook. Save it as 'CSV UTF-8' and try again.",
)
NOT_UTF_8 = Words(
    "Linje {line}: Filen er ikke skrevet i UTF-8. Gem den som »CSV UTF-8«, og prøv igen.",
    "Line {line}: The file is not written in UTF-8. Save it as 'CSV UTF-8' and try again.",
)
NOT_CSV = Words(
    "Linje {line} kan ikke læses. Er der et anførselstegn for meget eller for lidt?",
    "Line {line} cannot be read. Is there a quotation mark too many or too few?",
)
NOT_PARQUET = Words(
    "Filen ligner Parquet, men kan ikke læses. Lav udtrækket igen.",
    "The file looks like Parquet, but cannot be read. Make the extract again.",
)
FIELDS = Words(
    "Linje {line} har {found} felter, men der er {expected} overskrifter. "
    "Står der et »{sign}« inde i et felt, skal feltet have anførselstegn om sig.",
    "Line {line} has {found} fields, but there are {expected} headings. "
    "Where a '{sign}' stands inside a field, the field needs quotation marks around it.",
)
DOUBLED = Words(
    "Overskriften »{name}« står {count} gange. Lad den stå én gang.",
    "The heading '{name}' stands {count} times. Let it stand once.",
)
LACKS = Words(
    "Filen mangler kolonnen »{name}«. {hint}Overskrifterne er: {names}.",
    "The file lacks the column '{name}'. {hint}The headings are: {names}.",
)
NEAR = Words("Er det den, der hedder »{near}«? ", "Is it the one called '{near}'? ")
WRONG = Words(
    "I {at}, kolonnen »{name}«, står der »{said}«. Der skal stå {remedy}.",
    "In {at}, column '{name}', it says '{said}'. It must be {remedy}.",
)
BLANK = Words(
    "I {at}, kolonnen »{name}«, er feltet tomt. Udfyld det, eller tag rækken ud med en begrundelse.",
    "In {at}, column '{name}', the field is empty. Fill it in, or take the row out and say why.",
)
TWICE = Words(
    "I {at}, kolonnen »{name}«, står »{said}«, som også står i {first}. Hver må kun stå én gang.",
    "In {at}, column '{name}', it says '{said}', which stands in {first} too. Each may stand but once.",
)
BOTH_SIGNS = Words(
    "Decimaltegnet er komma i {comma} og punktum i {point}. Brug det samme i hele filen.",
    "The decimal sign is a comma in {comma} and a point in {point}. Use the same in all of the file.",
)
DOUBTFUL = Words(
    "I {at} kan det ikke ses, om »{sign}« er et decimaltegn eller skiller tusinder. "
    "Skriv tallene uden tusindskilletegn og med »{other}« som decimaltegn.",
    "In {at} it cannot be seen whether '{sign}' is a decimal sign or parts thousands. "
    "Write the numbers without a sign for thousands, and with '{other}' as decimal sign.",
)

_REMEDIES = {
    Kind.NUMBER: Words("et tal uden tusindskilletegn", "a number without a sign for thousands"),
    Kind.WHOLE: Words("et helt tal", "a whole number"),
    Kind.YES_NO: Words("ja eller nej (eller 1 eller 0)", "yes or no (or 1 or 0)"),
    Kind.DATE: Words("en dag, som 2026-01-31 eller 31-01-2026", "a day, as 2026-01-31 or 31-01-2026"),
    Kind.CHOICE: Words("et af disse: {choices}", "one of these: {choices}"),
    Kind.TEXT: Words("en tekst", "a text"),
}


def remedy(column: Column) -> Words:
    """Give what a cell of the column must be, as the end of a sentence."""
    said = _REMEDIES[column.kind]
    return said.filled(choices=", ".join(column.choices)) if column.choices else said
