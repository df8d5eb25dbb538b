"""The stamp survives any place in a file, and nothing else passes for one."""

from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from medreview.domain.committee import Language
from medreview.minutes.choices import Choices, Kind
from medreview.minutes.stamp import Stamp, read_stamp

REVIEW = UUID(int=7)


@given(st.text())
def test_a_stamp_is_read_back_and_can_stand_in_any_comment(name: str) -> None:
    stamp = Stamp(review=REVIEW, version=2, kind=Kind.MINUTES, language=Language.DANISH, choices=Choices(person=name))
    text = stamp.text()
    assert text.isascii()
    assert not set("<>&-\n\r") & set(text)
    assert read_stamp(text) == stamp


@pytest.mark.parametrize("text", ["", "{}", '{"medreview":2}', '{"medreview":1}', '{"medreview":1', "medreview"])
def test_anything_else_is_no_stamp(text: str) -> None:
    assert read_stamp(text) is None
