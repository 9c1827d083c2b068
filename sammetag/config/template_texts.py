"""Which texts stand in a Django template, in the form that Django looks them up."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from django.template.base import Lexer, Token, TokenType
from django.utils.text import unescape_string_literal
from django.utils.translation import trim_whitespace

STRING = r"""(?:"[^"\\]*(?:\\.[^"\\]*)*"|'[^'\\]*(?:\\.[^'\\]*)*')"""
QUOTED = re.compile(STRING)
MARKED = re.compile(rf"\b_\(\s*({STRING})\s*\)")
CONTEXT = re.compile(rf"\bcontext\s+({STRING})")
ONE = ("translate", "trans")
BLOCK = ("blocktranslate", "blocktrans")
BLOCK_END = ("endblocktranslate", "endblocktrans")


@dataclass(frozen=True)
class Text:
    """One text, or one for a single thing and one for several, with its line and its context."""

    line: int
    id: str | tuple[str, str]
    context: str | None = None


def texts_of_template(source: str) -> Iterator[Text]:
    """Every text that a template marks for translation."""
    tokens = iter(Lexer(source).tokenize())
    for token in tokens:
        if token.token_type not in (TokenType.VAR, TokenType.BLOCK):
            continue
        for string in MARKED.findall(token.contents):
            yield Text(token.lineno or 0, _plain(string))
        if token.token_type == TokenType.BLOCK:
            yield from _texts_of_tag(token, tokens)


def _texts_of_tag(token: Token, following: Iterator[Token]) -> Iterator[Text]:
    name, _space, words = token.contents.partition(" ")
    line = token.lineno or 0
    if name in ONE:
        string = QUOTED.match(words.strip())
        if string:
            yield Text(line, _plain(string[0]), _context(words))
    if name in BLOCK:
        yield Text(line, _block(following, trimmed="trimmed" in words.split()), _context(words))


def _block(tokens: Iterator[Token], *, trimmed: bool) -> str | tuple[str, str]:
    """The text up to the end of the block, with a value's name where the value will stand."""
    forms = [""]
    for token in tokens:
        if token.token_type == TokenType.TEXT:
            forms[-1] += token.contents.replace("%", "%%")
        elif token.token_type == TokenType.VAR:
            forms[-1] += f"%({token.contents})s"
        elif token.token_type == TokenType.BLOCK and token.contents.split()[0] in BLOCK_END:
            break
        elif token.token_type == TokenType.BLOCK and token.contents.strip() == "plural":
            forms.append("")
    if trimmed:
        forms = [trim_whitespace(form) for form in forms]
    return (forms[0], forms[1]) if len(forms) > 1 else forms[0]


def _context(words: str) -> str | None:
    found = CONTEXT.search(words)
    return str(unescape_string_literal(found[1])) if found else None


def _plain(string: str) -> str:
    return str(unescape_string_literal(string)).replace("%", "%%")
