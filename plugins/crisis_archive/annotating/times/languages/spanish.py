"""Spanish words for time."""

from typing import Final

from crisis_archive.annotating.times.lexicon import Words

_MONTHS = "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre".split()
_DAYS = "lunes martes miércoles jueves viernes sábado domingo".split()
_NUMBERS = "un dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce quince".split()

SPANISH: Final = Words(
    code="es",
    months={
        **{name: number for number, name in enumerate(_MONTHS, 1)},
        "setiembre": 9,
        "ene": 1,
        "feb": 2,
        "mar": 3,
        "abr": 4,
        "may": 5,
        "jun": 6,
        "jul": 7,
        "ago": 8,
        "sep": 9,
        "sept": 9,
        "oct": 10,
        "nov": 11,
        "dic": 12,
    },
    weekdays={
        **{name: number for number, name in enumerate(_DAYS)},
        "miercoles": 2,
        "sabado": 5,
    },
    capital=False,
    months_alone="en|de|desde|hasta|a|para|y|o|este|próximo|pasado|durante|entre|del",
    numbers={
        **{name: number for number, name in enumerate(_NUMBERS, 1)},
        "una": 1,
        "veinte": 20,
        "treinta": 30,
    },
    units={
        "día": "day",
        "días": "day",
        "dia": "day",
        "dias": "day",
        "semana": "week",
        "semanas": "week",
        "mes": "month",
        "meses": "month",
        "año": "year",
        "años": "year",
        "fin de semana": "weekend",
    },
    days={
        "hoy": 0,
        "ayer": -1,
        "anteayer": -2,
        "antier": -2,
        "anoche": -1,
        "esta noche": 0,
        "esta mañana": 0,
        "esta tarde": 0,
        "pasado mañana": 2,
        "ayer por la mañana": -1,
        "ayer por la tarde": -1,
        "ayer por la noche": -1,
    },
    dates=(
        r"(?:{weekday},? )?(?:[Ee]l )?{day}(?:º|°)? de {month}(?:(?: de| del|,) {year})?",
        r"{weekday},? {day}(?:/| ){month}(?:/| ){year}",
        r"{day} {month},? {year}",
        r"{month} {day}, {year}",
        r"{month} (?:de |del )?(?:año )?{year}",
    ),
    month_pairs="o|a",
    day_pairs="a|al|o",
    weekday_last="el pasado|pasado",
    weekday_next="el próximo|próximo|el proximo",
    weekday_this="este",
    weekday_not="cada|todos los|los|semana",
    day_part="(?:por|en|a) la (?:mañana|tarde|noche)|al mediodía",
    year_before="en|desde|de|del|hasta|año|entre|y|a|durante|para|finales de|principios de|el",
    relative=(
        ("ago", r"(?:desde )?hace (?:unos |casi |más de )?{n} {unit}|{n} {unit} atrás"),
        ("past-span", r"(?:los|las) (?:últim[oa]s|pasad[oa]s) {n} {unit}"),
        ("next-span", r"(?:los|las) (?:próxim[oa]s|siguientes) {n} {unit}"),
        ("after", r"{n} {unit} después de(?:l)?|(?:al|el) {unit} siguiente (?:de|a)"),
        ("before", r"{n} {unit} antes de(?:l)?"),
        ("later", r"{n} {unit} (?:después|más tarde)|(?:al|el|la) {unit} siguiente"),
        ("earlier", r"{n} {unit} antes"),
        ("last", r"(?:el|la) {unit} (?:pasad[oa]|anterior)|(?:el|la) pasad[oa] {unit}"),
        ("this", r"est[ea] {unit}"),
        (
            "next",
            r"(?:el|la) (?:próxim[oa]|proxim[oa]) {unit}|(?:el|la) {unit} (?:próxim[oa]|que viene|entrante)",
        ),
        ("ahead", r"(?:dentro de|en) {n} {unit}"),
    ),
    of_last_year="del (?:año pasado|pasado año)",
    of_this_year="de(?:l presente| este) año",
    of_next_year="del (?:próximo año|año próximo|año que viene)",
    future=r"\w+(?:rá|rán|ré|remos|ría|rían)|(?:va|van|voy|vamos) a|prevén?|previst[oa]s?|planean?",
    past=(
        r"\w{2,}(?:ó|aron|ieron|ado|ido)|fue|fueron|era|eran|había|habían|ha|han|dijo|hizo|hubo|estuvo|tuvo|"
        r"puso|vino|quiso|pudo|dio|vio|murió"
    ),
    ahead="hasta|antes de|antes del|para",
    behind="desde|tras",
    last_after="pasado|último",
    next_after="próximo|que viene",
)
