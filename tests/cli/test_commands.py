"""The commands: what they print, what they write, and their exit codes."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from medreview.operations import committees, edit, reviews, wheel
from medreview.operations.archives import create_archive, open_archive
from medreview.operations.selection import select_reviews
from medreview.paths import Paths
from medreview.settings import Settings
from tests.archives import a_full_review, an_approved_review, an_archive_with, write_exchange
from tests.builders import a_committee
from tests.cli.conftest import Program


@pytest.fixture
def own(places: Paths) -> Path:
    """The user's own archive, with the full review."""
    return an_archive_with(places.archive, a_full_review())


@pytest.fixture
def two(own: Path) -> Path:
    """The user's own archive, with a second committee."""
    archive = open_archive(own)
    committee = a_committee(name="Depot-MED")
    committees.create_committee(archive, committee)
    reviews.start_review(archive, committee.id, 2026)
    archive.close()
    return own


def test_show_prints_the_review(own: Path, program: Program) -> None:
    code, out, err = program("show")
    assert (code, err) == (0, "")
    assert "Lokal-MED Strandhaven" in out
    assert "Fremmøde" in out


def test_show_in_another_language(own: Path, program: Program) -> None:
    assert "Attendance" in program("show", "--language", "en")[1]
    assert "Attendance" in program("--language", "en", "show")[1]


def test_show_json_can_be_imported(own: Path, program: Program, tmp_path: Path) -> None:
    _, out, _ = program("show", "--year", "2026", "--format", "json")
    path = tmp_path / "review.json"
    path.write_text(out, encoding="utf-8")
    code, out, _ = program("--archive", tmp_path / "new.medreview", "import", path)
    assert (code, out) == (0, "Importeret: Lokal-MED Strandhaven 2026.\n")


def test_show_several_committees(two: Path, program: Program) -> None:
    _, out, _ = program("show")
    assert out.index("Depot-MED") < out.index("Lokal-MED Strandhaven")
    assert len(json.loads(program("show", "--format", "json")[1])) == 2
    assert "Depot-MED" not in program("show", "--committee", "strandhaven")[1]


def test_export_writes_and_names_the_files(own: Path, program: Program, tmp_path: Path) -> None:
    code, out, _ = program("export", "--year", "2026", "--format", "md,html,txt,docx,json", "--output", tmp_path / "ud")
    written = [Path(line) for line in out.splitlines()]
    assert code == 0
    assert [path.suffix for path in written] == [".md", ".html", ".txt", ".docx", ".json"]
    assert all(path.parent == tmp_path / "ud" and path.stat().st_size for path in written)
    assert "Referat af den årlige drøftelse" in written[0].read_text(encoding="utf-8")


def test_export_in_another_language_and_of_another_kind(own: Path, program: Program, tmp_path: Path) -> None:
    _, out, _ = program("export", "--format", "txt", "--language", "en", "--kind", "agenda", "--output", tmp_path)
    assert "Agenda" in Path(out.strip()).read_text(encoding="utf-8")


def test_the_discussion_is_exported_when_asked_for(own: Path, program: Program, tmp_path: Path) -> None:
    archive = open_archive(own)
    (dossier,) = select_reviews(archive)
    edit.change(archive, dossier.decisions[0], discussion="Der blev talt længe.")
    archive.close()
    without = Path(program("export", "--format", "md", "--output", tmp_path)[1].strip())
    with_it = Path(program("export", "--format", "md", "--discussion", "--output", tmp_path)[1].strip())
    assert "talt længe" not in without.read_text(encoding="utf-8")
    assert "talt længe" in with_it.read_text(encoding="utf-8")


def test_export_goes_to_the_usual_folder(
    own: Path, program: Program, places: Paths, settings: Callable[[Settings], None], tmp_path: Path
) -> None:
    assert Path(program("export")[1].strip()).parent == places.exports
    settings(Settings(export_folder=str(tmp_path / "mine")))
    assert Path(program("export")[1].strip()).parent == tmp_path / "mine"


def test_export_of_all_committees(two: Path, program: Program, tmp_path: Path) -> None:
    _, out, _ = program("export", "--year", "2026", "--output", tmp_path)
    assert len(out.splitlines()) == 2


def test_the_wheel_of_every_committee_with_a_review_or_without(own: Path, program: Program, tmp_path: Path) -> None:
    archive = open_archive(own)
    bare = a_committee(name="Depot-MED")
    committees.create_committee(archive, bare)
    wheel.start(archive, bare.id)
    archive.close()
    code, out, _ = program("export", "--kind", "wheel", "--format", "txt,csv", "--output", tmp_path)
    by_name = {path.name: path for path in map(Path, out.splitlines())}
    assert code == 0
    assert {path.suffix for path in by_name.values() if "Depot" in path.name} == {".txt"}
    [text] = [path.read_text(encoding="utf-8") for path in by_name.values() if "Depot" in path.name]
    assert "Fraværsstatistik" in text
    assert {path.suffix for path in by_name.values() if "Strandhaven" in path.name} == {".txt", ".csv"}


def test_the_year_of_a_wheel_is_its_own(own: Path, program: Program, tmp_path: Path) -> None:
    _, out, _ = program("export", "--kind", "wheel", "--year", "2031", "--format", "txt", "--output", tmp_path)
    assert "Årshjul 2031" in Path(out.strip()).read_text(encoding="utf-8")


def test_a_wheel_without_review_has_no_data_of_one(program: Program, places: Paths, tmp_path: Path) -> None:
    archive = create_archive(places.archive)
    committees.create_committee(archive, a_committee())
    archive.close()
    code, out, err = program("export", "--kind", "wheel", "--format", "json", "--output", tmp_path)
    assert (code, out, err) == (1, "", "Der er ingen drøftelse endnu.\n")
    assert not list(tmp_path.glob("*.json"))


def test_import_creates_the_archive_and_twice_changes_nothing(program: Program, places: Paths, tmp_path: Path) -> None:
    path = write_exchange(tmp_path, an_approved_review())
    assert program("import", path) == (0, "Importeret: Lokal-MED Strandhaven 2026.\n", "")
    before = places.archive.read_bytes()
    code, out, _ = program("import", path)
    assert code == 0
    assert "Lokal-MED Strandhaven 2026" in out
    assert places.archive.read_bytes() == before


def test_a_refused_import_creates_nothing(program: Program, places: Paths, tmp_path: Path) -> None:
    path = tmp_path / "bad.json"
    path.write_text('{"format": "medreview-review", "version": 1, "dossier": {}}', encoding="utf-8")
    code, out, err = program("import", path)
    assert (code, out) == (1, "")
    assert "committee" in err
    assert err.count("\n") == 1
    assert not places.archive.exists()


@pytest.mark.parametrize(
    ("words", "part"),
    [
        (("show", "--year", "2020"), "2020"),
        (("show", "--committee", "Skolen"), "Skolen"),
        (("export", "--committee", "Skolen"), "Lokal-MED Strandhaven"),
        (("import", "nowhere.json"), "nowhere.json"),
        (("--archive", "nowhere.medreview", "show"), "nowhere.medreview"),
        (("show", "--archive", "nowhere.medreview"), "nowhere.medreview"),
    ],
)
def test_a_refusal_is_one_sentence(own: Path, program: Program, words: tuple[str, ...], part: str) -> None:
    code, out, err = program(*words)
    assert (code, out) == (1, "")
    assert part in err
    assert err.count("\n") == 1


def test_an_export_that_cannot_be_written(own: Path, program: Program, tmp_path: Path) -> None:
    tmp_path.joinpath("file").touch()
    code, _, err = program("export", "--output", tmp_path / "file")
    assert code == 1
    assert str(tmp_path / "file") in err


def test_paths(program: Program, places: Paths, settings: Callable[[Settings], None]) -> None:
    code, out, _ = program("paths")
    assert code == 0
    assert all(str(path) in out for path in (places.archive, places.settings, places.exports))
    settings(Settings(export_folder="/mine"))
    assert "/mine" in program("paths", "--archive", "x.medreview")[1]


def test_the_example_is_created_once(program: Program, places: Paths, tmp_path: Path) -> None:
    path = tmp_path / "example.medreview"
    assert program("demo", "--create", path) == (0, f"{path}\n", "")
    before = path.read_bytes()
    code, _, err = program("demo", "--create", path)
    assert code == 1
    assert str(path) in err
    assert path.read_bytes() == before
    assert not places.archive.exists()
    assert "EKSEMPEL" in program("--archive", path, "show")[1]


def test_stopping_is_no_crash(own: Path, program: Program, monkeypatch: pytest.MonkeyPatch) -> None:
    def stop(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("medreview.operations.selection.select_reviews", stop)
    assert program("show")[0] == 1
