"""What kind of deed a word names, so that "was killed", "died" and "death" can be of one event.

Each line is a family: forms that an ending rule can't bring together, and words that news uses of the same deed. A family
proposes and supports; nothing is proved by it alone.
"""

from __future__ import annotations

from functools import lru_cache

from nutgraf.checking.rules.stems import content_stems, stem

_FAMILIES = """
kill killed killing die dies died dying death deaths dead fatal fatally fatality fatalities slain slay slew perish perished
murder murdered murders homicide manslaughter
shoot shoots shot shooting shootings gunfire gunned downed downs downing
injure injured injures injury injuries wound wounded wounds hurt
attack attacked attacks attacker assault assaulted raid raided raids strike strikes struck hit hits hitting bomb bombed bombing bombings shelling
explode exploded explodes explosion explosions blast blasts
quake quakes earthquake earthquakes temblor tremor tremors aftershock aftershocks
flood floods flooded flooding
fire fires blaze blazes burn burned burnt
crash crashed crashes collision collide collided derail derailed derailment
sink sinks sank sunk sinking capsize capsized capsizes
arrest arrested arrests detain detained detains detention custody nab nabbed
charge charged charges indict indicted indictment
convict convicted convicts conviction guilty
sentence sentenced sentences sentencing jailed imprisoned
acquit acquitted acquittal
sue sued sues lawsuit suit
resign resigned resigns resignation quit quits
fire-from sack sacked dismiss dismissed dismissal oust ousted
hire hired hires appoint appointed appoints appointment name-to nominate nominated nomination
buy buys bought purchase purchased acquire acquired acquires acquisition takeover
sell sells sold sale
merge merged merger
win wins won victory victories victorious defeat defeated defeats beat beats beaten
lose loses lost loss losing
elect elected elects election elections vote voted votes voting ballot
sign signed signs signing
agree agreed agrees agreement accord deal pact treaty
free freed release released releases
launch launched launches unveil unveiled unveils introduce introduced introduces debut
announce announced announces announcement
begin begins began begun start started starts
end ends ended finish finished
open opens opened reopen reopened
close closes closed closure shut shuts
meet meets met meeting meetings summit talks
visit visits visited trip
arrive arrives arrived arrival
leave leaves left depart departed departure
flee fled flees escape escaped escapes
evacuate evacuated evacuation evacuees
rescue rescued rescues save saved
find finds found discover discovered discovers discovery
steal steals stole stolen theft thieves rob robbed robbery heist
give gives gave given
take takes took taken
rise rises rose risen increase increased grow grew grown
fall falls fell fallen drop dropped decrease decreased
build builds built construct constructed construction
ban banned bans prohibit prohibited
approve approved approves approval
reject rejected rejects rejection
protest protested protests protesters demonstration demonstrations demonstrate demonstrated
marry married marries marriage wedding wed
hijack hijacked hijacking seize seized seizes seizure
kidnap kidnapped kidnapping abduct abducted abduction
enter enters entered check-in
go goes went gone
fly flies flew flown flight
break breaks broke broken
speak speaks spoke spoken speech
write writes wrote written
choose chooses chose chosen choice
pay pays paid payment
send sends sent
hold holds held
collapse collapsed collapses
"""


def _table() -> dict[str, str]:
    table: dict[str, str] = {}
    for line in _FAMILIES.split("\n"):
        words = line.split()
        for word in words:
            table.setdefault(word, f"{words[0]}*")
    return table


_DEEDS = _table()
_BY_STEM = {stem(word): name for word, name in reversed(_DEEDS.items())}


@lru_cache(maxsize=8192)
def deed(word: str) -> str:
    """The kind of deed that a word names, with an asterisk; else the word's stem."""
    low = word.lower()
    return _DEEDS.get(low) or _BY_STEM.get(stem(low)) or stem(low)


@lru_cache(maxsize=8192)
def can_be_deed(word: str) -> bool:
    """False for figures, numerals and the small words that any sentence holds."""
    return bool(content_stems(word))
