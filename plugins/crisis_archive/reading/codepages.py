"""Which legacy code page a text was written in, by the words that each reading of its bytes gives.

Every code page that can read all the bytes is tried; the characters above ASCII that come out are judged:
letters in common use beside letters of their own script speak for it, the more the commoner they are;
signs inside words, capitals inside words and control characters speak against it.
"""

import re
import unicodedata
from collections import Counter
from typing import Final

from crisis_archive.text.letters import ALPHABETS, PUNCTUATION, frequency, is_common, script_of

SINGLE_BYTE: Final = (
    "windows-1252 windows-1251 windows-1250 windows-1253 windows-1254 windows-1255 windows-1256 "
    "windows-1257 windows-1258 windows-874 koi8-r koi8-u iso-8859-2 iso-8859-3 iso-8859-5 iso-8859-6 "
    "iso-8859-7 iso-8859-15 cp866 cp437 cp850 cp852 macintosh mac-cyrillic mac-greek mac-latin2"
).split()
MULTI_BYTE: Final = ("iso-2022-jp", "shift_jis", "euc-jp", "euc-kr", "cp949", "gb18030", "big5")
_SAMPLE = 20_000  # bytes; more says no more
_ENOUGH = 1.3  # from here on a reading is believed; chance alone gives about 0.5
_JAPANESE = frozenset(("iso-2022-jp", "shift_jis", "euc-jp"))
_KANA = re.compile("[\u3041-\u30fa]")  # stands in every Japanese sentence and in no Chinese or Korean one
_WRONG_KANA = 0.7
_ONE_LANGUAGE = 1.0  # what it counts that all marks belong to one language
_OPENING = frozenset(
    "\N{LEFT DOUBLE QUOTATION MARK}\N{LEFT SINGLE QUOTATION MARK}\N{DOUBLE LOW-9 QUOTATION MARK}«"
)
_CLOSING = frozenset("\N{RIGHT DOUBLE QUOTATION MARK}\N{RIGHT SINGLE QUOTATION MARK}»")
_ANYWHERE = frozenset("\N{EN DASH}\N{EM DASH}\N{HORIZONTAL ELLIPSIS}\N{NO-BREAK SPACE}")
_THAI_CONSONANTS = frozenset(map(chr, range(0xE01, 0xE2F)))
_THAI_MARKS = frozenset(map(chr, (0xE31, *range(0xE34, 0xE3B), *range(0xE47, 0xE4F))))
_THAI_FIRST = frozenset(map(chr, range(0xE40, 0xE45)))
_HIGH = re.compile(r"[^\x00-\x7f]")
_ALIASES = {"windows-874": "cp874", "mac-latin2": "mac_latin2"}
_WINDOWS = re.compile(r"^cp(125\d|874)$")
_ISO = re.compile(r"^iso(8859|2022)[-_]")
_PUBLIC = {"mac-roman": "macintosh", "cp932": "windows-31j", "ascii": "us-ascii"}


def guess(content: bytes) -> str | None:
    """The likeliest code page; null where no reading gives words."""
    sample = content[:_SAMPLE]
    cut = _whole_lines(sample) if len(content) > _SAMPLE else sample
    best, best_score = None, _ENOUGH
    for codec in (*SINGLE_BYTE, *MULTI_BYTE):
        try:
            content.decode(codec_of(codec))
            text = cut.decode(codec_of(codec))
        except UnicodeDecodeError:
            continue
        score = verdict(text)
        if codec in MULTI_BYTE:
            score += _MULTI
            if (_KANA.search(text) is None) == (codec in _JAPANESE):
                score -= _WRONG_KANA
        if score > best_score + 0.01:
            best, best_score = codec, score
    return best


_MULTI = 0.15  # that pairs of bytes fit by chance is unlikely


def codec_of(name: str) -> str:
    """The name that Python knows a code page by."""
    return _ALIASES.get(name, name)


def public_name(codec: str) -> str:
    """The name of a Python codec in the IANA registry, where it has one: `cp1252` is `windows-1252`."""
    name = _WINDOWS.sub(r"windows-\1", _ISO.sub(r"iso-\1-", codec))
    return _PUBLIC.get(name, name if name == "shift_jis" else name.replace("_", "-"))


def verdict(text: str) -> float:
    """How much the characters above ASCII look like words of one language, at most about 1.5."""
    text = unicodedata.normalize("NFC", text)
    total = count = 0.0
    marked: Counter[str] = Counter()
    for match in _HIGH.finditer(text):
        at = match.start()
        count += 1
        total += _judge(text[at - 1] if at else " ", match[0], text[at + 1] if at + 1 < len(text) else " ")
        if script_of(match[0]) in ("latin", "cyrillic"):
            marked[match[0].lower()] += 1
    return total / count + _ONE_LANGUAGE * _share_of_best_alphabet(marked) if count else 0.0


def _share_of_best_alphabet(marked: Counter[str]) -> float:
    """The largest share of the letters with marks that one language knows; 1 where there are none."""
    if not marked:
        return 1.0
    return max(sum(marked[letter] for letter in alphabet) for alphabet in ALPHABETS) / marked.total()


def _judge(before: str, char: str, after: str) -> float:
    script = script_of(char)
    if script is None:
        return _judge_sign(before, char, after)
    if not is_common(char):
        return -1.0
    value = 0.4 + 0.6 * frequency(char)
    if script == "thai" and not _is_thai_order(before, char, after):
        value -= 1.5
    for other in (before, after):
        if other.isalpha() and script_of(other) != script and {script, script_of(other)} != {"han", "kana"}:
            value -= 1.0
    if char.isupper() and before.islower():
        value -= 1.0
    if char.islower() and len(before) and before.isupper() and after.isupper():
        value -= 1.0
    return value


def _is_thai_order(before: str, char: str, after: str) -> bool:
    """Whether marks stand on consonants, and vowels that are written first before them."""
    if char in _THAI_MARKS:
        return before in _THAI_CONSONANTS or before in _THAI_MARKS
    return char not in _THAI_FIRST or after in _THAI_CONSONANTS


def _judge_sign(before: str, char: str, after: str) -> float:
    if char not in PUNCTUATION:
        return -1.5
    if char in _OPENING:
        return 0.4 if before.isalnum() else 1.0
    if char in _CLOSING:
        return 1.0 if char == "\N{RIGHT SINGLE QUOTATION MARK}" or not after.isalnum() else 0.4
    if char in _ANYWHERE:
        return 1.0
    return -0.5 if before.isalpha() and after.isalpha() else 0.6


def _whole_lines(sample: bytes) -> bytes:
    return sample.rsplit(b"\n", 1)[0] if b"\n" in sample else sample
