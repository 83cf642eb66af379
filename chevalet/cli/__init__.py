"""The command line: arguments → pipeline → report → exit code."""

from chevalet.cli.run import main, run

__all__ = ["main", "run"]
