#!/usr/bin/env python3
"""The command: `uv run build.py` compiles the course."""

from chevalet.cli import main

if __name__ == "__main__":
    main()
