"""The end of a build: site map, checksums, and the new site takes the old one's place."""

import sys
from contextlib import suppress
from pathlib import Path
from typing import Final

from crisis_archive.console import printable, refusal_line
from crisis_archive.model import Archive
from crisis_archive.pages import site_map
from editors_links import check_editors_links, check_told_apart
from folders import files_below
from page_writing import PlanGenerator, files_of, write_plan
from publishing import Staging, publish, write_checksums
from sights import below, look
from standing import Finished

_NO_ADDRESS: Final = "no site address (--siteurl): sitemap, feeds and canonical links are left out"


def finish(staging: Staging, generator: PlanGenerator, content: Path | None) -> Finished:
    """All pages are written: what lists them is, and the site is published.

    Raises `PageError` and `PublishingError`: the old site stands, unless that says that the new one does.
    """
    folder, context = staging.folder, generator.context
    pages = [file for file in files_below(folder) if file.endswith(".html")]
    check_told_apart(pages)
    plan = site_map(pages, context["site"])
    if plan is not None:
        write_plan(generator, plan)
    digests = files_of(generator).digests
    check_editors_links(context, content, folder)
    write_checksums(folder, digests)
    publish(staging)
    sight = None
    with suppress(OSError):  # it stands; where it cannot be looked at the next build looks for itself
        found = dict(below(str(staging.output)))
        context["old_site"].keep(digests, context["page_keys_made"], found)
        sight = look(str(staging.output), found.items())
    archive: Archive = context["archive"]
    said = report(archive, bool(generator.settings["SITEURL"]))
    for line in said:
        print(line, file=sys.stderr)
    numbers = len(archive.records), len(archive.crises), len(archive.entities), len(archive.refusals)
    return Finished(said, numbers, sight)


def report(archive: Archive, has_address: bool) -> tuple[str, ...]:
    """What an operator should know of a site that now stands, a line each."""
    address = () if has_address else (_NO_ADDRESS,)
    return (*address, *map(printable, archive.notices), *(refusal_line(each) for each in archive.refusals))
