"""Bring the catalogues up to date with the source: `python -m tests.tools.update_catalogues`.

New texts are added without a translation, texts that are gone are kept at the end as obsolete, and the compiled
catalogues are made anew. A file depends on the texts alone, so that it changes only when they do.
"""

import ast
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from typing import Final

from babel.messages.catalog import Catalog, Message
from babel.messages.pofile import read_po, write_po

import medreview
from medreview.i18n.build_hook import compile_catalogues

PACKAGE: Final = Path(medreview.__file__).parent
FOLDER: Final = PACKAGE / "i18n"
LANGUAGES: Final = {"da": "Danish", "sv": "Swedish"}
KEYWORDS: Final = {"tr": 1, "N_": 1, "ntr": 2}
"""The functions that take texts, and how many: the singular, or singular and plural."""
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
    for path in sorted(PACKAGE.rglob("*.py")):
        for key in _texts(ast.parse(path.read_text(encoding="utf-8"))):
            if not isinstance(found.get(singular(key)), tuple):
                found[singular(key)] = key
    return found


def translated_calls(tree: ast.AST) -> Iterator[tuple[ast.Call, list[ast.expr]]]:
    """Yield every call that takes texts to translate, with those texts; also where it stands inside an f-string."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and (count := KEYWORDS.get(_name(node.func))):
            yield node, node.args[:count]


def singular(key: Key) -> str:
    """Return the text itself, or its singular where it has a plural."""
    return key if isinstance(key, str) else key[0]


def _texts(tree: ast.AST) -> Iterator[Key]:
    for _, arguments in translated_calls(tree):
        texts = [one.value for one in arguments if isinstance(one, ast.Constant) and isinstance(one.value, str)]
        if len(texts) == len(arguments):
            yield texts[0] if len(texts) == 1 else tuple(texts)


def _name(function: ast.expr) -> str:
    match function:
        case ast.Name(id=name) | ast.Attribute(attr=name):
            return name
    return ""


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
        print(f"{name}: {len(texts)} texts, {waiting} without a translation")
    compile_catalogues(FOLDER)


if __name__ == "__main__":
    main()
