"""German dates that name their day, month, hour or year. Examples are read as if published on Thursday, 12 March 2026."""

from __future__ import annotations

from nutgraf.reading.dates import named, quarters, relative, years
from nutgraf.reading.dates.reads import Reads
from nutgraf.reading.dates.scan import DateRule
from nutgraf.reading.languages import classes as c
from nutgraf.reading.languages.de.dates.words import FEASTS, ORDINALS, SEASONS, STEPS, TENS
from nutgraf.reading.rules import Rule

_UNTIL = r"(?:(?:~)?(?:<:dash>|/|bis~zum|bis|(?P<and>und))(?:~)?<until:day>)?"
_PLAIN_YEAR = r"<year>(?![\w-]|\.\d)"
_WORD_ORDINALS = tuple(word for word in ORDINALS if word[0].isalpha())

NAMED: tuple[DateRule, ...] = (
    Rule(
        name="day of a month",
        opens=(c.WEEKDAY, "0"),
        finds=Reads(
            r"(?:(?<=zwischen )|(?<=zwischen dem ))<day>~und~(?:dem~)?<until:day>~<month>(?:~<year>)?",
            r"(?:<weekday:dayname>(?:,?~(?:den~|dem~)?))?<day>" + _UNTIL + r"~<month>(?:~<year>)?",
            yields=named.date,
            capital="month",
        ),
        examples={
            "Am 21. Februar 2025 sank die Fähre.": "21. Februar 2025 = 2025-02-21",
            "Am Dienstag, dem 4. November, brannte die Mühle.": "Dienstag, dem 4. November = 2025-11-04",
            "Das Fest dauert vom 3. bis 5. Juni.": "3. bis 5. Juni = 2026-06-03/2026-06-05",
            "Zwischen dem 3. und 5. Juni 2025 regnete es.": "3. und 5. Juni 2025 = 2025-06-03/2025-06-05",
        },
        counter=("Der 3. Zug fiel aus, der 3. und der 5. Zug fuhren.",),
    ),
    Rule(
        name="month of a year",
        opens=(c.MONTH,),
        finds=Reads(r"<month>~<year>", yields=named.month, capital="month"),
        examples={"Die Mühle schloss im Mai 2024.": "Mai 2024 = 2024-05"},
        counter=("Im Mai kamen 2000 Gäste.",),
    ),
    Rule(
        name="month of a year by its distance",
        opens=(c.MONTH,),
        finds=Reads(r"<month>~(?:des~)?<step>~jahres(?!\w)", yields=named.month_of_step, capital="month"),
        examples={"Im Oktober vergangenen Jahres brannte die Mühle.": "Oktober vergangenen Jahres = 2025-10"},
        counter=("Im Oktober sank der Wert des Jahres.",),
    ),
    Rule(
        name="month",
        opens=(c.MONTH,),
        finds=Reads(r"(?!august)<month>", yields=named.month, capital="month"),
        examples={
            "Die Mühle brannte Mitte Januar.": "Mitte Januar = 2026-01",
            "Die Mühle wird im Oktober öffnen.": "Oktober = 2026-10",
        },
        counter=("Er lief durch den märz.",),
    ),
    Rule(
        name="month that may be a name",
        opens=("august",),
        finds=Reads(r"(?P<month>august)(?!\w)", yields=named.month_or_name, capital="month"),
        examples={"Die Mühle schloss im August.": "August = 2025-08"},
        counter=("Im Saal sprach August Lehr.",),
    ),
    Rule(
        name="weekday",
        opens=(c.WEEKDAY,),
        finds=Reads(r"(?:<weekday:dayname>)(?:(?:~)?<part:partname>)?(?!\w)", yields=named.weekday),
        examples={
            "Das Bad schloss am Freitag.": "Freitag = 2026-03-06",
            "Das Bad öffnet am Samstag.": "Samstag = 2026-03-14",
            "Am Sonntagabend brannte die Mühle.": "Sonntagabend = 2026-03-08TEV",
        },
        counter=("Das Bad ist montags zu.",),
    ),
    Rule(
        name="night between two days",
        opens=("nacht",),
        finds=Reads(
            r"nacht~(?:vo[nm]~<:dayname>~)?(?:auf|zum|zu)~(?:den~)?<into:dayname>(?!\w)", yields=relative.overnight
        ),
        examples={
            "In der Nacht auf Dienstag brannte die Mühle.": "Nacht auf Dienstag = 2026-03-09/2026-03-10",
            "In der Nacht von Montag auf Dienstag schneite es.": "Nacht von Montag auf Dienstag = 2026-03-09/2026-03-10",
        },
        counter=("In der Nacht auf Sendung.",),
    ),
    Rule(
        name="weekday of a month",
        opens=_WORD_ORDINALS,
        finds=Reads(r"<nth:ordinal>~<weekday:dayname>~im~<month>(?:~<year>)?", yields=named.nth_weekday),
        examples={"Der Markt öffnet am zweiten Samstag im Mai.": "zweiten Samstag im Mai = 2026-05-09"},
        counter=("Es war der zweite Samstag in Folge.",),
    ),
    Rule(
        name="feast",
        opens=(*FEASTS,),
        finds=Reads(r"<feast>(?:~<year>)?", yields=named.feast, capital="feast"),
        examples={
            "An Silvester 2019 brannte die Mühle.": "Silvester 2019 = 2019-12-31",
            "Zu Weihnachten schloss die Mühle.": "Weihnachten = 2025-12-25",
            "An Ostern 2025 brannte die Mühle.": "Ostern 2025 = 2025-04-20",
        },
        counter=("Er hieß mit Vornamen nikolaus.",),
    ),
    Rule(
        name="feast nearby",
        opens=(*STEPS,),
        finds=Reads(r"<step>~<feast>", yields=named.feast_of_step, capital="feast"),
        examples={"Letzte Weihnachten brannte die Mühle.": "Letzte Weihnachten = 2025-12-25"},
        counter=("Der letzte nikolaus ging heim.",),
    ),
    Rule(
        name="time of day",
        opens=("0", "mitternacht"),
        finds=Reads(
            r"<moment>",
            r"(?<![:.,$-])(?P<hour>[01]?\d|2[0-4])(?:[:.](?P<minute>[0-5]\d))?~uhr(?!\w)(?:(?:~)?\(?<zone>)?",
            yields=named.clock,
        ),
        examples={"Die Glocke läutete am Freitag um 18.30 Uhr.": "Freitag um 18.30 Uhr = 2026-03-06T18:30"},
        counter=("Das Spiel endete 3:10.",),
    ),
    Rule(
        name="night before a date",
        opens=("nacht",),
        finds=Reads(
            r"nacht~(?:auf|zum)~(?:den~)?<day>~<month>(?:~<year>)?", yields=named.night_before, capital="month"
        ),
        examples={"In der Nacht zum 3. Mai 2025 brannte sie.": "Nacht zum 3. Mai 2025 = 2025-05-02/2025-05-03"},
        counter=("In der Nacht zum Fest.",),
    ),
    Rule(
        name="week of a day",
        opens=("woche",),
        finds=Reads(
            r"woche~(?:vom|ab~dem|um~den)~(?:<weekday:dayname>,?~(?:de[nm]~)?)?<day>~<month>(?:~<year>)?",
            yields=named.week_of,
            capital="month",
        ),
        examples={"In der Woche vom 2. März ruhte die Fähre.": "Woche vom 2. März = 2026-W10"},
        counter=("In der Woche vom Fest ruhte sie.",),
    ),
    Rule(
        name="week of the year",
        opens=("kw", "kalenderwoche"),
        finds=Reads(r"(?:kw|kalenderwoche)~(?P<week>\d\d?)(?!\w)(?:~<year>)?", yields=years.week),
        examples={"Die Arbeiten beginnen in KW 14.": "KW 14 = 2026-W14"},
        counter=("Der Motor hat 80 KW.",),
    ),
    Rule(
        name="years from and to",
        opens=("0000",),
        finds=Reads(r"<year>~bis~(?P<until>(?:1[4-9]|20)\d\d)(?![\w%]|[.,]\d)", yields=years.years),
        examples={"Sie war von 2014 bis 2019 im Amt.": "2014 bis 2019 = 2014/2019"},
        counter=("Es kamen 2014 bis 999 Gäste.",),
    ),
    Rule(
        name="year",
        opens=("jahr", "jahre", "jahres", "jahren"),
        finds=Reads(r"(?:jahre?|jahres|jahren)~" + _PLAIN_YEAR, yields=years.year),
        examples={"Im Jahr 2029 soll die Bahn fahren.": "Jahr 2029 = 2029"},
        counter=("Das Jahr 12 war gut.",),
    ),
    Rule(
        name="year behind a preposition",
        opens=("0000",),
        finds=Reads(
            _PLAIN_YEAR,
            yields=years.year,
            behind=r"(?:seit|bis|ab|von|nach|vor|um|zwischen|gegenüber|ende|anfang|mitte|bereits|schon|erst|zuletzt|noch|und|anno|(?:geschäfts|haushalts|wirtschafts)jahr)~",
            not_ahead=r"~(?:menschen|personen|euro|dollar|meter|kilometer|tonnen|stück|besucher|zuschauer|teilnehmer|mitarbeiter|mal|einwohner)",
        ),
        examples={"Sie ist seit 2024 im Amt.": "2024 = 2024"},
        counter=("Die Kasse hat 2024 gezählt.", "Seit 2000 Meter gesperrt sind, ist es still."),
    ),
    Rule(
        name="year of what was done",
        opens=("0000",),
        finds=Reads(
            r"(?P<year>(?:19|20)\d\d)(?=~[a-zäöüß]{3,}(?:t|en)e[nrsm]?(?!\w))",
            yields=years.year_before_participle,
            behind=r"(?:d(?:er|ie|as|en|em|es)|eine[nrsm]?|ein)~",
        ),
        examples={"Die 1987 gegründete Werft schließt.": "1987 = 1987"},
        counter=("Die 1987 Boote sanken.",),
    ),
    Rule(
        name="year on its own",
        opens=("0000",),
        finds=Reads(r"(?<![^\s(„“])(?P<year>(?:19|20)\d\d)(?![\w%-]|[.,:]\d)", yields=years.year_alone),
        examples={
            "Die Mühle brannte 1998.": "1998 = 1998",
            "1998 brannte die Mühle.": "1998 = 1998",
            "Die Wahl 2019 war knapp.": "2019 = 2019",
        },
        counter=(
            "Es kamen 2024 neue Boote.",
            "2019 Gäste wurden gezählt.",
            "Sie sitzt in Raum 2010.",
            "Der Wert stieg auf 2024.",
        ),
    ),
    Rule(
        name="decade",
        opens=("0", "0000", *TENS),
        finds=Reads(
            r"(?P<decade>(?:(?:1[4-9]|20)?\d0))er(?:n)?(?:~|-)jahren?(?!\w)",
            r"(?P<decade>(?:1[4-9]|20)\d0)ern(?!\w)",
            r"<tens>~jahren?(?!\w)",
            yields=years.decade,
        ),
        examples={
            "Die Mühle stammt aus den 1990er Jahren.": "1990er Jahren = 199",
            "Sie schloss in den neunziger Jahren.": "neunziger Jahren = 199",
        },
        counter=("Er trug eine 90er Hose.",),
    ),
    Rule(
        name="century",
        opens=("0",),
        finds=Reads(r"(?P<number>\d\d?)\.~jahrhunderts?(?!\w|~v\.)", yields=years.century),
        examples={"Die Mühle ist aus dem 19. Jahrhundert.": "19. Jahrhundert = 18"},
        counter=("Er saß in der 19. Reihe.", "Die Stadt fiel im 5. Jahrhundert v. Chr."),
    ),
    Rule(
        name="quarter of a year",
        opens=(*_WORD_ORDINALS, "0"),
        finds=Reads(
            r"<nth:ordinal>~(?:quartals?|(?P<half>halbjahr)(?:e?s)?)(?!\w)(?:~(?:des~jahres~)?<year>)?",
            yields=quarters.quarter,
        ),
        examples={"Der Umsatz stieg im dritten Quartal 2025.": "dritten Quartal 2025 = 2025-Q3"},
        counter=("Er wohnt im dritten Haus.",),
    ),
    Rule(
        name="season of a year",
        opens=(*SEASONS,),
        finds=Reads(r"<season>~<year>", r"<season>~(?:des~)?<step>~jahres(?!\w)", yields=years.season),
        examples={
            "Die Mühle öffnete im Sommer 2010.": "Sommer 2010 = 2010-SU",
            "Sie öffnet im Herbst nächsten Jahres.": "Herbst nächsten Jahres = 2027-FA",
        },
        counter=("Im Sommer kamen 20 Gäste.",),
    ),
    Rule(
        name="season with a limit",
        opens=(*SEASONS,),
        finds=Reads(r"<season>(?![\w-])", yields=relative.season, behind=r"(?:seit~dem|seit|bis~zum|ab~dem|ab)~"),
        examples={"Das Bad ist seit dem Herbst zu.": "Herbst = 2025-FA"},
        counter=("Im Sommer kamen 20 Gäste.",),
    ),
)
