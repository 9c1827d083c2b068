"""`sammetag evaluate report`: the whole report of a trial, from its frozen extract alone."""

from __future__ import annotations

import argparse
from pathlib import Path

import django

from sammetag.config.commands.evaluate_typed import of_file
from sammetag.config.commands.law_shown import told
from sammetag.config.refusal import Refused
from sammetag.config.terminal import say
from sammetag.evaluation.errors import InputRefused
from sammetag.evaluation.trial.analysis import analyse
from sammetag.evaluation.trial.extract import extract_from
from sammetag.evaluation.trial.report_data import as_json
from sammetag.studies.report import SOFTWARE, html, pdf
from sammetag.words import Words

NO_TEXT = Words(
    "Filen er ikke tekst i UTF-8. Hent udtrækket på forsøgets side, og prøv igen.",
    "The file is no text in UTF-8. Fetch the extract on the trial's page, and try again.",
)
WRITTEN = Words("Skrevet: {file}", "Written: {file}")


def answer(chosen: argparse.Namespace) -> int:
    """Writes report.html, report.pdf and report.json into the folder."""
    with of_file(chosen.file):
        results = analyse(extract_from(_text(chosen.file)))
    django.setup()
    contents = {
        "report.json": as_json(results, software=SOFTWARE).encode(),
        "report.html": html(results, chosen.language).encode(),
        "report.pdf": pdf(results, chosen.language),
    }
    for name, content in contents.items():
        _write(chosen.out, name, content)
    say("".join(told(one) for one in results.flow.disagreements))
    return 0


def _text(file: Path) -> str:
    try:
        return file.read_text(encoding="utf-8")
    except UnicodeDecodeError as fault:
        raise InputRefused(NO_TEXT, "no UTF-8") from fault


def _write(folder: Path, name: str, content: bytes) -> None:
    file = folder / name
    try:
        folder.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content)
    except OSError as fault:
        raise Refused(
            f"{file}: Rapporten kan ikke skrives her. Vælg en anden mappe med --out.\n"
            f"{file}: The report cannot be written here. Choose another folder with --out."
        ) from fault
    say(told(WRITTEN.filled(file=file)))
