"""What cleaning costs beside ftfy and beside a plain split into paragraphs: prints a table.

    invoke bench-cleaning --documents 2000

Processor time of one core, the best of several rounds, all in one run: compare rows, not runs.
"""

import argparse
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Final

import ftfy

from bench.seeds import write_seeds
from crisis_archive.cleaning import clean, common_evidence, survey
from crisis_archive.model import Seed
from crisis_archive.reading import list_seeds, read_seed

ROUNDS: Final = 5
WORDS: Final = 450
"""A text of the table: rates are given for so many words, whatever the seeds hold."""


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split(":")[0])
    parser.add_argument("--documents", type=int, default=1000, help="how many synthetic seeds")
    parser.add_argument("--seeds", type=Path, help="folder of seeds to clean instead")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as scratch:
        folder = given.seeds or Path(scratch)
        if given.seeds is None:
            write_seeds(folder, given.documents)
        read = [read_seed(file, 10_000_000) for file in list_seeds(folder)]
    seeds = [seed for seed in read if isinstance(seed, Seed) and seed.media == "text/plain"]
    surveys = [survey(seed) for seed in seeds]
    evidence = common_evidence(surveys)
    shares = [evidence.for_seed(each) for each in surveys]
    texts = sum(len(seed.text.split()) for seed in seeds) / WORDS

    def cleaning() -> None:
        for seed, share in zip(seeds, shares, strict=True):
            clean(seed, share)

    def surveying() -> None:
        for seed in seeds:
            survey(seed)

    def repairing() -> None:
        for seed in seeds:
            ftfy.fix_text(seed.text)

    def splitting() -> None:
        for seed in seeds:
            [line.strip() for line in seed.text.split("\n") if line.strip()]

    print(f"{len(seeds)} text seeds, counted as texts of {WORDS} words\n")
    print("| work | texts a second |\n|---|---|")
    for name, work in (
        ("cleaning: all rules and doubts", cleaning),
        ("what a seed tells the archive (lines, words)", surveying),
        ("ftfy.fix_text alone", repairing),
        ("split into paragraphs alone", splitting),
    ):
        print(f"| {name} | {texts / _seconds(work):,.0f} |")


def _seconds(work: Callable[[], None]) -> float:
    """Processor seconds of the fastest round."""
    taken = []
    for _ in range(ROUNDS):
        began = time.process_time()
        work()
        taken.append(time.process_time() - began)
    return min(taken)


if __name__ == "__main__":
    main()
