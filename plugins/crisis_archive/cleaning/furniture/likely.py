"""Words that speak of a site: a line that holds some is suspected, and where it stands confirms it or not."""

import re
from collections.abc import Iterable
from typing import Final

_LIKELY_WORDS = (
    r"subscri(?:be|ption)",
    r"newsletter",
    r"log ?in",
    r"sign (?:in|up)",
    r"register(?:ed)? users?",
    r"password",
    r"cookies",
    r"javascript",
    r"privacy policy",
    r"terms (?:of|and|&) (?:use|service|conditions)",
    r"user agreement",
    r"all rights reserved",
    r"copyright",
    r"©",
    r"click (?:here|on|to)",
    r"advertis(?:e|ing|ers?|ements?)",
    r"rss",
    r"posted by",
    r"comments? (?:policy|below|section)",
    r"inbox",
    r"your (?:comments?|e-?mail|browser|account|name|friends?)",
    r"e-?mail (?:this|address|alerts?|newsletters?)",
    r"follow us",
    r"facebook",
    r"twitter",
    r"download",
    r"free trial",
    r"terms apply",
    r"read more",
    r"find out (?:how|more)",
    r"sponsored",
    r"webmaster",
    r"powered by",
    r"third.party",
    r"this (?:web)?site",
    r"our (?:web)?site",
    r"may not be (?:published|reproduced)",
    r"report abuse",
    r"trademarks? (?:of|are)",
    r"disclaimer",
    r"reserves the right",
    r"for informational purposes",
    r"offensive",
    r"moderat(?:ed|ors?)",
    r"privacidade",
    r"política de",
    r"todos (?:os|los) ",
    r"datenschutz",
    r"impressum",
    r"mentions légales",
    r"tous droits",
    r"kommentare?",
    r"abonn\w+",
    r"iniciar",
    r"suscr\w+",
    r"inscri\w+",
)


def _by_first_letter(patterns: Iterable[str]) -> str:
    """The patterns as one, in which those that begin with the same letter share it.

    Each must begin with a letter that stands for itself. `re` tries the alternatives of a pattern one by one
    at every place: asked for the letter first, it passes over what cannot begin any of them.
    """
    rests: dict[str, list[str]] = {}
    for pattern in patterns:
        rests.setdefault(pattern[0], []).append(pattern[1:])
    alternatives = [f"{first}(?:{'|'.join(rest)})" for first, rest in rests.items()]
    return rf"(?=[{''.join(rests)}])(?:{'|'.join(alternatives)})"


_LIKELY: Final = re.compile(rf"(?<![^\W_]){_by_first_letter(_LIKELY_WORDS)}\b")


def likely_words(line: str) -> int:
    """How many words of a line speak of a site."""
    return len(_LIKELY.findall(line.lower()))
