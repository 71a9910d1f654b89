"""What is put aside comes back as it was, wherever it was written."""

from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from crisis_archive.scheduling.shares import in_shares
from crisis_archive.search.aside import Aside, Row


@given(st.dictionaries(st.integers(0, 20), st.lists(st.binary(max_size=9), max_size=4)))
def test_values_come_back_in_their_parts(values: dict[int, list[bytes]]) -> None:
    aside = Aside()
    for number, parts in values.items():
        aside.put(number, parts)
    assert {number: aside.get(number) for number in values} == values
    assert aside.get(21) is None


def test_the_file_has_no_name(tmp_path: Path) -> None:
    aside = Aside(tmp_path / "new")
    row = aside.put(1, [b"one", b"two"])
    assert row.held is None
    assert list((tmp_path / "new").iterdir()) == []


def test_what_cannot_be_written_is_held(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"")
    aside = Aside(tmp_path / "file" / "no folder")
    assert aside.put(1, [b"one", b"two"]).held == b"onetwo"
    assert aside.get(1) == [b"one", b"two"]


def test_several_processes_put_aside_into_one_file(tmp_path: Path) -> None:
    aside = Aside(tmp_path)

    def share(number: int, shares: int) -> dict[int, Row]:
        aside.begin_share(number)
        return {each: aside.put(each, [b"value", str(each).encode()]) for each in range(number, 9, shares)}

    for rows in in_shares(share, 3):
        aside.adopt(rows)
    assert [aside.get(each) for each in range(9)] == [[b"value", str(each).encode()] for each in range(9)]
    assert all(row.held is None for row in aside._rows.values())
