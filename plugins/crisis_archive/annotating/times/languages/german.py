"""German words for time."""

from typing import Final

from crisis_archive.annotating.times.lexicon import Words

_MONTHS = "januar februar märz april mai juni juli august september oktober november dezember".split()
_DAYS = "montag dienstag mittwoch donnerstag freitag samstag sonntag".split()
_NUMBERS = "ein zwei drei vier fünf sechs sieben acht neun zehn elf zwölf".split()

GERMAN: Final = Words(
    code="de",
    months={
        **{name: number for number, name in enumerate(_MONTHS, 1)},
        "jänner": 1,
        "feber": 2,
        "maerz": 3,
        "jan": 1,
        "feb": 2,
        "mär": 3,
        "mrz": 3,
        "apr": 4,
        "jun": 6,
        "jul": 7,
        "aug": 8,
        "sep": 9,
        "sept": 9,
        "okt": 10,
        "nov": 11,
        "dez": 12,
    },
    weekdays={
        **{name: number for number, name in enumerate(_DAYS)},
        "sonnabend": 5,
        **{
            f"{name}{part}": number
            for number, name in enumerate(_DAYS)
            for part in ("morgen", "vormittag", "mittag", "nachmittag", "abend", "nacht")
        },
    },
    capital=True,
    months_alone="",
    numbers={
        **{name: number for number, name in enumerate(_NUMBERS, 1)},
        "eine": 1,
        "einem": 1,
        "einer": 1,
        "einen": 1,
        "zwanzig": 20,
        "dreißig": 30,
    },
    units={
        "tag": "day",
        "tage": "day",
        "tagen": "day",
        "tages": "day",
        "woche": "week",
        "wochen": "week",
        "monat": "month",
        "monate": "month",
        "monaten": "month",
        "monats": "month",
        "jahr": "year",
        "jahre": "year",
        "jahren": "year",
        "jahres": "year",
        "wochenende": "weekend",
        "wochenendes": "weekend",
    },
    days={
        "heute": 0,
        "gestern": -1,
        "vorgestern": -2,
        "übermorgen": 2,
        "heute morgen": 0,
        "heute abend": 0,
        "heute nacht": 0,
        "gestern abend": -1,
        "gestern morgen": -1,
        "gestern nacht": -1,
        "gestern nachmittag": -1,
        "morgen abend": 1,
        "morgen früh": 1,
        "heute früh": 0,
        "heute vormittag": 0,
        "heute nachmittag": 0,
        "letzte nacht": -1,
    },
    dates=(
        r"(?:{weekday},? )?(?:(?:dem|den|der) )?{day}\. ?{month}(?:,? {year})?",
        r"{month} {year}",
    ),
    month_pairs="oder|bis",
    day_pairs=r"bis|oder|bis zum",
    weekday_last="letzten|vergangenen|am vergangenen|am letzten|letzter|vorigen",
    weekday_next="nächsten|kommenden|am kommenden|am nächsten|nächster",
    weekday_this="diesen|diesem",
    weekday_not="jeden|jeder",
    day_part="(?:früh|morgen|vormittag|mittag|nachmittag|abend|nacht)",
    year_before=(
        "in|im|im jahr|im jahre|seit|bis|von|ab|jahr|jahres|nach|vor|und|der|des|das|ende|anfang|mitte"
    ),
    relative=(
        ("ago", r"vor (?:rund |etwa |gut |knapp |fast |mehr als )?{n} {unit}"),
        ("past-span", r"(?:in den |den |die )?(?:letzten|vergangenen) {n} {unit}"),
        ("next-span", r"(?:in den |den |die )?(?:nächsten|kommenden) {n} {unit}"),
        ("after", r"{n} {unit} nach|(?:am|der|einen) {unit} nach"),
        ("before", r"{n} {unit} vor|(?:am|der|einen) {unit} vor"),
        ("later", r"{n} {unit} (?:später|danach)|am (?:nächsten|folgenden) {unit}"),
        ("earlier", r"{n} {unit} (?:früher|zuvor|vorher)|am {unit} zuvor|am vorigen {unit}"),
        ("last", r"(?:letzte[nrsm]?|vergangene[nrsm]?|vorige[nrsm]?|vorherige[nrsm]?) {unit}"),
        ("this", r"(?:diese[nrsm]?|laufende[nrsm]?) {unit}"),
        ("next", r"(?:nächste[nrsm]?|kommende[nrsm]?) {unit}"),
        ("ahead", r"(?:in|binnen) {n} {unit}"),
    ),
    of_last_year="(?:des )?(?:letzten|vergangenen|vorigen) Jahres",
    of_this_year="(?:dieses|des laufenden) Jahres",
    of_next_year="(?:des )?(?:nächsten|kommenden) Jahres",
    future=r"wird|werden|will|wollen|soll|sollen|möchte|plant|planen|geplant|würde|könnte|dürfte|muss",
    past=(
        r"\w+(?:te|ten)|war|waren|wurde|wurden|hatte|hatten|hat|haben|ist|sind|ge\w+(?:t|en)|sagte|kam|kamen|"
        r"ging|gingen|gab|gaben|stand|fiel|nahm|hielt|traf|starb|starben|begann|griff|schlug|rief|ließ|lag|sprach"
    ),
    ahead="bis|ab",
    behind="seit|nach",
)
