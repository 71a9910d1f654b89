"""Where rules begin and where they stop: one step before a bound nothing happens, at the bound it does."""

from typing import Any

import pytest

from crisis_archive.cleaning import clean, common_evidence, survey
from crisis_archive.cleaning.blocks import blocks_of, key_of
from crisis_archive.cleaning.evidence import SeedEvidence
from crisis_archive.cleaning.furniture import furniture
from crisis_archive.cleaning.furniture.body import looks
from crisis_archive.cleaning.furniture.forms import is_sure
from crisis_archive.cleaning.furniture.heading import heading_above
from crisis_archive.cleaning.furniture.likely import likely_words
from crisis_archive.cleaning.furniture.lists import with_lists
from crisis_archive.cleaning.furniture.sentences import sure_lines
from crisis_archive.cleaning.furniture.teasers import is_teaser
from crisis_archive.cleaning.headline import derived, is_headline
from crisis_archive.cleaning.language import language_of
from crisis_archive.cleaning.mojibake.evidence import strength
from crisis_archive.model import Document, Metadata, Refusal, Seed, Source
from tests.cleaning.one_rule import after, drafted

LINE = "The ministry said on Tuesday that the roads to the north were open again."
LONG = (
    "It gave no date for the airport, which has been closed since Monday, when the runway broke in the ice."
)


def seed(text: str, name: str = "a", **metadata: Any) -> Seed:  # noqa: ANN401 - as many types as fields
    known = Metadata(**metadata)
    return Seed(name, f"{name}.txt", "0" * 64, 1, "text/plain", "utf-8", text, known)


def document(text: str, **metadata: str) -> Document:
    found = clean(seed(text, **metadata), SeedEvidence())
    assert isinstance(found, Document)
    return found


# --- the whole of cleaning ---


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ({}, Source()),
        ({"title": "Roads"}, Source()),
        ({"publisher": "Herald"}, Source("Herald", None, None, "metadata")),
        ({"author": "Ruth"}, Source(None, "Ruth", None, "metadata")),
        ({"url": "https://example.org"}, Source(None, None, "https://example.org", "metadata")),
    ],
)
def test_a_source_is_what_the_page_says_of_itself(given: dict[str, str], expected: Source) -> None:
    assert document(LINE, **given).source == expected


def test_each_paragraph_knows_its_line() -> None:
    found = document(f"Roads open again\n\n\n{LINE}\n\n{LONG}\n\n\n\n{LINE[:-1]} and more.")
    assert (found.title, found.title_origin, found.lines) == ("Roads open again", "seed", (4, 6, 10))


def test_each_of_many_short_paragraphs_knows_its_line() -> None:
    rows = [f"No. {number}" for number in range(1, 21)]
    assert document("\n".join(["Roads open again", *rows, LINE])).lines == tuple(range(2, 23))


def test_what_the_page_says_and_nobody_could_read_is_a_doubt_of_its_first_sentence() -> None:
    (doubt,) = document(f"Roads open again\n\n{LINE} {LONG}\n\n{LONG}", unread="A date.").doubts
    assert (doubt.rule, doubt.paragraph, doubt.start, doubt.end) == ("metadata", 0, 0, len(LINE))
    assert doubt.why == "A date."


def test_doubts_stand_in_the_order_of_the_text() -> None:
    lost = LINE.replace("roads", "ro\N{REPLACEMENT CHARACTER}ds")
    doubled = LONG.replace("the airport", "the the airport")
    found = document(f"Roads open again\n\n{lost} {doubled}\n\n{doubled} {lost}").doubts
    assert [(doubt.paragraph, doubt.rule) for doubt in found] == [
        (0, "losses"),
        (0, "spinning"),
        (1, "spinning"),
        (1, "losses"),
    ]


def test_without_a_headline_the_first_paragraph_is_no_title() -> None:
    found = document(f"{LONG}\n\n{LINE}")
    assert (found.title_origin, found.lines) == ("derived", (1, 3))
    assert found.paragraphs == (LONG, LINE)


def test_a_doubt_in_the_headline_is_one_of_the_headline() -> None:
    headline = "Roads in Nicol\N{REPLACEMENT CHARACTER}s open again"
    (doubt,) = document(f"{headline}\n\n{LINE}\n\n{LONG}").doubts
    assert (doubt.paragraph, headline[doubt.start : doubt.end].count("\N{REPLACEMENT CHARACTER}")) == (-1, 1)
    # A title from elsewhere is no part of the text.
    assert all(each.paragraph >= 0 for each in document(f"{LINE}\n\n{LONG}", title=headline).doubts)


def test_what_one_rule_takes_away_another_sees() -> None:
    """The form between them gone, the line stands right after itself."""
    found = document(f"Roads open again\n\n{LINE}\n\nShare this article\n\n{LINE}\n\n{LONG}")
    assert found.paragraphs == (LINE, LONG)


def test_what_a_later_rule_joins_an_earlier_one_sees_in_the_next_round() -> None:
    whole = f"{LONG[:-1]}, and lorries may pass the old bridge by day."
    cut = whole.replace("Monday, when", "Monday,\n\nwhen")
    text = f"Roads open again\n\n{cut}\n\nBetween them.\n\n{whole}"
    assert document(text).paragraphs == (whole, "Between them.")


@pytest.mark.parametrize("text", ["", " \n", "?! ...", "Share this article\n\nLeave a Reply"])
def test_a_text_of_which_nothing_is_left_is_refused(text: str) -> None:
    assert isinstance(clean(seed(text), SeedEvidence()), Refusal)


# --- what the archive shows ---


def evidence_of(*texts: str) -> tuple[frozenset[str], frozenset[str]]:
    found = common_evidence([survey(seed(text, str(number))) for number, text in enumerate(texts)])
    return found.repeated, found.known


def test_a_line_of_three_texts_is_repeated_and_one_of_two_is_not() -> None:
    texts = [f"{LINE}\nNorthern Herald\n{LONG} {'And so on. ' * number}" for number in range(1, 4)]
    assert key_of("Northern Herald") in evidence_of(*texts)[0]
    assert evidence_of(*texts[:2])[0] == frozenset()
    assert evidence_of(texts[0], texts[0], texts[0])[0] == frozenset()  # copies of one text count once


def test_a_long_line_is_no_furniture_and_a_shorter_one_may_be() -> None:
    for length, repeated in ((300, True), (301, False)):
        line = ("word " * 100)[: length - 1] + "x"
        texts = [f"{line}\n{LONG * 4} {number}" for number in range(3)]
        assert (key_of(line) in evidence_of(*texts)[0]) is repeated


def test_a_word_that_is_cut_here_and_stands_whole_there_is_known() -> None:
    assert evidence_of("The inter-\nnational press", "An international one")[1] == {"international"}
    assert evidence_of("The inter-\nnational press", "A national one")[1] == frozenset()


def test_a_seed_gets_the_part_of_the_evidence_that_concerns_it() -> None:
    texts = [f"The inter-\nnational press\nNorthern Herald\n{LONG} {number}" for number in range(3)]
    surveys = [
        survey(seed(text, str(number))) for number, text in enumerate([*texts, "An international one"])
    ]
    common = common_evidence(surveys)
    assert [common.for_seed(one).known for one in surveys] == [("international",)] * 3 + [()]
    assert key_of("Northern Herald") in common.for_seed(surveys[0]).repeated
    assert common.for_seed(surveys[3]) == SeedEvidence()
    assert common_evidence(surveys[:3]).for_seed(surveys[0]).known == ()


# --- furniture ---


def gone(*lines: str, repeated: tuple[str, ...] = ()) -> list[int]:
    return sorted(furniture(blocks_of("\n".join(lines)), frozenset(map(key_of, repeated))))


def test_words_of_a_site_are_counted_where_they_begin() -> None:
    assert likely_words("Our newsletter: cookies, Facebook and Newsletters") == 3
    assert likely_words("3newsletter _newsletter unsubscribe") == 1
    assert likely_words("The road is open") == 0


def test_without_a_sign_nothing_goes() -> None:
    assert gone("Sport", "World", LINE, LONG, "Sport", "World") == []


BODY = (LINE, LONG, f"{LINE} {LONG}") * 3
BUTTONS = ("Home", "Menu", "Search")


def test_around_the_text_of_a_whole_page_goes_what_stands_among_signs() -> None:
    assert gone(*BUTTONS, "Sign in", "World", *BODY) == [0, 1, 2, 3, 4]
    assert gone(*BODY, "Sport", *BUTTONS, "Sign in") == [9, 10, 11, 12, 13]


def test_one_sign_makes_no_whole_page_and_goes_alone() -> None:
    assert gone("Home", "World", *BODY) == [0]
    assert gone(*BODY, "Sport", "Home") == [10]


def test_a_line_of_other_files_is_a_sign() -> None:
    assert gone("Northern Herald", *BUTTONS, *BODY, repeated=("Northern Herald",)) == [0, 1, 2, 3]
    assert gone("Northern Herald", "Home", *BODY, repeated=("Southern Herald",)) == [1]


def test_lines_inside_the_text_need_a_sign_of_their_own() -> None:
    assert 3 not in gone("Home", LINE, LONG, "A heading of its own", LONG, LINE + LONG)
    assert gone(LINE, LONG, "Share this article", LINE + LONG, LONG) == [2]


def heading(*above: str) -> int:
    lines = [*above, LINE, LONG]
    return heading_above(lines, [False] * len(above) + [True, True])


def test_the_headline_is_the_line_that_shares_its_words_with_the_text() -> None:
    assert heading("Sport", "Roads to the north open, ministry says", "Ten places to see") == 1
    assert heading("Sport", "Ten places") == -1
    assert heading() == -1
    assert heading_above(["a", "b"], [False, False]) == -1


@pytest.mark.parametrize(
    "line", ["Roads", "By Ministry Roads", "Subscribe to ministry roads", "Published May 5, 2019"]
)
def test_what_is_no_headline_whatever_it_shares(line: str) -> None:
    assert heading(line) == -1


def test_nearer_and_longer_headlines_are_better() -> None:
    assert heading("Ministry: roads to the north open", "Ministry: roads to the north open") == 1
    assert heading("Ministry: roads to the north open", *["Sport"] * 3) == 0
    assert heading("Ministry: roads to the north open", *["x"] * 31) == -1


def listed(*rows: str) -> int:
    """How many of the lines below a running text are taken for its list."""
    lines = [LINE, *rows]
    forms = looks(lines, sure_lines(lines))
    return sum(with_lists(lines, forms, [True] + [False] * len(rows))) - 1


def test_rows_that_hold_numbers_are_a_list_of_the_text() -> None:
    rows = [f"Northport {number} killed" for number in range(4)]
    assert listed(*rows) == 4
    assert listed(*rows[:3]) == 0
    assert listed(*rows, "Sport") == 4
    assert listed("Northport", *rows) == 5
    assert listed("a", "b", "c", *rows) == 0  # hardly more than half of them hold a number
    assert listed(*rows[:2], "Share this article", *rows[2:]) == 0
    assert listed(*(f"{number}" for number in range(9))) == 0
    for length, found in ((160, 4), (161, 0)):
        assert listed(*rows[:3], "Northport 4 killed ".ljust(length, "x")) == found


def test_six_rows_of_ten_make_a_list() -> None:
    rows = [f"Northport {number} killed" for number in range(6)]
    assert listed("a", "b", "c", "d", *rows) == 10
    assert listed("a", "b", "c", "d", "e", *rows) == 0


def test_a_pointer_to_another_text_is_a_short_line() -> None:
    for length, found in ((199, True), (200, False)):
        assert is_teaser("Here's our guide ".ljust(length, "x")) is found


def test_a_form_is_a_short_line() -> None:
    assert is_sure("#" * 300)
    assert not is_sure("#" * 301)
    assert is_sure("The Northern Herald, all rights reserved by its owners")
    assert not is_sure("The Northern Herald, no rights reserved by its owners")


# --- headlines ---


def test_a_headline_is_short_and_has_no_stop() -> None:
    assert is_headline("Roads open again", LINE)
    assert is_headline("word " * 25 + "word", LINE)
    assert not is_headline("word " * 26 + "word", LINE)
    assert not is_headline("Roads open again:", LINE)
    assert not is_headline("By Ruth Castell", LINE)
    assert not is_headline("Published January 5, 1998", LINE)


def test_a_short_sentence_above_a_longer_paragraph_is_a_headline_too() -> None:
    assert is_headline("Roads are open.", LINE)
    assert not is_headline("Roads are open.", "Nobody was there today now.")
    assert not is_headline("Roads are open.", "One two three four five six")  # twice as long is not enough
    assert is_headline("Roads are open.", "One two three four five six seven")
    words = " ".join(["word"] * 14)
    assert is_headline(f"{words}.", f"{LONG} {LONG}")
    assert not is_headline(f"{words} word.", f"{LONG} {LONG} {LONG}")


def test_the_first_of_two_lines_may_be_a_headline() -> None:
    assert document(f"Roads open again\n\n{LINE}").title_origin == "seed"
    assert document(f"Roads are open.\n\n{LINE}\n\nIt is so.").title == "Roads are open."
    assert document(f"Roads are open.\n\nIt is so.\n\n{LINE}").title_origin == "derived"
    assert document("Roads open again").title_origin == "derived"


def test_a_title_is_the_first_sentence_cut_at_a_word() -> None:
    assert derived(f"{LINE} {LONG}") == LINE[:-1]
    assert derived("word " * 19 + "abcde") == "word " * 19 + "abcde"
    assert derived("word " * 19 + "abcdef") == ("word " * 19).strip() + "\N{HORIZONTAL ELLIPSIS}"
    assert derived("Nobody was hurt. The road is open again.") == "Nobody was hurt"
    assert derived("No way. The road is open again. It rained.") == "No way. The road is open again"
    assert derived("No way. Not now.") == "No way"
    exact = "x" * 49 + " " + "y" * 50
    assert derived(exact) == exact
    assert derived(exact + "z") == "x" * 49 + "\N{HORIZONTAL ELLIPSIS}"


# --- pieces and repeats ---


@pytest.mark.parametrize(
    ("above", "below", "joined"),
    [
        ("He spoke to the press of", "the north about it", True),
        ("He spoke to the press.", "the north about it", False),
        ("He spoke to the press:", "the north about it", False),
        ("He spoke to the press", ", which was there", True),
        ("He spoke to the press", "iPhone sales rose", False),
        ("He spoke to the press", "www.example.org", False),
        ("He spoke to the press", "The north", False),
        ("He spoke to the press,", "and to the north", True),
        ("He spoke to the press *", "and to the north", False),
    ],
)
def test_lines_that_go_on_are_joined(above: str, below: str, joined: bool) -> None:
    text = f"{LINE}\n\n{above}\n\n{below}\n\n{LONG}"
    assert (after("joins", text) != text) is joined


def test_the_words_of_a_link_are_joined_to_both_sides() -> None:
    before, link, behind = "He told the", "Northport Herald", "that the road was open."
    text = f"{LINE}\n\n{LONG}\n\n{before}\n\n{link}\n\n{behind}"
    assert after("joins", text).endswith(f"{before} {link} {behind}")
    long = " ".join(["Herald"] * 9)
    assert after("joins", text.replace(link, long)).endswith(f"{before}\n\n{long} {behind}")


def test_a_text_of_no_known_language_stays_as_it_is() -> None:
    text = "Foo bar baz\n\nqux quux foo\n\nbar baz foo"
    assert after("joins", text) == text


def test_a_long_paragraph_that_stands_twice_goes_and_a_short_one_stays() -> None:
    for size, goes in ((140, True), (139, False)):
        body = (LONG * 2)[: size - 1] + "."
        text = f"{LINE}\n\n{body}\n\nBetween them.\n\n{body}"
        assert (after("repeats", text) != text) is goes
    thrice = f"{LONG * 2}\n\nOne.\n\n{LONG * 2}\n\nTwo.\n\n{LONG * 2}"
    assert after("repeats", thrice) == thrice


def test_a_line_right_after_itself_goes() -> None:
    assert after("repeats", f"Roads open\n\nRoads open\n\n{LINE}") == f"Roads open\n\n{LINE}"
    assert after("repeats", f"*\n\n*\n\n{LINE}") == f"*\n\n*\n\n{LINE}"


def test_a_headline_again_below_a_byline_goes() -> None:
    assert after("repeats", f"Roads open\n\nBy Ruth Castell\n\nRoads open\n\n{LINE}") == (
        f"Roads open\n\nBy Ruth Castell\n\n{LINE}"
    )
    for between in ("It is so.", "x" * 60):
        text = f"Roads open\n\n{between}\n\nRoads open\n\n{LINE}"
        assert after("repeats", text) == text


def test_a_run_of_lines_goes_where_it_is_long_enough() -> None:
    run = f"{LINE}\n\n{LONG}"
    assert after("repeats", f"{run}\n\nBetween them.\n\n{run}") == f"{run}\n\nBetween them."
    short = "Roads open.\n\nThey are open."
    text = f"{short}\n\nBetween them.\n\n{short}"
    assert after("repeats", text) == text


def test_the_pages_own_title_above_the_text_goes() -> None:
    title = "Roads in the north open again"
    for line, goes in (
        (title, True),
        (title.upper(), True),
        (f"{title} | Herald", True),
        ("Roads in the north open", True),
        ("Roads in the", False),  # three words are too few to tell
        (f"{title} and nobody knows for how long they will", False),
    ):
        text = f"{line}\n\n{LINE}\n\n{LONG}"
        assert (after("repeats", text, title=title) != text) is goes, line


def test_broken_lines_are_joined_at_the_width_they_were_broken_at() -> None:
    words = f"{LINE} {LONG} {LINE} {LONG}".split()
    lines, line = [], ""
    for word in words:
        if len(line) + len(word) + 1 > 60:
            lines.append(line)
            line = word
        else:
            line = f"{line} {word}".strip()
    text = "\n".join([*lines, line])
    assert after("wrapping", text) == " ".join(words)
    wide = text + "\n" + "x" * 101
    assert after("wrapping", wide) == wide  # no file is broken so wide
    few = "\n".join(lines[:4])
    assert after("wrapping", few) == few
    verse = "\n".join(each[:20] for each in lines)
    assert after("wrapping", verse) == verse  # no file is broken so narrow


def test_a_cut_word_is_put_together_where_it_is_known() -> None:
    lines = [
        "The ministry said on Tuesday that all of the inter-",
        "national roads to the far north were open again and",
        "that the lorries that had been waiting there since a",
        "week were now on their way to the towns where the",
        "people had been waiting for food and for medicine.",
    ]
    text = "\n".join(lines)
    assert "all of the international roads" in after("wrapping", text, known=("international",))
    assert "all of the inter-national roads" in after("wrapping", text)


def test_spaces_before_marks_and_doubled_marks_go_one_by_one() -> None:
    assert after("punctuation", "The roads , he said") == "The roads, he said"
    assert after("punctuation", "The roads are open .") == "The roads are open."
    assert after("punctuation", "The roads,, he said") == "The roads, he said"


@pytest.mark.parametrize(
    ("text", "becomes"),
    [
        ("He said ``yes'' and ``no''.", "He said “yes” and “no”."),
        ("He said ``yes'' and\n``no\nit is''.", "He said “yes” and\n“no\nit is''."),
        ("One.\n\n``Yes'' it is", "One.\n\n“Yes” it is"),
        ("``He ``said'' so''", "``He ``said'' so''"),
        ("5'11'' and ``yes''", "5'11'' and ``yes''"),
        ("5'11''", "5'11''"),
    ],
)
def test_quotation_marks_of_a_keyboard_without_them(text: str, becomes: str) -> None:
    assert after("punctuation", f"{LINE}\n{text}\n{LINE}") == f"{LINE}\n{becomes}\n{LINE}"


@pytest.mark.parametrize(
    ("text", "becomes"),
    [
        ("The roads,he said", "The roads, he said"),
        ("The roads, he said,it is open,so", "The roads, he said, it is open, so"),
        ("A,b and 1,000 and x,yz", "A,b and 1,000 and x,yz"),
        ("They are open.The ministry said so", "They are open. The ministry said so"),
        ("He uses open.The or www.open.The ", "He uses open. The or www.open.The "),
        ("Write to desk@open.The ministry", "Write to desk@open.The ministry"),
        ("See open/road.The ministry", "See open/road.The ministry"),
        ("It is open.Com it", "It is open.Com it"),
    ],
)
def test_spaces_behind_marks_come_back_but_in_addresses(text: str, becomes: str) -> None:
    assert after("punctuation", f"{LINE} {text}") == f"{LINE} {becomes}"


def test_a_web_page_has_no_marks_of_a_mail_program() -> None:
    text = "\n".join(f"> {LINE}" for _ in range(3))
    for is_html, expected in ((False, text.replace("> ", "")), (True, text)):
        assert after("quoting", text, is_html=is_html) == expected


def test_a_reason_tells_parted_paragraphs_from_white_space() -> None:
    draft = drafted("layout", "One.\nTwo. \nThree.\n\n\nFour.")
    assert [edit.why.startswith("Each paragraph") for edit in draft.edits()] == [True, False, False]


# --- letters and languages ---


def test_strength_grows_with_what_speaks_for_a_repair() -> None:
    plain = strength("Tom", "\u00c3\u00a1", "\u00e1", "s", 0)
    assert plain > 2.8
    assert strength("Tom", "\u00c3\u00a1", "\u00e1", "s", 1) == plain - 2
    assert strength("Tom", "\u00c3\u00a1", "\u00e1", "s", 4) == strength(
        "Tom", "\u00c3\u00a1", "\u00e1", "s", 9
    )
    assert strength("", "\u00c3\u00a1", "\u00e1", "", 0) < plain
    control = strength("Tom", "\u00c3\x81", "\u00c1", "s", 0)
    assert control > strength("Tom", "\u00c3a", "\u00c1", "s", 0)
    assert strength("Tom", "\u00c3\u00a1", "\ue000", "s", 0) < 0  # nothing that is written


def test_a_language_needs_words_enough() -> None:
    assert language_of(("The roads were",), None) == "en"
    assert language_of(("The roads",), None) == "und"
    assert (
        language_of(("The The The roads",), None) == "und"
    )  # one word, and that it stands often proves nothing
    assert language_of(("The roads",), "fr") == "fr"
    assert language_of(("foo " * 23 + "the was with",), "fr") == "fr"
    assert language_of(("foo " * 22 + "the was with",), "fr") == "en"
    assert language_of(("de la que en " * 3,), None) == "und"  # Spanish as well as French
