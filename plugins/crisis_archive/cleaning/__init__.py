"""From a seed to a cleaned document: an ordered list of rules, each of which records what it changes.

The doors: `survey` looks at one seed, `common_evidence` at the surveys of all, `clean` makes the document.
"""

from crisis_archive.cleaning.cleaner import RULES, SIGNS, clean
from crisis_archive.cleaning.evidence import ArchiveEvidence, SeedEvidence, Survey, common_evidence, survey

__all__ = [
    "RULES",
    "SIGNS",
    "ArchiveEvidence",
    "SeedEvidence",
    "Survey",
    "clean",
    "common_evidence",
    "survey",
]
