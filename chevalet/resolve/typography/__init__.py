"""Typography: presets of a language or a medium, and the engine that applies them."""

from chevalet.resolve.typography.engine import examine
from chevalet.resolve.typography.english import EN_CA
from chevalet.resolve.typography.french import FR_CA, FR_FR, SOCIAL
from chevalet.resolve.typography.inlines import examine_inlines
from chevalet.resolve.typography.rule import Finding, Preset

__all__ = ["EN_CA", "FR_CA", "FR_FR", "SOCIAL", "Finding", "Preset", "examine", "examine_inlines"]
