"""Closed classes of English words and the verbs that mark speech."""

from typing import Final


def _forms(verbs: str) -> frozenset[str]:
    """Third person, past and base of regular verbs; `stop+p` doubles its last letter."""
    found = set()
    for entry in verbs.split():
        verb, _, doubled = entry.partition("+")
        found.add(verb)
        if verb.endswith(("s", "sh", "ch", "x", "z")):
            found.add(verb + "es")
        elif verb.endswith("y") and verb[-2] not in "aeo":
            found.add(verb[:-1] + "ies")
        else:
            found.add(verb + "s")
        if verb.endswith("e"):
            found.add(verb + "d")
        elif verb.endswith("y") and verb[-2] not in "aeo":
            found.add(verb[:-1] + "ied")
        else:
            found.add(verb + doubled + "ed")
    return frozenset(found)


def _participles(verbs: str) -> frozenset[str]:
    found = set()
    for entry in verbs.split():
        verb, _, doubled = entry.partition("+")
        found.add((verb[:-1] if verb.endswith("e") and not verb.endswith("ee") else verb + doubled) + "ing")
    return frozenset(found)


_SPEECH: Final = (
    "accuse acknowledge add address admit+t advise affirm agree allege announce answer appeal argue ask "
    "assert assure attack blame blast boast brand call caution charge cite claim clarify comment "
    "complain concede conclude condemn confess confirm continue contend counter credit criticize "
    "criticise cry declare decry defend demand denounce deny deride describe detail disclose dismiss "
    "dispute dub+b echo elaborate emphasize emphasise encourage estimate exclaim exhort explain express "
    "finish hail hint identify implore imply indicate inform insinuate insist interject joke label "
    "lament lambast lambaste lash laud list maintain mention mock mutter name note object observe offer "
    "opine order pledge plead portray post praise predict press proclaim promise propose protest "
    "question quip+p rail reaffirm reason rebuke recall recount refer+r reiterate reject relate remark "
    "remember remind repeat reply report request respond retort reveal ridicule scoff scream shout "
    "signal slam+m speculate state stress suggest summarize surmise tease testify thank threaten tout "
    "trumpet tweet urge voice vow warn whisper wonder yell scold chide characterize "
    "characterise"
)
_IRREGULAR: Final = (
    "say says said tell tells told write writes wrote written read reads speak speaks spoke hold holds "
    "held think thinks thought know put puts go went got quote quotes quoted swear swears swore "
    "retweeted retweets"
)
_NOT_ALONE: Final = frozenset("hold holds held think thinks thought know put puts go went got".split())

SPEECH: Final = (_forms(_SPEECH) | frozenset(_IRREGULAR.split())) - _NOT_ALONE
"""Finite forms and participles of verbs that mark speech."""
SPEECH_ING: Final = _participles(_SPEECH) | frozenset(
    "saying telling writing speaking quoting swearing".split()
)
NOUN_LIKE: Final = frozenset(
    "address addresses answer answers appeal appeals attack attacks blame brand brands call calls "
    "caution charge charges claim claims comment comments counter counters credit credits cry demand "
    "demands detail details dispute disputes echo estimate estimates express finish hint hints joke "
    "jokes label labels list lists mention name names note notes object objects offer offers order "
    "orders pledge pledges post posts press promise promises protest protests question questions reason "
    "reasons report reports request requests scream shout signal signals state states stress tease "
    "tweet tweets voice voices vow vows wonder quote quotes refer remark remarks encourage read list "
    "listed remember named detailed".split()
)
"""Speech verbs whose form is oftener a noun or another verb: cues only beside a quotation or `that`."""
AUDIENCE_VERBS: Final = frozenset("tell tells told telling assured assures reminded reminds informed".split())
"""Verbs whose object is who listens: what follows them is never the speaker."""

AUXILIARIES: Final = frozenset(
    "has have had is are was were be been being am do does did will would could can cannot may might "
    "must shall should 've 'd 'll ain't isn't wasn't doesn't didn't don't won't wouldn't hasn't hadn't "
    "couldn't can't".split()
)
ADVERBS: Final = frozenset(
    "far also then later once again not never now just still even first too soon today yesterday tomorrow "
    "tonight often further instead meanwhile however thus therefore so yet already always since himself "
    "herself itself themselves both all previously elsewhere afterward afterwards earlier ever rather "
    "quite only else".split()
)
NOT_ADVERBS: Final = frozenset(
    "family ally assembly july italy supply reply only rally bully early italy fly".split()
)
PRONOUNS: Final = frozenset("he she they it we i you who".split())
GENDERED: Final = {"he": "m", "his": "m", "him": "m", "she": "f", "her": "f", "hers": "f"}
DETERMINERS: Final = frozenset(
    "the a an this that these those his her their its our my your some many several most one another "
    "each every both two three four five six seven eight nine ten no any few all other".split()
)
PREPOSITIONS: Final = frozenset(
    "in on at during after before since by for from with without within about over under into to of as "
    "through throughout amid among between against despite following upon near across until till inside "
    "outside toward towards per via beyond behind around beside besides unlike like regarding "
    "concerning given off".split()
)
CLOSE_TO: Final = frozenset(
    "close loyal linked allied opposed next attached assigned sympathetic related near adviser advisor "
    "ambassador envoy delegate aide".split()
)
"""After these a `to` goes on with the noun phrase (an official close to the talks, the envoy to Mali)."""
INNER_PREPOSITIONS: Final = frozenset("of for at in from on with".split())
"""Prepositions that may stand inside the noun phrase of a speaker (a doctor at the Central Clinic)."""
SUBORDINATORS: Final = frozenset(
    "that as while because when whenever after before if since although though whether where until "
    "unless whereas why how what which who whom whose but and or nor so than".split()
)
RELATIVES: Final = frozenset("who which that whose whom".split())
TIME_WORDS: Final = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday yesterday today tomorrow tonight last "
    "this week month year morning afternoon evening night earlier later ago recently days weeks months "
    "years next day january february march april may june july august september october november "
    "december".split()
)
CATENATIVES: Final = frozenset(
    "went go goes going continued continues appeared appears seemed seems took takes began begins tried "
    "tries wanted wants used moved quick declined refused prepared proceeded managed failed chose came "
    "rose stopped vowed promised threatened hoped hopes sought turned".split()
)
OTHER_VERBS: Final = frozenset(
    "took takes made makes went goes came comes gave gives gets left leaves met meets held holds ran "
    "runs won wins lost loses spoke began begins became becomes saw sees found finds knew knows thinks "
    "thought felt feels kept keeps let lets brought brings bought sought seeks sent sends sat sits "
    "stood stands led leads paid pays showed shows shown used uses wanted wants needs means meant tried "
    "tries believes hopes hit hits cut cuts put puts set sets lies lay fell falls grew rose rises broke "
    "drew drove flew forgot hid hurt laid rode rang sang sold sells shot shut slept spent stole struck "
    "taught tore threw understood woke wore wears fought fights faces likes loves hates wishes thanks "
    "turns looks helps works lives moves plays starts says".split()
)
"""Common verbs that mark no speech; where a noun phrase read from its start must stop."""
ADJECTIVES_ED: Final = frozenset(
    "united armed retired unnamed so-called disgraced displaced red wounded injured detained elected "
    "limited experienced unidentified masked divided advanced married self-described self-proclaimed "
    "alleged".split()
)
TITLES: Final = frozenset(
    "mr mrs ms miss dr prof sir lord lady dame rev fr sister father brother gen col lt sgt capt maj adm "
    "gov sen rep president chancellor minister senator governor mayor judge general colonel captain "
    "major king queen prince princess pope bishop archbishop canon sheikh imam rabbi".split()
)


def is_adverb(word: str) -> bool:
    """Whether a lower-case word is an adverb by list or by its ending."""
    return word in ADVERBS or (word.endswith("ly") and len(word) > 4 and word not in NOT_ADVERBS)
