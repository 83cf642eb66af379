"""Chevalet compiles a course written in Markdown and YAML into what a trainer brings to the room."""

__version__ = "0.1.0"
