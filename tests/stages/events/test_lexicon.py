"""Wordings of the codebooks' leaves (ACLED, CAMEO, PLOVER, ACE), each with the type of event it tells."""

from __future__ import annotations

import pytest

from tests.stages.events.reading import events

SENTENCES = {
    "battle": """
An army patrol was attacked near Gao on Tuesday.
Fighting spread to Kadugli in South Kordofan on Sunday.
The army neutralized the militants near Lokoja on Monday.
A confrontation took place at Torkham on Monday.
Renewed fighting rattled Tripoli on Sunday.
Renewed fighting racked Tripoli on Sunday.
The rebels crushed an army attack on Monday.
The siege of Kutum began on Monday.
An army patrol was ambushed near Gao on Tuesday.
The rebels repulsed the attack on Monday.
UN peacekeepers were fired upon in Kidal on Monday.
The army broadened a military operation in Cabo Delgado on Friday.
The army staged a sweep in Cabo Delgado on Friday.
The counter-offensive of Kutum got under way on Monday.
Fano fighters overran a patrol near Maiduguri on Monday.
Fighting ceased in South Kordofan on Sunday.
The rebels suffered heavy losses near Bria on Monday.
Soldiers crossed swords with gunmen in Jonglei on Wednesday.
Two soldiers were killed in the fighting near Rutshuru on Monday.
The rebels blocked a raid on Monday.
Army officers staged a revolt in Bouaké on Monday.
Government troops hit back near Kharkiv on Monday.
Fighters stormed the oilfield on Monday.
""",
    "territory-change": """
Troops dislodged the rebels from Mingora on Monday.
The rebels pulled back from Sloviansk on Monday.
Troops routed the rebels from Mingora on Monday.
The district came under rebel control on Monday.
The army retreated to Kidal on Monday.
Fighters captured a string of villages on Monday.
The base was evacuated by the army on Monday.
Israel pulled out of southern Lebanon on Monday.
The evacuation of Knin on Monday shocked the region.
Militants recaptured swathes of the province on Monday.
The village was recaptured on Monday.
Troops occupied the prison on Monday.
The takeover of Mosul followed on Monday.
Peshmerga fighters were flushed out of Knin on Monday.
The capture of Goma came on Monday.
Government forces were pushed out of Sloviansk on Monday.
Jolo surrendered on Monday.
The airport was abandoned on Monday.
Fighters took the airport on Monday.
Government forces entered Vukovar on Monday.
""",
    "explosion-remote-violence": """
A powerful blast killed ten people in Mogadishu on Monday.
A suicide vest tore through a bus in Baghdad on Monday.
Tanks pounded Misrata on Monday.
A lorry triggered a landmine near Djibo on Monday.
Rockets plowed into a school in Donetsk on Monday.
A rocket hit a school in Donetsk on Monday.
Bombs targeted Idlib on Monday.
Artillery shelled Sirte on Monday.
A suicide bomber blew himself up in Peshawar on Monday.
Coalition planes blasted a market in Idlib on Monday.
Separatists launched rockets at Avdiivka on Monday.
Artillery fire rocked Idlib on Monday.
Gunboats bombarded Avdiivka on Monday.
A gas attack rocked Sa'ada on Monday.
A statue was destroyed in an explosion on Monday.
A bombing raid damaged a school in Idlib on Monday.
A shell struck a market in Donetsk on Monday.
A powerful blast jolted Mogadishu on Monday.
Israel hammered targets in Gaza on Monday.
Coalition planes blitzed a camp in Tigray on Monday.
Air defences shot down 20 drones over Kyiv on Monday.
Fighter jets targeted a weapons depot near Damascus on Monday.
Cluster bombs wounded nine in Sa'ada on Monday.
Air defences destroyed most of the missiles over Kyiv on Monday.
""",
    "violence-against-civilians": """
Police killed demonstrators in Omdurman on Monday.
Soldiers massacred two aid workers near Zamfara on Monday.
Houses were torched by soldiers in Darfur on Monday.
The death toll hit 47 on Monday.
Nine people were wounded in Bentiu on Monday.
A shooting took place in Kano on Monday.
The death toll reached 47 on Monday.
Mass rapes happened in El Geneina on Monday.
The remains of 300 people were recovered near Tarhuna on Monday.
Armed men shot at a group of farmers near Zamfara on Monday.
An activist was abducted in Bujumbura on Monday.
A massacre took place in Bucha on Monday.
Mass graves were exhumed near Izium on Monday.
A death squad raped a journalist near Beni on Monday.
Attackers dragged away herders near Wukari on Monday.
The mayor was beaten in Beirut on Monday.
The death toll was revised to 47 on Monday.
A pogrom shocked the country in Kano on Monday.
Thousands of young men were trafficked in Sinjar on Monday.
Three children bled to death in Bentiu on Monday.
Attackers wounded worshippers near Beni on Monday.
Thousands of boys were taken captive in Sinjar on Monday.
Settlers ambushed 20 villagers near Zamfara on Monday.
""",
    "protest-riot": """
Pro-democracy activists vandalised the embassy in Tunis on Monday.
Rioting took place in Lomé on Monday.
Tens of thousands chanted slogans in Kyiv on Monday.
Residents called for the president to resign in Dhaka on Monday.
Doctors called a general strike in Conakry on Monday.
Serbs toppled a statue in Dhaka on Monday.
A nationwide strike was called off in Lomé on Monday.
Serbs gathered outside parliament in Minsk on Monday.
Opposition supporters pitched tents in the square in Khartoum on Monday.
Farmers erected roadblocks in Tunis on Monday.
Demonstrations erupted in Lomé on Monday.
Monks smashed windows in Khartoum on Monday.
Lawyers went on strike in Conakry on Monday.
A wave of protests flared in Lomé on Monday.
Riot police fired rubber bullets at demonstrators in Tbilisi on Monday.
Farmers scuffled with police in Khartoum on Monday.
Disturbances rocked the capital in Lomé on Monday.
Police baton-charged protesters in Tbilisi on Monday.
Crowds occupied the airport in Khartoum on Monday.
Pro-democracy activists held a vigil in Khartoum on Monday.
Soldiers broke up a crowd of marchers in Tbilisi on Monday.
""",
    "deployment": """
Kenyan police secured the perimeter in Bangui on Monday.
An aircraft carrier was sent to the Red Sea on Monday.
The king held military exercises on Monday.
The king ordered a general mobilisation on Monday.
A flotilla crossed the Taiwan Strait on Monday.
Israel called up reservists on Monday.
Peacekeepers took over the mission in Bangui on Monday.
Ethiopia put its army on high alert on Monday.
Russia expanded its military presence on Monday.
The army diverted reinforcements to the region on Monday.
Ethiopia conducted naval drills on Monday.
An aircraft carrier sailed for the Gulf on Monday.
A US destroyer patrolled the coast on Monday.
Ukraine opened a drone base on Monday.
Chinese warplanes buzzed the carrier on Monday.
Russia imposed a naval blockade on Monday.
A Russian frigate docked in Tartus on Monday.
Helicopters crossed into Polish airspace on Monday.
Israel sent tanks to the frontier on Monday.
Peacekeepers arrived in Bangui on Monday.
""",
    "justice": """
Intelligence agents imprisoned the suspected mastermind in Harare on Monday.
The tribunal issued a ruling on Monday.
Dozens of inmates broke out of jail in Kananga on Monday.
Parliament set up a commission of inquiry on Monday.
A military court jailed three soldiers on Monday.
A warlord was detained on Monday.
The rebel leader was found guilty on Monday.
The Constitutional Court rejected an appeal on Monday.
An appeals court postponed the hearing on Monday.
A militia leader fled house arrest on Monday.
The International Criminal Court suspended the trial on Monday.
Prosecutors demanded the death penalty on Monday.
The International Criminal Court ordered reparations on Monday.
Special forces captured the rebel commander in Kampala on Monday.
The government granted an amnesty on Monday.
The trial of the general opened on Monday.
The general turned himself in on Monday.
A warlord was ordered to stand trial on Monday.
An opposition leader was sentenced to death on Monday.
The general was jailed for life on Monday.
Prosecutors launched a probe on Monday.
The trial of Charles Taylor began on Monday.
The junta declared an amnesty on Monday.
""",
    "displacement": """
Families fled the fighting on Monday.
Tens of thousands arrived in Adré on Monday.
Residents fled to Uganda on Monday.
Residents were sent back on Monday.
The return of villagers continued in Kosovo on Monday.
Some 30,000 civilians crossed the river on Monday.
The flight of villagers continued in Kosovo on Monday.
Thousands of people returned to their villages on Monday.
Some 30,000 civilians were made homeless on Monday.
The offensive forced 3,000 families from their homes on Monday.
Refugees were forced to flee on Monday.
The shelling forced residents to flee on Monday.
The shelling pushed 10,000 people into Chad on Monday.
Tens of thousands were pushed back on Monday.
Rohingya Muslims left Aleppo on Monday.
Kenya closed its border to refugees on Monday.
The mass flight of refugees took place in Kosovo on Monday.
Hundreds of families left the city in cars on Monday.
The militia opened its border to refugees on Monday.
The army closed the camp on Monday.
Turkey took in 4,000 refugees on Monday.
Ethnic Armenians fled on foot on Monday.
""",
    "aid-humanitarian": """
Donors wrote off Somalia's debt on Monday.
Cholera broke out in Baidoa on Monday.
Saudi Arabia allocated 12 million euros for refugees on Monday.
An aid convoy docked in Port Sudan on Monday.
Qatar dropped food over Gaza on Monday.
Famine spread in Baidoa on Monday.
A ship with 5,000 tonnes of flour rolled into Gaza on Monday.
Doctors Without Borders restored water supplies to Maban on Monday.
The charity suspended operations in Gaza on Monday.
Firefighters saved 30 people in Mariupol on Monday.
The EU promised 50 million euros in aid on Monday.
Firefighters dug survivors out of the ruins in Mariupol on Monday.
A humanitarian corridor was opened in Sumy on Monday.
Oxfam unloaded 400 tonnes of rice in Mekelle on Monday.
The World Bank doubled its aid to Sudan on Monday.
The UN cut rations in Malakal on Monday.
Volunteers picked up 50 survivors in Mariupol on Monday.
An epidemic of cholera was confirmed in Kalma camp on Monday.
The UN sent medicine to Mekelle on Monday.
An aid agency opened a field hospital in Mekelle on Monday.
Oxfam rescued 40 people in Malakal on Monday.
""",
    "diplomacy-talks": """
Rwanda boycotted the summit on Monday.
France recalled its ambassador on Monday.
Kofi Annan postponed a visit to Ankara on Monday.
Negotiators conferred in Doha on Monday.
Mali evacuated its embassy on Monday.
The Qatari emir flew to Moscow on Monday.
Envoys of both sides spoke by telephone in Geneva on Monday.
Turkey rejected the peace plan on Monday.
Truce talks concluded in Muscat on Monday.
The president and the rebel leader convened in Doha on Monday.
Saudi Arabia was suspended from the African Union on Monday.
Envoys of both sides held emergency consultations in Doha on Monday.
Turkey recognised Kosovo on Monday.
The United States severed all contacts on Monday.
The UN envoy was snubbed by the junta on Monday.
Saudi Arabia ordered diplomats to leave on Monday.
The UN envoy arrived in Damascus on Monday.
The foreign minister called the Russian president on Monday.
The mediator paid a visit to Juba on Monday.
Iran quit the treaty on Monday.
The two presidents kicked off talks in Geneva on Monday.
The Qatari emir cancelled a trip to Islamabad on Monday.
""",
    "agreement": """
The government and the rebels exchanged bodies on Monday.
A power-sharing deal was signed in Juba on Monday.
The agreement was brokered by Qatar on Monday.
The government and the rebels made peace on Monday.
Israel and Hamas implemented the accord on Monday.
A peace treaty expired on Monday.
Both sides struck a bargain on Monday.
A peace deal was implemented on Monday.
M23 cancelled the truce on Monday.
Hamas resumed disarmament on Monday.
A prisoner exchange fell apart on Monday.
The armistice began on Monday.
The FARC handed in their weapons on Monday.
A power-sharing deal was extended on Monday.
Seven armed groups agreed on a prisoner exchange on Monday.
A cessation of hostilities collapsed on Monday.
The rival leaders swapped prisoners on Monday.
Hamas agreed to a truce on Monday.
Israel and Hamas inked a deal on Monday.
A truce was renewed on Monday.
""",
    "sanctions": """
The Treasury widened sanctions on Monday.
ECOWAS suspended arms exports on Monday.
Canada suspended cooperation with Rwanda on Monday.
The Security Council froze the assets of the president on Monday.
The United States waived sanctions on Monday.
Britain banned flights to Libya on Monday.
Britain withheld aid on Monday.
ECOWAS revoked visas of officials on Monday.
Switzerland boycotted Israeli goods on Monday.
Washington hit the junta with sanctions on Monday.
The Treasury banned imports of gold on Monday.
Sanctions took effect on Monday.
The United States imposed tariffs on Colombia on Monday.
Switzerland designated the group a terrorist organisation on Monday.
A travel ban came into force on Monday.
Britain penalised two banks on Monday.
ECOWAS banned the sale of arms to Israel on Monday.
The Treasury ended the embargo on Monday.
ECOWAS banned Russian oil on Monday.
""",
    "statement": """
Israel told civilians to evacuate the city on Monday.
The UN secretary-general expressed regret over the deaths on Monday.
The Pope took responsibility on Monday.
Human Rights Watch issued an ultimatum on Monday.
The United States pledged support for Ukraine on Monday.
Al-Qaeda threatened to attack Tel Aviv on Monday.
The army chief accused Rwanda of aggression on Monday.
Hamas rejected the accusation on Monday.
The rebel spokesman claimed victory on Monday.
The president voiced alarm on Monday.
The president released a video on Monday.
The UN secretary-general retracted his statement on Monday.
Al-Qaeda gave a televised speech on Monday.
The army chief dismissed the report on Monday.
Human Rights Watch accepted responsibility on Monday.
The rebel spokesman published a report on abuses on Monday.
""",
    "other": """
A boat with migrants overturned near Benghazi on Monday.
The president tendered his resignation on Monday.
An election was announced in Guinea on Monday.
The cabinet lifted the curfew on Monday.
Exiled politicians launched a party on Monday.
Opposition parties created a movement on Monday.
Officers took power in Niamey on Monday.
A mining company halted operations in Palma on Monday.
Soldiers installed a general as president in Niamey on Monday.
The governor named a new army chief on Monday.
Parliament passed a law on Monday.
The governor was demoted on Monday.
Parliament extended emergency rule on Monday.
A mining company sold its mine in Palma on Monday.
An attempted coup was foiled in Guinea on Monday.
Parliament was suspended on Monday.
Army officers staged a coup in Niamey on Monday.
The army chief disbanded the unit on Monday.
Kosovans voted for independence on Monday.
Parliament voted no confidence in the government on Monday.
The defence minister left office on Monday.
Parliament rejected the bill on Monday.
Voters went to the polls on Monday.
""",
}
CASES = [(line, type_) for type_, lines in SENTENCES.items() for line in lines.strip().splitlines()]


@pytest.mark.parametrize(("sentence", "type_"), CASES)
def test_a_wording_tells_an_event_of_its_type(sentence: str, type_: str) -> None:
    assert {found.type for found in events(f"The news of the week follows.\n\n{sentence}")} == {type_}


def test_what_is_of_war_is_no_war() -> None:
    found = events("Rebels seized Homs. The army gave up 30 prisoners of war on 3 February.")
    assert "war" not in [one.lemma for one in found]
    assert "war" in [one.lemma for one in events("War broke out in Khartoum on 15 April.")]
