"""The blocks of a web page stand in the order in which the page has them."""

from crisis_archive.reading.html import _in_order

PAGE = "<title>Flood</title><p>First <b>thi</b>ng.</p><p>Second thing.</p><aside>A guide.</aside>"


def test_a_block_that_was_found_late_goes_to_its_place() -> None:
    assert _in_order(("A guide.", "First thing.", "Second thing."), PAGE) == (
        "First thing.",
        "Second thing.",
        "A guide.",
    )


def test_blocks_in_order_stay_as_they_are() -> None:
    blocks = ("First thing.", "* * *", "Second thing.")
    assert _in_order(blocks, PAGE) == blocks


def test_words_may_have_something_between_them() -> None:
    page = "<p>The river <sup>1</sup> rose.</p><p>It fell.</p>"
    assert _in_order(("The river rose.", "It fell."), page) == ("The river rose.", "It fell.")


def test_words_that_the_page_does_not_hold_are_nobodys() -> None:
    blocks = ("First thing.", "</invented>", "Words from elsewhere.", "Second thing.")
    assert _in_order(blocks, PAGE) == ("First thing.", "Second thing.")
