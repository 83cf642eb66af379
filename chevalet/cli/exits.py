"""The exit codes."""

BUILT = 0
ERRORS = 1
USAGE = 2
OUR_FAULT = 3
INTERRUPTED = 130
