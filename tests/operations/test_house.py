"""The municipality's own look: a logo is kept where it is found again, and only what works as one."""

from pathlib import Path

import pytest

from medreview.domain.errors import Refusal
from medreview.operations.house import LOGO_LIMIT, keep_logo, kept_logo
from medreview.settings import Settings, house_of
from tests.minutes.logos import SVG, png


@pytest.mark.parametrize(("content", "name"), [(png(), "logo.png"), (SVG, "logo.svg")])
def test_a_logo_is_copied_to_the_settings(tmp_path: Path, content: bytes, name: str) -> None:
    source, folder = tmp_path / "stick", tmp_path / "settings"
    source.write_bytes(content)
    assert keep_logo(source, folder) == name
    source.unlink()
    assert kept_logo(folder / name) == content
    house = house_of(Settings(house_name="Aabenraa", house_case_label="Journalnr.", house_logo=name), folder)
    assert (house.letterhead.name, house.letterhead.logo, house.case_label) == ("Aabenraa", content, "Journalnr.")


def test_a_logo_that_is_gone_is_left_out(tmp_path: Path) -> None:
    assert kept_logo(tmp_path / "logo.png") == b""
    assert house_of(Settings(house_logo="logo.png"), tmp_path).letterhead.logo == b""


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"GIF89a", "no_logo"),
        (b"", "no_logo"),
        (png()[:-20], "no_logo"),
        (b'<svg xmlns="http://www.w3.org/2000/svg"><image href="file:///etc/passwd"/></svg>', "no_logo"),
        (b"\0" * (LOGO_LIMIT + 1), "logo_too_large"),
    ],
)
def test_what_is_no_logo_is_refused_and_the_earlier_one_stays(tmp_path: Path, content: bytes, code: str) -> None:
    good, bad = tmp_path / "good", tmp_path / "bad"
    good.write_bytes(png())
    bad.write_bytes(content)
    name = keep_logo(good, tmp_path / "settings")
    with pytest.raises(Refusal, match=code):
        keep_logo(bad, tmp_path / "settings")
    assert kept_logo(tmp_path / "settings" / name) == png()


def test_a_missing_file_and_a_folder_are_refused(tmp_path: Path) -> None:
    with pytest.raises(Refusal, match="file_missing"):
        keep_logo(tmp_path / "nothing", tmp_path)
    with pytest.raises(Refusal, match="cannot_open"):
        keep_logo(tmp_path, tmp_path)
