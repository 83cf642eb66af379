"""What the compiler has to say about a source: codes with arguments, never sentences."""

from chevalet.diagnostics.codes import CODES, Severity
from chevalet.diagnostics.diagnostic import Diagnostic, Sink, diagnostic, nearest, suggest

__all__ = ["CODES", "Diagnostic", "Severity", "Sink", "diagnostic", "nearest", "suggest"]
