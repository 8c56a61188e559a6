"""Invented articles, and what somebody might write about them: truths in other words, and lies of substance.

Each case is (kind, statement). Truths must never be refuted; lies should be refuted or open: what only a reader of the sentence
sees is for a judge.
"""

from __future__ import annotations

from typing import NamedTuple

from nutgraf.article import Article


class Story(NamedTuple):
    """An article, and statements about it."""

    article: Article
    truths: tuple[tuple[str, str], ...]
    lies: tuple[tuple[str, str], ...]


FERRY = Story(
    Article.from_text(
        "The car ferry Solveig ran onto a reef off Vardnes early on Sunday with 84 passengers and a crew of nine on board, the coast "
        "guard said. All passengers were taken off by two lifeboats within an hour. Three crew members were treated for cuts.\n\n"
        "The ship had left Brekke at 5:40 a.m. and was due in Vardnes an hour later. The master, Ingrid Falk, told investigators that the radar "
        "had failed twice during the night. “I steered by the lights, and the lights were wrong,” she said.\n\n"
        "The owner, Nordline, denied that the radar was faulty. Its managing director, Per Aune, said the vessel had passed an inspection in "
        "March. “The Solveig was in perfect order when she left the quay,” Aune said.\n\n"
        "The accident board will publish a first report within 30 days. If the hull can be patched, the ship could be towed to the yard "
        "in Brekke next week, Aune said.",
        title="Ferry runs aground off Vardnes",
        published="2026-05-04",
        key="ferry",
    ),
    truths=(
        ("passive", "All 84 passengers of the ferry were rescued by two lifeboats within an hour."),
        ("paraphrase", "A car ferry struck a reef near Vardnes early on Sunday."),
        ("sum", "There were 93 people on board the Solveig."),
        ("sourced", "Master Ingrid Falk says the radar failed twice during the night."),
        ("denial kept", "Nordline, the owner of the ferry, denies that its radar was faulty."),
        ("condition kept", "The ferry could be towed to Brekke next week if its hull can be patched."),
        ("date", "The ferry ran aground on May 3."),
        ("quote", "“I steered by the lights, and the lights were wrong,” Falk said."),
        ("role", "Per Aune, who runs Nordline, said the ship had passed an inspection in March."),
    ),
    lies=(
        ("number", "The ferry had 48 passengers on board when it ran onto the reef."),
        ("denial as fact", "The radar of the ferry was faulty."),
        ("condition dropped", "The ferry will be towed to the yard in Brekke next week."),
        ("quote of another", "“The Solveig was in perfect order when she left the quay,” Falk said."),
        ("quote altered", "“I steered by the lights, and the lights were right,” the master said."),
        ("negation", "The Solveig did not pass an inspection in March."),
        ("invented cause", "The ferry struck the reef because the master was drunk."),
        ("place", "The ship had left Vardnes at 5:40 a.m. and was due in Brekke an hour later."),
        ("time", "The ferry ran onto a reef late on Monday."),
    ),
)
MILL = Story(
    Article.from_text(
        "Tarn Council voted 14 to 9 on Tuesday to sell the old cotton mill to Hale Estates for £2.4 million. The firm plans to turn the building "
        "into 120 flats, of which 18 will be let at a reduced rent.\n\n"
        "Councillor Meera Joshi, who led the campaign against the sale, called the price “an insult to every family on the waiting list”. "
        "She said her group would not take the decision to court. The council leader, Tom Rudd, said the money would repair four primary schools.\n\n"
        "The mill has stood empty since 2009. An offer of £1.9 million by a housing co-operative was turned down in January because the co-operative could "
        "not show that it had the money. Hale Estates must start work before the end of 2027 or the building falls back to the council.",
        title="Council sells cotton mill",
        published="2026-02-11",
        key="mill",
    ),
    truths=(
        ("paraphrase", "The old cotton mill in Tarn is being sold to Hale Estates for £2.4 million."),
        ("plan kept", "Hale Estates plans to turn the mill into 120 flats."),
        ("share", "Of the 120 flats, 15 percent will be let at a reduced rent."),
        ("difference", "Hale Estates will pay £500,000 more than the co-operative had offered."),
        ("quote", "Meera Joshi called the price “an insult to every family on the waiting list”."),
        ("negation kept", "Joshi's group will not go to court over the decision."),
        ("time", "The mill has been empty since 2009."),
        ("reason", "The co-operative's bid was rejected in January because it could not prove it had the money."),
        (
            "two things",
            "The council voted 14 to 9 for the sale, and the leader said four primary schools would be repaired.",
        ),
    ),
    lies=(
        ("swapped numbers", "Tarn Council voted 9 to 14 against selling the mill."),
        ("money", "Hale Estates will pay £4.2 million for the mill."),
        ("wrong counted", "The firm plans to let 120 flats at a reduced rent."),
        ("negation", "Joshi said her group would take the decision to court."),
        ("speaker", "Tom Rudd called the price “an insult to every family on the waiting list”."),
        ("plan as done", "Hale Estates turned the cotton mill into 120 flats."),
        ("invented name", "Councillor Meera Joshi and Labour MP Ruth Carver led the campaign against the sale."),
        ("other party", "The housing co-operative bought the mill for £1.9 million."),
        ("time", "The mill has stood empty since 1999."),
    ),
)
STRIKE = Story(
    Article.from_text(
        "Bus drivers in Lindau ended a nine-day strike on Friday after accepting a pay rise of 5.5 percent. The union, Verkehr, had asked for 8 percent. "
        "The operator LVB had first offered 3 percent.\n\n"
        "“Nobody gets rich on this, but it pays the rent,” said the union's chairwoman, Karin Bosch. LVB's director, Emil Tanner, warned that fares might rise "
        "next year. Buses will run on all 26 routes from Saturday morning.\n\n"
        "About 700 of the 1,150 drivers voted; 61 percent were in favour. Some drivers from the northern depot said they would leave the union. "
        "A strike planned by tram drivers for Monday was called off.",
        title="Bus strike in Lindau ends",
        published="2026-06-12",
        key="strike",
    ),
    truths=(
        ("paraphrase", "The bus strike in Lindau ended on Friday after nine days."),
        ("direction", "Drivers accepted a 5.5 percent pay rise, less than the 8 percent their union had asked for."),
        ("maybe kept", "Fares might go up next year, the operator's director Emil Tanner warned."),
        ("rounded", "Roughly 60 percent of those who voted were in favour."),
        ("cancelled", "The tram drivers' strike planned for Monday has been called off."),
        ("future", "Buses are to run again on all 26 routes from Saturday."),
        ("some", "Some drivers at the northern depot want to leave the union."),
    ),
    lies=(
        ("maybe as certain", "Fares will rise next year, Tanner said."),
        ("all for some", "All drivers from the northern depot said they would leave the union."),
        ("direction", "Bus drivers in Lindau accepted a pay cut of 5.5 percent."),
        ("wrong number", "The union had asked for 3 percent."),
        ("cancelled as held", "Tram drivers went on strike on Monday."),
        ("invented number", "About 61 percent of the 1,500 drivers voted in favour."),
        ("other way", "Bus drivers in Lindau began a nine-day strike on Friday."),
    ),
)
DRUG = Story(
    Article.from_text(
        "A tablet against malaria cut the number of infections among children in western Kenya by a third, researchers at the Mbale Institute reported on Wednesday. "
        "In the trial 1,240 children took the drug, called Arvexin, and 1,260 got a placebo. Side effects were mild, and no child died.\n\n"
        "“This is not a vaccine, and it will not replace nets,” said Grace Otieno, who led the study. The protection wore off after about four months.\n\n"
        "The manufacturer, Velta Pharma, said it had not decided on a price. The World Health Organization will review the results in September. Peter Lund, a malaria "
        "expert at the University of Aarhus who was not involved in the study, called the results “promising but early”.",
        title="Tablet cuts malaria in children",
        published="2026-04-16",
        key="drug",
    ),
    truths=(
        ("fraction", "The tablet reduced infections among children in western Kenya by about 33 percent."),
        ("sum", "A total of 2,500 children took part in the trial."),
        ("acronym", "The WHO is to review the results in September."),
        ("quote", "Study leader Grace Otieno said that it is “not a vaccine”."),
        ("negation", "None of the children died, and side effects were mild."),
        (
            "outsider",
            "Peter Lund, an expert at the University of Aarhus who did not take part, called the results promising but early.",
        ),
        ("undecided", "Velta Pharma has not yet decided what the drug will cost."),
    ),
    lies=(
        ("negation", "Velta Pharma said it had decided on a price for the drug."),
        ("direction", "The tablet raised the number of infections among children by a third."),
        ("fraction", "The tablet cut infections among children in western Kenya by two thirds."),
        ("quote cut", "“This is a vaccine, and it will replace nets,” said Grace Otieno."),
        ("involved", "Peter Lund of the University of Aarhus led the study."),
        ("future as done", "The World Health Organization has reviewed the results."),
        ("invented body", "The European Medicines Agency will review the results in September."),
        ("time", "The protection wore off after about four weeks."),
    ),
)
COURT = Story(
    Article.from_text(
        "A judge in Porto Velho on Thursday acquitted the former mayor, Caio Mendes, of taking bribes from a road builder. His brother-in-law, Davi Prado, was found "
        "guilty and sentenced to six years in prison.\n\n"
        "Prosecutors had accused Mendes of accepting 800,000 reais between 2016 and 2018. He denied taking any money. Judge Helena Sousa said the evidence against him rested on a single witness "
        "whose account “changed each time it was told”. The prosecution said it would appeal.\n\n"
        "Prado's lawyer, Rita Campos, said her client was innocent and would ask a higher court to free him. Mendes, 58, who governed the city for eight years, said he would not "
        "run for office again.",
        title="Former mayor acquitted",
        published="2026-09-18",
        key="court",
    ),
    truths=(
        ("paraphrase", "Caio Mendes, a former mayor, was cleared of bribery by a judge in Porto Velho."),
        ("other party", "His brother-in-law Davi Prado got six years in prison."),
        ("accused", "Mendes had been accused of taking 800,000 reais between 2016 and 2018."),
        ("future kept", "Prosecutors intend to appeal."),
        ("negation kept", "Mendes, who is 58, said he would not stand for office again."),
        ("quote", "The judge said the account of the only witness “changed each time it was told”."),
        ("sought kept", "Prado will ask a higher court to free him, his lawyer said."),
    ),
    lies=(
        ("turned round", "A judge convicted the former mayor Caio Mendes of taking bribes."),
        ("other man", "Caio Mendes was found guilty and sentenced to six years in prison."),
        ("accusation as fact", "Mendes accepted 800,000 reais between 2016 and 2018."),
        ("sought as done", "A higher court freed Prado."),
        ("negation", "Mendes said he would run for office again."),
        ("number", "Davi Prado was sentenced to eight years in prison."),
        ("speaker", "Rita Campos said the evidence rested on a single witness."),
        ("invented", "The judge ordered Mendes to pay back 800,000 reais to the road builder."),
    ),
)
QUAKE = Story(
    Article.from_text(
        "At least 17 people died and more than 200 were hurt when an earthquake of magnitude 6.1 shook the mountains around Gorna on Monday night, the interior "
        "ministry said. Most of the dead were in the village of Selo, where a school dormitory fell in.\n\n"
        "Soldiers reached the village on foot on Tuesday after a landslide had blocked the road. Minister Bojan Iliev said that tents for 3,000 people were on the way. "
        "“The first night in the cold is the hardest,” Iliev said.\n\n"
        "Engineers feared that the Dren dam had cracked, but an inspection found no damage. Neighbouring Karvia offered rescue teams; the government has not yet accepted. "
        "The last strong earthquake in the region, in 1988, killed 41 people.",
        title="Earthquake kills 17 near Gorna",
        published="2026-11-04",
        key="quake",
    ),
    truths=(
        ("paraphrase", "An earthquake of magnitude 6.1 killed at least 17 people near Gorna on Monday night."),
        ("where", "Most of the victims died in Selo, where a school dormitory collapsed."),
        ("found", "The Dren dam was not damaged, an inspection found."),
        ("not yet", "The government has not accepted Karvia's offer of rescue teams so far."),
        ("compare", "An earthquake in 1988 had killed 41 people in the region."),
        ("sent", "Tents for 3,000 people are on their way, according to minister Bojan Iliev."),
        ("difference", "The earthquake of 1988 killed 24 people more than this one."),
        ("blocked", "A landslide blocked the road, so soldiers went to Selo on foot."),
    ),
    lies=(
        ("feared as fact", "The Dren dam cracked in the earthquake."),
        ("accepted", "The government accepted rescue teams from Karvia."),
        ("number", "At least 71 people died in the earthquake."),
        ("other quake", "The earthquake on Monday killed 41 people."),
        ("magnitude", "An earthquake of magnitude 7.1 shook the mountains around Gorna."),
        ("invented place", "Most of the dead were in the town of Belograd."),
        ("dropped limit", "Only three people were hurt."),
        ("speaker", "“The first night in the cold is the hardest,” an engineer said."),
    ),
)
CHIP = Story(
    Article.from_text(
        "Lumen Semiconductor will build a chip factory outside Eldren for $3.2 billion, the company said on Monday. It expects to hire 1,800 people by 2029. The state "
        "is to pay $400 million of the cost.\n\n"
        "Shares of Lumen fell 4 percent to $61.50 after the announcement. Rival Tessar bought a site in the same county last month. Analyst Joan Pike of Marlow Capital said that Lumen "
        "was paying for its delay. “They are two years late, and everybody knows it,” Pike said.\n\n"
        "Farmers near Eldren have sued to stop the project because it would use 9 million litres of water a day. A judge is to hear the case on December 3. Chief executive Arun Desai said the firm "
        "would recycle 80 percent of the water.",
        title="Lumen to build chip factory",
        published="2026-10-20",
        key="chip",
    ),
    truths=(
        ("paraphrase", "Lumen Semiconductor is to build a $3.2 billion chip factory outside Eldren."),
        ("share", "The state will bear an eighth of the cost."),
        ("direction", "Lumen's shares dropped 4 percent to $61.50."),
        ("sued", "Farmers near Eldren are suing to stop the project over its use of water."),
        ("hearing", "The case will be heard on December 3."),
        ("promise", "According to Arun Desai, the chief executive, 80 percent of the water would be recycled."),
        ("rival", "Last month Tessar, a rival, bought a site in the same county."),
    ),
    lies=(
        ("direction", "Shares of Lumen rose 4 percent to $61.50 after the announcement."),
        ("roles", "Rival Tessar sued Lumen to stop the project."),
        ("future as done", "Lumen hired 1,800 people for the factory."),
        ("money", "The state is to pay $400,000 of the cost."),
        ("decided", "A judge stopped the project on December 3."),
        ("quote", "“They are two years ahead, and everybody knows it,” Pike said."),
        ("owner", "Lumen bought a site in the same county last month."),
    ),
)
CUP = Story(
    Article.from_text(
        "Varga United beat Holm 3-1 in the cup final on Saturday before 52,000 spectators. Striker Leo Banda scored twice in the first half. Holm's captain, Nils Berg, was sent off after "
        "70 minutes for a foul on goalkeeper Ivo Kral.\n\n"
        "“We wanted it more,” said Varga's coach, Silvia Roth, the first woman to win the cup. Holm coach Dag Lie refused to comment on the referee. Varga had lost the finals of 2019 and 2022.\n\n"
        "Banda, 19, will move to a club abroad in the summer, according to Roth. Holm finished the season in fourth place and will not play in Europe next year.",
        title="Varga wins the cup",
        published="2026-05-31",
        key="cup",
    ),
    truths=(
        ("passive", "Holm were beaten 3-1 by Varga United in the cup final."),
        ("twice", "Leo Banda, 19, scored two goals before half-time."),
        ("first", "Silvia Roth is the first woman to win the cup as a coach."),
        ("count", "Varga had lost two earlier finals, in 2019 and 2022."),
        ("no comment", "Dag Lie, who coaches Holm, would not comment on the referee."),
        ("next", "Holm came fourth and will not play in Europe next season."),
    ),
    lies=(
        ("turned round", "Holm beat Varga United 3-1 in the cup final."),
        ("sent off", "Goalkeeper Ivo Kral was sent off after 70 minutes."),
        ("negation", "Holm will play in Europe next year."),
        ("said", "Holm coach Dag Lie criticised the referee."),
        ("score", "Varga United beat Holm 4-1 in the cup final."),
        ("invented number", "The final was watched by 25,000 spectators."),
        ("won", "Varga had won the finals of 2019 and 2022."),
    ),
)
DAM = Story(
    Article.from_text(
        "Ministers of Oreva and Saltania failed on Tuesday to agree on how much water the Kessim dam may hold back, ending a third round of talks in Vienna. "
        "Oreva wants to fill the reservoir within four years; Saltania, which lies downstream, demands at least seven.\n\n"
        "“We are closer than we have ever been, but we are not there,” said the mediator, Ulla Brandt. Oreva's energy minister, Tesfa Woldu, rejected a proposal to let the World Bank decide disputes. "
        "Saltania's foreign minister, Nadia Karam, threatened to take the matter to the Security Council if filling began before a treaty was signed.\n\n"
        "The dam, which cost $4.6 billion, has been under construction since 2014. Two of its 13 turbines are running. Talks may go on in June.",
        title="Talks on Kessim dam end without agreement",
        published="2026-04-22",
        key="dam",
    ),
    truths=(
        ("no deal", "Oreva and Saltania did not reach an agreement on the Kessim dam in Vienna on Tuesday."),
        ("compare", "Saltania wants the reservoir to be filled over at least seven years, Oreva within four."),
        (
            "threat kept",
            "Nadia Karam threatened to go to the Security Council if filling began before a treaty was signed.",
        ),
        ("rejected", "Woldu turned down the idea that the World Bank should settle disputes."),
        ("rest", "Eleven of the dam's 13 turbines are not yet running."),
        ("maybe", "The talks could continue in June."),
        ("cost", "The dam cost $4.6 billion and has been under construction since 2014."),
    ),
    lies=(
        ("deal", "Oreva and Saltania agreed on Tuesday how much water the dam may hold back."),
        ("swapped sides", "Saltania wants to fill the reservoir within four years."),
        ("threat as deed", "Saltania took the matter to the Security Council."),
        ("speaker", "“We are closer than we have ever been, but we are not there,” said Nadia Karam."),
        ("count", "All 13 turbines of the dam are running."),
        ("accepted", "Tesfa Woldu accepted a proposal to let the World Bank decide disputes."),
        ("certain", "Talks will go on in June."),
    ),
)
SCHOOL = Story(
    Article.from_text(
        "Pupils at 212 schools in the state of Norfell will have to leave their phones at the door from September, the education department said on Monday. Teachers may grant exceptions for "
        "medical reasons. Twelve schools that tried the rule last year reported fewer fights; two dropped it.\n\n"
        "“My pupils talk to each other again,” said Olga Petrescu, head of a school in Marn. The parents' association had called for the ban, while the pupils' council voted against it by 31 to 6. "
        "A study by Norfell University found no effect on marks.\n\n"
        "The department expects lockers to cost 1.3 million crowns. Education secretary Jon Hale did not say who would pay for them.",
        title="Norfell bans phones in schools",
        published="2026-05-19",
        key="school",
    ),
    truths=(
        ("paraphrase", "From September, pupils at 212 Norfell schools must hand in their phones at the door."),
        ("exception", "Exceptions for medical reasons may be granted by teachers."),
        ("no effect", "Researchers at Norfell University found that the rule had no effect on marks."),
        ("vote", "The pupils' council rejected the ban by 31 votes to 6."),
        ("trial", "Two of the twelve schools that tried the rule gave it up."),
        ("open", "Jon Hale left open who would pay for the lockers."),
        ("quote", "Head teacher Olga Petrescu said: “My pupils talk to each other again.”"),
    ),
    lies=(
        ("effect", "A study by Norfell University found that marks improved."),
        ("vote", "The pupils' council voted for the ban by 31 to 6."),
        ("number", "Pupils at 122 schools in Norfell will have to leave their phones at the door."),
        ("payer", "Jon Hale said that parents would pay for the lockers."),
        ("fights", "Twelve schools that tried the rule last year reported more fights."),
        ("all", "All schools in Norfell dropped the rule."),
        ("money", "The department expects lockers to cost 13 million crowns."),
    ),
)
WRECK = Story(
    Article.from_text(
        "Divers have found the wreck of the steamer Adelheid, which sank in Lake Morn in 1911 with 63 people on board, the state museum announced on Thursday. The ship lies upright at a depth of 148 metres. "
        "Only nine people survived the storm.\n\n"
        "Team leader Marek Zielinski said the cargo of copper was still in the hold. He would not say where exactly the wreck lies, for fear of looters. Historian Anna Lorck, who spent 20 years searching, died in February, "
        "three weeks before the find. “She was right about the place all along,” Zielinski said.\n\n"
        "The museum does not plan to raise the ship. A ship's bell may be brought up next spring if the state pays for it.",
        title="Lost steamer found in Lake Morn",
        published="2026-03-27",
        key="wreck",
    ),
    truths=(
        ("passive", "The wreck of the Adelheid, a steamer that sank in 1911, has been found by divers in Lake Morn."),
        ("dead", "Fifty-four of the 63 people on board died."),
        ("depth", "The ship stands upright 148 metres down."),
        ("secret", "Zielinski refused to say exactly where the wreck lies because he fears looters."),
        ("died", "Historian Anna Lorck, who had searched for 20 years, died three weeks before the discovery."),
        ("no plan", "There are no plans by the museum to raise the ship."),
        ("if", "The ship's bell may be brought up next spring, provided the state pays."),
    ),
    lies=(
        ("finder", "Anna Lorck found the wreck of the steamer Adelheid in February."),
        ("plan", "The museum plans to raise the ship."),
        ("survivors", "Only nine people died in the storm."),
        ("place", "Zielinski said exactly where the wreck lies."),
        ("condition", "The ship's bell will be brought up next spring."),
        ("cargo", "Zielinski said the copper had been looted."),
        ("year", "The steamer sank in Lake Morn in 1919."),
    ),
)
STORIES = (FERRY, MILL, STRIKE, DRUG, COURT, QUAKE, CHIP, CUP)
LATER = (DAM, SCHOOL, WRECK)
"""Written when everything was built, to see what the first ones don't show."""
TRUTHS = tuple((story.article.key, kind, words) for story in STORIES for kind, words in story.truths)
LIES = tuple((story.article.key, kind, words) for story in STORIES for kind, words in story.lies)
ARTICLES = tuple(story.article for story in STORIES)
LATER_TRUTHS = tuple((story.article.key, kind, words) for story in LATER for kind, words in story.truths)
LATER_LIES = tuple((story.article.key, kind, words) for story in LATER for kind, words in story.lies)
LATER_ARTICLES = tuple(story.article for story in LATER)
