"""`sammetag evaluate`: questions of statistics put to a file. It needs no database.

Each word has a module of its own, `evaluate_<word>.py`, which is loaded when the word is asked for: the
statistics take a second to load, and no other command should wait for them.
"""

from __future__ import annotations

import argparse
from pathlib import Path

from sammetag.config.commands.grammar import Action, Commands, word, words_under

Parser = argparse.ArgumentParser
OF_ROWS = "CSV in UTF-8, or Parquet: a person a row"


def add(commands: Commands[Parser]) -> None:
    """Adds the words after `evaluate`."""
    kinds = words_under(commands, "evaluate", "statistics on a file, and published figures")
    for one in (
        _add_published,
        _add_survival,
        _add_compare,
        _add_incidence,
        _add_power,
        _add_randomise,
        _add_report,
    ):
        one(kinds)


def published(chosen: argparse.Namespace) -> int:
    """Checks whether the numbers of a printed report add up, and lists those that do not, with a sentence."""
    from sammetag.config.commands import evaluate_published  # noqa: PLC0415 - statistics load slowly

    return evaluate_published.answer(chosen)


def survival(chosen: argparse.Namespace) -> int:
    """Tells how long it takes until an event, and whether it differs between two arms."""
    from sammetag.config.commands import evaluate_survival  # noqa: PLC0415 - statistics load slowly

    return evaluate_survival.answer(chosen)


def compare(chosen: argparse.Namespace) -> int:
    """Tells how many of each arm had what, and how sure it is that the arms differ."""
    from sammetag.config.commands import evaluate_compare  # noqa: PLC0415 - statistics load slowly

    return evaluate_compare.answer(chosen)


def incidence(chosen: argparse.Namespace) -> int:
    """Tells how large a share ends by each cause, where the causes exclude each other."""
    from sammetag.config.commands import evaluate_incidence  # noqa: PLC0415 - statistics load slowly

    return evaluate_incidence.answer(chosen)


def power(chosen: argparse.Namespace) -> int:
    """Tells how often a trial of a size finds a difference, or which size it takes."""
    from sammetag.config.commands import evaluate_power  # noqa: PLC0415 - statistics load slowly

    return evaluate_power.answer(chosen)


def randomise(chosen: argparse.Namespace) -> int:
    """Gives a seed with its promise, draws lots between the persons of a list, or checks a log of draws."""
    from sammetag.config.commands import evaluate_randomise  # noqa: PLC0415 - statistics load slowly

    return evaluate_randomise.answer(chosen)


def report(chosen: argparse.Namespace) -> int:
    """Works a trial out from its frozen extract, and writes the report as a page, a PDF and JSON."""
    from sammetag.config.commands import evaluate_report  # noqa: PLC0415 - statistics load slowly

    return evaluate_report.answer(chosen)


def _add_published(kinds: Commands[Parser]) -> None:
    asked = word(kinds, "published", published)
    asked.add_argument(
        "file", type=Path, nargs="?", metavar="FILE", help="figures as printed; else those of three reports"
    )
    asked.add_argument(
        "--relations", type=Path, metavar="FILE", help="how they hang together (docs/published-figures.md)"
    )
    asked.add_argument("--all", action="store_true", help="what adds up as well")
    asked.add_argument("--json", action="store_true", help="for another program")


def _add_survival(kinds: Commands[Parser]) -> None:
    asked = _of_rows(kinds, "survival", survival)
    _column(asked, "--time", "how long the person was followed", required=True)
    _column(asked, "--event", "whether the event came then: yes or no, or 1 or 0", required=True)
    asked.add_argument("--cause", metavar="N", help="the ending in --event that is the event; others are not")
    _column(asked, "--entry", "when the person came under observation, if late")
    _arms(asked)
    _column(asked, "--stratum", "compare within these alone, as the blocks of the draw")
    _columns(asked, "--adjust", "further covariates of the Cox regression, in numbers")
    asked.add_argument(
        "--ties", choices=("efron", "breslow"), default="efron", help="events at the same time"
    )
    asked.add_argument("--tau", metavar="T", help="the mean time without the event, within this limit")
    _at(asked)
    _redraw(asked)
    _plan(asked)


def _add_compare(kinds: Commands[Parser]) -> None:
    asked = _of_rows(kinds, "compare", compare)
    _arms(asked, required=True)
    _column(asked, "--outcome", "what the person had: yes or no, or one of several", required=True)
    asked.add_argument("--yes", metavar="VALUE", help="what --outcome says of the event; all else is no")
    _redraw(asked)
    _plan(asked)


def _add_incidence(kinds: Commands[Parser]) -> None:
    asked = _of_rows(kinds, "incidence", incidence)
    _column(asked, "--time", "how long the person was followed", required=True)
    _column(asked, "--cause", "the number of the ending; 0 where nothing had happened", required=True)
    _arms(asked)
    _column(asked, "--stratum", "Gray's test compares within these alone")
    _columns(asked, "--adjust", "further covariates of Fine-Gray, in numbers")
    _at(asked)


def _add_power(kinds: Commands[Parser]) -> None:
    asked = word(kinds, "power", power)
    asked.add_argument("--shares", nargs=2, metavar="SHARE", help="with the event: treated, control")
    asked.add_argument("--each", metavar="N", help="persons in each arm; else they are worked out")
    asked.add_argument("--hazard-ratio", metavar="HR", help="how many times as often the event comes")
    asked.add_argument("--events", metavar="N", help="events in both arms; else they are worked out")
    asked.add_argument("--power", metavar="P", help="the power to reach: 0.8 unless told")
    _simulated(asked)
    asked.add_argument("--json", action="store_true", help="for another program")


def _simulated(asked: Parser) -> None:
    asked.add_argument("--simulate", action="store_true", help="run the trial many times, with what follows")
    for option, name, sentence in (
        ("--weeks", "W", "the shares are those after so many weeks; so long is the last draw followed"),
        ("--control-share", "SHARE", "with the event in control, for --hazard-ratio"),
        ("--draws", "N", "the number of draws"),
        ("--every", "WEEKS", "the weeks from one draw to the next"),
        ("--per-draw", "PERSONS", "the persons in each draw"),
    ):
        asked.add_argument(option, metavar=name, help=sentence)
    asked.add_argument(
        "--accrual", type=Path, metavar="FILE", help="draws of their own sizes instead: persons,weeks"
    )
    asked.add_argument("--competing", metavar="SHARE", help="ended otherwise after --weeks, in both arms")
    asked.add_argument("--lost", metavar="SHARE", help="lost from sight after --weeks, in both arms")
    _ratio(asked)
    asked.add_argument("--trials", metavar="N", help="how many to run: 2,000 unless told")
    _random_seed(asked)


def _add_randomise(kinds: Commands[Parser]) -> None:
    asked = word(kinds, "randomise", randomise)
    asked.add_argument("--trial", required=True, metavar="NAME", help="the name of the trial")
    asked.add_argument("--new-seed", action="store_true", help="give a seed, and what to publish beforehand")
    asked.add_argument("--ids", type=Path, metavar="FILE", help="draw lots between the persons of this list")
    asked.add_argument(
        "--check", type=Path, metavar="LOG", help="repeat the draws of a log: block,person,arm"
    )
    asked.add_argument("--block", metavar="NAME", help="the name of the draw, for instance its day")
    asked.add_argument("--seed", metavar="HEX", help="as --new-seed gave it")
    asked.add_argument("--commitment", metavar="HEX", help="as it was published before the first draw")
    asked.add_argument("--person", default="person", metavar="COLUMN", help="the column of --ids: person")
    asked.add_argument(
        "--arms", nargs="+", default=["treated", "control"], metavar="NAME", help="their names"
    )
    asked.add_argument("--ratio", default="1:1", metavar="A:B", help="the seats of the arms")
    asked.add_argument("--json", action="store_true", help="for another program")


def _add_report(kinds: Commands[Parser]) -> None:
    asked = word(kinds, "report", report)
    asked.add_argument("file", type=Path, metavar="EXTRACT", help="as the page of the trial gives it")
    asked.add_argument("--out", type=Path, required=True, metavar="FOLDER", help="where it is written")
    asked.add_argument("--language", choices=("da", "en"), default="da", help="of the page and the PDF: da")


def _of_rows(kinds: Commands[Parser], name: str, action: Action) -> Parser:
    asked = word(kinds, name, action)
    asked.add_argument("file", type=Path, metavar="FILE", help=OF_ROWS)
    _column(asked, "--person", "who the row is about; each may stand but once")
    asked.add_argument("--json", action="store_true", help="for another program")
    return asked


def _column(asked: Parser, option: str, sentence: str, *, required: bool = False) -> None:
    asked.add_argument(option, required=required, metavar="COLUMN", help=sentence)


def _columns(asked: Parser, option: str, sentence: str) -> None:
    asked.add_argument(option, nargs="+", action="extend", metavar="COLUMN", help=sentence)


def _arms(asked: Parser, *, required: bool = False) -> None:
    _column(asked, "--arm", "the arm of the person", required=required)
    asked.add_argument("--treated", required=required, metavar="VALUE", help="what --arm says of the treated")


def _at(asked: Parser) -> None:
    asked.add_argument("--at", nargs="+", action="extend", metavar="T", help="the shares at these times")


def _redraw(asked: Parser) -> None:
    _column(asked, "--block", "draw lots anew within these, as it was done: a randomisation test")
    _ratio(asked)
    asked.add_argument("--redraws", metavar="N", help="how often to draw anew: 100,000 times unless told")
    _random_seed(asked)


def _ratio(asked: Parser) -> None:
    asked.add_argument("--ratio", metavar="A:B", help="the seats of the treated and control: 1:1 unless told")


def _random_seed(asked: Parser) -> None:
    asked.add_argument("--random-seed", metavar="N", help="what chance begins from; the same gives the same")


def _plan(asked: Parser) -> None:
    asked.add_argument("--better", choices=("more", "less"), help="with the event; needed for a conclusion")
    asked.add_argument("--planned", metavar="X", help="the difference that the trial was planned to find")
    asked.add_argument("--margin", metavar="X", help="the smallest difference that matters")
    asked.add_argument("--secondary", action="store_true", help="it is not the primary outcome")
