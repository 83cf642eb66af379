#!/usr/bin/env python3
"""The command: `uv run build.py` compiles the course."""

import gc
import sys

# Whatever the environment asks: compiling every module again would take longer than the course.
sys.dont_write_bytecode = False
# What is read at the start stays until the end: looking for garbage in it finds none.
gc.disable()

try:
    from chevalet.cli import main
except KeyboardInterrupt:
    # Stopped before it could say anything: as at any other moment.
    sys.exit(130)

if __name__ == "__main__":
    main()
