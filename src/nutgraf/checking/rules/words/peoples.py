"""Countries and their peoples: "Norway", "Norwegian" and "Norwegians" name one thing. A table of our own.

Each line holds every English form of one country, region or body, its words folded: names, adjectives, people. Plurals in
-s need no line of their own. A form that several share ("Korean") stands in the line of each.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

_FORMS = """
afghanistan, afghan, afghani; albania, albanian; algeria, algerian; andorra, andorran; angola, angolan; argentina, argentine,
argentinian; armenia, armenian; australia, australian, aussie; austria, austrian, austro; azerbaijan, azerbaijani, azeri; bahamas,
bahamian; bahrain, bahraini; bangladesh, bangladeshi; barbados, barbadian; belarus, belarusian; belgium, belgian; belize, belizean;
benin, beninese; bhutan, bhutanese; bolivia, bolivian; bosnia, bosnian, bosnia and herzegovina; botswana, botswanan; brazil,
brazilian; brunei, bruneian; bulgaria, bulgarian; burkina faso, burkinabe; burundi, burundian; cambodia, cambodian, khmer;
cameroon, cameroonian; canada, canadian; cape verde, cape verdean; central african republic, central african; chad, chadian; chile,
chilean; china, chinese, prc, sino; colombia, colombian; comoros, comorian; congo, congolese, drc, dr congo; costa rica, costa
rican; croatia, croatian, croat; cuba, cuban; cyprus, cypriot; czech republic, czechia, czech; denmark, danish, dane; djibouti,
djiboutian; dominica, dominican; dominican republic, dominican; ecuador, ecuadorian, ecuadorean; egypt, egyptian; el salvador,
salvadoran; equatorial guinea, equatorial guinean; eritrea, eritrean; estonia, estonian; eswatini, swaziland, swazi; ethiopia,
ethiopian; fiji, fijian; finland, finnish, finn; france, french, frenchman, frenchwoman, frenchmen, franco; gabon, gabonese; gambia,
gambian; georgia, georgian; germany, german; ghana, ghanaian; greece, greek, hellenic; greenland, greenlandic, greenlander; grenada,
grenadian; guatemala, guatemalan; guinea, guinean; guinea-bissau; guyana, guyanese; haiti, haitian; honduras, honduran; hong kong,
hongkonger; hungary, hungarian; iceland, icelandic, icelander; india, indian, indo; indonesia, indonesian; iran, iranian, persian;
iraq, iraqi; ireland, irish, irishman, irishwoman, irishmen; israel, israeli; italy, italian, italo; ivory coast, cote d'ivoire,
ivorian; jamaica, jamaican; japan, japanese; jordan, jordanian; kazakhstan, kazakh, kazakhstani; kenya, kenyan; kiribati; kosovo,
kosovar, kosovan; kuwait, kuwaiti; kyrgyzstan, kyrgyz; laos, lao, laotian; latvia, latvian; lebanon, lebanese; lesotho, basotho;
liberia, liberian; libya, libyan; liechtenstein, liechtensteiner; lithuania, lithuanian; luxembourg, luxembourgish, luxembourger;
macau, macao, macanese; macedonia, macedonian, north macedonia, north macedonian; madagascar, malagasy; malawi, malawian; malaysia,
malaysian; maldives, maldivian; mali, malian; malta, maltese; marshall islands, marshallese; mauritania, mauritanian; mauritius,
mauritian; mexico, mexican; micronesia, micronesian; moldova, moldovan; monaco, monegasque; mongolia, mongolian; montenegro,
montenegrin; morocco, moroccan; mozambique, mozambican; myanmar, burma, burmese; namibia, namibian; nauru, nauruan; nepal, nepalese,
nepali; netherlands, the netherlands, holland, dutch, dutchman, dutchwoman; new zealand, new zealander, kiwi; nicaragua, nicaraguan;
niger, nigerien; nigeria, nigerian; north korea, north korean, korea, korean, dprk; norway, norwegian; oman, omani; pakistan,
pakistani; palau, palauan; palestine, palestinian, palestinian territories; panama, panamanian; papua new guinea, papua new guinean;
paraguay, paraguayan; peru, peruvian; philippines, philippine, filipino, filipina; poland, polish, pole; portugal, portuguese; puerto
rico, puerto rican; qatar, qatari; romania, romanian; russia, russian, russian federation, russo; rwanda, rwandan; samoa, samoan; san
marino, sammarinese; sao tome and principe, sao tomean; saudi arabia, saudi, saudi arabian; senegal, senegalese; serbia, serbian,
serb; seychelles, seychellois; sierra leone, sierra leonean; singapore, singaporean; slovakia, slovak, slovakian; slovenia, slovenian,
slovene; solomon islands, solomon islander; somalia, somali; south africa, south african; south korea, south korean, korea, korean,
rok; south sudan, south sudanese; spain, spanish, spaniard, hispano; sri lanka, sri lankan; sudan, sudanese; suriname, surinamese;
sweden, swedish, swede; switzerland, swiss; syria, syrian; taiwan, taiwanese; tajikistan, tajik; tanzania, tanzanian; thailand, thai;
timor-leste, east timor, timorese, east timorese; togo, togolese; tonga, tongan; trinidad, trinidad and tobago, trinidadian; tunisia,
tunisian; turkey, turkiye, turkish, turk, turco; turkmenistan, turkmen; tuvalu, tuvaluan; uganda, ugandan; ukraine, ukrainian; united
arab emirates, uae, emirates, emirati; united kingdom, uk, britain, great britain, british, briton, brit, anglo; united states, us,
usa, united states of america, america, american; uruguay, uruguayan; uzbekistan, uzbek; vanuatu, vanuatuan, ni-vanuatu; vatican,
holy see; venezuela, venezuelan; vietnam, vietnamese; yemen, yemeni; zambia, zambian; zimbabwe, zimbabwean; soviet union, soviet, ussr;
yugoslavia, yugoslav; czechoslovakia, czechoslovak; england, english, englishman, englishwoman, englishmen; scotland, scottish, scot,
scotsman, scotswoman, scots; wales, welsh, welshman, welshwoman; northern ireland, northern irish; catalonia, catalan; basque country,
basque; galicia, galician; andalusia, andalusian; bavaria, bavarian; saxony, saxon; prussia, prussian; flanders, flemish; wallonia,
walloon; brittany, breton; corsica, corsican; normandy, norman; sicily, sicilian; sardinia, sardinian; tuscany, tuscan; lombardy,
lombard; crete, cretan; crimea, crimean; siberia, siberian; chechnya, chechen; dagestan, dagestani; tatarstan, tatar; abkhazia,
abkhaz, abkhazian; ossetia, ossetian; transnistria, transnistrian; kurdistan, kurdish, kurd; tibet, tibetan; xinjiang, uyghur,
uighur; punjab, punjabi; kashmir, kashmiri; bengal, bengali; tamil nadu, tamil; tigray, tigrayan; darfur, darfuri; zanzibar,
zanzibari; quebec, quebecois, quebecker; texas, texan; california, californian; florida, floridian; hawaii, hawaiian; alaska,
alaskan; tasmania, tasmanian; europe, european, euro, pan-european; africa, african, afro; asia, asian; arabia, arab, arabian, arabic;
latin america, latin american; north america, north american; south america, south american; central america, central american;
scandinavia, scandinavian; balkans, balkan; caribbean; antarctica, antarctic; arctic; oceania; paris, parisian; london, londoner;
moscow, muscovite; berlin, berliner; vienna, viennese; rome, roman; venice, venetian; florence, florentine; naples, neapolitan; milan,
milanese; madrid, madrileno; lisbon, lisboner; athens, athenian; new york, new yorker; sydney, sydneysider; dublin, dubliner; glasgow,
glaswegian; liverpool, liverpudlian; manchester, mancunian; hamburg, hamburger; munich, munchner; damascus, damascene; byzantium,
byzantine; european union, eu; united nations, un; islam, islamic, muslim, moslem; christianity, christian; judaism, jewish, jew;
catholicism, catholic; protestantism, protestant; hinduism, hindu; buddhism, buddhist; sikhism, sikh
"""


def _table() -> dict[tuple[str, ...], frozenset[str]]:
    table: dict[tuple[str, ...], set[str]] = {}
    for line in " ".join(_FORMS.split()).split("; "):
        forms = line.split(", ")
        for form in forms:
            table.setdefault(tuple(form.replace("-", " - ").split()), set()).add(forms[0])
    return {form: frozenset(keys) for form, keys in table.items()}


KEYS: Mapping[tuple[str, ...], frozenset[str]] = _table()
"""Words of a form to what it names."""
FIRST_WORDS = frozenset(first for form in KEYS for first in (form[0], form[0] + "s"))
"""Words that a form may begin with."""
_LONGEST = max(map(len, KEYS))


def peoples(lows: Sequence[str]) -> dict[int, frozenset[str]]:
    """What the words at each place name, longest form first: {0: {"south korea"}, 1: {"south korea"}} for "South Korean"."""
    found: dict[int, frozenset[str]] = {}
    at = 0
    while at < len(lows):
        length = _form_at(lows, at) if lows[at] in FIRST_WORDS else 0
        if length:
            keys = _keys(lows[at : at + length]) or frozenset()
            found.update(dict.fromkeys(range(at, at + length), keys))
        at += length or 1
    return found


def _form_at(lows: Sequence[str], at: int) -> int:
    return next((n for n in range(min(_LONGEST, len(lows) - at), 0, -1) if _keys(lows[at : at + n])), 0)


def _keys(words: Iterable[str]) -> frozenset[str] | None:
    form = tuple(words)
    return KEYS.get(form) or KEYS.get((*form[:-1], form[-1].removesuffix("s")))
