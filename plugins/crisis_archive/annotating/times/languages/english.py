"""English words for time."""

from typing import Final

from crisis_archive.annotating.times.lexicon import Words

_MONTHS = "january february march april may june july august september october november december".split()
_DAYS = "monday tuesday wednesday thursday friday saturday sunday".split()
_NUMBERS = (
    "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
    "seventeen eighteen nineteen twenty".split()
)
_IRREGULAR = (
    "was were had did has have been said told went came took made gave got saw found left held met fell rose "
    "led lost won began became broke brought built bought caught chose cut drew drove fought flew fled heard "
    "hit kept knew laid let put ran sank sent set shot spoke spent stood struck swore sworn taken thought "
    "threw understood wrote withdrew swept shook sought sold paid read grew hung born quit blew bore shut "
    "burnt bent died"
).split()

ENGLISH: Final = Words(
    code="en",
    months={
        **{name: number for number, name in enumerate(_MONTHS, 1)},
        **{name[:3]: number for number, name in enumerate(_MONTHS, 1)},
        "sept": 9,
    },
    weekdays={
        **{name: number for number, name in enumerate(_DAYS)},
        "mon": 0,
        "tue": 1,
        "tues": 1,
        "wed": 2,
        "thu": 3,
        "thur": 3,
        "thurs": 3,
        "fri": 4,
    },
    capital=True,
    months_alone=(
        "in|last|next|this|since|until|till|by|early|late|mid|of|from|to|and|or|during|before|after|"
        "through|between|for|each|past|previous|following|coming|late in|early in|that"
    ),
    numbers={
        **{name: number for number, name in enumerate(_NUMBERS, 1)},
        "thirty": 30,
        "forty": 40,
        "fifty": 50,
        "a couple of": 2,
    },
    units={
        "day": "day",
        "days": "day",
        "week": "week",
        "weeks": "week",
        "month": "month",
        "months": "month",
        "year": "year",
        "years": "year",
        "weekend": "weekend",
    },
    days={
        "today": 0,
        "yesterday": -1,
        "tomorrow": 1,
        "tonight": 0,
        "this morning": 0,
        "this afternoon": 0,
        "this evening": 0,
        "last night": -1,
        "the day before yesterday": -2,
        "the day after tomorrow": 2,
        "yesterday morning": -1,
        "yesterday afternoon": -1,
        "yesterday evening": -1,
        "tomorrow morning": 1,
        "tomorrow night": 1,
        "tomorrow afternoon": 1,
        "tomorrow evening": 1,
    },
    dates=(
        r"(?:{weekday},? )?{month} {day}(?:st|nd|rd|th)?(?:(?:,? | of ){year})?",
        r"(?:{weekday},? )?(?:the )?{day}(?:st|nd|rd|th)?(?: of)? {month}(?:,? {year})?",
        r"{month}(?:,| of)? {year}",
    ),
    month_pairs="or|to|until|through|or early",
    day_pairs=r"to|or|until|through",
    weekday_last="last|this past|past",
    weekday_next="next|this coming|coming",
    weekday_this="this",
    weekday_not="every|each|bloody|black|good|easter|palm|ash|super|cyber|giving|holy|all|any|most|per",
    day_part="(?:early |late )?(?:morning|afternoon|evening|night|midday)",
    year_before=(
        "in|since|during|by|from|of|until|till|before|after|early|late|mid|year|for|to|the|through|and|"
        "end of|fiscal|between|or|around|circa|back in|season|calendar"
    ),
    relative=(
        ("ago", r"(?:(?:about|around|almost|nearly|over|just|some|more than|only) )?{n} {unit} ago"),
        (
            "past-span",
            r"(?:the |these |his |her |its |their )?(?:last|past|previous) {n} {unit}"
            r"|the (?:last|past) (?!day){unit}",
        ),
        ("next-span", r"(?:the )?(?:next|coming|following) {n} {unit}|the (?:next|coming) (?!day){unit}"),
        ("after", r"(?:just |about |only )?{n} {unit} after|the {unit} after"),
        ("before", r"(?:just |about |only )?{n} {unit} before|the {unit} before|the eve of"),
        ("later", r"{n} {unit} later|the following {unit}|the next (?=day){unit}"),
        ("earlier", r"{n} {unit} earlier|the previous {unit}"),
        (
            "last",
            r"(?:(?:earlier|later|late|early|the end of|the start of|the beginning of) )?"
            r"(?:last|this past) {unit}",
        ),
        (
            "this",
            r"(?:(?:earlier|later|late|early|the end of|the start of|the beginning of) )?"
            r"(?:this|the current) {unit}",
        ),
        (
            "next",
            r"(?:(?:later|late|early|the end of|the start of|the beginning of) )?"
            r"(?:next|this coming) {unit}",
        ),
        ("ahead", r"{n} {unit} from now|in {n} {unit}(?:['’] time)?"),
    ),
    of_last_year="(?:of )?last year",
    of_this_year="(?:of )?this year",
    of_next_year="(?:of )?next year",
    future=(
        r"will|won['’]t|shall|['’]ll|would|going to|"
        r"(?:is|are|was|were|be) (?:(?:also|now|still|not) )?(?:to|due|set|slated)\b|"
        r"expects?|expected|plans?|planned|planning|scheduled|hopes? to|intends? to|aims? to|upcoming|"
        r"to be held|(?:wants?|wanted|decided|urged|asked|invited|threatens|threatened|pledged|voted) to|"
        r"opens|begins|starts|meets|resumes|convenes|arrives|votes|visits|returns|leaves|"
        r"takes effect|kicks off|"
        r"ready to|prepares? to|vows? to|promise[ds]? to|agreed to|could|might"
    ),
    past=r"(?-i:[a-z])\w+ed|" + "|".join(_IRREGULAR),
    ahead="by|until|till|starting|beginning|due|ahead of|before|as early as|as soon as|no later than|for",
    behind="since|after|following|as of",
)
