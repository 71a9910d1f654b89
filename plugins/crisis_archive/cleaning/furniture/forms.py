"""Lines that belong to a site and not to a text, told by their words: buttons, forms, notices, teasers.

Written from knowledge of how news sites are made. `SURE` matches whole lines that no author writes into an
article; `LIKELY` words raise the suspicion that where a line stands then confirms or not.
"""

import re
from typing import Final

_SHARE = (
    r"(?:share|tweet|pin(?: it)?|e-?mail|print|save|like|recommend|reprints?|permalink|bookmark|facebook|twitter"
    r"|whats ?app|linked ?in|reddit|digg|del\.icio\.us|stumble ?upon|newsvine|google\s?\+|pinterest|flipboard"
    r"|messenger|telegram|copy link|rss|mixx|adjust|comments?|font size|text size|larger|smaller|instagram"
    r"|you ?tube|tumblr|pocket|compartir|teilen|partager|condividi|compartilhar|imprimir|imprimer|drucken"
    r"|stampa|dela|skriv ut|delen|email this|a a a|x)"
)
LONGEST_FORM: Final = 500
"""Characters; what is longer is no button, form or notice."""
SURE: Final = re.compile(
    r"[\s|>»›‹«<\[\]/\\•·+]+|(?:<[^<>]+>\s*)+|"
    rf"\W*{_SHARE}(?:[\W\d]+(?:(?:this|the|on|to|via|with|by|in|a|link|article|story|page|post|it|friend|and"
    rf"|or|version|for)\W+)*{_SHARE})*(?:\W+(?:this|article|story|page|post|link|on|friend|version|it|to|a))*\W*"
    r"|(?:leave|post|add|write|submit|make) (?:a|your) (?:reply|comments?|response)\W*(?:cancel reply)?"
    r"|(?:your )?e-?mail address will not be (?:published|shared)\b.*"
    r"|required fields are marked\b.*|(?:\d[\d,.]* )?comments?(?: \W?\d+\W?)?(?: so far)?"
    r"|(?:view|read|show|see|hide|load|join)(?: all| the| more)?(?: \d+)? (?:comments?|conversation|discussion)\W*"
    r"|be the first to (?:comment|like|share)\b.*|(?:no|0) comments?(?: yet)?\W*|have your say\W*"
    r"|comments (?:are|have been) (?:closed|disabled)\b.*|(?:log|sign) ?(?:in|out|up|on)\b.{0,40}"
    r"|(?:related|more|other|recent|latest|popular|similar|further|trending|top|recommended|previous|next)"
    r" (?:articles?|stories|story|posts?|news|content|links|topics|coverage|reading|headlines|videos?|galleries)\W*"
    r"|(?:most|more) (?:popular|read|viewed|shared|commented|e-?mailed|recent|watched|from|on|in|about|like this)\b.{0,30}"
    r"|(?:you (?:may|might) also (?:like|be interested)|recommended for you|don'?t miss|editors?'? picks?|read (?:more|next"
    r"|also|on)|see also|also read|up next|watch(?: now| live| next)?|listen|play video|see more|show more|learn more"
    r"|find out more|continue reading|story continues below|article continues below)\b\W*(?:advertisement)?\W*"
    r"|\W*(?:advertisement|advertising|publicidad|publicidade|anzeige|werbung|publicité|reklama|sponsored(?: content"
    r"| links)?|promoted(?: stories)?|ads? by .{1,20}|sponsor(?:s|ed by)?)\W*"
    r"|(?:skip|jump|go|back|return) to (?:main |the )?(?:content|navigation|top|article|search|home ?page|homepage|main menu)\W*"
    r"|(?:home|menu|search|navigation|sections?|archives?|site ?map|contact(?: us)?|about(?: us)?|help|faqs?|feedback"
    r"|advertise(?: with us)?|subscribe(?: now)?|newsletters?|register|my account|close|open|submit|cancel|next|previous"
    r"|tags?|topics?|categories|privacy(?: policy)?|terms(?: (?:of|and|&) .{1,20})?|cookies?(?: policy)?|disclaimer"
    r"|accessibility|careers|jobs|classifieds|weather|mobile|apps?|photos?|videos?|gallery|podcasts?|blogs?|forums?)\W*"
    r"|(?:©|\(c\)|copyright|\u00a9).{0,200}|.{0,80}all rights reserved.{0,80}"
    r"|(?:sign up|subscribe|register) (?:for|to|now|today|here)\b.{0,120}|follow (?:us|me|him|her|them|@?\w+) on\b.{0,60}"
    r"|(?:click|tap) (?:here|on)\b.{0,80}|(?:this|our) (?:web)?site uses cookies\b.*|(?:we|by) (?:use|using) cookies\b.*"
    r"|powered by .{1,40}|hosted by .{1,40}|(?:username|password|name|e-?mail|website|url)\s?:?\s?\*?"
    r"|\W*(?:posted|filed|tagged) (?:in|under)\b.{0,120}|tags?:.{0,200}|(?:location|category|keywords?):.{0,80}"
    r"|\W*(?:image|photo|picture|video|slide|page) \d+ (?:of|/) \d+\W*|.{0,400}\((?:image|photo|picture|pic|credit|source)s?\b[^()]{0,80}\)"
    r"|\W*(?:image|photo(?:graph)?|picture|video|main image|file photo)s?(?: credits?| source| courtesy)?(?: ?:| via | by | from ).{1,100}"
    r"|(?:report|flag) (?:this )?(?:comment|post|abuse|as .{1,20})\W*|(?:also|more|originally published) (?:on|from|at|by) .{1,40}"
    r"|\W*(?:related|see also|read also|also read|read more|read next|more|watch|listen|leggi anche(?: su)?|lire aussi|lee también|leia"
    r" também|lesen sie auch|lees ook|читайте также)\s?:.{0,200}|like this (?:story|article).{0,60}|(?:share|tell us) (?:your|what you) .{0,60}"
    r"|(?:see|read|watch|view|learn|find out) more(?: about| on| at| here)?\s?:.{0,200}|.{10,200}\s\[[A-Z][A-Z ]{2,20}\]\W*"
    r"|(?:did you|if you) (?:enjoy|lik)(?:ed)? (?:this|the|our)\b.{0,300}|get .{0,80}(?:delivered|your inbox|newsletters?|subscription)\b.{0,160}"
    r"|.{0,80}\b(?:follow|find|like|join) (?:us|him|her|me|them|@?\w+|the .{3,40}) (?:on|at) .{0,20}(?:facebook|twitter|instagram|youtube|@\w+).{0,120}"
    r"|(?:e-?mail|contact) .{3,40} at \S+@\S+.{0,120}"
    r"|get (?:the|our) .{0,60}(?:newsletter|inbox|app|alerts)\b.{0,60}|enable javascript\b.*|please enable\b.*",
    re.IGNORECASE,
)
LIKELY: Final = re.compile(
    r"\b(?:subscri(?:be|ption)|newsletter|log ?in|sign (?:in|up)|register(?:ed)? users?|password|cookies|javascript"
    r"|privacy policy|terms (?:of|and|&) (?:use|service|conditions)|user agreement|all rights reserved|copyright|©"
    r"|click (?:here|on|to)|advertis(?:e|ing|ers?|ements?)|rss|posted by|comments? (?:policy|below|section)|inbox"
    r"|your (?:comments?|e-?mail|browser|account|name|friends?)|e-?mail (?:this|address|alerts?|newsletters?)"
    r"|follow us|facebook|twitter|download|free trial|terms apply|read more|find out (?:how|more)|sponsored"
    r"|webmaster|powered by|third.party|this (?:web)?site|our (?:web)?site|may not be (?:published|reproduced)"
    r"|report abuse|offensive|moderat(?:ed|ors?)|privacidade|política de|todos (?:os|los) |datenschutz|impressum"
    r"|mentions légales|tous droits|kommentare?|abonn\w+|iniciar|suscr\w+|inscri\w+)\b",
    re.IGNORECASE,
)
COMMENTS: Final = re.compile(
    r"\W*(?:what|(?:reader'?s?'?|your)) (?:you think|reactions?|views|opinions?|thoughts)(?: on .{0,60})?\W*"
    r"|\W*(?:(?:\d[\d,.]* )?(?:reader'?s?'? |user |latest |recent |all |your |view |\W)?(?:comments?|responses|replies)"
    r"(?: \W?\d+\W?)?(?: (?:on|to|for) .{0,100})?(?: posted)?\W*|(?:leave|post|add|write|submit|make) (?:a|your) (?:reply"
    r"|comments?|response).{0,30}|have your say\W*|(?:join|start) the (?:conversation|discussion)\W*|what do you think\W*"
    r"|discussion\W*|comentarios?|comentários?|kommentare?|commentaires?|commenti|reacties)",
    re.IGNORECASE,
)
OTHERS: Final = re.compile(
    r"\W*(?:more (?:\w+ ){0,3}(?:news|stories|articles|headlines|coverage|videos?|posts?|about|in|on|from|at)\b|more [A-Z]\w+(?: [A-Z]\w+)*\W*$"
    r"|(?:related|recommended|recent|latest|top|popular|trending|other|similar|featured|editors?'? picks?|most (?:read|popular|viewed)"
    r"|you (?:may|might) (?:also )?(?:like|be interested)|from (?:around )?the web|around the web|promoted|sponsored|don'?t miss|also in|in other news"
    r"|elsewhere|what to read next|up next|read next|next (?:story|article|post)|previous (?:story|article|post)|read more|see also"
    r"|today(?: on| in)|about the (?:author|writer))\b)",
    re.IGNORECASE,
)
DATELINE: Final = re.compile(
    r"\W*(?:(?:posted|published|updated|last (?:updated|modified)|created|date|on|at|added|first published|modified|by .{3,40}?)"
    r"\W*)*(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\W+)?(?:(?:\d{1,2}(?:st|nd|rd|th)?\W+)?"
    r"(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]*\W+(?:\d{1,2}(?:st|nd|rd|th)?\W+)?(?:\d{4})?"
    r"|\d{1,4}[./-]\d{1,2}[./-]\d{1,4}|\d{1,2}:\d{2}|\d+ (?:minutes?|hours?|days?|weeks?|months?|years?) ago)"
    r"(?:\W+(?:at|\d+|[ap]\.?m\.?|[a-z]{2,4}|gmt|edt|est|updated|last)\b\.?){0,10}\W*",
    re.IGNORECASE,
)
BYLINE: Final = re.compile(
    r"\W*(?:by|von|par|por|di|written by|reported by|reporting by|story by|photo(?:s|graph)?(?: by)?:?|picture:?|image:?)"
    r"\b.{0,60}|.{0,60}\b(?:staff (?:writer|reporter)|correspondent|associated press|reuters|afp|bloomberg)\W*"
    r"|.{0,80}\((?:AP|Reuters|AFP|Getty)[^)]{0,40}\)\W*|(?:credit|source|image credit)s?:.{0,80}",
    re.IGNORECASE,
)
