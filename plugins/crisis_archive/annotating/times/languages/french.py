"""French words for time."""

from typing import Final

from crisis_archive.annotating.times.lexicon import Words

_MONTHS = "janvier février mars avril mai juin juillet août septembre octobre novembre décembre".split()
_DAYS = "lundi mardi mercredi jeudi vendredi samedi dimanche".split()
_NUMBERS = "un deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze".split()

FRENCH: Final = Words(
    code="fr",
    months={
        **{name: number for number, name in enumerate(_MONTHS, 1)},
        "fevrier": 2,
        "aout": 8,
        "decembre": 12,
        "janv": 1,
        "févr": 2,
        "fév": 2,
        "avr": 4,
        "juil": 7,
        "sept": 9,
        "oct": 10,
        "nov": 11,
        "déc": 12,
    },
    weekdays={name: number for number, name in enumerate(_DAYS)},
    capital=False,
    months_alone=(
        "en|de|depuis|jusqu['’]en|début|fin|mi|d['’]ici|à|et|ou|mois de|ce|entre|dès|courant|jusqu['’]à"
    ),
    numbers={
        **{name: number for number, name in enumerate(_NUMBERS, 1)},
        "une": 1,
        "vingt": 20,
        "trente": 30,
    },
    units={
        "jour": "day",
        "jours": "day",
        "semaine": "week",
        "semaines": "week",
        "mois": "month",
        "an": "year",
        "ans": "year",
        "année": "year",
        "années": "year",
        "week-end": "weekend",
    },
    days={
        "aujourd'hui": 0,
        "aujourd’hui": 0,
        "hier": -1,
        "avant-hier": -2,
        "demain": 1,
        "ce soir": 0,
        "ce matin": 0,
        "cet après-midi": 0,
        "hier soir": -1,
        "hier matin": -1,
        "demain soir": 1,
        "demain matin": 1,
        "après-demain": 2,
        "la nuit dernière": -1,
        "cette nuit": 0,
    },
    dates=(
        r"(?:{weekday},? )?(?:[Ll]e )?{day}(?:er)? {month}(?:,? {year})?",
        r"{month},? {year}",
    ),
    month_pairs="ou|à",
    day_pairs="au|ou|à",
    weekday_last="(?!)",
    weekday_next="(?!)",
    weekday_this="ce",
    weekday_not="chaque|tous les|les",
    day_part="(?:matin|après-midi|soir|midi)",
    year_before=(
        "en|depuis|de|dès|jusqu['’]en|année|l['’]année|fin|début|mi|et|à|entre|l['’]an|d['’]ici|avant|après"
    ),
    relative=(
        ("ago", r"il y a (?:environ |près de |plus de )?{n} {unit}"),
        ("past-span", r"(?:ces|les) {n} dernier(?:s|e|es) {unit}|(?:ces|les) {n} dernières {unit}"),
        ("next-span", r"(?:les|ces) {n} prochain(?:s|es) {unit}"),
        ("after", r"{n} {unit} après|le lendemain d(?:e|u)"),
        ("before", r"{n} {unit} avant|la veille d(?:e|u)"),
        ("later", r"{n} {unit} plus tard|le lendemain"),
        ("earlier", r"{n} {unit} plus tôt|la veille"),
        ("last", r"(?:la |l['’]|le )?{unit} (?:dernière|dernier|passée|passé|précédente?)"),
        ("this", r"(?:cette|ce) {unit}"),
        ("next", r"(?:la |l['’]|le )?{unit} (?:prochaine?|suivante?)"),
        ("ahead", r"(?:dans|d['’]ici) {n} {unit}"),
    ),
    of_last_year="(?:de )?l['’](?:an dernier|année dernière|an passé)",
    of_this_year="de cette année",
    of_next_year="(?:de )?l['’](?:an prochain|année prochaine)",
    future=(
        r"\w{2,}(?:era|eront|ira|iront|dra|dront|rait|raient)|va|vont|sera|seront|aura|auront|"
        r"prévue?s?|doit|doivent"
    ),
    past=(
        r"\w{2,}(?:ée?s?|aient)|était|étaient|avait|avaient|a|ont|fut|furent|est|sont|dit|mort|pris|mis|"
        r"fait|été|eu"
    ),
    ahead="d['’]ici|jusqu['’]à|avant",
    behind="depuis|après",
    last_after="dernier",
    next_after="prochain",
)
