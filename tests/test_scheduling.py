"""Results do not depend on the number of processes."""

from collections.abc import Sequence

from crisis_archive.scheduling import map_batches


def squares(numbers: Sequence[int]) -> list[int]:
    return [number * number for number in numbers]


def test_one_process_and_many_agree() -> None:
    numbers = range(200)
    assert map_batches(squares, numbers, 1) == map_batches(squares, numbers, 2) == squares(numbers)


def test_nothing_to_do() -> None:
    assert map_batches(squares, [], 0) == []


def test_progress_ends_at_the_number_of_items() -> None:
    seen: list[int] = []
    map_batches(squares, range(45), 1, seen.append)
    assert seen == sorted(seen)
    assert seen[-1] == 45
