"""The dateline: where a report was filed, and by whom."""

from __future__ import annotations

import re

from nutgraf.article.text.blocks import Offsets, lines
from nutgraf.lazily import pattern


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
_DATELINE = pattern(
    rf"(?:(?P<city>{_CITY_WORD}(?:\s{_CITY_WORD}){{0,3}}(?:/{_CITY_WORD}(?:\s{_CITY_WORD}){{0,2}}){{0,2}})"
    rf"(?P<region>,\s(?!{_DATE})(?:[A-Z][\w.'’-]{{0,20}}\s?){{1,4}})?(?P<date>,\s{_DATE})?\s?)?"
    rf"(?:[(\[](?:(?P<agency>{_AGENCIES})|(?P<own>[A-Z][\w.&'’-]{{1,20}}(?:\s(?:(?:and|of|the)\s)?[A-Z][\w.&'’-]{{0,20}}){{0,3}}))[)\]])?"
    r"(?:\s{0,2}(?:—|--)\s{0,3}|\s{1,2}[–-]\s{1,3})(?=\S)"
)
_DASHES = frozenset("—–-")
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
    for seen, (start, end) in enumerate(lines(text[:6_000])):
        if seen == _LINES_LOOKED_AT:
            return None
        stop = min(end, start + 160)
        found = None if _DASHES.isdisjoint(text[start:stop]) else _DATELINE.match(text, start, stop)
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
