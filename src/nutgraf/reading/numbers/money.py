"""Whose money an amount is: several countries have dollars, pounds or rupees, and newspapers write some money with a letter."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from nutgraf.reading.languages.peoples import peoples_of
from nutgraf.reading.numbers.frames import Frame
from nutgraf.reading.parts import Offsets
from nutgraf.reading.text.triggers import any_of

_SHARED = {
    "USD": ("united states", ("australia", "canada", "new zealand", "singapore", "hong kong", "taiwan", "jamaica")),
    "GBP": ("united kingdom", ("egypt", "lebanon", "south sudan", "sudan", "syria")),
    "INR": ("india", ("pakistan", "sri lanka", "nepal", "mauritius", "seychelles")),
    "AED": ("united arab emirates", ("morocco",)),
    "TRY": ("turkey", ("lebanon", "syria")),
    "RUB": ("russia", ("belarus",)),
    "KRW": ("south korea", ("north korea",)),
}
"""Currencies whose plain name or sign others have too: the country that is meant where nothing tells, and the others."""
_DOLLAR = "$"
_OF_MONEY = re.compile(r"dollars?")
_STOPS_OF_INITIALS = re.compile(r"(?<=\b[A-Z])\.")
_NOT_AMERICAN = re.compile(r"\b(?:(?:kilo|centi|milli)?metres?|(?:giga|mega)?litres?|per cent|centre|harbour|labour)\b")
_TOLD_APART = re.compile(r"\bU\.?S\.? ?\$")
_NAME = re.compile(r"[^\W\d_]+")
_STERLING = re.compile(r"# ?(?=\d[\d,]*(?:\.\d\d?\b|(?:\.\d+)? ?(?:bn|m|million|billion|trillion)\b|,\d{3}))")
_LETTERED = {
    "R": (("south africa", "ZAR"),),
    "N": (("nigeria", "NGN"),),
    "K": (("zambia", "ZMW"), ("malawi", "MWK")),
    "P": (("botswana", "BWP"), ("philippines", "PHP")),
    "Le": (("sierra leone", "SLE"),),
    "D": (("gambia", "GMD"),),
}
"""Letters for money of one country, in whose news alone they are no part of a name: "R4.5m", but "the R61"."""
_LETTER = re.compile(
    rf"(?<![^\W_])(?<!\b[Tt]he )({'|'.join(_LETTERED)}) ?(?=\d{{3}}|\d[\d,]*[., ]\d|\d+ ?(?:k|bn?|m|[mbtr]+illion)\b)"
)


def of_several(frame: Frame, place: Offsets, unit: str | None, language: str | None) -> str | None:
    """The plain name or sign of money that an article's country has too, and not the one that it is read as; None: it is that one's."""
    if unit not in _SHARED:
        return None
    said = _plainly(frame, place, unit)
    home, others = _SHARED[unit]
    return said if said and _is_of_another(frame.text, home, others, language) else None


def _plainly(frame: Frame, place: Offsets, unit: str) -> str | None:
    """How the words write a currency by what several have: "$", "pounds"; None where they tell which, or have no such word."""
    text = frame.text
    sign = text.find(_DOLLAR, *place) if unit == "USD" else -1
    if sign >= 0:
        return None if text[max(0, sign - 1) : sign].isalpha() else _DOLLAR
    for word in _NAME.finditer(text, *place):
        if frame.numbers.units.get(word[0].lower()) == unit and word[0] != unit:
            before = frame.before(word.start())
            return None if before[:1].isupper() else word[0]  # "US dollars"
    return None


@lru_cache(maxsize=32)
def _is_of_another(text: str, home: str, others: tuple[str, ...], language: str | None) -> bool:
    """Whether an article tells of one of the others, or is spelled as in one, and not of the country that has the name by default."""
    if home == "united states" and _TOLD_APART.search(text):
        return True  # where "US$" is written, "$" is other money
    bare = _STOPS_OF_INITIALS.sub("", text)
    spelled = home == "united states" and _NOT_AMERICAN.search(bare) is not None
    return (spelled or any(_tells_of(one, bare, language) for one in others)) and not _tells_of(home, bare, language)


@lru_cache(maxsize=64)
def _tells_of(land: str, text: str, language: str | None) -> bool:
    names = _names_of(land, language)
    return names is not None and names.search(text) is not None


@cache
def _names_of(land: str, language: str | None) -> re.Pattern[str] | None:
    """What a country and its people are called in a language; None where that is not known."""
    peoples = peoples_of(language)
    forms = {" ".join(form) for form, names in peoples.keys.items() if land in names}
    forms |= {word for word in peoples.told_by.get(land, ()) if not _OF_MONEY.fullmatch(word)}
    short = {form.upper() for form in forms if len(form) <= 3}  # "US", not the "Us" of "Us too"
    long = {form for form in forms if len(form) > 3}
    said = any_of({form.title() for form in long} | {form.upper() for form in long} | short)  # "LAHORE: A court"
    return re.compile(rf"\b(?:{said})\b") if forms else None


def spelled_out(words: str, text: str, language: str | None) -> tuple[str, bool] | None:
    """Words with a known sign for one that stands for money here, and whether it tells the currency; None: there is no such sign.

    "#" stands in 7-bit wires where ISO 646-GB has the sign of the pound; in which money is known of Britain alone.
    """
    if _STERLING.match(words):
        return "£" + words.lstrip("# "), _tells_of("united kingdom", text, language)
    found = _LETTER.search(words)
    for land, code in _LETTERED[found[1]] if found else ():
        if found and _tells_of(land, text, language):
            return f"{words[: found.start()]}{code} {words[found.end() :]}", True
    return None
