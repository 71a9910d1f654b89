"""What rules may know beside the text: the page's own metadata and what the archive's other files show."""

from crisis_archive.cleaning.evidence import SeedEvidence
from crisis_archive.model import Metadata, Struct


class Page(Struct, frozen=True):
    """One seed's surroundings, the same for all rules."""

    metadata: Metadata
    is_html: bool
    evidence: SeedEvidence
