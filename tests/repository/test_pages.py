"""One page is one file with its templates and its test; a template brings no script or style of its own."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest

from tests.repository.sources import PACKAGE, ROOT, name_of, nodes

PAGES = sorted(PACKAGE.rglob("*_page.py"))
TEMPLATES = sorted(PACKAGE.rglob("*.html"))
# A page whose test is found under another name, since it is about more than the page.
TESTED_ELSEWHERE = {
    "sammetag/access/adding_page.py": "tests/access/test_factors.py",
    "sammetag/access/security_page.py": "tests/access/test_factors.py",
    "sammetag/access/proof_page.py": "tests/access/test_proof.py",
    "sammetag/access/login_page.py": "tests/talks/test_lost_session.py",
    "sammetag/access/provider_page.py": "tests/access/oidc/test_log_in.py",
    "sammetag/cases/draft_page.py": "tests/talks/test_drafts.py",
    "sammetag/cases/purpose_page.py": "tests/access/test_purpose.py",
    "sammetag/studies/context_page.py": "tests/studies/test_around_pages.py",
    "sammetag/studies/interviews_page.py": "tests/studies/test_around_pages.py",
    "sammetag/studies/method_notes_page.py": "tests/studies/test_around_pages.py",
    "sammetag/studies/theory_page.py": "tests/studies/test_around_pages.py",
}
# What a browser would run or draw from the page itself; the content policy forbids it.
UNSAFE = {
    "style on an element": re.compile(r"<[^>]*\sstyle\s*=", re.IGNORECASE),
    "a style element": re.compile(r"<style\b", re.IGNORECASE),
    "a handler on an element": re.compile(r"<[^>]*\son[a-z]+\s*=", re.IGNORECASE),
    "a handler of htmx": re.compile(r"\bhx-on\b|\bdata-hx-on\b"),
    "a script in the page": re.compile(r"<script\b(?![^>]*\ssrc=)", re.IGNORECASE),
    "an address that is a script": re.compile(r"javascript:", re.IGNORECASE),
    "a script or style of somebody else": re.compile(r"<(?:script|link|img|iframe)\b[^>]*(?:https?:)?//"),
    "a value that is not escaped": re.compile(r"\|\s*safe\b|autoescape\s+off"),
}


def texts(path: Path) -> set[str]:
    """Every string in a file."""
    return {
        node.value for node in nodes(path) if isinstance(node, ast.Constant) and isinstance(node.value, str)
    }


def used_templates(path: Path) -> set[str]:
    """The templates that a file names, without the name of a part."""
    return {text.partition("#")[0] for text in texts(path) if re.fullmatch(r"[\w/]+\.html(#\w+)?", text)}


@pytest.mark.parametrize("path", PAGES, ids=name_of)
def test_every_page_has_a_test_of_its_own_name(path: Path) -> None:
    usual = f"tests/{path.parent.name}/test_{path.stem}.py"

    assert (ROOT / TESTED_ELSEWHERE.get(name_of(path), usual)).exists()


def test_no_page_is_said_to_be_tested_elsewhere_that_is_not_there() -> None:
    assert {name_of(path) for path in PAGES} >= set(TESTED_ELSEWHERE)


@pytest.mark.parametrize("path", PAGES, ids=name_of)
def test_every_template_of_a_page_lies_in_its_own_room(path: Path) -> None:
    room = path.parent

    assert [name for name in used_templates(path) if not (room / "templates" / name).exists()] == []
    assert {name.partition("/")[0] for name in used_templates(path)} <= {room.name}


def test_every_template_is_used() -> None:
    named = set().union(*(used_templates(path) for path in PACKAGE.rglob("*.py")))
    for template in TEMPLATES:
        named |= set(re.findall(r"{%\s*(?:extends|include)\s+[\"']([\w/]+\.html)", template.read_text()))
    there = {path.as_posix().partition("/templates/")[2] for path in TEMPLATES}

    assert there - named == set()


@pytest.mark.parametrize("unsafe", UNSAFE)
def test_no_template_brings_what_the_content_policy_forbids(unsafe: str) -> None:
    assert [name_of(path) for path in TEMPLATES if UNSAFE[unsafe].search(path.read_text())] == []


@pytest.mark.parametrize(
    ("unsafe", "markup"),
    [
        ("style on an element", '<p class="a" style="color:red">'),
        ("a style element", "<style>p {}</style>"),
        ("a handler on an element", '<button onclick="go()">'),
        ("a handler of htmx", '<p hx-on:click="go()">'),
        ("a script in the page", "<script>go()</script>"),
        ("an address that is a script", '<a href="javascript:go()">'),
        ("a script or style of somebody else", '<script src="https://cdn.example/x.js">'),
        ("a value that is not escaped", "{{ text|safe }}"),
    ],
)
def test_what_is_forbidden_is_recognised(unsafe: str, markup: str) -> None:
    assert UNSAFE[unsafe].search(markup)
