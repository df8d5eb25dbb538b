"""What is not done before home is seen, because home does not need it."""

import subprocess
import sys
from datetime import date
from pathlib import Path

from medreview.example import create_example

_BEHIND_HOME = ("medreview.operations.backups", "medreview.operations.places")
_START = f"""
import sys
from pathlib import Path
import medreview.tui.running
from medreview.tui.entrance import Entrance
Entrance.of(Path(sys.argv[1])).screens()
print(*(name for name in {_BEHIND_HOME} if name in sys.modules))
"""


def test_what_is_done_behind_home_is_not_loaded_before_it(tmp_path: Path) -> None:
    example = tmp_path / "example.medreview"
    create_example(example, "da", date.today())
    run = subprocess.run([sys.executable, "-c", _START, str(example)], capture_output=True, text=True, check=True)
    assert run.stdout.split() == []
