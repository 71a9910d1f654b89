"""Bytes to text: what each encoding gives, and what is no text."""

import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crisis_archive.reading import codepages
from crisis_archive.reading.decoding import UndecodableError, decode

RUSSIAN = "Министерство сообщило во вторник, что дороги на севере снова открыты, и что грузовики могут ехать."
POLISH = "Minister powiedział we wtorek, że drogi są otwarte, a ciężarówki mogą jechać już w środę."
SPANISH = "El ministerio dijo el martes que Nicolás llegó a Bogotá “mañana”, según él."
GREEK = "Το υπουργείο είπε την Τρίτη ότι οι δρόμοι είναι ανοιχτοί και τα φορτηγά περνούν."
THAI = "กระทรวงกล่าวเมื่อวันอังคารว่าถนนทางเหนือเปิดอีกครั้งแล้ว\nรถบรรทุกสามารถผ่านได้"
CHINESE = "政府星期二表示，北部的道路已经重新开放，卡车可以通行。\n机场仍然关闭，没有人受伤。"
KOREAN = "정부는 화요일 북부 도로가 다시 열렸다고 발표했다. 트럭도 지나갈 수 있다."
ARABIC = "قالت الوزارة يوم الثلاثاء إن الطرق إلى الشمال مفتوحة مرة أخرى."
JAPANESE = "政府は火曜日、北部の道路が再び開通したと発表した。トラックも通れるという。"


@pytest.mark.parametrize(
    ("text", "codec", "said"),
    [
        (SPANISH, "utf-8", "utf-8"),
        (SPANISH, "utf-8-sig", "utf-8"),
        (SPANISH, "utf-16", "utf-16-le"),
        (SPANISH, "utf-16-be", "utf-16-be"),
        (RUSSIAN, "utf-16-le", "utf-16-le"),
        (SPANISH, "utf-32", "utf-32-le"),
        (SPANISH, "windows-1252", "windows-1252"),
        (POLISH, "windows-1250", "windows-1250"),
        (POLISH, "iso8859-2", "iso-8859-2"),
        (RUSSIAN, "windows-1251", "windows-1251"),
        (RUSSIAN, "koi8-r", "koi8-r"),
        (RUSSIAN, "cp866", "cp866"),
        (GREEK, "windows-1253", "windows-1253"),
        (JAPANESE, "shift_jis", "shift_jis"),
        (JAPANESE, "euc_jp", "euc-jp"),
        (JAPANESE, "iso2022_jp", "iso-2022-jp"),
        (JAPANESE + "\n", "utf-16-be", "utf-16-be"),
        (THAI, "utf-16-le", "utf-16-le"),
        (THAI, "utf-16-be", "utf-16-be"),
        (THAI, "cp874", "windows-874"),
        (CHINESE, "utf-16-le", "utf-16-le"),
        (CHINESE, "gb18030", "gb18030"),
        (KOREAN, "utf-16-be", "utf-16-be"),
        (KOREAN, "euc_kr", "euc-kr"),
        (ARABIC, "windows-1256", "windows-1256"),
        (ARABIC, "iso8859_6", "iso-8859-6"),
        (RUSSIAN, "mac_cyrillic", "mac-cyrillic"),
        (SPANISH, "utf-32-le", "utf-32-le"),
        (SPANISH, "utf-32-be", "utf-32-be"),
    ],
)
def test_encodings(text: str, codec: str, said: str) -> None:
    decoded = decode(text.encode(codec))
    assert (decoded.text, decoded.encoding) == (text, said)


def test_a_page_is_read_as_it_declares() -> None:
    page = '<meta charset="windows-1251"><p>Киев'
    assert decode(page.encode("windows-1251"), html=True).text == page


@pytest.mark.parametrize(
    ("declared", "said"),
    [
        ("windows-1251", "windows-1251"),
        ("cp1251", "windows-1251"),
        ("koi8-r", "koi8-r"),
        ("iso8859-5", "iso-8859-5"),
        ("ISO_8859-5", "iso-8859-5"),
    ],
)
def test_what_a_page_declares_is_named_as_the_registry_names_it(declared: str, said: str) -> None:
    page = f'<meta charset="{declared}"><p>Киев'
    assert decode(page.encode(declared), html=True) == (page, said)


def test_latin_1_is_windows_1252_in_pages_and_texts() -> None:
    page = '<meta charset="iso-8859-1"><p>Año señor “mañana”'.encode("cp1252")
    assert decode(page, html=True).encoding == decode(page).encoding == "windows-1252"


def test_python_knows_every_name_that_is_published() -> None:
    for name in (*codepages.SINGLE_BYTE, *codepages.MULTI_BYTE):
        codec = codecs.lookup(codepages.codec_of(name)).name
        assert codecs.lookup(codepages.codec_of(codepages.public_name(codec))).name == codec
        assert codepages.public_name(codec) == name


def test_stray_bytes_of_windows_in_utf8() -> None:
    content = ("“Nicolás” é ü ö " * 3).encode() + b"caf\xe9 bar"
    assert decode(content) == ("“Nicolás” é ü ö " * 3 + "café bar", "utf-8 with windows-1252")


def test_a_letter_cut_in_two_at_the_end_is_shown_as_lost() -> None:
    assert decode("Nicolás está".encode()[:-1]).text == "Nicolás est\N{REPLACEMENT CHARACTER}"


def test_an_unpaired_surrogate_is_shown_as_lost() -> None:
    assert decode("\ufeffa\ud800b".encode("utf-16-le", "surrogatepass")).text == "a\N{REPLACEMENT CHARACTER}b"
    assert decode("a\ud800b é".encode("utf-8", "surrogatepass")).text == "a\N{REPLACEMENT CHARACTER}b é"


def test_zero_bytes_in_a_text_are_let_pass() -> None:
    assert decode(b"Roads\x00 open again in the north").text == "Roads\x00 open again in the north"


@given(st.binary(min_size=1, max_size=400))
def test_any_bytes_give_a_text_that_can_be_written_or_are_refused(content: bytes) -> None:
    try:
        text = decode(content).text
    except UndecodableError as error:
        assert str(error).endswith(".")
    else:
        assert text.encode("utf-8").decode("utf-8") == text
        assert "\r" not in text


@given(st.text())
def test_utf8_is_read_as_it_was_written(text: str) -> None:
    wanted = text.replace("\r\n", "\n").replace("\r", "\n")
    content = text.encode("utf-8", "surrogatepass")
    try:
        decoded = decode(content)
    except UndecodableError:
        return
    if decoded.encoding == "utf-8" and not text.startswith("\ufeff"):
        assert decoded.text == wanted
