"""The cache costs time at worst: it is keyed by all that matters, and damage is as if nothing was kept."""

from pathlib import Path

from generator.cache import Cache, Outcome, decode, encode, fingerprint, key
from generator.model.editorial import Editorial
from generator.model.edtf import Edtf
from generator.model.event import Actor, EventMention, Figure
from generator.model.problem import Problem, Provenance
from generator.model.result import ArticleResult
from generator.model.temporal import TimeExpression
from generator.model.text import Article, Block, Markup, Sentence, Span


def outcome() -> Outcome:
    span = Span("a", 0, 4)
    origin = Provenance("dates", "iso", span, "why", (Provenance("articles", "x"),))
    time = TimeExpression(span, "2025", "DATE", "2025", Edtf("2025"), basis="stated", provenance=origin)
    figure = Figure("killed", 3, None, None, span, "three")
    mention = EventMention(
        "m", span, span, "battle", "happened", "T", "t", actors=(Actor("M23"),), figures=(figure,), time=time
    )
    article = Article(
        "a", "a.md", "T", "2025", Edtf("2025"), blocks=(Block("paragraph", 0, 4),), markup=(Markup("link", 0, 2),)
    )
    result = ArticleResult(article, (Sentence(span, "2025", 0, 0),), (time,), (mention,))
    return Outcome(result, (Problem("a.md", 1, 1, "note", "c", "m"),))


def test_what_is_kept_comes_back_whole() -> None:
    assert decode(encode(outcome())) == outcome()


def test_keeps_by_key_and_forgets_what_was_not_used(tmp_path: Path) -> None:
    cache = Cache(tmp_path / "new" / "c.sqlite")
    cache.write({b"1": encode(outcome()), b"2": encode(outcome())}, [b"1", b"2"])
    assert set(cache.read([b"1", b"2", b"3"])) == {b"1", b"2"}
    cache.write({}, [b"2"])
    assert set(cache.read([b"1", b"2"])) == {b"2"}


def test_a_damaged_cache_is_an_empty_one(tmp_path: Path) -> None:
    path = tmp_path / "c.sqlite"
    path.write_bytes(b"not a database" * 100)
    assert Cache(path).read([b"1"]) == {}
    cache = Cache(path)
    cache.write({b"1": b"\xc1broken"}, [b"1"])
    assert cache.read([b"1"]) == {}


def test_an_unwritable_cache_is_no_error(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    Cache(tmp_path / "file" / "c.sqlite").write({b"1": b""}, [b"1"])


def test_the_key_depends_on_name_bytes_names_and_settings() -> None:
    plain, named = fingerprint(Editorial(), "en"), fingerprint(Editorial(actors=(Actor("M23"),)), "en")
    keys = {key(plain, "a", b"x"), key(plain, "b", b"x"), key(plain, "a", b"y"), key(named, "a", b"x")}
    assert len(keys | {key(fingerprint(Editorial(), "fr"), "a", b"x")}) == 5
    assert key(plain, "a", b"x") == key(fingerprint(Editorial(), "en"), "a", b"x")
