"""A day or an hour on a line of its own above the headline (`March 5, 2019`, `Publié le 05/03/2019 à 09h14`).

It is neither headline nor text. What it says is not lost: the date of a text is read from the file as it was
found.
"""

import re
from typing import Final

from crisis_archive.cleaning.blocks import blocks_of, remove
from crisis_archive.cleaning.furniture.forms import DATELINE
from crisis_archive.cleaning.headline import is_headline
from crisis_archive.cleaning.page import Page
from crisis_archive.draft import Draft
from crisis_archive.text.marks import ends_sentence
from crisis_archive.text.reasons import reason

_DAYS: Final = (
    "january february march april may june july august september october november december jan feb mar "
    "apr jun jul aug sep sept oct nov dec januar februar märz mai juni juli oktober dezember dez okt "
    "mrz janvier février mars avril juin juillet août septembre octobre novembre décembre janv févr "
    "juil déc enero febrero marzo abril mayo junio julio agosto septiembre setiembre octubre noviembre "
    "diciembre ene abr ago dic janeiro fevereiro março maio junho julho setembro outubro novembro "
    "dezembro fev out set gennaio febbraio aprile maggio giugno luglio settembre ottobre dicembre gen "
    "mag giu lug ott januari februari maart mei augustus mrt monday tuesday wednesday thursday friday "
    "saturday sunday mon tue tues wed thu thur thurs fri sat sun montag dienstag mittwoch donnerstag "
    "freitag samstag sonntag lundi mardi mercredi jeudi vendredi samedi dimanche lunes martes miércoles "
    "jueves viernes sábado domingo segunda terça quarta quinta sexta feira lunedì martedì mercoledì "
    "giovedì venerdì sabato domenica maandag dinsdag woensdag donderdag vrijdag zaterdag zondag"
)
"""Months and days of the week in English, German, French, Spanish, Portuguese, Italian, Dutch."""
_BESIDE: Final = (
    "published posted updated last modified created date on at added first publié publiée mis mise à "
    "jour le modifié publicado publicada actualizado actualizada última actualización fecha el a las "
    "hora horas de del atualizado em às pubblicato aggiornato il alle ore veröffentlicht aktualisiert "
    "zuletzt stand datum am um uhr gepubliceerd bijgewerkt op om uur h hrs min am pm gmt utc est edt "
    "cet cest bst et st nd rd th er"
)
"""What stands beside them."""
_WORDS: Final = frozenset(f"{_DAYS} {_BESIDE}".split())
_WORD = re.compile(r"[^\W\d_]+")
_LONGEST = 100  # characters
_WHY = reason("A day or an hour above the headline, where the page said when it was published.")


def is_stamp(line: str) -> bool:
    """Whether a line holds a day or an hour and nothing else."""
    if len(line) > _LONGEST or not any(char.isdigit() for char in line):
        return False
    words = _WORD.findall(line.lower())
    return DATELINE.fullmatch(line) is not None or (
        _WORDS.issuperset(words) and (bool(words) or any(mark in line for mark in ":/.-"))
    )


def run(draft: Draft, page: Page) -> None:
    """Remove the line above a headline that holds nothing else."""
    blocks = blocks_of(draft.text)
    if len(blocks) < 3:
        return
    stamp, headline, *below = (block.text for block in blocks[:4])
    if not is_stamp(stamp) or is_stamp(headline):
        return
    text = max(below, key=len)  # a byline may stand above it
    if is_headline(headline, text) and not ends_sentence(headline) and len(text) > len(headline):
        remove(draft, "stamps", blocks, {0: _WHY})
