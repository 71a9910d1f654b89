"""At which width lines were broken, how many of them show it, and which of them go on."""

import pytest

from tests.cleaning.one_rule import drafted


def after(*lines: str, known: tuple[str, ...] = ()) -> str:
    return drafted("wrapping", "\n".join(lines), known).text


def line(length: int, start: str = "The road ", end: str = "x") -> str:
    """A line of two words and a long one."""
    return start.ljust(length - 1, "x") + end


def broken(*lines: str) -> bool:
    """Whether all the lines are joined, or none."""
    found = after(*lines)
    assert found in (" ".join(lines), "\n".join(lines))
    return found == " ".join(lines)


@pytest.mark.parametrize(("width", "found"), [(39, False), (40, True), (100, True), (101, False)])
def test_lines_are_broken_at_40_to_100_characters(width: int, found: bool) -> None:
    assert broken(*[line(width)] * 6) is found


def test_white_space_at_its_end_makes_no_line_wide() -> None:
    assert after(*[line(100) + "   "] * 6) == " ".join([line(100)] * 6) + "   "


def test_four_lines_that_go_on_show_a_width() -> None:
    assert not broken(*[line(60)] * 4)
    assert broken(*[line(60)] * 5)


def test_without_blank_lines_few_lines_that_go_on_show_nothing() -> None:
    lines = [line(60), line(60, "x road ", end="."), line(60), line(60, end="."), "The end"]
    assert not broken(*lines)
    assert not broken(line(60), line(60, "x road "), line(60, end="."), line(60, end="."), "The end")


def test_where_blank_lines_part_the_paragraphs_one_is_enough() -> None:
    first, second = line(60, end="r"), "x again, he said."
    assert after(first, second, "", "Nobody was hurt.", "") == f"{first} {second}\n\nNobody was hurt.\n"
    three = "\n".join([first, second, "", "Nobody was hurt."])  # line ends are too few
    assert after(three) == three
    # Where a line that goes on begins with a capital, or a shorter one stands among them, it may be verse.
    for lines in (
        [first, "X again, he said.", "", "Nobody was hurt.", ""],
        [first, second, "", line(43), "x again", "", "Nobody was hurt."],
    ):
        assert after(*lines) == "\n".join(lines)
    shorter = [first, second, "", line(44), "x again", "", "Nobody was hurt."]
    assert after(*shorter) == "\n".join(
        [f"{first} {second}", "", f"{shorter[3]} x again", "", "Nobody was hurt."]
    )


def test_six_lines_of_ten_are_full() -> None:
    full, short = line(60, end="r"), "The bridge"
    assert after(*[full] * 6, *[short] * 5).startswith(f"{full} {full} {full} {full} {full} {full} ")
    lines = [*[full] * 6, *[short] * 6]
    assert after(*lines) == "\n".join(lines)


def test_half_of_the_full_lines_end_inside_a_sentence() -> None:
    inside, ended = line(60), line(60, end=".")
    assert broken(*[inside] * 5, *[ended] * 5, "The end")
    assert not broken(*[inside] * 4, *[ended] * 6, "The end")
    assert not broken(*[inside] * 5, *[line(60, end=":")] * 6, "The end")


def wrapped(above: str, below: str) -> bool:
    """Whether two lines are joined in a text that was broken at 60 characters."""
    text = [line(60)] * 6
    found = after(*text, "", above, below)
    assert found in (f"{' '.join(text)}\n\n{above} {below}", f"{' '.join(text)}\n\n{above}\n{below}")
    return found.endswith(f"{above} {below}")


@pytest.mark.parametrize(
    ("above", "below", "found"),
    [
        (line(56, end="."), "Then it", True),
        (line(55, end="."), "Then it", False),
        (line(57, end="."), "The road", True),
        (line(56, end="."), "The road", False),
        (line(20, end="."), "and it was", True),  # begins small
        (line(20, end="."), "And it was", False),
        (line(45), "The road", True),  # nearly full, and ends inside a sentence
        (line(44), "The road", False),
        (line(45, end="."), "The road", False),
        (line(45, end=":"), "The road", False),
    ],
)
def test_a_line_goes_on_where_the_next_word_did_not_fit(above: str, below: str, found: bool) -> None:
    assert wrapped(above, below) is found


def test_an_indented_line_begins_a_paragraph() -> None:
    text = [line(60)] * 6
    joined = " ".join(text)
    assert after(*text, "  " + line(60), line(60)) == f"{joined}\n  {line(60)} {line(60)}"
    assert after(*text, " " + line(60), line(60)) == f"{joined} {line(60)} {line(60)}"
    assert after(*["  " + each for each in text]) == "  " + joined


def test_a_word_that_a_lines_end_cut() -> None:
    text = [line(60)] * 5
    joined = " ".join(text)
    for above, below, known, whole in (
        ("the inter-", "national", ("international",), "the international"),
        ("the inter-", "national", (), "the inter-national"),
        ("the inter-", "Nations", (), "the inter- Nations"),
        ("the Inter-", "national", ("international",), "the International"),
        ("from 2-", "national", (), "from 2- national"),
        ("the x-", "national", (), "the x- national"),  # one letter is no half of a word
        ("the well-known inter-", "national", ("international",), "the well-known international"),
    ):
        cut = above.rjust(60, "x")
        expected = f"{joined} {whole.rjust(len(whole) + 60 - len(above), 'x')} road"
        assert after(*text, cut, f"{below} road", known=known) == expected
