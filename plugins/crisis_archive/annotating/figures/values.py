"""The value of numbers in digits and words."""

import re
from typing import Final

Value = int | float
UNITS: Final = {
    "zero": 0,
    "one": 1,
    "two": 2,
    "three": 3,
    "four": 4,
    "five": 5,
    "six": 6,
    "seven": 7,
    "eight": 8,
    "nine": 9,
    "ten": 10,
    "eleven": 11,
    "twelve": 12,
    "thirteen": 13,
    "fourteen": 14,
    "fifteen": 15,
    "sixteen": 16,
    "seventeen": 17,
    "eighteen": 18,
    "nineteen": 19,
    "twenty": 20,
    "thirty": 30,
    "forty": 40,
    "fifty": 50,
    "sixty": 60,
    "seventy": 70,
    "eighty": 80,
    "ninety": 90,
}
_SCALES: Final = {
    "hundred": 100,
    "thousand": 1000,
    "million": 10**6,
    "billion": 10**9,
    "trillion": 10**12,
    "dozen": 12,
    "score": 20,
    "m": 10**6,
    "bn": 10**9,
    "k": 1000,
}
_PLAIN: Final = re.compile(r"\d+(?:\.\d+)?")
_SHARED_SCALES: Final = ("thousand", "million", "billion", "trillion")


def scaled(one: str, other: str) -> tuple[Value, Value]:
    """The values of two numbers; in `6 and 8 million`, `two to three thousand` the scale stands once."""
    first, second = value_of(one), value_of(other)
    if first < second and second >= 1000 and first < 1000:
        scale = next((each for each in _SHARED_SCALES if each in other.casefold()), None)
        if scale is not None and scale not in one.casefold():
            first *= _SCALES[scale]
    return first, second


def value_of(words: str) -> Value:
    """The value of a number in digits or words, e.g. 2400000 for `2.4 million`."""
    low = words.casefold().replace(",", "")
    match = _PLAIN.match(low)
    if match:
        value: Value = float(match[0]) if "." in match[0] else int(match[0])
        scale = low[match.end() :].strip()
        return _whole(value * _SCALES[scale]) if scale else value
    return _whole(_spelt(low))


def _whole(value: Value) -> Value:
    return round(value) if abs(value - round(value)) < 1e-6 else value


def _spelt(low: str) -> Value:
    if low.startswith("half a"):
        return _SCALES[low.split()[-1]] / 2
    total: Value = 0
    current: Value = 0
    for word in low.replace("-", " ").replace(" and a half", " half").split():
        if word in UNITS:
            current += UNITS[word]
        elif word in ("a", "an", "and", "of"):
            continue
        elif word == "couple":
            current = 2
        elif word == "half":
            total += total / 2
        else:
            scale = _SCALES[word]
            current = (current or 1) * scale
            if scale >= 1000:
                total, current = total + current, 0
    return total + current
