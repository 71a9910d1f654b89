"""Names in one text: the editor's, the gazetteer's, the model's, and what the form of the words shows."""

from crisis_archive.annotating.names.finding import find_names
from crisis_archive.annotating.names.model import NameModel, load_name_model

__all__ = ["NameModel", "find_names", "load_name_model"]
