"""Synthetic seeds that behave like archived news of crises: the same number, the same bytes.

    python -m bench.seeds FOLDER NUMBER

The words are as frequent as in English and mean nothing. About one crisis for fifty seeds shares people,
places, bodies and some weeks; some seeds belong to none. Some are copies or rewrites of others, and some
carry what archives carry: furniture of sites, hard line ends, a wrong encoding.
"""

import argparse
import datetime as dt
import random
import re
import textwrap
from collections.abc import Iterator
from pathlib import Path
from typing import Final, NamedTuple

from bench.articles import ENDS, STARTS, Pen

A_CRISIS: Final = 50
"""Seeds for each crisis, on average; a few crises have most of them."""
ALONE, COPIED, RETOLD = 0.08, 0.02, 0.02
WRAPPED, FURNISHED, GARBLED, WESTERN = 0.25, 0.3, 0.03, 0.02
FACTS: Final = 0.22
"""Share of the sentences that say something of the crisis."""
WORDS: Final = 430
PARAGRAPH: Final = 65
FORENAMES: Final = "Amara Bilal Carmen Dmitri Elena Farid Grace Ines José Katya Luis Olga Paolo Zoë".split()
EVENTS: Final = "earthquake flood wildfire cyclone outbreak drought siege blockade strike evacuation".split()
BODIES: Final = ("Red Crescent", "Relief Council", "Ministry of Health", "Civil Defence", "Border Agency")
COUNTED: Final = ("people killed", "families displaced", "homes destroyed", "people injured")
HEDGES: Final = ("reportedly ", "allegedly ", "")
FURNITURE: Final = (
    "Advertisement",
    "Share this article",
    "Sign up for our newsletter",
    "All rights reserved. This material may not be republished.",
    "Click here to subscribe | Log in | Contact us",
)

Paragraphs = list[list[str]]


class Crisis(NamedTuple):
    """What the seeds of one crisis have in common."""

    event: str
    people: tuple[str, ...]
    places: tuple[str, ...]
    bodies: tuple[str, ...]
    first_day: dt.date
    days: int
    toll: int
    counted: str


def crisis(number: int) -> Crisis:
    """The crisis of a number."""
    dice = random.Random(f"crisis {number}")
    places = tuple(_invented(dice) for _ in range(3))
    return Crisis(
        event=EVENTS[number % len(EVENTS)],
        people=tuple(f"{dice.choice(FORENAMES)} {_invented(dice)}" for _ in range(4)),
        places=places,
        bodies=tuple(f"{place} {dice.choice(BODIES)}" for place in places[:2]),
        first_day=dt.date(2015, 1, 1) + dt.timedelta(days=dice.randrange(3600)),
        days=dice.choice((3, 7, 14, 30, 90)),
        toll=dice.choice((7, 12, 40, 85, 210, 640, 1800)),
        counted=dice.choice(COUNTED),
    )


def _invented(dice: random.Random) -> str:
    return dice.choice(STARTS) + dice.choice(ENDS)


def seeds(count: int) -> Iterator[tuple[str, bytes]]:
    """Names and bytes of so many seeds, one after another."""
    pen = Pen()
    crises = [crisis(number) for number in range(max(4, count // A_CRISIS))]
    weights = [1 / (rank + 8) for rank in range(len(crises))]
    originals: list[tuple[str, Paragraphs]] = []
    for number in range(count):
        dice = random.Random(f"seed {number} of {count}")
        draw = dice.random()
        if originals and draw < COPIED + RETOLD:
            headline, paragraphs = dice.choice(originals)
            if draw < COPIED:
                paragraphs = _copied(paragraphs, dice)
            else:
                headline = f"{headline.split(':')[0]}: {' '.join(pen.words(dice, 4))}"
                paragraphs = _retold(paragraphs, pen, dice)
        else:
            told = None if dice.random() < ALONE else dice.choices(crises, weights)[0]
            headline, paragraphs = _written(told, pen, dice)
            originals.append((headline, paragraphs))
        words = re.sub(r"[^a-z0-9]+", "-", headline.lower())[:48].strip("-")
        yield f"s{number:05d}-{words}.txt", _as_archived(headline, paragraphs, dice)


def _written(told: Crisis | None, pen: Pen, dice: random.Random) -> tuple[str, Paragraphs]:
    """Headline and paragraphs, each a list of sentences."""
    target = max(90, int(dice.lognormvariate(0, 0.38) * WORDS))
    paragraphs: Paragraphs = [[]]
    written = in_paragraph = 0
    day = told.first_day + dt.timedelta(days=dice.randrange(told.days)) if told else dt.date.min
    while written < target:
        if in_paragraph > PARAGRAPH:
            paragraphs.append([])
            in_paragraph = 0
        sentence = _fact(told, day, pen, dice) if told and dice.random() < FACTS else pen.sentence(dice, ())
        paragraphs[-1].append(sentence)
        length = len(sentence.split())
        written, in_paragraph = written + length, in_paragraph + length
    rest = " ".join(pen.words(dice, 6)).replace("'", "’")
    if told is None:
        return rest.capitalize(), paragraphs
    return f"{told.event.capitalize()} in {dice.choice(told.places)}: {rest}", paragraphs


def _fact(told: Crisis, day: dt.date, pen: Pen, dice: random.Random) -> str:
    person, other = dice.sample(told.people, 2)
    body, place, hedge = dice.choice(told.bodies), dice.choice(told.places), dice.choice(HEDGES)
    count = f"{max(2, int(told.toll * dice.uniform(0.8, 1.3))):,} {told.counted}"
    date, said = f"{day.day} {day:%B %Y}", " ".join(pen.words(dice, 9)).capitalize()
    return dice.choice(
        (
            f"At least {count} after the {told.event} in {place} on {date}, {person} of the {body} said.",
            f"“{said},” {person} told reporters in {place} on {day:%A}.",
            f"The {body} {hedge}confirmed {count} near {place}.",
            f"{person} and {other} met in {place} on {date} to discuss the {told.event}.",
            f"{other}, who {hedge}left {place} a day earlier, blamed the {body} for the {told.event}.",
            f"According to the {body}, more than {count} since {date}.",
        )
    )


def _copied(paragraphs: Paragraphs, dice: random.Random) -> Paragraphs:
    """The same text, a few words touched, perhaps without its last paragraph."""
    copied = [list(sentences) for sentences in paragraphs]
    for _ in range(3):
        sentences = dice.choice(copied)
        place = dice.randrange(len(sentences))
        sentences[place] = sentences[place].replace(" the ", " this ", 1)
    return copied[:-1] if len(copied) > 3 and dice.random() < 0.5 else copied


def _retold(paragraphs: Paragraphs, pen: Pen, dice: random.Random) -> Paragraphs:
    """The same in the same order: sentences dropped, words replaced, hedges lost, figures changed."""
    retold = []
    for sentences in paragraphs:
        kept = []
        for sentence in sentences:
            if dice.random() < 0.12:
                continue
            words = sentence.replace(HEDGES[0], "").replace(HEDGES[1], "").split(" ")
            for place, word in enumerate(words):
                if word.islower() and word.isalpha() and dice.random() < 0.1:
                    words[place] = pen.words(dice, 1)[0].replace("'", "’")
                elif re.fullmatch(r"\d{2,3}", word) and dice.random() < 0.3:
                    words[place] = str(int(word) + dice.randint(1, 30))
            kept.append(" ".join(words))
        if kept:
            retold.append(kept)
    return retold or paragraphs


def _as_archived(headline: str, paragraphs: Paragraphs, dice: random.Random) -> bytes:
    """The bytes of a seed, with what a site and the years did to it."""
    blocks = [" ".join(sentences) for sentences in paragraphs]
    if dice.random() < WRAPPED:
        blocks = [textwrap.fill(block, 78, break_on_hyphens=False) for block in blocks]
    if dice.random() < FURNISHED:
        for line in dice.sample(FURNITURE, dice.randint(1, 3)):
            blocks.insert(dice.randint(1, len(blocks)), line)
    text = "\n\n".join((headline, *blocks)) + "\n"
    if dice.random() < GARBLED:
        text = re.sub(r"[^\x00-\x7f]+", lambda found: found[0].encode().decode("cp1252", "ignore"), text)
    elif dice.random() < WESTERN:
        return text.encode("cp1252", "ignore")
    return text.encode("utf-8")


def write_seeds(folder: Path, count: int) -> None:
    """Write so many seeds into a folder, which is made where it is missing."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, content in seeds(count):
        (folder / name).write_bytes(content)


def main() -> None:
    """Read the command line."""
    parser = argparse.ArgumentParser(description="Write synthetic seeds: the same number, the same bytes.")
    parser.add_argument("folder", type=Path)
    parser.add_argument("number", type=int)
    given = parser.parse_args()
    write_seeds(given.folder, given.number)


if __name__ == "__main__":
    main()
