"""From the bytes of a file to its text, whatever program saved it; its bytes also tell what is no text."""

from __future__ import annotations

import codecs
import re

from django.utils.translation import gettext as _

from sammetag.intake.faults import Unreadable

# What other kinds of file begin with, and the word for them.
ZIP, OLD_OFFICE = b"PK", b"\xd0\xcf\x11\xe0"
PROGRAMS = (b"MZ", b"\x7fELF", b"\xcf\xfa\xed\xfe", b"\xca\xfe\xba\xbe", b"#!")
PICTURES = (b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"II*\x00", b"MM\x00*", b"RIFF")
PACKED = (b"\x1f\x8b", b"7z\xbc\xaf", b"Rar!", b"BZh", b"\xfd7zXZ")
MARKUP = (b"<!doctype", b"<html", b"<?xml", b"<table", b"{\\rtf")
# An Office file with a password is one of the old kind, with the new one inside it under this name.
LOCKED_INSIDE = "EncryptedPackage".encode("utf-16-le")

BYTE_ORDER_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
NOT_TEXT = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ufffd]")
# Danish letters that were saved as UTF-8 and opened as Latin-1 on the way here.
BROKEN_LETTERS = re.compile("Ã[¦¸¥†˜…\x86\x98\x85]")
ENOUGH_TO_TELL = 4096


def text_of(data: bytes) -> str:
    """The text of a file in UTF-8, UTF-16 or Windows' own Latin-1; raises Unreadable for anything else."""
    if not data.strip():
        raise Unreadable(_("Filen er tom. Vælg en anden fil, eller begynd med skabelonen."), "empty file")
    _refuse_other_kinds(data)
    text = _decoded(data)
    if strange := NOT_TEXT.search(text):
        line = text.count("\n", 0, strange.start()) + 1
        raise Unreadable(
            _("Linje %(line)s har tegn, som ikke er tekst. Gem filen igen som »CSV UTF-8« fra Excel.")
            % {"line": line},
            "control characters",
        )
    if BROKEN_LETTERS.search(text):
        raise Unreadable(
            _("Bogstaver som æ, ø og å er gået i stykker i filen. Gem den igen som »CSV UTF-8«."),
            "broken letters",
        )
    return text


def _decoded(data: bytes) -> str:
    marked = next(((mark, name) for mark, name in BYTE_ORDER_MARKS if data.startswith(mark)), None)
    names = [marked[1]] if marked else _likely(data)
    body = data[len(marked[0]) :] if marked else data
    for name in names:
        try:
            return body.decode(name)
        except UnicodeDecodeError:
            continue
    raise Unreadable(
        _("Filens bogstaver kan ikke læses. Gem den igen som »CSV UTF-8« fra Excel."), "unknown encoding"
    )


def _likely(data: bytes) -> list[str]:
    """The encodings to try where no mark tells: every other byte is zero in UTF-16 of our languages."""
    beginning = data[:ENOUGH_TO_TELL]
    half = len(beginning) // 2
    if half and beginning[1::2].count(0) > half * 0.8:
        return ["utf-16-le"]
    if half and beginning[0::2].count(0) > half * 0.8:
        return ["utf-16-be"]
    return ["utf-8", "cp1252"]


def is_zip(data: bytes) -> bool:
    """Whether the bytes are an archive, as every workbook is."""
    return data.startswith(ZIP) and data[2:4] in (b"\x03\x04", b"\x05\x06", b"\x07\x08")


def other_kind(kind: str) -> Unreadable:
    """The refusal of a file of a kind that we do not read."""
    return Unreadable(
        _(
            "Det er %(kind)s, selv om navnet kan sige noget andet. Vi læser Excel-ark (.xlsx) og CSV. "
            "I Excel: Filer, Gem som, og vælg »Excel-projektmappe (.xlsx)«."
        )
        % {"kind": kind},
        "neither a workbook nor CSV",
    )


def locked() -> Unreadable:
    """The refusal of a workbook with a password."""
    return Unreadable(
        _(
            "Filen er låst med en adgangskode. Fjern den i Excel under Filer, Oplysninger, "
            "Beskyt projektmappe, og gem filen igen."
        ),
        "file with a password",
    )


def _refuse_other_kinds(data: bytes) -> None:
    if data.startswith(OLD_OFFICE) and LOCKED_INSIDE in data:
        raise locked()
    if kind := _kind_of(data):
        raise other_kind(kind)


def _kind_of(data: bytes) -> str:
    """What the file is, where its first bytes say that it is no CSV."""
    begins = data.lstrip(b"\xef\xbb\xbf \t\r\n")[:16].lower()
    kinds = (
        (data.startswith(OLD_OFFICE), _("en ældre Office-fil, for eksempel et Excel-ark (.xls)")),
        (begins.startswith(b"%pdf"), _("en PDF")),
        (_is_program(data), _("et program")),
        (data.startswith(PICTURES), _("et billede")),
        (data.startswith(PACKED), _("en pakket fil")),
        (begins.startswith(MARKUP), _("en webside eller et dokument")),
    )
    return next((words for found, words in kinds if found), "")


def _is_program(data: bytes) -> bool:
    """Whether it is one to run: 'MZ' alone may begin a word, so the header around it must fit too."""
    return data.startswith(PROGRAMS[1:]) or (data.startswith(PROGRAMS[0]) and b"\x00" in data[:64])
