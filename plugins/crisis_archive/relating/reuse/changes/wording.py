"""Wording loaded: a word that judges or inflames where the source has a plain one."""

from collections.abc import Iterator

from crisis_archive.model import Change
from crisis_archive.relating.reuse.changes.marking import Retelling, markers, one_of
from crisis_archive.text.folding import fold

LOADED = one_of(
    # People and groups, named with contempt.
    r"""regimes? junta cronies crony henchmen henchman thugs? goons? mobs? hooligans? rabble hordes? swarms?
    vermin radicals? extremists? fanatics? zealots? agitators? rabble-rousers? troublemakers? rioters?
    looters? marauders? puppets? stooges? lackeys lackey traitors? tyrants? dictators? despots?
    strongman strongmen warlords? butchers? gangsters? crooks? criminals? villains? monsters?
    terrorists? militants? infiltrators? invaders? illegals elites? oligarchs? bureaucrats? cowards?
    liars? fat_cats? pen-pushers? do-gooders? bunglers?""",
    # Acts, told with heat.
    r"""flee(?:s|ing)? fled crackdowns? purges? witch-?hunts? massacres? bloodbaths? carnage
    slaughter(?:s|ed|ing)? butcher(?:ed|ing) rampag(?:e|es|ed|ing) ransack(?:s|ed|ing)?
    plunder(?:s|ed|ing)? pelt(?:s|ed|ing)? lash(?:es|ed|ing)?_out slam(?:s|med|ming)?
    blast(?:s|ed)?(?=_(?:the|his|her|its|their|\w+'s)) rip(?:s|ped)?_into hit(?:s)?_out
    rail(?:s|ed|ing)(?=_against) rant(?:s|ed|ing)? crow(?:s|ed|ing)? gloat(?:s|ed|ing)?
    boast(?:s|ed|ing)? brag(?:s|ged|ging)? whin(?:e|es|ed|ing) moan(?:s|ed|ing)? sneer(?:s|ed|ing)?
    scoff(?:s|ed|ing)? mock(?:s|ed|ing)? taunt(?:s|ed|ing)? browbeat bull(?:y|ies|ied|ying)
    strong-?arm(?:s|ed)? blackmail(?:s|ed|ing)? beg(?:s|ged|ging)? grovel(?:s|led|ling)?
    cav(?:e|es|ed|ing)_in cower(?:s|ed|ing)? panic(?:s|ked|king)? storm(?:s|ed)?_out
    bungl(?:e|es|ed|ing) botch(?:es|ed|ing)? squander(?:s|ed|ing)? fritter(?:ed|s)? hush(?:ed)?_up
    cover-?ups? whitewash(?:es|ed)? conceal(?:s|ed|ing)? hid(?:es|ing) stonewall(?:s|ed|ing)?
    dodg(?:e|es|ed|ing) wriggl(?:e|es|ed|ing) smear(?:s|ed|ing)? conspir(?:e|es|ed|ing)
    plot(?:s|ted|ting)? scheme(?:s|d)? grab(?:s|bed|bing)? seiz(?:e|es|ed|ing)_on exploit(?:s|ed|ing)?
    pounc(?:e|es|ed|ing) unleash(?:es|ed|ing)? wreak(?:s|ed|ing)? ravag(?:e|es|ed|ing)
    devastat(?:e|es|ed|ing) obliterat(?:e|es|ed|ing) lay(?:s|ing)?_waste laid_waste
    wip(?:e|es|ed|ing)_out cripp(?:le|les|led|ling)
    crush(?:es|ed|ing)?(?=_(?:the|all|any|dissent|protest)) flood(?:s|ed|ing)?_in pour(?:s|ed|ing)?_in
    invad(?:e|es|ed|ing) grip(?:s|ped)?_by_fear snub(?:s|bed|bing)? betray(?:s|ed|ing|al)?""",
    # Judgements.
    r"""disgraceful(?:ly)? shameful(?:ly)? shameless(?:ly)? scandal(?:s|ous|ously)? outrag(?:e|eous|eously)
    appalling(?:ly)? shocking(?:ly)? horrif(?:ic|ying) horrifically terrif(?:ied|ying) monstrous
    brutal(?:ly)? savage(?:ly)? barbaric vicious(?:ly)? ruthless(?:ly)? merciless(?:ly)? cruel(?:ly)?
    callous(?:ly)? heartless(?:ly)? cynical(?:ly)? sinister notorious(?:ly)? infamous(?:ly)? so-called
    corrupt(?:ion)? crooked rotten bungling hapless incompetent(?:ly)? clueless feckless spineless
    toothless pathetic(?:ally)? laughable ludicrous(?:ly)? absurd(?:ly)? farc(?:e|ical) desperate(?:ly)?
    frantic(?:ally)? hysterical(?:ly)? furious(?:ly)? angr(?:y|ily) defiant(?:ly)? embattled beleaguered
    besieged disgraced under-fire chaotic(?:ally)? chaos mayhem catastroph(?:e|ic|ically) apocalyptic
    nightmare(?:s|ish)? hellish hell bloody bloodthirsty deadly_serious dictatorial tyrannical despotic
    authoritarian illegitimate rogue evil wicked vile despicable heinous reckless(?:ly)? blatant(?:ly)?
    flagrant(?:ly)? brazen(?:ly)? sham rigged stolen fake phon(?:y|ey) bogus trumped-up draconian
    heavy-handed iron-fisted jackbooted paltry miserly measly pitiful(?:ly)? whopping staggering(?:ly)?
    eye-watering obscene(?:ly)? jaw-dropping historic_failure heroic(?:ally)? brave(?:ly)?
    courageous(?:ly)? noble triumph(?:ant|antly)? glorious martyrs? dream evil-doers? tragic(?:ally)?""",
    # Things, magnified.
    r"""fiasco debacle shambles scandal bombshell onslaught blitz inferno terror horror fury rage wrath
    backlash
    meltdown anarchy lawlessness""",
)


def wording_loaded(retelling: Retelling) -> Iterator[Change]:
    """A loaded word of the retelling that the source does not use in any form."""
    found = list(markers(LOADED, [retelling.retold]))
    given = " ".join(fold(sentence.text) for sentence in retelling.source) if found else ""
    for marker in found:
        stem = fold(marker.text)[:5]
        if stem not in given and not _quoted(marker.sentence.text, marker.start):
            yield Change("wording loaded", None, marker.span)
            return


def _quoted(text: str, at: int) -> bool:
    """Whether a place stands inside double quotation marks: then the word is somebody's own."""
    opened = sum(text[:at].count(mark) for mark in '"\N{LEFT DOUBLE QUOTATION MARK}')
    closed = text[:at].count("\N{RIGHT DOUBLE QUOTATION MARK}")
    straight = text[:at].count('"')
    return straight % 2 == 1 or opened - straight > closed
