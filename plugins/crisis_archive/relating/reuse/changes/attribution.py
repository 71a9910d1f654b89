"""Attribution lost: what somebody says is told as a fact."""

from collections.abc import Iterator

from crisis_archive.model import Change
from crisis_archive.relating.reuse.changes.marking import Retelling, first, one_of

ATTRIBUTIONS = one_of(
    r"""says? said saying tells? (?<!been_)told telling according_to stated states?(?=_that) stating wrote
    writes? claim(?:s|ed|ing)? alleg(?:e|es|ed|ing|ations?) assert(?:s|ed|ing)? argu(?:e|es|ed|ing)
    insist(?:s|ed|ing)? maintain(?:s|ed)? contend(?:s|ed)? den(?:y|ies|ied|ying) announc(?:e|es|ed|ing)
    declar(?:e|es|ed|ing) report(?:s|ed|ing)? warn(?:s|ing)? (?<!been_)warned accus(?:e|es|ed|ing)
    blam(?:e|es|ed|ing) admit(?:s|ted|ting)? owns?_up owned_up acknowledg(?:e|es|ed|ing)
    conced(?:e|es|ed|ing) confirm(?:s|ed|ing)? explain(?:s|ed|ing)? add(?:s|ed|ing)(?=_that|,)
    not(?:es|ed|ing)(?=_that) repl(?:y|ies|ied|ying) answer(?:s|ed|ing)? respond(?:s|ed|ing)?
    retort(?:s|ed)? comment(?:s|ed|ing)? remark(?:s|ed|ing)? recall(?:s|ed|ing)? recount(?:s|ed|ing)?
    testif(?:y|ies|ied) suggest(?:s|ed|ing)? believ(?:e|es|ed) thinks? thought fears? feared
    expect(?:s|ed)? estimat(?:e|es|ed|ing) reckon(?:s|ed|ing)? put puts putting counts? counted
    speaks?_of speaking_of spoke_of describ(?:e|es|ed|ing) called calls? calling(?!_for)""",
    r"""label(?:s|led|ling)? denounc(?:e|es|ed|ing) condemn(?:s|ed|ing)? reject(?:s|ed|ing)?
    dismiss(?:es|ed|ing)? predict(?:s|ed|ing)? forecast(?:s|ers?)? conclud(?:e|es|ed|ing)
    promis(?:e|es|ed|ing) vow(?:s|ed|ing)? pledg(?:e|es|ed|ing) threaten(?:s|ed|ing)? urg(?:e|es|ed|ing)
    ask(?:s|ed|ing)? quot(?:e|es|ed|ing) cit(?:e|es|ed|ing) reveal(?:s|ed|ing)? complain(?:s|ed|ing)?
    tweet(?:s|ed|ing)? publish(?:es|ed)? statement inform(?:s|ed|ing)? indicat(?:e|es|ed|ing)
    agree(?:s|d)?(?=_that) disput(?:e|es|ed|ing) doubt(?:s|ed)? hop(?:e|es|ed)(?=_that|_to) makes?_known
    made_known in_the_words_of by_(?:his|her|its|their)_own
    \w+['’]s?_(?:estimate|account|view|version|words|case|count|side)
    (?:his|her|its|their)_(?:estimate|account|view|version|words|case|count) speaking_for finds? found
    excuse gives_the gave_the regards? sees?(?=_it|_no) quipped joked sources? spokes\w+ shows?(?=_that)
    on_condition refus(?:e|es|ed|ing)(?=_to_(?:recogni[sz]e|accept|confirm|comment)) considers?
    considered deems? deemed proclaim(?:s|ed|ing)? pronounc(?:e|es|ed|ing) affirm(?:s|ed|ing)?
    profess(?:es|ed|ing)? repudiat(?:e|es|ed|ing) refut(?:e|es|ed|ing)""",
)
_DECLARED = (
    r"declare[sd]?"
    r"(?!(?:_[\w'’]+){1,4}_(?:mourning|emergency|war|disaster|law|ceasefire|truce|holiday|curfew))"
)
"""What is so because it is declared (three days of mourning) is no claim."""
_DENIED = (
    r"(?<!was_)(?<!were_)(?<!been_)(?<!being_)den(?:y|ies|ied|ying)(?=_(?:that|it(?!_an?_)|he|she|they|any|ever|"
    r"(?:the_|these_|such_)?(?:claims?|reports?|allegations?|accusations?|rumou?rs)|\w+ing)(?!\w))"
)
"""Somebody denies that it is so; nobody is denied a visa."""
_FIRM = one_of(
    r"""says? said saying tells?(?=_(?:us|me|reporters|journalists|this)) according_to stated(?=_that)
    stating (?<!been_)told(?!(?:_[\w'’]+){1,6}_to_\w) been_told(?=_orally)
    claim(?:s|ed|ing)?(?=_(?:that|to|it|he|she|they|the)) alleges? asserts? asserted argues? argued
    insists? insisted contends? contended
    believes? fear(?=_(?:the|that))
    fears?(?=_that) estimates? estimated describ(?:es|ed|ing)(?=.{1,40}_as_)
    calling(?=_(?:it|him|her|them|this|that|what)) warn(?:s|ed)?_that accus(?:es|ed|ing)
    (?<=s_)report(?=_\w) report(?:s|ed|ing)(?=_(?:that|seeing|having)) reckons? complains?(?=_that)
    complained(?=_that) testified""",
    _DECLARED,
    _DENIED,
)


def attribution_lost(retelling: Retelling) -> Iterator[Change]:
    """The source says who says so; the retelling says it itself, and nothing in it points to a speaker."""
    given = first(_FIRM, retelling.source)
    if given is None or first(ATTRIBUTIONS, [retelling.retold]) is not None:
        return
    if any(
        mark in retelling.retold.text
        for mark in '"\N{LEFT DOUBLE QUOTATION MARK}\N{LEFT-POINTING DOUBLE ANGLE QUOTATION MARK}'
    ):
        return
    yield Change("attribution lost", given.span, None)
