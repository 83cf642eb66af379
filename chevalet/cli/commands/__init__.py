"""The commands, one module each; `make_command` gives the click command, its texts in the reader's language."""
