"""The agenda templates: data files, read and checked when they are first needed."""

import tomllib
from functools import cache
from importlib.resources import files

from medreview.domain.template import Template

DEFAULT = "dk-med"


@cache
def load_template(key: str) -> Template:
    """Return the template of that key from the package."""
    data = files(__name__).joinpath(f"{key}.toml").read_text(encoding="utf-8")
    return Template.model_validate({"key": key, **tomllib.loads(data)})
