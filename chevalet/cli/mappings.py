"""Read-only mappings, the one thing of the model that pickle does not know: importing this teaches it."""

from __future__ import annotations

import copyreg
from types import MappingProxyType


def _freeze(mapping: dict[object, object]) -> MappingProxyType[object, object]:
    return MappingProxyType(mapping)


copyreg.pickle(MappingProxyType, lambda mapping: (_freeze, (dict(mapping),)))
