"""Logos: known by what they hold, whole, and loading nothing from elsewhere."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from medreview.minutes.letterhead import logo_kind
from medreview.minutes.pdf import as_png, can_draw
from tests.minutes.logos import SVG, png

PNG = png()
HEAD = '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" width="9" height="9">'
DTD = '<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd">'


def _svg(inside: str, before: str = "") -> bytes:
    return f"{before}{HEAD}{inside}</svg>".encode()


def test_a_logo_is_known_by_its_content() -> None:
    assert logo_kind(PNG) == "png"
    assert logo_kind(SVG) == "svg"
    assert logo_kind(_svg("<rect/>", '<?xml version="1.0"?>' + DTD)) == "svg"
    assert logo_kind(_svg('<use href="#a"/><image xlink:href="data:image/png;base64,AA=="/>')) == "svg"
    assert logo_kind(_svg('<a href="https://kommune.example"><rect/></a>')) == "svg"


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"GIF89a",
        b"\xff\xd8\xff\xe0",
        b"<html/>",
        b"<svg/>",
        b"<svg xmlns=",
        PNG[:8],
        PNG[:-1],
        PNG[:-12],
        PNG.replace(b"IDAT", b"IDAS"),
        PNG[:50] + b"\0" + PNG[51:],
        _svg('<image href="file:///etc/passwd"/>'),
        _svg('<image xlink:href="https://x.example/a.png"/>'),
        _svg('<image href="other.png"/>'),
        _svg("<script>alert(1)</script>"),
        _svg("<text>&x;</text>", '<!DOCTYPE svg [<!ENTITY x SYSTEM "file:///etc/passwd">]>'),
    ],
)
def test_anything_else_is_no_logo(data: bytes) -> None:
    assert logo_kind(data) is None


@given(st.integers(0, len(PNG) - 1), st.integers(0, 255))
def test_a_picture_with_one_wrong_byte_is_refused(place: int, byte: int) -> None:
    changed = PNG[:place] + bytes([byte]) + PNG[place + 1 :]
    assert changed == PNG or logo_kind(changed) is None


@given(st.binary())
def test_any_bytes_are_judged(data: bytes) -> None:
    assert logo_kind(b"\x89PNG\r\n\x1a\n" + data) is None


def test_typst_loads_nothing_for_a_logo_and_says_what_it_cannot_draw() -> None:
    assert can_draw(PNG)
    assert can_draw(SVG)
    assert not can_draw(_svg('<image href="file:///etc/passwd" width="9" height="9"/>'))
    assert not can_draw(_svg("<text>&x;</text>", '<!DOCTYPE svg [<!ENTITY x SYSTEM "file:///etc/passwd">]>'))
    assert not can_draw(_svg('<text y="9">\N{GRINNING FACE}</text>'))
    assert not can_draw(b"no picture")


def test_a_drawing_becomes_a_picture_of_the_height_asked_for() -> None:
    picture = as_png(SVG, 14)
    assert logo_kind(picture) == "png"
    assert int.from_bytes(picture[20:24], "big") == pytest.approx(14 / 25.4 * 300, abs=1)
    assert as_png(b"no picture", 14) == b""
