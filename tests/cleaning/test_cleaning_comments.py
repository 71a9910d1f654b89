"""Where readers' comments begin: what announces them, and what signs them."""

import pytest

from crisis_archive.cleaning.furniture.comments import first_comments


def test_a_heading_announces_comments() -> None:
    assert first_comments(["a", "Comments", "b", "12 comments", "Leave a reply"]).headings == [1, 3, 4]


def test_long_lines_announce_and_sign_nothing() -> None:
    assert first_comments(["x" * 141, "Comments".rjust(140, "."), "Comments"]).headings == [1, 2]
    assert first_comments(["Comments".rjust(141, "."), "Comments"]).headings == [1]


@pytest.mark.parametrize(
    "signatures",
    [
        ["Ana said:", "Ben said:", "Cid wrote:"],
        ["Posted by Ana", "Posted by Ben", "Submitted by Cid"],
        ["Ana, 2 hours ago", "Ben, 3 hours ago", "Cid, 2 days ago"],
        ["Ana 10:12", "Ben 10:14 am", "Cid 9:50"],
        ["Reply", "Like", "Report abuse"],
        ["3 April 2019", "Published on 4 April 2019", "May 5, 2019"],
    ],
)
def test_three_signatures_of_one_form_sign_comments(signatures: list[str]) -> None:
    one, other, third = signatures
    assert first_comments(["a", one, "b", other, "c", third, "d"]).signatures == [[1, 3, 5]]
    assert first_comments(["a", one, "b", other, "c"]).signatures == []


def test_forms_are_counted_apart() -> None:
    lines = ["Ana said:", "Reply", "Ben said:", "Reply", "Comments", "Cid said:", "Dora said:"]
    found = first_comments(lines)
    assert (found.headings, found.signatures) == ([4], [[0, 2, 5, 6]])
    assert first_comments([*lines, "Reply"]).signatures == [[0, 2, 5, 6], [1, 3, 7]]


def test_the_day_above_a_text_is_no_signature() -> None:
    days = ["3 April 2019", "4 April 2019", "5 April 2019"]
    assert first_comments(days).signatures == []
    assert first_comments(["a", *days]).signatures == [[1, 2, 3]]
