"""The options that several commands share."""

from __future__ import annotations

from collections.abc import Iterable

import click

from chevalet.cli.language import OPTION
from chevalet.cli.usage import Name, Names
from chevalet.locale import LANGUAGES, Catalogue
from chevalet.plan.defaults import ALL, EDITIONS, PRIVATE_EDITIONS
from chevalet.plan.outputs import FORMATS

FORMS = ("text", "short", "github", "json")


def common_options(say: Catalogue) -> list[click.Parameter]:
    """Return the options of every command: where the project is, which language is spoken."""
    return [
        click.Option(
            ["--root"], metavar="DIR", type=click.Path(exists=True, file_okay=False), help=say.text("option.root")
        ),
        language_option(say),
    ]


def language_option(say: Catalogue) -> click.Option:
    """Return the option that chooses the language; it has been obeyed before any option is read."""
    return click.Option([OPTION], type=click.Choice(LANGUAGES), expose_value=False, help=say.text("option.lang"))


def report_options(say: Catalogue) -> list[click.Parameter]:
    """Return the options of the commands that have diagnostics to show."""
    return [
        click.Option(["--strict", "is_strict"], is_flag=True, help=say.text("option.strict")),
        click.Option(["--deny", "denied"], metavar="CODE", multiple=True, help=say.text("option.deny")),
        click.Option(
            ["--message-format", "form"],
            metavar="|".join(FORMS),
            type=Name(say, "--message-format", FORMS),
            default=FORMS[0],
            help=say.text("option.form"),
        ),
        click.Option(["--jobs"], metavar="N", type=click.IntRange(1, 64), help=say.text("option.jobs")),
        click.Option(["--quiet"], is_flag=True, help=say.text("option.quiet")),
    ]


def target_options(say: Catalogue) -> list[click.Parameter]:
    """Return the options that choose what is made; those without known names are checked once the course is read."""
    return [
        _names(say, "--region", ()),
        _names(say, "--edition", (*EDITIONS, *PRIVATE_EDITIONS)),
        _names(say, "--workshop", ()),
        _names(say, "--session", ()),
        _names(say, "--language", ()),
        _names(say, "--format", FORMATS),
        regions_option(say),
    ]


def regions_option(say: Catalogue) -> click.Option:
    """Return the option that says where the regions are."""
    folder = click.Path(exists=True, file_okay=False)
    return click.Option(["--regions", "regions_folder"], metavar="DIR", type=folder, help=say.text("option.regions"))


def split_names(given: Iterable[str]) -> tuple[str, ...]:
    """Return the names of an option, given several times or parted by commas."""
    return tuple(name for value in given for name in value.split(",") if name)


def _names(say: Catalogue, option: str, known: tuple[str, ...]) -> click.Option:
    kind = Names(say, option, (*known, ALL)) if known else click.STRING
    choice = "|".join((*known, ALL)) if known else "ID"
    text = say.text(f"option.{option[2:]}")
    return click.Option([option, f"{option[2:]}s"], metavar=choice, type=kind, multiple=True, help=text)
