"""How long and how often something must stand before its repetition goes."""

import pytest

from tests.cleaning.one_rule import drafted

HEADLINE = "Roads in the north open again"
TEXT = "The ministry said so on Tuesday, and that lorries could pass the bridge."


def after(*lines: str, title: str | None = None) -> list[str]:
    return drafted("repeats", "\n".join(lines), title=title).text.split("\n")


def sentence(length: int, start: str = "It was so and ") -> str:
    return start.ljust(length - 1, "x") + "."


# --- runs of lines ---


def goes(*run: str, between: tuple[str, ...] = ("Between them",), times: int = 2) -> bool:
    """Whether of a run that stands several times only the first stays; nothing else may happen."""
    lines = ["Herald", *run, *between, *run] + ["And again", *run] * (times - 2)
    found = after(*lines)
    alone = ["Herald", *run, *between] + ["And again"] * (times - 2)
    assert found in (lines, alone)
    return found == alone


@pytest.mark.parametrize(("length", "found"), [(159, False), (160, True)])
def test_a_run_has_160_characters(length: int, found: bool) -> None:
    assert goes(sentence(80), sentence(length - 80, "And it rained ")) is found


@pytest.mark.parametrize(("length", "found"), [(59, False), (60, True)])
def test_a_run_holds_a_sentence_of_60_characters(length: int, found: bool) -> None:
    labels = ["Northport " + "x" * 49, "Southport " + "x" * 49]
    assert goes(*labels, sentence(length)) is found
    assert not goes(*labels, sentence(60)[:-1])


def test_two_lines_stand_twice_and_three_as_often_as_they_like() -> None:
    two = (sentence(90), sentence(90, "And it rained "))
    assert goes(*two)
    assert not goes(*two, times=3)
    assert goes(*two, "Nobody was hurt.", times=3)


def test_a_run_is_as_long_as_its_lines_are_the_same() -> None:
    one, two, three = sentence(90), sentence(90, "And it rained "), sentence(90, "Nobody was hurt ")
    assert after(one, two, "Between", one, two, three) == [one, two, "Between", three]
    assert after(one, two, "Between", one, two) == [one, two, "Between"]
    assert after(one, two, one, two, three) == [one, two, three]
    assert after(one, two, one, three) == [one, two, one, three]
    assert after(one, two, one, two, one, two) == [one, two] * 3  # two lines three times, not four once


def test_a_line_alone_has_140_characters_and_stands_twice() -> None:
    assert goes(sentence(140))
    assert not goes(sentence(139))
    assert not goes(sentence(140), times=3)
    assert after("A", "A", TEXT) == ["A", "A", TEXT]
    assert after("No", "no.", "No", TEXT) == ["No", TEXT]


def test_what_holds_no_word_is_no_repetition() -> None:
    for line in ("*" * 150, "- " * 80 + "-"):
        assert after(TEXT, line, "Between", line) == [TEXT, line, "Between", line]


def test_the_first_line_again_as_the_third_is_the_headline() -> None:
    assert after(HEADLINE, "By Ruth Castell", HEADLINE, TEXT) == [HEADLINE, "By Ruth Castell", TEXT]
    assert after(HEADLINE, "x" * 59, HEADLINE, TEXT) == [HEADLINE, "x" * 59, TEXT]
    for lines in (
        [HEADLINE, "x" * 60, HEADLINE, TEXT],
        [HEADLINE, "It is so.", HEADLINE, TEXT],
        [HEADLINE, "By Ruth", "Castell", HEADLINE, TEXT],
        ["Herald", HEADLINE, "By Ruth", HEADLINE, TEXT],
    ):
        assert after(*lines) == lines


# --- the page's title ---


def test_the_title_goes_from_the_first_three_lines() -> None:
    for number, found in ((0, True), (2, True), (3, False)):
        lines = ["Herald", "Monday", "Ruth Castell", TEXT]
        lines.insert(number, HEADLINE)
        kept = [line for line in lines if line != HEADLINE]
        assert after(*lines, title=HEADLINE) == (kept if found else lines)
    assert after(HEADLINE, title=HEADLINE) == [HEADLINE]  # nothing would be left
    assert after(HEADLINE, HEADLINE.upper(), title=HEADLINE) == [HEADLINE, HEADLINE.upper()]
    assert after("Herald", TEXT, title="  ") == ["Herald", TEXT]


@pytest.mark.parametrize(
    ("line", "title", "found"),
    [
        ("Roads in the north", "Roads in the north open now", True),
        ("Roads in Northport", "Roads in Northport open", False),  # three words
        ("Open roads in the north", "Roads in the north open now", False),
        ("Roads in the norther", "Roads in the norther " + "x" * 10, True),
        ("Roads in the norther", "Roads in the norther " + "x" * 11, False),
        ("Roads in the norther " + "x" * 10, "Roads in the norther", True),
        ("Roads in the norther " + "x" * 11, "Roads in the norther", False),
    ],
)
def test_a_title_may_have_the_name_of_the_site(line: str, title: str, found: bool) -> None:
    assert after(line, TEXT, title=title) == ([TEXT] if found else [line, TEXT])


# --- a line that says all of it twice ---


def doubled(half: str, between: str = " ") -> bool:
    line = f"{half}{between}{half}"
    found = after(HEADLINE, line)
    assert found in ([HEADLINE, line], [HEADLINE, half])
    return found == [HEADLINE, half]


def test_a_line_that_stands_twice_in_its_line_has_140_characters() -> None:
    assert doubled(sentence(140))
    assert doubled(sentence(200))
    assert not doubled(sentence(139))
    assert not doubled(sentence(140), between="")
    assert doubled(sentence(141), between="")
    one, other = sentence(150), sentence(150, "And it rained ")
    assert after(HEADLINE, f"{one} {other}") == [HEADLINE, f"{one} {other}"]
    assert after(f"{one} {one}") == [one]


def headline(half: str, between: str = " ", end: str = "") -> bool:
    line = f"{half}{between}{half}{end}"
    found = after(line, TEXT)
    assert found in ([line, TEXT], [half, TEXT])
    return found == [half, TEXT]


@pytest.mark.parametrize(
    ("half", "found"),
    [
        ("Roads in their zoo", False),  # fifteen letters
        ("Roads in their town", True),
        ("International ministers resign", False),  # three words
        (" ".join(["abc"] * 60), True),  # 180 letters
        (" ".join(["abc"] * 59) + " abcd", False),
    ],
)
def test_how_long_a_headline_is_that_stands_twice(half: str, found: bool) -> None:
    assert headline(half) is found


def test_a_line_of_more_than_480_characters_is_no_headline() -> None:
    half = " ".join(["abc"] * 60)
    for between, found in ((" ", True), ("| ", True), (" | ", False)):
        assert headline(half, between) is found


@pytest.mark.parametrize(
    ("between", "end", "found"),
    [
        (" \N{RIGHT-POINTING DOUBLE ANGLE QUOTATION MARK} ", "", True),
        (": ", "", True),
        (", ", "", False),
        ("? ", "", False),
        ("! ", "!", False),
        (". ", ".", False),
        (" 2 ", "", False),
    ],
)
def test_what_may_part_the_two(between: str, end: str, found: bool) -> None:
    assert headline(HEADLINE, between, end) is found


def test_of_the_two_the_one_with_its_spaces_stays() -> None:
    assert after("Roads inthe north openagain " + HEADLINE, TEXT) == [HEADLINE, TEXT]
    assert after(HEADLINE + " Roads inthe north openagain", TEXT) == [HEADLINE, TEXT]
    assert after(HEADLINE + " " + HEADLINE.upper(), TEXT) == [HEADLINE, TEXT]
    assert after(f"{HEADLINE} {HEADLINE}") == [f"{HEADLINE} {HEADLINE}"]  # the only line is no headline
    assert after(TEXT, f"{HEADLINE} {HEADLINE}") == [TEXT, f"{HEADLINE} {HEADLINE}"]


# --- a line that ends with the same twice, a headline twice before its text ---


@pytest.mark.parametrize(
    ("length", "start", "found"),
    [(140, "It was so and ", True), (139, "It was so and ", False), (140, "it was so and ", False)],
)
def test_the_second_of_two_like_parts_at_a_lines_end_goes(length: int, start: str, found: bool) -> None:
    part = sentence(length, start)
    for before, between in (("Nobody was hurt. ", " "), ("Nobody was hurt. ", "")):
        line = f"{before}{part}{between}{part}"
        assert after(HEADLINE, line) == [HEADLINE, f"{before}{part}" if found else line]


def test_parts_that_differ_stay() -> None:
    one, other = sentence(150), sentence(150, "And it rained ")
    for line in (f"Nobody. {one} {other}", f"Nobody. {one} {other} {one}"):
        assert after(HEADLINE, line) == [HEADLINE, line]


def parted(half: str, text: str = TEXT, between: str = " ") -> bool:
    line = f"{half} {half}{between}{text}"
    found = after(line)
    assert found in ([line], [half, f"{half}{between}{text}"])
    return len(found) == 2


@pytest.mark.parametrize(
    ("half", "found"),
    [
        (HEADLINE, True),
        ("Roads in Northport", False),
        ("Roads in the north", True),
        (" ".join(["Roads", *(f"in{number}" for number in range(10, 29))]), True),
        (" ".join(["Roads", *(f"in{number}" for number in range(10, 30))]), False),
        (f"{HEADLINE}.", False),
        ("Roads in the " + "n" * 450, True),
        ("Roads in the " + "n" * 451, False),
    ],
)
def test_a_headline_that_stands_twice_before_its_text(half: str, found: bool) -> None:
    assert parted(half, f"{TEXT} {sentence(600)}") is found


def test_the_text_behind_it_is_longer_and_begins_with_a_capital() -> None:
    assert parted(HEADLINE, sentence(len(HEADLINE) + 1, "It "))
    assert not parted(HEADLINE, sentence(len(HEADLINE), "It "))
    assert not parted(HEADLINE, "and that lorries could pass the bridge, they said.")
    assert parted(HEADLINE, between=" - ")
    line = f"{HEADLINE} Roads in the north closed again. {TEXT}"
    assert after(line) == [line]


def test_a_headline_in_capitals_has_180_letters_too() -> None:
    for half, found in (("abcdefghi " * 19 + "abcdefghi", True), ("abcdefghi " * 19 + "abcdefghij", False)):
        line = f"{half} {half.upper()}"
        assert after(line, TEXT) == ([half, TEXT] if found else [line, TEXT])
