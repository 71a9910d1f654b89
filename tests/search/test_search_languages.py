"""Archives in other languages: the pipeline of lunr-languages, the same in Python and in the browser."""

import json
import random
from pathlib import Path

import pytest
from playwright.sync_api import Page

import lunr_search
from crisis_archive.search import language_of
from crisis_archive.search.folding import fold_for_search
from crisis_archive.search.languages import STEMMERS, language_from, search_language
from crisis_archive.search.pipeline import index_pipeline
from crisis_archive.settings import Settings, SettingsError
from tests.search.small_site import records, write_site

OTHERS = sorted(set(STEMMERS) - {"en"})
ENDINGS = {
    "de": "ung heit keit isch lich ig end ern em er en es e st igkeit",
    "es": "acion uciones amente idad idades ista mente ando iendo aron ado ada os as ar logia encia iva",
    "fr": "ement ation ations ateur ance ences logie if ive euse eux aient issait era ons ez iere e",
    "hu": "ban ben nak nek val vel hoz hez bol rol tol ek ok ak et ot at nk uk juk kent onkent",
    "nl": "en ing heid heden lijk baar end ig e s je tje jes ster",
    "no": "ene ane ene ande else elser het hetens ert ende edes ig leg eleg lov s",
    "pt": "acao acoes mente idade ista avel ivel ando endo aram ado ada os as ar er ir logia encia iva oso",
    "ro": "ului ilor ea eaza area itate itati ator iune ibil abil ind and ese este at ata ati",
    "ru": "ость ости ами ями ого ему ыми ими ейше ейший ившись ыва ать ить ешь ает ение",
    "sv": "heten heterna arna erna orna ande else ighet lig els fullt lost s ern ast",
}


def words_of(code: str) -> list[str]:
    """The language's own stop words, and made-up words of two of them and an ending."""
    chance = random.Random(5)
    stop_words = sorted(language_from(code, lunr_search.language_script(code)).stop_words - {""})
    starts = [word for word in stop_words if len(word) > 2]
    endings = ENDINGS[code].split()
    made = [
        chance.choice(starts) + chance.choice(["", chance.choice(stop_words)]) + chance.choice(endings)
        for _ in range(1500)
    ]
    return sorted({word for each in [*stop_words, *made] for word in fold_for_search(each).split()})


@pytest.mark.browser
@pytest.mark.parametrize("code", OTHERS)
def test_every_step_is_that_of_lunr_languages(code: str, tab: Page, tmp_path: Path) -> None:
    site = write_site(tmp_path, records(), code=code)
    tab.goto((site / "search.html").as_uri())
    words = words_of(code)
    theirs = tab.evaluate(
        """([words, code]) => {
          const builder = new lunr.Builder();
          lunr[code].call(builder);
          return words.map((word) => builder.pipeline.runString(word));
        }""",
        [words, code],
    )
    pipeline = index_pipeline(language_from(code, lunr_search.language_script(code)))
    ours = [pipeline.run_string(word) for word in words]
    assert [each for each in zip(words, ours, theirs, strict=True) if each[1] != each[2]] == []


@pytest.mark.browser
def test_a_spanish_archive_is_searched_in_spanish(tab: Page, tmp_path: Path) -> None:
    texts = [("Las naciones", "Los gobiernos evacuaron las embajadas.", ""), ("Otro", "Nada de eso.", "")]
    site = write_site(tmp_path, records(texts), code="es")
    tab.goto((site / "search.html").as_uri())
    whole = json.loads((site / "search" / "whole-index.json").read_text("utf-8"))
    assert whole["pipeline"] == ["stemmer-es"]
    for query in ("embajada", "naciones", "nacion"):
        found = tab.evaluate("(query) => archiveSearch.query(query)", query)
        theirs = tab.evaluate(
            "([whole, query]) => lunr.Index.load(whole).search(query).map((hit) => [hit.ref, hit.score])",
            [whole, query],
        )
        assert [[hit["ref"], hit["score"]] for hit in found] == theirs
        assert len(found) == 1
    tab.locator("input[type=search]").fill("las embajadas")
    tab.locator("[data-search-results] a").first.wait_for()


@pytest.mark.parametrize(
    ("language", "code"), [("en", "en"), ("en-GB", "en"), ("es-VE", "es"), ("nb", "no"), ("pt-BR", "pt")]
)
def test_a_language_is_named_as_everywhere(language: str, code: str) -> None:
    assert search_language(language) == code


def test_the_texts_may_have_another_language_than_the_archive() -> None:
    assert language_of(Settings(language="en", search_language="fr")) == "fr"


def test_a_language_without_a_pipeline_is_refused() -> None:
    with pytest.raises(SettingsError, match=r"CRISIS_SEARCH_LANGUAGE: 'xx' has no search; choose of: de, en"):
        language_of(Settings(search_language="xx"))


def test_a_script_that_is_not_the_pinned_one_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(lunr_search.SHA256, lunr_search.LUNR, "0" * 64)
    with pytest.raises(lunr_search.SearchError, match="install the version of mkdocs"):
        lunr_search.lunr_scripts("en")
