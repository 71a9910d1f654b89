"""Which letters real words are made of: by script, and whether a letter is in common use."""

import unicodedata
from functools import cache
from typing import Final, Literal

Script = Literal["latin", "greek", "cyrillic", "hebrew", "arabic", "thai", "han", "hangul", "kana", "other"]

_LATIN: Final = frozenset(
    "áàâäãåāăąæćčçĉċďđéèêëēėęěĕğģġĝħĥíìîïīįıĩĭĵķĺľļłńňñņóòôöõøőœōŏřŕšśşșŝßťţțþðúùûüůűūųũŭŵýÿŷźžżơưəŀỳỹỵỷ"
    "ạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữự"
)
_GREEK: Final = frozenset("αβγδεζηθικλμνξοπρσςτυφχψωάέήίόύώϊϋΐΰ")
_CYRILLIC: Final = frozenset("абвгдежзийклмнопрстуфхцчшщъыьэюяёіїєґўђјљњћџѓќѕ")
_HEBREW: Final = frozenset(chr(code) for code in range(0x5D0, 0x5EB))
_ARABIC: Final = frozenset("ءآأؤإئابةتثجحخدذرزسشصضطظعغفقكلمنهوىيپچژگکیےٹڈڑں") | frozenset(
    chr(code) for code in range(0x660, 0x66A)
)
_COMMON: Final[dict[Script, frozenset[str]]] = {
    "latin": _LATIN | frozenset("abcdefghijklmnopqrstuvwxyz"),
    "greek": _GREEK,
    "cyrillic": _CYRILLIC,
    "hebrew": _HEBREW,
    "arabic": _ARABIC,
}
_RANGES: Final[tuple[tuple[int, int, Script], ...]] = (
    (0x41, 0x24F, "latin"),
    (0x250, 0x2AF, "other"),
    (0x370, 0x3FF, "greek"),
    (0x400, 0x52F, "cyrillic"),
    (0x590, 0x5FF, "hebrew"),
    (0x600, 0x6FF, "arabic"),
    (0xE00, 0xE7F, "thai"),
    (0x1E00, 0x1EFF, "latin"),
    (0x3040, 0x30FF, "kana"),
    (0x4E00, 0x9FFF, "han"),
    (0xAC00, 0xD7A3, "hangul"),
)
_BY_FREQUENCY: Final[dict[Script, str]] = {
    "latin": "éáóíñüöäãçèúêàışğąęłßăôåøâčšśżćžýńāīēūěřůőűîûïæœëõùòìđșțţơưạảấầếềệộốồớờķļņģĉĝŝŭĥĵ",
    "cyrillic": "оеаинтсрвлкмдпуяызьбгчйхжшюцщэфёіїєґўђјљњћџ",
    "greek": "αοιετσνηυρπκμλςωόίάέγδήχθύφβώξζψϊϋΐΰ",
    "hebrew": "יוהלארתשמבנדםכעחקפגטסזןצךףץ",
    "arabic": "الينموترعبدسفهكقحةجشىخصطذزثضأغئءظإؤآ",
}
ALPHABETS: Final = tuple(
    frozenset(letters)
    for letters in (
        "áéíñóúü àâæçéèêëîïôœùûüÿ äöüß áâãàçéêíóôõúü àèéìíòóù æøåéóòôêüäö åäöéà áčďéěíňóřšťúůýž "
        "áäčďéíĺľňóôŕšťúýž áéíóöőúüű ąćęłńóśźż ăâîșțşţ čšžćđ çğıöşüâîû ąčęėįšųūž āčēģīķļņšūž äöõüšž "
        "ĉĝĥĵŝŭ áðéíóúýþæö ċġħżàèìòù ëïéèöüóá àçèéíïòóúü·l ŵŷâêîôûïëöáéà ëç "
        "àáảãạăằắẳẵặâầấẩẫậèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵđ "
        "абвгдежзийклмнопрстуфхцчшщъыьэюяё абвгґдеєжзиіїйклмнопрстуфхцчшщьюя "
        "абвгдежзійклмнопрстуўфхцчшыьэюяё "
        "абвгдђежзијклљмнњопрстћуфхцчџш абвгдѓежзѕијклљмнњопрстќуфхцчџш"
    ).split()
)
"""The letters with marks of one language each, in small letters; of languages in Cyrillic all."""
PUNCTUATION: Final = frozenset("‘’‚“”„…–—«»‹›•·°€£¥©®™§¡¿ºª½¼¾²³′″−×¢\N{NO-BREAK SPACE}\N{SOFT HYPHEN}")
"""Signs above ASCII that real texts use."""


@cache
def script_of(char: str) -> Script | None:
    """The script of a letter or mark; null for what is neither."""
    if unicodedata.category(char)[0] not in "LM":
        return None
    code = ord(char)
    return next((script for low, high, script in _RANGES if low <= code <= high), "other")


@cache
def is_common(char: str) -> bool:
    """Whether a letter is in everyday use in a language that news is written in."""
    script = script_of(char)
    if script == "han":
        return _fits(char, "gb2312", 0xD8) or _fits(char, "big5", 0xC7) or _fits(char, "shift_jis", 0x98)
    if script == "hangul":
        return _fits(char, "euc_kr", 0xFF)
    if script in ("kana", "thai"):
        return True
    return script is not None and char.lower() in _COMMON.get(script, frozenset())


@cache
def frequency(char: str) -> float:
    """0 to 1: how often a letter is met in print, by its rank among the letters of its script.

    Of Latin letters only those with a mark are ranked; letters of other scripts without a ranking give 1.
    """
    script = script_of(char)
    order = _BY_FREQUENCY.get(script) if script else None
    if order is None or char < "\x80":
        return 1.0
    place = order.find(char.lower())
    return 1.0 - place / len(order) if place >= 0 else 0.0


def _fits(char: str, codec: str, before: int) -> bool:
    """Whether an East Asian standard has it among its frequent characters, which stand first there."""
    try:
        return char.encode(codec)[0] < before
    except UnicodeEncodeError:
        return False
