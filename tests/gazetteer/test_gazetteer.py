"""The gazetteer's data and look-up."""

from __future__ import annotations

import csv
import time

import pytest

from generator.gazetteer.gazetteer import DATA, load_gazetteer
from generator.model.editorial import Editorial
from generator.model.event import Actor
from generator.model.keys import key_of

KINDS = {
    "government", "army", "armed-group", "militia", "coalition", "organisation", "country", "person", "party", "court",
    "peacekeepers", "company", "other",
}  # fmt: skip


@pytest.mark.parametrize(
    ("name", "key"),
    [
        ("Deir ez-Zor", "deir ez zor"),
        ("N'Djamena", "ndjamena"),
        ("U.S.", "us"),
        ("Türkiye", "turkiye"),
        ("AFC/M23", "afc m23"),
    ],
)
def test_keys(name: str, key: str) -> None:
    assert key_of(name) == key


def test_actors_have_known_kinds_and_countries() -> None:
    gazetteer = load_gazetteer()
    for actor in gazetteer.actors.values():
        assert actor.kind in KINDS, actor
        assert not actor.country or actor.country in gazetteer.countries, actor


def test_no_two_actors_share_a_name() -> None:
    seen: dict[str, str] = {}
    with (DATA / "actors.csv").open(encoding="utf-8", newline="") as stream:
        for row in csv.DictReader(stream):
            for name in (row["name"], *filter(None, row["aliases"].split("|"))):
                assert seen.setdefault(key_of(name), row["name"]) == row["name"], name


def test_coordinates_lie_on_the_earth_and_near_their_country() -> None:
    gazetteer = load_gazetteer()
    for candidates in gazetteer.own_places.values():
        for place in (one.place for one in candidates):
            assert place.lat is not None and place.lon is not None, place.name
            assert -90 <= place.lat <= 90 and -180 <= place.lon <= 180, place.name
            assert 1 <= place.precision <= 7, place.name


def test_every_country_has_a_centre_and_its_capital_is_known() -> None:
    gazetteer = load_gazetteer()
    for iso, country in gazetteer.countries.items():
        assert country.place.lat is not None, iso
        if country.capital:
            assert any(one.place.country == iso for one in gazetteer.places(country.capital)), iso


@pytest.mark.parametrize(
    ("name", "country"),
    [
        ("Goma", "CD"), ("Walikale", "CD"), ("Bunagana", "CD"), ("Kamanyola", "CD"), ("Misurata", "LY"),
        ("Bin Jawad", "LY"), ("Baba Amr", "SY"), ("Jisr al-Shughour", "SY"), ("Bakhmut", "UA"), ("El Fasher", "SD"),
        ("Kiev", "UA"), ("Fallujah", "IQ"),
    ],
)  # fmt: skip
def test_places_of_wars_are_known(name: str, country: str) -> None:
    place = load_gazetteer().place(name)
    assert place is not None
    assert place.country == country


def test_no_name_is_found_by_likeness() -> None:
    assert load_gazetteer().place("Gomma") is None
    assert load_gazetteer().actor("Hezbolah") is None


def test_the_editors_government_answers_for_its_country() -> None:
    actor = Actor("Government of Rwanda", "government", (), "RW")
    gazetteer = load_gazetteer().with_editorial(Editorial(actors=(actor,)))
    assert gazetteer.government("RW") == actor
    assert load_gazetteer().government("RW").name == "Rwanda"


def test_the_data_is_small_and_quickly_read() -> None:
    assert sum(file.stat().st_size for file in DATA.glob("*.csv")) < 1_500_000
    times = []
    for _ in range(3):
        load_gazetteer.cache_clear()
        start = time.process_time()
        load_gazetteer()
        times.append(time.process_time() - start)
    assert min(times) < 0.5  # 0.1 s on an idle machine; the rest is room for a busy one
