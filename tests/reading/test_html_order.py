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
    blocks = ("First thing.", "Words that the page does not hold so.", "Second thing.")
    assert _in_order(blocks, PAGE) == blocks
