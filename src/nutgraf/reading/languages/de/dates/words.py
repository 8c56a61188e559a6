"""The German words that stand in the holes of date patterns."""

from __future__ import annotations

from nutgraf.reading.dates.patterns import DateWords, phrases
from nutgraf.reading.languages import classes as c
from nutgraf.reading.languages.de.vocabulary import WORDS

MONTHS = WORDS.values_of(c.MONTH)
WEEKDAYS = WORDS.values_of(c.WEEKDAY)
DAYS = ("montag", "dienstag", "mittwoch", "donnerstag", "freitag", "samstag", "sonnabend", "sonntag")
PARTS = WORDS.values_of(c.PART_OF_DAY, "timex") | {"morgen": "TMO", "früh": "TMO"}
UNITS = WORDS.values_of(c.TIME_UNIT, "timex")
DAY_WORDS = WORDS.values_of(c.DAY_WORD, "timex")
SEASONS = WORDS.values_of(c.SEASON, "timex")

_ONE = ("ein", "eine", "einem", "einen", "einer")
_MOST = 100
NUMBERS = {
    **dict.fromkeys(_ONE, "1"),
    **{word: value for word, value in WORDS.values_of(c.CARDINAL).items() if float(value) <= _MOST},
    "einem halben": "0.5",
    "einer halben": "0.5",
    "eine halbe": "0.5",
    **dict.fromkeys(("ein paar", "einige", "einigen", "mehrere", "mehreren", "wenige", "wenigen", "vielen"), ""),
}
"""Numbers before a unit of time."""
_ORDINALS = ("erst", "zweit", "dritt", "viert")


def _inflected(stem: str) -> tuple[str, ...]:
    return tuple(stem + ending for ending in ("e", "en", "er", "es", "em"))


ORDINALS = {form: str(n) for n, stem in enumerate(_ORDINALS, 1) for form in _inflected(stem)} | {
    f"{n}.": str(n) for n in range(1, 5)
}
STEPS = {
    **{form: "-1" for stem in ("letzt", "vergangen", "vorig") for form in _inflected(stem)},
    **{form: "0" for stem in ("dies", "laufend") for form in _inflected(stem)},
    **{form: "1" for stem in ("kommend", "nächst") for form in _inflected(stem)},
}
BESIDE = {
    **{form: "0" for stem in ("selb", "jen") for form in _inflected(stem)},
    **{form: "1" for stem in ("folgend", "darauffolgend") for form in _inflected(stem)},
    **{form: "-1" for stem in ("vorangegangen", "vorangehend") for form in _inflected(stem)},
}
REFERENCES = {
    **dict.fromkeys(("derzeit", "zurzeit", "momentan", "gegenwärtig", "zur zeit", "aktuell"), "PRESENT_REF"),
    **{form: "PRESENT_REF" for stem in ("aktuell", "derzeitig", "gegenwärtig", "jetzig") for form in _inflected(stem)},
    **dict.fromkeys(("damals", "seinerzeit", "kürzlich", "jüngst", "vor kurzem"), "PAST_REF"),
    **dict.fromkeys(("demnächst", "künftig", "in zukunft"), "FUTURE_REF"),
}
SOON = dict.fromkeys(("bald", "in kürze", "eines tages"), "FUTURE_REF")
"""Words of what is to come behind a verb that looks ahead."""
FEASTS = {
    "heiligabend": "12-24", "weihnachten": "12-25", "silvester": "12-31", "neujahr": "1-1", "neujahrstag": "1-1", "nikolaus": "12-6",
    "karfreitag": "easter -2", "ostern": "easter 0", "ostersonntag": "easter 0", "ostermontag": "easter 1",
    "gründonnerstag": "easter -3", "aschermittwoch": "easter -46", "rosenmontag": "easter -48", "palmsonntag": "easter -7",
    "christi himmelfahrt": "easter 39", "fronleichnam": "easter 60", "tag der arbeit": "5-1", "tag der deutschen einheit": "10-3",
    "reformationstag": "10-31", "allerheiligen": "11-1", "valentinstag": "2-14", "dreikönigstag": "1-6",
    "pfingsten": "easter 49", "pfingstsonntag": "easter 49", "pfingstmontag": "easter 50",
}  # fmt: skip
LIMITS = {
    **dict.fromkeys(
        ("seit", "ab", "frühestens", "ab frühestens", "nicht vor", "nicht mehr vor", "kaum vor", "nicht früher als"),
        "since",
    ),
    **dict.fromkeys(("bis", "bis mindestens", "längstens bis"), "until"),
    **dict.fromkeys(("spätestens", "bis spätestens", "nicht später als"), "by"),
    "vor": "before",
    "nach": "after",
}
TENS = {
    f"{tens}er": value
    for tens, value in WORDS.values_of(c.CARDINAL).items()
    if value in {"30", "40", "50", "60", "70", "80", "90"}
}
ABOUT = r"(?:(?:gut|rund|etwa|ungefähr|circa|knapp|fast|über|mehr~als)~)?"
IN = rf"in~{ABOUT}"
"""What stands before the days until something comes."""
DATE_WORDS = DateWords(
    kinds={
        "month": MONTHS,
        "weekday": WEEKDAYS,
        "part": PARTS,
        "season": SEASONS,
        "unit": UNITS,
        "day_word": DAY_WORDS,
        "n": NUMBERS,
        "ordinal": ORDINALS,
        "step": STEPS | BESIDE,
        "reference": REFERENCES | SOON,
        "feast": FEASTS,
        "tens": TENS,
        "moment": {"mitternacht": "0:00"},
        "zone": {"ortszeit": "", "mez": "", "mesz": "", "gmt": "Z", "utc": "Z"},
        "way": {"danach": "1", "darauf": "1", "später": "1", "zuvor": "-1", "davor": "-1", "vor": "-1", "vorher": "-1"},
        "limit": LIMITS,
        "about": {"gegen": ""},
    },
    fragments={
        "wayword": phrases(("danach", "darauf", "später", "zuvor", "davor", "vorher")),
        "day": r"\d{1,2}\.(?!\d)",
        "n": r"(?<![\d.,:])\d{1,4}(?:,\d{1,2})?(?![\d,.])|" + phrases(NUMBERS),
        "dayname": f"(?:{'|'.join(DAYS)})",
        "step": phrases(STEPS),
        "beside": phrases(BESIDE),
        "soon": phrases(SOON),
        "partname": f"(?:{'|'.join(PARTS)})",
        "season": phrases(SEASONS),
    },
    day_first=True,
)
