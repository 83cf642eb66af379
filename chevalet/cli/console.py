"""The two ways out, safe on any terminal: a closed pipe or an old code page never breaks a build."""

from __future__ import annotations

import os
import sys
from typing import TextIO

import click


class Console:
    """Writes to standard output and to standard error, in colours where there is a terminal that wants them."""

    __slots__ = ("colors", "is_terminal")

    def __init__(self) -> None:
        self.is_terminal = _is_terminal(sys.stdout)
        plain = bool(os.environ.get("NO_COLOR")) or os.environ.get("TERM") == "dumb"
        self.colors = self.is_terminal and _is_terminal(sys.stderr) and not plain

    def say(self, text: str, *, to_error: bool = False, color: str = "") -> None:
        """Write a line, in a colour that click knows."""
        shown = click.style(text, fg=color) if color and self.colors else text
        self.write(f"{shown}\n", to_error=to_error)

    def write(self, text: str, *, to_error: bool = False) -> None:
        """Write a text as it is; once nobody reads any more, it goes nowhere."""
        if not text:
            return
        try:
            click.echo(text, nl=False, err=to_error, color=self.colors)
        except OSError:
            _silence(sys.stderr if to_error else sys.stdout)


def bear_all_text() -> None:
    """Let both ways out show as `?` what their code page cannot write, before anything is said."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="replace")


def _is_terminal(stream: TextIO | None) -> bool:
    return stream is not None and not stream.closed and stream.isatty()


def _silence(stream: TextIO) -> None:
    """Turn a stream whose reader has gone to where all is welcome, so that closing it raises nothing either."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, stream.fileno())
    os.close(nowhere)
