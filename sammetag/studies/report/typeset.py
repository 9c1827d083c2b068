"""The report as a tagged PDF (PDF/UA-1), set by Typst.

The document reaches the template as data, never as markup: what people wrote is shown as they wrote it.
"""

from __future__ import annotations

import json
from dataclasses import asdict
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import typst

from sammetag.evaluation.trial.analysis import Results
from sammetag.studies.report.document import Block, Document, Figure, Table
from sammetag.studies.report.version import SOFTWARE
from sammetag.studies.report.whole import document_of

TEMPLATE = Path(__file__).parents[1] / "templates" / "studies" / "report" / "report.typ"
# One of the fonts that come with Typst: a drawing does not say its own.
LETTERS = '<svg font-family="Libertinus Serif" '


def pdf(results: Results, language: str, *, software: str = SOFTWARE) -> bytes:
    """The report in 'da' or 'en' as a PDF; the same bytes for the same results and software."""
    document = document_of(results, language, software=software)
    # Its day is that of the data, so that the same extract gives the same file whenever it is set.
    day = datetime(*document.day, tzinfo=UTC)
    found = typst.compile(
        TEMPLATE.read_bytes(),
        ignore_system_fonts=True,
        format="pdf",
        sys_inputs={"document": json.dumps(as_data(document), ensure_ascii=False)},
        pdf_standards=["ua-1"],
        timestamp=day,
    )
    if not isinstance(found, bytes):
        raise TypeError("Typst gave no single PDF")
    return found


def as_data(document: Document) -> dict[str, Any]:
    """The document as the template reads it: each block says of which kind it is."""
    return {
        **{name: getattr(document, name) for name in ("language", "title", "lead", "contents", "day")},
        "sections": [
            {
                "title": section.title,
                "blocks": [_block(one) for one in section.blocks],
                "parts": [
                    {"title": part.title, "blocks": [_block(one) for one in part.blocks]}
                    for part in section.parts
                ],
            }
            for section in document.sections
        ],
    }


def _block(block: Block) -> dict[str, Any]:
    data = asdict(block) | {"kind": block.kind}
    if isinstance(block, Table):
        data["columns"] = [asdict(one) for one in block.columns]
    elif isinstance(block, Figure):
        data["table"] = _block(block.table)
    if "svg" in data:
        data["svg"] = data["svg"].replace("<svg ", LETTERS, 1)
    return data
