"""`python -m chevalet`, the same as `python build.py`."""

import gc
import sys

# What is read at the start stays until the end: looking for garbage in it finds none.
gc.disable()

try:
    from chevalet.cli import main
except KeyboardInterrupt:
    # Stopped before it could say anything: as at any other moment.
    sys.exit(130)

if __name__ == "__main__":
    main()
