"""Hedge lost, hedge gained: `is believed to be` told as `is`, and the reverse."""

from collections.abc import Iterator

from crisis_archive.model import Change
from crisis_archive.relating.reuse.changes.attribution import ATTRIBUTIONS
from crisis_archive.relating.reuse.changes.marking import Marker, Phrases, Retelling, first, markers, one_of
from crisis_archive.relating.reuse.lexis import SentenceTerms

_OPEN = one_of(
    # It may be so. (`May` is a month.)
    r"""(?-i:may)(?!_not_be_reached) might could(?!_(?:not|neither|no|n't)) perhaps maybe possibly
    (?<!as_)possible possibility potential potentially probably probable likely unlikely conceivably arguably
    presumably""",
    # It is said to be so.
    r"""reportedly allegedly alleged supposedly supposed purported purportedly ostensibly apparently
    seemingly (?:seems?|seemed|appears?|appeared)_(?:to|that|as) rumou?red unconfirmed unverified
    unclear uncertain preliminary provisional tentative tentatively suspected presumed reputed reputedly
    reported(?=_(?:killed|dead|injured|wounded|missing|hurt|lost|captured|arrested|destroyed|detained))
    (?:said|reported|claims?|claimed)_to(?=_be|_have) understood_to thought_to believed_to believed
    considered_to feared""",
    # Nobody could find out.
    r"""not_been_able_to_(?:verify|confirm|check)
    could_not_(?:be_)?(?:independently_)?(?:verif\w+|confirm\w*)
    (?:cannot|can't|could_not)_(?:rule_out|be_sure|say_for_certain)""",
)
_OPINION = one_of(
    r"""believes? think thinks thought_that expects? expect expected fears?(?=_(?:that|the|for)) suspects?
    suggest(?:s|ed|ing)?(?=_that) estimates? assume assumes assumed guess(?:es|ed)? hints? hinted
    indications? signs? doubts?"""
)
_ALSO_OPEN = one_of(
    r"""can able allow(?:s|ed|ing)? permit(?:s|ted)? entitled whether if
    not_(?:yet_)?(?:been_)?(?:confirmed|verified|known|established) for_the_moment so_far for_now
    up_to_now until_now to_date as_yet chance risk danger threat(?:en|ens|ened)? prospect liable set_to
    due_to plan(?:s|ned)? hope(?:s|d)? appears? appeared apparent seems? seemed unfinished incomplete
    would should allegation(?:s)? claim(?:s|ed|ing)? alleg(?:e|es|ing) in_(?:his|her|their|its)_view
    suspicion expectations? forecast(?:s)? predict(?:s|ed)? question(?:s|ed)? debate dispute(?:d|s)?
    contested"""
)
_CERTAIN = one_of(
    r"""certain(?!_\w+s) certainly certainty definite definitely undoubtedly no_doubt without_(?:a_)?doubt
    beyond_doubt proves? proved proven undeniabl[ey] guaranteed bound_to sure_to surely will_definitely"""
)
_GAINED = one_of(
    r"""(?-i:may) might perhaps maybe possibly probably reportedly allegedly alleged supposedly apparently
    seemingly (?:seems?|seemed|appears?|appeared)_to unconfirmed unverified believed_to thought_to
    said_to(?=_be|_have) presumably purportedly"""
)
_SOME = one_of(r"some(?!_(?:of|\d|two|three|four|five|six|seven|eight|nine|ten|hundred|thousand))", "certain")
_ANY_PART = one_of("some several certain few many most part parts number_of stretches areas half majority")
_FRAME = one_of("reports?_(?:from|of|say|said|show|suggest|that)")
_CONTINUES = one_of("also too likewise similarly")
_NEAR = 60


def hedge_lost(retelling: Retelling) -> Iterator[Change]:
    """What the source leaves open is told as settled.

    A hedge of the source counts where words near it are told again and the retelling leaves nothing
    open itself. What somebody merely thinks is settled where nobody is left to think it, or where the
    retelling calls it certain. A retelling that goes on (`also`) from a sentence of reports is still
    framed by it.
    """
    retold, certain = retelling.retold, first(_CERTAIN, [retelling.retold])
    settled = certain is not None and first(_CERTAIN, retelling.source) is None
    still_open = any(first(each, [retold]) is not None for each in (_OPEN, _OPINION, _ALSO_OPEN))
    hedge = _told_hedge(_OPEN, retelling)
    if hedge is not None and (settled or not (still_open or _framed(retelling))):
        yield Change("hedge lost", hedge.span, certain.span if certain and settled else None)
        return
    opinion = _told_hedge(_OPINION, retelling)
    if opinion is not None and (settled or not (still_open or first(ATTRIBUTIONS, [retold]))):
        yield Change("hedge lost", opinion.span, certain.span if certain and settled else None)
        return
    if hedge is None:
        yield from _some_lost(retelling)


def hedge_gained(retelling: Retelling) -> Iterator[Change]:
    """What the source states is told as open, and nothing in the source leaves it open in other words."""
    gained = first(_GAINED, [retelling.retold])
    if gained is not None and not any(
        first(each, retelling.source) for each in (_OPEN, _OPINION, _ALSO_OPEN, _ANY_PART)
    ):
        yield Change("hedge gained", None, gained.span)


def _told_hedge(pattern: Phrases, retelling: Retelling) -> Marker | None:
    """The first hedge of the source near which something is told again."""
    found = markers(pattern, retelling.source)
    return next((each for each in found if _told_again(each, retelling.retold)), None)


def _told_again(marker: Marker, retold: SentenceTerms) -> bool:
    text = marker.sentence.text
    near = (
        text[max(0, marker.start - _NEAR) : marker.start] + " " + text[marker.end : marker.end + _NEAR]
    ).casefold()
    return any(term in near for term in retold.terms if not term.startswith("#"))


def _some_lost(retelling: Retelling) -> Iterator[Change]:
    """`some flights` told as bare `flights`; with an article or `all` it is a wider scope instead."""
    if first(_ANY_PART, [retelling.retold]) is not None:
        return
    told = f" {retelling.retold.text.casefold()}"
    for marker in markers(_SOME, retelling.source):
        after = [word.strip(",.;:").casefold() for word in marker.sentence.text[marker.end :].split()[:2]]
        phrase = f" {' '.join(after)}"
        if (
            len(after) == 2
            and phrase in told
            and told[: told.index(phrase)].split()[-1:] not in (["the"], ["all"])
        ):
            yield Change("hedge lost", marker.span, None)
            return


def _framed(retelling: Retelling) -> bool:
    before = retelling.before_retold
    return (
        before is not None
        and first(_FRAME, [before]) is not None
        and first(_CONTINUES, [retelling.retold]) is not None
    )
