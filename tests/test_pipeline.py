"""The whole way: same inputs, same result, however many processes and whatever the cache holds."""

from pathlib import Path

import pytest

from generator import pipeline
from generator.cache import Cache
from generator.context import Context
from generator.model.event import Event
from generator.pipeline import Build, run
from generator.report import summary
from generator.settings import Settings

SAMPLES = Path(__file__).resolve().parent.parent / "seeds"
WAR = "---\ntitle: Rebels take Uvira\ndate: 2025-12-11\nsource: Wire\n---\n\nM23 rebels captured Uvira on Wednesday.\n"


def seeds(folder: Path, **files: str) -> Path:
    folder.mkdir(exist_ok=True)
    for name, text in files.items():
        (folder / f"{name}.md").write_text(text, encoding="utf-8")
    return folder


def titles(build: Build) -> list[str]:
    return [event.title for event in build.timeline]


def told(build: Build) -> tuple[object, ...]:
    """Everything a build says; its context holds compiled patterns, which do not compare."""
    return build.results, build.timeline, build.problems, build.drafts


def test_a_folder_with_nothing_but_an_article_gives_its_event(tmp_path: Path) -> None:
    build = run(seeds(tmp_path, war=WAR))
    assert [problem for problem in build.problems if problem.severity == "error"] == []
    captures = [event for event in build.timeline.events if event.type == "territory-change"]
    assert [(event.date.text, event.places[0].name) for event in captures if event.date] == [("2025-12-10", "Uvira")]


def test_jobs_and_cache_change_nothing(tmp_path: Path) -> None:
    plain = run(SAMPLES)
    cache = Cache(tmp_path / "c.sqlite")
    assert told(run(SAMPLES, jobs=2, cache=cache)) == told(plain)
    assert told(run(SAMPLES, cache=cache)) == told(plain)


def test_an_incremental_build_equals_a_clean_one(tmp_path: Path) -> None:
    folder, cache = seeds(tmp_path / "s", war=WAR), Cache(tmp_path / "c.sqlite")
    run(folder, cache=cache)
    seeds(folder, war=WAR.replace("Wednesday", "Tuesday"), second=WAR.replace("Uvira", "Goma"))
    assert told(run(folder, cache=cache)) == told(run(folder))


def test_only_the_changed_article_is_read_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder, cache = seeds(tmp_path / "s", war=WAR, other=WAR), Cache(tmp_path / "c.sqlite")
    run(folder, cache=cache)
    read: list[str] = []
    analyse = pipeline.analyse
    monkeypatch.setattr(pipeline, "analyse", lambda item, context: read.append(item.name) or analyse(item, context))
    seeds(folder, war=WAR + "\nIt rained.\n")
    run(folder, cache=cache)
    assert read == ["war.md"]


def test_a_fault_of_the_program_in_one_article_is_told_and_costs_no_other(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    analyse = pipeline.analyse

    def broken(item: pipeline.Item, context: Context) -> object:
        if item.name == "bad.md":
            raise RuntimeError("boom")
        return analyse(item, context)

    monkeypatch.setattr(pipeline, "analyse", broken)
    build = run(seeds(tmp_path, bad=WAR, war=WAR.replace("Wire", "Desk")))
    assert [problem.path for problem in build.problems if problem.code == "internal"] == ["bad.md"]
    assert len(build.results) == 1


def test_drafts_and_underscored_files_are_left_out(tmp_path: Path) -> None:
    folder = seeds(tmp_path, war=WAR, draft=WAR.replace("title:", "draft: true\ntitle:"), _note=WAR)
    build = run(folder)
    assert (len(build.results), build.drafts) == (1, 1)


def test_what_a_site_prints_under_all_its_articles_is_reported_once(tmp_path: Path) -> None:
    teaser = "Rebels captured the town of Sake on 3 March 2011."
    files = {
        f"n{day}": f"---\ntitle: Story {day}\ndate: 2011-0{day}-20\n---\n\nIt rained for {day} days.\n\n{teaser}\n"
        for day in range(3, 9)
    }
    build = run(seeds(tmp_path, **files))
    assert sum(len(event.mentions) for event in build.timeline if event.type == "territory-change") == 1


def bulletin(day: int, *more: str) -> str:
    """An article on a war in Sudan, with more news behind it."""
    told = "Rebels attacked a barracks in Omdurman on Monday. Sudanese officials said ten soldiers were killed."
    rest = " ".join(["The markets were calm."] * 4)
    return f"---\ntitle: News\ndate: 2024-{day // 28 + 1:02}-{day % 28 + 1:02}\n---\n\n{told} {rest} {' '.join(more)}\n"


@pytest.mark.parametrize(
    ("passage", "count", "kept"),
    [
        ("Police arrested a banker in Oslo on Tuesday.", 60, False),
        ("Police arrested a banker in Oslo on Tuesday.", 59, True),  # of few articles nobody can tell
        ("Police arrested a Sudanese banker in Oslo on Tuesday.", 60, True),
        ("Police arrested a banker in Oslo on Tuesday. He had sold arms to Sudan.", 60, True),
    ],
)
def test_news_of_other_countries_is_left_out_where_many_articles_tell_the_story(
    tmp_path: Path, passage: str, count: int, kept: bool
) -> None:
    files = {f"n{day}": bulletin(day) for day in range(count - 1)}
    build = run(seeds(tmp_path, **files, last=bulletin(count, passage)))
    assert any("banker" in title for title in titles(build)) is kept
    assert ("1 report of other news left out" in summary(build, 1.0, "there")) is not kept


def test_the_editor_may_speak_of_what_is_off_the_story(tmp_path: Path) -> None:
    folder = seeds(tmp_path, **{f"n{day}": bulletin(day) for day in range(60)})
    (folder / "last.md").write_text(bulletin(61, "Police arrested a banker in Oslo on Tuesday."))
    (folder / "_editorial").mkdir()
    confirm = '[[confirm]]\narticle = "last.md"\nquote = "arrested a banker in Oslo"\n'
    (folder / "_editorial" / "overrides.toml").write_text(confirm)
    build = run(folder)
    assert any("banker" in title for title in titles(build))
    assert not [problem for problem in build.problems if problem.code == "override-unmatched"]


def test_an_empty_folder_is_an_empty_timeline(tmp_path: Path) -> None:
    assert titles(run(tmp_path)) == []


def test_the_editor_s_word_reaches_the_timeline(tmp_path: Path) -> None:
    folder = seeds(tmp_path, war=WAR)
    (folder / "_editorial").mkdir()
    text = '[[set]]\nquote = "captured Uvira"\ntitle = "Uvira falls"\n\n[[drop]]\nevent = "gone"\n'
    (folder / "_editorial" / "overrides.toml").write_text(text)
    build = run(folder)
    assert "Uvira falls" in titles(build)
    assert [(p.path, p.line) for p in build.problems if p.code == "override-unmatched"] == [
        ("_editorial/overrides.toml", 5)
    ]


def holders(build: Build, *words: str) -> list[Event]:
    return [event for event in build.timeline if all(any(w in m.text for m in event.mentions) for w in words)]


def test_must_link_and_cannot_link_hold(tmp_path: Path) -> None:
    folder = seeds(tmp_path, a=WAR, b=WAR.replace("captured Uvira on Wednesday", "seized Uvira on Wednesday"))
    assert len(holders(run(folder), "captured Uvira", "seized Uvira")) == 1
    (folder / "_editorial").mkdir()
    pair = '{ quote = "captured Uvira" }, { quote = "seized Uvira" }'
    overrides = folder / "_editorial" / "overrides.toml"
    overrides.write_text(f"[[different]]\nmentions = [{pair}]\n")
    build = run(folder)
    assert [p for p in build.problems if p.severity == "error"] == []
    assert holders(build, "captured Uvira", "seized Uvira") == []


def test_settings_reach_the_stages(tmp_path: Path) -> None:
    assert run(tmp_path, Settings(title="War")).context.settings.title == "War"
