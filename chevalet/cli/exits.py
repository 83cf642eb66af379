"""The exit codes."""

BUILT = 0
ERRORS = 1
USAGE = 2
OUR_FAULT = 3
# By Ctrl-C; another signal that asks to end gives 128 and its number too.
INTERRUPTED = 130
