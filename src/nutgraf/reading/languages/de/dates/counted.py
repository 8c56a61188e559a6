"""German words that count from another day, and lengths of time. Examples are read as if published on Thursday, 12 March 2026."""

from __future__ import annotations

from nutgraf.reading.dates import anchored, references, relative
from nutgraf.reading.dates.reads import Reads
from nutgraf.reading.dates.scan import DateRule
from nutgraf.reading.languages.de.dates.words import ABOUT, BESIDE, DAY_WORDS, DAYS, NUMBERS, REFERENCES, SOON, STEPS
from nutgraf.reading.rules import Rule

_NUMBER = ("0", "000", *NUMBERS)
_UNIT = r"~<unit>(?![\w-])"

COUNTED: tuple[DateRule, ...] = (
    Rule(
        name="day word",
        opens=(*(word for word in DAY_WORDS if word != "morgen"),),
        finds=Reads(r"<word:day_word>(?:~<part>)?", yields=relative.day_word),
        examples={
            "Heute Morgen brannte die Mühle.": "Heute Morgen = 2026-03-12TMO",
            "Gestern schloss das Bad.": "Gestern = 2026-03-11",
            "Übermorgen wird gewählt.": "Übermorgen = 2026-03-14",
        },
        counter=("Der heutige Tag ist lang.",),
    ),
    Rule(
        name="tomorrow",
        opens=("morgen",),
        finds=Reads(
            r"<word:day_word>(?:~<part>)?",
            yields=relative.day_word,
            not_behind=r"(?:am|zum|jeden|diesem|guten|der|den|dem|des|heute|gestern|früher|(?:früh|spät|nächst|folgend|gestrig|heutig|selb|gleich)e[nmrs]?|\w+tag)~",
        ),
        examples={"Der Rat tagt morgen Abend.": "morgen Abend = 2026-03-13TEV"},
        counter=("Am Morgen lief das Schiff aus.", "Am frühen Morgen brannte die Mühle."),
    ),
    Rule(
        name="now and then",
        opens=(*REFERENCES,),
        finds=Reads(r"<word:reference>", yields=references.reference),
        examples={
            "Die Mühle hat derzeit neun Angestellte.": "derzeit = PRESENT_REF",
            "Die derzeitige Müllerin ist krank.": "derzeitige = PRESENT_REF",
        },
        counter=("Zu der Zeit ist alles gesagt.",),
    ),
    Rule(
        name="soon",
        opens=(*SOON,),
        finds=Reads(
            r"<word:soon>",
            yields=references.ahead,
            not_behind=r"(?:so|zu|wie)~",
            not_ahead=r"~(?:darauf|danach|nach)(?!\w)",
        ),
        examples={"Die Mühle wird bald verkauft werden.": "bald = FUTURE_REF"},
        counter=("Bald darauf brannte die Mühle.", "Sie brannte bald."),
    ),
    Rule(
        name="week or month nearby",
        opens=(*STEPS,),
        finds=Reads(r"<step>~(?!\w+e?n(?!\w))<unit>(?![\w-])", yields=relative.near),
        examples={
            "Der Umsatz sank vergangene Woche.": "vergangene Woche = 2026-W10",
            "Ab kommender Woche fährt die Fähre.": "kommender Woche = 2026-W12",
            "In diesem Jahr fällt das Fest aus.": "diesem Jahr = 2026",
        },
        counter=("Die letzten Meter waren steil.", "In den kommenden Wochen öffnet das Bad."),
    ),
    Rule(
        name="run of time",
        opens=(*STEPS,),
        finds=Reads(r"<step>~<n>" + _UNIT, yields=relative.run),
        examples={"In den vergangenen zehn Jahren wuchs die Stadt.": "vergangenen zehn Jahren = P10Y"},
        counter=("Die letzten zehn Meter waren steil.",),
    ),
    Rule(
        name="weekend",
        opens=(*STEPS, "wochenende"),
        finds=Reads(r"(?:<step>~)?wochenende(?![\w-])", yields=relative.weekend),
        examples={"Am vergangenen Wochenende schneite es.": "vergangenen Wochenende = 2026-W10-WE"},
        counter=("Die Wochenendausgabe ist dick.",),
    ),
    Rule(
        name="day or season nearby",
        opens=(*STEPS,),
        finds=Reads(
            r"<step>~<weekday:dayname>(?:(?:~)?<part:partname>)?(?!\w)",
            r"<step>~<season>",
            r"(?P<step>(?:letzt|vergangen)e[nr]?)~(?P<part>nacht)(?!\w)",
            yields=relative.near,
        ),
        examples={
            "Am kommenden Montag öffnet das Bad.": "kommenden Montag = 2026-03-16",
            "Sie öffnete im vergangenen Sommer.": "vergangenen Sommer = 2025-SU",
            "In der vergangenen Nacht schneite es.": "vergangenen Nacht = 2026-03-11TNI",
        },
        counter=("Die letzten Montage waren nass.", "Der letzte Sommerabend war warm."),
    ),
    Rule(
        name="month nearby",
        opens=(*STEPS,),
        finds=Reads(r"<step>~<month>", yields=relative.near, capital="month"),
        examples={"Im vergangenen Juli brannte die Mühle.": "vergangenen Juli = 2025-07"},
        counter=("Der letzte märz war kalt.",),
    ),
    Rule(
        name="ago",
        opens=("vor",),
        finds=Reads(r"(?P<way>vor)~" + ABOUT + r"<n>" + _UNIT, yields=relative.away),
        examples={
            "Vor drei Jahren brannte die Mühle.": "Vor drei Jahren = 2023",
            "Vor einer Woche schloss das Bad.": "Vor einer Woche = 2026-W10",
            "Vor vierzehn Tagen brannte die Mühle.": "Vor vierzehn Tagen = 2026-02-26",
        },
        counter=("Vor drei Richtern stand er.", "Vor 12.500 Jahren brannte die Mühle."),
    ),
    Rule(
        name="in days to come",
        opens=_NUMBER,
        finds=Reads(r"<n>" + _UNIT, yields=relative.ahead_in),
        examples={"In zwei Wochen wird gewählt.": "In zwei Wochen = 2026-W13"},
        counter=("Er wurde in zwei Wochen gesund.",),
    ),
    Rule(
        name="length of time",
        opens=_NUMBER,
        finds=Reads(
            r"<n>" + _UNIT,
            yields=relative.length,
            not_ahead=r"~alte?[nrsm]?(?!\w)",
            not_behind=r"alter~(?:von|zwischen~\S+~und)~|<:n>~(?:bis|oder)~|zwischen~<:n>~und~",
        ),
        examples={"Der Prozess dauerte siebzehn Monate.": "siebzehn Monate = P17M"},
        counter=(
            "Es dauerte zwei bis drei Stunden.",
            "Sie ist 34 Jahre alt.",
            "Er starb im Alter von 40 Jahren.",
            "Er lief 2:41 Stunden.",
        ),
    ),
    Rule(
        name="one length of time",
        opens=("ein", "eine", "einem", "einen", "einer"),
        finds=Reads(
            r"<n>" + _UNIT,
            yields=relative.one_length,
            behind=r"(?:seit|für|nach|binnen|über|rund|etwa|knapp|gut|fast|mindestens|mehr~als|weniger~als|länger~als|dauerte)~",
            not_ahead=r"~(?:<:wayword>|vor|nach)(?!\w)",
        ),
        examples={"Das Bad ist seit einem Jahr zu.": "einem Jahr = P1Y"},
        counter=("Sie kam nach einer Woche zuvor.", "Das ist eine Woche."),
    ),
    Rule(
        name="later",
        opens=_NUMBER,
        finds=Reads(r"<n>~<unit>~<way:wayword>", yields=anchored.from_anchor),
        examples={"Am Freitag erkrankte er. Zwei Tage später starb er.": "Zwei Tage später = 2026-03-08"},
        counter=("Er blieb zwei Tage.",),
    ),
    Rule(
        name="every week",
        opens=(*(f"jede{ending}" for ending in ("", "r", "s", "n", "m")), *(f"{day}s" for day in DAYS)),
        finds=Reads(
            r"jede[rsnm]?~(?:<:ordinal>~)?(?:<weekday:dayname>|(?P<unit>tag|woche|monat|jahr))(?!\w)",
            r"<weekday:dayname>s(?!\w)",
            yields=relative.every,
        ),
        examples={
            "Das Bad öffnet jeden Freitag.": "jeden Freitag = XXXX-WXX-5",
            "Es regnet jedes Jahr.": "jedes Jahr = P1Y",
            "Das Bad ist montags zu.": "montags = XXXX-WXX-1",
        },
        counter=("Jede Jahreszeit ist am Montag schön.",),
    ),
    Rule(
        name="end of the year",
        opens=tuple(f"{edge}{gap}" for edge in ("anfang", "beginn", "mitte", "ende") for gap in (" des", " der"))
        + tuple(f"{unit}{edge}" for unit in ("jahres", "monats") for edge in ("anfang", "beginn", "ende")),
        finds=Reads(
            r"(?:anfang|beginn|mitte|ende)~des~(?P<unit>jahr|monat)e?s(?![\w-]|~\d)",
            r"(?:anfang|beginn|mitte|ende)~der~(?P<unit>woche)(?![\w-])",
            r"(?P<unit>jahr|monat)e?s(?:anfang|beginn|ende)(?![\w-]|~\d)",
            yields=relative.edge,
        ),
        examples={
            "Das Bad schließt zum Jahresende.": "Jahresende = 2026",
            "Ende des Monats wird gewählt.": "Ende des Monats = 2026-03",
        },
        counter=("Ende des Jahres 2024 schloss das Bad.",),
    ),
    Rule(
        name="beside a day named before",
        opens=("tag", "tags", "jahr", *BESIDE),
        finds=Reads(
            r"(?P<unit>tags?|jahr)~<way:wayword>",
            r"<step:beside>~(?!\w+e?n(?!\w))<unit>(?![\w-])",
            yields=anchored.beside,
        ),
        examples={
            "Am 3. Mai 2025 brannte die Mühle. Am Tag darauf regnete es.": "Tag darauf = 2025-05-04",
            "Die Mühle brannte 2019 und wurde im selben Jahr verkauft.": "selben Jahr = 2019",
        },
        counter=("Der Tag war lang.", "In jenen Jahren war sie zu."),
    ),
)
