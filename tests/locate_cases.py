"""Quotations of our own articles and what an editor would say of each, in twelve languages and eight scripts.

The verdicts were written down from the articles, by hand; `UNSAID` cases may be called altered or absent.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

_ARTICLES = Path(__file__).parents[1] / "examples" / "articles"


def _example(name: str) -> str:
    return str(json.loads((_ARTICLES / f"{name}.json").read_text("utf-8"))["text"])


SOURCES = {
    "lake": _example("lake-accord"),
    "turbine": _example("turbine-takeover"),
    "hill": _example("hillside-collapse"),
    "shield": _example("shield-final"),
    "fire": _example("fireworks-verdict"),
    "odd": (
        "The of\ufb01ce said its co\u00adoperation with Z\u00fcrich \u201cwas 100\u00a0% e\ufb00ective\u2014and cheap.\u201d\n\n"
        "\u201cWe\u2019re not \u2018done\u2019 yet \U0001f642 but the re-\nport is out,\u201d Zoe\u0308 Strand wrote. "
        "\u201cIt cost $4.50 a page, 2\u20133 days\nand one friend\u00adship.\u201d\n\n"
        "The U.S. team \u2014 all 11 of them \u2014 left on a non-stop flight; it wasn\u2019t full.\n\n"
        "\u201cGo,\u201d she said. \u201cGo now, go fast, go home.\u201d\n\n"
        "Temperatures fell to \u22125 \u00b0C. \U0001f469\u200d\U0001f692 crews found a cafe\u0301 and two caf\u00e9s open.\n\n"
        "Strand\u2019s plan\n\nThe council rejects it. The mayor does not."
    ),
    "talk": (
        "“The plan is sound,” Ann Lee said, while Bob Roe said, “the money is gone.” “Yes,” said Lee. “No,” said Roe.\n\n"
        "“We tried,” Lee said. “We failed,” Roe replied. He spoke of “honest reform,” or rather, “endless delay.”\n\n"
        "Lee called it “a farce in court”; for Roe, it was “a feast for lawyers.” The board wrote: “We regret nothing.” Its chair "
        "added, “We regret everything.”\n\n"
        "“I will stay,” Lee said, “until the work is done.” “I will go,” Roe said, “before the work is done.”\n\n"
        "“The vote is over,” said Lee. “Nobody asked us.”\n\nRoe agreed. “Nobody ever asks us,” he said. “The vote was bought.”\n\n"
        "Growth was 2.5 m² a day, x² a year. The firm did not admit guilt. It paid €4.50, not $4.50, and no one was hurt."
    ),
    "es": (
        "«No vamos a cerrar la escuela —dijo la alcaldesa Pilar Sáenz—. Vamos a arreglar el tejado». El arreglo costó 2,3 millones "
        "de euros, según Sáenz. «¿Quién lo pagará? —preguntó—. Nosotros no»."
    ),
    "de": (
        "Die Bürgermeisterin Katrin Oelschläger sagte am Dienstag: „Wir schließen kein einziges Schwimmbad.“ Die Sanierung "
        "koste 4,7 Millionen Euro. „Es wird teuer“, räumte sie ein, „aber es wird gut.“ Der Stadtrat hatte den Plan nicht "
        "abgelehnt, sondern vertagt."
    ),
    "fr": (
        "« L’école ne fermera pas », a déclaré la maire Solène Kervadec. « Nous avons trouvé 3,5 millions d’euros, a-t-elle "
        "ajouté, et nous n’augmenterons pas l’impôt. » Aujourd’hui, 240 élèves y étudient, dont 35 à l’internat."
    ),
    "ru": (
        "Мэр Архангельска Ольга Ветрова заявила в пятницу, что мост через Северную Двину откроют в срок. «Мы не просим денег "
        "у столицы, — сказала она. — Мы просим время». По её словам, на ремонт ушло 340 миллионов рублей.\n\n"
        "Подрядчик Игорь Лапшин с ней не согласен. «Срок — это не дата в календаре», — ответил он журналистам. «Ёлки мы "
        "здесь поставим, а мост — нет».\n\n"
        "Прокуратура проверяет 14 договоров. Никто из чиновников не был задержан. Следующее заседание назначено на 7 декабря."
    ),
    "el": (
        "Ο δήμαρχος Νίκος Καραβάς δήλωσε την Τρίτη ότι το λιμάνι θα μείνει ανοιχτό. «Δεν θα κλείσουμε ούτε μία αποβάθρα», "
        "είπε ο Καραβάς, «όσο υπάρχουν πλοία στη θάλασσα». Οι εργαζόμενοι ζητούν αύξηση 8,5% και τρεις νέες βάρδιες.\n\n"
        "Η υπουργός Ελένη Στάθη απάντησε ότι η πρόταση «είναι δίκαιη αλλά ακριβή». Στην απεργία πήραν μέρος 1.200 άνθρωποι."
    ),
    "ar": (
        "قال وزير المياه سامي الحداد يوم الأحد إن السد سيمتلئ قبل الشتاء. «لن نقطع الماء عن أي قرية»، قال الحداد، «ولن نرفع "
        "الأسعار هذا العام». وأضاف أن المشروع كلف ٤٥ مليون دينار.\n\n"
        "وقالت المهندسة ليلى منصور إن «السد آمن لكنه ليس كاملاً». وشارك في البناء 320 عاملاً من ثلاث مدن."
    ),
    "he": (
        'ראש העיר דנה אלון אמרה ביום שני שהפארק ייפתח באביב. "לא נכרות אף עץ", אמרה אלון, "וגם לא נבנה חניון". לדבריה, '
        'העבודות עלו 12 מיליון שקלים.\n\nהאדריכל יוסי ברק אמר שהתוכנית "יפה אבל איטית". בפרויקט עבדו 85 פועלים מארבע חברות.'
    ),
    "zh": (
        "市长林晓梅星期五表示，新桥将在十月开放。“我们没有时间等待，”林晓梅说，“孩子们每天都要过河。”她说，工程花费了3.2亿元。\n\n"
        "工程师周大为认为，这座桥“结实但不美”。共有1500名工人参加了建设，没有人受伤。"
    ),
    "ja": (
        "市長の森田恵子さんは金曜日、図書館を来年四月に開くと発表した。「本は町の記憶です」と森田さんは述べた。「だから私たちは一冊も捨てません」。"
        "工事には12億円がかかった。\n\n建築家の大野健一さんは、建物は「静かで明るい」と話した。工事には480人が参加した。"
    ),
    "ko": (
        '시장 박은정은 금요일 다리를 예정대로 열겠다고 밝혔다. "우리는 아무도 버리지 않았다"고 박 시장은 말했다. "비용은 우리가 낸다." '
        "공사에는 95억 원이 들었고 노동자 210명이 참여했다."
    ),
    "th": "“เราจะไม่ปิดโรงเรียน” นายกเทศมนตรีสมชายกล่าวเมื่อวันศุกร์ โครงการนี้ใช้เงิน 20 ล้านบาท และมีคนงาน 64 คน",
    "hi": (
        "महापौर सीमा वर्मा ने शुक्रवार को कहा, “हम पुल को समय पर खोलेंगे।” इस काम पर 75 करोड़ रुपये खर्च हुए। किसी मजदूर को चोट "
        "नहीं लगी, अस्पताल ने बताया।"
    ),
}

_EXACT = {
    "talk": (
        "“The plan is sound,” Ann Lee said",
        "did not admit guilt",
        "admit guilt",
        "€4.50, not $4.50",
        "2.5 m²",
        "for Roe",
    ),
    "es": ("Vamos a arreglar el tejado", "2,3 millones de euros"),
    "lake": (
        "We did not come here to win",
        "We did not come here to win,",
        "“We came to bring fathers home.”",
        "a first breath",
        "two bad months",
        "312 fishermen",
        "Tanzania says he was chased; Burundi says he fell overboard before the patrol arrived.",
        "It is when the door opens.",
        "Barankiriza denied it. “That number was never on the table,” she said.",
        "on Jan. 9",
        "14,000 shillings a kilogram",
        "They will tell you, ‘It is when the door opens.’",
        "win",
    ),
    "turbine": (
        "31% above Havblad’s closing price",
        "a slap with a glove on",
        "46.50 euros a share",
        "wind-turbine maker",
    ),
    "hill": (
        '"So we dig faster."',
        "at about 3:40 a.m. after two days of rain",
        "(about $1.4 million)",
        "Rubén Ayaviri",
    ),
    "shield": ("3-2", "It is about a woman who waits for a bus that is always late,", "$150,000", "robbed in daylight"),
    "fire": (
        "I said, 'Then come home.'",
        "\"He told me, 'Mama, it smells like New Year's,'\"",
        "denied ordering the shipment",
    ),
    "odd": (
        "We’re not ‘done’ yet 🙂 but",
        "$4.50 a page",
        "cafe\u0301",
        "Go",
        "it wasn’t full",
        "−5 °C",
        "Zoe\u0308 Strand",
    ),
    "de": ("Wir schließen kein einziges Schwimmbad.", "4,7 Millionen Euro"),
    "fr": ("L’école ne fermera pas", "« Nous avons trouvé 3,5 millions d’euros »", "école"),
    "ru": (
        "Мы просим время",
        "«Срок — это не дата в календаре»",
        "340 миллионов рублей",
        "Никто из чиновников не был задержан.",
    ),
    "el": ("όσο υπάρχουν πλοία στη θάλασσα", "«είναι δίκαιη αλλά ακριβή»", "8,5%", "1.200 άνθρωποι"),
    "ar": ("لن نقطع الماء عن أي قرية", "ولن نرفع الأسعار هذا العام", "السد آمن لكنه ليس كاملاً", "٤٥ مليون دينار"),
    "he": ("לא נכרות אף עץ", "וגם לא נבנה חניון", '"יפה אבל איטית"', "12 מיליון שקלים"),
    "zh": ("我们没有时间等待", "“孩子们每天都要过河。”", "3.2亿元", "结实但不美", "新桥"),
    "ja": ("本は町の記憶です", "「だから私たちは一冊も捨てません」", "12億円", "記憶"),
    "ko": ("우리는 아무도 버리지 않았다", '"비용은 우리가 낸다."', "95억 원"),
    "th": ("เราจะไม่ปิดโรงเรียน", "20 ล้านบาท"),
    "hi": ("हम पुल को समय पर खोलेंगे।", "75 करोड़ रुपये"),
}

_TYPOGRAPHY = {
    "talk": ("We tried.", "We regret everything,", "x² a year;"),
    "lake": (
        "We did not come here to win.",
        "most of the lake's northern boats",
        "KIGOMA, Tanzania (Meridian Press) - Tanzania and Burundi agreed",
        "They will tell you, 'It is when the door opens.'",
        "the regional traders' association said",
        "That number was never on the table.",
        "a 19\u2011year\u2011old fisherman",
        "a  first   breath",
        "a first\nbreath",
        "… bring fathers home",
        "We did not come here …",
        "“two bad months,”",
        'Barankiriza denied it. "That number was never on the table," she said.',
        "Burundi\u2019s\u00a0chief\u00a0negotiator",
    ),
    "turbine": (
        "31% above Havblad's closing price",
        "This is not about getting bigger.",
        "HELSINKI -- Finnish",
        "On paper, most mergers do,",
    ),
    "hill": (
        "So we dig faster,",
        "the street was not there anymore;",
        "We hear knocking, and then we hear nothing.",
        "Rube\u0301n Ayaviri",
    ),
    "shield": (
        "Three times I cried in this dressing room.",
        "MONTEVIDEO, Uruguay (Plata Sport) — Substitute",
        "“the Teacher,” read her players",
    ),
    "fire": ("I said, ‘Then come home.’", "He told me, ‘Mama, it smells like New Year’s’", "'Then come home,'"),
    "odd": (
        "The office said its cooperation",
        "was 100% effective - and cheap.",
        "was 100 % effective--and cheap",
        "but the report is out.",
        "We're not 'done' yet \U0001f642 but the report is out",
        "2-3 days and one friendship",
        "Zo\u00eb Strand",
        "caf\u00e9",
        "Zu\u0308rich",
        "The U.S. team - all 11 of them - left",
        "it wasn't full.",
        "-5 °C",
        "non\u2010stop flight",
    ),
    "de": ("Wir schlie\u00dfen kein einziges Schwimmbad,", "Katrin Oelschla\u0308ger"),
    "fr": (
        "L'école ne fermera pas.",
        "Aujourd'hui, 240 élèves",
        "nous n'augmenterons pas l'impôt",
        "L’e\u0301cole ne fermera pas",
    ),
    "ru": ('"Мы просим время."', "Срок - это не дата в календаре", "а мост – нет.", "Е\u0308лки мы здесь поставим"),
    "el": (
        "όσο υπάρχουν πλοία στη θάλασσα.",
        "“είναι δίκαιη αλλά ακριβή.”",
        'η πρόταση "είναι δίκαιη',
        "Δεν θα κλει\u0301σουμε",
    ),
    "ar": (
        "لن نقطع الماء عن أي قرية.",
        "السد آمن لكنه ليس كاملا",
        "45 مليون دينار",
        "لن نقطع المـــاء عن أي قرية",
        "\u200fولن نرفع\u200f الأسعار هذا العام",
    ),
    "he": ("“לא נכרות אף עץ.”", "לֹא נִכְרוֹת אַף עֵץ", "יפה  אבל\u00a0איטית", "וגם לא נבנה חניון,"),
    "zh": (
        "我们没有时间等待。",
        "市长林晓梅星期五表示, 新桥将在十月开放",
        "３.２亿元",
        "结实但不美。",
        "共有１５００名工人参加了建设",
    ),
    "ja": ("“本は町の記憶です。”", "１２億円", "だから私たちは 一冊も捨てません", "さんは金曜日,図書館を"),
    "ko": ("우리는 아무도 버리지 않았다.", "비용은 우리가 낸다,", "우리는\u00a0아무도\u3000버리지 않았다"),
    "th": ("เราจะไม่ปิดโรงเรียน.", "เรา จะไม่ปิดโรงเรียน"),
    "hi": ("हम पुल को समय पर खोलेंगे.", "७५ करोड़ रुपये"),
}

_CASE = {
    "talk": ("the plan is sound", "I WILL STAY"),
    "es": ("vamos a arreglar el tejado",),
    "lake": (
        "we came to bring fathers home",
        "WE CAME TO BRING FATHERS HOME.",
        "the first 120 men will cross",
        "Two Bad Months",
        "A First Breath",
        "Under the Accord",
    ),
    "turbine": ("this is not about getting bigger", "A Slap With a Glove On", "on paper, most mergers do"),
    "hill": ("so we dig faster", "SAFE ZONE"),
    "shield": ("three times I cried in this dressing room.", "Robbed in Daylight"),
    "fire": ("the court finds no excuse in that", "He Was Warned, He Understood"),
    "odd": ("go now, go fast", "NON-STOP FLIGHT", "ZOË STRAND"),
    "de": ("wir schließen kein einziges Schwimmbad", "Aber es wird gut."),
    "fr": ("l'école ne fermera pas", "L’ÉCOLE NE FERMERA PAS"),
    "ru": ("мы просим время", "МЫ ПРОСИМ ВРЕМЯ", "ёлки мы здесь поставим"),
    "el": ("δεν θα κλείσουμε ούτε μία αποβάθρα", "Όσο υπάρχουν πλοία στη θάλασσα", "Είναι δίκαιη αλλά ακριβή"),
}

_ELIDED = {
    "talk": (
        "I will stay until the work is done.",
        "I will go before the work is done",
        "The vote is over. Nobody asked us.",
    ),
    "es": ("No vamos a cerrar la escuela. Vamos a arreglar el tejado", "¿Quién lo pagará? Nosotros no"),
    "lake": (
        "We did not come here to win. We came to bring fathers home.",
        "“We did not come here to win,” … “We came to bring fathers home.”",
        "We did not come here to win … fathers home.",
        "The first 120 men will cross … on Saturday",
        "The first 120 men will cross [...] on Saturday",
        "The first 120 men will cross (...) on Saturday",
        "The first 120 men will cross . . . on Saturday",
        "Ask my children what an accord is. They will tell you, 'It is when the door opens.'",
        "Ask my children what an accord is … ‘It is when the door opens.’",
        "Fish prices in Kigoma have doubled … last week",
        "called the deal “a first breath” … on the water",
    ),
    "turbine": (
        "This is not about getting bigger. It is about having a factory on the right sea.",
        "This is not about getting bigger … a factory on the right sea.",
        "On paper it works. On paper, most mergers do.",
        "The works council heard it from me … on Thursday evening",
        "It is about … a factory on the right sea",
    ),
    "hill": (
        "An orange alert went out at 6 p.m. on Saturday. The town acknowledged it 11 minutes later.",
        "We hear knocking, and then we hear nothing. So we dig faster.",
        "My sister went back for the dog. I told her to leave it.",
        "My sister went back for the dog … and then the lights went out.",
    ),
    "shield": (
        "Three times I cried in this dressing room, and tonight the dressing room cried for me.",
        "I had one job, and that was to be annoying. I think I managed.",
        "It is about a woman who waits for a bus … They understood.",
        "Three times I cried … and tonight the dressing room cried for me",
    ),
    "fire": (
        "My client has been made to carry the failure of a whole city, and we will show that.",
        "He was warned … and he counted his money",
        "He was warned, he understood, and he counted his money. The court finds no excuse in that.",
        "He told me, 'Mama, it smells like New Year's.' I said, 'Then come home.'",
    ),
    "odd": (
        "We’re not ‘done’ yet … but the report is out",
        "Go. Go now, go fast, go home.",
        "It cost $4.50 a page … and one friendship",
    ),
    "de": (
        "Es wird teuer, aber es wird gut.",
        "Wir schließen … kein einziges Schwimmbad",
        "Die Sanierung … 4,7 Millionen Euro",
    ),
    "fr": ("Nous avons trouvé 3,5 millions d’euros et nous n’augmenterons pas l’impôt", "240 […] y étudient"),
    "ru": (
        "Мы не просим денег у столицы. Мы просим время",
        "Мы не просим … у столицы",
        "Срок […] не дата в календаре",
        "Ёлки мы … поставим, а мост — нет",
        "Срок — это не дата в календаре. Ёлки мы здесь поставим",
    ),
    "el": (
        "Δεν θα κλείσουμε ούτε μία αποβάθρα, όσο υπάρχουν πλοία στη θάλασσα",
        "όσο υπάρχουν πλοία … θάλασσα",
        "το λιμάνι … ανοιχτό",
    ),
    "ar": ("لن نقطع الماء عن أي قرية، ولن نرفع الأسعار هذا العام", "لن نقطع الماء … قرية", "السد آمن […] ليس كاملاً"),
    "he": ("לא נכרות אף עץ, וגם לא נבנה חניון", "וגם לא … חניון", "ראש העיר דנה אלון […] אמרה"),
    "zh": (
        "我们没有时间等待，孩子们每天都要过河。",
        "我们没有时间……孩子们每天都要过河",
        "市长林晓梅……表示",
        "孩子们……过河",
    ),
    "ja": ("本は町の記憶です。だから私たちは一冊も捨てません", "私たちは…捨てません", "図書館を……開くと発表した"),
    "ko": ("우리는 … 버리지 않았다", "우리는 아무도 버리지 않았다. 비용은 우리가 낸다."),
}

_BRACKETED = {
    "talk": ("[Lee] will stay", "I will go [home]", "We regret nothing [at all]", "no one was [badly] hurt"),
    "lake": (
        "[T]hat number was never on the table",
        "[The boats’ owners] are to receive 4 million shillings each",
        "[They] will tell you",
        "Ask [the] children what an accord is",
        "We came [here] to bring fathers home",
        "We came to bring fathers [sic] home.",
        "They will tell you [reporters], ‘It is when the door opens.’",
        "[Barankiriza’s team] came to bring fathers home",
        "We came to bring [them] home",
        "[W]e did not come here to win … [W]e came to bring fathers home",
        "We did not come [to Kigoma] to win. We came to bring fathers home.",
    ),
    "turbine": (
        "[The deal] is not about getting bigger",
        "It is about having a factory on the right sea [the North Sea]",
        "On paper [the merger] works",
    ),
    "hill": (
        "I told [my sister] to leave it.",
        "[The rescuers] hear knocking, and then we hear nothing",
        "The town acknowledged [the alert] 11 minutes later.",
    ),
    "shield": (
        "[The novel] is about a woman who waits for a bus",
        "I had one job [in the final], and that was to be annoying",
        "I think I managed [it].",
    ),
    "fire": (
        "[Daalhuizen] was warned, he understood, and he counted his money",
        "The court finds no excuse [for him] in that",
        "[T]he court finds no excuse in that.",
    ),
    "odd": (
        "It cost $4.50 a page [sic]",
        "[G]o now, go fast, go home",
        "We’re not ‘done’ yet [smiles] but the report is out",
    ),
    "de": (
        "[w]ir schließen kein einziges Schwimmbad",
        "[Das] wird teuer",
        "Wir [in Ulm] schließen kein einziges Schwimmbad",
    ),
    "fr": (
        "[La mairie a] trouvé 3,5 millions d’euros",
        "[Le collège] ne fermera pas",
        "nous n’augmenterons pas [les taxes]",
    ),
    "ru": (
        "[Жители] просим время",
        "Срок — это не дата [в контракте]",
        "Мы не просим денег у [Москвы]",
        "[м]ы просим время",
    ),
    "el": (
        "όσο υπάρχουν πλοία στη [Μεσόγειο]",
        "[η πρόταση] είναι δίκαιη αλλά ακριβή",
        "όσο [εδώ] υπάρχουν πλοία στη θάλασσα",
    ),
    "ar": ("[المشروع] آمن لكنه ليس كاملاً", "لن نقطع الماء عن أي [مدينة]", "ولن نرفع [كل] الأسعار هذا العام"),
    "he": ("[התוכנית] יפה אבל איטית", "וגם לא נבנה [מגרש]", "לא נכרות אף עץ [בפארק]"),
    "zh": ("[这座桥]结实但不美", "[学生]每天都要过河", "孩子们每天都要[步行]过河"),
    "ja": ("[図書館は]静かで明るい", "だから[市は]一冊も捨てません", "本は[この]町の記憶です"),
    "ko": ("[시는] 아무도 버리지 않았다", "비용은 [시가] 낸다."),
}

_ALTERED = {
    "talk": (
        "The firm did admit guilt",
        "Growth was 2.5 m2 a day",
        "It paid €4.50, not €4.50",
        "and one was hurt",
        "The vote was lost",
        "The plan is s\u043eund",
    ),
    "es": ("Vamos a arreglar el puente", "El arreglo costó 3,2 millones de euros", "vamos a cerrar una escuela"),
    "lake": (
        "We did not come here to lose",
        "We did come here to win",
        "We came to bring mothers home.",
        "agreed Wednesday to free 321 fishermen",
        "The first 102 men will cross at the Kibirizi landing",
        "to receive 4 billion shillings each",
        "That number was always on the table",
        "That number was on the table",
        "That number was never ever on the table",
        "A lakeside ceremony set for Friday was called off",
        "Tanzania says he fell overboard before the patrol arrived",
        "reaching about 41,000 shillings a kilogram last week",
        "reaching about 14.000 shillings a kilogram last week",
        "We came to bring our fathers home.",
        "We do not come here to win",
        "We did not come here to wln",
        "Negotiators are due to meet again in Bujumbura on April 17",
        "before the patrol arrives",
    ),
    "turbine": (
        "This is about getting bigger",
        "The offer of 46.50 dollars a share is 31% above",
        "The offer of 46.55 euros a share is 31% above",
        "to save 120 million euros a year by 2039",
        "Tuulivuo shares jumped 27.4% in Copenhagen",
        "It is about having a factory on the wrong sea",
        "It is not about having a factory on the right sea",
        "On paper it fails",
    ),
    "hill": (
        "killing at least 40 people and burying 61 houses",
        "An orange alert went out at 6 a.m. on Saturday",
        "An orange alert went out at 6 p.m. on Sunday",
        "She said the town had received a warning",
        "a plan to move 80 families was carried out",
        "When I turned around, the street was there anymore",
        "We hear voices, and then we hear nothing",
    ),
    "shield": (
        "came from behind to beat Defensa Salto 2-3",
        "Captain Milagros Ferrando pulled two back with a penalty",
        "Organizers confirmed that the goal was offside",
        "Ferrando, 33, who had lost four earlier finals",
        "Three times I laughed in this dressing room",
        "Referee Ana Quadrelli agreed to comment",
    ),
    "fire": (
        "The court finds an excuse in that",
        "sentenced a warehouse owner to sixty years in prison",
        "because she had a key to the locked hall",
        "The inspectors deny that they took gifts",
        "higher than we hoped and higher than he feared",
        "Prosecutors had asked for five years.",
        "had no known of the danger and misled inspectors three times",
    ),
    "odd": ("It cost $4.80 a page, 2–3 days", "left on a stop flight; it wasn’t full", "Temperatures fell to 5 °C"),
    "de": (
        "Wir schließen ein einziges Schwimmbad",
        "Die Sanierung koste 7,4 Millionen Euro",
        "Es wird billig, aber es wird gut",
        "hatte den Plan abgelehnt, sondern vertagt",
    ),
    "fr": ("Nous avons trouvé 5,3 millions d’euros", "L’école ne fermera plus"),
    "ru": (
        "Мы просим денег у столицы",
        "Мы не просим помощи у столицы",
        "на ремонт ушло 430 миллионов рублей",
        "Никто из чиновников был задержан",
        "Следующее заседание назначено на 17 декабря",
        "Срок — это дата в календаре",
        "Мы просим деньги",
    ),
    "el": (
        "Δεν θα ανοίξουμε ούτε μία αποβάθρα",
        "όσο υπάρχουν πλοία στη στεριά",
        "Οι εργαζόμενοι ζητούν αύξηση 5,8%",
        "πήραν μέρος 1.300 άνθρωποι",
        "είναι άδικη αλλά ακριβή",
    ),
    "ar": (
        "سنقطع الماء عن أي قرية",
        "لن نقطع الكهرباء عن أي قرية",
        "المشروع كلف ٥٤ مليون دينار",
        "السد آمن لكنه كاملاً",
        "وشارك في البناء 230 عاملاً",
    ),
    "he": (
        "וגם נבנה חניון",
        "לא נכרות אף שיח",
        "העבודות עלו 21 מיליון שקלים",
        "יפה אבל מהירה",
        "בפרויקט עבדו 58 פועלים",
    ),
    "zh": (
        "我们有时间等待",
        "我们没有金钱等待",
        "工程花费了2.3亿元",
        "孩子们每周都要过河",
        "共有1800名工人参加了建设",
        "结实但很美",
    ),
    "ja": (
        "本は国の記憶です",
        "だから私たちは一冊も捨てます",
        "工事には21億円がかかった",
        "工事には840人が参加した",
        "図書館を来年五月に開くと発表した",
    ),
    "ko": ("우리는 아무도 버리지 못했다", "공사에는 59억 원이 들었고", "우리는 모두 버리지 않았다"),
    "th": ("เราจะปิดโรงเรียน", "โครงการนี้ใช้เงิน 30 ล้านบาท"),
    "hi": ("हम सड़क को समय पर खोलेंगे", "इस काम पर 57 करोड़ रुपये खर्च हुए", "किसी मजदूर को चोट लगी"),
}

_ABSENT = {
    "talk": (
        "The plan is sound, the money is gone.",
        "The plan is sound … the money is gone.",
        "Yes. No.",
        "We tried. We failed.",
        "We tried … We failed",
        "honest reform endless delay",
        "a farce in court, a feast for lawyers",
        "a farce in court … a feast for lawyers",
        "We regret nothing. We regret everything.",
        "We regret nothing … We regret everything.",
        "The vote is over … The vote was bought.",
        "Nobody asked us. Nobody ever asks us.",
        "Nobody asked us … The vote was bought.",
    ),
    "es": ("Vamos a cerrar el tejado de euros", "la escuela … según Sáenz"),
    "lake": (
        "Talks failed",
        "We will never forget this day.",
        "The president resigned on live television after the vote.",
        "We did not come here to win until both sides adopt common rules on net sizes",
        "We came to bring fathers home before the patrol arrived",
        "We did not come here to win … That number was never on the table",
        "The other 57 were damaged beyond repair … husband has been held in Rumonge",
        "oat",
        "Burun",
        "a firs",
        "31",
        "fathers … mothers",
        "…",
        "[The minister]",
        "?!",
    ),
    "turbine": ("We are delighted to welcome Havblad to the family", "most mergers do for 24 hours on Tuesday", "bine"),
    "hill": (
        "So we dig faster … the street was not there anymore",
        "Nobody could have seen this coming",
        "My sister went back for the dog until Feb. 9",
    ),
    "shield": (
        "I think I managed and tonight the dressing room cried for me",
        "They understood … I think I managed",
        "This is the happiest day of my life",
    ),
    "fire": (
        "Justice has been done",
        "The court finds no excuse in that because a witness is ill",
        "he counted his money, and we will show that",
    ),
    "odd": ("It will cost nothing at all", "report is out … The mayor does not", "fective"),
    "de": ("Das ist ein schwarzer Tag für die Stadt", "chwimmbad", "Es wird teuer, sondern vertagt"),
    "fr": ("Le budget sera voté demain", "cole"),
    "ru": ("Это победа здравого смысла", "Мы просим время назначено на 7 декабря", "время … договоров", "календар"),
    "el": ("Η κυβέρνηση παραιτήθηκε", "όσο υπάρχουν πλοία πήραν μέρος", "θάλασσα … απεργία", "λιμάν"),
    "ar": ("استقال الوزير بعد التصويت", "لن نقطع الماء من ثلاث مدن", "هذا العام … ثلاث مدن", "وزي"),
    "he": ("הממשלה התפטרה אתמול בלילה", "לא נכרות מארבע חברות", "חניון … חברות", "שקל"),
    "zh": ("总统昨天辞职了", "我们没有时间参加了建设", "过河……受伤"),
    "ja": ("首相は昨日辞任した", "本は町の参加した", "捨てません…明るい"),
    "ko": ("대통령이 어제 사임했다", "다리 아무도 들었고"),
    "th": ("รัฐบาลลาออกแล้ว",),
    "hi": ("सरकार ने इस्तीफा दे दिया",),
}

_UNSAID = {
    "talk": (
        "The firm did … admit guilt",
        "I will stay. I will go.",
        "I will stay, I will go before the work is done",
        "Growth was 5 m²",
        "It paid 4.50",
        "I will stay before the work is done",
        "I will stay … before the work is done",
    ),
    "es": ("… vamos a … escuela … no", "Vamos a [no] arreglar el tejado", "Nosotros … pagará"),
    "lake": (
        "a first breath two bad months",
        "[The others] were damaged beyond repair",
        "We did … come here to win",
        "We did [...] come here to win",
        "That number was [...] on the table",
        "That number was … on the table",
        "We came to bring fathers [not mothers] home",
        "The first [200] men will cross at the Kibirizi landing",
        "[No] number was never on the table",
        "[un]authorized to discuss the talks",
        "fathers home … We did not come here to win",
        "fish prices have doubled in Kigoma",
        "4,000 shillings a kilogram",
        "year-old fisherman",
        "He was [happily] authorized to discuss the talks",
        "We came to win",
        "We came to bring fathers home … to win",
        "not come here to win? We came to bring fathers home",
    ),
    "turbine": (
        "6.50 euros a share",
        "1% above Havblad’s closing price",
        "The works council “never heard it from me”",
        "is … getting bigger",
    ),
    "hill": (
        "million for shelters and 1.4",
        "a plan to move 80 families was … carried out",
        "two of them [later] died in critical condition",
    ),
    "shield": (
        "2 and win the women's River Plate Shield",
        "I had one job [and failed at it in every one of the twenty finals that I played], and that was to be annoying",
    ),
    "fire": (
        "The court finds … excuse in that",
        "Daalhuizen, who has … ordering the shipment",
        "he understood, and he was warned",
    ),
    "odd": (
        "it was full",
        "The us team",
        "stop flight",
        "5 °C",
        "50 a page",
        "Strand’s plan The council rejects it",
        "The council rejects it. The mayor does too",
        "caf",
    ),
    "de": ("Wir schließen … Schwimmbad", "hatte den Plan … abgelehnt"),
    "fr": ("L’école fermera", "nous augmenterons l’impôt", "L’école … fermera", "nous [n’]augmenterons l’impôt"),
    "ru": ("Мы … просим денег у столицы", "Никто из чиновников … был задержан", "40 миллионов рублей"),
    "el": (
        "Δεν θα … αποβάθρα … όσο υπάρχουν απεργία",
        "Δεν θα κλείσουμε … αποβάθρα",
        "… θα κλείσουμε [και] μία αποβάθρα",
        "200 άνθρωποι",
    ),
    "ar": ("السد آمن لكنه … كاملاً", "٥ مليون دينار", "[لا] نقطع الماء عن أي قرية"),
    "he": ("… נכרות [כל] עץ", "2 מיליון שקלים", "וגם … נבנה חניון"),
    "zh": ("我们……时间等待", "2亿元", "500名工人", "结实但……美"),
    "ja": ("本は…捨て町", "2億円", "80人が参加した"),
    "ko": ("5억 원", "우리는 아무도 … 않았다 버리지"),
    "th": ("เราจะ…ปิดโรงเรียน",),
    "hi": ("किसी मजदूर को चोट … लगी",),
}

UNSAID = "unsaid"
_GROUPS = {
    "exact": _EXACT,
    "typography": _TYPOGRAPHY,
    "case": _CASE,
    "elided": _ELIDED,
    "bracketed": _BRACKETED,
    "altered": _ALTERED,
    "absent": _ABSENT,
    UNSAID: _UNSAID,
}


class Case(NamedTuple):
    """A quotation, the article it is held against, and what should come out."""

    source: str
    quote: str
    verdict: str


def _cases() -> Iterator[Case]:
    for verdict, by_source in _GROUPS.items():
        for source, quotes in by_source.items():
            for quote in quotes:
                yield Case(source, quote, verdict)


CASES = tuple(_cases())
