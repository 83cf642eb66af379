"""Plan: which files a build makes, of which sources, and what its diagnostics decide.

Nothing is imported here: the command line reads `defaults` alone, before every `--help`.
"""
