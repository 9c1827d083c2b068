from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from sammetag.config import texts
from sammetag.config.template_texts import Text, texts_of_template

FORMS = [
    ('{% translate "Min dag" %}', "Min dag", None),
    ("{% trans 'Min dag' as day %}", "Min dag", None),
    ('{% translate "50 % færdig" %}', "50 %% færdig", None),
    (r'{% translate "kaldt \"sag\"" %}', 'kaldt "sag"', None),
    ('{% translate "Plan" context "opslag" %}', "Plan", "opslag"),
    ("{% blocktranslate %}Hej {{ name }}, 50 %{% endblocktranslate %}", "Hej %(name)s, 50 %%", None),
    ("{% blocktranslate trimmed %}\n  Hej\n  igen\n{% endblocktranslate %}", "Hej igen", None),
    ('{% blocktranslate context "opslag" with a=b %}Nu {{ a }}{% endblocktranslate %}', "Nu %(a)s", "opslag"),
    (
        "{% blocktrans count n=rows %}{{ n }} sag{% plural %}{{ n }} sager{% endblocktrans %}",
        ("%(n)s sag", "%(n)s sager"),
        None,
    ),
    ('{% include "x.html" with title=_("Samtaler") %}', "Samtaler", None),
    ("{{ day|default:_('i dag') }}", "i dag", None),
]


@pytest.mark.parametrize(("source", "words", "context"), FORMS)
def test_finds_every_form(source: str, words: str | tuple[str, str], context: str | None) -> None:
    assert list(texts_of_template(f"\n{source}")) == [Text(2, words, context)]


def test_leaves_comments_and_variables_alone() -> None:
    source = '{# _("nej") #}{% comment %}x{% endcomment %}{% translate word %}{{ word }}'
    assert list(texts_of_template(source)) == []


def test_gathers_keeps_names_what_is_missing_and_compiles(tmp_path: Path) -> None:
    package, catalogue = tmp_path / "room", tmp_path / "locale" / "django.po"
    package.mkdir()
    (package / "page.html").write_text('{% translate "Sag" %}{% translate "Plan" %}')
    (package / "page.py").write_text('ngettext("%(n)s dag", "%(n)s dage", n)')
    assert texts.gather(package, catalogue) == 3
    catalogue.write_text(catalogue.read_text().replace('"Sag"\nmsgstr ""', '"Sag"\nmsgstr "Case"'))
    assert texts.gather(package, catalogue) == 2
    (package / "page.html").write_text('{% translate "Plan" %}')
    assert texts.differences(package, catalogue) == texts.Differences(["%(n)s dag", "Plan"], ["Sag"])
    written = catalogue.read_text()
    texts.gather(package, catalogue)
    assert "Case" not in catalogue.read_text() and "Case" in written
    assert texts.compile_if_changed(catalogue) and not texts.compile_if_changed(catalogue)


PROGRAM = """
import sys, django
from django.conf import settings
settings.configure(USE_I18N=True, LANGUAGE_CODE="da", LOCALE_PATHS=[sys.argv[1]])
django.setup()
from django.utils.translation import gettext, ngettext, override
for language in ("da", "en"):
    with override(language):
        print(gettext("Sag"), gettext("Yes"), gettext("This field is required."), ngettext("dag", "dage", 2))
"""


def test_danish_needs_no_catalogue_and_english_has_one(tmp_path: Path) -> None:
    catalogue = tmp_path / "en" / "LC_MESSAGES" / "django.po"
    catalogue.parent.mkdir(parents=True)
    catalogue.write_text(texts.HEADER + 'msgid "Sag"\nmsgstr "Case"\n')
    texts.compile_if_changed(catalogue)
    command = [sys.executable, "-c", PROGRAM, str(tmp_path)]
    shown = subprocess.run(command, capture_output=True, text=True, check=True).stdout.splitlines()  # noqa: S603
    assert shown == ["Sag Ja Dette felt er påkrævet. dage", "Case Yes This field is required. dage"]
