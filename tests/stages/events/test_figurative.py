"""Words of war that tell none: sport, markets, weather, shops, the stage, and what might be or never was."""

from __future__ import annotations

import pytest

from tests.stages.events.reading import events

SENTENCES = """
The bank captured a tenth of the market on Monday.
The striker fired a shot over the bar on Saturday.
The novel charts the rise and fall of a dynasty.
The goalkeeper surrendered the ball on Sunday.
The pop star stormed out of an interview on Tuesday.
The currency came under fire on Monday.
The chef beat six eggs on Monday.
The team crushed its opponents on Saturday.
Fans flooded the streets after the match on Sunday.
The senator's approval ratings collapsed on Monday.
A heatwave gripped the capital on Monday.
The champion defended her title on Sunday.
The hurricane battered the coast on Wednesday.
The museum acquired a painting on Thursday.
The band launched a tour on Monday.
The airline launched a sale on Tuesday.
Traders retreated to cash on Monday.
The euro fell to a new low on Friday.
The price of rice shot up on Monday.
The virus invaded the lungs.
The gardener fought off the weeds.
The court of King Arthur is a legend.
The tennis court was resurfaced on Monday.
The judge of the baking contest ruled on Sunday.
The teacher fired questions at the class on Monday.
The boxer knocked out his opponent on Saturday.
The firm froze salaries on Monday.
The school banned phones on Monday.
The league suspended the midfielder on Friday.
The club expelled two members on Monday.
The landlord evicted a tenant on Monday.
The bride met her guests on Saturday.
The actors met at a party in Cannes on Saturday.
The neighbours settled a quarrel over a fence on Monday.
The tenor signed a contract with the opera on Monday.
The engineers tested a bridge on Monday.
The zoo released two vultures on Monday.
The studio released a film on Friday.
The shop delivered the sofa on Tuesday.
The baker delivered bread to the cafe on Monday.
The bishop visited a school on Monday.
The birds migrated south in October.
The river burst its banks on Monday.
The volcano's lava reached the village on Friday.
The book sold a million copies in March.
The festival opened on Friday.
The exhibition closed on Sunday.
The shop closed for the holidays on Monday.
The library reopened on Tuesday.
The chess player resigned on move 30 on Monday.
The manager of the club resigned on Sunday.
The company appointed a finance director on Monday.
The academy elected a poet on Thursday.
The voters' guide was printed on Monday.
The mission to Mars was launched on Monday.
The rocket carried a satellite for a television company on Monday.
The army of ants advanced.
The regiment of volunteers cleaned the beach on Saturday.
The soldiers' choir sang in the cathedral on Sunday.
The veterans toured the battlefield on Sunday.
The reenactors stormed the castle on Saturday.
The minister opened a bakery on Monday.
The king opened a swimming pool on Tuesday.
The price war broke out on Monday.
A war of words broke out between two singers on Monday.
The battle for ratings continued on Monday.
A battle with cancer ended for the actor on Monday.
The strike rate of the batsman rose.
The bowlers attacked from both ends on Friday.
The midfielder was shot down by the critics on Monday.
The peace of the lake charmed the visitors.
The coup of the season was a transfer.
The bomb squad of comedians toured in May.
The explosion of colour delighted the visitors on Sunday.
The blast furnace was relit on Monday.
The mine produced 20 tonnes of copper in March.
The miners dug up a diamond on Monday.
The company's shells are used in crafts.
The shelling of peas takes an hour.
The convoy of vintage tractors set off on Sunday.
The cholera museum is in Hamburg.
The hunger for news is great.
The famine memorial is made of bronze.
The flight to Paris was late on Monday.
The exile of the poet inspired a play.
The trial version of the program ended on Monday.
The sentence is too long.
The verdict of the critics was mild.
The charge of the battery lasts a day.
The prosecutor in the film is played by a singer.
Police recovered a stolen bicycle on Monday.
The hostess held a dinner on Monday.
The president likes jazz.
The president threw the first ball on Sunday.
The general store burned down in 1920.
If the rebels took the town, the road would be cut.
Should the talks fail, the war would go on.
The army could capture the town within days.
The rebels may withdraw from the town.
The government might declare a state of emergency.
Had the truce held, thousands would have lived.
Analysts say an attack is possible.
The rebels want to capture the town.
The aid agency hopes to deliver food.
The general refused to surrender.
The villagers feared that the army would burn their homes.
Nobody claimed responsibility.
No shots were fired.
The rebels did not attack the town.
The army never entered the village.
The group has never signed a ceasefire.
Wars often begin with small incidents.
A ceasefire is a pause in fighting.
Refugees often cross the border at night.
How do rebels take a town?
Who attacked the convoy?
The hotel was fully booked on Monday.
The cathedral choir toured Spain in May.
The cyclist crashed on the last bend on Sunday.
The sailor won the regatta off Brest on Saturday.
The surgeon operated on the knee on Monday.
The fishermen landed a record catch on Monday.
The hunters shot a boar on Sunday.
The farmer shot a fox on Monday.
The vet put the horse to death on Monday.
"""


@pytest.mark.parametrize("sentence", SENTENCES.strip().splitlines())
def test_a_figure_of_speech_tells_no_event(sentence: str) -> None:
    assert [found.title for found in events(f"The news of the week follows.\n\n{sentence}")] == []
