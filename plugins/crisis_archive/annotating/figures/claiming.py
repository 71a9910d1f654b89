"""Who can claim a figure: a person, a body, a group or a document. Talks, cracks and a death toll cannot."""

from collections.abc import Sequence
from typing import Final

from crisis_archive.annotating.figures.counting import BODIES, is_person
from crisis_archive.annotating.syntax.frames import Token
from crisis_archive.annotating.syntax.lexicon import DETERMINERS, PREPOSITIONS, PRONOUNS, RELATIVES, TITLES

_PEOPLE: Final = frozenset(
    "man woman boy girl child person someone somebody nobody everyone anyone father mother brother "
    "sister son daughter wife husband widow widower uncle aunt cousin nephew niece parent friend "
    "neighbour neighbor colleague comrade family relative witness source eyewitness bystander passer-by "
    "passerby survivor victim native local youth elder chief chiefs head heads boss bosses mate "
    "official officials aide aides clerk nurse nurses surgeon surgeons medic medics paramedic "
    "paramedics physician expert experts critic critics journalist scientist analyst economist "
    "historian scholar academic lawyer attorney judge judges magistrate magistrates advocate advocates "
    "coroner coroners clergy cleric priest pastor monk nun imam bishop rabbi soldier officer captain "
    "sailor pilot driver crew ally allies rival rivals rebel rebels loyalist loyalists militant fighter "
    "guard guards guide guides deputy deputies envoy envoys diplomat ambassador delegate delegates "
    "candidate candidates president premier king queen prince princess mayor governor senator "
    "representative secretary spokesperson spokespersons chair co-chair speaker head-teacher principal "
    "executive executives partner associate associates coordinator volunteer volunteers activist "
    "specialist specialists engineer engineers technician technicians mechanic mechanics fisherman "
    "monitor insider insiders student pupil pupils host hosts guest guests coach tycoon billionaire "
    "citizen migrant refugee detainee inmate prisoner hostage civilian resident villager islander "
    "apprentice keeper warden attendant registrar bursar vicar steward stewards contact contacts "
    "informant informants negotiator analysts lookout lookouts cook cooks cadet cadets recruit recruits "
    "scout scouts smith smiths vet vets dean deans consul consuls counsel curate".split()
)
_BODIES: Final = frozenset(
    "agency agencies administration airline airlines alliance ambulance army armies assembly "
    "association associations authority authorities bank board brigade brigades broadcaster "
    "broadcasters brotherhood bureau cabinet camp campaign cathedral centre center centres centers "
    "chamber charity charities church churches city clan clinic clinics club coalition coastguard "
    "college command commission commissions committee committees community company companies congress "
    "consortium consulate contingent cooperative corps council councils country court courts crew "
    "department departments delegation directorate district division embassy embassies emirate faction "
    "factions federation firm firms fleet force forces foundation front fund gang government "
    "governments group groups guild headquarters hospital hospitals hotline house household inquiry "
    "inquest inspectorate institute institution institutions junta judiciary jury kingdom laboratory "
    "leadership league legislature majority management media militia militias military mine minister "
    "ministry ministries mission missions mob morgue mortuary mosque movement movements municipality "
    "museum nation nations navy network networks newsroom newspaper newspapers ngo ngos observatory "
    "office offices operation operator opposition organisation organisations organization organizations "
    "outlet outlets paper papers panel parish parliament parliamentarians parties party patrol police "
    "port presidency press prison programme program project province public prosecution publisher radio "
    "railway regiment regime region registry regulator republic resistance school schools secretariat "
    "section senate service services shipyard side sides society societies squad staff station state "
    "states stations studio survey syndicate task-force taskforce team teams television tower town "
    "township tribe tribunal troops trust union unions unit units university universities utility "
    "utilities grid insurer village ward watchdog watchdogs website websites weekly daily wing wire".split()
)
_DOCUMENTS: Final = frozenset(
    "account accounts advisory affidavit agreement analysis announcement appeal article articles "
    "assessment audit bill blog book books briefing broadcast bulletin bulletins cable cables "
    "calculation calculations caption census certificate certificates charge chronicle chronicles "
    "column communique communiqué count counts data database diary dispatch dispatches document "
    "documents dossier draft editorial email e-mail entry estimate estimates evidence examination feed "
    "figures file files film findings footage form graph indictment information interview intelligence "
    "investigation investigations invoice journal journals law leaflet ledger letter letters list lists "
    "log logbook logs magazine magazines manifest map memo memorandum memos message messages minutes "
    "model models news note notes notice notices order page papers petition photographs pictures plan "
    "plans plaque poll polls poster post posts record recording recordings records register registers "
    "release releases report reports resolution results review ruling rumour rumours rumor rumors sheet "
    "sheets sign statement statements statistics story stories study studies summary survey surveys "
    "tally telegram testimony text texts transcript transcripts treaty tweet tweets update updates "
    "verdict version video warrant will wires".split()
)
_SPEAKERS: Final = _PEOPLE | _BODIES | _DOCUMENTS | TITLES
_LOOSE: Final = frozenset("many most some several few others those".split())
"""Stand for people where nothing else does: others said, those in the crowd said."""


_OBJECTS: Final = frozenset("them us me him her you it themselves".split())


def may_claim(phrase: Sequence[Token], *, telling: bool) -> bool:
    """Whether a noun phrase names somebody or something that can tell a number.

    A name can; else one of its words before any preposition must be a word for people, bodies or documents.
    `telling` is false where the grammar says so itself: what a number is `according to`, what `lists` it.
    """
    if phrase[-1].low in _OBJECTS or (phrase[-1].low in BODIES and not phrase[-1].capital):
        return len(phrase) == 1 and phrase[0].low in PRONOUNS
    if not telling:
        return True
    core = _core(phrase)
    if len(core) < len(phrase) and all(token.low in DETERMINERS or token.low in _LOOSE for token in core):
        after = phrase[len(core) :]
        if after[0].low == "of":
            core = _core(after[1:])  # one of the guards; never one of them
        elif core and core[-1].low in _LOOSE:
            return True
    return any(_can(token) for token in core) or (
        len(phrase) == 1 and (phrase[0].low in _LOOSE or phrase[0].low in PRONOUNS)
    )


def _core(phrase: Sequence[Token]) -> Sequence[Token]:
    """The words before the first preposition or relative clause."""
    ends = (at for at, token in enumerate(phrase) if token.low in PREPOSITIONS or token.low in RELATIVES)
    return phrase[: next(ends, len(phrase))]


def _can(token: Token) -> bool:
    if token.kind != "word" or token.low in DETERMINERS:
        return False
    low = token.low.rsplit("-", 1)[-1]
    return (
        token.capital or low in _SPEAKERS or (low not in BODIES and (is_person(low) or is_person(low + "s")))
    )
