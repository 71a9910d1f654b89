"""What the head of a mail or a record says of where a text was published."""

import pytest

from crisis_archive.cleaning.heads import source_of
from crisis_archive.model import Source

TEXT = "Hundreds of people fled their homes."


@pytest.mark.parametrize(
    ("lines", "source"),
    [
        (
            [
                "Title: Dam bursts",
                "Author: Ana Ruiz",
                "Publisher: Northern Herald",
                "URL: https://example.org/a",
                "",
            ],
            Source("Northern Herald", "Ana Ruiz", "https://example.org/a", "seed"),
        ),
        (
            ["Headline: Dam bursts", "Date: 5 March 2019", "Source: Northern Herald"],
            Source("Northern Herald", None, None, "seed"),
        ),
        (["From: Desk <desk@example.org>", "Subject: Dam bursts"], Source()),
        (["Author: Ana Ruiz"], Source()),
        (["Source: Northern Herald", "URL: not known", "Title: Dam bursts"], Source()),
        (["Title: Dam bursts", "Date: 5 March 2019", "Link: not known", "Source: www.example.org"], Source()),
        ([], Source()),
    ],
)
def test_a_head_names_the_source(lines: list[str], source: Source) -> None:
    assert source_of("\n".join([*lines, TEXT])) == source


def test_a_foot_names_the_source() -> None:
    foot = "By: Ana  Ruiz\nSource: https://example.org/dam\nWord count: 6\n"
    assert source_of(f"{TEXT}\n\n{foot}") == Source(None, "Ana Ruiz", "https://example.org/dam", "seed")
    foot = "By: Ana Ruiz\nLink: www.example.org/dam\n"
    assert source_of(f"{TEXT}\n\n{foot}") == Source(None, "Ana Ruiz", None, "seed")
    assert source_of(f"{TEXT}\n\nBy: Ana Ruiz\nSource: Relief Society") == Source()
