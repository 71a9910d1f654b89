"""`invoke review` as an editor meets it: what it tells, what it writes, what it never touches."""

from pathlib import Path
from typing import Any

import pytest

from reviewing import ReviewError, run_review

UNTITLED = "The dam above the town broke and nobody was warned, the River Board said afterwards.\n"


@pytest.fixture
def settings(tmp_path: Path) -> dict[str, Any]:
    (tmp_path / "seeds").mkdir()
    (tmp_path / "seeds" / "dam.txt").write_text(UNTITLED, "utf-8")
    (tmp_path / "seeds" / "Other file.txt").write_text("Fair in Lindow\n\nForty bakers came to the fair.\n")
    return {
        "CRISIS_SEEDS": str(tmp_path / "seeds"),
        "CRISIS_CONTENT": str(tmp_path / "content"),
        "CRISIS_NAME_MODEL": "",
        "CRISIS_JOBS": 1,
    }


def drafts(settings: dict[str, Any]) -> dict[str, str]:
    folder = Path(settings["CRISIS_CONTENT"]) / "corrections"
    return {path.name: path.read_text("utf-8") for path in sorted(folder.glob("*"))}


def test_the_worst_is_told_first_and_a_file_is_made_for_each_text_told(settings: dict[str, Any]) -> None:
    lines = run_review(settings, 1, write=True).split("\n")
    assert lines[0].startswith("date") and "Other file.txt" in lines[0]
    assert "more" in lines[1] and lines[2].endswith(".toml")
    assert len(lines) == 3
    ((name, text),) = drafts(settings).items()
    assert name.startswith("other-file--") and text.startswith('seed = "Other file.txt"\n')


def test_what_an_editor_began_is_never_touched(settings: dict[str, Any]) -> None:
    folder = Path(settings["CRISIS_CONTENT"]) / "corrections"
    folder.mkdir(parents=True)
    (folder / "mine.toml").write_text('seed = "dam.txt"\ntitle = "The dam"\n', "utf-8")
    told = run_review(settings, 40, write=True)
    assert "dam.txt: it has no headline" not in told and "dam.txt: nothing tells when" in told
    before = drafts(settings)
    assert before["mine.toml"] == 'seed = "dam.txt"\ntitle = "The dam"\n'
    assert [name for name in before if name.startswith("dam")] == []
    assert "to fill in" not in run_review(settings, 40, write=True)
    assert drafts(settings) == before


def test_nothing_is_written_where_only_telling_is_asked(settings: dict[str, Any]) -> None:
    assert "dam.txt" in run_review(settings, 40, write=False)
    assert not Path(settings["CRISIS_CONTENT"]).exists()


def test_nothing_to_build_is_one_line(settings: dict[str, Any]) -> None:
    for path in Path(settings["CRISIS_SEEDS"]).iterdir():
        path.unlink()
    with pytest.raises(ReviewError, match="put news texts"):
        run_review(settings, 40, write=True)


def test_an_editors_mistake_is_one_line_with_its_mend(settings: dict[str, Any]) -> None:
    folder = Path(settings["CRISIS_CONTENT"]) / "corrections"
    folder.mkdir(parents=True)
    (folder / "mine.toml").write_text('seed = "damn.txt"\n', "utf-8")
    with pytest.raises(ReviewError, match=r"mine.toml:1: .*did you mean dam.txt\?"):
        run_review(settings, 40, write=True)
