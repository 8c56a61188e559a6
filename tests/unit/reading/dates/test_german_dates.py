"""German forms of dates, in sentences as news have them."""

from __future__ import annotations

import pytest

from lines_read import dates


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("Der Damm brach 1962.", ["1962 = 1962"]),
        ("1962 brach der Damm.", ["1962 = 1962"]),
        ("Der Damm wurde 1962 gebaut und 1987 erneuert.", ["1962 = 1962", "1987 = 1987"]),
        ("Die Liste nennt 1962 alte Boote.", []),
        ("Mehr als 2000 kamen, und es waren 1962.", []),
        ("Der Verein gewann 2019/20 den Pokal.", ["2019/20 = 2019/2020"]),
        (
            "Der Damm brach in der Nacht von Montag auf Dienstag.",
            ["Nacht von Montag auf Dienstag = 2026-03-09/2026-03-10"],
        ),
        ("Der Damm brach in der Nacht zum 2. Juni.", ["Nacht zum 2. Juni = 2025-06-01/2025-06-02"]),
        ("Der Damm brach in der vergangenen Nacht.", ["vergangenen Nacht = 2026-03-11TNI"]),
        ("Der Damm wird bis Ende des Jahres erneuert.", ["Ende des Jahres = 2026 until"]),
        ("Der Damm öffnet nicht vor dem 3. Mai.", ["3. Mai = 2026-05-03 since"]),
        ("Der Damm wird wohl nicht vor 2028 fertig.", ["2028 = 2028 since"]),
        ("Der Damm öffnet kaum vor Mitte Juli.", ["Mitte Juli = 2026-07 since"]),
        ("Der Damm muss nicht später als am 3. Mai öffnen.", ["3. Mai = 2026-05-03 by"]),
        ("Der Damm öffnet noch vor Mitte Juli.", ["Mitte Juli = 2026-07 before"]),
        ("Der Damm ist aus den achtziger Jahren.", ["achtziger Jahren = 198"]),
        ("Der Damm brach vor über drei Jahren.", ["vor über drei Jahren = 2023"]),
        ("Der Damm wird in rund drei Jahren fertig sein.", ["in rund drei Jahren = 2029"]),
        ("Der Damm brach 1962. Im folgenden Jahr kam ein neuer.", ["1962 = 1962", "folgenden Jahr = 1963"]),
        ("Sie leitete das Haus von 2011 bis 2017.", ["2011 bis 2017 = 2011/2017"]),
        ("Der Bericht von 1987 lag im Keller.", ["1987 = 1987"]),
        ("Der Damm ist seit einem Monat undicht.", ["einem Monat = P1M"]),
        ("Der Markt öffnet jeden Samstag und freitags.", ["jeden Samstag = XXXX-WXX-6", "freitags = XXXX-WXX-5"]),
        (
            "Am 2. Juni 2024 brach der Damm. Drei Tage später fiel er.",
            ["2. Juni 2024 = 2024-06-02", "Drei Tage später = 2024-06-05"],
        ),
        ("Er starb im Alter von 71 Jahren.", []),
        ("Die Stadt fiel im 3. Jahrhundert v. Chr.", []),
        ("Es regnete am 4. und 6. Juni.", ["6. Juni = 2025-06-06"]),
        ("Es regnete am Dienstag der vergangenen Woche.", ["Dienstag = 2026-03-03", "vergangenen Woche = 2026-W10"]),
        ("Im Geschäftsjahr 2023 stieg der Gewinn.", ["2023 = 2023"]),
    ],
)
def test_a_german_form_of_a_date_is_read_whole(text: str, says: list[str]) -> None:
    assert dates(text, "de") == says
