"""Which date an event takes: examples of each way English ties them, and of what looks the same and is not."""

from __future__ import annotations

import pytest

from tests.stages.events.reading import day, events

DCT = "2025-02-10"  # a Monday


def dates(body: str) -> list[str]:
    """The dates of a body's events, in order."""
    return [day(one) for one in events(body, DCT)]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("Rebels who had attacked Homs on Tuesday seized Damascus on Friday. Troops shelled Homs the same day.", -1),
        ("Rebels seized Damascus on Friday. They had hit Homs on Thursday. Troops hit Aleppo that night.", -1),
        ("Rebels seized Damascus on Friday, the first raid since 3 February. Troops shelled Homs that night.", -1),
        ("Rebels seized Damascus on Friday. Troops shelled Homs before dawn.", -1),
        ("Rebels seized Damascus on Friday. By the evening troops had shelled Homs.", -1),
        ("Rebels seized Damascus on Friday. Hours later troops shelled Homs.", -1),
        ("Rebels seized Damascus on Friday. Troops then shelled Homs.", -1),
        ("Rebels seized Damascus on Friday. Afterwards troops shelled Homs.", -1),
    ],
)
def test_words_that_point_back_mean_the_day_of_what_was_told_last(body: str, expected: int) -> None:
    assert dates(body)[expected] == "2025-02-07"


@pytest.mark.parametrize(
    "body",
    [
        # Nothing points back, or something points elsewhere.
        "Rebels seized Damascus on Friday. Troops shelled Homs weeks later.",
        "Rebels seized Damascus on Friday. Troops have shelled Homs since then.",
        "Rebels seized Damascus on Friday. Five people were killed in Homs in the last 24 hours.",
        "Rebels seized Damascus on Friday. Four reporters were captured in Homs and then jailed.",
        "Rebels seized Damascus on Friday. The market reopened. Prices fell. Rain came. Then troops shelled Homs.",
        "Rebels seized Damascus in 2012. Troops then shelled Homs.",
        # No day was told before.
        "Troops shelled Homs before dawn.",
    ],
)
def test_no_day_is_carried_without_a_reason(body: str) -> None:
    assert dates(body)[-1] == ""


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        # More of the same violence, or what befell those just told of.
        ("Raiders stormed a mill near Homs on Friday. Two guards were killed.", "2025-02-07"),
        ("Raiders stopped a coach near Homs on Friday. Their hostages were let go with a letter.", "2025-02-07"),
        ("A plane landed near Homs on Friday. Two men got off and were arrested.", "2025-02-07"),
        # A place of its own, a stretch of time, a look back, other people, another paragraph.
        ("Raiders stormed a mill near Homs on Friday. Shells hit a bakery in Aleppo.", ""),
        ("Raiders stormed a mill near Homs on Friday. Two guards were killed within a month.", ""),
        ("Raiders stormed a mill near Homs on Friday. They had kidnapped a miller.", ""),
        ("Raiders stormed a mill near Homs on Friday. Police arrested two dealers in hashish.", ""),
        ("Raiders stormed a mill near Homs on Friday.\n\nTwo guards were killed.", ""),
    ],
)
def test_the_next_sentence_goes_on_with_a_deed(body: str, expected: str) -> None:
    assert dates(body)[-1] == expected


def test_a_later_day_of_a_look_back_is_counted_from_the_look_back() -> None:
    body = "Rebels seized Damascus on Friday. They had taken Homs on Monday, 20 January. Aleppo fell two days later."
    assert dates(body)[-1] == "2025-01-22"


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("More than 3,000 people have fled Damascus since Friday.", "2025-02-07/2025-02-10"),
        ("More than 3,000 people have fled Damascus since the weekend.", "2025-02-08/2025-02-10"),
        ("Homs has been shelled since 3 February.", "2025-02-03/2025-02-10"),
        ("On 5 and 6 February rebels attacked Damascus.", "2025-02-05/2025-02-06"),
        ("Air strikes on Homs went on through Saturday.", "2025-02-08"),
        ("Rebels shelled Homs Sunday through Tuesday.", "2025-02-02/2025-02-04"),
        ("By Saturday evening troops had seized Homs.", "2025-02-08"),
        ("It was the worst attack on Homs since 2003, when a bomb killed 36 people.", "2003"),
    ],
)
def test_how_long_it_lasted_follows_from_preposition_and_tense(body: str, expected: str) -> None:
    assert dates(body)[-1] == expected


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("Rebels seized Damascus on 5 February and Homs on 6 February.", ["2025-02-05", "2025-02-06"]),
        ("Rebels seized Homs and have held it since Friday.", [""]),
    ],
)
def test_what_is_no_stretch(body: str, expected: list[str]) -> None:
    assert dates(body)[: len(expected)] == expected


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("Talks planned for Thursday in Damascus collapsed.", "2025-02-06"),
        ("Kenya called a summit in Nairobi for Wednesday.", "2025-02-12"),
        ("Talks in Damascus are planned for Thursday.", "2025-02-13"),
        ("Rebels attacked Damascus on Thursday.", "2025-02-06"),
    ],
)
def test_a_weekday_lies_where_the_tense_wants_it(body: str, expected: str) -> None:
    assert dates(body)[0] == expected


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("A bomber blew himself up in Damascus on 2 March.", "2024-03-02"),
        ("Troops shelled Damascus from 7 to 9 March.", "2024-03-07/2024-03-09"),
        # What was set or said may lie ahead.
        ("The president set talks in Damascus for 7 March.", "2025-03-07"),
        ("The minister said troops would leave Damascus on 7 March.", "2025-03-07"),
    ],
)
def test_what_happened_lies_in_no_year_to_come(body: str, expected: str) -> None:
    assert dates(body)[0] == expected


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("The siege began on Friday, a day after rebels captured Homs.", "2025-02-06"),
        ("Rebels entered Damascus on Friday, 48 hours after they seized Homs.", "2025-02-05"),
        ("Troops left Damascus on Friday, the day before rebels seized Homs.", "2025-02-08"),
        ("Troops agreed on Friday to leave Damascus, three days after rebels seized Homs.", "2025-02-04"),
        ("Ministers met in Nairobi on Friday, minutes after rebels seized Homs.", "2025-02-07"),
        ("Rebels seized Damascus on Friday, two weeks after they attacked Homs.", "2025-01-24~"),
        ("Rebels seized Damascus on Friday, four days after the fall of Homs.", "2025-02-03"),
    ],
)
def test_a_distance_dates_the_clause_behind_it(body: str, expected: str) -> None:
    assert expected in dates(body)[-1:]


def test_a_distance_dates_the_main_clause_from_the_one_behind_it() -> None:
    found = dates("Two days after rebels attacked Homs on 3 February, troops seized Damascus.")
    assert found == ["2025-02-03", "2025-02-05"]
    assert dates("Rebels seized Damascus two days after troops attacked Homs on 3 February.") == [
        "2025-02-05",
        "2025-02-03",
    ]


@pytest.mark.parametrize(
    "body",
    [
        "Rebels seized Damascus on Friday, less than a week after they attacked Homs.",
        "Rebels seized Damascus on Friday, a few days after they attacked Homs.",
        "Rebels seized Damascus on Friday, weeks after they attacked Homs.",
        "Rebels seized Damascus on Friday, after they attacked Homs.",
        "A day after rebels seized Damascus, shops braced themselves for Friday.",  # on the day they brace for, nothing
    ],
)
def test_a_vague_distance_dates_nothing(body: str) -> None:
    assert dates(body)[-1] == ""


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("The March 23 Movement said on Saturday that its fighters had captured Goma.", "2025-02-08~"),
        ("The Congolese army claimed on Saturday to have retaken Goma.", "2025-02-08~"),
        ("Residents said on Saturday that rebels had captured Goma.", "2025-02-08~"),
        ("Soldiers announced on Saturday they had overthrown the president.", "2025-02-08~"),
        # The word of others, of long ago, or of what is denied.
        ("The UN said on Saturday that soldiers had burned 40 houses in Goma.", ""),
        ("The UN said on Saturday soldiers had burned 40 houses in Goma.", ""),
        ("The UN said soldiers on Saturday burned 40 houses in Goma.", "2025-02-08"),
        ("The army admitted on Saturday that it had shelled Goma.", ""),
        ("The army denied on Saturday that it had captured Goma.", ""),
        ("The March 23 Movement said this week that it had captured Goma.", ""),
        ("The March 23 Movement said on Saturday that it had captured Goma in 2012.", "2012"),
    ],
)
def test_what_a_side_says_it_has_done_was_done_about_then(body: str, expected: str) -> None:
    assert dates(body)[-1:] == [expected]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("Ministers signed a deal for exchanging prisoners in Nairobi on Saturday.", "2025-02-08"),
        ("The revolt began in May 2021 with an attack on Homs.", "2021-05"),
        ("Rebels attacked Homs on Saturday, in a raid which killed ten people.", "2025-02-08"),
        ("It recalled a raid on Homs on 5 February, in which ten people were killed.", "2025-02-05"),
    ],
)
def test_a_date_at_the_end_is_that_of_what_it_belongs_to(body: str, expected: str) -> None:
    assert dates(body)[0] == expected


@pytest.mark.parametrize(
    "body",
    [
        "Ministers condemned the army for bombing Homs on Saturday.",
        "Leaders agreed to open talks in Nairobi on Thursday.",
    ],
)
def test_a_date_at_the_end_stays_where_the_verb_tells_of_speech_or_plans(body: str) -> None:
    found = [one for one in events(body, DCT) if one.type == "statement" or one.lemma.startswith("agree")]
    assert all(one.time is None for one in found)


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        # A sentence without events, and a participle of the subject, tell their day too.
        ("On Saturday the streets were empty. By the evening rebels had attacked Homs.", "2025-02-08"),
        ("Leaders meeting in Nairobi on Saturday warned the rebels. Troops shelled Homs the same day.", "2025-02-08"),
        ("Rebels attacked Homs on Saturday. Crowds met in Aleppo after noon prayers to mourn.", "2025-02-08T12:00"),
        ("The president declared a state of siege in Homs that began on 6 February.", "2025-02-06"),
        # What somebody only says of a day does not move the story.
        ("Rebels attacked Homs on Friday. It is Saturday that they fear. Troops shelled Damascus the same day.", ""),
    ],
)
def test_what_moves_the_story(body: str, expected: str) -> None:
    assert dates(body)[-1] == (expected or "2025-02-07")


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("the evening before", "2025-02-06"),
        ("the same night", "2025-02-07"),
        ("the morning after", "2025-02-08"),
    ],
)
def test_parts_of_the_days_around_are_counted_from_the_story(words: str, expected: str) -> None:
    told = "Rebels who had fled on Monday seized Homs on Friday."
    assert dates(f"{told} Troops shelled the town {words}.")[-1] == expected


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        # Of something known, or of a dated noun, a distance counts without a date in the main clause.
        ("Rebels seized Homs on Friday. Two days after the attack, troops shelled Damascus.", "2025-02-09"),
        ("Rebels seized Homs on Friday. A shell killed a nurse the day before the battle began.", "2025-02-06"),
        ("Rebels took Homs on Friday. Troops shelled it two days after the fall of Aleppo on 2 May.", "2024-05-04"),
        ("Rebels seized Homs on Friday. Troops had shelled Aleppo the day before the fall of Damascus.", ""),
        # What a side says it did, and what a known thing came after, belong to the scene told just before.
        ("Rebels seized Homs on Friday.\n\nThe Syrian army said its planes were striking Aleppo.", "2025-02-07~"),
        ("Rebels seized Homs on Friday.\n\nA trader said he had visited Aleppo and fled.", ""),
        ("Rebels seized Homs on Friday. A visit to Aleppo came a day after the United States attacked it.", ""),
        ("Rebels seized Homs on Friday.\n\nTroops shelled Aleppo.", ""),
        ("Rebels seized Homs on Friday.\n\nThe UN said soldiers had burned 40 houses in Aleppo.", ""),
    ],
)
def test_the_scene_told_just_before(body: str, expected: str) -> None:
    found = [one for one in events(body, DCT) if one.lemma not in {"fall", "attack", "fall of"}]
    assert day(found[-1]) == expected


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("Rebels seized Homs and withdrew from Aleppo on Saturday.", ["2025-02-08", "2025-02-08"]),
        ("Soldiers killed eight people and wounded 22 in Homs on Saturday.", ["2025-02-08"]),
        ("Rebels seized Homs and on Saturday withdrew from Aleppo.", ["", "2025-02-08"]),
        ("Rebels had seized Homs and withdrew from Aleppo on Saturday.", ["", "2025-02-08"]),
        ("Rebels seized Homs, and troops withdrew from Aleppo on Saturday.", ["", "2025-02-08"]),
    ],
)
def test_a_date_at_the_end_of_joined_verbs_is_of_both(body: str, expected: list[str]) -> None:
    assert dates(body) == expected


def test_where_something_was_moved_to_is_not_when_it_was_moved() -> None:
    assert dates("Rebels seized Homs and moved the talks in Nairobi to 20 February.")[0] == ""
    assert dates("Fighting raged in Homs from 3 to 6 February.") == ["2025-02-03/2025-02-06"]


def test_a_later_day_is_counted_from_the_text_when_the_story_was_left_long_ago() -> None:
    far = "Prices fell. Rain came. The market was empty. Nobody spoke. It was cold."
    body = f"Rebels seized Homs on Friday. {far} The raid of 2 February had failed. Troops shelled it the next day."
    assert dates(body)[-1] == "2025-02-03"


def test_said_after_an_insertion_is_the_verb_of_the_sentence() -> None:
    body = "The rebels, who have complained that help was slow, said Thursday they had captured Goma."
    assert dates(body) == ["2025-02-06~"]


@pytest.mark.parametrize(
    ("text", "title", "wanted"),
    [
        # A date behind `of` is that of the noun before it.
        ("Kenya accused Congo of breaking the accord of 23 March 2009.", "Kenya accuses", ""),
        ("Kenya mourned the accord of 23 March 2009.", "Accord of 23 March 2009", "2009-03-23"),
        ("The rebels rejected the ceasefire of 8 February.", "Rebels reject", ""),
        # Not where the noun is the event, what the clause is about or makes, a time, or what it happened in.
        ("The attack of 7 February killed ten people in Goma.", "Attack kills", "2025-02-07"),
        ("The rebels signed the accord of 23 March 2009 in Goma.", "Rebels sign", "2009-03-23"),
        ("The rebels shelled Goma on the evening of 7 February.", "Rebels shell", "2025-02-07"),
        ("Ten people were killed in the floods of 7 February in Goma.", "Ten people killed", "2025-02-07"),
    ],
)
def test_a_date_behind_of_belongs_to_its_noun(text: str, title: str, wanted: str) -> None:
    assert [day(one) for one in events(text) if one.title.startswith(title)] == [wanted]


@pytest.mark.parametrize(
    ("text", "wanted", "status"),
    [
        ("The mission’s mandate, which runs out on Friday, was extended.", "2025-02-14", "planned"),
        ("The ultimatum lapses on Friday.", "2025-02-14", "planned"),
        ("The mission’s mandate ran out on Friday.", "2025-02-07", "happened"),
    ],
)
def test_the_present_tense_of_a_calendar_looks_ahead(text: str, wanted: str, status: str) -> None:
    assert (wanted, status) in [(day(one), one.status) for one in events(text)]


def test_a_clause_that_tells_which_thing_is_meant_does_not_move_the_story() -> None:
    body = "On Friday the two sides met in Cairo. They confirmed the accord that envoys had signed on 3 January. "
    assert dates(body + "The next day shells hit Homs.")[-1] == "2025-02-08"
    told = "On 27 January rebels said in a report that they had taken Homs on 3 January. "
    assert dates(told + "The next day shells hit Aleppo.")[-1] != "2025-02-08"


def test_the_same_weekday_is_counted_from_nothing() -> None:
    body = "On Monday rebels seized Homs. Hours later the army left talks that envoys had called for Friday. "
    assert dates(body + "On the same Monday Egypt recalled its ambassador.")[-1] == "2025-02-10"


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("The council condemned the raid of 4 February on Homs.", ["", "2025-02-04"]),
        ("The council on Friday condemned the 4 February raid on Homs.", ["2025-02-07", "2025-02-04"]),
        # A date at the end is the day of the statement alone.
        ("The council condemned the raid on Homs on Friday.", ["2025-02-07"]),
        ("The council called for an end to the war in Syria on Friday.", ["2025-02-07"]),
    ],
)
def test_a_statement_and_what_it_is_about_have_each_their_day(body: str, expected: list[str]) -> None:
    assert dates(body) == expected


@pytest.mark.parametrize(
    ("text", "lemma", "wanted"),
    [
        ("Syria recalled its envoy from Cairo in a letter dated 3 May 2024.", "recall", "2024-05-03"),
        ("Syria recalled its envoy from Cairo in a letter leaked on 3 May 2024.", "recall", ""),
        ("Rebels left Homs on 3 May 2024 and signed a truce.", "sign", "2024-05-03"),
        ("Rebels left Homs on 3 May 2024 under a truce brokered by Oman.", "truce", ""),
        ("This month at Homs, quiet since last year, where a bridge collapsed, rain fell.", "collapse", "2025-02"),
        ("It has been quiet since 2003, when a bridge collapsed at Homs.", "collapse", "2003"),
    ],
)
def test_what_dates_a_clause_and_what_does_not(text: str, lemma: str, wanted: str) -> None:
    found = [day(one) for one in events(text) if one.lemma.startswith(lemma)]
    assert found == [wanted] or not (found or wanted)


def test_what_is_said_on_a_day_and_looks_back_is_not_of_that_day() -> None:
    text = "**Monday.** The minister said that 300 people were homeless after two camps were shelled."
    assert [day(one) for one in events(text) if one.lemma == "shell"] == [""]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        # A month in bold rules its paragraph, and the days that only have a number.
        ("It was a hard year.\n\n**May** Rebels seized Homs on the 3rd. That evening troops shelled it.", "2024-05-03"),
        ("It was a hard year.\n\n**July** Troops shelled Homs on the 11th.", "2024-07-11"),
        # A day that only has a number is no distance from what is told beside it.
        ("Rebels seized Homs on 22 January. They denied it, then, two days later, left. Troops hit Aleppo on the 30th.",
         "2025-01-30"),
    ],
)  # fmt: skip
def test_a_number_is_a_day_of_the_month_the_text_is_at(body: str, expected: str) -> None:
    assert dates(body)[-1] == expected


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        # What a subject does at the time of its verb dates the verb; what was done to it before does not.
        ("Parliament, sitting in Homs on 22 January, extended the state of emergency.", "2025-01-22"),
        ("The minister, sacked on 22 January, fled to Damascus.", ""),
        ("It was the first quiet day since Wednesday, when rebels, backed by tanks, shelled Homs.", "2025-02-05"),
        ("The raid on Homs, planned for Thursday, was called off.", "2025-02-13"),
        ("Ten people died in the raid on Homs, which took place on Friday.", "2025-02-07"),
    ],
)
def test_what_stands_between_subject_and_verb_tells_the_day(body: str, expected: str) -> None:
    assert dates(body)[-1] == expected


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("Nearly 8,000 people have crossed into Lebanon in two weeks.", "2025-01-27/2025-02-10"),
        ("Nearly 8,000 people crossed into Lebanon in two weeks.", ""),
        ("The UN said that 12,000 people had fled Homs since 3 February.", "2025-02-03/2025-02-10"),
        (
            "Rebels seized Damascus on Friday. By then 900 people had fled Homs since 3 February.",
            "2025-02-03/2025-02-07",
        ),
        ("Jordan suspended aid to Syria with effect from 1 February.", "2025-02-01"),
        ("Rebels seized Damascus on Friday. Within hours troops shelled Homs.", "2025-02-07"),
    ],
)
def test_lengths_and_bounds_that_tell_a_day(body: str, expected: str) -> None:
    assert dates(body)[-1] == expected


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("**20 January** - Ten rebels were killed in Homs overnight.", "2025-01-20"),
        ("**20 January** - The army said on Tuesday that rebels had shelled Homs.", ""),
        ("Ten rebels were killed in Homs overnight.", "2025-02-09"),
    ],
)
def test_what_an_entry_rules(body: str, expected: str) -> None:
    assert dates(body)[-1] == expected


def test_a_day_since_which_is_told_with_what_happened_on_it_moves_the_story() -> None:
    text = (
        "On 7 February rebels shelled Homs. Talks have stood still since 3 January, when the envoy left Damascus. "
        "The army had shelled Aleppo the day before."
    )
    assert [day(one) for one in events(text)][-1] == "2025-01-02"


def test_a_time_apart_is_not_that_of_the_relative_clause_before_it() -> None:
    apart = events("Gunmen killed men who had come to a wedding at Homs, on the night of 3 February.")
    assert [(day(one), one.type) for one in apart] == [("2025-02-03", "violence-against-civilians")]
    insertion = events("Egypt feared the revolt that captured Homs, the second city, on 3 February.")
    assert ("territory-change", "2025-02-03") in [(one.type, day(one)) for one in insertion]
    inside = events("Police arrested a man who had shelled Homs on 3 February.")
    assert "2025-02-03" not in [day(one) for one in inside if one.type == "justice"]


def test_where_goes_back_to_no_date() -> None:
    body = "The risk grew this month at Homs, under siege since last year, where a wall fell and killed ten people."
    assert dates(body)[-1] == "2025-02"


def test_what_follows_with_and_a_participle_is_no_clause_of_its_own() -> None:
    body = "On 3 February the envoys signed an accord, also in Cairo, with a new draft promised for 2 March."
    assert [one.title for one in events(body)] == ["Envoys sign accord"]


def test_and_behind_a_relative_clause_goes_on_with_the_main_one() -> None:
    body = "On 3 February Egypt pulled out of talks that were to open in Rome on 5 February, and blamed the sanctions."
    assert set(dates(body)) == {"2025-02-03"}


def test_a_day_that_is_only_wished_for_does_not_move_the_story() -> None:
    body = "- **January.** Rebels took Homs on 3 January. Egypt proposed on 7 January that Syria and the rebels cease "
    assert dates(body + "fire on 12 January. Syria signed a truce two days later.")[-1] == "2025-01-09"
    assert dates(body + "fire. They signed a truce on 12 January. Rebels left two days later.")[-1] == "2025-01-14"


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        # The last day by which it has to happen, or had.
        ("Rebels must leave Damascus by 31 March.", "[2025-02-10..2025-03-31]"),
        ("The vote in Damascus is to be held by the end of May.", "[2025-02-10..2025-05-31]"),
        ("By Friday the army had captured Damascus.", "2025-02-07~"),
        ("By Saturday rebels had seized Homs.", "2025-02-08~"),
        # A day of its own goes before; who did it, and how, is no time.
        ("Rebels who must leave Homs by 31 March attacked Damascus on Friday.", "2025-02-07"),
        ("Rebels left Damascus by road.", ""),
    ],
)
def test_a_last_day_is_a_window_from_the_report_where_it_lies_ahead(body: str, expected: str) -> None:
    assert dates(body)[-1] == expected


@pytest.mark.parametrize(
    ("body", "title", "wanted", "status"),
    [
        # What a gathering did on a day, it did while it met.
        ("Talks in Damascus focused on prisoners on Friday.", "Talks in Damascus focused on", "2025-02-07", "happened"),
        ("A conference in Damascus will seek aid on Friday.", "Conference in Damascus to", "2025-02-14", "planned"),
        ("The Aleppo summit called on Friday for calm.", "Aleppo summit calls for calm", "2025-02-07", "happened"),
        # What others did about it, and what its members said.
        ("Critics of the talks in Damascus marched on Friday.", "Talks in Damascus", "", "happened"),
        ("The talks in Damascus were denounced on Friday.", "Talks in Damascus", "", "happened"),
    ],
)
def test_a_gathering_has_the_day_on_which_it_does_something(body: str, title: str, wanted: str, status: str) -> None:
    mention = next(one for one in events(body, DCT) if one.type == "diplomacy-talks")
    assert mention.title.startswith(title)
    assert (day(mention), mention.status) == (wanted, status)


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        # The plain present of a day of the week looks ahead; the past, the perfect and a heading do not.
        ("The envoy meets the rebels on Thursday.", "2025-02-13"),
        ("The envoy met the rebels on Thursday.", "2025-02-06"),
        ("**Thursday** - The envoy meets the rebels.", "2025-02-06"),
        # What was decided has not the day on which it was.
        ("The army vowed on Friday to leave Damascus.", ""),
        ("The council decided on Friday to withdraw its troops from Damascus.", "2025-02-07"),
        ("The army is expected to leave Damascus on 20 February.", "2025-02-20"),
        ("The army began on Friday to shell Damascus.", "2025-02-07"),
    ],
)
def test_the_day_of_a_plan_is_that_for_which_it_is_set(body: str, expected: str) -> None:
    assert dates(body)[-1] == expected


@pytest.mark.parametrize(
    ("body", "wanted"),
    [
        # A preposition before a day in the genitive is that of the noun behind it.
        ("Aid workers put the dead at 64 after Friday's raid on Damascus.", "2025-02-07"),
        ("The death toll from Friday's blast in Damascus rose to 40.", "2025-02-07"),
        ("Rebels raided Damascus after Friday.", ""),
    ],
)
def test_a_day_in_the_genitive_is_that_of_its_noun(body: str, wanted: str) -> None:
    assert dates(body)[-1] == wanted


@pytest.mark.parametrize(
    ("body", "wanted", "status"),
    [
        # As timetables do, the simple present with a weekday tells of what is to come.
        ("The minister meets donors in Damascus on Saturday.", "2025-02-15", "planned"),
        ("The minister met donors in Damascus on Saturday.", "2025-02-08", "happened"),
        # What was announced lies ahead, though the announcement is past.
        ("The unions have called a general strike for Thursday and Friday.", "2025-02-13/2025-02-14", "planned"),
        ("The rebels have announced a shutdown from 28 February.", "2025-02-28", "planned"),
    ],
)
def test_what_is_set_for_a_day_ahead_is_planned(body: str, wanted: str, status: str) -> None:
    mention = events(body, DCT)[-1]
    assert (day(mention), mention.status) == (wanted, status)


@pytest.mark.parametrize(
    ("body", "wanted"),
    [
        ("Rebels stormed Homs on Friday. Almost at the same moment 14 policemen died in Damascus.", "2025-02-07"),
        ("Rebels stormed Homs on Friday. The same policemen died in Damascus.", ""),
        ("The siege of Homs ended on Friday. Five nights before, rebels had shelled Damascus.", "2025-02-02"),
        # Two distances that `and` joins are counted from one day.
        (
            "Rebels left Homs on 24 January, four days after troops left Aleppo and six days after jets bombed Idlib.",
            "2025-01-18",
        ),
        (
            "Bakers went home on Friday and nurses struck in Homs, a day after a cook was abducted and murdered.",
            "2025-02-06",
        ),
        # A day that a sentence is about rules what its paragraph goes on to tell, until another day is told.
        ("Saturday was worse. Rebels shelled Damascus.", "2025-02-08"),
        ("Saturday was quiet, but on Sunday rebels shelled Homs. Jets bombed Damascus.", ""),
        ("Saturday was worse. On Sunday rebels left Homs. Jets bombed Damascus.", ""),
        # A clause behind a colon or semicolon tells more of the same, unless it looks back.
        ("A bus struck a mine in Damascus on Friday: a nurse and four girls lost their lives.", "2025-02-07"),
        ("Rebels shelled Homs on Friday; troops had left Damascus.", ""),
        # What is planned for a day is ahead, whatever is done before it.
        ("Police closed roads in Homs before a rally planned for Tuesday.", "2025-02-11"),
        # What had happened in a place before is not when somebody goes there now.
        ("The army is moving into the village where ten farmers were shot on Friday.", "2025-02-07"),
        ("The army is moving into Homs, where ten farmers were shot on Friday. Rebels left Aleppo.", ""),
        # A time inserted behind the subject that tells what went before is not that of the verb.
        ("President Doe, in office since the coup last week, travelled to Damascus.", ""),
        ("The rebels, on Friday, shelled Damascus.", "2025-02-07"),
        ("Parliament opened its winter session in Damascus on Friday.", "2025-02-07"),
    ],
)
def test_a_clause_has_its_day_from_what_it_is_tied_to(body: str, wanted: str) -> None:
    assert dates(body)[-1] == wanted


REVIEW = """**Saturday.** Homs counts its losses. On Friday night rebels stormed the city.

**Sunday.** Jets bomb Aleppo shortly before midnight.

**Tuesday.** A bomb goes off in Damascus.

**Next week.** The premier meets donors in Beirut on Tuesday.
"""


def test_a_week_in_review_counts_back_from_its_publication() -> None:
    found = [day(one) for one in events(REVIEW, "2025-02-14")]
    assert found == ["2025-02-07", "2025-02-09", "2025-02-11", "2025-02-18"]


@pytest.mark.parametrize(("known", "expected"), [("charter", "2024-05-01"), ("truce", "2025-02-05")])
def test_a_deed_taken_for_known_goes_back_to_where_it_was_told(known: str, expected: str) -> None:
    """Another thing, of which nothing was told, goes back to what was told last."""
    told = "Envoys signed the Aleppo charter on 3 May. Rebels seized Homs on Friday."
    assert dates(f"{told} Two days before the {known} was signed, gunmen shelled Damascus.")[-1] == expected


def test_a_revolt_has_the_date_on_which_it_broke_out() -> None:
    assert dates("The men belonged to a mutiny that broke out in Homs on 3 February.") == ["2025-02-03"]


def test_overnight_in_the_past_perfect_is_the_night_told_before() -> None:
    assert dates("Rebels seized Homs on 3 February. They had attacked Palmyra overnight.")[-1] == "2025-02-03"
    assert dates("Rebels seized Homs on 3 February. They attacked Palmyra overnight.")[-1] != "2025-02-03"


def test_a_known_deed_has_the_day_it_was_told_with() -> None:
    told = "Envoys signed the Aleppo charter on 3 May. Rebels seized Homs on Friday."
    assert dates(f"{told} Gunmen shelled Damascus before the charter was signed.").count("2024-05-03") == 2


def test_a_deed_was_done_about_the_day_it_was_announced() -> None:
    assert dates("The army announced the death of General Ali Musa on Friday.") == ["2025-02-07~"]
    assert dates("The army announced a ceasefire on Friday.") == ["2025-02-07"]


@pytest.mark.parametrize(
    ("body", "date"),
    [
        # What is done has no day that is still to come ...
        ("The accord, signed by Egypt and Libya, envisages an end to the war on 20 March.", ""),
        ("Marchers who want an end to the emergency in May have blocked Homs.", ""),
        # ... nor a weekday of the next week.
        ("For want of a plan, Egypt on Saturday called for a truce in Homs.", "2025-02-08"),
        # The day after its own an article may tell of, when it was brought up to date.
        ("Rebels seized Homs early on Tuesday.", "2025-02-11"),
        # What is forbidden or announced may lie ahead.
        ("Egypt has announced a summit in Cairo on 20 March.", "2025-03-20"),
    ],
)
def test_what_is_told_as_done_has_no_day_to_come(body: str, date: str) -> None:
    assert dates(body)[0] == date


def test_an_hour_without_its_day_dates_nothing() -> None:
    told = events("Rebels shelled Homs. The mayor announced a curfew from 8pm to 5am in Homs.")
    assert [day(one) for one in told] == ["", ""]
    assert day(events("Rebels shelled Homs at 8pm on 3 May 2024.")[0])[:10] == "2024-05-03"


def test_what_is_known_is_counted_from_the_day_it_was_said() -> None:
    body = "The army said on 5 April 2024 it was in full control of Homs, twelve days after rebels had overrun it."
    known = next(one for one in events(body) if one.lemma == "overrun")
    assert (day(known), known.status) == ("2024-03-24", "happened")


@pytest.mark.parametrize(
    ("told", "date"),
    [
        ("A week later the governor fled Homs.", "2024-04-10~"),
        ("The governor fled Homs a week later.", "2024-04-10~"),
        ("The governor had fled Homs two weeks earlier.", "2024-03-20~"),
        ("The governor had fled Homs about two weeks earlier.", "[2024-03-18..2024-03-24]"),
    ],
)
def test_weeks_from_a_day_that_was_told_end_about_that_weekday(told: str, date: str) -> None:
    assert dates(f"Rebels killed ten farmers in Palmyra on 3 April 2024. {told}")[-1] == date


@pytest.mark.parametrize(
    ("told", "date"),
    [
        ("Rebels shelled Homs two weeks ago.", "2025-01-27~"),
        ("A week ago the governor fled Homs.", "2025-02-03~"),
        ("Rebels shelled Homs more than two weeks ago.", "[2025-01-27..2025-02-02]"),
        ("Rebels shelled Homs about three weeks ago.", "[2025-01-20..2025-01-26]"),
        ("Rebels shelled Homs last week.", "[2025-02-03..2025-02-09]"),
    ],
)
def test_a_number_of_weeks_ago_is_about_that_weekday(told: str, date: str) -> None:
    assert dates(told)[-1] == date


@pytest.mark.parametrize(
    ("told", "date"),
    [
        ("The guns in Homs have been silent since 3 January.", "2025-01-03"),
        ("A curfew is in force in Homs since Wednesday.", "2025-02-05"),
        ("More than 3,000 people have fled Homs since 3 January.", "2025-01-03/2025-02-10"),
    ],
)
def test_a_state_is_told_with_the_day_it_began(told: str, date: str) -> None:
    assert dates(told)[-1] == date


@pytest.mark.parametrize(
    ("told", "date"),
    [
        ("Troops shot two armed men, an official said.", "2025-02-07"),
        ("An official said that troops had shot two armed men.", ""),
        ("On Monday, four farmers had their throats cut in Palmyra.", "2025-02-10"),
        ("The mayor had on Monday heard that four farmers were killed in Palmyra.", ""),
    ],
)
def test_what_is_told_on_or_undergone_has_the_day_around_it(told: str, date: str) -> None:
    assert dates(f"Gunmen stormed the market of Homs on Friday. {told}")[-1] == date


def test_what_is_counted_from_a_date_goes_with_its_year() -> None:
    told = "In June gunmen held Homs until the army took it on the 25th. Police left Palmyra the same night."
    assert dates(told)[-1] == "2024-06-25"


def test_a_day_behind_a_stop_is_of_what_follows_it() -> None:
    told = "The strait was closed: on 3 February, after the envoy had left, gunmen shelled Homs and Palmyra."
    assert dates(told)[-1] == "2025-02-03"


def test_the_week_before_is_no_day() -> None:
    assert dates("Rebels took Homs on 3 February. The week before, they had shelled Palmyra.")[-1].startswith("[")


def test_a_season_before_a_noun_is_no_time() -> None:
    assert [day(one) for one in events("The mayor of Homs declared an emergency as winter storms raged.")] == [""]
    assert [day(one) for one in events("The mayor of Homs declared an emergency in winter.")] != [""]


LONG_AGO = "Rebels seized Homs on 3 January. Peace seemed near.\n\nSnow fell for weeks. Schools opened."


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("Three days after Homs fell, troops shelled Aleppo.", "2025-01-06"),
        ("Troops shelled Aleppo three days after the fall of Homs.", "2025-01-06"),
        ("Three days after the capture, troops shelled Aleppo.", "2025-01-06"),
        ("A week after its capture, troops shelled Aleppo.", "2025-01-10~"),
        # Of what was not told, of another place, or vaguely, nothing is counted.
        ("Three days after Idlib fell, troops shelled Aleppo.", ""),
        ("Three days after the signing, troops shelled Aleppo.", ""),
        ("Less than a week after its capture, troops shelled Aleppo.", ""),
        ("Hours before the fall of Homs, troops shelled Aleppo.", ""),
    ],
)
def test_a_distance_counts_from_what_was_told_long_before(body: str, expected: str) -> None:
    found = [one for one in events(f"{LONG_AGO} {body}", DCT) if one.lemma == "shell"]
    assert [day(one) for one in found] == [expected]


def test_a_distance_to_one_of_several_events_counts_from_none() -> None:
    told = "Rebels seized Homs on 3 January and Idlib on 9 January. Peace seemed near. Snow fell. Schools opened."
    assert dates(f"{told} Three days after the capture, troops shelled Aleppo.")[-1] == ""
    assert dates(f"{told} Three days after the capture of Homs, troops shelled Aleppo.")[-1] == "2025-01-06"


def test_what_somebody_is_expected_for_has_the_time_he_is_expected_at() -> None:
    found = events("Two envoys are expected in Homs later in the year to put their names to a pact.", DCT)
    assert [day(one) for one in found] == ["2025"]
    assert dates("Two envoys vowed on Monday to put their names to a pact.")[-1] == ""


def test_a_window_in_the_subject_lasts_as_its_verb_does() -> None:
    assert dates("The number of people killed in Homs since 3 January has risen to 300.") == [f"2025-01-03/{DCT}"]
    assert dates("The number of people killed in Homs since 3 January rose to 300.") != [f"2025-01-03/{DCT}"]


def test_what_somebody_is_invited_to_lies_ahead() -> None:
    assert dates("Oman has invited both sides to talks on 20 February.") == ["2025-02-20"]
    assert dates("Rebels attacked envoys at talks on 20 February.")[-1] == "2024-02-20"


def test_what_befell_somebody_before_a_year_is_of_about_then() -> None:
    assert dates("Ann Poole lost an eye in Palmyra in 2001 after being hit by shrapnel.")[-1] == "2001"
    assert dates("Ann Poole lost an eye in Palmyra on 3 May 2001 after being hit by shrapnel.")[-1] != "2001"


def test_who_dies_of_wounds_has_not_died_on_the_day_he_was_wounded() -> None:
    told = events("The governor of Homs has died from wounds received in Wednesday's attack.", "2025-02-14")
    assert [day(one) for one in told if one.figures] != ["2025-02-12"]


def test_a_day_behind_and_is_of_the_verb_behind_it() -> None:
    oath = "Syria's premier, Ali Musa, took his oath on Saturday before General Said"
    assert dates(f"{oath} and on Sunday dissolved the cabinet.") == ["2025-02-08", "2025-02-09"]
    assert dates(f"{oath} and dissolved the cabinet.")[0] == "2025-02-08"


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("Rebels took Homs on 3 February, followed by Aleppo two days later.", ["2025-02-03", "2025-02-05"]),
        ("Homs was lost on 3 February, Aleppo and the port of Latakia on the 5th.",
         ["2025-02-03", *["2025-02-05"] * 2]),
        ("Rebels seized Homs. The airport was retaken on 3 February and the barracks on 5 February.",
         ["", "2025-02-03", "2025-02-05"]),
        ("Oman closed its embassy in Homs on 3 February, and Qatar on the 5th.", ["2025-02-03", "2025-02-05"]),
        ("The pact was signed by Oman on 3 February and by Qatar two days later.", ["2025-02-03", "2025-02-05"]),
        # One place that is named twice; and what goes on with other words.
        ("Homs was lost on 3 February, the capital, Damascus, on the 5th.", ["2025-02-03", "2025-02-05"]),
        ("Rebels took Homs on 3 February, followed by dogs.", ["2025-02-03"]),
    ],
)  # fmt: skip
def test_those_who_share_a_verb_have_each_their_day(body: str, expected: list[str]) -> None:
    assert dates(body) == expected, [one.title for one in events(body, DCT)]


@pytest.mark.parametrize(
    ("text", "wanted", "status"),
    [
        ("The ministers of Oman and Syria agreed to meet in Homs on Thursday.", "2025-02-13", "planned"),
        ("The ministers of Oman and Syria agreed on Friday to meet in Homs.", "2025-02-07", "happened"),
        ("The envoy of Oman flies in on Friday to visit the camps at Homs.", "2025-02-14", "planned"),
    ],
)
def test_a_day_behind_an_infinitive(text: str, wanted: str, status: str) -> None:
    found = events(text, DCT)
    assert [(day(one), one.status) for one in found] == [(wanted, status)], [one.title for one in found]


@pytest.mark.parametrize(
    ("told", "date"),
    [
        # An entry that has come to tell of an earlier day goes on with that.
        ("**08:00** Rebels stormed the mill of Homs on Friday. Crowds burned tyres in Aleppo.", "2025-02-07"),
        ("**10:15** What happened yesterday? A plane came under fire over Homs.", "2025-02-09"),
        ("**Saturday.** On Friday night rebels stormed the mill of Homs. The checkpoint fell too.", "2025-02-07"),
        # What it tells in its own tense, and the next entry, are of the entry's own time.
        ("**08:00** Rebels stormed the mill of Homs on Friday. Crowds burn tyres in Aleppo.", "2025-02-10T08:00"),
        ("**09:00** Rebels hit Homs on Friday.\n\n**08:00** Crowds burned tyres in Aleppo.", "2025-02-10T08:00"),
    ],
)
def test_an_entry_may_turn_to_an_earlier_day(told: str, date: str) -> None:
    assert dates(f"**11:00** Troops hold the airport of Homs.\n\n{told}")[-1] == date


@pytest.mark.parametrize(
    ("told", "date"),
    [
        ("On Wednesday it was the turn of Homs. The men occupied the police post.", "2025-02-05"),
        ("It was just before noon on 3 February. Gunmen seized the bakery of Homs.", "2025-02-03"),
        ("**What happened on 29 January?**\n\nThey came by boat. Rebels attacked the camp before six.", "2025-01-29"),
        # The answer is one paragraph; a stretch, a cleft and what has been since are of no such day.
        ("**What happened on 29 January?**\n\nA raid.\n\nRebels burned a mill in Homs.", ""),
        ("**What has changed since 29 January?**\n\nRebels burned a mill in Homs.", ""),
        ("On Wednesday it was the turn of Homs. Crowds have burned a mill in Homs.", ""),
        ("It was announced on Wednesday. The men occupied the police post.", ""),
    ],
)
def test_a_day_that_is_all_a_sentence_tells_of_rules_what_follows(told: str, date: str) -> None:
    assert dates(told)[-1] == date


@pytest.mark.parametrize(
    ("told", "date"),
    [
        ("Some 4,000 troops have come ashore near Homs since the landings began on Friday.", "2025-02-07/2025-02-10"),
        ("Raiders have burned barns and shot farmers as they fled in Homs since 3 February.", "2025-02-03/2025-02-10"),
        ("Homs has been in the hands of a militia known as the Lions since January.", "2025-01/2025-02-10"),
        ("Nurses of Homs have taken in 41 wounded since 3 February.", "2025-02-03/2025-02-10"),
        # No perfect, or something that hangs on nothing that lasts.
        ("Some 4,000 troops came ashore near Homs after the landings began on Friday.", ""),
        ("Six reporters held since 3 February were freed in Homs.", ""),
    ],
)
def test_a_perfect_lasts_since_what_stands_below_it(told: str, date: str) -> None:
    assert dates(told)[-1] == date


def test_what_lasts_since_something_that_lasted_began_when_that_began() -> None:
    told = dates("Thousands have fled Homs since troops shelled it from 3 to 9 January.")
    assert told == ["2025-01-03/2025-02-10", "2025-01-03/2025-01-09"]


@pytest.mark.parametrize(
    ("told", "date"),
    [
        ("The ferry sank on Thursday, a few hours after a diver was killed in Homs.", "2025-02-06"),
        ("Porters swept the market yesterday, three days after gunmen stormed Homs before dawn.", "2025-02-06"),
        ("The king spoke on Thursday, a day after the army said it had shot dead the rebel leader.", "2025-02-05~"),
        ("The worst blow came on Wednesday, when a plane was hit and fell on a runway; 108 people died.", "2025-02-05"),
        ("Two jets had tried on Saturday to destroy the bridge; they hit a row of houses instead.", "2025-02-08"),
        ("Crowds stormed the hotel of Homs as envoys were having lunch on Saturday.", "2025-02-08"),
        # Those that follow were of other days.
        ("The ferry sank on Thursday, less than a week after a diver was killed in Homs.", ""),
        ("Rebels had taken Homs on Saturday; troops shelled Aleppo.", ""),
        ("Rebels hit Homs on 3 February, when most of its troops had already left Damascus.", ""),
    ],
)
def test_clauses_on_both_sides_of_a_stop_or_a_distance_date_each_other(told: str, date: str) -> None:
    assert dates(told)[-1] == date


@pytest.mark.parametrize(
    ("body", "date"),
    [
        # A report that has told of one day, its own or the one before, goes on to tell of that.
        ("Shells hit Homs on Sunday. Oman condemned the attack.", "2025-02-09"),
        ("Shells hit Homs on Monday.\n\nThe mayor spoke. Smoke rose. A second shell killed two nurses.", "2025-02-10"),
        # More days than one, one that is long past, a look back, a stretch of time.
        ("Shells hit Homs on Sunday. Rebels left Aleppo on Saturday.\n\nOman condemned the attack.", ""),
        ("Shells hit Homs on 3 January.\n\nOman condemned the attack.", ""),
        ("Shells hit Homs on Sunday.\n\nRebels had burned a mill.", ""),
        ("Shells hit Homs on Sunday.\n\nOver four months rebels burned 20 mills.", ""),
    ],
)
def test_a_report_of_one_day_tells_of_that_day(body: str, date: str) -> None:
    assert dates(body)[-1] == date


@pytest.mark.parametrize(
    ("told", "date"),
    [
        ("Mourners set out this morning and should bury the sheikh of Homs on Wednesday.", "2025-02-12"),
        ("The army had hoped to raise the flag over Homs on Friday.", "2025-02-14"),
        ("The army raised the flag over Homs on Friday.", "2025-02-07"),
    ],
)
def test_what_should_be_or_was_hoped_for_lies_ahead(told: str, date: str) -> None:
    assert dates(told)[-1] == date


@pytest.mark.parametrize(
    ("told", "date"),
    [
        ("**January 2024** A truce is signed in Homs on the 8th and broken within days.", "2024-01-08"),
        ("**January 2024** A truce is signed in Homs.", "2024-01"),
    ],
)
def test_a_month_over_an_entry_gives_way_to_the_day_it_numbers(told: str, date: str) -> None:
    assert dates(told)[0] == date
