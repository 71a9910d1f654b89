"""What a language model said around the text that it was asked for (`Sure! Here is the rewritten article:`).

Only the first and the last lines of a text, and only words that speak of the text as one that was made: of
news nobody says so. That a program wrote the text is told by the reason of the change.
"""

import re
from collections.abc import Sequence

from crisis_archive.cleaning.blocks import Block, blocks_of, remove
from crisis_archive.cleaning.page import Page
from crisis_archive.draft import Draft
from crisis_archive.text.reasons import reason

_APOSTROPHE = "['\N{RIGHT SINGLE QUOTATION MARK}]"
_REWRITTEN = r"re-?writ(?:e|ten)|re-?word(?:ed|ing)|re-?phras(?:ed|ing)|paraphras(?:e|ed|ing)|humani[sz]ed"
_MADE = (
    rf"(?:{_REWRITTEN}|summar(?:y|i[sz]ed)|translat(?:ion|ed)|shorten(?:ed)?|simplified|polished|improved"
    r"|revised|edited|condensed|expanded|cleaned)"
)
_WHAT = (
    r"(?:article|text|version|passage|news|story|piece|report|paragraph|draft|translation|content|summary)"
)
_YES = r"(?:sure(?: thing)?|certainly|of course|absolutely|ok(?:ay)?|great|yes)\b[,!.\s-]{1,4}"
_HERE = rf"here(?:{_APOSTROPHE}s| is| are)"
_OPENING = re.compile(
    rf"(?:{_YES})?(?:{_HERE}|below (?:is|are)|this is|i(?:{_APOSTROPHE}ve| have))\b"
    rf"(?=.{{0,120}}\b{_MADE}\b)(?=.{{0,160}}\b{_WHAT}\b).{{5,250}}:"
    rf"|{_YES}(?:{_HERE}|below is)\b.{{0,200}}\b{_WHAT}\b.{{0,120}}[:.]"
    # Spanish and Portuguese, French, German, Italian
    r"|(?:\W?claro\W{1,3}|por supuesto\W{1,3})?(?:aquí (?:tienes|está)|aqui está) .{0,120}\b(?:reescrit"
    r"|reformulad|parafrasead|resumid|traducid|traduzid)[oa]s?\b.{0,100}:"
    r"|(?:bien sûr\W{1,4})?voici .{0,120}\b(?:réécrit|reformulé|paraphrasé|résumé|traduit)e?s?\b.{0,100}:"
    r"|(?:(?:gerne|natürlich|klar)\W{1,3})?hier ist .{0,120}\b(?:umgeschrieben|umformuliert|überarbeitet"
    r"|zusammengefasst|übersetzt)\w{0,3}\b.{0,100}:"
    r"|(?:certo\W{1,3})?ecco .{0,120}\b(?:riscritt|riformulat|parafrasat|riassunt|tradott)[oa]\b.{0,100}:"
    rf"|\W{{0,3}}(?:{_REWRITTEN}|summari[sz]ed|translated|revised) {_WHAT}\W{{0,3}}:\W{{0,3}}",
    re.IGNORECASE,
)
_CLOSING = re.compile(
    r"(?:please )?let me know if (?:you|this|there)\b.{5,250}"
    rf"|i hope (?:this|that) (?:helps|version|rewrite|{_WHAT} (?:helps|meets))\b.{{0,250}}"
    r"|(?:please )?(?:feel free|do not hesitate|don.t hesitate) to (?:ask|adjust|modify|edit|let me know)\b"
    r".{0,250}"
    r"|would you like me to\b.{5,250}\?"
    rf"|(?:\W{{0,3}}note\W{{1,4}})?(?:this|the) (?:(?:{_REWRITTEN}) {_WHAT} (?:keeps|retains|maintains"
    rf"|preserves)|{_WHAT} (?:has been|was|is) (?:{_REWRITTEN}))\b.{{0,250}}"
    r"|as an ai(?: language)? (?:model|assistant)\b.{0,400}",
    re.IGNORECASE,
)
_MOST = 2  # lines
_WHY = reason("A program's own words around a text that it wrote or rewrote.")


def run(draft: Draft, page: Page) -> None:
    """Remove what a program said before the text and behind it."""
    blocks = blocks_of(draft.text)
    if page.is_html or len(blocks) < 2:
        return
    first = _leading(blocks, _OPENING)
    last = _leading(blocks[len(first) :][::-1], _CLOSING)
    numbers = [*first, *(len(blocks) - 1 - number for number in last)]
    if 0 < len(numbers) < len(blocks):
        remove(draft, "chatter", blocks, dict.fromkeys(numbers, _WHY))


def _leading(blocks: Sequence[Block], pattern: re.Pattern[str]) -> list[int]:
    """The numbers of the first lines that a pattern fits."""
    found = []
    for number, block in enumerate(blocks[:_MOST]):
        if not pattern.fullmatch(block.text):
            break
        found.append(number)
    return found
