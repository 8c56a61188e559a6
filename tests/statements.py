"""Statements about short articles, made up for this purpose: how a careful writer tells them, and how a liar would.

Each: the kind, the article (the cited sentences between braces), the statement, and the outcomes that are right.
"""

from __future__ import annotations

from typing import NamedTuple

FAIR = ("worded", "open")
WORDED = ("worded",)
OPEN = ("open",)
DOUBTED = ("open", "refuted")
REFUTED = ("refuted",)


class Case(NamedTuple):
    kind: str
    article: str
    statement: str
    outcomes: tuple[str, ...]


TRUE = [
    # names: possessives, plurals, demonyms, short and full forms, initials, hyphens
    Case("possessive", "{The mayor of Lerwick, Isla Gunn, opened the fish market on Tuesday.} Rain fell.", "Lerwick's mayor opened the fish market on Tuesday.", WORDED),
    Case("possessive", "{Nordbank cut the pay of its three directors in March.} The bank made a loss.", "Nordbank’s three directors had their pay cut in March.", FAIR),
    Case("possessive", "{The trade unions' council in Gdynia called a strike at James Holt's shipyard.} It begins at dawn.", "The trade unions’ council called a strike at the shipyard of James Holt.", WORDED),
    Case("demonym", "{The navies of Brazil and Argentina searched for the trawler.} It left Mar del Plata.", "Brazilian and Argentine navies searched for the trawler.", WORDED),
    Case("demonym", "{A Dutch court fined the importer 40,000 euros.} It will appeal.", "A court in the Netherlands fined the importer 40,000 euros.", WORDED),
    Case("demonym", "{Two Britons and a Dane were among the injured.} The bus was new.", "Two people from Britain and one from Denmark were injured.", FAIR),
    Case("demonym", "{The Turkish lira fell 3 percent on Monday.} Traders blamed the vote.", "Turkey's currency, the lira, fell 3 percent on Monday.", FAIR),
    Case("demonym", "{Scotland's parliament backed the ban.} England has no such law.", "The Scottish parliament backed the ban.", WORDED),
    Case("demonym", "{U.S. officials visited the dam in Ghana.} It was built in 1965.", "American officials visited the Ghanaian dam.", WORDED),
    Case("first_word", "{The regional governor ordered masked dancers off the square.} The feast goes on.", "Masked dancers were ordered off the square by the regional governor.", WORDED),
    Case("first_word", "{On Friday the school was closed by striking teachers.} They want more pay.", "Teachers on strike closed the school on Friday.", WORDED),
    Case("first_word", "{Late on Sunday a van hit the gate of the embassy.} The driver fled.", "Embassy gate hit by van late on Sunday", FAIR),
    Case("derived_form", "{The Labour member for Dunholt resigned on Monday.} Her party kept the seat.", "The Labour party's member for Dunholt resigned.", FAIR),
    Case("derived_form", "{Anna and Pieter Vos run the last mill in Zaan.} It grinds mustard.", "The Voses run the last mill in Zaan.", FAIR),
    Case("derived_form", "{The World Health Organization sent doctors to the camp.} The WHO has 12 tents there.", "The WHO sent doctors to the camp.", WORDED),
    Case("derived_form", "{The ECB kept its rate at 2 percent.} Markets had expected it.", "The European Central Bank kept its rate at 2 percent.", FAIR),
    Case("derived_form", "{Lt. Gen. Ann-Marie O'Dowd took command on Friday.} She is 51.", "Ann Marie O’Dowd took command on Friday.", WORDED),
    Case("derived_form", "{Judge R. T. Malloy freed the two brothers.} They had been jailed for nine years.", "R.T. Malloy, the judge, freed the two brothers.", WORDED),
    Case("derived_form", "{The Paris-based maker of the lens went bankrupt.} It had 80 staff.", "The maker of the lens, based in Paris, went bankrupt.", WORDED),
    Case("derived_form", "{Protesters in São Tomé burned tyres.} The price of rice had doubled.", "Protesters burned tyres in Sao Tome.", WORDED),
    Case("derived_form", "{The prime minister, Ole Brandt, met the miners.} He promised help.", "Prime Minister Ole Brandt met the miners.", WORDED),
    # names elsewhere
    Case("coreference", "Lena Ruiz runs the harbour of Tarn. {She ordered the quay cleared on Monday.}", "Lena Ruiz ordered the quay cleared on Monday.", FAIR),
    Case("coreference", "Halden Steel will cut 400 jobs. {The firm said orders had dried up.}", "Halden Steel said orders had dried up.", FAIR),
    Case("coreference", "The Corran tunnel was shut on Sunday. Water had come in. {It will open again in May.}", "The Corran tunnel will open again in May.", FAIR),
    Case("coreference", "Sir Hugh Tarrant founded the museum. {Tarrant gave it 200 clocks.}", "Sir Hugh Tarrant gave the museum 200 clocks.", FAIR),
    # numbers
    Case("number_form", "{Three of every ten wells in the valley have run dry.} Farmers share the rest.", "Some 30 percent of the wells in the valley have run dry.", WORDED),
    Case("number_form", "{The club sold 0.75 million shirts.} It was a record.", "The club sold three-quarters of a million shirts.", FAIR),
    Case("number_form", "{Rents rose tenfold in the port.} Few can pay.", "Rents in the port are ten times as high.", FAIR),
    Case("number_form", "{The firm makes 300k bottles a day.} It is a family business.", "The firm makes 300,000 bottles a day.", WORDED),
    Case("number_form", "{The river rose by 2 3/4 metres in a night.} Two bridges were closed.", "The river rose by 2.75 metres in a night.", WORDED),
    Case("number_form", "{Turnout was 41, 52 and 60 percent in the three rounds.} It was a record.", "Turnout was 41 percent in the first round and 60 percent in the third.", FAIR),
    Case("number_form", "{Between 20 and 40 houses were flooded.} Nobody was hurt.", "20-40 houses were flooded.", WORDED),
    Case("number_form", "{The bank lent 16.6 billion crowns.} It has 90 branches.", "The bank lent 16,600 million crowns.", WORDED),
    Case("number_form", "{Prices have trebled since the autumn.} Bread is dear.", "Prices are three times as high as in the autumn.", FAIR),
    Case("number_form", "{Twelve hundred people were moved to tents.} The dam held.", "1,200 people were moved to tents.", WORDED),
    Case("number_form", "{A third of the 90 boats sank.} The rest were towed in.", "Thirty of the 90 boats sank.", FAIR),
    Case("number_form", "{Of 250 guests, 40 stayed.} The hotel was cold.", "Of the 250 guests, 210 left.", FAIR),
    Case("number_form", "{The vote was 231 to 204.} It took an hour.", "The vote was 231-204.", WORDED),
    Case("number_form", "{The mine, opened in 1950, closed in 2020.} It employed 900.", "The mine closed after 70 years.", FAIR),
    Case("number_form", "{Police seized 11,980 cartons.} Two men were held.", "Police seized nearly 12,000 cartons.", FAIR),
    Case("number_form", "{Unemployment was 5 per cent in May and 6.5 per cent in June.} Mines closed.", "Unemployment rose 1.5 percentage points to 6.5% in June.", FAIR),
    Case("number_form", "{Divers found the bodies of a guide, a cook and a child.} The lake is deep.", "Divers found three bodies.", FAIR),
    # negation, direction, other verbs
    Case("negation_synonym", "{The hospital turned down the offer of the insurer.} Talks go on.", "The hospital did not accept the insurer's offer.", FAIR),
    Case("negation_synonym", "{The board refused to publish the report.} Members protested.", "The board did not publish the report.", FAIR),
    Case("negation_synonym", "{The rocket failed to reach orbit.} It fell into the sea.", "The rocket did not reach orbit.", FAIR),
    Case("negation_synonym", "{Insurers are refusing to sell cover to growers in Tassa.} Hail is common.", "Insurers are denying cover to growers in Tassa.", FAIR),
    Case("negation_synonym", "{Exports fell 4 percent in May.} Imports rose.", "Exports were down 4 percent in May.", FAIR),
    Case("negation_synonym", "{The harbour party gained a seat from the hill party.} Turnout was low.", "The hill party lost a seat to the harbour party.", FAIR),
    Case("negation_synonym", "{Marlow sold the mill to Brandt for 3 million euros.} It is old.", "Brandt bought the mill from Marlow for 3 million euros.", FAIR),
    Case("negation_synonym", "{Nobody was hurt when the roof fell in.} The hall was empty.", "The roof fell in without hurting anybody.", FAIR),
    Case("negation_synonym", "{The court lifted the ban on night flights.} Neighbours will appeal.", "Night flights are no longer banned, a court ruled.", FAIR),
    Case("negation_synonym", "{The strike did not end until Friday.} Trains were late.", "The strike ended on Friday.", FAIR),
    Case("sought", "{Rescuers attempted to free the divers.} The cave is narrow.", "Rescuers tried to get the divers freed.", FAIR),
    Case("sought", "{The town ordered the landlord to repair the stairs.} He has a month.", "The landlord must repair the stairs, the town ordered.", FAIR),
    Case("sought", "{Prosecutors want Ivo Brand jailed for six years.} The court rules in May.", "Prosecutors are seeking a six-year jail term for Ivo Brand.", FAIR),
    # paraphrase
    Case("paraphrase", "{A lorry shed its load of apples on the ring road at rush hour.} It took hours to clear.", "Spilt fruit blocked traffic.", OPEN),
    Case("paraphrase", "{The watchdog slapped a hefty fine on the lender for lax controls.} It will not appeal.", "A bank was punished by its regulator.", OPEN),
    Case("paraphrase", "{Villagers woke to find the river in their kitchens.} Help came at noon.", "Homes were flooded overnight.", DOUBTED + WORDED),
    Case("paraphrase", "{The veteran striker hung up his boots at 39.} He had scored 200 goals.", "The footballer ended his career.", OPEN),
    # force that is fair
    Case("force", "{The airline said it would resume flights on Wednesday.} Fog had grounded it.", "The airline will resume flights on Wednesday.", FAIR),
    Case("force", "{If the rains fail, the co-op will sell its herd.} It has goats.", "The co-op will sell its herd should the rains fail.", FAIR),
    Case("force", "{The co-op will sell its herd unless it rains.} It has goats.", "Without rain the co-op will sell its herd.", FAIR),
    Case("force", "{Asked if he would stand again, Pruitt said he would decide in May.} He is 70.", "Pruitt will decide in May whether he will stand again.", FAIR),
    Case("force", "{The bridge could collapse, engineers warned, and the town closed it on Monday.} It is old.", "The town closed the bridge on Monday.", WORDED),
    Case("force", "{The minister denied that his office paid for the trip.} It was dear.", "The minister is accused of letting his office pay for the trip, which he denies.", FAIR),
    Case("force", "{The plan to merge the schools was approved on Monday.} It starts in June.", "The schools will be merged under a plan approved on Monday.", FAIR),
    Case("force", "{Spain will face England after beating France 2-1.} The final is in Rome.", "Spain beat France 2-1 and will face England.", WORDED),
    Case("force", "{Ana Lee, who was elected in May, will open the fair.} It runs for a week.", "Ana Lee was elected in May.", WORDED),
    Case("force", "{The company plans to close the plant it opened in 1990.} It makes glass.", "The plant was opened in 1990.", WORDED),
    Case("time_word", "{The trial began overnight in Perth.} It is the third.", "The trial began at night in Perth.", FAIR),
    Case("time_word", "{The fair lasted three days.} It ended on Sunday.", "The three-day fair drew crowds.", FAIR),
    Case("time_word", "{The shop is open every Saturday and Sunday.} It sells tea.", "The shop is open on weekends.", FAIR),
    Case("time_word", "{The guard found the door open at 3 a.m.} Nothing was taken.", "The door was found open early in the morning.", FAIR),
    Case("not_english", "{Der Landtag in Mainz hat am Dienstag das neue Gesetz über die Gemeinden beschlossen, das im kommenden Jahr in Kraft treten soll.} Die Opposition lehnt es ab, weil die Dörfer zahlen müssen.", "Das Parlament in Mainz verabschiedete am Dienstag ein Gesetz für die Kommunen.", FAIR),
    Case("not_english", "{Le conseil municipal de Brive a voté mardi la fermeture de la piscine, qui perdait 300 000 euros par an.} Les habitants protestent depuis des semaines devant la mairie.", "La ville de Brive fermera sa piscine.", FAIR),
]  # fmt: skip

LIES = [
    Case("name", "{Coach Bela Toth left Rovers on Friday.} He won a cup.", "Coach Bela Toth left Siena on Friday.", REFUTED),
    Case("name", "{The Swedish navy searched the bay.} It found nothing.", "The Finnish navy searched the bay.", REFUTED),
    Case("name", "{A ship ran aground off Norway.} Its crew is safe.", "The Kestrel Star ran aground off Norway.", REFUTED),
    Case("name", "{Doctors from Ghana ran the clinic.} It had 20 beds.", "Nigerian doctors ran the clinic.", REFUTED),
    Case("name", "{The clinic in Tarsk was closed by the WHO.} It had 20 beds.", "The clinic in Tarsk was closed by the IMF.", REFUTED),
    Case("name", "{The talks in Oslo ended on Monday.} A truce was signed.", "the talks with bergman ended on monday", DOUBTED),
    Case("name", "{The mayor, Isla Gunn, opened the market.} Otto Vos played the organ.", "The mayor, Isla Vos, opened the market.", DOUBTED),
    Case("number", "{The fire destroyed 48 homes.} Nobody died.", "The fire destroyed 84 homes.", REFUTED),
    Case("number", "{Dockers loaded 300 crates.} One died.", "300 dockers died.", DOUBTED),
    Case("number", "{Rents rose in the port.} Few can pay.", "Rents rose tenfold in the port.", REFUTED),
    Case("number", "{The firm makes 300 bottles a day.} It is small.", "The firm makes 300k bottles a day.", REFUTED),
    Case("number", "{The club sold 3,000 shirts.} It was a record.", "The club sold 3K shirts and 30,000 scarves.", REFUTED),
    Case("number", "{Three in ten wells ran dry.} It was hot.", "Three in five wells ran dry.", REFUTED),
    Case("number", "{Sales rose 4.5 percent.} Profit was flat.", "Sales rose 5.4 percent.", REFUTED),
    Case("number", "{Hundreds of people marched.} It rained.", "Thousands of people marched.", REFUTED),
    Case("number", "{The strike cost the port 20 million euros.} It ended in May.", "The strike cost the port 20 million dollars.", REFUTED),
    Case("time_word", "{Voters in Emden chose a mayor on Sunday.} She is young.", "Voters in Emden chose a mayor on Wednesday.", REFUTED),
    Case("time_word", "{The bridge will open in June.} It is long.", "The bridge will open in October.", REFUTED),
    Case("time_word", "{The mill burned down overnight.} It was old.", "The mill burned down at noon.", REFUTED),
    Case("negation", "{The jury convicted Bo Lind on Monday.} He wept.", "The jury did not convict Bo Lind on Monday.", REFUTED),
    Case("negation", "{The ferry did not sink.} It was towed in.", "The ferry sank.", REFUTED),
    Case("negation", "{The senate never approved the treaty.} It lapsed.", "The senate approved the treaty.", REFUTED),
    Case("negation", "{Nobody died in the crash.} The road was shut.", "People died in the crash.", DOUBTED),
    Case("direction", "{Exports fell 4 percent in May.} Rain fell too.", "Exports rose 4 percent in May.", REFUTED),
    Case("direction", "{The council approved the tram line.} Work starts soon.", "The council rejected the tram line.", REFUTED),
    Case("direction", "{The court upheld the ban on night flights.} Neighbours cheered.", "The court overturned the ban on night flights.", REFUTED),
    Case("direction", "{The bank raised its rate to 3 percent.} Loans are dear.", "The bank lowered its rate to 3 percent.", REFUTED),
    Case("plan_as_done", "{The army was ordered to leave the city.} Tanks lined the road.", "The army left the city.", REFUTED),
    Case("plan_as_done", "{The two clubs agreed to merge next year.} Fans are angry.", "The two clubs merged.", REFUTED),
    Case("plan_as_done", "{Divers hope to raise the wreck in May.} It lies deep.", "Divers raised the wreck.", REFUTED),
    Case("plan_as_done", "{The union threatened to block the port.} Talks failed.", "The union blocked the port.", REFUTED),
    Case("plan_as_done", "{The firm is expected to sell the mill.} It is in debt.", "The firm has sold the mill.", REFUTED),
    Case("denied_as_fact", "{The chairman denies taking bribes.} He was in office for a year.", "The chairman took bribes.", REFUTED),
    Case("denied_as_fact", "{The army rejected claims that it had shelled the camp.} Ten died.", "The army shelled the camp.", REFUTED),
    Case("maybe_as_certain", "{The glacier may vanish by 2050, scientists warned.} It feeds a river.", "The glacier will vanish by 2050.", REFUTED),
    Case("maybe_as_certain", "{The levee might break.} Streets are empty.", "The levee broke.", REFUTED),
    Case("condition", "{The orchestra will be disbanded unless a sponsor is found.} It has 60 players.", "The orchestra will be disbanded.", REFUTED),
    Case("condition", "{Ministers said the plant would be shut if the leak went on.} It is old.", "The plant will be shut.", REFUTED),
    Case("done_as_coming", "{About 40 guests were brought down on foot.} The lift had stopped.", "The operator will bring down 40 guests on foot.", DOUBTED),
    Case("content", "{The bridge opened on Monday.} It is long.", "Bakers protested against a levy on sugar, flour, butter and eggs while pupils sang hymns.", DOUBTED),
    Case("confusable", "{The council approved the tram.} It is long.", "The council did n\u043et approve the tram.", REFUTED),
    Case("confusable", "{The council approved the tram.} It is long.", "The council did no\u200bt approve the tram.", REFUTED),
    Case("not_english", "{Der Landtag in Mainz hat am Dienstag mit 347 Stimmen das Gesetz beschlossen, das im kommenden Jahr in Kraft treten soll.} Die Opposition lehnt es ab, weil die Dörfer zahlen müssen.", "Der Landtag in Mainz hat das Gesetz mit 612 Stimmen beschlossen.", REFUTED),
]  # fmt: skip
