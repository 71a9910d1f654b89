"""Templates: all ours; every kind of page taken by one plugin; every page of an archive can be made."""

import re
from collections import Counter
from pathlib import Path
from types import SimpleNamespace
from xml.etree import ElementTree

import pytest
from jinja2 import Environment, FileSystemLoader, StrictUndefined
from msgspec.structs import replace

from crisis_archive.model import Archive, Cite, Point
from crisis_archive.pages import PAGE_KINDS, PagePlan, Site, plan_pages
from crisis_archive.settings import Settings
from crisis_briefings import CrisisBriefings
from cross_references import CrossReferences
from lunr_search import SearchGenerator
from page_frame import PageError, frame_values, site_of
from page_writing import template_of, write_plan
from seed_articles import SeedArticles
from tests.pages.sample_archive import ARCHIVE, EMPTY, HOMELESS, HOSTILE, ROOT, SITE

THEME = ROOT / "theme"


def generator(site: Site, output: Path, theme: Path = THEME) -> SimpleNamespace:
    """What writing pages needs of a Pelican generator; templates may come from a second folder too."""
    folders = [theme / "templates", output / "pelican-own"]
    env = Environment(
        loader=FileSystemLoader(folders),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    return SimpleNamespace(
        env=env,
        theme=str(theme),
        output_path=str(output),
        context={"frame": frame_values(site), "written": set()},
    )


def test_every_kind_of_page_is_written_by_one_plugin() -> None:
    taken = Counter(
        kind
        for plugin in (SeedArticles, CrisisBriefings, CrossReferences, SearchGenerator)
        for kind in plugin.kinds
    )
    assert taken == Counter(kind.name for kind in PAGE_KINDS)


@pytest.mark.parametrize("site", [SITE, HOMELESS], ids=["with an address", "without"])
@pytest.mark.parametrize("archive", [ARCHIVE, EMPTY], ids=["an archive", "an empty one"])
def test_every_page_can_be_made_by_our_own_templates(archive: Archive, site: Site, tmp_path: Path) -> None:
    made = generator(site, tmp_path)
    for plan in plan_pages(archive, site):
        write_plan(made, plan)
        text = (tmp_path / plan.path).read_text("utf-8")
        assert "<script>alert" not in text, plan.path
        assert "style=" not in text, plan.path
        if plan.path.endswith(".xml"):
            ElementTree.fromstring(text)
        if plan.path.endswith(".html"):
            assert len(re.findall("<h1", text)) == 1, plan.path
            assert text.count('http-equiv="Content-Security-Policy"') == 1, plan.path
            assert text.count('type="search"') == (plan.path != "404.html" or bool(site.address)), plan.path


def written(archive: Archive, path: str, folder: Path) -> str:
    """One page of an archive, as a reader gets it."""
    (plan,) = (each for each in plan_pages(archive, SITE) if each.path == path)
    write_plan(generator(SITE, folder), plan)
    return (folder / path).read_text("utf-8")


def test_many_copies_of_a_text_are_folded(tmp_path: Path) -> None:
    names = [f"copy{number}" for number in range(5)]
    copies = tuple(replace(ARCHIVE.records[0], id=name, slug=name) for name in names)
    relations = tuple(
        replace(ARCHIVE.relations[0], right=name, kind="copy", direction=None) for name in names
    )
    archive = replace(ARCHIVE, records=(*ARCHIVE.records, *copies), relations=relations)
    shown, _, folded = written(archive, "texts/a.html", tmp_path).partition(
        "2 more texts that copy or retell it"
    )
    assert [page.count('class="retold"') for page in (shown, folded)] == [3, 2]


def test_words_with_a_mark_of_their_own_get_no_second_one(tmp_path: Path) -> None:
    spoken = Cite("a", 1, 0, 14)
    flood = replace(ARCHIVE.briefings[1], points=(Point('"We need boats', (spoken,)),))
    page = written(replace(ARCHIVE, briefings=(flood,)), "crises/flood.html", tmp_path)
    assert '<q class="source own-marks">&#34;We need boats</q>' in page
    assert page.count("own-marks") == 1


def test_a_correction_leads_to_its_text(tmp_path: Path) -> None:
    page = written(ARCHIVE, "crises/flood.html", tmp_path)
    assert re.search(
        r'<li><a href="[^"]*texts/a.html">Flood on the Ode</a>: Date given by an editor.</li>', page
    )


def test_without_an_address_no_page_names_one(tmp_path: Path) -> None:
    made = generator(HOMELESS, tmp_path)
    for plan in plan_pages(ARCHIVE, HOMELESS, ["home", "briefings", "missing"]):
        write_plan(made, plan)
        text = (tmp_path / plan.path).read_text("utf-8")
        assert "canonical" not in text
        assert "og:url" not in text
        assert plan.path != "404.html" or "href" not in text


def test_a_text_shows_its_date_as_the_data_has_it(tmp_path: Path) -> None:
    made = generator(SITE, tmp_path)
    for plan in plan_pages(ARCHIVE, SITE, ["text-pages"]):
        write_plan(made, plan)
    day, unknown, days = ((tmp_path / f"texts/{name}.html").read_text("utf-8") for name in "abc")
    assert '<span data-own-date data-date-origin="derived"><time datetime="2020-03-07">' in day
    assert '"datePublished": "2020-03-07"' in day
    assert 'data-date-origin="unknown">date not known<' in unknown
    assert 'data-date-origin="range">one of the days 8 to 9 March 2020<' in days
    assert "datePublished" not in unknown + days


def test_titles_from_hostile_texts_are_shown_as_text(tmp_path: Path) -> None:
    made = generator(SITE, tmp_path)
    for plan in plan_pages(ARCHIVE, SITE, ["text-pages", "feeds"]):
        write_plan(made, plan)
    page = (tmp_path / "texts/f.html").read_text("utf-8")
    assert HOSTILE not in page
    assert "\\u003c/script\\u003e" in page  # inside the JSON-LD
    titles = [item.findtext("title") for item in ElementTree.parse(tmp_path / "feed.xml").iter("item")]
    assert HOSTILE in titles


def test_a_missing_template_stops_the_build_instead_of_being_taken_from_pelican(tmp_path: Path) -> None:
    (tmp_path / "pelican-own").mkdir()
    (tmp_path / "pelican-own" / "home.html").write_text("not ours", "utf-8")
    (tmp_path / "theme" / "templates").mkdir(parents=True)
    made = generator(SITE, tmp_path, tmp_path / "theme")
    with pytest.raises(PageError, match=r"home\.html is missing"):
        template_of(made, "home.html")


def test_two_pages_at_one_address_stop_the_build(tmp_path: Path) -> None:
    made = generator(SITE, tmp_path)
    (plan,) = plan_pages(ARCHIVE, SITE, ["about"])
    write_plan(made, plan)
    with pytest.raises(PageError, match=r"two pages would lie at about\.html"):
        write_plan(made, plan)


def test_a_value_that_a_template_lacks_stops_the_build(tmp_path: Path) -> None:
    made = generator(SITE, tmp_path)
    (plan,) = plan_pages(ARCHIVE, SITE, ["about"])
    with pytest.raises(Exception, match="data_files"):
        write_plan(made, PagePlan(plan.path, plan.template, {"head": plan.values["head"]}))


def test_a_language_without_words_is_named() -> None:
    settings = {"THEME": str(THEME), "SITEURL": "https://example.org/x/"}
    with pytest.raises(PageError, match=r"CRISIS_LANGUAGE = 'xx'.*there are: en"):
        site_of(settings, Settings(language="xx"))
    assert site_of(settings, Settings()).address == "https://example.org/x"


def test_words_in_another_language_say_so(tmp_path: Path) -> None:
    spanish = tuple(replace(each, language="es") for each in ARCHIVE.records)
    made = generator(SITE, tmp_path)
    for plan in plan_pages(replace(ARCHIVE, records=spanish), SITE):
        write_plan(made, plan)
    for path in (
        "index.html",
        "crises/flood.html",
        "people/ana-roe.html",
        "texts/a.html",
        "texts/index.html",
    ):
        assert re.search(r'class="(?:source|body)[^"]*" lang="es"', (tmp_path / path).read_text("utf-8")), (
            path
        )
    for plan in plan_pages(ARCHIVE, SITE, ["home", "briefings"]):
        (tmp_path / plan.path).unlink()
        made.context["written"].discard(plan.path)
        write_plan(made, plan)
        if plan.path.endswith(".html"):  # the archive's own language need not be said again
            assert 'class="source" lang=' not in (tmp_path / plan.path).read_text("utf-8")


def test_two_parts_of_a_page_never_go_by_one_name(tmp_path: Path) -> None:
    again = replace(ARCHIVE.comparisons[0], id="killed-2")
    twice = replace(ARCHIVE, comparisons=(*ARCHIVE.comparisons, again))
    made = generator(SITE, tmp_path)
    for plan in plan_pages(twice, SITE):
        write_plan(made, plan)
        text = (tmp_path / plan.path).read_text("utf-8")
        headings = re.findall(r'<section[^>]* aria-labelledby="([^"]+)"', text)
        names = [
            re.sub(r"<[^>]+>", "", text.partition(f'id="{each}"')[2].split("</h", 1)[0]) for each in headings
        ]
        assert len(names) == len(set(names)), plan.path
