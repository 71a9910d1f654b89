"""The parts of the lunr package that the search is built on, imported without nltk.

The package imports nltk for stemmers of its own, which nothing here uses, and nltk imports scipy.stats:
together they would cost every build a second. Where nltk is wanted (`languages`) it is imported by itself.
"""

import sys

_HIDDEN = "nltk" not in sys.modules
if _HIDDEN:
    sys.modules["nltk"] = None  # type: ignore[assignment]  # Python's own sign for "cannot be imported"

from lunr import __TARGET_JS_VERSION__ as LUNR_VERSION  # noqa: E402 - what is hidden above must be hidden first
from lunr.pipeline import Pipeline  # noqa: E402 - as above
from lunr.stop_word_filter import WORDS  # noqa: E402 - as above
from lunr.token import Token  # noqa: E402 - as above

if _HIDDEN:
    del sys.modules["nltk"]

__all__ = ["LUNR_VERSION", "WORDS", "Pipeline", "Token"]
