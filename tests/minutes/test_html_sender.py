"""What stands around a page in HTML: seal, stamp and letterhead, with nothing from elsewhere."""

import html
import re
import shutil
import subprocess
from base64 import b64decode, b64encode
from dataclasses import replace
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest
from pypdf import PageObject, PdfReader

from medreview.minutes import Document, render
from medreview.minutes.document import Chart, Letterhead
from tests.minutes.everything import everything
from tests.minutes.logos import SVG, png
from tests.minutes.readers import html_tags, html_texts, solid
from tests.minutes.worlds import LETTERHEAD, document, furnished

SHOWN = furnished(document(everything(), discussion=True, signatures=True))
PAGE = render(SHOWN, "html")
TAGS = html_tags(PAGE)
_FOOT = 22 / 25.4 * 72
"""Points: the margin at the foot of a printed page."""

PAYLOAD = '</style><img src=x onerror="alert(1)">\\"}*/ url(x)'


def _policy(page: str) -> str:
    (policy,) = [str(attributes["content"]) for _, attributes in html_tags(page) if "http-equiv" in attributes]
    return policy


def _style(page: str) -> str:
    (style,) = re.findall(r"<style>(.*?)</style>", page, re.DOTALL)
    return str(style)


def _around(**parts: Any) -> Document:
    return replace(SHOWN, **parts)


def test_a_page_with_a_logo_may_show_pictures_that_it_holds_and_nothing_else() -> None:
    digest = b64encode(sha256(_style(PAGE).encode()).digest()).decode()
    rest = "; base-uri 'none'; form-action 'none'"
    assert _policy(PAGE) == f"default-src 'none'; style-src 'sha256-{digest}'; img-src data:{rest}"
    assert "img-src" not in _policy(render(_around(letterhead=replace(LETTERHEAD, logo=b"")), "html"))


@pytest.mark.parametrize(("logo", "kind"), [(png(), "png"), (SVG, "svg+xml")])
def test_the_logo_is_in_the_page(logo: bytes, kind: str) -> None:
    page = render(_around(letterhead=Letterhead(logo=logo)), "html")
    (source,) = [str(attributes["src"]) for _, attributes in html_tags(page) if "src" in attributes]
    before, _, data = source.partition(",")
    assert before == f"data:image/{kind};base64"
    assert b64decode(data) == logo


def test_what_is_no_picture_is_left_out() -> None:
    page = render(_around(letterhead=Letterhead("Nordø Kommune", logo=b"<script>")), "html")
    assert "<img" not in page
    assert "Nordø Kommune" in page


def test_nothing_else_is_loaded_or_run() -> None:
    sources = [value for _, attributes in TAGS for name, value in attributes.items() if name in ("src", "href")]
    assert all(str(source).startswith("data:image/png;base64,") for source in sources)
    assert not {name for _, attributes in TAGS for name in attributes if name == "style" or name.startswith("on")}
    assert not {"script", "link", "iframe", "a", "form"}.intersection(tag for tag, _ in TAGS)


def test_the_sender_stands_around_the_document() -> None:
    head, foot = PAGE.index('<header class="letterhead">'), PAGE.index("<footer>Torvet 1 · 9999 Nordø</footer>")
    assert head < PAGE.index("<main>") < PAGE.index("</main>") < foot
    assert "Børn og Ældre" in PAGE[head : PAGE.index("<main>")]


def test_nothing_stands_around_a_document_without_a_sender() -> None:
    page = render(_around(letterhead=Letterhead()), "html")
    assert 'class="letterhead"' not in page
    assert "<footer>" not in page


def test_the_seal_follows_the_subject_and_is_printed_on_every_page() -> None:
    assert html_texts(PAGE)[1:3] == [SHOWN.subject, SHOWN.seal]
    (printed,) = re.findall(r'@bottom-left \{ content: "(.*?)"; \}', _style(PAGE))
    assert re.sub(r"\\([0-9a-f]{6})", lambda found: chr(int(found[1], 16)), printed) == SHOWN.seal
    assert "content:" not in _style(render(_around(seal=""), "html")).partition("@bottom-left")[2].partition("}")[0]


def test_the_stamp_is_in_the_head_and_an_empty_one_is_not() -> None:
    (stamp,) = re.findall(r'<meta name="medreview" content="(.*?)">', PAGE)
    assert html.unescape(stamp) == SHOWN.stamp
    assert 'name="medreview"' not in render(_around(stamp=""), "html")


def test_every_text_around_is_literal() -> None:
    page = render(_around(seal=PAYLOAD, letterhead=Letterhead(PAYLOAD, PAYLOAD, PAYLOAD)), "html")
    assert {tag for tag, _ in html_tags(page)} <= {tag for tag, _ in TAGS}
    assert "url(" not in _style(page)
    assert html.unescape(page).count(PAYLOAD) == 4
    digest = b64encode(sha256(_style(page).encode()).digest()).decode()
    assert digest in _policy(page)


def test_a_chart_is_a_picture_with_its_words() -> None:
    charts = [block for block in SHOWN.blocks if isinstance(block, Chart)]
    pictures = [attributes for tag, attributes in TAGS if tag == "svg"]
    assert [picture["aria-label"] for picture in pictures] == [chart.summary for chart in charts]
    assert {picture["role"] for picture in pictures} == {"img"}
    assert PAGE.count('<div class="charts">') == 1


@pytest.mark.skipif(shutil.which("chromium") is None, reason="Chromium is not on this machine")
def test_a_browser_prints_the_seal_on_every_page_below_all_text(tmp_path: Path) -> None:
    (tmp_path / "page.html").write_text(PAGE, encoding="utf-8")
    profile = f"--user-data-dir={tmp_path / 'profile'}"
    words = ["--headless", "--no-sandbox", "--disable-gpu", "--no-pdf-header-footer", profile]
    target = f"--print-to-pdf={tmp_path / 'page.pdf'}"
    command = ["chromium", *words, target, (tmp_path / "page.html").as_uri()]
    subprocess.run(command, check=True, capture_output=True, timeout=120)
    pages = PdfReader(tmp_path / "page.pdf").pages
    assert len(pages) > 2
    for number, page in enumerate(pages, start=1):
        foot = "".join(text for text, height in _pieces(page) if height < _FOOT)
        assert sorted([solid([SHOWN.seal]), f"{number}/{len(pages)}"]) == sorted(
            filter(None, re.split(f"({number}/{len(pages)})", solid([foot])))
        )


def _pieces(page: PageObject) -> list[tuple[str, float]]:
    """Return each text of a page with its height above the foot of the page in points."""
    found: list[tuple[str, float]] = []
    page.extract_text(visitor_text=lambda text, cm, tm, *_font: found.append((text, cm[5] + cm[3] * tm[5])))
    return found
