"""What every test run needs: catalogues that are as new as their sources."""

from pathlib import Path

from medreview import i18n
from medreview.i18n.build_hook import compile_catalogues

CATALOGUES = Path(i18n.__file__).parent


def _is_stale(source: Path) -> bool:
    compiled = source.with_suffix(".mo")
    return not compiled.exists() or compiled.stat().st_mtime < source.stat().st_mtime


if any(_is_stale(source) for source in CATALOGUES.glob("*.po")):
    compile_catalogues(CATALOGUES)
