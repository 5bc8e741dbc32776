"""Makes articles of about 3 kB on an invented crisis: the same ones for the same numbers.

The states, people and places in dispute are invented. The mediators are not, so that the
lexicons have something to find, as in real news.
"""

import json
import os
import random

SEED = 20

STATES = [
    ("Karvenia", "Karvenian", "Ostrel"), ("Meldora", "Meldoran", "Port Alvane"),
    ("Tursk", "Turskian", "Belogar"), ("Ostavia", "Ostavian", "Linnemark"),
]
MEDIATORS = [
    "the United Nations", "the European Union", "Norway", "Switzerland", "Turkey", "Egypt",
    "Germany", "France", "India", "Brazil", "Japan", "Canada", "South Africa", "Finland",
    "the Red Cross", "NATO", "the African Union", "the World Food Programme",
]
OFFICES = [
    "president", "prime minister", "foreign minister", "defence minister", "army chief",
    "interior minister", "ambassador", "government spokesman", "government spokeswoman",
    "deputy foreign minister", "opposition leader", "regional governor", "border guard commander",
    "energy minister", "special envoy", "chief negotiator", "air force commander", "senator",
]
ARMS = ["Harbour Watch", "the Northern Volunteers", "the Salt Coast Militia", "the Grey Brigade"]
OUTLETS = [
    "Alvane Courier", "Ostrel Wire", "The Straits Record", "Linnemark Post", "Northern Dispatch",
    "Radio Belogar", "The Tidewater Journal", "Eastern Ledger", "Coastline News Agency",
    "The Morning Gazetteer", "Channel Nine World", "Continental Monitor",
]
DAYS = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]
THINGS = [
    "fuel", "grain", "medicine", "drinking water", "blankets", "spare parts", "fertiliser",
    "transformers", "rail wagons", "radio equipment", "generators", "flour",
]

ONSETS = "b br d dr f g gr h k kr l m n p r s sk st t tr v z".split()
NUCLEI = "a e i o u ai ea ie".split()
CODAS = ["", "", "n", "r", "l", "s", "rn", "ld", "nt", "sk", "m", "v"]
ENDINGS = ["", "", "grad", "ville", " Bay", " Hills", "mark", "berg", "ovo", " Ford", "itsa"]


def first_upper(text):
    return text[0].upper() + text[1:]


def word(rng, syllables):
    text = "".join(rng.choice(ONSETS) + rng.choice(NUCLEI) for _ in range(syllables))
    return first_upper(text + rng.choice(CODAS))


def world():
    rng = random.Random(SEED)
    places = sorted({word(rng, rng.randint(2, 3)) + rng.choice(ENDINGS) for _ in range(1500)})
    people = []
    for _ in range(400):
        state, adjective, capital = rng.choice(STATES)
        people.append((f"{word(rng, 2)} {word(rng, rng.randint(2, 3))}",
                       rng.choice(OFFICES), state, adjective))
    return places, people


PLACES, PEOPLE = world()

# One sentence each; {p} is a person with office, {n} the last name of the same person.
NEWS = [
    "{State} moved {num} tanks and {num} artillery pieces towards {place} on {day}, {p} said.",
    "{p} accused {state2} of shelling villages near {place} and {place2}.",
    "{p} denied that {adj} troops had crossed the line of contact at {place}.",
    "{State} closed the crossing at {place} to lorries carrying {thing} until further notice.",
    "{Med} called on both governments to withdraw their forces from {place}.",
    "Soldiers of {state} fired on a patrol boat off {place}, killing {small} sailors, officials in {capital} said.",
    "{p} warned on {day} that {state} would answer any attack on {place} with all means at its disposal.",
    "{State} expelled {small} diplomats of {state2} and recalled its ambassador for consultations.",
    "{Med} offered to host talks between {state} and {state2} in the coming week.",
    "Fighters of {arm} seized the railway station of {place} before dawn, residents told reporters.",
    "{State} called up {thousand} reservists and put its air defences on high alert.",
    "{Med} imposed sanctions on {small} banks and {num} officials of {state}.",
    "{State} and {state2} exchanged {num} prisoners near {place}, {med} said.",
    "{p} agreed to reopen the corridor to {place} for convoys with {thing}.",
    "At least {num} people were wounded when rockets hit a market in {place}, according to {p}.",
    "{State} began exercises with {thousand} soldiers within sight of the border at {place}.",
    "{Med} will send {num} observers to {place} if both sides agree, {p} said.",
    "{p} rejected the proposal, saying that {state2} had broken the ceasefire {num} times since {day}.",
    "Thousands of demonstrators marched through {capital} to protest against the mobilisation.",
    "{State} suspended gas deliveries to {state2} on {day}, blaming unpaid bills of {num} million.",
    "{Med} promised {num} million euros in emergency aid for those who fled {place}.",
    "{State} threatened to blockade the port of {place} unless {state2} pulled back its ships.",
    "{p} demanded that {state2} withdraw from {place} within {small} days.",
    "{State} signed a defence agreement with {state2} after {num} hours of negotiations.",
]
SPEECH = [
    "“We did not start this and we shall not be the first to stop defending {place},” {n} said.",
    "{n} told journalists in {capital} that the situation around {place} was “worse than last week”.",
    "“There is still time for a settlement, but not much,” said {p}.",
    "According to {n}, {num} villages have been without electricity since {day}.",
    "“Nobody should doubt our patience, and nobody should test it,” {p} said in {capital}.",
    "{n} added that the government was ready to meet {med} “without conditions and without delay”.",
    "“Whoever moves the border markers at {place} moves towards a war,” {n} warned.",
    "Asked whether the army would advance on {place}, {n} said only that “every option is on the table”.",
    "“Our observers counted {num} explosions in one night,” an official of {med} said.",
    "{n} insisted that the troops near {place} were there for training and would return to barracks.",
    "“They promised to leave by {day}, and they are still there,” {p} complained.",
    "A senior official in {capital}, who asked not to be named, said the talks were “all but over”.",
]
COLOUR = [
    "In {place}, shopkeepers boarded up their windows and the school on the market square stayed shut.",
    "The road from {place} to {place2} was crowded with tractors, prams and cars with mattresses on their roofs.",
    "Prices of {thing} and {thing2} rose by {small} per cent within a week, the statistics office reported.",
    "The claims could not be verified independently, and both sides published photographs that contradict each other.",
    "The dispute over {place} goes back to a treaty of 1921 that drew the frontier along a river which has since changed its bed.",
    "In 2014 a similar standoff ended after {num} days, when engineers of both armies cleared the mines together.",
    "Ferries between {place} and {place2} were cancelled, and the harbour master advised crews to stay on board.",
    "The hospital at {place} has {num} beds and, its director wrote, diesel for {small} more nights.",
    "Insurers raised premiums for ships in the strait for the third time this month.",
    "Farmers worry that the sowing of winter wheat around {place} will be lost if {thing} does not arrive.",
    "Shares on the exchange in {capital} fell by {small} per cent before trading was halted for an hour.",
    "Telephone lines to {place} were restored late on {day} after engineers had repaired a severed cable.",
    "It was the {num}th day since the bridge at {place} was closed, and the queue on the eastern bank reached {small} kilometres.",
    "A concert of the city's youth orchestra went ahead in the cellar of the library, by candlelight.",
]
HEADLINES = [
    "{State} masses troops near {place} as talks falter",
    "{State} and {state2} trade blame over shelling of {place}",
    "{Med} urges restraint after clash off {place}",
    "Envoys fail to agree on withdrawal from {place}",
    "Aid convoy with {thing} reaches {place} after {small} days",
    "{State} recalls ambassador from {state2}",
    "Ceasefire around {place} holds for a second night",
    "Rockets hit {place}, {num} wounded",
    "{State} calls up reservists, {state2} closes border",
    "{Med} offers to mediate between {state} and {state2}",
    "Prisoners exchanged near {place}",
    "Thousands flee {place} as {adj} guns open fire",
]


class Blanks:
    """Fills the blanks of one article's sentences."""

    def __init__(self, rng):
        self.rng = rng
        self.speaker = rng.choice(PEOPLE)

    def fill(self, template):
        rng = self.rng
        if rng.random() < 0.3:
            self.speaker = rng.choice(PEOPLE)
        name, office, home, home_adjective = self.speaker
        (state, adjective, capital), (state2, _, _) = rng.sample(STATES, 2)
        mediator = rng.choice(MEDIATORS)
        text = template.format(
            p=f"{home_adjective} {office} {name}", n=name.split()[1], state=state, State=state,
            state2=state2, adj=adjective, capital=capital, med=mediator,
            Med=first_upper(mediator), arm=rng.choice(ARMS), place=rng.choice(PLACES),
            place2=rng.choice(PLACES), day=rng.choice(DAYS), thing=rng.choice(THINGS),
            thing2=rng.choice(THINGS), num=rng.randint(11, 990), small=rng.randint(2, 19),
            thousand=f"{rng.randint(2, 90)},000")
        return first_upper(text)


def article(index):
    rng = random.Random(SEED * 1_000_003 + index)
    blanks = Blanks(rng)
    title = blanks.fill(rng.choice(HEADLINES))
    paragraphs = []
    size = 0
    target = rng.randint(2600, 3200)
    while size < target:
        kinds = [NEWS, SPEECH, rng.choice([NEWS, SPEECH, COLOUR]), COLOUR]
        sentences = [blanks.fill(rng.choice(kind)) for kind in kinds[: rng.randint(2, 4)]]
        paragraphs.append(" ".join(sentences))
        size += len(paragraphs[-1]) + 2
    # One word that few articles have, for searching.
    if index % 1000 == 500:
        paragraphs.append("The password of the night was “quillwort”, a guard recalled.")
    # Some 250 articles a day.
    minute = index * 23 // 4
    day, minute = divmod(minute, 1440)
    month_lengths = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
    year, month = 2024, 0
    while day >= month_lengths[month]:
        day -= month_lengths[month]
        month += 1
        if month == 12:
            year, month, month_lengths[1] = year + 1, 0, 28
    date = f"{year}-{month + 1:02}-{day + 1:02}T{minute // 60:02}:{minute % 60:02}:00Z"
    return {
        "id": f"bench-{index:06}", "title": title, "date": date, "source": rng.choice(OUTLETS),
        "url": f"https://news.invalid/{index:06}", "text": "\n\n".join(paragraphs),
    }


def write(path, count):
    """Writes a file of JSON Lines unless it is there; gives the UTF-8 bytes of all texts."""
    note = path + ".size"
    if os.path.exists(path) and os.path.exists(note):
        with open(note) as file:
            return int(file.read())
    size = 0
    os.makedirs(os.path.dirname(path), exist_ok=True)
    with open(path + ".part", "w", encoding="utf-8") as file:
        for index in range(count):
            made = article(index)
            size += len(made["text"].encode())
            file.write(json.dumps(made, ensure_ascii=False) + "\n")
    os.replace(path + ".part", path)
    with open(note, "w") as file:
        file.write(str(size))
    return size
