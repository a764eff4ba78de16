"""Newsroom sentences on many wars, each with the type of event it tells, and sentences that tell none."""

from __future__ import annotations

import pytest

from tests.stages.events.reading import events

NONE = ""
SENTENCES = {
    "battle": """
Heavy clashes were reported in Kidal on Friday.
Georgian forces launched an assault on Tskhinvali on 7 August.
Myanmar's army came under fire in Kayah State on Monday.
The rebels mounted a surprise attack on Bouaké on Thursday.
The militants opened fire on an army truck in Pulwama on Saturday.
Russian troops launched a ground assault on Bamut on Tuesday.
The paratroopers fought off an attack by rebels on Saturday.
Rebels inflicted heavy losses on the army in Tigray on Tuesday.
Soldiers mutinied in Bouaké on 6 January.
Militants struck an army camp at Uri on 18 September, killing 19 soldiers.
Clashes flared between the army and a militia in Khartoum on Saturday.
""",
    "territory-change": """
Northern Alliance forces captured Mazar-i-Sharif on 9 November.
Insurgents hoisted their flag over the town hall in Mocímboa da Praia on Wednesday.
The fall of Vukovar came on 18 November.
Seleka fighters took Bangui on 24 March.
The rebels pulled back from Misrata on Saturday.
The rebels were in full control of Abéché on Saturday.
The army has withdrawn from Lashio, residents said on Monday.
Eritrean troops withdrew from Badme on Sunday.
UN troops took over the airport of Sarajevo on 29 June.
Kurdish fighters lost Afrin to Turkish troops on 18 March.
Pakistani troops dislodged militants from Mingora on Saturday.
""",
    "explosion-remote-violence": """
A suicide bomber blew himself up outside a mosque in Kabul on Friday.
A truck packed with explosives rammed the UN headquarters in Baghdad on 19 August.
Israeli warplanes pounded southern Beirut on Thursday.
NATO aircraft launched strikes on Serb positions on 30 August.
A drone strike killed four men in North Waziristan on Wednesday.
Explosions rocked Khartoum on Thursday.
A parcel bomb exploded at a police post in Davao on Monday.
Turkey carried out air strikes on Kurdish positions in Iraq on Sunday.
Russia launched a wave of missile attacks on Kyiv on Monday.
A minibus hit a mine near Djibo on Wednesday, killing 14 passengers.
The bombardment of Tskhinvali started on the night of 7 August.
""",
    "violence-against-civilians": """
Gunmen killed 148 students at a university in Garissa on 2 April.
Militants beheaded a hostage in Jolo on Monday.
An aid worker was kidnapped in Kabul on Tuesday.
Soldiers set fire to a church in Kiambaa on 1 January.
Three nuns were raped in Kandhamal on Monday.
The warlord's men tortured detainees in Sabha on Tuesday.
Five journalists went missing near Kidal on Saturday.
Cattle raiders killed 50 people in Jonglei on Monday.
The kidnapped priest was found dead in Buea on Sunday.
Twenty miners were shot by gunmen in Duki on Friday.
Boko Haram militants razed the town of Baga on 3 January.
""",
    "protest-riot": """
Rioters ransacked shops in Honiara on Wednesday.
Crowds stormed the presidential palace in Colombo on 9 July.
Protests swept Haiti on 7 February.
Angry residents burned tyres in Goma on Monday.
Riots erupted in Kirkuk on Monday after a religious book was burned.
Protesters threw stones at police in Srinagar on Friday.
Riot police fired tear gas at demonstrators in Kinshasa on Sunday.
Civil servants started an indefinite strike in N'Djamena on Monday.
Thousands of Serbs demonstrated in Mitrovica against independence on 18 February.
Clashes between protesters and police in Conakry left three dead on Monday.
The opposition staged mass rallies in Caracas on 23 January.
""",
    "deployment": """
The first Nigerian peacekeepers arrived in Freetown on Friday.
The African Union deployed monitors to Darfur on Saturday.
Reinforcements were rushed to Kunduz on Tuesday.
British paratroopers were flown to Sierra Leone on 7 May.
Reservists were called up in Israel on 7 October.
Washington announced it would send 30,000 more troops to Afghanistan on 1 December.
Australian peacekeepers came ashore in Dili on 20 September.
Poland shipped 20 tanks to Ukraine on Monday.
The president ordered a general mobilisation on 27 September.
The Security Council sent 4,000 more peacekeepers to Juba on 12 August.
The army stepped up patrols in Abidjan on Sunday.
""",
    "diplomacy-talks": """
The foreign ministers of Armenia and Azerbaijan held talks in Moscow on 9 October.
Russia vetoed a draft resolution on Syria on 4 February.
Pope Francis visited Bangui on 29 November.
African leaders gathered in Addis Ababa on Saturday to discuss the crisis.
The two leaders spoke by telephone on Monday.
The parties failed to reach agreement in Rambouillet on 23 February.
Moscow pulled out of the treaty on Tuesday.
The president flew to Paris on Sunday to meet his French counterpart.
A ministerial meeting on Burundi was held in Arusha on 21 July.
Peace talks in Jeddah were suspended on Wednesday.
""",
    "agreement": """
A truce took effect in Gaza on Friday.
The government and the FARC reached a peace deal on 24 August.
Bosnia's warring factions initialled an accord in Dayton on 21 November.
The government called off the truce on Tuesday.
Hezbollah and Israel accepted a UN-brokered ceasefire on 14 August.
The rebels and the government put their names to a peace accord in Algiers on 15 May.
Sudan and the rebels inked a peace agreement in Juba on 3 October.
Both armies agreed a prisoner swap on Thursday.
The president scrapped the ceasefire with the Tigers on 2 January.
India and Pakistan agreed to observe a ceasefire along the Line of Control on 25 February.
""",
    "sanctions": """
Ecowas suspended Mali on 30 May.
The Security Council imposed an arms embargo on Yugoslavia on 25 September.
The United States froze the assets of three Zimbabwean officials on Monday.
Washington blacklisted a Chadian warlord on Tuesday.
The European Union renewed sanctions against Burundi on Thursday.
The Arab League agreed economic sanctions on Syria on 27 November.
The US suspended military aid to Rwanda on Saturday.
Turkey halted trade with Israel on 2 May.
The bank froze a loan to Uganda on Tuesday.
The World Bank stopped funding projects in Afghanistan on 24 August.
The US imposed visa restrictions on Ugandan officials on Monday.
""",
    "justice": """
Radovan Karadžić was arrested in Belgrade on 21 July.
The tribunal sentenced Ratko Mladić to life imprisonment on 22 November.
The International Criminal Court charged the Sudanese president with genocide on 12 July.
Chad's former ruler went on trial in Dakar on 20 July.
The appeals court upheld the verdict on Tuesday.
Spain issued an arrest warrant for the Rwandan generals on 6 February.
The ICC opened an investigation in Georgia on 27 January.
The militia leader pleaded not guilty on Thursday.
A commission of inquiry was set up in Conakry on Tuesday.
The rebel chief was captured in Lima on 12 September.
Prosecutors demanded the death penalty for the general on Thursday.
""",
    "aid-humanitarian": """
The Red Cross evacuated 400 wounded people from Vanni on Tuesday.
Doctors Without Borders pulled out of Somalia on 14 August.
US planes dropped food parcels over Mount Sinjar on 7 August.
A cholera epidemic broke out in Haiti on 21 October.
The charity opened a field hospital in Maban on Wednesday.
Relief supplies were flown into Goma on Saturday.
Sudan expelled 13 aid agencies on 4 March.
The UN refugee agency set up a camp for 20,000 people in Adré on Monday.
Turkey sent two planeloads of tents to Mogadishu on Wednesday.
A humanitarian corridor was opened from Mariupol on 5 March.
The Red Cross delivered medicines to Stepanakert on Friday.
""",
    "displacement": """
More than a million Hutus crossed into Zaire on 14 July.
Hundreds of families sought shelter at a UN base in Bor on Wednesday.
The mass exodus from Marawi started on 24 May.
The army ordered residents to evacuate northern Gaza on 13 October.
Fighting uprooted 12,000 families in Cabo Delgado on Monday.
Colombia deported 1,100 Venezuelans on Saturday.
The fighting sent thousands of villagers fleeing into Thailand on Friday.
Georgian villagers fled their homes in South Ossetia on 9 August.
Kenya began closing the Dadaab camp on Wednesday.
The exodus of Serbs from Krajina began on 5 August.
About 3,000 people escaped the fighting in Wau on Saturday.
""",
    "statement": """
The rebels issued an ultimatum to the government on Tuesday.
The Islamist group threatened to attack Kenya on Wednesday.
The African Union urged both sides to stop fighting on Saturday.
The president addressed the nation on Monday.
The group swore allegiance to Islamic State on 7 March.
Taliban leaders vowed revenge on Thursday.
The US accused Sudan's army of using chemical weapons on 22 May.
A video of the hostages was released on Monday.
Amnesty International accused the army of war crimes in a report on Thursday.
The president promised an inquiry on Wednesday.
""",
    "other": """
Soldiers seized power in Bamako on 22 March.
The king dissolved parliament on 4 February.
A state of emergency was declared in Colombo on 1 April.
Zelaya was ousted in a coup on 28 June.
A helicopter carrying the vice-president crashed near Goma on Friday.
Rebel groups formed a coalition in Ndélé on 17 December.
The cabinet resigned on Friday.
Rwanda shut its border with Burundi on 11 January.
Polls closed in Baghdad on Sunday.
The general succeeded his father as president on 20 April.
The Somali parliament elected a new president on 10 September.
""",
    NONE: """
The champion defeated her rival in straight sets on Wednesday.
The singer released an album on Friday.
The prices of bread rose on Monday.
Doctors are fighting a losing battle against malaria.
The actor won an award on Sunday.
The town lies on the road to the border.
The war has gone on for years.
Peace would bring prosperity to the region.
The minister dropped a bombshell at dinner on Tuesday.
The bishop celebrated mass in the cathedral on Sunday.
The winner took the trophy home on Saturday.
The car was launched in Geneva on Tuesday.
Pupils returned to school on Monday.
The book describes the siege in detail.
The villagers fear another attack.
No one was hurt.
There was no fighting on Monday.
The threat of war hangs over the valley.
The army is the largest in the region.
The movement has its roots in the 1970s.
Investors pulled out of the fund on Thursday.
The company withdrew its bid on Friday.
The shop was besieged by bargain hunters on Saturday.
Fans invaded the pitch on Sunday.
The tourist ship docked in Zanzibar on Friday.
The carmaker recalled 20,000 vehicles on Monday.
The central bank intervened to support the currency on Thursday.
The weather forecast for Friday is sunny.
The club sacked its manager on Sunday.
The lawyer attacked the logic of the ruling.
Rain stopped play at Lord's on Friday.
The runner collapsed at the finish on Sunday.
The group is thought to have 300 fighters.
The restaurant was packed on Friday.
The runner led the march of progress.
The parties are at war over taxes.
Why did the talks fail?
Will the truce hold?
The rebels have no air force.
Farmers harvested maize on Friday.
The album dropped on Friday.
The economy was hit by drought in 2011.
The volunteers planted trees on Saturday.
A row erupted over parking on Tuesday.
The team lost the city derby on Saturday.
The tenor was given a standing ovation on Friday.
The trade fair was inaugurated on Monday.
The umpire warned the bowler on Saturday.
Tourists visited the pyramids on Tuesday.
The mayor cut a ribbon on Friday.
The police officer won a medal in judo on Saturday.
The opera house caught the mood on Friday.
The union of bakers elected a board on Tuesday.
Passengers boarded the train on Monday.
A barrage of criticism met the budget on Tuesday.
The rally driver retired on lap three on Sunday.
The stock market rallied on Monday.
The yen advanced on Friday.
The lawmakers toured a dairy on Friday.
The rebel lawyer wrote a cookbook on Monday.
""",
}
CASES = [(line, type_) for type_, lines in SENTENCES.items() for line in lines.strip().splitlines()]


@pytest.mark.parametrize(("sentence", "type_"), [case for case in CASES if case[1]])
def test_a_sentence_tells_an_event_of_its_type(sentence: str, type_: str) -> None:
    assert {found.type for found in events(f"The news of the week follows.\n\n{sentence}")} == {type_}


@pytest.mark.parametrize("sentence", [case[0] for case in CASES if not case[1]])
def test_a_sentence_tells_no_event(sentence: str) -> None:
    assert [found.title for found in events(f"The news of the week follows.\n\n{sentence}")] == []


def test_leaving_a_place_is_one_kind_of_event_in_any_wording() -> None:
    """Reports that say it in different words are linked by their kind."""
    told = [
        "The rebels withdrew from Misrata on Saturday.",
        "The rebels withdrew on Saturday, two weeks after they took Misrata.",
        "The rebels left Misrata on Saturday.",
        "The rebels pulled their fighters out of Misrata on Saturday.",
        "The withdrawal of the rebels from Misrata on Saturday was quiet.",
    ]
    assert {events(text)[0].type for text in told} == {"territory-change"}
