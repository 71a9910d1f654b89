"""The comma before a closing mark is not the speaker's."""

import pytest

from crisis_archive.text.quoted import spoken


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("We need boats,", "We need boats"),
        ("We need boats.", "We need boats."),
        ("Why?", "Why?"),
        ("boats, and men", "boats, and men"),
        (",", ","),
    ],
)
def test_only_a_comma_at_the_end_goes(text: str, words: str) -> None:
    assert spoken(text) == words
