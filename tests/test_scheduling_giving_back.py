"""Memory that is free goes back to the system."""

from pathlib import Path

from crisis_archive.scheduling.giving_back import give_back


def resident() -> int:
    """Bytes of this process that stand in memory."""
    return int(Path("/proc/self/statm").read_text("ascii").split()[1]) * 4096


def test_what_is_free_is_given_back() -> None:
    parts = [b"x" * 50_000 for _ in range(2_000)]
    full = resident()
    last = parts[-1]
    del parts
    give_back()
    assert last
    assert resident() < full - 50_000_000
