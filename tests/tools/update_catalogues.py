"""Bring the catalogues up to date with the source: `python -m tests.tools.update_catalogues`.

New texts are added without a translation, texts that are gone are kept at the end as obsolete, and the compiled
catalogues are made anew. A file depends on the texts alone, so that it changes only when they do.
"""

from io import BytesIO
from pathlib import Path
from typing import Final

from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import read_po, write_po

import medreview
from medreview.i18n.build_hook import compile_catalogues

PACKAGE: Final = Path(medreview.__file__).parent
FOLDER: Final = PACKAGE / "i18n"
LANGUAGES: Final = {"da": "Danish", "sv": "Swedish"}
KEYWORDS: Final = {"tr": None, "N_": None, "ntr": (1, 2)}
METHODS: Final = [("**.py", "python"), ("**.j2", "jinja2")]
HEADER: Final = """\
# {name} texts of medreview.
msgid ""
msgstr ""
"Language: {language}\\n"
"MIME-Version: 1.0\\n"
"Content-Type: text/plain; charset=utf-8\\n"
"Content-Transfer-Encoding: 8bit\\n"
"Plural-Forms: nplurals=2; plural=(n != 1);\\n"

"""

Key = str | tuple[str, ...] | list[str]


def extracted() -> dict[str, Key]:
    """Return every text of the package by its singular; a text with a plural is a tuple of both."""
    found: dict[str, Key] = {}
    for _, _, key, _, _ in extract_from_dir(str(PACKAGE), METHODS, keywords=KEYWORDS):
        if key and not isinstance(found.get(singular(key)), tuple):
            found[singular(key)] = key
    return found


def singular(key: Key) -> str:
    """Return the text itself, or its singular where it has a plural."""
    return key if isinstance(key, str) else key[0]


def catalogue(language: str) -> Catalog:
    """Return the catalogue as it stands; empty where there is none yet."""
    path = FOLDER / f"{language}.po"
    with BytesIO(path.read_bytes() if path.exists() else b"") as po:
        return read_po(po, locale=language)


def update(old: Catalog, texts: dict[str, Key]) -> Catalog:
    """Return a catalogue of exactly these texts, with every translation there is for them in the old one."""
    known = {singular(message.id): message for message in [*old.obsolete.values(), *old] if message.id}
    new = Catalog(locale=old.locale)
    for name, key in texts.items():
        new.add(key, _fitting(key, known[name].string) if name in known else "")
    for name in known.keys() - texts.keys():
        if any(forms(known[name])):
            new.obsolete[name] = known[name]
    return new


def forms(message: Message) -> tuple[str, ...]:
    """Return the translation, or both of them where the text has a plural; empty where there is none."""
    return (message.string,) if isinstance(message.string, str) else tuple(message.string)


def _fitting(key: Key, translation: Key) -> Key:
    """A text that gained or lost its plural keeps the singular's translation."""
    if isinstance(key, str):
        return singular(translation)
    return translation if not isinstance(translation, str) else (translation, "")


def write(language: str, new: Catalog) -> None:
    """Write a catalogue without places and dates."""
    body = BytesIO()
    write_po(body, new, width=0, no_location=True, omit_header=True, sort_output=True)
    header = HEADER.format(name=LANGUAGES[language], language=language)
    (FOLDER / f"{language}.po").write_bytes(header.encode() + body.getvalue())


def main() -> None:
    """Update and compile all catalogues and say how many texts still wait for a translation."""
    texts = extracted()
    for language, name in LANGUAGES.items():
        new = update(catalogue(language), texts)
        write(language, new)
        waiting = sum(not all(forms(message)) for message in new if message.id)
        print(f"{name}: {len(texts)} texts, {waiting} without a translation")  # noqa: T201
    compile_catalogues(FOLDER)


if __name__ == "__main__":
    main()
