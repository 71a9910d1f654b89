"""Lines that belong to a site and not to a text, told by their words: buttons, forms, notices, teasers.

Written from knowledge of how news sites are made; one form a line. A sure form is a whole line that no author
writes into an article.
"""

import re
from functools import lru_cache
from typing import Final

from crisis_archive.cleaning.furniture.languages import AUTHORS, FORMS, HEADINGS

_SHARE = (
    r"(?:share|tweet|pin(?: it)?|e-?mail|print|save|like|recommend|reprints?|permalink|bookmark"
    r"|facebook|twitter|whats ?app|linked ?in|reddit|digg|del\.icio\.us|stumble ?upon|newsvine"
    r"|google\s?\+|pinterest|flipboard|messenger|telegram|copy link|rss|mixx|adjust|comments?"
    r"|font size|text size|larger|smaller|instagram|you ?tube|tumblr|pocket|compartir|teilen|partager"
    r"|condividi|compartilhar|imprimir|imprimer|drucken|stampa|dela|skriv ut|delen|email this|a a a|x)"
)
_SURE_FORMS = (
    r"[\s|>»›‹«<\[\]/\\•·+]+",
    r"(?:<[^<>]+>\s*)+",
    (
        # What was read once is not read in another way (++, *+, ?>): such a line could be parted without end.
        rf"\W*{_SHARE}(?:(?>[\W\d]++(?:(?:this|the|on|to|via|with|by|in|a|link|article|story|page|post|it"
        rf"|friend|and|or|version|for)\W++)*+{_SHARE}(?![^\W\d])))*+(?:\W++(?:this|article|story|page|post"
        r"|link|on|friend|version|it|to|a))*\W*"
    ),
    r"(?:facebook|twitter|whats ?app|linked ?in|pinterest|telegram|reddit|e-?mail|print|copy link){2,12}",
    r"sent from my .{1,30}|get outlook for .{1,20}|view (?:this e-?mail )?in (?:your |a )?browser\W*",
    r"(?:leave|post|add|write|submit|make) (?:a|your) (?:reply|comments?|response)\W*(?:cancel reply)?",
    r"(?:your )?e-?mail address will not be (?:published|shared)\b.*",
    r"required fields are marked\b.*",
    r"(?:\d[\d,.]* )?comments?(?: \W?\d+\W?)?(?: so far)?",
    (
        r"(?:view|read|show|see|hide|load|join)(?: all| the| more)?(?: \d+)? (?:comments?|conversation"
        r"|discussion)\W*"
    ),
    r"be the first to (?:comment|like|share)\b.*",
    r"(?:no|0) comments?(?: yet)?\W*",
    r"have your say\W*",
    r"comments (?:are|have been) (?:closed|disabled)\b.*",
    r"(?:log|sign) ?(?:in|out|up|on)\b.{0,40}",
    (
        r"(?:related|more|other|recent|latest|popular|similar|further|trending|top|recommended|previous"
        r"|next) (?:articles?|stories|story|posts?|news|content|links|topics|coverage|reading|headlines"
        r"|videos?|galleries)\W*"
    ),
    (
        r"(?:most|more) (?:popular|read|viewed|shared|commented|e-?mailed|recent|watched|from|on|in|about"
        r"|like this)\b.{0,30}"
    ),
    (
        r"(?:you (?:may|might) also (?:like|be interested)|recommended for you|don'?t miss"
        r"|editors?'? picks?|read (?:more|next|also|on)|see also|also read|up next|watch(?: now| live"
        r"| next)?|listen|play video|see more|show more|learn more|find out more|continue reading"
        r"|story continues below|article continues below)\b\W*(?:advertisement)?\W*"
    ),
    (
        r"\W*(?:advertisement|advertising|publicidad|publicidade|anzeige|werbung|publicité|reklama"
        r"|sponsored(?: content| links)?|promoted(?: stories)?|ads? by .{1,20}|sponsor(?:s|ed by)?)"
        r"(?:\W+(?:scroll to continue|(?:story|article|content) continues below|continue reading below))?\W*"
    ),
    (
        r"(?:skip|jump|go|back|return) to (?:main |the )?(?:content|navigation|top|article|search"
        r"|home ?page|homepage|main menu)\W*"
    ),
    (
        r"(?:home|menu|search|navigation|sections?|archives?|site ?map|contact(?: us)?|about(?: us)?|help"
        r"|faqs?|feedback|advertise(?: with us)?|subscribe(?: now)?|newsletters?|register|my account"
        r"|close|open|submit|cancel|next|previous|tags?|topics?|categories|privacy(?: policy)?"
        r"|terms(?: (?:of|and|&) .{1,20})?|cookies?(?: policy)?|disclaimer|accessibility|careers|jobs"
        r"|classifieds|weather|mobile|apps?|photos?|videos?|gallery|podcasts?|blogs?|forums?)\W*"
    ),
    r"(?:©|\(c\)|copyright|\u00a9).{0,200}",
    r"(?:sign up|subscribe|register) (?:for|to|now|today|here)\b.{0,120}",
    r"follow (?:us|me|him|her|them|@?\w+) on\b.{0,60}",
    r"(?:click|tap) (?:here|on)\b.{0,80}",
    r"(?:this|our) (?:web)?site uses cookies\b.*",
    r"(?:we|by) (?:use|using) cookies\b.*",
    r"powered by .{1,40}",
    r"hosted by .{1,40}",
    r"(?:username|password|name|e-?mail|website|url)\s?:?\s?\*?",
    r"\W*(?:posted|filed|tagged) (?:in|under)\b.{0,120}",
    r"tags?:.{0,200}",
    r"(?:location|category|keywords?):.{0,80}",
    r"\W*(?:image|photo|picture|video|slide|page) \d+ (?:of|/) \d+\W*",
    (
        r"\W*(?:image|photo(?:graph)?|picture|video|main image|file photo)s?(?: credits?| source"
        r"| courtesy)?(?: ?:| via | by | from ).{1,100}"
    ),
    r"(?:report|flag) (?:this )?(?:comment|post|abuse|as .{1,20})\W*",
    r"(?:also|more|originally published) (?:on|from|at|by) .{1,40}",
    (
        r"\W*(?:related|see also|read also|also read|read more|read next|more|watch|listen"
        r"|leggi anche(?: su)?|lire aussi|lee también|leia também|lesen sie auch|lees ook"
        r"|читайте также)\s?:.{0,200}"
    ),
    r"like this (?:story|article).{0,60}",
    r"(?:share|tell us) (?:your|what you) .{0,60}",
    r"(?:see|read|watch|view|learn|find out) more(?: about| on| at| here)?\s?:.{0,200}",
    r"(?:did you|if you) (?:enjoy|lik)(?:ed)? (?:this|the|our)\b.{0,300}",
    r"get .{0,80}(?:delivered|your inbox|newsletters?|subscription)\b.{0,160}",
    r"(?:e-?mail|contact) .{3,40} at \S+@\S+.{0,120}",
    r"get (?:the|our) .{0,60}(?:newsletter|inbox|app|alerts)\b.{0,60}",
    (
        r"\W*(?:(?:additional |with )?(?:reporting|editing|writing)|compiled|edited|photographs?|graphics?)"
        r" by [^.]{3,200}"
    ),
    r"\((?:additional |with )?(?:reporting|writing|editing) by .{3,300}\)\W*",
    (
        r"(?:first published|last updated|updated|published|posted)\W+(?:on |at )?"
        r"(?:(?:mon|tue|wed|thu|fri|sat|sun|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\b|\d).{0,60}"
        r"(?:\d|[ap]\.?m\.?|gmt|utc|bst|cet|ist|[ecmp][sd]?t)\W*"
    ),
    r"(?:file|handout|archive|stock) (?:photo|picture|image)s?\b.{0,300}",
    r"(?:get|download|try) (?:the|our) .{0,40}\bapp\b.{0,60}",
    r"(?:image|photo|picture|media|video) (?:copyright|captions?|source|playback)\b.{0,80}",
    r"(?:getty images?|reuters|ap|ap photo|afp|epa|pa|pa media|shutterstock|istock)\W*",
    r"enable javascript\b.*",
    r"(?:last )?(?:updated|modified)\W+(?:\d+|an?|a few) (?:seconds?|minutes?|hours?|days?) ago\W*",
    r"listen to (?:this|the) (?:article|story)\W*(?:\d.{0,20})?|\d+[ -]?min(?:ute)?s?[ -]read\W*",
    r"(?:estimated )?reading time\W*\d.{0,20}|(?:for )?subscribers? only\W*|subscriber exclusive\W*",
    r"(?:to )?(?:continue|keep) reading,? .{0,60}|already an? (?:subscriber|member)\b.{0,40}",
    r"not an? subscriber\b.{0,40}|start (?:your (?:free )?|a free )(?:trial|subscription)\b.{0,40}",
    r"(?:accept|allow|manage|reject)(?: all)? cookies\W*|cookie (?:settings|preferences|notice)\W*",
    r"page \d+(?: (?:of|/) \d+)?",
    r"view (?:this )?(?:e-?mail|newsletter|message)? ?(?:in|on) (?:your|a|the) (?:web )?browser\W*",
    r"forward (?:this )?(?:e-?mail |newsletter )?to a friend\W*|unsubscribe\b.{0,60}",
    r"you (?:are|\W?re) receiving this (?:e-?mail|newsletter|message)\b.*",
    r"(?:update|manage|change) (?:your )?(?:subscription|e-?mail)s? ?(?:preferences|settings)?\W*",
    r"for immediate release\W*|(?:media|press) (?:contacts?|enquiries|inquiries)\s?:.{0,160}",
    r"our standards: .{0,100}|#{2,}|- ?30 ?-",
    r"please enable\b.*",
    r"(?:\d[\d.,]*[km]? (?:retweets?|reposts?|likes?|repl(?:y|ies)|quotes?|views?|shares?)\W*){1,6}+",
    r"(?:view|open|enlarge|expand) (?:this )?(?:image|photo|picture|gallery|slideshow)s?"
    r"(?: in (?:full ?screen|gallery))?",
    r"(?:hide|show|toggle) captions?|reuse this content|click to (?:enlarge|expand|zoom)\W*",
    r"show (?:this|the) thread|translate (?:tweet|post)",
    # A wire's notes to its desks: the slug, which version it is, what to do with it.
    r"b[cn]-[a-z]{0,4}--?[a-z].{2,80}",
    r"eds: .{0,300}|\(more\)|\(end\)|-more-|end ?it|_{3,}|\(\([^()]{3,200}\)\)",
)
# Forms that may begin with anything, each with words of which it must hold one: plain searches are fast.
_INSIDE_FORMS: Final = (
    (("all rights reserved",), re.compile(r".{0,80}all rights reserved.{0,80}")),
    (
        ("(image", "(photo", "(pic", "(credit"),
        re.compile(r".{0,250}\((?:image|photo|picture|pic|credit)s?\b[^()]{0,80}\)"),
    ),
    (("ld-writethru",), re.compile(r".{3,80}\b\d(?:st|nd|rd|th) ld-writethru\b.{0,60}")),
    (("]",), re.compile(r".{10,200}\s\[[a-z][a-z ]{2,20}\]\W*")),
    (
        ("twitter", "facebook", "instagram", "youtube", "@"),
        re.compile(
            r".{0,80}\b(?:follow|find|like|join) (?:us|him|her|me|them|@?\w+|the .{3,40}) (?:on"
            r"|at) .{0,20}(?:facebook|twitter|instagram|youtube|@\w+).{0,120}"
        ),
    ),
    (
        ("|", "/", "©", ":"),
        re.compile(
            r".{0,300}[|/©:]\s?(?:getty|ap|afp|reuters|epa|shutterstock|istock(?:photo)?|alamy|pa wire"
            r"|unsplash|pixabay|flickr|wikimedia)(?: images?| photo| file| commons| via .{3,30})?\W*"
        ),
    ),
    (
        ("credit: ", "credits: "),
        re.compile(r".{10,400}[^\s(]\s?(?:photo |image |picture )?credits?: [^.]{1,80}"),
    ),
)
_COMMENT_HEADINGS = (
    (
        r"\W*(?:what|(?:reader'?s?'?|your)) (?:you think|reactions?|views|opinions?"
        r"|thoughts)(?: on .{0,60})?\W*"
    ),
    (
        r"\W*(?:(?:\d[\d,.]* )?(?:reader'?s?'? |user |latest |recent |all |your |view |\W)?(?:comments?"
        r"|responses|replies)(?: \W?\d+\W?)?(?: (?:on|to|for) .{0,100})?(?: posted)?\W*|(?:leave|post|add"
        r"|write|submit|make) (?:a|your) (?:reply|comments?|response).{0,30}|have your say\W*|(?:join"
        r"|start) the (?:conversation|discussion)\W*|what do you think\W*|discussion\W*|comentarios?"
        r"|comentários?|kommentare?|commentaires?|commenti|reacties)"
    ),
)
_OTHER_HEADINGS = (
    (
        r"\W*(?:more (?:\w+ ){0,3}(?:news|stories|articles|headlines|coverage|videos?|posts?|about|in|on"
        r"|from|at)\b|more [A-Z]\w+(?: [A-Z]\w+)*\W*$|(?:related|recommended|recent|latest|top|popular"
        r"|trending|other|similar|featured|editors?'? picks?|most (?:read|popular|viewed)|you (?:may"
        r"|might) (?:also )?(?:like|be interested)|from (?:around )?the web|around the web|promoted"
        r"|sponsored|don'?t miss|also in|in other news|elsewhere|what to read next|up next|read next"
        r"|next (?:story|article|post)|previous (?:story|article|post)|read more|see also|today(?: on"
        r"| in)|about the (?:author|writer))\b)"
    ),
)
_BYLINES = (
    (
        r"\W*(?:by|von|par|por|di|written by|reported by|reporting by|story by|photo(?:s"
        r"|graph)?(?: by)?:?|picture:?|image:?)\b.{0,60}"
    ),
    r".{0,60}\b(?:staff (?:writer|reporter)|correspondent|associated press|reuters|afp|bloomberg)\W*",
    r".{0,80}\((?:AP|Reuters|AFP|Getty)[^)]{0,40}\)\W*",
    r"(?:credit|source|image credit)s?:.{0,80}",
)
LONGEST_FORM: Final = 300
"""Characters; what is longer is no button, form or notice."""
# In small letters: without IGNORECASE, Python passes over what cannot begin a form several times as fast.
_SURE: Final = re.compile("|".join(_SURE_FORMS + FORMS))
COMMENTS: Final = re.compile("|".join(_COMMENT_HEADINGS), re.IGNORECASE)
"""A heading above readers' comments."""
OTHERS: Final = re.compile("|".join(_OTHER_HEADINGS) + rf"|(?:{'|'.join(HEADINGS)})\W*$", re.IGNORECASE)
"""How a heading above links to other articles begins."""
ABOUT: Final = re.compile(rf"(?:{'|'.join(AUTHORS)})\W*", re.IGNORECASE)
"""A heading above the author's biography, or what a company says of itself."""
BYLINE: Final = re.compile("|".join(_BYLINES), re.IGNORECASE)
"""A line that names who wrote or photographed."""
_WHEN: Final = (
    r"(?:(?:posted|published|updated|last (?:updated|modified)|created|date|on|at|added|first published"
    r"|modified)\W*)*+"
)
DATELINE: Final = re.compile(
    rf"\W*{_WHEN}(?:by .{{3,40}}?\W*{_WHEN}){{0,2}}"
    r"(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\W+)?"
    r"(?:(?:\d{1,2}(?:st|nd|rd|th)?\W+)?(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]*\W+"
    r"(?:\d{1,2}(?:st|nd|rd|th)?\W+)?(?:\d{4})?|\d{1,4}[./-]\d{1,2}[./-]\d{1,4}|\d{1,2}:\d{2}"
    r"|\d+ (?:minutes?|hours?|days?|weeks?|months?|years?) ago)"
    r"(?>\W+(?:at|\d+|[ap]\.?m\.?|[a-z]{2,4}|gmt|edt|est|updated|last)\b\.?){0,10}+\W*",
    re.IGNORECASE,
)
"""A line that says when a text was published."""


@lru_cache(maxsize=4096)  # a second round asks for the same lines, and so do pages of one site
def is_sure(line: str) -> bool:
    """Whether a line is one that no author writes."""
    if len(line) > LONGEST_FORM:
        return False
    low = line.lower()
    return _SURE.fullmatch(low) is not None or any(
        any(needle in low for needle in needles) and form.fullmatch(low) for needles, form in _INSIDE_FORMS
    )
