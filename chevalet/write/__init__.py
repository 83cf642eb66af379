"""Write: artifacts → the output folder, where each region × edition is whole or stays as it was."""

from chevalet.write.folder import MakeIndex
from chevalet.write.outcome import Outcome, Status
from chevalet.write.publish import write

__all__ = ["MakeIndex", "Outcome", "Status", "write"]
