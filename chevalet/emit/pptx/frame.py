"""The frame that holds a table or a chart, in a placeholder when the layout has one for it."""

from __future__ import annotations

from chevalet.emit.pptx.page import Page
from chevalet.emit.pptx.placeholder import write_placeholder_mark
from chevalet.emit.pptx.shape import write_extent, write_identity
from chevalet.model.deck import PlacedChart, PlacedTable
from chevalet.model.theme import Layout
from chevalet.units import Box


def write_frame(item: PlacedTable | PlacedChart, box: Box, graphic: str, layout: Layout, page: Page) -> str:
    """Return a `p:graphicFrame` around the `a:graphicData` given; it always says where it stands."""
    mark = write_placeholder_mark(layout.placeholders.get(item.placeholder))
    return (
        f"<p:graphicFrame><p:nvGraphicFramePr>{write_identity(page, item.name, item.alt)}"
        f'<p:cNvGraphicFramePr><a:graphicFrameLocks noGrp="1"/></p:cNvGraphicFramePr>{mark}</p:nvGraphicFramePr>'
        f"<p:xfrm>{write_extent(box)}</p:xfrm><a:graphic>{graphic}</a:graphic></p:graphicFrame>"
    )
