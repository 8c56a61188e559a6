"""What stands beside a number and says what it measures: currencies, per cent, units of measure."""

from __future__ import annotations

import re
from typing import NamedTuple

from nutgraf.results.happened import QuantityKind

_SYMBOLS = {
    "$": "USD", "€": "EUR", "£": "GBP", "¥": "JPY", "₹": "INR", "₽": "RUB", "₴": "UAH", "₩": "KRW", "₺": "TRY", "₪": "ILS", "₦": "NGN",
}  # fmt: skip
_DOLLARS = {
    "US": "USD", "A": "AUD", "AU": "AUD", "C": "CAD", "CA": "CAD", "CAN": "CAD", "NZ": "NZD", "HK": "HKD", "S": "SGD", "R": "BRL", "NT": "TWD",
}  # fmt: skip
_CODES = frozenset(
    (
        "USD EUR GBP JPY CNY RMB INR RUB UAH KRW TRY ILS AUD CAD NZD HKD SGD BRL CHF SEK NOK DKK PLN CZK HUF MXN ZAR NGN SAR AED"
    ).split()
)
_NATIONS = {
    "us": "USD", "u.s.": "USD", "american": "USD", "canadian": "CAD", "australian": "AUD", "hong kong": "HKD", "singapore": "SGD",
    "new zealand": "NZD", "taiwan": "TWD",
}  # fmt: skip
_MONEY_WORDS = {
    "dollar": "USD", "euro": "EUR", "pound": "GBP", "yuan": "CNY", "renminbi": "CNY", "yen": "JPY", "ruble": "RUB", "rouble": "RUB",
    "rupee": "INR", "won": "KRW", "hryvnia": "UAH", "lira": "TRY", "krona": "SEK", "kronor": "SEK", "zloty": "PLN", "rand": "ZAR",
    "shekel": "ILS", "baht": "THB", "naira": "NGN", "reais": "BRL", "real": "BRL",
}  # fmt: skip

_BEFORE = re.compile(
    r"(?:(?P<code>[A-Z]{3})?(?P<nation>(?<![A-Za-z])(?:US|AU|CA|CAN|NZ|HK|NT|A|C|S|R))?(?P<symbol>[$€£¥₹₽₴₩₺₪₦])|(?<![A-Za-z])(?P<only>[A-Z]{3}))"
    r"[ \u00a0]?$"
)
_AFTER = re.compile(
    r"(?P<percent>[ \u00a0]?%|(?:[ \u00a0]|-|\n)(?:per[ ]?cent(?:age[ ]points?)?|percentage[ ]points?|pc)(?![A-Za-z]))"
    r"|(?:[ \u00a0]|-|\n)(?:(?P<nation>US|U\.S\.|American|Canadian|Australian|Hong[ ]Kong|Singapore|New[ ]Zealand|Taiwan|Swiss)[ ])?"
    r"(?P<money>dollars?|euros?|pounds?|yuan|renminbi|yen|rubles?|roubles?|rupees?|won|hryvnias?|liras?|krona|kronor|zlotys?|rand"
    r"|shekels?|baht|naira|reais|pesos?|francs?|kroner?|dinars?|dirhams?|riyals?|cents?|pence)(?![A-Za-z])"
    r"|[ ]?(?P<code>USD|EUR|GBP|JPY|CNY|RMB|INR|RUB|UAH|AUD|CAD|CHF|SEK|NOK|DKK|PLN)(?![A-Za-z])"
    r"|[ \u00a0-]?(?P<measure>km/h|kph|mph|km²|km|kg|cm|mm|sq(?:uare)?[ -](?:km|feet|foot|ft|metres?|meters?|miles?|kilomet(?:re|er)s?)"
    r"|GHz|MHz|kHz|TB|GB|MB|kB|MW|GW|kW|kWh|MWh|GWh|°[CF]?|ft|lbs?|oz|tonnes?|tons?|kilos?|kilogram(?:me)?s?|grams?|milligrams?|kilomet(?:re|er)s?"
    r"|metres?|meters?|centimet(?:re|er)s?|millimet(?:re|er)s?|miles?|feet|foot|inch(?:es)?|yards?|acres?|hectares?|lit(?:re|er)s?|gallons?"
    r"|barrels?|megawatts?|gigawatts?|kilowatts?|watts?|volts?|degrees?(?:[ ](?:Celsius|Fahrenheit|C|F)(?![a-z]))?|nautical[ ]miles?"
    r"|year-olds?|years[ -]olds?|seconds?|minutes?|hours?|days?|weeks?|months?|years?|['′]{2}|″)(?![A-Za-z0-9])"
)
_MONEY_MARKS = frozenset("$€£¥₹₽₴₩₺₪₦")


class Unit(NamedTuple):
    """A unit beside a number: the offset where it begins (a prefix) or ends (a suffix), its name and kind."""

    at: int
    name: str
    kind: QuantityKind


def unit_before(text: str, start: int) -> Unit | None:
    """A currency before a number: "US$", "€", "CNY¥", "USD "."""
    near = text[max(0, start - 2) : start].rstrip(" \u00a0")[-1:]
    if not (near in _MONEY_MARKS or near.isupper()) or not near:
        return None
    first = max(0, start - 8)
    match = _BEFORE.search(text[first:start])
    if match is None:
        return None
    if match["only"]:
        return _code(first + match.start(), match["only"])
    if match["code"] and match["code"] in _CODES:
        return _code(first + match.start(), match["code"])
    name = _DOLLARS.get(match["nation"] or "", "USD") if match["symbol"] == "$" else _SYMBOLS[match["symbol"]]
    begins = match.start("nation") if match["nation"] and match["symbol"] == "$" else match.start("symbol")
    return Unit(first + begins, name, "money")


def _code(at: int, code: str) -> Unit | None:
    return Unit(at, "CNY" if code == "RMB" else code, "money") if code in _CODES else None


def unit_after(text: str, end: int, *, scaled: bool) -> Unit | None:
    """A unit after a number: "percent", "euros", "km", "-mile". `scaled`: after "million" pounds are money."""
    match = _AFTER.match(text, end)
    if match is None:
        return None
    if match["percent"]:
        points = "point" in match["percent"]
        return Unit(match.end(), "percentage points" if points else "%", "percent")
    if match["code"]:
        return _code(match.end(), match["code"])
    if match["money"]:
        return _money(text, match, scaled=scaled)
    measure = match["measure"]
    return Unit(match.end(), "years" if "old" in measure else measure.replace("-", " "), "measure")


def _money(text: str, match: re.Match[str], *, scaled: bool) -> Unit:
    written = match["money"]
    word = written if written in _MONEY_WORDS else written.removesuffix("s")
    if word == "pound" and not scaled and (text[match.start()] == "-" or text.startswith((" of ", " ("), match.end())):
        return Unit(match.end(), written, "measure")
    if word == "dollar" and (match["nation"] or "").lower() in _NATIONS:
        return Unit(match.end(), _NATIONS[match["nation"].lower()], "money")
    if word == "franc" and match["nation"] == "Swiss":
        return Unit(match.end(), "CHF", "money")
    return Unit(match.end(), _MONEY_WORDS.get(word, written), "money")


def money_word(word: str) -> str | None:
    """The currency of a noun: "dollars" is "USD"; None for a noun that is no money."""
    return _MONEY_WORDS.get(word.lower().removesuffix("s")) if word.lower() != "real" else None
