"""`python -m chevalet`, the same as `python build.py`."""

from chevalet.cli import main

if __name__ == "__main__":
    main()
