"""The running text of a page: the form of a line, what speaks for it, where the text begins and ends."""

from collections.abc import Sequence

import pytest

from crisis_archive.cleaning.furniture.body import Kind, body_of, look_at, looks, worths
from crisis_archive.cleaning.furniture.sentences import sure_lines

SENTENCE = "The ministry said that the roads to the north were open again."
TEXT = "The river rose on Monday. Lorries had been waiting there for a week."
HEADLINE = "Roads in the north open again"


@pytest.mark.parametrize(
    ("line", "above", "kind", "ends"),
    [
        (HEADLINE, "", Kind.LABEL, False),
        ("Sport", "", Kind.LABEL, False),
        ("Ruth Castell, mayor", "", Kind.LABEL, False),
        ("which had been closed", "", Kind.PIECE, False),  # begins small: a link cut it out
        (", he said", "", Kind.PIECE, False),
        ("Northport Herald", "according to the,", Kind.PIECE, False),  # the line above goes on
        ("Northport Herald", "according to the", Kind.LABEL, False),
        ("It was cold.", "", Kind.PIECE, True),
        ("Cold.", "", Kind.LABEL, True),  # one word is no sentence
        ("It was cold in the valley.", "", Kind.SENTENCE, True),  # six words with a stop
        ("It was cold in the valley", "", Kind.LABEL, False),
        ("One two three four five six seven eight nine ten eleven twelve thirteen", "", Kind.LABEL, False),
        (
            "One two three four five six seven eight nine ten eleven twelve thirteen more",
            "",
            Kind.SENTENCE,
            False,
        ),
        (SENTENCE, "", Kind.SENTENCE, True),
        (TEXT, "", Kind.TEXT, True),
        ("\u201cWe lost it.\u201d She left the house that night.", "", Kind.TEXT, True),
        ("\u6c34" * 82 + "\u3002", "", Kind.TEXT, True),  # written without spaces
        ("\u6c34" * 12 + "\u3002", "", Kind.SENTENCE, True),
    ],
)
def test_the_form_of_a_line(line: str, above: str, kind: Kind, ends: bool) -> None:
    found = look_at(line, above)
    assert (found.kind, found.ends) == (kind, ends)


def test_words_are_counted_and_those_of_a_site_too() -> None:
    found = look_at("You have our newsletter and your account with us every Monday.", "")
    assert (found.words, found.likely) == (11, 2)


def worth_of(*texts: str, repeated: tuple[int, ...] = ()) -> list[float]:
    forms = looks(texts, sure_lines(texts))
    return worths(texts, forms, [number in repeated for number in range(len(texts))])


def test_texts_speak_for_themselves_and_labels_against() -> None:
    form, label, sentence, text = worth_of("Share this article", HEADLINE, SENTENCE, TEXT)
    assert max(form, label) < 0 < sentence < text


def test_a_longer_text_is_worth_more_up_to_a_bound() -> None:
    short, long, longer, longest = (
        worth_of(TEXT, f"{words}The road is open. Nobody was hurt there at all.", TEXT)[1]
        for words in ("", "It rained. " * 8, "It rained. " * 40, "It rained. " * 90)
    )
    assert short < long < longer == longest


def test_a_label_after_a_line_that_goes_on_is_a_link_in_it() -> None:
    goes_on = "The ministry of the north said in a long letter that was published by the"
    assert worth_of(goes_on, "Northport Herald", TEXT)[1] == 0
    assert worth_of(SENTENCE, "Northport Herald", TEXT)[1] < 0
    assert worth_of("Sport", "Northport Herald", TEXT)[1] < 0
    assert worth_of("Northport Herald", TEXT)[0] < 0


def test_headlines_in_a_row_speak_against_themselves() -> None:
    one = "Ten places in the far north that you should really see before the winter comes"
    other = "A cat that came home after all these years to the house where it was born"
    assert all(value < 0 for value in worth_of(one, other, one))
    assert worth_of(SENTENCE, one, SENTENCE)[1] > 0


def test_a_piece_beside_a_sentence_belongs_to_it() -> None:
    piece = "which had been closed"
    assert worth_of(SENTENCE, piece)[1] > 0
    assert worth_of(SENTENCE, "Sport", piece)[2] > 0
    assert worth_of(SENTENCE, "Sport", "World", piece)[3] < 0
    assert worth_of(piece, "Sport", SENTENCE)[0] > 0
    assert worth_of(piece, piece, piece)[1] < 0


def test_a_sentence_between_headlines_is_the_blurb_of_a_teaser() -> None:
    between = worth_of(HEADLINE, SENTENCE, HEADLINE)[1]
    assert 0 < between < worth_of(HEADLINE, SENTENCE, SENTENCE)[1]
    assert between < worth_of(SENTENCE, SENTENCE, HEADLINE)[1]
    assert between == worth_of(SENTENCE)[0]  # nothing stands beside it either
    assert worth_of(HEADLINE, TEXT, HEADLINE)[1] == worth_of(SENTENCE, TEXT, SENTENCE)[1]


def test_a_headline_and_its_blurb_in_one_line_are_a_teaser() -> None:
    glued = "Roads open againThe ministry said on Tuesday that the roads were open again. It is warm."
    apart = "Roads open again. The ministry said on Tuesday that the roads were open again. It is warm."
    assert worth_of(TEXT, glued, TEXT)[1] < worth_of(TEXT, apart, TEXT)[1]
    assert all(value < 0 for value in worth_of(glued, glued))


def test_what_stands_in_other_files_and_words_of_a_site_speak_against_a_line() -> None:
    plain = worth_of(SENTENCE, TEXT, SENTENCE)[1]
    assert worth_of(SENTENCE, TEXT, SENTENCE, repeated=(1,))[1] == plain - 2
    site = TEXT.replace("Lorries", "Newsletter")
    assert worth_of(SENTENCE, site, SENTENCE)[1] == plain - 1.5
    long = "It rained. " * 30
    assert worth_of(SENTENCE, long + site, SENTENCE)[1] == worth_of(SENTENCE, long + TEXT, SENTENCE)[1] - 0.7


def test_what_follows_a_byline_is_surely_text() -> None:
    for byline in ("By Ruth Castell", "Published January 5, 1998"):
        signed = worth_of(byline, SENTENCE, SENTENCE, SENTENCE)
        plain = worth_of("Roads", SENTENCE, SENTENCE, SENTENCE)
        assert signed[1] > plain[1]
        assert signed[2:] == plain[2:]
    assert (
        worth_of("By Ruth Castell", "One", "Two", SENTENCE, SENTENCE, SENTENCE)[3]
        > worth_of("Roads", "One", "Two", SENTENCE, SENTENCE, SENTENCE)[3]
    )
    far = ["Sport"] * 6
    assert (
        worth_of("By Ruth Castell", *far, SENTENCE, SENTENCE)[7]
        == worth_of("No", *far, SENTENCE, SENTENCE)[7]
    )


@pytest.mark.parametrize(
    ("values", "inside"),
    [
        ([-1, -1, 3, 3, -1], "..XX."),
        ([3, -1, 3], "XXX"),  # one poor line inside is no gap
        ([5, -2, -2, -2, 5], "X...X"),  # leaving and coming back costs less than staying
        ([5, -1, -1, 5], "XXXX"),
        ([5, -1, -1, 1], "X..."),  # not worth coming back for
        ([4.5, -2, -2, -2, -2, 4], "X....X"),
        ([4.5, -2, -2, -2, -2, -2, -2, 4], "X......."),  # nor so far away
        ([5, -0.1, -2, -2, -2, -2, 9], "XX....X"),  # a poor line costs less than a longer gap
        ([-1, -2], ".."),
        ([], ""),
    ],
)
def test_the_best_way_through_the_lines(values: list[float], inside: str) -> None:
    texts = [f"line {number}" for number in range(len(values))]
    assert "".join("X" if each else "." for each in body_of(texts, values)) == inside


def test_behind_a_heading_of_links_the_text_hardly_goes_on() -> None:
    assert body_of(["a", "More from World", "c"], [4, 0.5, 2.0]) == [True, False, False]
    assert body_of(["a", "Another line", "c"], [4, 0.5, 2.0]) == [True, True, True]


@pytest.mark.parametrize(
    ("heading", "values", "inside"),
    [
        ("More from World:", [4, 0.5, 2], "X.."),
        ("More from World: a report", [4, 0.5, 2], "XXX"),
        ("More from World:)", [4, 0.5, 2], "XXX"),
        ("More from World".ljust(99, "."), [4, 0.5, 2], "X.."),
        ("More from World".ljust(100, "."), [4, 0.5, 2], "XXX"),
        ("About the author", [9, 0.5, 7], "X.."),
        ("About the author", [9, 0.5, 9], "XXX"),
        ("About the author".ljust(99, "."), [9, 0.5, 7], "X.."),
        ("About the author".ljust(100, "."), [9, 0.5, 7], "XXX"),
    ],
)
def test_what_it_costs_to_go_on_behind_a_heading(heading: str, values: list[float], inside: str) -> None:
    found = body_of(["a", heading, "c"], values)
    assert "".join("X" if each else "." for each in found) == inside


@pytest.mark.parametrize(
    ("above", "below", "cut"),
    [
        ([4], [2], True),
        ([3.9], [2], False),  # hardly an article
        ([6], [6, 6], True),  # half of what stands below it
        ([5.9], [6, 6], False),
    ],
)
def test_below_a_heading_of_comments_the_article_has_ended(
    above: list[float], below: list[float], cut: bool
) -> None:
    texts = ["a"] * len(above) + ["Comments"] + ["b"] * len(below)
    found = body_of(texts, [*above, -1, *below])
    assert found == [True] * len(above) + [not cut] * (1 + len(below))


def signed(above: Sequence[float], *comments: Sequence[float], signatures: int = 3) -> list[bool]:
    """The body of a page whose lines from the first signature on are worth `comments`."""
    texts, values = ["a"] * len(above), [*above]
    for number, comment in enumerate(comments):
        texts += [f"Ana {number} said:" if number < signatures else "And more", *["b"] * len(comment)]
        values += [-0.5, *comment]
    return body_of(texts, values)


def test_below_the_first_of_three_signatures_the_article_has_ended() -> None:
    for enough in ([4.0], [3.0, 3.0]):
        end = len(enough)
        assert signed(enough, [2], [2], [2]) == [True] * end + [False] * 6
        assert signed(enough, [9], [9], [9]) == [True] * end + [False] * 6
    assert all(signed([3.9], [2], [2], [2]))
    assert all(signed([4], [2], [2], [2], signatures=2))
    assert all(signed([1, 1], [3], [3], [3]))  # above the second are only two more


def test_four_lines_of_text_are_a_comment_and_more_an_article_of_quotations() -> None:
    assert signed([4], [2] * 4, [2] * 4, [2] * 4) == [True] + [False] * 15
    assert all(signed([4], [2] * 4, [2] * 4, [2] * 5))
    assert all(signed([4], [1.5] * 4, [1.5] * 4, [1.5] * 5))
    assert signed([4], [2] * 4 + [1] * 9, [2] * 4, [2] * 4) == [True] + [False] * 24


def test_comments_may_begin_below_signatures_that_are_none() -> None:
    texts = ["a", "Ana said:", "Ben said:", "Cid said:", *["b"] * 13, "Comments", "c"]
    found = body_of(texts, [4, -0.5, -0.5, -0.5, *[2] * 13, -1, 2])
    assert found == [True] * 17 + [False] * 2


def test_readers_comments_are_not_the_text() -> None:
    texts = ["a", "b", "Comments", "c", "d"]
    assert body_of(texts, [4, 4, -1, 2, 2]) == [True, True, False, False, False]
    # What stands above is not worth an article: then the comments are the text.
    assert body_of(texts, [1, 1, -1, 6, 6])[3:] == [True, True]
