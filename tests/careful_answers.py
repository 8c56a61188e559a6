"""Ten short articles in the manner of a wire service, made up for this purpose, and what a careful model answers to them.

The answers were written from the articles and the prompts alone, before anything was checked: they are right, so that
whatever a check does to them harms. `LIES` are statements of substance about the same articles: reversed, with a name or
a number that is not there, a plan as done, a denial as a fact, a source dropped.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any


def said(
    content: str | list[str], name: str | None, cue: str | None, kind: str = "person", **more: Any
) -> dict[str, Any]:
    """A quote as a model answers it."""
    speaker = {
        "name": name,
        "kind": kind,
        "title": more.pop("title", None),
        "organization": more.pop("organization", None),
    }
    content = [content] if isinstance(content, str) else content
    return {"content": content, "speaker": speaker, "cue": cue, "stance": more.pop("stance", "says"), **more}


def happened(evidence: list[int], title: str, status: str = "occurred", **more: Any) -> dict[str, Any]:
    """An event as a model answers it."""
    return {
        "evidence": evidence,
        "title": title,
        "status": status,
        "participants": [{"name": name, "role": role} for name, role in more.get("who", ())],
        "place": more.get("place"),
        "time": more.get("time"),
        "quantities": [{"span": span, "role": role} for span, role in more.get("numbers", ())],
        "according_to": more.get("source"),
    }


def point(evidence: list[int], text: str) -> dict[str, Any]:
    """A point as a model answers it."""
    return {"evidence": evidence, "text": text}


@dataclass(frozen=True)
class Answered:
    """An article and the answer to it."""

    name: str
    published: str
    article: str
    quotes: list[dict[str, Any]] = field(default_factory=list)
    events: list[dict[str, Any]] = field(default_factory=list)
    summary: list[dict[str, Any]] = field(default_factory=list)


CAREFUL = [
    Answered(
        "ferry",
        "2026-03-12",
        # 1-9
        "PORT SALA (Wire) - A ferry carrying 212 people ran aground off Port Sala before dawn on Thursday, and rescuers were "
        "still trying to reach 14 passengers trapped on the lower deck, the coastguard said.\n\n"
        'Mohamed Idris, the harbour master, said the vessel had left the channel in heavy fog. "It should never have sailed," he '
        "told reporters at the quay.\n\n"
        "The operator, Lumen Lines, denied that the crew had ignored a warning. A spokeswoman for the company declined to say how many "
        "life rafts were on board.\n\n"
        "Two people were taken to hospital with broken bones. Lumen sought treatment for crew members who had inhaled smoke, and asked a "
        "court to release the captain, who was detained for questioning.\n\n"
        "The coastguard expects to resume the search at first light on Friday if the fog lifts. The ferry, built in 1987, failed an "
        "inspection in November.",
        quotes=[
            said("1: rescuers were … lower deck", "the coastguard", "said", "organization"),
            said("2: the vessel … heavy fog", "Mohamed Idris", "said", title="harbour master"),
            said(["m1"], "Mohamed Idris", "told", title="harbour master"),
            said("4: the crew … warning", "Lumen Lines", "denied", "organization", stance="denies"),
            said(
                "5: how many … on board",
                "A spokeswoman for the company",
                "declined to say",
                "unnamed",
                stance="no_comment",
            ),
        ],
        events=[
            happened(
                [1],
                "A ferry with 212 people on board ran aground off Port Sala.",
                time="before dawn on Thursday",
                place="off Port Sala",
                numbers=[("212 people", "aboard")],
            ),
            happened(
                [1],
                "Rescuers try to free 14 passengers trapped on the lower deck.",
                "ongoing",
                source="the coastguard",
                numbers=[("14 passengers", "trapped")],
                who=[("rescuers", "actor")],
            ),
            happened([6], "Two people were hospitalised with fractures.", numbers=[("Two people", "injured")]),
            happened([7], "Lumen Lines asked a court to free the ferry's captain.", who=[("Lumen", "actor")]),
            happened([7], "The captain was held for questioning.", who=[("the captain", "recipient")]),
            happened(
                [8],
                "The coastguard will resume its search on Friday if the fog lifts.",
                "planned",
                time="at first light on Friday",
            ),
            happened([9], "The 1987-built ferry failed an inspection.", time="in November"),
        ],
        summary=[
            point(
                [1],
                "A ferry with 212 people aboard ran aground off Port Sala, trapping 14 passengers below, according to the coastguard.",
            ),
            point([2, 3], "Harbour master Mohamed Idris said it left the channel in fog and should not have sailed."),
            point([4], "Its operator denies that the crew disregarded a warning."),
            point([9], "The ferry had failed an inspection four months before."),
        ],
    ),
    Answered(
        "election",
        "2026-05-18",
        "VARENNA, May 18 - President Oskar Malin conceded defeat on Monday after his Civic Union lost its majority for the first time in "
        "16 years, paving the way for a coalition of three opposition parties.\n\n"
        "With 97% of ballots counted, the Union had 41 of parliament's 101 seats, down from 58. The Green Alliance more than doubled its share "
        "to 24 seats.\n\n"
        '"The people have spoken and I have heard them," Malin said in a televised address.\n\n'
        "Alliance leader Petra Hollan said she would invite the Farmers' League and the Liberals to talks this week. She ruled out "
        "working with the far-right Nation First, which won nine seats.\n\n"
        "Observers from the European Union described the vote as orderly, though they criticised the state broadcaster for favouring the "
        "government. The broadcaster rejects the accusation.\n\n"
        "Turnout was 71 percent, the highest since 1998. Malin, 63, will stay on until a new government is sworn in, and has not said whether "
        "he will remain party leader.",
        quotes=[
            said(["m1"], "Oskar Malin", "said", title="President"),
            said("5: she would … this week", "Petra Hollan", "said", title="Alliance leader"),
            said("6: working with … nine seats", "Petra Hollan", "ruled out", stance="denies"),
            said("7: the vote as orderly", "Observers from the European Union", "described", "group"),
            said("7: the state broadcaster … government", "Observers from the European Union", "criticised", "group"),
            said("8: the accusation", "The broadcaster", "rejects", "organization", stance="denies"),
        ],
        events=[
            happened([1], "President Oskar Malin conceded defeat.", time="on Monday", who=[("Oskar Malin", "actor")]),
            happened(
                [1, 2],
                "Malin's Civic Union lost its majority after 16 years, falling to 41 seats of 101.",
                numbers=[("16 years", "in power"), ("41", "seats won")],
            ),
            happened(
                [3],
                "The Green Alliance won 24 seats, more than twice as many as before.",
                numbers=[("24 seats", "won")],
            ),
            happened(
                [5],
                "Petra Hollan will invite the Farmers' League and the Liberals for talks.",
                "planned",
                time="this week",
                source="Petra Hollan",
            ),
            happened([9], "Turnout reached 71%, a level last exceeded in 1998.", numbers=[("71 percent", "turnout")]),
            happened([10], "Malin will remain in office until a new government takes over.", "planned"),
        ],
        summary=[
            point([1], "Malin admitted defeat as his party lost its majority for the first time in 16 years."),
            point([1, 5], "Three opposition parties are expected to form a coalition under the Greens."),
            point([7], "EU observers said the vote was orderly but faulted the state broadcaster's bias."),
            point([10], "The outgoing president has left open whether he will stay on as head of his party."),
        ],
    ),
    Answered(
        "trial",
        "2026-02-03",
        "HALVERN - A jury acquitted former bank executive Clara Voss of fraud on Tuesday but found her guilty of lying to investigators, a "
        "crime that carries up to five years in prison.\n\n"
        "Prosecutors had accused Voss, 52, of hiding losses of 340 million crowns at Northern Trust before it collapsed in 2022. Her "
        "lawyer, Emil Brandt, said she would appeal.\n\n"
        '"Ms Voss was made a scapegoat for the failings of others," Brandt said. The prosecutor, Ida Lund, said she was disappointed '
        "but respected the verdict.\n\n"
        "Voss had told the court that she never saw the documents. Two former colleagues testified that she was shown them twice.\n\n"
        "Judge Tove Rasmus set sentencing for March 20. The government has asked a separate inquiry to examine how regulators treated "
        "warnings from staff; it is due to report by the end of the year.\n\n"
        "Northern Trust's collapse cost depositors an estimated 90 million crowns, of which roughly two thirds has been repaid.",
        quotes=[
            said("3: she would appeal", "Emil Brandt", "said", title="lawyer"),
            said(["m1"], "Emil Brandt", "said"),
            said("5: she was … verdict", "Ida Lund", "said", title="prosecutor"),
            said("6: she never saw the documents", "Clara Voss", "had told"),
            said("7: she was shown them twice", "Two former colleagues", "testified", "group"),
            said("2: Voss … 2022", "Prosecutors", "had accused", "group"),
        ],
        events=[
            happened(
                [1],
                "A jury cleared Clara Voss of fraud.",
                time="on Tuesday",
                who=[("A jury", "actor"), ("Clara Voss", "recipient")],
            ),
            happened([1], "Voss was convicted of lying to investigators.", time="on Tuesday"),
            happened(
                [2],
                "Voss hid losses of 340 million crowns at Northern Trust.",
                "occurred",
                source="Prosecutors",
                numbers=[("340 million crowns", "hidden losses")],
            ),
            happened([2], "Northern Trust collapsed.", time="2022"),
            happened([3], "Voss will appeal against the verdict.", "planned", source="Emil Brandt"),
            happened([8], "Voss will be sentenced.", "planned", time="March 20"),
            happened(
                [9],
                "An inquiry is to report on how regulators handled staff warnings.",
                "planned",
                time="by the end of the year",
            ),
            happened(
                [10],
                "About two thirds of the depositors' losses of some 90 million crowns has been paid back.",
                "ongoing",
                numbers=[("90 million crowns", "lost")],
            ),
        ],
        summary=[
            point(
                [1],
                "Clara Voss was cleared of fraud but convicted of lying to investigators, for which she faces up to five years in jail.",
            ),
            point([3], "She will appeal, her lawyer said."),
            point([2], "She had been accused of concealing losses at Northern Trust before the bank failed."),
            point([10], "Some 60 million crowns of depositors' losses have been repaid."),
        ],
    ),
    Answered(
        "company",
        "2026-07-22",
        "LONDON (Business Wire) - Shares in Calder Foods fell 8.7 percent on Wednesday after the maker of Brightside cereals recalled four "
        "products and cut its profit forecast for the second time this year.\n\n"
        "The company now expects annual operating profit of between £180 million and £195 million, compared with an earlier forecast of £230 "
        "million. Analysts had expected £228 million.\n\n"
        'Calder said it had found traces of a cleaning agent at its plant in Leeds and that no one had fallen ill. "We got this wrong and we '
        'are sorry," Chief Executive Dana Okafor said in a statement.\n\n'
        "The recall could cost as much as £25 million, according to a person familiar with the matter. Calder declined to comment on the figure.\n\n"
        "The company has not closed the Leeds plant, which employs 600 people. It will halt two of its five lines until mid-August.\n\n"
        "Okafor took over in 2024 with a promise to revive sales. Revenue has dropped in six of the past seven quarters.",
        quotes=[
            said("4: it had found … fallen ill", "Calder", "said", "organization"),
            said(["m1"], "Dana Okafor", "said", title="Chief Executive", organization="Calder"),
            said("6: The recall … million", None, "according to", "unnamed"),
            said("7: the figure", "Calder", "declined to comment", "organization", stance="no_comment"),
            said("2: annual operating profit … million", "The company", "expects", "organization"),
        ],
        events=[
            happened(
                [1], "Calder Foods shares slid 8.7 percent.", time="on Wednesday", numbers=[("8.7 percent", "fall")]
            ),
            happened(
                [1],
                "Calder recalled four products.",
                who=[("Calder Foods", "actor")],
                numbers=[("four products", "recalled")],
            ),
            happened(
                [1, 2],
                "Calder lowered its profit forecast to £180-195 million from £230 million.",
                numbers=[
                    ("between £180 million and £195 million", "new forecast"),
                    ("£230 million", "earlier forecast"),
                ],
            ),
            happened([4], "A cleaning agent was found at Calder's Leeds plant.", source="Calder", place="Leeds"),
            happened(
                [6],
                "The recall may cost up to £25 million.",
                "hypothetical",
                source="a person familiar with the matter",
                numbers=[("as much as £25 million", "cost")],
            ),
            happened(
                [9],
                "Calder will stop two of the five lines at the plant until the middle of August.",
                "planned",
                time="until mid-August",
                numbers=[("two of its five lines", "halted")],
            ),
            happened([10], "Dana Okafor became chief executive.", time="in 2024", who=[("Okafor", "actor")]),
        ],
        summary=[
            point(
                [1],
                "Calder Foods lost almost 9% of its market value after a recall and a second profit warning this year.",
            ),
            point(
                [2, 3],
                "It expects £180-195 million in operating profit, well below the £228 million that analysts had forecast.",
            ),
            point(
                [4], "Traces of a cleaning agent were found at a plant in Leeds, but nobody fell ill, the company said."
            ),
            point([8], "The Leeds plant stays open."),
            point([11], "Sales have declined in six of seven quarters."),
        ],
    ),
    Answered(
        "storm",
        "2026-09-30",
        "MANDAYA CITY (Wire) - Typhoon Elena weakened to a tropical storm on Wednesday after killing at least 23 people and leaving more than "
        "half a million homes in the northern Philippines without power.\n\n"
        "Officials in Cagayan said 11 people were still missing, most of them fishermen who had ignored orders to stay ashore. Helicopters "
        "dropped food to villages cut off by landslides.\n\n"
        '"The water came up to the roof in minutes," said Rosa Abad, 58, who survived by clinging to a mango tree. Her husband did not.\n\n'
        "President Jose Lacson cancelled a trip to Tokyo and is to visit the worst-hit towns on Thursday. He has ordered the release of 900 "
        "million pesos in aid.\n\n"
        "Forecasters warned that another storm, Felix, might reach Luzon by Sunday. It was unclear how many of the 40,000 people evacuated "
        "would be able to return before then.\n\n"
        "The Philippines is hit by about 20 typhoons a year. Scientists say a warming climate is making them stronger.",
        quotes=[
            said("2: 11 people … ashore", "Officials in Cagayan", "said", "group"),
            said(["m1"], "Rosa Abad", "said"),
            said("8: another storm … Sunday", "Forecasters", "warned", "group"),
            said("11: a warming climate … stronger", "Scientists", "say", "group"),
        ],
        events=[
            happened(
                [1],
                "Typhoon Elena killed at least 23 people in the northern Philippines.",
                numbers=[("at least 23 people", "killed")],
                place="the northern Philippines",
            ),
            happened([1], "Elena was downgraded to a tropical storm.", time="on Wednesday"),
            happened(
                [1], "Over 500,000 homes lost power.", numbers=[("more than half a million homes", "without power")]
            ),
            happened(
                [2],
                "Eleven people are missing in Cagayan.",
                "ongoing",
                source="Officials in Cagayan",
                numbers=[("11 people", "missing")],
            ),
            happened(
                [3],
                "Villages isolated by landslides were supplied with food by helicopter.",
                who=[("Helicopters", "actor")],
            ),
            happened(
                [6],
                "President Lacson called off a visit to Japan.",
                "cancelled",
                who=[("Jose Lacson", "actor")],
                place="Tokyo",
            ),
            happened([6], "Lacson plans to visit the hardest-hit towns.", "planned", time="on Thursday"),
            happened(
                [7], "Lacson ordered that 900 million pesos in aid be released.", numbers=[("900 million pesos", "aid")]
            ),
            happened(
                [8], "A second storm, Felix, could reach Luzon.", "hypothetical", time="by Sunday", source="Forecasters"
            ),
        ],
        summary=[
            point(
                [1],
                "Typhoon Elena left at least 23 dead and cut power to more than 500,000 Philippine homes before weakening.",
            ),
            point([2], "11 people are missing, most of them fishermen who went to sea despite orders, officials say."),
            point([6, 7], "The president dropped a trip to Tokyo, and 900 million pesos in aid are to be released."),
            point([8, 9], "Another storm may hit by Sunday; 40,000 people have been evacuated."),
        ],
    ),
    Answered(
        "talks",
        "2026-04-09",
        "GENEVA - Rebels in Karsa have agreed to withdraw from the town of Osten within 10 days, mediators said on Thursday, but the government "
        "dismissed the offer as a trick and vowed to keep fighting.\n\n"
        "Under the deal, brokered by Oman, the United Tribes would hand over their heavy weapons to United Nations monitors. In return, "
        "Karsa would lift its blockade of the port, which aid groups blame for a famine.\n\n"
        '"They have broken four ceasefires," Foreign Minister Adel Haddad said. "Why should we believe the fifth?" He did not rule out '
        "sending a delegation to Geneva next week.\n\n"
        "A rebel commander, who asked not to be named, denied that his men had shelled the airport on Tuesday. Satellite pictures reviewed by "
        "Reuters showed at least three craters on the runway.\n\n"
        "The war has killed more than 30,000 people since 2021 and driven a third of the population from their homes. A truce that was to "
        "begin on April 1 was postponed after both sides failed to agree on a list of prisoners.",
        quotes=[
            said("1: Rebels … within 10 days", "mediators", "said", "group"),
            said("1: the offer as a trick", "the government", "dismissed", "organization"),
            said(["m1", "m2"], "Adel Haddad", "said", title="Foreign Minister"),
            said("6: sending … next week", "Adel Haddad", "did not rule out"),
            said("7: his men … Tuesday", "A rebel commander", "denied", "unnamed", stance="denies"),
            said("3: its blockade … famine", "aid groups", "blame", "group"),
        ],
        events=[
            happened(
                [1],
                "Karsa's rebels agreed to pull out of Osten within 10 days.",
                source="mediators",
                who=[("Rebels in Karsa", "actor")],
                place="Osten",
                time="within 10 days",
            ),
            happened(
                [1],
                "The government rejected the offer and promised to go on fighting.",
                who=[("the government", "actor")],
            ),
            happened(
                [2],
                "The United Tribes would give up their heavy weapons to UN monitors.",
                "planned",
                who=[("United Tribes", "actor"), ("United Nations", "recipient")],
            ),
            happened([3], "Karsa would end its blockade of the port.", "planned"),
            happened(
                [7, 8], "Rebels shelled the airport, which a rebel commander denies.", "occurred", time="on Tuesday"
            ),
            happened(
                [9],
                "The war has killed over 30,000 people and displaced a third of the population.",
                "ongoing",
                time="since 2021",
                numbers=[("more than 30,000 people", "killed"), ("a third of the population", "displaced")],
            ),
            happened(
                [10],
                "A truce due to start on April 1 was put off because the sides could not agree on prisoners.",
                "postponed",
                time="April 1",
            ),
        ],
        summary=[
            point([1], "Mediators say Karsa's rebels will withdraw from Osten, but the government called it a trick."),
            point(
                [2, 3], "The deal would see heavy weapons handed to the UN in exchange for an end to the port blockade."
            ),
            point(
                [7, 8],
                "A rebel commander denied shelling the airport, though satellite images showed craters on its runway.",
            ),
            point([10], "A truce planned for April 1 did not begin because no prisoner list was agreed."),
        ],
    ),
    Answered(
        "football",
        "2026-06-14",
        "LISBON - Inês Duarte scored twice in the final 10 minutes as Portugal came from behind to beat Denmark 3-2 on Saturday and reach the "
        "semi-finals of the European Championship for the first time.\n\n"
        "Denmark had led 2-1 at half-time through goals by Signe Holm and Freja Krag. Portugal's captain, Rita Sousa, missed a penalty on "
        "the hour but set up the equaliser.\n\n"
        '"I told them at half-time that nobody runs further than us," coach Paula Reis said. Her Danish counterpart, Lars Winther, said the '
        "better team had lost.\n\n"
        "Portugal will play Spain or Italy in Porto on Wednesday. Sousa is doubtful with a hamstring injury, and defender Ana Prata will be "
        "suspended.\n\n"
        "Denmark, the 2022 runners-up, have now gone out in the quarter-finals at two tournaments in a row. Winther, whose contract expires "
        "in December, would not be drawn on his future.",
        quotes=[
            said(["m1"], "Paula Reis", "said", title="coach"),
            said("5: the better team had lost", "Lars Winther", "said"),
            said("9: his future", "Lars Winther", "would not be drawn on", stance="no_comment"),
        ],
        events=[
            happened(
                [1],
                "Portugal beat Denmark 3-2 to reach the European Championship semi-finals for the first time.",
                time="on Saturday",
                who=[("Portugal", "actor"), ("Denmark", "recipient")],
                numbers=[("3-2", "score")],
            ),
            happened([1], "Inês Duarte scored two late goals.", who=[("Inês Duarte", "actor")]),
            happened([3], "Rita Sousa missed a penalty after an hour.", who=[("Rita Sousa", "actor")]),
            happened(
                [6], "Portugal face Spain or Italy in the semi-final.", "planned", time="on Wednesday", place="Porto"
            ),
            happened([7], "Ana Prata will miss the match through suspension.", "planned", who=[("Ana Prata", "actor")]),
            happened(
                [8],
                "Denmark were knocked out in the quarter-finals for the second tournament running.",
                who=[("Denmark", "actor")],
            ),
        ],
        summary=[
            point([1], "Two late goals by Inês Duarte gave Portugal a 3-2 win over Denmark."),
            point([2], "The Danes were 2-1 ahead at the break."),
            point(
                [6, 7],
                "Portugal meet Spain or Italy on Wednesday, without the suspended Prata and possibly without Sousa.",
            ),
            point([5], "Denmark's coach felt that the better side lost."),
        ],
    ),
    Answered(
        "health",
        "2026-01-27",
        "DAKAR (Wire) - Health workers have vaccinated 1.2 million children against measles in eastern Senegal in the largest campaign since "
        "2010, the World Health Organization said on Tuesday.\n\n"
        "The outbreak, first detected in Kedougou in October, has infected 4,300 people and killed 61, nearly nine in ten of them under five.\n\n"
        '"We are not out of the woods," said Dr. Aminata Ba, who heads the WHO office in Senegal. She urged parents to bring children for a '
        "second dose within six weeks.\n\n"
        "Some families refused the vaccine after a rumour spread on social media that it caused infertility. Religious leaders have since visited more "
        "than 300 villages to counter the claim, which the ministry called false and dangerous.\n\n"
        "Gavi, the vaccine alliance, has pledged $12 million. Without more money the campaign would have to stop in April, Ba said.\n\n"
        "Neighbouring Mali, where fighting prevents doctors from reaching some areas, has reported 900 cases but no deaths.",
        quotes=[
            said("1: Health workers … since 2010", "World Health Organization", "said", "organization"),
            said(["m1"], "Aminata Ba", "said", title="Dr.", organization="WHO"),
            said("4: parents to bring … six weeks", "Aminata Ba", "urged", stance="orders"),
            said("6: the claim … dangerous", "the ministry", "called", "organization"),
            said("8: Without more money … April", "Aminata Ba", "said"),
        ],
        events=[
            happened(
                [1],
                "Health workers in eastern Senegal immunised 1.2 million children against measles.",
                source="the World Health Organization",
                numbers=[("1.2 million children", "vaccinated")],
                place="eastern Senegal",
            ),
            happened(
                [2],
                "The measles outbreak has sickened 4,300 people and killed 61.",
                "ongoing",
                numbers=[("4,300 people", "infected"), ("61", "killed")],
            ),
            happened(
                [5, 6], "Some families turned down the vaccine because of a false rumour.", who=[("families", "actor")]
            ),
            happened(
                [6],
                "Religious leaders toured over 300 villages to rebut the infertility rumour.",
                numbers=[("more than 300 villages", "visited")],
            ),
            happened(
                [7],
                "Gavi promised $12 million for the campaign.",
                who=[("Gavi", "actor")],
                numbers=[("$12 million", "pledged")],
            ),
            happened(
                [8],
                "The campaign will have to end in April unless more money comes.",
                "hypothetical",
                time="in April",
                source="Ba",
            ),
            happened(
                [9],
                "Mali has recorded 900 measles cases and no deaths.",
                who=[("Mali", "actor")],
                numbers=[("900 cases", "reported")],
            ),
        ],
        summary=[
            point(
                [1],
                "1.2 million children were vaccinated in Senegal's biggest measles campaign since 2010, the WHO says.",
            ),
            point([2], "The epidemic has killed 61 people, about 90 percent of them small children."),
            point([4], "Parents were urged to return for a second dose within six weeks."),
            point([8], "Money for the campaign runs out in April, according to the WHO's Aminata Ba."),
        ],
    ),
    Answered(
        "mine",
        "2026-08-06",
        "COPPER HILL, Ariz. - A federal judge on Thursday blocked a $2 billion copper mine planned on land that the Tonto Ridge Apache consider "
        "sacred, ruling that the Forest Service had not consulted the tribe as the law requires.\n\n"
        'U.S. District Judge Karen Whitlow ordered the agency to redo its review, which could delay the project by two years. "A form letter is '
        'not consultation," she wrote in a 58-page opinion.\n\n'
        "Meridian Copper, which hopes to begin digging in 2028, said it was studying the ruling. Its chief lawyer, Sam Whitlow, who is not related to "
        "the judge, said the company might ask the Supreme Court to step in.\n\n"
        "Tribal chairwoman Nora Begay said her people had waited 17 years for someone to listen. The tribe sued in 2019 and lost in a lower "
        "court before an appeals panel revived the case last spring.\n\n"
        "The mine would supply up to a tenth of U.S. copper demand. Gov. Tom Alvarez, a Republican who has backed it, called the decision a blow "
        "to jobs in a county where one in five workers is unemployed.",
        quotes=[
            said(["m1"], "Karen Whitlow", "wrote", title="U.S. District Judge"),
            said("4: it was studying the ruling", "Meridian Copper", "said", "organization"),
            said(
                "5: the company might … step in",
                "Sam Whitlow",
                "said",
                title="chief lawyer",
                organization="Meridian Copper",
            ),
            said("6: her people … listen", "Nora Begay", "said", title="Tribal chairwoman"),
            said("9: the decision a blow … unemployed", "Tom Alvarez", "called", title="Gov."),
        ],
        events=[
            happened(
                [1],
                "A federal judge halted a planned $2 billion copper mine on land sacred to the Tonto Ridge Apache.",
                time="on Thursday",
                numbers=[("$2 billion", "cost")],
            ),
            happened(
                [1],
                "The Forest Service failed to consult the tribe as the law demands, a judge ruled.",
                who=[("Forest Service", "actor")],
            ),
            happened(
                [2],
                "Judge Whitlow told the Forest Service to repeat its review.",
                who=[("Karen Whitlow", "actor"), ("the agency", "recipient")],
            ),
            happened(
                [2], "The project may be set back by two years.", "hypothetical", numbers=[("two years", "delay")]
            ),
            happened([4], "Meridian Copper hopes to start mining in 2028.", "planned", time="in 2028"),
            happened([5], "Meridian may turn to the Supreme Court.", "hypothetical", source="Sam Whitlow"),
            happened([7], "The tribe filed suit and lost in a lower court.", time="in 2019"),
            happened([7], "An appeals panel revived the tribe's lawsuit.", time="last spring"),
        ],
        summary=[
            point(
                [1],
                "A U.S. judge has stopped a copper mine on Apache land because the tribe was not properly consulted.",
            ),
            point([2], "The review must be done again, which could cost the project two years."),
            point([5], "The mining company may appeal to the Supreme Court, its lawyer said."),
            point([8], "The mine could meet up to 10 percent of American demand for copper."),
            point(
                [9],
                "Governor Alvarez, who supports the mine, said the ruling hurts jobs where 20 percent of workers have none.",
            ),
        ],
    ),
    Answered(
        "strike",
        "2026-11-04",
        "BRUSSELS - Air traffic controllers in Belgium walked off the job on Wednesday, forcing airlines to scrap 430 flights, after talks over "
        "a plan to raise the retirement age broke down overnight.\n\n"
        "The union, ACV Air, said nine of every 10 controllers had joined the 24-hour strike. Skeyes, the state-run agency that employs them, put "
        "the share at 75%.\n\n"
        '"Nobody wants an exhausted 63-year-old guiding their plane," union leader Luc Pauwels said. Transport Minister Elke Maes accused the '
        "union of taking travellers hostage and said she would not be blackmailed.\n\n"
        "Ryanair called on the European Commission to ban such strikes. The Commission said it had no power to do so.\n\n"
        "Trains to Paris and Amsterdam were full. Marta Nowak, a nurse from Gdansk, said she had slept on the floor of the airport with her two "
        "daughters and would miss her brother's wedding.\n\n"
        "Talks are to resume on Friday. If they fail, Pauwels said, the controllers will strike again before Christmas, for three days.",
        quotes=[
            said("2: nine of every 10 … strike", "ACV Air", "said", "organization"),
            said("3: the share at 75%", "Skeyes", "put", "organization"),
            said(["m1"], "Luc Pauwels", "said", title="union leader"),
            said("5: the union … hostage", "Elke Maes", "accused", title="Transport Minister"),
            said("5: she would not be blackmailed", "Elke Maes", "said", title="Transport Minister"),
            said("6: the European Commission … strikes", "Ryanair", "called on", "organization", stance="orders"),
            said("7: it had no power to do so", "The Commission", "said", "organization"),
            said("9: she had slept … wedding", "Marta Nowak", "said"),
            said("11: If they fail … three days", "Luc Pauwels", "said"),
        ],
        events=[
            happened(
                [1],
                "Belgian air traffic controllers went on strike.",
                time="on Wednesday",
                who=[("Air traffic controllers in Belgium", "actor")],
            ),
            happened(
                [1], "Airlines cancelled 430 flights because of the strike.", numbers=[("430 flights", "cancelled")]
            ),
            happened([1], "Talks on a plan for a higher retirement age collapsed.", time="overnight"),
            happened(
                [2],
                "90 percent of controllers took part in the 24-hour walkout, according to the union.",
                source="ACV Air",
                numbers=[("nine of every 10 controllers", "took part")],
            ),
            happened(
                [6],
                "Ryanair asked the European Commission to outlaw such strikes.",
                who=[("Ryanair", "actor"), ("European Commission", "recipient")],
            ),
            happened([10], "Talks will resume.", "planned", time="on Friday"),
            happened(
                [10, 11],
                "Controllers will strike for three more days before Christmas if the talks fail.",
                "hypothetical",
                source="Pauwels",
                time="before Christmas",
            ),
        ],
        summary=[
            point(
                [1],
                "A strike by Belgian air traffic controllers over a later retirement age led to the cancellation of 430 flights.",
            ),
            point([2, 3], "Union and employer disagree on how many took part: nine in ten or three quarters."),
            point([5], "The transport minister said the union was holding travellers hostage."),
            point([6, 7], "The European Commission says it cannot ban such strikes, as Ryanair demanded."),
            point(
                [10, 11],
                "Without a deal on Friday there will be another strike before Christmas, the union leader said.",
            ),
        ],
    ),
]


@dataclass(frozen=True)
class Lie:
    """A statement about one of the articles that it does not bear out."""

    kind: str
    about: str
    evidence: list[int]
    title: str
    status: str = "occurred"
    outcome: str = "refuted"
    """The least that the rules say: refuted; open; worded where only a judge can tell, as of who did what to whom."""


LIES = [
    Lie("reversed", "election", [3], "The Green Alliance lost more than half of its share.", outcome="open"),
    Lie("reversed", "company", [1], "Shares in Calder Foods rose 8.7 percent."),
    Lie("reversed", "trial", [1], "A jury convicted Clara Voss of fraud."),
    Lie("reversed", "trial", [1], "A jury found Clara Voss innocent of lying to investigators."),
    Lie("reversed", "talks", [1], "The government accepted the offer and vowed to stop fighting.", outcome="worded"),
    Lie("reversed", "company", [8], "Calder has closed the Leeds plant."),
    Lie("reversed", "football", [1], "Denmark beat Portugal 3-2.", outcome="worded"),
    Lie("reversed", "storm", [1], "Typhoon Elena strengthened on Wednesday."),
    Lie("reversed", "mine", [1], "A federal judge approved the $2 billion copper mine."),
    Lie("reversed", "election", [10], "Malin has said whether he will remain party leader.", outcome="worded"),
    Lie("reversed", "ferry", [9], "The ferry passed an inspection in November."),
    Lie("reversed", "strike", [1], "Airlines did not scrap 430 flights.", outcome="open"),
    Lie("name", "ferry", [1], "A ferry ran aground off Port Lorna."),
    Lie("name", "election", [5], "Petra Hollan will invite the Social Democrats to talks.", "planned"),
    Lie("name", "trial", [8], "Judge Henrik Moss set sentencing for March 20."),
    Lie("name", "storm", [8], "Another storm, Gina, might reach Luzon by Sunday.", "hypothetical"),
    Lie("name", "football", [6], "Portugal will play France in Porto on Wednesday.", "planned"),
    Lie("name", "talks", [2], "The deal was brokered by Qatar."),
    Lie("name", "health", [7], "Unicef has pledged $12 million.", outcome="open"),
    Lie("number", "ferry", [1], "A ferry carrying 312 people ran aground."),
    Lie("number", "storm", [1], "Typhoon Elena killed at least 230 people."),
    Lie("number", "health", [2], "The outbreak has infected 43,000 people."),
    Lie("number", "trial", [2], "Voss was accused of hiding losses of 430 million crowns."),
    Lie("number", "strike", [3], "Skeyes put the share at 57%."),
    Lie("number", "mine", [9], "One in three workers in the county is unemployed."),
    Lie("number", "company", [9], "Calder will halt three of its five lines.", "planned", outcome="open"),
    Lie("plan as done", "ferry", [8], "The coastguard resumed the search on Friday."),
    Lie("plan as done", "talks", [3], "Karsa lifted its blockade of the port."),
    Lie("plan as done", "company", [9], "Calder halted two of its five lines."),
    Lie("plan as done", "election", [5], "Petra Hollan invited the Farmers' League to talks."),
    Lie("plan as done", "strike", [11], "The controllers struck again before Christmas."),
    Lie("possibility as done", "company", [6], "The recall cost £25 million.", outcome="open"),
    Lie("possibility as done", "storm", [8], "Another storm reached Luzon."),
    Lie("attempt as done", "ferry", [7], "A court released the captain."),
    Lie("attempt as done", "strike", [6], "The European Commission banned such strikes."),
    Lie("denial as fact", "ferry", [4], "The crew of the ferry ignored a warning."),
    Lie("denial as fact", "talks", [7], "Rebels shelled the airport on Tuesday."),
    Lie("denial as fact", "trial", [6], "Voss saw the documents."),
    Lie(
        "source dropped", "trial", [2], "Clara Voss hid losses of 340 million crowns at Northern Trust.", outcome="open"
    ),
    Lie("source dropped", "strike", [5], "The union took travellers hostage.", outcome="open"),
    Lie(
        "source dropped",
        "mine",
        [6],
        "Nora Begay's people had waited 17 years for someone to listen.",
        outcome="worded",
    ),
    Lie("condition dropped", "strike", [11], "The controllers will strike again before Christmas.", "planned"),
    Lie("condition dropped", "health", [8], "The campaign will stop in April.", "planned", outcome="open"),
    Lie("time", "mine", [1], "A federal judge blocked the mine on Monday."),
    Lie("time", "health", [2], "The outbreak was first detected in Kedougou in June."),
]
