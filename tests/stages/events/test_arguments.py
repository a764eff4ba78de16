"""Who did it to whom: appositions, possessors, pronouns, lists, and names that are a place or a government."""

from __future__ import annotations

import pytest

from tests.stages.events.reading import events, only


def who(body: str) -> list[str]:
    """The actors of the last event of a body."""
    return [actor.name for actor in events(body)[-1].actors]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("The governor of North Kivu, Paul Mbusa, was kidnapped in Beni on Friday.", ["Paul Mbusa"]),
        ("Soldiers arrested a lawyer, Karim Toure, in Bamako on Friday.", ["soldiers", "Karim Toure"]),
        ("Chad's foreign minister, Ali Mahamat, flew to Tripoli on Friday.", ["Ali Mahamat"]),
        ("Separatist guardsmen shelled Derna on Friday.", ["separatist guardsmen"]),
        ("The port of Davao fell to a non-state armed group (NSX) on Sunday.", ["NSX"]),
        ("Kofi Annan, the envoy, met the rebels in Homs on Friday.", ["Kofi Annan", "rebels"]),
        ("The mayor chosen by the council, Omar Haddad, was shot dead in Derna on Friday.", ["Omar Haddad"]),
        # A list of them, with what each is before the name; some names nobody lists.
        ("Police arrested two men, the barrister Ali Sanda and the driver Fontem Neba, on Friday.",
         ["police", "Ali Sanda", "Fontem Neba"]),
        ("The cabinet and two militias, the Northern Movement and the Red Front, signed a truce on Friday.",
         ["Northern Movement", "Red Front", "cabinet"]),
        ("Her husband, Cayamba, was arrested in Davao on Friday.", ["Cayamba"]),
        ("Ten men were arrested in Davao on Friday by the secret service (SNX).", ["SNX"]),
        ("The state broadcaster, RTX, was shelled on Friday.", ["RTX"]),
        # A countryman; somebody of an office that no other list has.
        ("Another Briton, the helicopter pilot Glen Harmon, was killed in Derna on Friday.", ["Glen Harmon"]),
        ("Gunmen shelled a mine in Derna. Its director, Rafael Duarte, will visit Derna on Friday.", ["Rafael Duarte"]),
        # Who did it stands behind the `by` of a phrase as well; on what way they were is no part of their name.
        ("The town of Derna was abandoned by the rebels on Friday.", ["rebels"]),
        ("The mine at Derna was seized by advancing rebels on Friday.", ["rebels"]),
        # A town set off by commas is nobody.
        ("The main town, Dabo, was shelled on Friday.", []),
        # What follows the comma is another clause's.
        ("Gunmen killed a mayor in Derna on Friday, Egypt said.", ["gunmen"]),
    ],
)
def test_an_apposition_names_who_is_meant(text: str, names: list[str]) -> None:
    assert who(text) == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("A missile fired by the Houthis hit a tanker off Hodeidah on Friday.", ["Houthis"]),
        ("The talks, brokered by Oman, began in Muscat on Friday.", ["Oman"]),
        ("A delegation led by Bishop Omar Haddad met rebels in Derna on Friday.", ["Omar Haddad", "rebels"]),
        ("A delegation chosen by Bishop Omar Haddad met rebels in Derna on Friday.", ["rebels"]),
        # The agent of a death is the other side.
        ("Villagers wounded by Hamas were evacuated from Ashkelon on Friday.", []),
    ],
)
def test_a_participle_names_who_stands_behind_it(text: str, names: list[str]) -> None:
    assert who(text) == names


def test_the_examples_of_a_list_are_actors() -> None:
    text = "Nine countries, among them France, Italy and Spain, recalled their ambassadors on Friday."
    assert who(text)[:3] == ["France", "Italy", "Spain"]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Hezbollah said its drones had bombed a base near Haifa on Friday.", ["Hezbollah"]),
        ("Hezbollah's chief, Naim Qassem, said his men had stormed a base on Friday.", ["Hezbollah"]),
        # A thing of theirs does nothing.
        ("Hezbollah said its offices were bombed in Tyre on Friday.", []),
    ],
)
def test_the_deeds_of_its_men_and_weapons_are_the_owners(text: str, names: list[str]) -> None:
    assert who(text) == names


def test_they_are_the_last_who_could_do_the_deed() -> None:
    assert who("Gunmen came to Djibo on Friday. They attacked the market on Saturday.") == ["gunmen"]
    assert who("Gunmen came to Djibo on Friday. By the morning they had attacked the market.") == ["gunmen"]
    assert who("Prices rose in Djibo on Friday. They attacked the market on Saturday.") == []


def test_a_pronoun_for_a_government_is_no_place() -> None:
    found = events("Egypt closed its border with Gaza on Friday. It expelled two diplomats on Saturday.")
    assert [actor.name for actor in found[-1].actors] == ["Egypt"]
    assert found[-1].places == ()


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("About 4,000 people fled to Chad on Friday.", []),
        ("Kenyan troops left Somalia on Friday.", ["Kenyan army"]),
        ("The minister flew to Cairo on Friday.", []),
        ("Car bombs hit Damascus on Friday.", []),
        ("Damascus airport was closed on Friday.", []),
        ("Bombs in a suburb of Damascus killed nine people on Friday.", []),
        ("Iran accused Damascus on Friday of lying.", ["Iran", "Syria"]),
        ("Sudan held talks with Chad in Doha on Friday.", ["Sudan", "Chad"]),
        ("Congo accused Rwanda on Friday of arming the rebels.", ["DR Congo", "Rwanda"]),
    ],
)
def test_a_country_is_a_place_for_those_who_go_and_a_side_for_those_who_deal(text: str, names: list[str]) -> None:
    assert who(text)[:2] == names


def test_who_leads_a_meeting_and_who_only_counts_the_dead() -> None:
    assert who("Emmanuel Macron chaired an emergency meeting in Paris on Friday.") == ["Emmanuel Macron"]
    assert who("The Red Cross confirmed 12 deaths in Homs on Friday.") == []


def test_a_name_nobody_lists_is_a_person_unless_only_the_sentence_gives_it_its_capital() -> None:
    assert who("In Gao on Friday rebels released Abba Sidi.")[-1] == "Abba Sidi"
    assert who("Harpists burned the market in Gao on Friday.") == []


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Ali Musa, Fran Tudor and John Banda signed a truce in Homs on Friday.",
         ["Ali Musa", "John Banda", "Fran Tudor"]),
        ("The foreign ministers of Mali, Niger and Chad signed a pact in Dakar on Friday.", ["Mali", "Niger", "Chad"]),
        ("Troops from Ethiopia and Kenya seized Baidoa on Friday.", ["Ethiopia", "Kenya"]),
        ("Men of the militia burned houses in Sake on Friday.", ["militia"]),
        ("Armed men burned houses in Sake on Friday.", ["armed men"]),
        ("Both men were freed in Sake on Friday.", []),
        ("Villagers from Kenya fled to Baidoa on Friday.", []),
        ("Omar Maute was shot dead in a raid on Friday.", ["Omar Maute"]),
        ("Maute fighters were shot dead in a raid on Friday.", ["Maute group"]),
        ("Ismael “El Lobo” Zamora was arrested in Durango on Friday.", ["Ismael Zamora"]),
        ("Two F-16s bombed a bridge near Homs on Friday.", []),
        ("Chad complained; a nurse, Ann Lee, was killed by gunmen on Friday.", ["gunmen", "Ann Lee"]),
    ],
)  # fmt: skip
def test_everybody_who_is_named_takes_part(text: str, names: list[str]) -> None:
    assert who(text) == names


def test_a_country_before_a_person_is_part_of_the_office() -> None:
    assert who("The Chadian president Idriss Mahamat met rebels in Doha on Friday.") == ["Idriss Mahamat", "rebels"]
    assert who("The Chadian president met rebels in Doha on Friday.") == ["Chad", "rebels"]


def test_a_group_keeps_the_capital_of_its_people() -> None:
    assert who("Haitian gangs attacked a prison on Friday.") == ["Haitian gangs"]
    assert who("Government troops attacked a prison on Friday.")[0].islower()


def test_both_sides_of_a_fight_without_names() -> None:
    assert only("Students clashed with police in Dakar on Friday.").actors[-1].name == "police"
    assert who("Villages were burned by soldiers and vigilantes on Friday.") == ["soldiers", "vigilantes"]
    assert who("Students killed two policemen in Dakar on Friday.") == ["students"]


def test_a_verb_after_a_comma_and_belongs_past_the_relative_clause() -> None:
    text = "Gustavo Petro praised the truce that the rebels declared in June, and met mayors in Cali on Friday."
    assert who(text) == ["Gustavo Petro"]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Fighting between gunmen and bandits killed nine people in Kolda on Friday.", ["gunmen", "bandits"]),
        ("The Malian army and allied militias retook Gao on Friday.", ["Malian army", "allied militias"]),
        ("Eleven people were killed by the Red Scorpions in Gao on Friday.", ["Red Scorpions"]),
        ("The MPA, a faction led by a colonel, seized Gao on Friday.", ["MPA"]),
        # A thing beside the doers does nothing, and capitals without `the` are a person's.
        ("Fighters in boats and trucks seized Gao on Friday.", ["fighters"]),
        ("Soldiers in Gao arrested Issa Tuli on Friday.", ["soldiers", "Issa Tuli"]),
    ],
)
def test_each_side_is_named(text: str, names: list[str]) -> None:
    assert sorted(who(text)) == sorted(names)


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("The foreign minister of Oman, Badru Saidi, flew to Aden on Friday.", ["Badru Saidi"]),
        ("The ministers, Anna Weber and Oliver Nduhu, met in Aden on Friday.", ["Anna Weber"]),
        ("Oman's minister, Paul Tembo, and his Qatari counterpart signed a truce in Aden on Friday.", ["Paul Tembo"]),
        ("The Committee for Peace and Samir Haddad's men met in Aden on Friday.", ["Committee for Peace"]),
        # No office stands before it.
        ("In the old town, Badru Saidi, police arrested nine people on Friday.", ["police"]),
    ],
)
def test_a_name_set_off_by_commas_is_an_officers(text: str, names: list[str]) -> None:
    assert set(names) <= set(who(text)) and len(who(text)) <= len(names) + 2


@pytest.mark.parametrize(
    ("text", "names"),
    [
        # The word before a deed, who is moved, units of a nation, whose the planes are, to whom men are loyal.
        ("A rebel raid on Homs killed nine people on Friday.", ["rebels"]),
        ("A dawn raid on Homs killed nine people on Friday.", []),
        ("Paratroopers were sent to Homs on Friday.", ["paratroopers"]),
        ("Egypt sent paratroopers to Homs on Friday.", ["Egypt"]),
        ("British units crossed the border near Homs on Friday.", ["British army"]),
        ("The coalition said its planes had hit a bus in Homs on Friday.", ["coalition"]),
        ("The coalition said its guests had left Homs on Friday.", []),
        ("Fighters loyal to General Khalifa Haftar shelled Homs on Friday.", ["Khalifa Haftar"]),
        # Initials that nobody lists say whose the place is that was attacked.
        ("The rebels besieged the UNMIT compound in Homs on Friday.", ["rebels", "UNMIT"]),
        # A single word at the head of a sentence is a name where the article writes it so elsewhere.
        ("Rebels met Ogunde in Homs. Ogunde sacked Premier Samuel Lee on Friday.", ["Ogunde", "Samuel Lee"]),
        ("Rebels met in Homs. Ogunde sacked Premier Samuel Lee on Friday.", ["Samuel Lee"]),
        # Nor is it hard to tell whose the initials are behind a noun for a group, or in brackets behind a name.
        ("The opposition platform KNDR boycotted the talks in Homs on Friday.", ["KNDR"]),
        ("The highway KNDR was bombed near Homs on Friday.", []),
        ("Suqur-al-Sahra (SaS) claimed responsibility for the blast in Homs on Friday.", ["SaS"]),
        # Soldiers by other names, officers by ranks of the air force.
        ("Egyptian conscripts were killed in Homs on Friday.", ["Egyptian army"]),
        ("Rebels freed Wing Commander Fran Tudor in Homs on Friday.", ["rebels", "Fran Tudor"]),
        # A noun that a name ended with stands for the last such name.
        ("The Wolves Battalion held Homs. The battalion shelled a convoy on Friday.", ["Wolves Battalion"]),
        ("The Wolves Battalion held Homs. The brigade shelled a convoy on Friday.", []),
    ],
)
def test_who_takes_part_without_a_name_of_his_own(text: str, names: list[str]) -> None:
    assert who(text) == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("The Vostok battalion attacked Derna on Friday.", ["Vostok battalion"]),
        ("Fighters of the Red Lion brigade attacked Derna on Friday.", ["Red Lion brigade"]),
        ("The 44th Division attacked Derna on Friday.", ["44th Division"]),
        ("Fighters of the Southern Belt attacked Derna on Friday.", ["Southern Belt"]),
        ("Moroccan instructors flew into Derna on Friday.", ["Moroccan instructors"]),
        ("Talks with the Tano faction opened in Derna on Friday.", ["Tano faction"]),
        ("Peace talks between elders and gangs were suspended in Derna on Friday.", ["gangs"]),
        ("Police of the Tano district attacked a post in Derna on Friday.", ["police"]),
    ],
)
def test_a_name_tells_one_band_from_another(text: str, names: list[str]) -> None:
    assert who(text) == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("The Senate lifted his immunity on Friday.", ["Senate", "Omar Haddad"]),
        ("The Senate lifted its embargo on Friday.", ["Senate"]),
    ],
)
def test_what_befalls_a_person_is_done_to_him(text: str, names: list[str]) -> None:
    assert who(f"Governor Omar Haddad fled to Derna on Monday. {text}") == names


def test_whom_a_death_befell_is_no_doer() -> None:
    story = "General Tarik Odwan fled on Monday. The army announced his death in Goma on Friday."
    told = events(story)[-1]
    assert next((actor.name, actor.role) for actor in told.actors) == ("Tarik Odwan", "patient")
    assert told.title.endswith("Tarik Odwan’s death in Goma")


def test_a_name_goes_on_to_its_short_form_or_its_aim() -> None:
    text = "The Front for the Liberation of Kuri (FLK) seized Homs. The Union of Forces for Change left Idlib."
    names = {actor.name for one in events(text) for actor in one.actors}
    assert {"Front for the Liberation of Kuri", "Union of Forces for Change"} <= names
    text = "The Union of Forces of Homs attacked Idlib on Monday."  # where it is from, and no part of its name
    assert "Union of Forces" in {actor.name for one in events(text) for actor in one.actors}


def test_a_short_name_that_is_a_verb_too_begins_a_line() -> None:
    found = events("The Movement for the Emancipation of the Niger Delta (MEND) attacked Warri on Monday.")
    assert found[-1].title == "MEND attacks Warri"


def test_who_did_something_else_before_does_nothing_in_a_passive() -> None:
    freed = only("Women and children were let go on Friday after visits by Ann Lee and Jan Roth.")
    assert freed.title.startswith("Women and children let go")
    shot = only("Nine miners were shot in Goma on Friday by gunmen.")
    assert shot.title.startswith("Gunmen shoot nine miners")


def test_how_often_a_paper_comes_out_is_no_time() -> None:
    held = only("The editor of a daily newspaper, Ann Lee, was arrested in Goma on Friday by State Security.")
    assert held.title.startswith("State Security arrests editor of a daily newspaper")


def test_those_somebody_counts_are_told_of_by_a_participle() -> None:
    far = "It rained. It rained on. It was cold. "
    counted = only(far + "The UN counted 1,900 people killed in queues for food in Goma.")
    assert [(one.kind, one.best) for one in counted.figures] == [("killed", 1900)]
    assert events(far + "The UN honoured people killed in queues for food.") == []
