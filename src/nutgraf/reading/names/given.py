"""Common given names of many countries, written for this library: they tell "Maria Lopez" from "Civic Passion"."""

from __future__ import annotations


def _words(*lines: str) -> frozenset[str]:
    return frozenset(word for line in lines for word in line.split())


FEMALE_NAMES = _words(
    "agnes agnieszka aino aisha aleksandra alexandra alice alina alison alma amal amanda amelia amina amy ana",
    "anastasia angela angelica anita anja ann anna anne annette anouk antonia ariana astrid ayesha barbara beatrice",
    "beatriz bertha beth betty bianca birgit brenda bridget brigitte camila camille carla carmen carolina caroline",
    "catherine cecile cecilia celine charlotte chiara chloe christina christine claire clara claudia colette cristina",
    "cynthia dalia daniela daria deborah denise diana diane dina donna doris dorothy eleanor elena elif elisa",
    "elizabeth ella elsa emily emine emma erika erin esther eugenia eva evelyn farah fatima fatma fiona frances",
    "francesca frida gabriela galina gerda giorgia giulia gloria grace graciela greta gro gwen hanna hannah hasina",
    "hatice heather heidi helen helena helga hilary hilda huda ida ilaria indira ines ingrid irene irina iris isabel",
    "isabella ivana jacqueline jane janet jasmine jennifer jessica joanna johanna josephine joyce juana judith julia",
    "julie juliet juliette kamala karen karin karina katarina kate katharina katherine kathleen katya khadija kirsten",
    "kristina lana larissa laura lauren layla leila lena lidia lilian lina linda lisa lisbeth livia liz lola lorena",
    "louise lucia lucille lucy ludmila lydia lyudmila magdalena maja malala marcela margaret margarita maria mariam",
    "mariana marianne marie marina marisa marjorie marlene marta martha martina mary maryam matilda maya meera megan",
    "melissa mia michelle milagros milena mireille miriam mona monica monika nadia nadine nadja nailah nancy naomi",
    "natalia natalie neema nicole nina noor nora norma oksana olena olga olha olivia pamela paola patricia paula",
    "pauline philippa priya rachel rania rebecca renata rita roberta rosa rosalind roxana ruth sabine sabrina sakura",
    "sally salma samantha sandra sandrine sara sarah selma sharon sheila shirley shreya sigrid silvia simona sinead",
    "sofia sonia sophia sophie stella stephanie susan svetlana sylvia tamara tanya tara tatiana teodora teresa thea",
    "theresa tina ulrike uma ursula valentina vanessa vera veronica victoria viktoria virginia vivian wanda wangari",
    "wendy wilma yasmin yelena yoko yolanda yulia zainab zara zeynep zoe zofia zuzana",
)
MALE_NAMES = _words(
    "aaron abdul abdullah abdullahi abraham adam adrian ahmad ahmed ahmet akira alan albert alejandro aleksander",
    "aleksandr alessandro alexander alexandre alexei alfonso alfred alfredo ali alvaro amin amir amos anatoly anders",
    "andre andreas andrei andrew andriy andré angelo anthony anton antonio arjun armando arnold arthur arturo ashok",
    "aziz barack bart bashar basil ben benjamin bernard bilal bill bjorn bob boris brad brandon brian bruce bruno",
    "bryan caleb cameron carl carlos cesar charles charlie chester christian christopher clark claude clement clyde",
    "colin connor conor craig curtis cyril damian daniel dario darren david dean denis dennis derek diego dieter dirk",
    "dmitry dmytro dominic donald doug douglas dragan duncan dwight eamon edgar edmund eduardo edward edwin egor eli",
    "elias elijah emil emmanuel emre enrique eric erich erik ernest ernesto eugene evan faisal farid felix ferdinand",
    "fernando finn florian francesco francis francisco francois frank franz fred frederick fritz gabriel gareth gary",
    "gavin geoffrey george gerald gerard gilbert giles giorgio giovanni giuliano giuseppe glenn goran gordon graeme",
    "graham greg gregory guillermo gunther gustavo habib hakan hamid hans harold harrison harry haruto harvey hassan",
    "hector heinz henri henrik henry herbert herman hernan hiroshi horst howard hugh hugo hussein ian ibrahim ignacio",
    "igor ilya imran isaac ismail ivan ivo jack jacob jacques jair jake jakob jamal james jared jaroslaw jason javier",
    "jeff jeffrey jens jeremiah jeremy jerome jerry jim jiri joachim joao joaquin jochen joel johan johann johannes",
    "john jonas jonathan jorg jorge jose josef joseph joshua josip josé juan juha julian julio jurgen kai kamal karim",
    "karl karol kazuo keir keith kemal ken kenji kenneth kevin khalid kirill klaus kofi kurt kwame larry lars laszlo",
    "lawrence leo leon leonard leonardo leonid lionel lloyd lorenzo lothar louis luca lucas luigi luis lukas luke",
    "mads maksim malcolm manfred manuel marc marcel marcelo marco marcus marek mario mark markus martin massimo mateo",
    "mateusz mats matt matteo matthew matthias maurice max maxim mehdi mehmet michael michal michel miguel mikael",
    "mike mikhail milos miroslav mitch mohamed mohammad mohammed mohan muhammad murat mustafa nasser nathan nathaniel",
    "neil nelson nguyen nicholas nick nicolas niels nigel nikol nikolai noah norbert norman olaf oleg oleksandr",
    "oliver omar omer osama oscar oskar otto owen pablo pascal patrick paul pavel pavlo pedro perry petar peter petr",
    "petro phil philip philippe pierre pieter pyotr quentin rafael rahul rainer rajesh ralf ralph ramon rashid raul",
    "raymond recep reza ricardo richard robert roberto rodrigo roger roland ronald ronan ross roy ruben rubén rudolf",
    "ruslan russell rustem ryan sadiq salman salvador samir samuel sander satoshi scott sean sebastian sergei sergey",
    "sergio serhiy seth shane shaun sherif shinzo siddharth sidney simon slobodan stanislav stanley stefan stefano",
    "stephen steve steven stuart sunil svein sven tadeusz takashi tariq taro ted terry thomas tim timothy tobias todd",
    "tom tomas tomasz tony toshiro trevor ulrich umberto uwe vadim valery vasyl victor vijay vikram viktor vincent",
    "vitali vitaly vladimir vladislav volodymyr wade walter wayne wilfred wilhelm willem william winston wolfgang",
    "xavier yair yaroslav yasser yehuda yevgeny yitzhak youssef yuri yusuf zdenek zoltan",
)
_EITHER = _words(
    "alex andrea ashley carol chen chris guy jamie jan jean joan joe jordan kelly kim lee leslie li lin nicola nikola",
    "robin rose said sam simone tracy wang wei will xi yuki zhang",
)
GIVEN_NAMES = FEMALE_NAMES | MALE_NAMES | _EITHER
