"""Numbers of people, with their bounds."""

from __future__ import annotations

import pytest

from tests.stages.events.reading import events, only

Bounds = tuple[int | None, int | None, int | None]


@pytest.mark.parametrize(
    ("text", "bounds"),
    [
        ("Rebels killed 12 people in Damascus.", (12, 12, 12)),
        ("At least 12 people were killed in Damascus.", (12, 12, None)),
        ("No fewer than 1,300 people were killed in Damascus.", (1300, 1300, None)),
        ("More than 60 people were killed in Damascus.", (60, 60, None)),
        ("Up to 50 people were killed in Damascus.", (None, None, 50)),
        ("About forty people were killed in Damascus.", (40, 40, 40)),
        ("Dozens of people were killed in Damascus.", (None, 24, 99)),
        ("Between 20 and 30 people were killed in Damascus.", (None, 20, 30)),
        ("Twenty-two people were killed in Damascus.", (22, 22, 22)),
        ("Two hundred people were killed in Damascus.", (200, 200, 200)),
        ("A hundred and fifty-two people were killed in Damascus.", (152, 152, 152)),
        ("Twenty two people were killed in Damascus.", (22, 22, 22)),
        ("Twenty, two of them women, were killed in Damascus.", (20, 20, 20)),
        ("Between one hundred and two hundred people were killed in Damascus.", (None, 100, 200)),
        ("Nine guards and two cooks were killed in Damascus.", (11, 11, 11)),
        ("At least nine guards and four nurses were killed in Damascus.", (13, 13, None)),
        ("Rebels killed nine guards and two cooks were wounded in Damascus.", (9, 9, 9)),
        ("Rebels killed nine guards and burned two villages in Damascus.", (9, 9, 9)),
        ("Two sisters, ages 3 and 5, were killed in Damascus.", (2, 2, 2)),
    ],
)
def test_bounds(text: str, bounds: Bounds) -> None:
    figure = only(text).figures[0]
    assert figure.kind == "killed"
    assert (figure.best, figure.low, figure.high) == bounds


def test_kinds_and_who_said_so() -> None:
    found = only("A bomb exploded in Damascus on Friday, killing 9 people and wounding 30 others, the UN said.")
    assert {figure.kind: figure.best for figure in found.figures} == {"killed": 9, "injured": 30}
    assert {figure.said_by for figure in found.figures} == {"UN"}
    assert {figure.mention_id for figure in found.figures} == {found.id}


def test_displaced_and_detained() -> None:
    assert only("About 4,000 people fled Damascus on Friday.").figures[0].kind == "displaced"
    assert only("Police arrested 20 suspects in Damascus.").figures[0].kind == "detained"


def test_the_words_of_a_figure_are_those_of_the_text() -> None:
    figure = only("At least 12 people were killed in Damascus.").figures[0]
    assert figure.words == "At least 12"


@pytest.mark.parametrize(
    "text",
    [
        "Rebels attacked Damascus for 12 days.",
        "The drone was 1 of 3,000 that attacked Damascus.",
        "Helicopters airlifted the wounded out of Damascus.",
        "A bomb of 250 pounds killed nurses in Damascus.",
        "A shell of 155 millimetres killed nurses in Damascus.",
    ],
)
def test_other_numbers_are_no_toll(text: str) -> None:
    assert all(figure.kind != "killed" for one in events(text) for figure in one.figures)


BLAST = "A bomb exploded in Homs on Friday. "


def tolls_of(body: str) -> dict[str, int | None]:
    """All the figures of a body's events, the last of each kind."""
    return {figure.kind: figure.best or figure.low for one in events(body) for figure in one.figures}


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        (BLAST + "Medics put the dead at 12 and the wounded at 40.", {"killed": 12, "injured": 40}),
        (BLAST + "A nurse spoke of four bodies and nine wounded.", {"killed": 4, "injured": 9}),
        (BLAST + "Officials later estimated 300 dead.", {"killed": 300}),
        (BLAST + "At least 12 dead.", {"killed": 12}),
        # Without a deed before it a bare toll is nobody's.
        ("The shops of Homs were open. At least 12 dead.", {}),
        ("Jets bombed Homs on Friday, leaving 14 dead and dozens injured.", {"killed": 14, "injured": 24}),
        ("A bomb went off in Homs on Friday while people queued, killing at least 17.", {"killed": 17}),
        ("Nine people were killed and more than 30 injured when a bomb went off.", {"killed": 9, "injured": 30}),
        ("The raid on Homs on Friday killed several people.", {"killed": 3}),
        ("Rebels killed a mayor, Ali Haddad, and two others on Friday.", {"killed": 3}),
        ("Rebels killed a mayor and met two others on Friday.", {"killed": 1}),
        ("Two of the wounded died in Homs on Friday.", {"killed": 2}),
        ("Forty people were feared dead in Homs on Friday.", {"killed": 40}),
        ("The shelling drove out some 4,000 people on Friday.", {"displaced": 4000}),
        ("At least a dozen people died in Homs on Friday.", {"killed": 12}),
        ("A convoy of several hundred lorries left Homs on Friday.", {}),
        ("The massacre of 90 men in Homs on Friday was denied.", {"killed": 90}),
        ("The hospital lost 27 patients in the strike on Homs on Friday.", {"killed": 27}),
        ("The party lost 27 members in Homs on Friday.", {}),
        ("The bombing of a market in Homs on Friday took the lives of 22 traders.", {"killed": 22}),
        ("The storming of the barracks at Homs on 4 March brought 37 deaths.", {"killed": 37}),
        ("The death toll from Friday's blast at the market in Homs rose to 40.", {"killed": 40}),
        ("The number of people killed in Friday's attack on Homs has risen to 33.", {"killed": 33}),
    ],
)
def test_tolls_in_other_words_than_those_of_the_deed(text: str, figures: dict[str, int]) -> None:
    assert tolls_of(text) == figures


def test_who_leaves_is_counted_whatever_verb_of_motion_says_it() -> None:
    found = events("Jets bombed Homs on Friday. On Saturday some 300 villagers trudged east.")
    assert [[(figure.kind, figure.best) for figure in one.figures] for one in found] == [[], [("displaced", 300)]]
    found = events("Jets bombed Homs on Friday. On Saturday some 300 soldiers trudged east.")
    assert [one.figures for one in found] == [(), ()]


def test_a_toll_is_of_the_verb_that_counts_it() -> None:
    found = events("Jets bombed Homs on Friday and about 3,000 villagers fled to Idlib.")
    assert [[figure.kind for figure in one.figures] for one in found] == [[], ["displaced"]]
    found = events("Nine soldiers were killed and dozens hurt in Homs on Friday, while four rebels died in Idlib.")
    assert [figure.best for one in found for figure in one.figures if figure.kind == "killed"] == [9, 4]
    found = events("Jets bombed Idlib on Friday, hours after a blast killed nine people in Homs.")
    assert [[figure.kind for figure in one.figures] for one in found] == [[], ["killed"]]
    found = events("Jets bombed Homs on Friday and killed nine people.")
    assert [[figure.kind for figure in one.figures] for one in found] == [["killed"]]


def test_who_counts_the_dead_did_not_kill_them() -> None:
    assert events(BLAST + "The UN put the dead at 12.")[-1].actors == ()


def test_vehicles_that_leave_are_no_displaced_people() -> None:
    assert only("Two ferry boats left Damascus on Friday.").figures == ()
    assert [one.best for one in only("Two boat crews fled Damascus on Friday.").figures] == [2]


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("Two rebels and a civilian were killed in Homs on Friday.", {"killed": 3}),
        ("Gunmen killed a guard, two soldiers and a child in Homs on Friday.", {"killed": 4}),
        ("The governor, his wife and two bodyguards were shot dead in Homs on Friday.", {"killed": 4}),
        ("A couple and their three children died in the strike on Homs on Friday.", {"killed": 5}),
        ("A bomber killed himself and four guards in Homs on Friday.", {"killed": 4}),
        ("A nurse was wounded in Homs on Friday.", {"injured": 1}),
        ("Soldiers shot a man dead in Homs on Friday.", {"killed": 1}),
        ("Police arrested the head of the union, Ann Lee, in Homs on Friday.", {"detained": 1}),
        # Nobody counts these.
        ("Civilians and two soldiers were killed in Homs on Friday.", {}),
        ("The raid on Homs on Friday killed the family of a trader.", {}),
        ("A blast in Homs on Friday left five dead and 20 hurt.", {"killed": 5, "injured": 20}),
        # `another four` come on top, but not on another day.
        ("Nine passengers died at once and another four later when a mine blew up a bus in Homs.", {"killed": 13}),
        ("Nine passengers died on Friday and another four on Sunday when mines blew up buses in Homs.", {"killed": 9}),
    ],
)
def test_a_list_of_people_is_counted_whole_and_a_single_person_as_one(text: str, figures: dict[str, int]) -> None:
    assert tolls_of(text) == figures


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        # One number for a whole list, a number that is given, lost men, and those whom others are made to do something.
        ("At least 127 soldiers, policemen and clerks lost their lives in Homs on Friday.", {"killed": 127}),
        ("Rebels killed a nurse and patients in Homs on Friday.", {}),
        ("The ministry gave the number of dead as 64 after the raid on Homs on Friday.", {"killed": 64}),
        ("The rebels acknowledged the loss of nine fighters in Homs on Friday.", {"killed": 9}),
        ("The loss of nine tanks in Homs on Friday hurt the rebels.", {}),
        ("Fighting in Homs on Friday forced 6,000 families to flee.", {"displaced": 6000}),
        ("Medics pulled 11 bodies from the rubble in Homs on Friday.", {"killed": 11}),
        ("Medics pulled 11 people from the rubble in Homs on Friday.", {}),
    ],
)
def test_numbers_of_a_list_of_losses_and_of_the_forced(text: str, figures: dict[str, int]) -> None:
    assert tolls_of(text) == figures


def test_how_old_somebody_is_counts_nobody() -> None:
    body = 'Nine people were killed in Damascus on 3 May 2024. "I lost a sister," said Ann Poole, {}, who lives there.'
    assert [one.best for told in events(body.format("34")) for one in told.figures] == [9]
    assert tolls_of("In Damascus, 34, most of them women, were killed.") == {"killed": 34}


def test_a_part_is_counted_and_not_the_whole() -> None:
    assert tolls_of("In Homs on Friday 108 of the 132 nurses were killed.") == {"killed": 108}
    assert tolls_of("A plane fell in Homs on Friday; nine of the 30 aboard died.").get("killed") != 30


def test_a_toll_at_the_end_is_of_the_deed_told_last() -> None:
    told = events("Troops entered Homs on Friday, which had been under shelling for a week, leaving 70 people dead.")
    assert [[one.best for one in mention.figures] for mention in told if mention.type == "territory-change"] == [[]]
    told = events("Troops entered Homs on Friday, leaving 70 people dead.")
    assert [one.best for one in told[0].figures] == [70]


def test_a_share_is_not_all_of_them() -> None:
    found = events("About half of the town's 9,000 residents have left Homs. Some 300 villagers fled.", "2025-02-10")
    assert [[one.best for one in each.figures] for each in found] == [[], [300]]


@pytest.mark.parametrize(
    ("text", "killed"),
    [
        ("On 3 February a bomb went off in Homs: nine people died.", [[9]]),
        ("On 3 February rockets fell upon a market in Homs; nine traders lost their lives.", [[9]]),
        ("On 3 February rebels attacked Homs; nine soldiers were killed in Idlib.", [[], [9]]),
        ("On 3 February rebels attacked Homs; nine soldiers were killed on 4 February.", [[], [9]]),
    ],
)
def test_deaths_behind_a_stop_are_those_of_the_deed_before_it(text: str, killed: list[list[int]]) -> None:
    assert [[one.best for one in each.figures] for each in events(text, "2025-02-10")] == killed
