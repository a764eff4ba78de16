"""Days that only the layout tells: headings, entries in figures, live blogs."""

from __future__ import annotations

import pytest

from tests.stages.events.reading import day, events, only


def dates(body: str) -> list[str]:
    return [day(one) for one in events(body)]


def test_headings_that_are_only_a_date_date_what_follows() -> None:
    body = "## 7 February 2025\n\nRebels attacked Homs.\n\n## 8 February 2025\n\nRebels attacked Damascus."
    assert dates(body) == ["2025-02-07", "2025-02-08"]


def test_a_lone_date_at_the_top_may_be_the_day_of_publication() -> None:
    assert dates("## 8 February 2025\n\nRebels attacked Damascus.") == [""]


@pytest.mark.parametrize(
    "body",
    [
        "On the 11th rebels seized Homs. On the 24th they seized Damascus.",
        "- 11: Rebels seize Homs\n- 24: Rebels seize Damascus",
        "- 11th - Rebels seize Homs\n- 24th - Rebels seize Damascus",
        "- Mon 11: Rebels seize Homs\n- Sun 24: Rebels seize Damascus",
    ],
)
def test_a_month_that_heads_its_days_completes_them(body: str) -> None:
    headed = f"## January 2025\n\n{body}\n\n## February\n\n- 3: Troops shell Aleppo"
    assert dates(headed) == ["2025-01-11", "2025-01-24", "2025-02-03"]


def test_a_bold_month_heads_its_block_whatever_follows() -> None:
    body = "**May** Rebels seize Homs on the 3rd.\n\n**June** Troops shell Aleppo on the 5th. On the 7th Sake falls."
    assert [day(one) for one in events(body, "2025-07-10")] == ["2025-05-03", "2025-06-05", "2025-06-07"]
    assert dates("May Rebels fall, the saying goes.") == []


def test_a_note_in_the_present_tense_has_its_verb_behind_an_insertion_or_before_a_participle() -> None:
    signed = events("3 February: chiefs of both armies, meeting in Nairobi, sign a plan brokered by Qatar.")
    assert "Chiefs of both armies sign plan" in [one.title for one in signed]
    raid = events("4 February: Soldiers and gendarmes raid a house in Homs, and are beaten back.")
    assert raid[0].title.startswith("Soldiers and gendarmes raid")


def test_numbers_under_a_month_are_not_all_days() -> None:
    body = "## Outlook\n\n## January 2025\n\n- 12 soldiers die in Homs\n- Rebels seize Sake on the 40th try\n\n## May\n"
    assert dates(body) == ["2025-01", "2025-01"]


def test_entries_in_figures_need_one_above_twelve_to_be_read() -> None:
    assert dates("- 27/01: Rebels seize Homs\n- 03/02: Rebels seize Damascus") == ["2025-01-27", "2025-02-03"]
    assert dates("- 01/27: Rebels seize Homs\n- 02/03: Rebels seize Damascus") == ["2025-01-27", "2025-02-03"]
    assert dates("- 03/01: Rebels seize Homs\n- 04/02: Rebels seize Damascus") == ["", ""]
    assert dates("- 28/12: Rebels seize Homs\n- 03/02: Rebels seize Damascus") == ["2024-12-28", "2025-02-03"]


def test_an_entry_that_only_names_a_place_tells_nothing() -> None:
    found = events("- 27/01: Homs. Two farmers were abducted.\n- 28/01: Sake. Rebels attacked the town.")
    assert [one.lemma for one in found] == ["abduct", "attack"]


def test_the_times_of_a_live_blog_are_of_the_day_it_was_published() -> None:
    body = "18:15 Rebels attacked Homs. On 3 February it was quiet.\n\n17:40 Tanks shelled Damascus."
    assert dates(body) == ["2025-02-10T18:15", "2025-02-10T17:40"]


def test_an_entry_of_a_later_day_is_told_as_published_then() -> None:
    entries = ["(1:05 a.m.) Tanks shelled Homs today.", "(10:30 p.m.) Rebels attacked Damascus.", "(9:00 p.m.) Calm."]
    found = [(str(one.published), one.status) for one in events("\n\n".join(entries))]
    assert found == [("2025-02-11", "happened"), ("2025-02-10", "happened")]


def test_a_date_in_an_entry_goes_before_the_one_that_opens_it() -> None:
    body = "- 4 February 2025: Rebels seized Homs last month\n- 5 February 2025: Rebels seize Damascus"
    assert dates(body) == ["2025-01", "2025-02-05"]


def test_each_entry_of_a_chronology_set_without_breaks_has_its_own_date() -> None:
    body = "Key dates 3 February: Rebels attack Homs 7 February: Nine people are killed in Damascus. Tanks shell Homs."
    assert dates(body) == ["2025-02-03", "2025-02-07", "2025-02-07"]


def test_a_noun_that_heads_a_dated_entry_has_its_date() -> None:
    entry = "- **3 May 2024:** A mutiny of former guards in Homs gives birth to the Free Front."
    assert [(one.title, day(one)) for one in events(entry)] == [("Mutiny of former guards in Homs", "2024-05-03")]


def test_what_an_entry_does_without_is_no_event() -> None:
    assert only("**27 January.** Sake, without a siege.").type == "other"
    assert only("**27 January.** Siege of Sake.").type == "battle"


TABLE = """Rebels shelled Homs on 3 May 2024.

| Date | Village | What happened | Killed | Wounded |
|---|---|---|---|---|
| 4 May 2024 | Tel Marran | Grenade thrown at a market | 2 | 0 |
| 5 May 2024 | {} | Rebels burned a church | {} | 4 |
"""


def test_the_columns_of_a_table_tell_where_and_how_many() -> None:
    told = events(TABLE.format("Kolwandi", "1,200"))[1:]
    assert [one.title for one in told] == ["Grenade thrown at a market in Tel Marran", "Rebels burn church in Kolwandi"]
    assert [[place.name for place in one.places] for one in told] == [["Tel Marran"], ["Kolwandi"]]
    assert [{one.kind: one.best for one in event.figures} for event in told] == [
        {"killed": 2}, {"killed": 1200, "injured": 4},
    ]  # fmt: skip


def test_a_cell_that_is_no_name_or_number_tells_neither() -> None:
    told = events(TABLE.format("not known", "some"))[-1]
    assert (told.places, [one.kind for one in told.figures]) == ((), ["injured"])
