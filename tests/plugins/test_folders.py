"""Large folders go whole."""

from pathlib import Path

import pytest

from folders import _FILES_WORTH_A_PROCESS, files_below, remove


@pytest.mark.parametrize("files", [3, _FILES_WORTH_A_PROCESS])
def test_a_folder_goes_with_all_that_is_in_it(tmp_path: Path, files: int) -> None:
    folder, other = tmp_path / "old", tmp_path / "other"
    (folder / "deep" / "empty").mkdir(parents=True)
    other.write_text("kept")
    for number in range(files):
        (folder / "deep" / str(number)).write_text("x")
    (folder / "link").symlink_to(other)
    assert sum(1 for _ in files_below(folder)) == files + 1
    remove(folder)
    assert not folder.exists()
    assert other.read_text() == "kept"


def test_a_link_to_a_folder_goes_alone(tmp_path: Path) -> None:
    (tmp_path / "kept").mkdir()
    (tmp_path / "link").symlink_to("kept")
    remove(tmp_path / "link")
    remove(tmp_path / "nothing")
    assert [path.name for path in tmp_path.iterdir()] == ["kept"]


def test_a_folder_that_cannot_be_listed_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        list(files_below(tmp_path / "nothing"))
