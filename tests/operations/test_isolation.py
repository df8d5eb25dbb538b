"""What exporting touches: no network, and no file outside Python, the package, the archive and the target."""

import json
import sys
from pathlib import Path

import pytest

from tests.archives import an_approved_review, an_archive_with
from tests.checks.project import ROOT, run_python

PROGRAM = """
import json, sys, os
touched, at_net = set(), []
def watch(event, arguments):
    if event == "open" and isinstance(arguments[0], str):
        touched.add((os.path.realpath(arguments[0]), str(arguments[1])))
    elif event.startswith(("socket.connect", "socket.bind", "socket.getaddrinfo", "subprocess.", "os.system")):
        at_net.append(event)
from pathlib import Path
archive_path, target = map(Path, sys.argv[1:])
sys.addaudithook(watch)
from medreview.minutes import Choices, Kind
from medreview.operations.archives import open_archive
from medreview.operations.copies import keep_copies
from medreview.operations.export import FORMATS, export
from medreview.operations.selection import select_reviews
from medreview.operations.verify import verify
archive = open_archive(archive_path)
for dossier in select_reviews(archive, None, None):
    for kind in Kind:
        result = export(archive, dossier, kind=kind, formats=FORMATS, language="da", choices=Choices(), folder=target)
    keep_copies(archive, dossier.review.id)
    for path in result.files:
        if path.suffix in (".pdf", ".docx", ".html", ".md"):
            verify(archive, path)
archive.close()
print(json.dumps([sorted(touched), at_net]))
"""


@pytest.mark.fault
@pytest.mark.long(3)
def test_an_export_touches_nothing_else(tmp_path: Path) -> None:
    home = tmp_path / "home"
    home.mkdir()
    archive = an_archive_with(home / "test.medreview", an_approved_review())
    ended = run_python("-c", PROGRAM, str(archive), str(tmp_path / "target"))
    assert ended.returncode == 0, ended.stderr
    touched, at_net = json.loads(ended.stdout)
    assert at_net == []
    allowed = [Path(one).resolve() for one in (tmp_path, ROOT, sys.prefix, sys.base_prefix)]
    allowed += [Path("/dev/null"), Path("/usr/share/zoneinfo"), Path("/etc/mime.types")]
    strange = [path for path, _ in touched if not any(Path(path).is_relative_to(one) for one in allowed)]
    assert strange == []
    written = [path for path, mode in touched if set(mode) & set("wax+") and mode != "None"]
    assert written
    assert all(Path(path).is_relative_to(tmp_path) for path in written)
