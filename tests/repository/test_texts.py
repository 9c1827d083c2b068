"""Every text of the pages is there in Danish and in English, and templates hold no text beside that."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from babel.messages.pofile import read_po

from sammetag.config.texts import CATALOGUE, missing, obsolete
from tests.repository.sources import PACKAGE, name_of

TEMPLATES = sorted([*PACKAGE.rglob("*.html"), *PACKAGE.rglob("templates/**/*.svg")])
VALUE = re.compile(r"%\((\w+)\)s|%s|%d")
WORDS = re.compile(r"[A-Za-zÆØÅæøå]{2,}")
# Names of things, which are the same in both languages.
SAME_IN_BOTH = {"Sammetag", "samme", "tag", "English", "Dansk"}
TRANSLATED = re.compile(r"{%\s*blocktranslate.*?endblocktranslate\s*%}", re.DOTALL)
CODE = re.compile(r"<(script|style)\b.*?</\1>|<!--.*?-->|{#.*?#}|{%.*?%}|{{.*?}}", re.DOTALL)
TAG = re.compile(r"""<(?:"[^"]*"|'[^']*'|[^'">])*>""")
SPOKEN = re.compile(r"""\b(?:aria-label|title|placeholder|alt)=("[^"]*"|'[^']*')""")


def bare_words(source: str) -> list[str]:
    """Words that a template says without asking for a translation, in its text and in what is read aloud."""
    told = CODE.sub(" ", TRANSLATED.sub(" ", source))
    spoken = [text for tag in TAG.findall(told) for text in SPOKEN.findall(tag)]
    found = WORDS.findall(re.sub(r"&\w+;", " ", TAG.sub(" ", told)))
    found += [word for text in spoken for word in WORDS.findall(text)]
    return [word for word in found if word not in SAME_IN_BOTH]


def test_every_danish_text_has_its_english() -> None:
    assert missing() == []


def test_no_english_text_is_left_over() -> None:
    assert obsolete() == []


def test_both_languages_name_the_same_values() -> None:
    with CATALOGUE.open("rb") as file:
        messages = [one for one in read_po(file, locale="en") if one.id]
    differing = []
    for message in messages:
        danish = [message.id] if isinstance(message.id, str) else list(message.id)
        english = [message.string] if isinstance(message.string, str) else list(message.string or [])
        values = {frozenset(VALUE.findall(text)) for text in [danish[-1], english[-1]]}
        if len(values) > 1:
            differing.append(danish[0])

    assert len(messages) > 100
    assert differing == []


@pytest.mark.parametrize("path", TEMPLATES, ids=name_of)
def test_a_template_says_nothing_without_a_translation(path: Path) -> None:
    assert bare_words(path.read_text()) == []


@pytest.mark.parametrize(
    ("source", "words"),
    [
        ("<p>Hej med dig</p>", ["Hej", "med", "dig"]),
        ('<p>{% translate "Hej" %}</p>', []),
        ("{% blocktranslate %}Hej {{ name }}{% endblocktranslate %}", []),
        ('<a href="/x" aria-label="Luk">{{ x }}</a>', ["Luk"]),
        ("<a aria-label=\"{% translate 'Luk' %}\">x</a>", []),
    ],
)
def test_a_bare_word_is_found_and_a_translated_one_is_not(source: str, words: list[str]) -> None:
    assert bare_words(source) == words
