"""Settings for publishing: those for writing, with the address that the site will have.

The address comes from `invoke build --siteurl`, or `pelican -s publishconf.py -e SITEURL='"https://..."'`.
Without one, sitemap, feeds and canonical links are left out.
"""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))

from pelicanconf import *  # noqa: F403 (one settings file takes over another, wherever Pelican was started)
