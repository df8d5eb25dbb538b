"""The e-mail draft: a mail program reads back what was written, and nothing of it becomes a header."""

from email import message_from_bytes, policy
from email.message import EmailMessage
from typing import Final

import pytest
from hypothesis import given, settings

from medreview.domain.cleaning import clean_line, clean_text
from medreview.minutes.mail import to_eml
from tests.minutes.payloads import CORPUS, lines, texts

SUBJECT: Final = "Referat: årlig drøftelse 2026 – Lokal-MED Strandhaven 😀, til jer alle der var med på mødet"
FILES: Final = {
    "2026-11-24 Referat Ærø Børnehave.pdf": b"%PDF-1.7\r\n\x00\xff",
    "Mål og handlinger.csv": b"\xef\xbb\xbfa;b",
}


def _draft(
    subject: str = SUBJECT, body: str = "Kære alle\n\nSe bilag.\n", files: dict[str, bytes] | None = None
) -> bytes:
    return to_eml(subject=subject, body=body, attachments=FILES if files is None else files, language="da")


def _read(draft: bytes) -> EmailMessage:
    return message_from_bytes(draft, policy=policy.default)


def _body(mail: EmailMessage) -> str:
    part = mail.get_body()
    assert part is not None
    return str(part.get_content()).replace("\r\n", "\n")


def test_it_opens_as_a_draft_that_nobody_has_sent() -> None:
    mail = _read(_draft())
    assert sorted(mail.keys()) == ["Content-Language", "Content-Type", "MIME-Version", "Subject", "X-Unsent"]
    assert (mail["X-Unsent"], mail["Content-Language"]) == ("1", "da")


def test_subject_body_and_files_are_read_back() -> None:
    mail = _read(_draft())
    assert mail["Subject"] == SUBJECT
    assert _body(mail) == "Kære alle\n\nSe bilag.\n"
    assert {part.get_filename(): part.get_payload(decode=True) for part in mail.iter_attachments()} == FILES
    assert not [defect for part in mail.walk() for defect in part.defects]


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("a.docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
        ("a.PDF", "application/pdf"),
        ("a.html", "text/html"),
        ("a.txt", "text/plain"),
        ("a.md", "text/markdown"),
        ("a.json", "application/json"),
        ("a.ics", "text/calendar"),
        ("a.csv", "text/csv"),
        ("a.xyz", "application/octet-stream"),
        ("uden endelse", "application/octet-stream"),
    ],
)
def test_every_ending_has_its_type(name: str, kind: str) -> None:
    (part,) = _read(_draft(files={name: "æ\r\nø\nå".encode()})).iter_attachments()
    assert (part.get_content_type(), part.get_content_disposition(), part.get_filename()) == (kind, "attachment", name)
    assert part.get_payload(decode=True) == "æ\r\nø\nå".encode()
    assert part.get_content_charset() == ("utf-8" if kind.startswith("text/") else None)


def test_a_calendar_among_the_files_makes_the_mail_no_invitation() -> None:
    (part,) = _read(_draft(files={"a.ics": b"METHOD:PUBLISH"})).iter_attachments()
    assert part.get_param("method") is None


def test_the_same_input_gives_the_same_bytes_and_another_input_others() -> None:
    assert _draft() == _draft()
    others = {_draft(), _draft(subject="x"), _draft(body="x"), _draft(files={}), _draft(files={"x": b"1"})}
    assert len(others | {_draft(files={"x": b"2"})}) == 6


@pytest.mark.parametrize(
    "break_", ["\n", "\r\n", "\r", "\v", "\f", "\x1c", "\x85", "\N{LINE SEPARATOR}", "\0", "\n ", "\r\n\r\n"]
)
def test_a_line_break_makes_no_header(break_: str) -> None:
    hostile = f"x{break_}Bcc: mallory@example.org{break_}y.pdf"
    mail = _read(_draft(subject=hostile, files={hostile: b"1"}))
    (part,) = mail.iter_attachments()
    assert "Bcc" not in mail
    assert "Bcc" not in part
    assert mail["Subject"] == part.get_filename() == clean_line(hostile)


def test_a_boundary_in_the_text_ends_no_part() -> None:
    boundary = _read(_draft()).get_boundary()
    assert boundary is not None
    closed = f"--{boundary}--\n--{boundary}\nContent-Type: text/html\n\n<b>x</b>"
    mail = _read(_draft(body=closed))
    assert _body(mail) == closed
    assert len(list(mail.iter_attachments())) == len(FILES)


@pytest.mark.parametrize("text", [*CORPUS, "=?utf-8?q?Bcc:=0D=0Ax?=", "\ud800", "", ".", "From x\n..\n.", "a" * 5000])
def test_the_corpus_is_literal_in_body_and_subject(text: str) -> None:
    mail = _read(_draft(subject=text, body=text))
    assert _body(mail) == clean_text(text)
    assert mail["Subject"] == clean_line(text)


@settings(deadline=None)
@given(lines, texts)
def test_any_text_is_literal(line: str, text: str) -> None:
    mail = _read(_draft(subject=line, body=text, files={f"{line}.txt": b"1"}))
    (part,) = mail.iter_attachments()
    assert (mail["Subject"], _body(mail)) == (clean_line(line), clean_text(text))
    assert part.get_filename() == clean_line(f"{line}.txt")


def test_the_file_is_ascii_in_short_lines() -> None:
    draft = _draft(subject=SUBJECT * 5, files={f"{'æ' * 100}.pdf": bytes(1000)})
    assert draft.isascii()
    assert b"\n" not in draft.replace(b"\r\n", b"")
    assert max(map(len, draft.split(b"\r\n"))) <= 998
    subject = draft.partition(b"Subject: ")[2].partition(b"Content-Language")[0]
    assert max(map(len, subject.split())) <= 75
