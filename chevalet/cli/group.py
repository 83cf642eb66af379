"""The commands: each module is read only when its command is asked for."""

from __future__ import annotations

from importlib import import_module

import click

from chevalet.cli.language import OPTION
from chevalet.cli.options import language_option
from chevalet.cli.usage import refuse
from chevalet.locale import Catalogue

DEFAULT = "build"
COMMANDS = (DEFAULT, "check", "list", "explain", "accept", "new", "schema")


class Commands(click.Group):
    """The commands by name; without a name, `build` is meant."""

    def __init__(self, catalogue: Catalogue, version: str) -> None:
        shown = click.version_option(
            version, "--version", message="%(prog)s %(version)s", help=catalogue.text("option.version")
        )
        super().__init__(help=catalogue.text("help"), params=[language_option(catalogue)], no_args_is_help=False)
        shown(self)
        self.catalogue = catalogue

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 — click's own arguments
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002 — click's own arguments
        if cmd_name not in COMMANDS:
            return None
        command: click.Command = import_module(f"chevalet.cli.commands.{cmd_name}").make_command(self.catalogue)
        return command

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        if args[0] not in COMMANDS:
            raise refuse(self.catalogue, self.catalogue.text("usage.command"), args[0], COMMANDS, ctx)
        return super().resolve_command(ctx, args)

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        return super().parse_args(ctx, insert_default(args))


def insert_default(arguments: list[str]) -> list[str]:
    """Return the arguments with the default command put in where none is named."""
    position = 0
    while position < len(arguments) and arguments[position].partition("=")[0] == OPTION:
        position += 1 if "=" in arguments[position] else 2
    rest = arguments[position:]
    if rest and (rest[0] in ("--help", "--version") or not rest[0].startswith("-")):
        return arguments
    return [*arguments[:position], DEFAULT, *rest]
