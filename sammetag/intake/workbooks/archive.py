"""The archive that a workbook is, opened without believing what it says of itself."""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile

from django.utils.translation import gettext as _

from sammetag.intake.decoding import locked, other_kind
from sammetag.intake.faults import Unreadable
from sammetag.intake.table import MOST_BYTES

# What a workbook of as many rows as we take unfolds to, several times over.
MOST_UNPACKED = 96 * 1024 * 1024
MOST_PARTS = 1_000
# Beyond it nobody wrote the workbook: a table of one word repeated folds a hundred times.
MOST_FOLDED = 300
CHUNK = 64 * 1024
ENCRYPTED = 0x1
TYPES = "[Content_Types].xml"
MACROS = "vbaproject.bin"


class Archive:
    """The parts of a workbook by name. However often it is asked, it unfolds no more than MOST_UNPACKED."""

    def __init__(self, data: bytes) -> None:
        self._zip = ZipFile(BytesIO(data))
        self._left = MOST_UNPACKED
        parts = self._zip.infolist()
        self.names = {part.filename for part in parts}
        if len(parts) > MOST_PARTS or len(self.names) < len(parts):
            raise broken("too many parts, or two of one name")
        if any(part.flag_bits & ENCRYPTED for part in parts):
            raise locked()
        if any(part.compress_type not in (ZIP_STORED, ZIP_DEFLATED) for part in parts):
            raise broken("compressed in a way of its own")
        unpacked = sum(part.file_size for part in parts)
        if unpacked > MOST_UNPACKED or unpacked > MOST_BYTES and unpacked > len(data) * MOST_FOLDED:
            raise unfolds_too_far()
        self._refuse_other_kinds()

    def part(self, name: str) -> Iterator[bytes]:
        """The bytes of one part, piece by piece."""
        with self._zip.open(name) as opened:
            while piece := opened.read(CHUNK):
                self._left -= len(piece)
                if self._left < 0:
                    raise unfolds_too_far()
                yield piece

    def _refuse_other_kinds(self) -> None:
        names = {name.lower() for name in self.names}
        types = b"".join(self.part(TYPES)) if TYPES in self.names else b""
        kinds = (
            ("mimetype" in names and "content.xml" in names, _("et OpenDocument-dokument (.ods)")),
            ("xl/workbook.bin" in names, _("et binært Excel-ark (.xlsb)")),
            (_has_macros(names, types), _("et regneark med makroer")),
            (not types, _("en zip-fil")),
            (not _has_sheets(names), _("et Office-dokument, men ikke et regneark")),
        )
        if kind := next((words for found, words in kinds if found), ""):
            raise other_kind(kind)
        if any(name.startswith("xl/externallinks/") for name in names):
            raise Unreadable(
                _(
                    "Regnearket henter tal fra andre filer, og dem kan vi ikke se. "
                    "I Excel: Data, Rediger kæder, Bryd kæde. Gem det så igen."
                ),
                "workbook with links to other files",
            )


def _has_macros(names: set[str], types: bytes) -> bool:
    return b"macroEnabled" in types or any(name.endswith(MACROS) for name in names)


def _has_sheets(names: set[str]) -> bool:
    return any(name.startswith("xl/") for name in names)


def broken(technical: str) -> Unreadable:
    """The refusal of a workbook that is not as one should be; the technical sentence holds nothing of it."""
    return Unreadable(
        _("Regnearket er i stykker og kan ikke læses. Åbn det i Excel, og gem det igen som .xlsx."),
        f"broken workbook: {technical}",
    )


def unfolds_too_far() -> Unreadable:
    """The refusal of a workbook that is small as a file and huge when it is unfolded."""
    return Unreadable(
        _(
            "Regnearket fylder alt for meget, når det pakkes ud. Kopiér rækkerne til et nyt ark, "
            "og gem det som .xlsx."
        ),
        "workbook unfolds too far",
    )
