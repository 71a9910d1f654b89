"""What a careful editor reads in the four seeds: who says what, how many, and what must not be read."""

from pathlib import Path

import pytest

from tests.annotating.reading_help import Read, read

SEEDS = Path(__file__).resolve().parents[2] / "seeds"
PEOPLE = (
    "Nicolás Maduro Guerra", "Nicolás Maduro", "Nicolas Maduro", "Maduro", "Donald Trump", "Trump",
    "Juan Guaido",
    "Guaido", "Mike Pompeo", "Pompeo", "Sergei Lavrov", "Delcy Rodríguez", "Cilia Flores", "Yevgeny Shabayev",
)  # fmt: skip


@pytest.fixture(scope="module")
def seeds() -> dict[str, Read]:
    found = {}
    for path in sorted(SEEDS.glob("*.txt")):
        paragraphs = [line.strip() for line in path.read_text("utf-8").splitlines() if line.strip()]
        found[path.name[:3]] = read(tuple(paragraphs), PEOPLE)
    return found


def spoken(seed: Read) -> dict[str, tuple[str | None, str | None, tuple[str, ...]]]:
    """First words of each quotation: speaker's words, the name they stand for, who relays."""
    return {
        " ".join(seed.document.text_at(quote.span).split()[:4]): (
            quote.speaker_text,
            seed.document.text_at(quote.speaker_name_at) if quote.speaker_name_at else None,
            quote.chain,
        )
        for quote in seed.quotes
    }


def test_the_first_seed(seeds: dict[str, Read]) -> None:
    assert spoken(seeds["000"]) == {
        "running": ("Trump", "Trump", ()),
        "I think at some": ("he", "Trump", ()),
        "based on fabricated accounts": ("Venezuela’s foreign ministry", None, ()),
        "absolute calm, peace, and": ("the ministry", None, ()),
        "doing well": ("his father", "Maduro", ("Nicolás Maduro Guerra",)),
        "We are doing well.": ("his father", "Maduro", ("Nicolás Maduro Guerra",)),
    }


def test_the_two_quotations_of_the_third_seed_without_a_named_speaker(seeds: dict[str, Read]) -> None:
    found = spoken(seeds["002"])
    assert found["It is more than"] == ("he", None, ())
    assert found["They have no authority"] == ("a former US official", None, ())
    rules = [doubt.rule for doubt in seeds["002"].doubts]
    assert rules == ["pronoun-does-not-fit", "quotation-without-speaker"]


def test_he_said_in_the_fourth_seed(seeds: dict[str, Read]) -> None:
    found = spoken(seeds["003"])
    assert found["Our challenge is to"] == ("he", "Juan Guaido", ())
    assert found["Nobody wants a false"] == ("he", "Juan Guaido", ())
    assert found["recently."] == ("One of these sources", None, ())


def test_the_figures_of_2019(seeds: dict[str, Read]) -> None:
    killed = [
        (figure.low, figure.high, figure.bound, figure.claimant, figure.window)
        for name in ("002", "003")
        for figure in seeds[name].figures
        if figure.counts == "people killed"
    ]
    since = "since the start of the new wave of anti-government protests on Tuesday"
    assert killed == [
        (20, None, "at-least", "the New York Times", "this week"),
        (14, None, "at-least", "Venezuelan NGOs", since),
    ]
    counts = {figure.counts: figure for figure in (*seeds["002"].figures, *seeds["003"].figures)}
    assert counts["russian mercenaries"].claimant == "Yevgeny Shabayev"
    assert counts["venezuelans who left"].low == 3_000_000
    assert counts["hours to leave"].low == 72


def test_the_number_of_states_is_no_toll(seeds: dict[str, Read]) -> None:
    seed = seeds["003"]
    assert "14" not in [seed.document.text_at(figure.span) for figure in seed.figures]


def test_dozens_killed_in_2026_stay_a_word(seeds: dict[str, Read]) -> None:
    (figure,) = seeds["000"].figures
    assert (figure.counts, figure.bound, figure.low, figure.high) == ("people killed", "verbal", None, None)
