#!/usr/bin/env python3
"""The command: `uv run build.py` compiles the course."""

import sys

# Whatever the environment asks: compiling every module again would take longer than the course.
sys.dont_write_bytecode = False

from chevalet.cli import main  # noqa: E402

if __name__ == "__main__":
    main()
