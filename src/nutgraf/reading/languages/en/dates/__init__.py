"""English expressions of time: their words and rules."""

from __future__ import annotations

from nutgraf.reading.dates.anywhere import FIGURES
from nutgraf.reading.dates.language import Ahead
from nutgraf.reading.dates.patterns import Around
from nutgraf.reading.dates.scan import DateRules
from nutgraf.reading.languages.en.dates.anchored import ANCHORED
from nutgraf.reading.languages.en.dates.counted import COUNTED
from nutgraf.reading.languages.en.dates.leaning import lean
from nutgraf.reading.languages.en.dates.named import NAMED
from nutgraf.reading.languages.en.dates.quarters import QUARTERS
from nutgraf.reading.languages.en.dates.references import REFERENCES_TO
from nutgraf.reading.languages.en.dates.words import DATE_WORDS, IN
from nutgraf.reading.languages.en.dates.years import YEARS
from nutgraf.reading.languages.en.vocabulary import WORDS
from nutgraf.reading.verbs.found import cues

_VERB = r"[a-z]+(?:~[a-z]+)?"
_CLOCK = r"(?:(?:noon|midnight|midday|[\d:.]+~?[ap]\.?m\.?)~(?:\(?<:zone>\)?,?~)?(?:on~)?)?"
_MOMENTS = (
    r"(?:dawn|daybreak|sunrise|dusk|sunset|nightfall|dark|noon|midday|midnight|breakfast|lunch(?:time)?|<:part>)(?!\w)"
)
_PUT_OFF = (
    r"(?:put~off|put~back|postponed|delayed|deferred|adjourned|pushed~back|rescheduled|cancell?ed|called~off|suspended)"
)
_EXTENDED = r"(?:extended|renewed|prolonged)~(?:(?!from(?!\w))[^\s.,;:]+~){0,5}?(?:to|until|till|through)"
DATES = DateRules(
    (*FIGURES, *NAMED, *YEARS, *QUARTERS, *REFERENCES_TO, *COUNTED, *ANCHORED),
    words=DATE_WORDS,
    table=WORDS,
    cues=lambda sentence: cues(sentence, "en"),
    ahead=Ahead(
        lean=lean,
        always=rf"ahead~of~(?:the~)?|(?:{_PUT_OFF}~(?:again~)?(?:until|till)|{_EXTENDED})~(?:at~least~)?{_CLOCK}(?:early~|late~|mid-|the~end~of~)?"
        r"|ha(?:s|ve)~(?:set|fixed|scheduled)~|payable~(?:on~)?",
        unless_past=rf"(?:by|until|till|before|through|as~soon~as)~(?:at~least~)?{_CLOCK}"
        r"(?:(?:the~)?(?:end|beginning|start|middle)~of~(?:the~)?|early~|late~|mid-)?",
        back=r"since~(?:(?:the~)?(?:end|beginning|start|middle)~of~(?:the~)?|the~|early~|late~|mid-)?"
        r"|ended,?~(?:on~)?|(?:follows|despite)~(?:the~)?|(?:record|high|low|mark|best|peak)(?:~high|~low)?,?~(?:set|reached|hit)~(?:on|in)~",
        planned=r"(?<!as )(?<!previously )(?:set|planned|scheduled|slated|due|booked|billed|timed|arranged)~"
        rf"(?:(?:to~{_VERB}~)?(?:for|on|at)~(?:late~|early~)?|to~{_VERB}~)?"
        r"|(?:planned|scheduled|arranged)~(?:at|in|an?|another|more)~(?:[^\s.,;:]+~){1,8}?(?:for|on)~(?:late~|early~)?",
        apart=r"effective~(?:on~|from~|as~of~)?|of~record~(?:on~|as~of~|at~)?(?:the~close~of~business~)?(?:on~)?",
        due=r"~(?:deadlines?|ultimatum)(?!\w)",
        plans=r"plans~(?:an?|another|the|to|its|his|her|their|new|more)~(?:[^\s.,;:]+~){1,9}?(?:on~|for~)?",
        called_off=r",?~(?:was|were|(?:has|have|had)~been)~(?:called~off|cancell?ed|postponed|abandoned|scrapped)(?!\w)",
    ),
    opening=r"(?:early|late|earlier|later)(?:~(?:in|on))?~|mid(?:~|-)"
    r"|(?:the~)?(?:very~)?(?:end|beginning|start|middle|close)~of~(?:the~)?"
    r"|(?:the~)?(?:first|last|final|opening|closing|next)~(?:[a-z\d]+~)?(?:hours?|days?|weeks?|months?|years?|half)~of~(?:the~)?",
    joint=r",?~?(?:(?:on|at|(?:at~)?(?:around|about)|by|from|before|after|until|,)~)?",
    listed=r",~|,?~(?:and|or|to|through|until|till)~(?:(?:in|on)~)?|~?<:dash>~?",
    limits=r"<limit>(?:(?<=post)-|(?<=pre)-|(?<!post)(?<!pre)~(?:(?:on|in|from|about|around|at|the|early|late)~)?)",
    begins=r"(?:(?:again|on|only|back)~)?from~(?:(?:about|around|the|early|late)~)?",
    ranges=(
        (r"from~(?:the~)?", r"~(?:to|until|till|through|up~to)~(?:the~)?"),
        (r"between~(?:the~)?", r"~and~(?:the~)?"),
        ("", r"~(?:to|through|until|till)~|-to-|~?<:dash>~?"),
    ),
    owned=r",?~(?:(?:of|in|on)~)?|~<:dash>~|~\(",
    ended=r"(?:<n>(?:~|-))?(?:(?:fiscal|financial)~)?(?P<period>week|month|quarter|half|year)s?(?:(?:~that|,~which|~which|~just)?"
    r"~(?:ended|ends|ending|end)|~(?:to|through))~(?:(?:on|in)~)?(?:the~)?",
    end_of=r"(?:the~)?(?:very~)?(?:end|close)~of(?!\w)",
    within=IN,
    bounds=r"(?P<less>less~than|under|fewer~than|within)~|(?P<more>more~than|over|at~least|well~over|longer~than)~",
    start_of=r"(?:the~)?(?:very~)?(?:beginning|start)~of(?!\w)",
    no_range=r"(?:moved|postponed|delayed|deferred|rescheduled|put~back|pushed~back|brought~forward|shifted|changed|switched)~(?:\S+~){0,9}?",
    around=Around(
        aside=r"(?:(?:in~)?(?:the~)?(?:moments|seconds|minutes|hours|days|weeks|months|years)~(?=<:limit>)"
        r"|(?:just|only|also|already|again|even|shortly|soon|right|immediately|back|first|sometime|some~time|at~least|for~the~[a-z]+~time)~){,3}",
        lead=r"(?:at~least~|and~including~)?(?:(?:in|on|at|during|over|throughout|for)~)?(?:(?:the|an?|one|its|his|her|their|our)~)?",
        moment=rf"(?:(?:early|late|small|single)~)?(?:hours|{_MOMENTS})~(?:(?:of|on|in)~)?(?:the~)?",
        about=r"(?:about|around|roughly|approximately|some|almost|nearly)~",
        long=r"(?:(?:for|over|in|during|throughout|after)~)?(?:the~)?",
        trail=r"(?:['’]s)?(?:,?~(?P<latest>at~the~(?:very~)?latest)|,?~(?P<earliest>at~(?:the~(?:very~)?(?:earliest|soonest)|best))|,?~alone|,?~itself|,?~\(?(?:\d{1,2}:?\d\d~?)?<:zone>"
        rf"|,?~(?:at|in|before|after|around)~(?:the~)?(?:(?:early|late)~)?{_MOMENTS})?",
    ),
)
"""The English rules."""
