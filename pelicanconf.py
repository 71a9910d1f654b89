"""Settings for writing and previewing; `publishconf.py` takes them over for publishing.

Those that begin with CRISIS_ are the archive's: `docs/settings.md` names them all.
"""

from pathlib import Path

from jinja2 import StrictUndefined

import column_classes
import crisis_briefings
import cross_references
import lunr_search
import page_writing
import seed_articles

_ROOT = Path(__file__).resolve().parent

SITENAME = "Crisis Archive"
SITEURL = ""

CRISIS_SEEDS = str(_ROOT / "seeds")
CRISIS_CONTENT = str(_ROOT / "content")
CRISIS_CACHE = str(_ROOT / ".cache")
CRISIS_JOBS = 0
CRISIS_SITE_NAME = SITENAME

PATH = str(_ROOT / "content") if (_ROOT / "content").is_dir() else str(_ROOT)
OUTPUT_PATH = str(_ROOT / "output")
THEME = str(_ROOT / "theme")
# Modules, not names: one that cannot be imported stops the build here instead of being left out.
PLUGINS = [seed_articles, crisis_briefings, cross_references, lunr_search]
# Plain Pelican goes on without a plugin that fails to register; this one does not.
PELICAN_CLASS = seed_articles.StrictPelican

# Every page comes from the plugins, but for what editors write in content/pages.
ARTICLE_PATHS: list[str] = []
STATIC_PATHS: list[str] = []
# Pelican's own, but for columns of tables.
MARKDOWN = {
    "extensions": ["column_classes:ColumnClasses"],
    "extension_configs": {
        "markdown.extensions.codehilite": {"css_class": "highlight"},
        "markdown.extensions.extra": column_classes.TABLES,
        "markdown.extensions.meta": {},
    },
    "output_format": "html5",
}
# A page holds what its file does, and nothing that it names on this machine.
DOCUTILS_SETTINGS = {"file_insertion_enabled": False}
# A page keeps its address when its title changes.
SLUGIFY_SOURCE = "basename"
PAGE_URL = PAGE_SAVE_AS = "{slug}.html"
DRAFT_PAGE_SAVE_AS = ""
DIRECT_TEMPLATES: list[str] = []
AUTHOR_SAVE_AS = CATEGORY_SAVE_AS = TAG_SAVE_AS = ""
FEED_ALL_ATOM = CATEGORY_FEED_ATOM = AUTHOR_FEED_ATOM = AUTHOR_FEED_RSS = TRANSLATION_FEED_ATOM = None
RELATIVE_URLS = True

JINJA_ENVIRONMENT = {
    "autoescape": True,
    "undefined": StrictUndefined,
    "finalize": page_writing.shown,
    "trim_blocks": True,
    "lstrip_blocks": True,
    "extensions": [],
}
DEFAULT_LANG = "en"
TIMEZONE = "UTC"
# The same pages wherever they are built.
LOCALE = ["C.UTF-8", "C"]
