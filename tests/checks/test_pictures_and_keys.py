"""What programs write into the README is what they would write now."""

import re

from tests.checks.project import ROOT, readme
from tests.tools.take_screenshots import PICTURES
from tests.tools.write_keys import with_keys


def test_the_keys_are_those_of_the_program() -> None:
    assert with_keys(readme()) == readme()


def test_every_picture_is_there_and_linked() -> None:
    linked = set(re.findall(r"\(screenshots/([\w-]+)\.svg\)", readme()))
    assert linked == {picture.name for picture in PICTURES}
    assert {path.stem for path in (ROOT / "screenshots").iterdir()} == linked


def test_the_pictures_fetch_nothing_from_the_network() -> None:
    for path in (ROOT / "screenshots").iterdir():
        assert not re.findall(r"url\((?!#)|href=|@import", path.read_text(encoding="utf-8")), path.name
