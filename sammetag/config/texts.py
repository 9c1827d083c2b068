"""The texts of the pages: gathers the Danish ones from code and templates, and compiles the English ones."""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

from sammetag.config.template_texts import Text, texts_of_template

PACKAGE = Path(__file__).resolve().parent.parent
CATALOGUE = PACKAGE / "locale" / "en" / "LC_MESSAGES" / "django.po"
KEYWORDS = {
    "_": None,
    "gettext": None,
    "gettext_lazy": None,
    "gettext_noop": None,
    "ngettext": (1, 2),
    "ngettext_lazy": (1, 2),
    "pgettext": ((1, "c"), 2),
    "pgettext_lazy": ((1, "c"), 2),
    "npgettext": ((1, "c"), 2, 3),
    "npgettext_lazy": ((1, "c"), 2, 3),
}
# Without dates and tools, so that gathering twice gives the same file.
HEADER = """\
# English texts of Sammetag; the Danish ones stand in the code.
msgid ""
msgstr ""
"Language: en\\n"
"MIME-Version: 1.0\\n"
"Content-Type: text/plain; charset=utf-8\\n"
"Content-Transfer-Encoding: 8bit\\n"
"Plural-Forms: nplurals=2; plural=(n != 1);\\n"

"""


@dataclass(frozen=True)
class Differences:
    """Where code and English texts do not fit: Danish without English, and English for nothing."""

    missing: list[str]
    obsolete: list[str]


def gather(package: Path = PACKAGE, catalogue: Path = CATALOGUE) -> int:
    """Writes every text of the package into the catalogue; answers how many lack a translation."""
    translated = _read(catalogue)
    translated.update(_texts_in(package), no_fuzzy_matching=True)
    catalogue.parent.mkdir(parents=True, exist_ok=True)
    with catalogue.open("wb") as file:
        file.write(HEADER.encode())
        write_po(file, translated, width=100, omit_header=True, ignore_obsolete=True, sort_by_file=True,
                 include_lineno=False)  # fmt: skip
    return len(differences(package, catalogue).missing)


def compile_if_changed(catalogue: Path = CATALOGUE) -> bool:
    """Compiles the English texts; answers whether they had changed since the last time."""
    compiled = catalogue.with_suffix(".mo")
    if not catalogue.exists():
        return False
    if compiled.exists() and compiled.stat().st_mtime_ns >= catalogue.stat().st_mtime_ns:
        return False
    unfinished = compiled.with_suffix(f".unfinished-{os.getpid()}")
    with unfinished.open("wb") as file:
        write_mo(file, _read(catalogue))
    unfinished.replace(compiled)
    return True


def differences(package: Path = PACKAGE, catalogue: Path = CATALOGUE) -> Differences:
    """What a translator has to do."""
    used = {_key(message): message for message in _texts_in(package) if message.id}
    known = {_key(message): message for message in _read(catalogue) if message.id}
    missing = [key for key in used if key not in known or not _complete(known[key], used[key])]
    return Differences(sorted(missing), sorted(key for key in known if key not in used))


def missing() -> list[str]:
    """The Danish texts that have no English."""
    return differences().missing


def obsolete() -> list[str]:
    """The texts in the catalogue that no page uses any more."""
    return differences().obsolete


def _texts_in(package: Path) -> Catalog:
    catalog = Catalog(locale="en")
    for path in sorted([*package.rglob("*.py"), *package.rglob("*.html"), *package.rglob("*.svg")]):
        name = path.relative_to(package.parent).as_posix()
        if "/migrations/" in name or "/static/" in name:
            continue
        for text in texts_of_template(path.read_text()) if path.suffix != ".py" else _texts_of_python(path):
            catalog.add(text.id, locations=[(name, text.line)], context=text.context)
    return catalog


def _texts_of_python(path: Path) -> Iterator[Text]:
    with path.open("rb") as file:
        for line, words, _comments, context in extract("python", file, keywords=KEYWORDS):
            one_or_more = words if isinstance(words, str) else (words[0], words[1])
            yield Text(line, one_or_more, context)


def _read(catalogue: Path) -> Catalog:
    if not catalogue.exists():
        return Catalog(locale="en")
    with catalogue.open("rb") as file:
        return read_po(file, locale="en", abort_invalid=True)


def _key(message: Message) -> str:
    words = message.id if isinstance(message.id, str) else message.id[0]
    return f"{message.context}: {words}" if message.context else str(words)


def _complete(known: Message, used: Message) -> bool:
    """Whether every form of a text has its English, and that English names the same values."""
    if known.fuzzy or isinstance(known.id, str) != isinstance(used.id, str):
        return False
    forms = [known.string] if isinstance(known.string, str) else list(known.string or ())
    return bool(forms) and all(forms) and not list(known.check())
