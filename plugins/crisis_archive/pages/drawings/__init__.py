"""Pictures drawn with the page's own ink, as inline SVG: no script, no style, a text equal beside each."""

from crisis_archive.pages.drawings.arcs import Tie, arc_drawing
from crisis_archive.pages.drawings.bars import bar_drawing
from crisis_archive.pages.drawings.maps import Spot, map_drawing
from crisis_archive.pages.drawings.svg import WIDTH, Drawing
from crisis_archive.pages.drawings.timeline import timeline_drawing

__all__ = [
    "WIDTH",
    "Drawing",
    "Spot",
    "Tie",
    "arc_drawing",
    "bar_drawing",
    "map_drawing",
    "timeline_drawing",
]
