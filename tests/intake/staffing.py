"""Files of staff for the tests, each as one would have it, with what a test changes."""

from __future__ import annotations

import csv
import io

USUAL = {
    "brugernavn": "ida",
    "navn": "Ida Ågård",
    "arbejdssted": "Jobcenter Nord",
    "enhed": "Jobcenter Nord",
    "område": "",
    "rolle": "koordinator",
    "fra": "1.2.2026",
    "til": "",
}


def row(**changed: str) -> dict[str, str]:
    """A coordinator of the north."""
    return USUAL | changed


def file(*rows: dict[str, str]) -> bytes:
    """A file of CSV with these rows."""
    out = io.StringIO()
    writer = csv.DictWriter(out, list(USUAL), delimiter=";", lineterminator="\r\n")
    writer.writeheader()
    writer.writerows(rows)
    return out.getvalue().encode()


TEAM = (
    row(),
    row(brugernavn="lea", navn="Lea Juhl", arbejdssted="", rolle="leder"),
    row(brugernavn="lea", navn="Lea Juhl", enhed="Jobcenter Syd", arbejdssted="", rolle="leder"),
    row(brugernavn="mo", navn="Mo Rask", enhed="", arbejdssted="Mentorhuset", rolle="mentor"),
    row(brugernavn="", navn="Ib Toft", enhed="Bostøtten", område="social", arbejdssted="", rolle="", fra=""),
)
