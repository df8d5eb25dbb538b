"""The agenda templates: data files, read and checked when they are first needed."""

import tomllib
from functools import cache
from importlib.resources import files

from medreview.domain.errors import Refusal
from medreview.domain.template import Template

DEFAULT = "dk-med"


def has_template(key: str) -> bool:
    """Return whether the package has a template of that key; the key may come from a stranger's file."""
    return any(entry.name == f"{key}.toml" for entry in files(__name__).iterdir())


@cache
def load_template(key: str) -> Template:
    """Return the template of that key from the package.

    Raises:
        Refusal: `template_unknown`; the key may come from a file that a newer version, or a stranger, wrote.
    """
    if not has_template(key):
        raise Refusal("template_unknown")
    data = files(__name__).joinpath(f"{key}.toml").read_text(encoding="utf-8")
    return Template.model_validate({"key": key, **tomllib.loads(data)})
