"""Words that tell what a capitalised name is: titles, heads of organisations and places, closed classes."""

from typing import Final


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


TITLES: Final = _words(
    "mr mrs ms miss mister dr prof professor sir lord lady dame rev reverend fr father brother sister "
    "gen general lt lieutenant col colonel sgt sergeant capt captain cmdr commander maj major adm "
    "admiral cpl corporal pvt private gov governor sen senator rep representative congressman "
    "congresswoman assemblyman councilman councilwoman president premier chancellor minister mayor "
    "judge justice king queen prince princess duke duchess emperor sultan sheikh sheik imam ayatollah "
    "rabbi pope cardinal archbishop bishop canon mullah maulana marshal inspector superintendent "
    "detective officer constable sheriff deputy ambassador envoy consul commissioner director chairman "
    "chairwoman chairperson chair chief secretary undersecretary speaker leader spokesman spokeswoman "
    "spokesperson analyst economist lawyer attorney prosecutor coach manager editor author actor "
    "actress singer señor señora don doña herr frau monsieur madame mme mlle sr sra haji hajj datuk tun "
    "tan sri comrade saint lawmaker mp mep counsel ombudsman headmaster rector provost treasurer "
    "comptroller coordinator negotiator secretary-general vice-president co-founder co-chairman "
    "inspector-general attorney-general democrat republican candidate pastor nominee executive "
    "survivor eyewitness"
)
"""Words that stand before the name of a person; compared in lower case without a full stop."""
ALSO_SURNAMES: Final = _words(
    "king prince bishop major judge dean pope marshal marshall abbot page sheriff duke cardinal sultan "
    "general justice canon don rector tun tan chair private father brother sister chief director deputy"
)
"""Titles that are no title at the end of a name (Martin Luther King)."""
COURTESY: Final = _words(
    "mr mrs ms miss dr prof sir lord lady dame rev fr gen lt col sgt capt cmdr maj adm sen rep señor "
    "señora herr frau monsieur madame mme mlle sr sra"
)
"""Titles that only a person can have."""
TITLE_PARTS: Final = _words(
    "prime foreign vice deputy chief attorney assistant associate executive general defense defence "
    "interior finance justice health education agriculture commerce labor labour transport "
    "transportation energy economy information trade treasury home state press secretary interim acting "
    "former under senior special managing national security staff major brigadier rear lieutenant first "
    "party opposition majority minority house senate crown grand supreme rebel military army police "
    "union campaign team board company human rights federal regional provincial district central"
)
"""Words that belong to a title when one follows (Deputy Prime Minister)."""
PORTFOLIOS: Final = _words(
    "prevention rights state defense defence foreign affairs interior finance justice health education "
    "agriculture commerce labor labour transport transportation energy economy information trade "
    "treasury culture tourism industry planning environment war staff security human public works "
    "domestic consumer home"
)
"""What a minister or secretary is one of."""
ORGANISATION_HEADS: Final = _words(
    "administration agency airlines airways alliance academy army assembly association associates "
    "authority bank bancorp board brigade brigades broadcasting brothers bureau cabinet center centre "
    "chamber church club coalition college commission committee communications company conference "
    "confederation congress consortium cooperative corp corps corporation council court daily "
    "department directorate division duma embassy enterprises entertainment exchange faction federation "
    "finance force forces foundation front fund group guard guards hospital hotel house inc industries "
    "institute institution insurance intelligence international journal knesset laboratories laboratory "
    "league legislature library limited ltd magazine media militia ministry mission mosque motors "
    "movement museum nations network newspaper news office orchestra organisation organization "
    "parliament partners partnership party petroleum police post press productions programme reserve "
    "records regiment restaurant school secretariat securities senate service services society squad "
    "staff stores studios symphony systems synagogue team technologies telecom television times tribune "
    "tribunal trust union university venture ventures watch workers plc llc gmbh ag sa nv bv co "
    "software theater theatre opera ballet festival philharmonic giants crescent bhd cos klan cartel "
    "clan gang unit lines initiative observatory monitor gazette herald chronicle guardian"
)
"""Last words of organisations' names."""
STRONG_HEADS: Final = _words(
    "inc corp ltd plc llc gmbh corporation ministry university institute commission committee council "
    "association federation agency airlines airways department bureau party foundation organisation "
    "organization bank parliament assembly congress court tribunal company co union league army police "
    "bhd cos"
)
"""Heads that leave no doubt."""
HEADS_BEFORE_OF: Final = _words(
    "academy administration agency alliance army archdiocese archives assembly association authority "
    "bank board brotherhood bureau center centers centre chamber church club college commission "
    "committee community confederation conference congress council court department diocese embassy "
    "federation front fund guild house institute institutes knights league library ministry movement "
    "museum national office order organisation organization parliament party school schools senate "
    "society sons state supreme union university voice"
)
"""Organisations that go on after `of` (Bank of England)."""
HEADS_BEFORE_FOR: Final = _words(
    "agency alliance association campaign center centers centre citizens coalition committee council "
    "doctors foundation front fund institute league lawyers movement organisation organization party "
    "society union"
)
PLACE_HEADS: Final = _words(
    "airport avenue bay beach boulevard bridge canyon cape city coast county creek desert district "
    "falls forest harbor harbour heights highway hill hills island islands isles lake mountain "
    "mountains mount ocean park peninsula plains plateau port province rapids region republic ridge "
    "river road sea shore springs square station strait street territory town township valley village "
    "woods expressway freeway turnpike plaza prefecture oblast basin gulf delta reef archipelago"
)
PLACES_BEFORE: Final = _words(
    "lake mount mt cape fort port camp isle rio san santa santo saint st los las el"
)
"""First words of places' names; too weak alone to make one."""
PLACES_BEFORE_OF: Final = _words(
    "republic gulf strait straits bay isle cape sea kingdom province district city state port lake "
    "peninsula horn commonwealth emirate sultanate principality"
)
PARTICLES: Final = _words(
    "de da do dos das del della di du la le van von der den ter ten bin ibn ben bint al el y af av zu "
    "zur und'"
)
"""Lower-case words inside names."""
SURNAME_PARTICLES: Final = _words("de da dos del della di du van von der bin ibn")
"""Those with which a bare surname may begin."""
DAYS_AND_MONTHS: Final = _words(
    "monday tuesday wednesday thursday friday saturday sunday january february march april may june "
    "july august september october november december jan feb mar apr jun jul aug sep sept oct nov dec "
    "mon tue tues wed thu thurs fri sat sun christmas easter ramadan passover gmt est edt pst pdt utc "
    "cet am pm bst"
)
MONTHS_ALSO_NAMES: Final = _words("april may june august jan")
FUNCTION_WORDS: Final = _words(
    "a an the this that these those there here it he she they we i you his her its their our my your "
    "him them us who whom whose which what when where why how if as at by for from in into of off on "
    "onto out over to up with without within under above below between among amid during after before "
    "since until till while because although though unless and but or nor so yet not no yes all any "
    "both each either every few many more most neither none one two three four five six seven eight "
    "nine ten other others another same several some such than then thus too very just only own even "
    "ever never also again further once now still already always often sometimes meanwhile however "
    "moreover nevertheless nonetheless therefore otherwise instead besides indeed perhaps maybe earlier "
    "later recently currently finally eventually additionally according asked despite following "
    "including like unlike near about against along around across behind beyond beside toward towards "
    "through throughout via per plus versus is are was were be been being am do does did done has have "
    "had having can could might must shall should would let lets get got go went gone come came make "
    "made take took say says said tell told see saw seen know think thought give gave given next former "
    "today yesterday tomorrow tonight oh ah ok okay please thanks thank sorry hello dear less least "
    "quite almost nearly whether upon except two-thirds half nobody everyone someone anyone nothing "
    "everything something anything everybody somebody anybody people officials police troops soldiers "
    "witnesses sources reports analysts critics supporters opponents experts residents authorities "
    "leaders women men children students workers hundreds thousands dozens millions scores part "
    "editor's note story end optional material follows photo internet web god bible koran quran "
    "constitution ii iii iv tv dna aids hiv cd dvd gdp gnp ceo cfo phd bc ad government governments ngo "
    "ngos pc pcs net olympics olympic state states email north south east west northeast northwest "
    "southeast southwest northern southern eastern western treaty euro euros dollar dollars"
)
"""Words that are no name by themselves, though they may begin a sentence; in lower case."""
SPEECH: Final = _words(
    "said says say told tells added adds asked asks replied replies declared declares announced "
    "announces insisted insists argued argues warned warns claimed claims explained explains noted "
    "notes stated states recalled recalls denied denies admitted admits acknowledged believes believed "
    "wrote writes testified predicted joked conceded"
)
HUMAN_VERBS: Final = _words(
    "smiled laughed cried died married resigned thinks thought wants wanted hopes hoped knew knows "
    "feels felt remembered recalled sat stood walked spoke retired pleaded testified scored shot grew "
    "born"
)
AFTER_PLACE_PREPOSITION: Final = _words("in at near outside inside across throughout around toward towards")
SOFT_STARTS: Final = _words("new old great first last good big second third many all young little")
"""Words that begin names and sentences alike; no name by themselves."""
PEOPLE_WHOSE: Final = _words(
    "people women men children workers farmers mothers veterans citizens teachers students lawyers "
    "journalists st"
)
"""Before a possessive ending inside a name (People's Party)."""
PLACE_NOUNS: Final = _words(
    "city town village port province capital state island district region municipality suburb "
    "neighborhood neighbourhood county township hamlet peninsula enclave stronghold settlement "
    "territory area valley"
)
"""Before `of` or a comma they tell of a place (the city of Baalbek); after the name too."""
ORGANISATION_NOUNS: Final = _words(
    "company firm newspaper agency network group party bank airline broadcaster daily weekly magazine "
    "maker retailer manufacturer brokerage subsidiary unit charity organization organisation union team "
    "club consortium insurer publisher startup website coalition militia think-tank"
)
"""In an apposition they tell of an organisation (Pfizer, its maker)."""
ORGANISATION_FOLLOWERS: Final = _words(
    "officials executives shares spokesman spokeswoman newspaper scientists employees stock lawmakers "
    "fighters guerrillas rebels leaders headquarters coach players fans subsidiary unit"
)
"""After a bare name they hint at an organisation."""
MEDIA_BEFORE: Final = _words("radio television télévision televisión tv agence agencia agenzia")
"""First words of the names of broadcasters and news agencies."""
INSTITUTIONS: Final = _words(
    "congress senate parliament knesset duma bundestag bundesrat treasury politburo interpol mossad "
    "gestapo klan majlis sejm riksdag storting rada cortes bundeswehr luftwaffe wehrmacht"
)
"""Single words that are an organisation wherever they are written with a capital."""
DOMAINS: Final = (".com", ".org", ".net")
"""Endings of names taken from the web."""
FIRM_ENDINGS: Final = _words("inc ltd llc corp plc co")
"""They may stand after a comma."""
OWNERS: Final = _words(
    "moody lloyd poor mcdonald macy christie sotheby levi wendy domino kellogg barron jane"
)
"""Firms that are called by the possessive of their founder."""
NOT_LAST: Final = _words("resolution accord accords agreement treaty protocol act bill")
"""Papers: after the name of a body they are not part of it."""
NEVER_ALONE: Final = _words(
    "government governments ngo ngos pc pcs tv net internet web email north south east west northeast "
    "northwest southeast southwest northern southern eastern western inc ltd corp co jr sr state states "
    "god bible koran quran constitution olympics olympic games mr mrs ms dr president minister "
    "secretary mayor king queen pope church street avenue road city county province river editor staff "
    "board committee commission council ministry department agency bill act treaty dna aids hiv gdp ceo "
    "cfo phd authority service mission university castle school hospital hotel college museum group "
    "company bank centre center office order faculty clinic cathedral palace port airport station tower "
    "bridge market hall club team union association institute foundation society"
)
"""Words that many texts write with a capital and that name nobody by themselves."""
EVENTS_BEFORE: Final = _words("cyclone hurricane typhoon operation storm")
"""First words of events' names (Hurricane Ann)."""
EVENT_HEADS: Final = _words(
    "war revolution uprising olympics games cup summit massacre intifada genocide holocaust"
)
"""Last words of events' names."""
