"""Word lists of reading, written for this library: small on purpose, lower case, no data from elsewhere."""

from __future__ import annotations


def _words(*lines: str) -> frozenset[str]:
    return frozenset(word for line in lines for word in line.split())


def _phrases(*lines: str) -> frozenset[str]:
    return frozenset(phrase.strip() for line in lines for phrase in line.split(","))


WEEKDAYS = _words(
    "monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thur thurs fri sat sun"
)
MONTHS = _words(
    "january february march april may june july august september october november december",
    "jan feb mar apr jun jul aug sept sep oct nov dec",
)
CALENDAR = WEEKDAYS | MONTHS | _words("christmas easter ramadan thanksgiving ad bc am pm a.m. p.m. gmt utc est edt")

PRONOUNS = _words("he she they it we i you who")
DETERMINERS = _words(
    "the a an this that these those his her their its our my your some many several most both all each every no any",
    "another other one two three four five six seven eight nine ten dozens hundreds thousands few two-thirds",
)
PREPOSITIONS = _words("of for in at from with on to by near about under over into against within among after before")
FUNCTION_WORDS = (
    PRONOUNS
    | DETERMINERS
    | PREPOSITIONS
    | _words(
        "and or but nor so yet if then than as because although though while when where whether which whose whom what",
        "how why however therefore moreover meanwhile nevertheless instead indeed thus hence also too even only just",
        "not never there here is are was were be been being am do does did done has have had having will would shall",
        "should can could may might must let per via versus amid despite during since until till unless except through",
        "throughout toward towards upon without across along around behind below beneath beside besides between beyond",
        "outside inside off out up down like unlike once ever him them us me himself herself itself themselves",
        "i'm i've i'll i'd it's we're we've we'll they're they've he's she's that's there's don't won't can't",
        "didn't doesn't isn't wasn't aren't weren't you're let's what's who's yes oh well okay please dear",
    )
)
# Words that open sentences with a capital and are no names, on top of the function words.
COMMON_OPENERS = _words(
    "according yesterday today tomorrow tonight overnight earlier later now still soon recently finally first second",
    "third last next early late once again already perhaps maybe often sometimes usually always nearly almost about",
    "more less much such same new old recent previous former current local officials official police residents witnesses",
    "people men women children students teachers doctors scientists researchers experts critics supporters opponents",
    "authorities government prosecutors lawyers workers protesters soldiers troops rebels investigators analysts",
    "eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty thirty forty fifty hundred",
    "speaking asked told said added following including given based born under further rather neither either",
    "results result report reports news study studies evidence image images photo photos video file source sources",
    "talks work parts part nothing something everything everyone someone anyone nobody none half thousand million",
    "little good great big small long high low young another others several various different certain",
    "because thanks rescue fire rain snow water power trade growth prices shares stocks sales profits elections voters",
    "reporters journalists editors activists campaigners leaders ministers lawmakers members companies banks schools",
    "hospitals firefighters drivers passengers fans players families parents victims survivors neighbours neighbors",
    "republicans democrats conservatives total figures data additionally similarly specifically currently subsequently",
    "under-fire court ministry company army military union party city state country nation world team group",
)
# Of these, what may stand before a name at the head of a sentence without being part of it.
OPENERS_BEFORE_NAMES = _words(
    "according yesterday today tomorrow tonight overnight earlier later early late recently former current previous",
    "recent then-president speaking asked image photo video file source meanwhile nearly only rival fellow incumbent",
)
ADVERBS = _words(
    "also later earlier then still once again since further now soon already often always just even recently today",
    "yesterday tomorrow tonight previously first last thus therefore simply only initially originally",
)
FINITE_VERBS = _words(
    "is are was were has have had will would can could may might must should do does did isn't aren't wasn't weren't",
    "hasn't haven't hadn't won't wouldn't can't couldn't shouldn't don't doesn't didn't it's they're he's she's there's",
)
JOINTS = _words("and but then")
CONJUNCTIONS = JOINTS | _words("or while whereas though although")
# What an apposition to a person opens with.
DESCRIBING = _words("a an the his her its their one aged himself herself former")

# What stands before a person's name as a form of address.
HONORIFICS = _words(
    "mr mrs ms miss mx sir dame lord lady madam dr prof rev fr st hon mr. mrs. ms. dr. prof. rev. fr. hon. messrs"
)
TITLES = HONORIFICS | _words(
    "president premier chancellor minister secretary undersecretary ambassador envoy consul senator congressman",
    "congresswoman congressmember representative governor mayor councillor councilor councilman councilwoman deputy",
    "commissioner commander general admiral colonel major captain lieutenant sergeant corporal private marshal brigadier",
    "commodore officer constable detective inspector superintendent sheriff chief judge justice magistrate prosecutor",
    "attorney lawyer barrister solicitor king queen prince princess duke duchess earl baron emperor sultan emir sheikh",
    "pope cardinal archbishop bishop father pastor reverend rabbi imam ayatollah professor doctor lecturer rector",
    "chancellor director chairman chairwoman chairperson chair ceo cfo cto coo executive manager head leader founder",
    "co-founder cofounder spokesman spokeswoman spokesperson adviser advisor aide analyst economist scientist researcher",
    "author co-author coauthor writer editor journalist reporter correspondent columnist coach captain manager midfielder",
    "striker substitute goalkeeper defender quarterback astronaut cosmonaut pilot engineer architect artist actor actress singer",
    "musician director producer administrator coordinator treasurer speaker whip mp mps mep coroner surgeon physician",
    "nurse teacher principal employee student activist campaigner member historian biologist physicist chemist geologist",
    "psychologist epidemiologist virologist climatologist meteorologist entrepreneur billionaire businessman",
    "businesswoman farmer fisherman witness resident candidate lawmaker legislator politician diplomat negotiator",
    "mediator warden trustee organizer organiser curator librarian owner publisher host presenter commentator",
    "gen. col. lt. sgt. capt. cpl. maj. adm. sen. rep. gov. pres. cmdr. supt. insp. det. brig. gen col lt sgt capt maj",
    "gov sen rep",
)
# What may stand before a title and belongs to it.
TITLE_MODIFIERS = _words(
    "prime foreign defence defense interior finance health education environment justice energy labour labor home",
    "economy economic trade transport agriculture culture housing treasury deputy vice first chief acting former senior",
    "assistant associate managing executive general major lieutenant brigadier rear attorney press national state crown",
    "federal emeritus team research lead co interim outgoing incoming then-president ex-president retired late current",
    "opposition majority minority house senate parliamentary union district police fire military army security",
    "information development immigration science technology industry sports tourism water social regional provincial",
    "supreme high permanent special presidential campaign veteran longtime long-time junior star head principal",
    "company party government emergency city county village town school university hospital bank club video board",
    "shadow financial operating technical scientific commercial investment marketing legal medical communications",
)
DEMONYMS = _words(
    "afghan african albanian algerian american angolan arab argentine argentinian armenian asian australian austrian",
    "azerbaijani bangladeshi belarusian belgian bolivian bosnian brazilian british bulgarian burmese cambodian canadian",
    "chilean chinese colombian congolese croatian cuban cypriot czech danish dutch egyptian emirati english eritrean",
    "estonian ethiopian european filipino finnish french gabonese georgian german ghanaian greek guatemalan haitian",
    "hungarian icelandic indian indonesian iranian iraqi irish israeli italian ivorian jamaican japanese jordanian kazakh",
    "kenyan korean kosovar kurdish kuwaiti latvian lebanese liberian libyan lithuanian malaysian malian maltese mexican",
    "moldovan mongolian moroccan mozambican namibian nepalese nepali nicaraguan nigerian norwegian omani pakistani",
    "palestinian panamanian paraguayan peruvian polish portuguese qatari romanian russian rwandan saudi scottish senegalese",
    "serbian singaporean slovak slovenian somali spanish sudanese swedish swiss syrian taiwanese tajik tanzanian thai",
    "tibetan tunisian turkish turkmen ugandan ukrainian uruguayan uzbek venezuelan vietnamese welsh western yemeni zambian",
    "zimbabwean muslim christian jewish islamic catholic protestant buddhist hindu sikh sunni shia shiite",
)
PARTICLES = _words(
    "de da do dos das del della di du des la le van von der den ter ten bin bint ibn ben abu al el zu af"
)

# A name whose last word (or word before "of") is one of these is an organization.
ORGANIZATION_WORDS = _words(
    "ministry agency inc inc. corp corp. corporation company co co. ltd ltd. llc plc gmbh group holdings university",
    "college school academy institute institution police council court tribunal party bank association society federation",
    "union commission department administration authority office bureau service services committee parliament senate",
    "congress assembly cabinet government army navy force forces guard corps marines command times post herald tribune",
    "gazette journal weekly news newspaper magazine press radio television network agency museum library church",
    "foundation trust fund charity hospital clinic airlines airways airline motors industries systems technologies",
    "laboratories laboratory lab labs center centre organization organisation board team club fc united league alliance",
    "coalition front movement brigade front partnership treasury chamber house district archives observatory campaign",
    "committee directorate syndicate orchestra studios pictures records entertainment pharmaceuticals partners crown",
    "kremlin pentagon interpol europol unesco unicef nasa nato hamas hezbollah taliban bundestag knesset duma",
    "constabulary secretariat registry inspectorate consortium programme program panel project standards",
)
# "Ministry of X", "Centre for X", "Council on X": these go on past a preposition.
OPEN_ORGANIZATION_WORDS = _words(
    "ministry department university bank board council institute church republic house court chamber office bureau",
    "academy museum college federation union commission centre center school association society organization",
    "organisation confederation league committee agency fund state kingdom emirates bishop states bay gulf city cape",
    "isle chiefs sons daughters knights friends campaign coalition movement party alliance network foundation",
    "conference convention parliament assembly secretariat command hall order",
)
PLACE_WORDS = _words(
    "city town village river island islands isle street road avenue boulevard square park mount mountain mountains lake",
    "sea ocean gulf bay strait straits peninsula valley province county region oblast airport bridge desert forest",
    "peninsula coast beach hill hills square harbour harbor port canal highway plaza prefecture state territory district",
)
PLACES = _phrases(
    "afghanistan, albania, algeria, andorra, angola, argentina, armenia, australia, austria, azerbaijan, bahamas, bahrain",
    "bangladesh, barbados, belarus, belgium, belize, benin, bhutan, bolivia, bosnia, bosnia and herzegovina, botswana",
    "brazil, brunei, bulgaria, burkina faso, burundi, cambodia, cameroon, canada, cape verde, central african republic",
    "chad, chile, china, colombia, comoros, congo, costa rica, croatia, cuba, cyprus, czech republic, czechia, denmark",
    "djibouti, dominica, dominican republic, east timor, ecuador, egypt, el salvador, england, eritrea, estonia, eswatini",
    "ethiopia, fiji, finland, france, gabon, gambia, georgia, germany, ghana, great britain, britain, greece, greenland",
    "grenada, guatemala, guinea, guyana, haiti, honduras, hungary, iceland, india, indonesia, iran, iraq, ireland, israel",
    "italy, ivory coast, jamaica, japan, jordan, kazakhstan, kenya, kiribati, kosovo, kuwait, kyrgyzstan, laos, latvia",
    "lebanon, lesotho, liberia, libya, liechtenstein, lithuania, luxembourg, macedonia, madagascar, malawi, malaysia",
    "maldives, mali, malta, mauritania, mauritius, mexico, micronesia, moldova, monaco, mongolia, montenegro, morocco",
    "mozambique, myanmar, burma, namibia, nauru, nepal, netherlands, new zealand, nicaragua, niger, nigeria, north korea",
    "north macedonia, northern ireland, norway, oman, pakistan, palau, palestine, panama, papua new guinea, paraguay, peru",
    "philippines, poland, portugal, qatar, romania, russia, rwanda, samoa, san marino, saudi arabia, scotland, senegal",
    "serbia, seychelles, sierra leone, singapore, slovakia, slovenia, solomon islands, somalia, south africa, south korea",
    "south sudan, spain, sri lanka, sudan, suriname, sweden, switzerland, syria, taiwan, tajikistan, tanzania, thailand",
    "togo, tonga, trinidad and tobago, tunisia, turkey, türkiye, turkmenistan, tuvalu, uganda, ukraine",
    "united arab emirates, united kingdom, united states, united states of america, uruguay, uzbekistan, vanuatu",
    "venezuela, vietnam, wales, yemen, zambia, zimbabwe, us, u.s., usa, u.s.a., uk, u.k., uae, u.a.e., drc",
    "amsterdam, ankara, athens, auckland, baghdad, baku, bali, bangkok, barcelona, beijing, beirut, belfast, belgrade",
    "berlin, birmingham, bogota, boston, brasilia, bratislava, brisbane, brussels, bucharest, budapest, buenos aires",
    "cairo, calcutta, canberra, cape town, caracas, chicago, cologne, copenhagen, dakar, dallas, damascus, delhi, detroit",
    "dhaka, doha, donetsk, dubai, dublin, edinburgh, frankfurt, gaza, gaza strip, geneva, glasgow, hague, hamburg, hanoi",
    "havana, helsinki, hong kong, houston, islamabad, istanbul, jakarta, jerusalem, johannesburg, kabul, karachi, kharkiv",
    "kherson, khartoum, kigali, kinshasa, kolkata, kuala lumpur, kyiv, kiev, lagos, lahore, leeds, lima, lisbon, liverpool",
    "ljubljana, london, los angeles, luhansk, lviv, lyon, madrid, manchester, manila, mariupol, marseille, mecca, medina",
    "melbourne, miami, milan, minsk, montreal, moscow, mosul, mumbai, munich, nairobi, naples, new delhi, new orleans",
    "new york, new york city, nice, nicosia, odesa, odessa, osaka, oslo, ottawa, paris, perth, philadelphia, phoenix",
    "prague, pretoria, pyongyang, quito, ramallah, reykjavik, riga, rio de janeiro, riyadh, rome, rotterdam, san diego",
    "san francisco, santiago, sao paulo, são paulo, sarajevo, seattle, seoul, shanghai, shenzhen, sofia, st. petersburg",
    "stockholm, strasbourg, sydney, taipei, tallinn, tbilisi, tehran, tel aviv, tokyo, toronto, tripoli, tunis, turin",
    "ulaanbaatar, vancouver, vatican, venice, vienna, vilnius, warsaw, washington, washington d.c., washington dc",
    "wellington, yerevan, zagreb, zaporizhzhia, zurich, d.c., africa, america, antarctica, asia, europe, latin america",
    "middle east, north america, south america, southeast asia, central america, central asia, west bank, crimea, donbas",
    "balkans, caribbean, caucasus, scandinavia, siberia, kashmir, tibet, xinjiang, catalonia, bavaria, sicily, sinai",
    "alabama, alaska, arizona, arkansas, california, colorado, connecticut, delaware, florida, hawaii, idaho, illinois",
    "indiana, iowa, kansas, kentucky, louisiana, maine, maryland, massachusetts, michigan, minnesota, mississippi",
    "missouri, montana, nebraska, nevada, new hampshire, new jersey, new mexico, north carolina, north dakota, ohio",
    "oklahoma, oregon, pennsylvania, rhode island, south carolina, south dakota, tennessee, texas, utah, vermont",
    "virginia, west virginia, wisconsin, wyoming, puerto rico, ontario, quebec, alberta, british columbia, manitoba",
    "nova scotia, saskatchewan, queensland, new south wales, victoria, tasmania, south australia, western australia",
    "northern territory, mediterranean, atlantic, pacific, arctic, black sea, red sea, baltic, silicon valley",
)
ORGANIZATION_NAMES = _phrases(
    "un, u.n., united nations, eu, e.u., european union, nato, who, imf, opec, fifa, uefa, bbc, cnn, nasa, fbi, cia, nsa",
    "reuters, associated press, white house, kremlin, pentagon, hamas, hezbollah, taliban, islamic state, google, apple",
    "microsoft, facebook, twitter, amazon, boeing, airbus, supreme court, scotland yard, red cross, opposition",
    "state department, world bank, al jazeera, downing street, wall street journal, security council, general assembly",
)

# Nouns for people, bodies and documents that speak or act: what ends a description.
_PEOPLE = (
    "official officer agent soldier guard police resident witness prosecutor investigator spokesman spokeswoman",
    "spokesperson minister president premier leader lawmaker legislator senator governor mayor judge lawyer attorney",
    "ambassador diplomat envoy adviser advisor aide analyst expert economist scientist researcher author professor",
    "doctor physician nurse teacher student pupil parent mother father brother sister son daughter wife husband widow",
    "widower friend colleague neighbour neighbor man woman boy girl child baby teenager worker employee employer",
    "manager executive director chairman chairwoman founder owner driver pilot passenger sailor fisherman farmer",
    "firefighter rescuer paramedic medic survivor victim patient suspect defendant plaintiff inmate prisoner captive",
    "hostage detainee refugee migrant protester protestor demonstrator activist campaigner rebel militant gunman",
    "insurgent fighter commander general colonel captain sergeant admiral chief sheriff detective inspector secretary",
    "undersecretary commissioner chancellor king queen prince princess pope bishop priest imam rabbi coach player",
    "captain referee fan supporter opponent critic rival candidate voter politician journalist reporter editor writer",
    "source insider negotiator mediator representative delegate member organizer organiser astronaut engineer",
    "architect historian curator citizen civilian local villager tourist visitor customer consumer investor trader",
    "banker buyer seller speaker user reader counterpart boss administrator coordinator lecturer singer actor artist",
    "person juror shareholder client coroner ombudsman inspector auditor regulator contractor developer operator volunteer veteran relative",
)
_BODIES = (
    "ministry government agency company firm bank court council parliament congress senate cabinet committee",
    "commission department office bureau authority administration organization organisation group party union",
    "association federation league team club university college school hospital museum church charity foundation",
    "institute army navy military force forces brigade regiment coalition alliance movement opposition embassy",
    "consulate corporation airline manufacturer supplier retailer newspaper magazine broadcaster network board panel",
    "tribunal jury prosecution defence defense delegation mission crew family couple community public crowd nation",
    "country kingdom republic state city town village municipality watchdog institution regime junta authorities",
    "media press staff management leadership crown palace church camp side utility body police troops people residents",
    "men women children wives clergy personnel press",
)
_DOCUMENTS = (
    "report study statement letter document paper survey poll article editorial book email e-mail memo memorandum",
    "filing indictment complaint lawsuit ruling judgment verdict warrant affidavit press-release release website",
    "record bulletin communique communiqué post tweet message announcement results findings figures data analysis review",
)


def _with_plurals(lines: tuple[str, ...]) -> frozenset[str]:
    singular = _words(*lines)
    plural = {word[:-1] + "ies" if word.endswith("y") and word[-2] not in "aeo" else word + "s" for word in singular}
    return singular | plural


PEOPLE_NOUNS = _with_plurals(_PEOPLE) | _words("fishermen gunmen spokesmen spokeswomen businessmen")
BODY_NOUNS = _with_plurals(_BODIES)
DOCUMENT_NOUNS = _with_plurals(_DOCUMENTS)
SPEAKING_NOUNS = PEOPLE_NOUNS | BODY_NOUNS | DOCUMENT_NOUNS
ADJECTIVES = TITLE_MODIFIERS | _words(
    "local senior top former unnamed anonymous independent foreign international military medical armed young old other",
    "many several some israeli rival human rights civil political religious western eastern northern southern riot",
    "traffic border air coast aid rescue health legal public private global leading prominent elderly injured wounded",
    "hundreds thousands dozens masked suspected alleged tribal community ruling main left right anti-government",
)
