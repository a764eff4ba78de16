"""Sentences: exact offsets, abbreviations, quotations, labels, and what is no sentence of the story."""


import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.stages.articles import read_article, split_sentences
from tests.stages.articles.reading import context, read, sentences

WHOLE = [
    "Gen. Peter Cirimwami was wounded.",
    "Lt. Col. Willy Ngoma spoke for the rebels.",
    "Brig.-Gen. Makenga and Maj. Gen. Yav met Mr. Kabila and Dr. Mukwege.",
    "The U.S. Embassy and the U.N. Security Council met at 9 a.m. Wednesday.",
    "Resolution No. 2773 of Feb. 21 was adopted on p. 3.",
    "George W. Bush and J. D. Vance spoke.",
    "St. Joseph's church near Mt. Nyiragongo burnt.",
    "About 1.5 million people fled, some 2.4 km a day.",
    "“Who will go?” he asked.",
    '"Stop!" she shouted at them.',
    "They waited ... and nobody came.",
    "Radio Okapi (vs. the army's own figures, i.e. none) counted 12.",
    "Wednesday 11 March, Goma. Explosions killed three people.",
]

PARTS = [
    ["The town fell.", "The army left."],
    ["He left the U.S. ", "The army stayed."],
    ["They came at 9 a.m. ", "The shooting began at ten."],
    ["“We won,” he said.", "“They lost.”"],
    ["“We won.”", "The army denied it."],
    ['He said: "It is over."', 'Mr. Kabila said: "No."'],
    ["Was there a battle?", "Nobody knows!", "Perhaps..."],
    ["The toll rose to 1,300.", "4,300 people fled."],
    ["The army fled.[3]", "The town fell.[4][5]"],
    ["He lost the space.", "The next one follows."],
    ["Companies fled, such as Banro Corp. ", "But others stayed."],
    ["(He left on Monday.)", "Then the army came."],
]


@pytest.mark.parametrize("text", WHOLE)
def test_one_sentence_stays_one(text):
    assert sentences(text) == [text]


@pytest.mark.parametrize("parts", PARTS, ids=lambda parts: parts[0])
def test_sentences_are_parted(parts):
    text = " ".join(part.strip() for part in parts)
    assert sentences("A town falls to rebels\n\n" + text + "\n\nSo it ended.")[:-1] == [part.strip() for part in parts]


def test_a_lost_space_does_not_join_two_sentences():
    assert sentences("The army left the town.The rebels came.") == ["The army left the town.", "The rebels came."]


def test_no_sentence_crosses_blocks_and_a_heading_is_one():
    assert sentences("A title\n\nTHE ROAD\n\nThe road is cut") == ["THE ROAD", "The road is cut"]


@pytest.mark.parametrize(
    ("lead", "story"),
    [
        ("24 April 2011 Last updated at 17:55 GMT", "Security forces arrested dozens."),
        ("20 June 11 16:14 GMT", "The president spoke on Monday."),
        ("Updated: 14 May 2022 10:30", "The town fell overnight."),
        ("Ann Writer | 08:51 UK time, Friday, 1 June 2012", "A week ago armed men came."),
        ("(Reuters) -", "Rebels took the town."),
        ("Goma, Congo (AP) --", "Rebels took the town."),
        ("By Ann Writer, Reuters", "Rebels took the town."),
        ("March 03, 2021 | By Ann Writer and Bo Penn, Reuters", "Army lorries stand before the mill."),
        ("By Ann Writer, Special to Reuters", "Rebels took the town."),
        ("KINSHASA, 3 February (Agency) —", "The government met."),
        ("NAIROBI, Kenya (AP) _", "The government met."),
        ("KISUMU, Ken. _", "The government met."),
    ],
)
def test_what_stands_before_the_first_sentence_is_not_part_of_it(lead, story):
    assert sentences(f"{lead} {story} More followed.")[0] == story


def test_a_headline_and_summary_before_the_agency_are_no_sentence():
    summary = "Rebels take a key town NEW: The army denies it Witnesses heard shots"
    assert sentences(f"{summary} Goma (CNN) -- Rebels took the town. It fell.") == ["Rebels took the town.", "It fell."]


@pytest.mark.parametrize(
    "text", ["The Free Army (FSA) -- which fights in the north -- denied it.", "NATO — the alliance — denied it."]
)
def test_a_dash_in_a_sentence_is_no_dateline(text):
    assert sentences(text) == [text]


def test_a_heading_fused_with_the_first_sentence_is_cut_off():
    text = "Many roads in the north remain closed to aid The army says it will open them. More followed."
    assert sentences(text)[:2] == ["Many roads in the north remain closed to aid", "The army says it will open them."]
    later = "First came the news of the day.\n\n" + text
    assert sentences(later)[1] == "Many roads in the north remain closed to aid"


def test_a_caption_that_ran_into_a_quantity_is_cut_off():
    text = "The ferry lies in the harbour of Kuri Hundreds of people waited there."
    assert sentences(text) == ["The ferry lies in the harbour of Kuri", "Hundreds of people waited there."]
    assert sentences("It was sung by the band Scores Nine.") == ["It was sung by the band Scores Nine."]


def test_a_caption_that_ran_into_a_day_is_cut_off():
    text = "Donors promised tents, blankets and water On Tuesday, Kuri's mayor thanked them."
    assert sentences(text) == ["Donors promised tents, blankets and water", "On Tuesday, Kuri's mayor thanked them."]
    titled = "Rebels Seize The Market Of Kuri On Tuesday."
    assert sentences(titled) == [titled]


def test_the_entries_of_a_chronology_set_without_breaks_are_cut():
    text = "Key dates 3 May: Rebels seize Sake 7 May 2024: Army retakes it June 12 - Nine people die."
    entries = ["3 May: Rebels seize Sake", "7 May 2024: Army retakes it", "June 12 - Nine people die."]
    assert sentences(text) == ["Key dates", *entries]
    assert sentences("Talks ran from 3 May - 7 June and failed.") == ["Talks ran from 3 May - 7 June and failed."]
    assert sentences("The rule of 3 May: Nobody may leave.") == ["The rule of 3 May: Nobody may leave."]


def test_a_heading_in_capitals_is_cut_off():
    text = "First came the news. THE SIEGE SO FAR Chad's rebels took the mill. More followed."
    assert sentences(text)[1:3] == ["THE SIEGE SO FAR", "Chad's rebels took the mill."]
    assert sentences("US and UN Envoys met. The UN AU NATO Secretary spoke.")[0] == "US and UN Envoys met."
    assert sentences("The BBC reports that rebels took it.") == ["The BBC reports that rebels took it."]


def test_a_heading_that_ends_with_a_name_is_cut_off():
    text = "Marchers gathered before the embassy in Berlin A protester was held on Friday. More followed."
    assert sentences(text)[0] == "Marchers gathered before the embassy in Berlin"


@pytest.mark.parametrize(
    ("heading", "story"),
    [
        ("Smoke rises over the hills west of Sake", "The UN's envoy has flown home."),
        ("Delegates wait for the result in Nairobi", "A UN convoy has reached the camp."),
        ("Traders of the market count their losses", "A Kenyan officer was held on Friday."),
        ("The road through the hills of Masisi", "An Angolan who fled spoke of murder."),
    ],
)
def test_a_heading_before_a_name_is_cut_off(heading, story):
    assert sentences(f"{heading} {story} More followed.")[:2] == [heading, story]


def test_names_with_the_inside_a_sentence_are_not_cut():
    for text in (
        "The envoy of the ministry, Thomas A Reed said on Monday, had left for the coast.",
        "The convoy and all its drivers had belonged to The Carter Foundation since May.",
        "A reporter of the paper The Guardian spoke to judges in The Hague.",
        "Before the year 1914 was out World War One had reached the lake, and Air Force One had not been built.",
        "Holders of Series A shares were told on Monday that He alone decides.",
    ):
        assert sentences(text + " More followed.")[0] == text


def test_comments_and_feeds_below_a_story_are_no_sentences():
    story = "The town fell on Monday. The army left.\n\n"
    talk = (
        "I never liked them. January 29, 2011 at 10:10 pm | Report abuse | You are wrong. "
        "January 29, 2011 at 11:10 pm | Report abuse |\n\nThe army took 300 towns, my uncle says.\n"
    )
    article, _ = read("2011-01-29.txt", story + talk)
    assert [one.text for one in split_sentences(article, context())] == ["The town fell on Monday.", "The army left."]
    assert "my uncle" in article.text, "nothing is lost"


@pytest.mark.parametrize(
    "talk",
    [
        "3rd March 2012 - 10:20 Army took my street. 3rd March 2012 - 11:02 They lie.",
        "At 10:20 3rd Mar 2012, river_man wrote: Army took my street. At 11:02 3rd Mar 2012, anna wrote: They lie.",
        "March 3rd, 2012 10:20 am ET Army took my street. March 3rd, 2012 11:02 am ET They lie.",
    ],
)
def test_the_stamps_of_other_sites_open_comments_too(talk: str) -> None:
    story = "The town fell on Monday, and by the evening the last of the soldiers had left it behind. " * 3
    article, _ = read("2012-03-03.txt", f"{story}\n\n{talk}\n")
    assert {one.text[:8] for one in split_sentences(article, context())} == {"The town"}


def test_the_stamp_at_the_head_of_a_page_is_its_own() -> None:
    text = "3rd March 2012 - 10:20\n\nThe town fell on Monday.\n\n3rd March 2012 - 12:00 An aide denied it."
    assert any("fell on Monday" in one for one in sentences(text))


def test_a_single_time_of_day_is_no_comment():
    text = "It began on January 29, 2011 at 10:10 pm. The army left."
    assert len(sentences(text)) == 2


@pytest.mark.parametrize(
    "line", ["Share this on:", "2 hours ago", "Read more", "RELATED STORIES", "All rights reserved."]
)
def test_lines_of_the_page_are_no_sentences(line):
    assert sentences(f"The town fell on Monday.\n\n{line}\n\nThe army left.", "2011-01-29.txt") == [
        "The town fell on Monday.",
        "The army left.",
    ]


def check_spans(text: str, name: str = "a.txt") -> None:
    article, _ = read_article(name, text.encode(), context())
    if article is None:
        return
    last = 0
    for number, sentence in enumerate(split_sentences(article, context())):
        span, block = sentence.span, article.blocks[sentence.block]
        assert article.text[span.start : span.end] == sentence.text == sentence.text.strip() != ""
        assert last <= span.start < span.end and sentence.index == number
        assert block.start <= span.start and span.end <= block.end
        last = span.end


@settings(max_examples=150, deadline=None)
@given(st.text(alphabet=' .!?"”’()[]-—|\nAaBbTthe19:é•#*<>&;/', max_size=300))
def test_spans_slice_back_are_ordered_and_disjoint(text):
    for name in ("a.txt", "a.md", "a.html"):
        check_spans(text, name)
