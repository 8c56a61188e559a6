"""Cities and states by the country that they tell of: a "Tokyo-based" firm may be called Japanese, though nothing proves it.

A table of our own: capitals, and cities that news names without their country.
"""

from __future__ import annotations

from collections.abc import Mapping

_CITIES = """
afghanistan: kabul kandahar herat; albania: tirana; algeria: algiers oran; angola: luanda; argentina: buenos rosario cordoba mendoza;
armenia: yerevan; australia: canberra sydney melbourne brisbane perth adelaide hobart darwin queensland victoria; austria: vienna graz
linz salzburg innsbruck; azerbaijan: baku; bahrain: manama; bangladesh: dhaka chittagong; belarus: minsk; belgium: brussels antwerp
ghent bruges liege; bolivia: paz sucre; bosnia: sarajevo; botswana: gaborone; brazil: brasilia rio paulo salvador recife manaus;
bulgaria: sofia plovdiv; burkina faso: ouagadougou; burundi: bujumbura gitega; cambodia: phnom; cameroon: yaounde douala; canada: ottawa
toronto montreal vancouver calgary edmonton winnipeg ontario alberta manitoba quebec saskatchewan; chad: ndjamena; chile: santiago
valparaiso; china: beijing shanghai guangzhou shenzhen wuhan chengdu tianjin xinjiang; colombia: bogota medellin cali; congo: kinshasa
goma brazzaville; costa rica: jose; croatia: zagreb split; cuba: havana; cyprus: nicosia limassol; czech republic: prague brno;
denmark: copenhagen aarhus; ecuador: quito guayaquil; egypt: cairo alexandria giza; el salvador: salvador; eritrea: asmara; estonia:
tallinn; ethiopia: addis; finland: helsinki tampere; france: paris marseille lyon nice toulouse bordeaux lille strasbourg; georgia:
tbilisi; germany: berlin munich hamburg frankfurt cologne stuttgart dresden leipzig bremen bavaria saxony; ghana: accra kumasi; greece:
athens thessaloniki; guatemala: guatemala; guinea: conakry; haiti: prince; honduras: tegucigalpa; hungary: budapest; iceland: reykjavik;
india: delhi mumbai kolkata chennai bengaluru bangalore hyderabad kerala gujarat punjab; indonesia: jakarta bali java sumatra; iran:
tehran isfahan mashhad; iraq: baghdad basra mosul; ireland: dublin cork galway limerick; israel: jerusalem aviv haifa; italy: rome milan
naples turin venice florence genoa bologna sicily sardinia; ivory coast: abidjan; jamaica: kingston; japan: tokyo osaka kyoto nagoya
yokohama sapporo fukuoka hiroshima; jordan: amman; kazakhstan: astana almaty; kenya: nairobi mombasa kisumu; kosovo: pristina; kyrgyzstan:
bishkek; laos: vientiane; latvia: riga; lebanon: beirut tripoli; liberia: monrovia; libya: tripoli benghazi; lithuania: vilnius kaunas;
luxembourg: luxembourg; macedonia: skopje; madagascar: antananarivo; malawi: lilongwe; malaysia: lumpur penang; mali: bamako; malta:
valletta; mexico: tijuana guadalajara monterrey cancun; moldova: chisinau; mongolia: ulaanbaatar; montenegro: podgorica; morocco: rabat
casablanca marrakech; mozambique: maputo; myanmar: yangon naypyitaw mandalay; namibia: windhoek; nepal: kathmandu; netherlands: amsterdam
rotterdam hague utrecht eindhoven; new zealand: wellington auckland christchurch; nicaragua: managua; niger: niamey; nigeria: abuja lagos
kano; north korea: pyongyang; norway: oslo bergen trondheim stavanger; oman: muscat; pakistan: islamabad karachi lahore peshawar;
palestine: gaza ramallah; panama: panama; paraguay: asuncion; peru: lima cusco; philippines: manila cebu davao; poland: warsaw krakow
gdansk lodz wroclaw; portugal: lisbon porto; qatar: doha; romania: bucharest; russia: moscow petersburg kazan siberia vladivostok kremlin;
rwanda: kigali; saudi arabia: riyadh jeddah mecca medina; scotland: edinburgh glasgow aberdeen dundee; senegal: dakar; serbia: belgrade;
sierra leone: freetown; slovakia: bratislava; slovenia: ljubljana; somalia: mogadishu; south africa: pretoria johannesburg durban soweto;
south korea: seoul busan incheon; south sudan: juba; spain: madrid barcelona valencia seville bilbao catalonia; sri lanka: colombo; sudan:
khartoum darfur; sweden: stockholm gothenburg malmo uppsala; switzerland: bern zurich geneva basel lausanne; syria: damascus aleppo homs;
taiwan: taipei; tajikistan: dushanbe; tanzania: dodoma salaam zanzibar; thailand: bangkok phuket; tunisia: tunis; turkey: ankara istanbul
izmir; turkmenistan: ashgabat; uganda: kampala; ukraine: kyiv kiev kharkiv odesa odessa lviv mariupol donetsk; united arab emirates: dubai
dhabi sharjah; united kingdom: london manchester birmingham liverpool leeds bristol edinburgh glasgow cardiff belfast england scotland
wales westminster; england: london manchester birmingham liverpool leeds bristol newcastle sheffield; wales: cardiff swansea; united states:
washington york angeles chicago houston phoenix philadelphia dallas boston seattle denver miami atlanta detroit francisco vegas congress
senate pentagon alabama alaska arizona arkansas california colorado connecticut delaware florida georgia hawaii idaho illinois indiana
iowa kansas kentucky louisiana maine maryland massachusetts michigan minnesota mississippi missouri montana nebraska nevada hampshire
jersey carolina dakota ohio oklahoma oregon pennsylvania tennessee texas utah vermont virginia wisconsin wyoming fbi nasa nyse nasdaq
dollar dollars; uruguay: montevideo; uzbekistan: tashkent samarkand; venezuela: caracas maracaibo; vietnam: hanoi minh; yemen: sanaa aden;
zambia: lusaka; zimbabwe: harare; vatican: pope
"""
CITIES: Mapping[str, frozenset[str]] = {
    country: frozenset(cities.split())
    for country, _, cities in (line.partition(": ") for line in " ".join(_CITIES.split()).split("; "))
}
"""A country, by its first form in the table of peoples, to words that tell of it."""
CONTINENTS = frozenset("""europe africa asia arabia scandinavia balkans caribbean oceania""".split()) | {
    "latin america",
    "north america",
    "south america",
    "central america",
}
"""Parts of the world: what lies in them need not say so."""
