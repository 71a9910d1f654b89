"""What each line of a page is worth beside its neighbours: pages written as one letter a line."""

import pytest

from crisis_archive.cleaning.furniture.body import Kind, Line, look_at, looks, worths

FORMS = {
    "F": Line(Kind.FURNITURE, 0, 0, False),
    "L": Line(Kind.LABEL, 3, 0, False),
    "l": Line(Kind.LABEL, 1, 0, True),  # `Cold.`
    "B": Line(Kind.LABEL, 3, 0, False),  # a byline
    "P": Line(Kind.PIECE, 3, 0, False),
    "S": Line(Kind.SENTENCE, 12, 0, True),
    "s": Line(Kind.SENTENCE, 12, 0, False),  # a long line without a stop
    "T": Line(Kind.TEXT, 18, 0, True),
}


def worth(page: str, byline: str = "By Ruth Castell") -> list[float]:
    texts = [byline if form == "B" else f"line {number}" for number, form in enumerate(page)]
    found = worths(texts, [FORMS[form] for form in page], [False] * len(page))
    return [round(value, 6) for value in found]


@pytest.mark.parametrize(
    ("page", "values"),
    [
        ("L", [-0.8]),
        ("sL", [-0.4, 0]),  # the words of a link inside a sentence
        ("SL", [0.3, -0.8]),
        ("PL", [-0.4, -0.8]),
        # Long lines without a stop: headlines in a row, unless a sentence or a piece of one stands beside.
        ("ss", [-0.4, -0.4]),
        ("LsL", [-0.8, -0.4, 0]),
        ("SsL", [1, 1, 0]),
        ("LsS", [-0.8, 1, 1]),
        ("PsL", [0.1, 1, 0]),
        ("LsP", [-0.8, 1, 0.1]),
        ("SLsLS", [0.3, -0.8, -0.4, 0, 0.3]),
        # Pieces belong to a sentence at most one line away.
        ("SPS", [1, 0.1, 1]),
        ("SLP", [0.3, -0.8, 0.1]),
        ("PLS", [0.1, -0.8, 0.3]),
        ("SLLP", [0.3, -0.8, -0.8, -0.4]),
        ("PLLS", [-0.4, -0.8, -0.8, 0.3]),
        # A sentence alone is the blurb of a teaser.
        ("S", [0.3]),
        ("SS", [1, 1]),
        ("LSP", [-0.8, 1, 0.1]),
        ("SLSL", [0.3, -0.8, 0.3, -0.8]),
        # Several sentences are one only where headlines and texts take turns for long.
        ("T", [2]),
        ("LTLT", [-0.8, 2, -0.8, 2]),
        ("LTLTL", [-0.8, 0.6, -0.8, 0.6, -0.8]),
        ("lTlTl", [-0.8, 0.6, -0.8, 0.6, -0.8]),
        ("LTLSL", [-0.8, 0.6, -0.8, 0.3, -0.8]),
        ("LTLsL", [-0.8, 2, -0.8, -0.4, 0]),
        ("LTLTT", [-0.8, 2, -0.8, 2, 2]),
        ("TLTLTT", [0.6, -0.8, 2, -0.8, 2, 2]),
        ("LLTLTLTLT", [-0.8, -0.8, 2, -0.8, 2, -0.8, 0.6, -0.8, 0.6]),
        ("TLTLTLTLL", [0.6, -0.8, 0.6, -0.8, 2, -0.8, 2, -0.8, -0.8]),
    ],
)
def test_a_line_among_its_neighbours(page: str, values: list[float]) -> None:
    assert worth(page) == values


@pytest.mark.parametrize(
    ("page", "value"),
    [
        ("FS", 0.3),
        ("FSF", 0.3),
        ("FSFS", 0.3),
        ("LFSF", 0.3),
        ("PFSF", 0.3),
        ("SLFSF", 0.3),
        ("SLSF", 0.3),
        ("SFSF", 1),  # so articles are cut up by advertisements
        ("TFSF", 1),
        ("LSFSF", 1),
    ],
)
def test_a_sentence_between_buttons_is_the_articles_where_text_stands_above(page: str, value: float) -> None:
    at = page.index("FS") + 1 if "FS" in page else page.rindex("S")
    assert worth(page)[at] == value


def test_buttons_cost_more_in_a_whole_page() -> None:
    assert [worth("F" * lines)[0] for lines in (1, 30, 40, 41)] == [-0.05, -1.5, -2, -2]


@pytest.mark.parametrize(
    ("page", "signed"),
    [
        ("BSS", 1),
        ("BTT", 1),
        ("BLSS", 2),
        ("BLLLLSS", 5),
        ("BLLLLLSS", -1),  # too far
        ("BS", -1),
        ("BSL", -1),
        ("BSP", -1),
        ("BsSS", -1),
        ("LSS", -1),
    ],
)
def test_the_first_of_two_sentences_near_a_byline_is_surely_text(page: str, signed: int) -> None:
    plain = worth(page, byline="line")
    assert worth(page) == [value + 4 * (number == signed) for number, value in enumerate(plain)]


@pytest.mark.parametrize(("length", "signed"), [(139, True), (140, False)])
def test_a_line_that_says_when_is_short(length: int, signed: bool) -> None:
    byline = "Published January 5, 1998".ljust(length, ".")
    assert worth("BSS", byline)[1] == 1 + 4 * signed


def test_words_of_a_site_weigh_less_in_a_long_text() -> None:
    for count, cost in ((39, 1.5), (40, 0.7)):
        for likely in (1, 2):
            line = Line(Kind.TEXT, count, likely, True)
            assert worths(["line"], [line], [False]) == [count / 9 - likely * cost]


def test_more_than_sixty_words_are_worth_no_more() -> None:
    found = [worths(["line"], [Line(Kind.TEXT, count, 0, True)], [False]) for count in (59, 60, 61)]
    assert found == [[59 / 9], [60 / 9], [60 / 9]]


# --- a headline and its text in one line ---

GLUED = "Roads open againThe ministry said so on Tuesday. It is warm."
NAMED = "Roads open againMinistry said so on Tuesday. It is warm."  # so may a name be written
PLAIN = "Roads open again. Ministers said so there on Tuesday. It is warm."
FULL = round(12 / 9, 6)


def values_of(*texts: str) -> list[float]:
    found = worths(texts, looks(texts, [False] * len(texts)), [False] * len(texts))
    return [round(value, 6) for value in found]


def test_one_glued_line_is_worth_less_and_two_nothing() -> None:
    text = round(11 / 9 * 0.3, 6)
    assert values_of(PLAIN, GLUED, PLAIN) == [FULL, text, FULL]
    assert values_of(GLUED, PLAIN, GLUED) == [text, FULL, text]
    assert values_of(PLAIN, GLUED, GLUED, PLAIN) == [FULL, -0.4, -0.4, FULL]
    assert values_of(GLUED, PLAIN, PLAIN, PLAIN) == [text, FULL, FULL, FULL]


def test_a_capital_inside_a_word_says_so_beside_its_like_only() -> None:
    name = round(10 / 9, 6)
    assert values_of(NAMED, PLAIN) == [name, FULL]
    assert values_of(PLAIN, NAMED) == [FULL, name]
    assert values_of(PLAIN, NAMED, PLAIN, NAMED) == [FULL, name, FULL, name]
    assert values_of(NAMED, NAMED) == [-0.4, -0.4]


def test_only_the_beginning_of_a_line_can_be_a_headline() -> None:
    for length, found in ((139, 0.3), (140, 1)):
        line = "x" * length + GLUED
        assert values_of(line, PLAIN)[0] == round(11 / 9 * found, 6)


def test_a_blurb_that_stands_twice_with_its_headline_is_no_text() -> None:
    headline, other = "Roads open again", "Ferries sail"
    page = [PLAIN, headline, PLAIN.replace("warm", "cold"), other, "Weather"]
    again = [PLAIN, headline, PLAIN.replace("warm", "cold"), other, "It is cold there, he said to us."]
    assert values_of(*page, *again)[2] == values_of(*page, *again)[7] == -0.4
    assert values_of(*page)[2] == FULL
    assert values_of(*page, headline)[2] == values_of(*page, other, page[2])[2] == FULL
    assert values_of(*page, *again, *again)[2] == FULL  # what stands so often is another thing
    twice = [PLAIN, PLAIN.replace("warm", "cold")] * 2
    assert values_of(*twice) == [FULL] * 4  # a text that stands twice is the author's
    assert values_of(headline, PLAIN, headline, PLAIN)[1] == -0.4


# --- the form of a line ---


@pytest.mark.parametrize(
    ("line", "kind", "words"),
    [
        ("\u6c34" * 40 + "\u3002", Kind.SENTENCE, 21),
        ("\u6c34" * 41 + "\u3002", Kind.TEXT, 21),
        ("\u6c34" * 9 + "\u3002", Kind.PIECE, 5),
        ("Very cold.", Kind.PIECE, 2),
    ],
)
def test_words_of_a_script_without_spaces(line: str, kind: Kind, words: int) -> None:
    found = look_at(line, "")
    assert (found.kind, found.words) == (kind, words)


def test_a_line_is_looked_at_beside_the_one_above() -> None:
    lines = ["Northport Herald", "told the press,", "Southport", "Ferries"]
    kinds = [line.kind for line in looks(lines, [False] * 4)]
    assert kinds == [Kind.LABEL, Kind.PIECE, Kind.PIECE, Kind.LABEL]
    assert looks(["told the press,", "Southport", "x,"], [False] * 3)[0] == look_at("told the press,", "")
    assert [line.kind for line in looks(["Home", "Ferries"], [True, False])] == [Kind.FURNITURE, Kind.LABEL]
    assert looks(["Northport", "the press,"], [False] * 2)[0].kind is Kind.LABEL
