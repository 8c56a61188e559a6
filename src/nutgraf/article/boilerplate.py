"""What stands in the text and is no article: the dateline, share bars, copyright lines, newsletter calls.

Precision comes first: a line is boilerplate only when the whole of it looks like nothing else.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

Offsets = tuple[int, int]


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


_AGENCIES = (
    r"AP|AFP|UPI|CNN|BBC|VOA|ANI|PTI|IANS|TASS|EFE|KUNA|WAM|SPA|NHK|CP|PA|AA|AAP|APA|ATS|BNS|CTK|ČTK|DPA|MENA|MTI|NPR|PAP|RIA|STA|"
    r"CBS|NBC|ABC|CNBC|RFE/RL|JTA|QNA|IPS|dpa|dpa-AFX|ANSA|Reuters|REUTERS|Xinhua|Interfax|Kyodo|Kyodo News|Yonhap|Bloomberg|Anadolu|"
    r"Anadolu Agency|Belga|Ukrinform|Tanjug|Antara|Bernama|Associated Press|The Associated Press|Agence France-Presse|"
    r"Thomson Reuters Foundation|Wikinews"
)
_LETTER = r"[^\W\d_]"
_CITY_WORD = rf"{_LETTER}(?:{_LETTER}|[.'’-]){{1,20}}"
_MONTH = r"(?:Jan|Feb|March|Mar|April|Apr|May|June|Jun|July|Jul|Aug|Sept|Sep|Oct|Nov|Dec)[a-z]{0,7}\.?"
_DATE = rf"(?:{_MONTH}\s\d{{1,2}}|\d{{1,2}}\s{_MONTH})(?:,?\s\d{{4}})?"
_DATELINE = re.compile(
    rf"(?:(?P<city>{_CITY_WORD}(?:\s{_CITY_WORD}){{0,3}}(?:/{_CITY_WORD}(?:\s{_CITY_WORD}){{0,2}}){{0,2}})"
    rf"(?P<region>,\s(?!{_DATE})(?:[A-Z][\w.'’-]{{0,20}}\s?){{1,4}})?(?P<date>,\s{_DATE})?\s?)?"
    rf"(?:[(\[](?:(?P<agency>{_AGENCIES})|(?P<own>[A-Z][\w.&'’-]{{1,20}}(?:\s[A-Z][\w.&'’-]{{0,20}}){{0,3}}))[)\]])?"
    r"(?:\s{0,2}(?:—|--)\s{0,3}|\s{1,2}[–-]\s{1,3})(?=\S)"
)
_NO_CITY = _words(
    # what stands before a dash in capitals and is no place
    "UPDATE UPDATED UPDATES BREAKING EXCLUSIVE WATCH VIDEO PHOTO PHOTOS LIVE NEWS ALERT ANALYSIS OPINION COMMENT "
    "COMMENTARY EDITORIAL FACTBOX FACTBOXES TIMELINE EXPLAINER CORRECTED CORRECTION REFILE INTERVIEW FEATURE "
    "FEATURES INSIGHT BRIEF BRIEFS REPORT REPORTS REVIEW SPECIAL WRAPUP POLL PREVIEW RECAP RESULTS RESULT SPORT "
    "SPORTS SOCCER FOOTBALL TENNIS CRICKET RUGBY GOLF BOXING BASEBALL BASKETBALL HOCKEY OLYMPICS CUP LEAGUE MARKET "
    "MARKETS STOCKS STOCK BUSINESS POLITICS WORLD HEALTH SCIENCE TECH TECHNOLOGY WEATHER ADVERTISEMENT SPONSORED "
    "RELATED READ LISTEN PODCAST QUIZ FACT CHECK FALSE TRUE CLAIM VERDICT NOTE EDITOR WARNING IMPORTANT QUESTION "
    "ANSWER BACKGROUND CONTEXT SUMMARY CONCLUSION INTRODUCTION ABSTRACT HIGHLIGHTS DEVELOPING JUST TOP STORY "
    "STORIES THE NATO NASA OPEC UNESCO UNICEF ASEAN UEFA FIFA IAEA INTERPOL EUROPOL FRONTEX OSCE NAFTA BREXIT COVID "
    "AIDS APEC BRICS ISIS ISIL HAMAS IKEA FIAT BMW IBM NBA NFL NHL MLB FBI CIA IRS WHO IMF ECB GDP OECD EU UN US "
    "USA UK UAE WHAT WHY HOW WHEN WHERE"
)
_FIRST_OF_LONG = _words(
    "NEW SAN SANTA LOS LAS ST. SAINT FORT PORT RIO EL LA MEXICO HO SALT WEST EAST NORTH SOUTH PALM KUALA ABU"
)
_LINES_LOOKED_AT = 8
_LONG_LINE = 200


def find_dateline(text: str) -> Offsets | None:
    """Offsets of the dateline that opens the first paragraph of the body, dash and following space included.

    `KYIV, Ukraine (AP) — `, `LONDON, March 3 (Reuters) - `, `PARIS – `. Up to seven short lines (title, byline,
    date) may precede it. None where there is none, or where capitals before a dash may be something else.
    """
    for seen, (start, end) in enumerate(_lines(text[:6_000])):
        if seen == _LINES_LOOKED_AT:
            return None
        found = _DATELINE.match(text, start, min(end, start + 160))
        if found and _is_dateline(found, text[found.end() : min(end, found.end() + 80)]):
            return start, found.end()
        if end - start > _LONG_LINE:
            return None
    return None


def _is_dateline(found: re.Match[str], rest: str) -> bool:
    city, agency = found["city"], found["agency"]
    first = rest.lstrip("\"“‘'«„([")[:1]
    if not (first.isupper() or first.isdigit()) or len(rest.split()) < 3 or rest.isupper():
        return False
    if city is None:
        return agency is not None
    if found["own"] and not _in_capitals(city):
        return False
    words = re.split(r"[\s/]", city)
    if any(word.upper().replace(".", "") in _NO_CITY for word in words):
        return False
    if agency or found["date"]:
        return words[0][0].isupper() and (city.isupper() or bool(agency) or words[-1][0].isupper())
    if not _in_capitals(city):
        return False
    if found["region"] or found["own"]:
        return True
    if "/" in city or len(words) <= 1:
        return len(city) >= 4
    return len(words) <= 2 or words[0] in _FIRST_OF_LONG


def _in_capitals(city: str) -> bool:
    return city.isupper() or city.replace("Mc", "MC").isupper()


# ----------------------------------------------------------------------------------------- boilerplate

_LONGEST = 400
_SERVICES = (
    r"(?:Facebook|Twitter|X|LinkedIn|WhatsApp|Telegram|Reddit|Pinterest|Instagram|Threads|Bluesky|Mastodon|YouTube|TikTok|Flipboard|"
    r"Email|E-mail|Messenger|Viber|Google News|Apple News|Tumblr|VK|Pocket|Print|Copy link|Link|SMS)"
)
_STORY = r"(?:article|story|post|page|news|content|video|photo|link|report|via|on|with)"
_WHOLE_LINE = re.compile(
    rf"""
    (?:share|tweet|email|e-mail|print|save|bookmark|pin|copy)\s(?:this|the)\s{_STORY}\b[^"“”]{{0,80}}$
    |(?:share|send|post|tweet|follow)(?:\sthis)?\s(?:on|via|to|by|with)\s{_SERVICES}\b[^"“”.]{{0,60}}\.?$
    |share(?:\sthis)?\s*:?\s*(?:{_SERVICES}(?:[\s,|/·•]+(?:and\s|or\s)?|$)){{0,12}}$
    |(?:{_SERVICES}[\s,|/·•]+){{2,12}}(?:{_SERVICES})?$
    |!\[[^\]\n]{{0,300}}\]\([^)\n]{{0,390}}\)(?:\s*!\[[^\]\n]{{0,100}}\]\([^)\n]{{0,200}}\)){{0,3}}$
    |(?:copyright\b|\(c\)\s|©).{{0,390}}$
    |(?:\w[\w.&'’-]*\s){{0,6}}?all\srights\sreserved\b.{{0,200}}$
    |this\smaterial\smay\snot\sbe\spublished,?\sbroadcast\b.{{0,200}}$
    |(?:read|see|watch|listen|learn)\s(?:more|also|next)\s*(?:[:»>→|].{{0,250}}|(?:about|on|at|here|in)\b[^.]{{0,100}}|\.{{0,3}}|…)$
    |(?:also\sread|also\ssee|see\salso|more\son\sthis(?:\sstory)?|more\sfrom\s[^.]{{1,60}}|recommended(?:\sfor\syou|\sstories|\sreading)?)\s*(?::.{{0,250}})?$
    |(?:related(?:\s(?:articles?|stor(?:y|ies)|links?|news|posts?|topics?|content|coverage|reading))?|you\s(?:may|might)\salso\slike|most\s(?:read|popular)|trending(?:\snow)?)\s*(?:[:»>|].{{0,250}})?$
    |(?:sign\sup|subscribe|register)\s(?:(?:here|now|today|free)\s)?(?:for|to|and|here|now|today)\b(?=[^"“”]{{0,200}}\b(?:newsletters?|emails?|e-mails?|inbox|alerts?|updates|channel|podcasts?|subscribers?|access|journalism|daily|weekly|briefing|for\sfree|free\strial|offers)\b)[^"“”]{{0,300}}$
    |(?:get|have)\s(?:the\s|our\s|all\s)[^"“”]{{1,120}}\b(?:in|to)\syour\sinbox(?:\s(?:every|each|daily|weekly|today|now|for|by|with|from|free)\b[^"“”]{{0,100}})?[.!]?$
    |(?:subscribe(?:\s(?:now|today|here))?|sign\sup|sign\sin|log\sin|newsletter|skip\sto\s(?:main\s)?content|back\sto\stop|load\smore|show\s(?:more|less)|leave\sa\scomment|post\sa\scomment|view\scomments|comments?\s?\(\d+\)|loading)\s*[.…!]{{0,3}}$
    |[-–—\[(*\s]{{0,4}}(?:advertisements?|advertising|ad|sponsored(?:\scontent)?|paid\scontent|promoted|story\scontinues\sbelow(?:\sadvertisement)?|(?:article|story)\scontinues\s(?:after|below)[^.]{{0,60}})[-–—\])*\s.]{{0,4}}$
    |follow\s(?:us|me|@?\w{{2,30}}|[A-Z][^.]{{1,60}})\s(?:on|at|via)\s@?{_SERVICES}\b[^"“”]{{0,160}}$
    |(?:like|find|join)\sus\son\s{_SERVICES}\b[^"“”]{{0,160}}$
    |(?:click|tap)\s(?:here|on|the\slink|below)\b[^"“”]{{0,200}}$
    |[(\[]?(?:additional\s|with\s)?(?:reporting|writing|editing|compiled)\s(?:and\s(?:writing|editing)\s)?by:?\s[^"“”]{{2,390}}[)\]]$
    |\(?(?:reporting|writing|editing)(?:\sand\s\w+)?\sby:?\s[A-Z][^"“”]{{2,200}};\s?(?:writing|editing|additional)[^"“”]{{2,200}}\)?$
    |(?:additional\s)?(?:reporting|writing|editing)(?:\sand\s(?:reporting|writing|editing))?\sby:?(?:\s(?-i:[A-Z][\w.'’-]{{1,30}},?|and|in|for)){{1,14}}$
    |our\sstandards:\s.{{0,120}}$
    |(?:we|this\s(?:web)?site|our\s(?:web)?site|our\spartners)\b(?=[^"“”]{{0,120}}\bcookies\b)(?=.{{0,380}}\b(?:improve|enhance|personali[sz]e|analy[sz]e|ensure|accept|consent|agree|browsing|preferences)\b)[^"“”]{{0,390}}$
    |by\s(?:continuing|using|clicking|browsing)\b(?=[^"“”]{{0,200}}\b(?:cookies|privacy\spolicy|terms\sof)\b)[^"“”]{{0,390}}$
    |(?:accept|reject|manage|allow)(?:\sall)?\scookies$|cookie\s(?:policy|settings|preferences|notice)$|privacy\spolicy(?:\W+terms\b.{{0,80}})?$
    |(?:support|donate\sto)\s(?:our|independent|quality)\sjournalism\b[^"“”]{{0,160}}$
    |do\snot\ssell\s(?:or\sshare\s)?my\spersonal\sinformation$
    """,
    re.IGNORECASE | re.VERBOSE,
)
_COPYRIGHT_SENTENCE = re.compile(
    r"(?i:copyright)\s(?!©|\(c\)|\d{4}|by\b|[A-Z]|:|\|)|(?i:copyright\s(?:law|act|case|claim|office|infring|bill|holder|owner|rule|trial|suit|protect|reform|board|dispute))"
)
# A line that reports speech is a sentence of the story, whatever it begins with.
_REPORTS = re.compile(
    r"\b(?:said|says|told|warned|warns|joked|asked|added|adds|argued|wrote|replied|recalled|court|judge|police)\b",
    re.IGNORECASE,
)
_SURE = re.compile(r"[(\[©!]|copyright\b|.{0,60}\ball rights reserved", re.IGNORECASE)
_CREDIT_BLOCK = re.compile(
    r"(?:\((?:additional\s)?(?:reporting|writing|editing)\sby\b[^()]{2,390}\)|(?:©|copyright\s(?:©|\(c\)|\d{4}))[^()]{2,390})$",
    re.IGNORECASE,
)


def find_boilerplate(text: str) -> list[Offsets]:
    """Offsets of the lines that are no part of the story: sorted, disjoint, without white space around them.

    Empty when nothing else would be left of the text.
    """
    found: list[Offsets] = []
    left_over = False
    for block in _blocks(text):
        start, end = block[0][0], block[-1][1]
        if 1 < len(block) <= 6 and end - start <= _LONGEST and _CREDIT_BLOCK.match(text[start:end].replace("\n", " ")):
            found.append((start, end))
            continue
        for line in block:
            if _is_boilerplate(text, *line):
                found.append(line)
            else:
                left_over = True
    return found if left_over else []


def _is_boilerplate(text: str, start: int, end: int) -> bool:
    if end - start > _LONGEST:
        return False
    line = text[start:end].lstrip("#*>•·- \t").rstrip("* \t")
    if not line or not _WHOLE_LINE.match(line):
        return False
    if line[-1] == "." and _REPORTS.search(line) and not _SURE.match(line):
        return False
    return not _COPYRIGHT_SENTENCE.match(line)


def _lines(text: str) -> Iterator[Offsets]:
    for block in _blocks(text):
        yield from block


def _blocks(text: str) -> Iterator[list[Offsets]]:
    """Lines that stand together, blank lines between the blocks; offsets without white space around the lines."""
    block: list[Offsets] = []
    at = 0
    for line in text.splitlines(keepends=True):
        words = line.strip()
        if words:
            first = at + len(line) - len(line.lstrip())
            block.append((first, first + len(words)))
        elif block:
            yield block
            block = []
        at += len(line)
    if block:
        yield block
