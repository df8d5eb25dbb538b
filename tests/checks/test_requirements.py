"""The pinned requirements: complete, with hashes, for every platform, and naming no address."""

import re
from pathlib import Path

import pytest
from packaging.requirements import Requirement

from tests.checks.project import ROOT, project_file

FILES = ("run", "test")


def pins(name: str) -> dict[str, Requirement]:
    """Return the pinned requirements of a file by their name, after checking that each has a hash."""
    text = Path(ROOT, "requirements", f"{name}.txt").read_text(encoding="utf-8")
    entries = text.replace("\\\n", "").splitlines()
    found = {}
    for entry in entries:
        requirement, *hashes = re.split(r"\s+--hash=", entry)
        assert hashes
        assert all(re.fullmatch(r"sha256:[0-9a-f]{64}", one.strip()) for one in hashes)
        parsed = Requirement(requirement.strip())
        assert [one.operator for one in parsed.specifier] == ["=="]
        found[parsed.name] = parsed
    return found


def version(requirement: Requirement) -> str:
    """Return the pinned version."""
    return next(iter(requirement.specifier)).version


@pytest.mark.parametrize("name", FILES)
def test_no_address_is_named(name: str) -> None:
    text = Path(ROOT, "requirements", f"{name}.txt").read_text(encoding="utf-8")
    assert not re.search(r"//|--index|--find|--extra|\bhost\b|#", text)


def test_every_dependency_is_pinned_within_its_limits() -> None:
    project = project_file()
    for name, wanted in (
        ("run", project["project"]["dependencies"]),
        ("test", [*project["project"]["dependencies"], *project["dependency-groups"]["test"]]),
    ):
        pinned = pins(name)
        for requirement in map(Requirement, wanted):
            assert requirement.specifier.contains(version(pinned[requirement.name.lower()]))


def test_tests_run_with_what_users_have() -> None:
    tested = pins("test")
    assert {name: version(one) for name, one in pins("run").items()}.items() <= {
        name: version(one) for name, one in tested.items()
    }.items()


def test_the_build_uses_what_the_tests_use() -> None:
    tested = pins("test")
    for requirement in map(Requirement, project_file()["build-system"]["requires"]):
        assert requirement.specifier.contains(version(tested[requirement.name]))


def test_windows_gets_its_time_zones() -> None:
    marker = pins("run")["tzdata"].marker
    assert marker is None or marker.evaluate({"sys_platform": "win32"})
