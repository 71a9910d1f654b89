"""The plot of `invoke bench`: a drawing that any browser reads, the same for the same figures."""

from xml.etree import ElementTree

from bench.plot import plot

LINES = {"first build": [(500, 20.0), (2000, 81.5)], "ours & <theirs>": [(2000, 0.4), (500, 0.2)]}
SVG = "{http://www.w3.org/2000/svg}"


def test_every_line_is_drawn_from_left_to_right_and_named() -> None:
    drawing = ElementTree.fromstring(plot(LINES, "documents", "CPU seconds"))
    lines = [each.attrib["points"].split() for each in drawing.iter(f"{SVG}polyline")]
    assert [len(points) for points in lines] == [2, 2]
    for points in lines:
        (left, low), (right, high) = (map(float, point.split(",")) for point in points)
        assert left < right
        assert high < low  # more takes longer, and is drawn higher up
    words = {text.text for text in drawing.iter(f"{SVG}text")}
    assert {"first build", "ours & <theirs>", "documents", "CPU seconds", "500", "2,000"} <= words


def test_one_size_alone_can_be_drawn() -> None:
    assert "<circle" in plot({"a build": [(10, 1.0)]}, "documents", "seconds")


def test_the_same_figures_give_the_same_drawing() -> None:
    assert plot(LINES, "a", "b") == plot(dict(LINES), "a", "b")
