"""Lines on two logarithmic axes as a small SVG file: no library, the same figures give the same bytes."""

from collections.abc import Mapping, Sequence
from html import escape
from math import ceil, floor, log10
from typing import Final

WIDTH, HEIGHT, LEFT, TOP, RIGHT, BOTTOM = 720, 420, 60, 20, 230, 50
COLOURS: Final = ("#1b5e8c", "#b3541e", "#3d7a3a", "#7a3d78", "#8a6d00", "#555555", "#a02c2c", "#2c8a8a")


def plot(lines: Mapping[str, Sequence[tuple[float, float]]], across: str, up: str) -> str:
    """The lines by their names; each point is a pair of positive figures."""
    points = [point for line in lines.values() for point in line]
    xs, ys = [x for x, _ in points], [y for _, y in points]
    first, last = log10(min(xs)), max(log10(max(xs)), log10(min(xs)) + 0.01)
    low, high = floor(log10(min(ys))), max(ceil(log10(max(ys))), floor(log10(min(ys))) + 1)
    right, bottom = WIDTH - RIGHT, HEIGHT - BOTTOM

    def at(x: float, y: float) -> tuple[float, float]:
        over = LEFT + (log10(x) - first) / (last - first) * (right - LEFT)
        return round(over, 1), round(bottom - (log10(y) - low) / (high - low) * (bottom - TOP), 1)

    drawn = [f'<rect width="{WIDTH}" height="{HEIGHT}" fill="#ffffff"/>']
    for power in range(low, high + 1):
        y = at(min(xs), 10.0**power)[1]
        drawn.append(f'<path d="M{LEFT} {y}H{right}" stroke="#dddddd"/>')
        drawn.append(_text(LEFT - 6, y + 4, f"{10.0**power:g}", "end"))
    for x in sorted(set(xs)):
        drawn.append(_text(at(x, 10.0**low)[0], bottom + 18, f"{x:,.0f}", "middle"))
    drawn.append(_text((LEFT + right) / 2, HEIGHT - 10, across, "middle"))
    drawn.append(_text(LEFT, TOP - 6, up, "middle"))
    for number, (name, line) in enumerate(lines.items()):
        colour = COLOURS[number % len(COLOURS)]
        places = [at(x, y) for x, y in sorted(line)]
        path = " ".join(f"{x},{y}" for x, y in places)
        drawn.append(f'<polyline points="{path}" fill="none" stroke="{colour}" stroke-width="2"/>')
        drawn += [f'<circle cx="{x}" cy="{y}" r="3" fill="{colour}"/>' for x, y in places]
        height = TOP + 14 + 20 * number
        drawn.append(f'<path d="M{right + 14} {height - 4}h16" stroke="{colour}" stroke-width="3"/>')
        drawn.append(_text(right + 36, height, name, "start"))
    style = 'font-family="sans-serif" font-size="12" fill="#222222"'
    view = f'xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}" role="img"'
    title = f"<title>{escape(up)} by {escape(across)}</title>"
    return "\n".join([f"<svg {view} {style}>{title}", *drawn, "</svg>", ""])


def _text(x: float, y: float, words: str, anchor: str) -> str:
    return f'<text x="{x:g}" y="{y:g}" text-anchor="{anchor}">{escape(words)}</text>'
