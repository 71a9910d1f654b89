"""What came around a text: tags, Markdown, the head of a mail, a stamp, a program's own words."""

import pytest

from tests.cleaning.one_rule import after

HEADLINE = "Relief society sends boats to Marrow"
TEXT = "The society sent 12 boats and 40 volunteers to the town, where a dam burst on Tuesday."


# --- the head of a mail ---


@pytest.mark.parametrize(
    ("head", "kept"),
    [
        (["From: desk@example.org", "To: all"], []),
        (["From: the desk", "To: all"], None),  # any list of names
        (["From: the desk", f"Subject: {HEADLINE}"], None),
        (["Date: 5 March 2019", f"Subject: {HEADLINE}"], [HEADLINE]),
        (["Date: today", f"Subject: {HEADLINE}"], None),
        (["Date: 5 March 2019", "To: all"], None),
        (["From: desk@example.org"], None),
        (["From: desk@example.org", "From: b@example.org"], None),
        (["From: desk@example.org", f"Subject: Re: Fwd: {HEADLINE}"], [HEADLINE]),
        (
            ["From: desk@example.org", "Subject: Relief society", f" {HEADLINE}"],
            [f"Relief society {HEADLINE}"],
        ),
        (["From: desk@example.org", "To: all,", "\tothers", "Cc: none"], []),
        (["Forwarded message", "", "From: desk@example.org", "To: all"], []),
        ([" ", "From: desk@example.org", "To: all"], []),
        (["Marrow", "From: desk@example.org", "To: all"], None),
        (["From: desk@example.org", "Forwarded message", "To: all"], None),
        (["Forwarded message".rjust(99, "-"), "From: desk@example.org", "To: all"], []),
        (["Forwarded message".rjust(100, "-"), "From: desk@example.org", "To: all"], None),
        (["From: desk@example.org", *["To: all"] * 29], []),
    ],
)
def test_the_head_of_a_mail(head: list[str], kept: list[str] | None) -> None:
    text = "\n".join([*head, "", TEXT])
    found = after("heads", text)
    if kept is None:
        assert found == text
    else:
        assert [line for line in found.split("\n") if line] == [*kept, TEXT]


def test_a_head_without_a_text_stays() -> None:
    for text in ("From: desk@example.org\nTo: all", "From: desk@example.org\nTo: all\n \n", "", TEXT):
        assert after("heads", text) == text


def test_a_head_ends_after_thirty_lines() -> None:
    head = ["From: desk@example.org", *["To: all"] * 30]
    assert after("heads", "\n".join([*head, TEXT])) == f"To: all\n{TEXT}"


# --- a scraper's record ---

LINK = "URL: https://example.org/a"


@pytest.mark.parametrize(
    ("head", "kept"),
    [
        ([f"Title: {HEADLINE}", LINK], [HEADLINE]),
        ([f"Title: {HEADLINE}", "URL: none"], None),
        ([LINK], None),
        ([LINK, "Link: www.example.org"], None),  # twice the same kind
        (["Source: www.example.org", "Author: Ana Ruiz"], []),
        ([f"Title: {HEADLINE}", "Language: en"], None),
        ([f"Title: {HEADLINE}", "Date: 5 March 2019"], [HEADLINE]),
        (["Title:", "Date: 5 March 2019"], []),
        (["From: desk@example.org", "Subject:", f" {HEADLINE}"], [HEADLINE]),
        ([f"  **Title**: {HEADLINE}", LINK], [HEADLINE]),
    ],
)
def test_the_head_of_a_record(head: list[str], kept: list[str] | None) -> None:
    text = "\n".join([*head, "", TEXT])
    found = after("heads", text)
    expected = text.split("\n") if kept is None else [*kept, TEXT]
    assert [line.strip() for line in found.split("\n") if line] == [line.strip() for line in expected if line]


def test_the_label_of_the_text_makes_a_title_sure() -> None:
    assert after("heads", f"Title: {HEADLINE}\nText: {TEXT}") == f"{HEADLINE}\n{TEXT}"
    assert after("heads", f"Title: {HEADLINE}\n\nContent:\n{TEXT}") == f"{HEADLINE}\n\n{TEXT}"
    for text in (f"Text: {TEXT}", f"Language: en\nText: {TEXT}", f"Title: {HEADLINE}\nText:"):
        assert after("heads", text) == text


def test_the_foot_of_a_record() -> None:
    for end in ("", "\n", " \n\n"):
        assert after("heads", f"{TEXT}\n{LINK}\nAuthor: Ana Ruiz{end}").rstrip() == TEXT
    for text in (
        f"{TEXT}\n{LINK}",
        f"{TEXT}\nAuthor: Ana Ruiz\nLanguage: en",
        f"{TEXT}\nURL: none\nAuthor: Ana Ruiz",
        f"{TEXT}\n{LINK}\n\nAuthor: Ana Ruiz",
        f"{TEXT}\n{LINK}\nAuthor: Ana Ruiz\nIt was so.",
        f"\n{LINK}\nAuthor: Ana Ruiz",
    ):
        assert after("heads", text) == text
    many = "\n".join(["Author: Ana Ruiz"] * 30)
    assert after("heads", f"{TEXT}\n{many}\n{LINK}").rstrip() == f"{TEXT}\nAuthor: Ana Ruiz"
    both = f"Title: {HEADLINE}\n{LINK}\n\n{TEXT}\n{LINK}\nAuthor: Ana Ruiz"
    assert after("heads", both).rstrip() == f"{HEADLINE}\n\n{TEXT}"
