"""An e-mail as a draft file (.eml): it opens in the mail program, to be addressed and sent by hand."""

from collections.abc import Mapping
from email.encoders import encode_base64
from email.header import Header
from email.mime.base import MIMEBase
from email.mime.multipart import MIMEMultipart
from email.mime.text import MIMEText
from email.policy import compat32
from hashlib import sha256
from typing import Final

from medreview.domain.cleaning import clean_line, clean_text

_UTF_8: Final = "utf-8"

_TYPES: Final = {
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "pdf": "application/pdf",
    "json": "application/json",
    "html": "text/html",
    "txt": "text/plain",
    "md": "text/markdown",
    "csv": "text/csv",
    "ics": "text/calendar",
}
"""By ending. A calendar stands here without its method: with one, Outlook takes the mail itself for an invitation."""

_LINE_LIMIT: Final = 998
"""Octets (RFC 5322): not every program reads a type or a file name that is split over lines."""

_WORD_LIMIT: Final = 75
"""Characters of one encoded word (RFC 2047)."""

_UNKNOWN_TYPE: Final = "application/octet-stream"


def to_eml(*, subject: str, body: str, attachments: Mapping[str, bytes], language: str) -> bytes:
    """Return a draft without sender, receivers and date, with these files by name; the same input, the same bytes.

    Everything written by people stands in it encoded (RFC 2047, RFC 2231, base64): nothing can become a header.
    """
    mail = MIMEMultipart(boundary=_boundary(subject, body, attachments))
    mail["X-Unsent"] = "1"
    mail["Subject"] = Header(clean_line(subject), _UTF_8, header_name="Subject").encode(maxlinelen=_WORD_LIMIT)
    mail["Content-Language"] = language
    mail.attach(MIMEText(clean_text(body).replace("\n", "\r\n"), "plain", _UTF_8))
    for name, content in attachments.items():
        mail.attach(_attachment(clean_line(name), content))
    return mail.as_bytes(policy=compat32.clone(linesep="\r\n", max_line_length=_LINE_LIMIT))


def _attachment(name: str, content: bytes) -> MIMEBase:
    main, _, sub = _TYPES.get(name.rpartition(".")[2].lower(), _UNKNOWN_TYPE).partition("/")
    part = MIMEBase(main, sub)
    if main == "text":
        part.set_param("charset", _UTF_8)
    part.set_payload(content)
    encode_base64(part)
    part.add_header("Content-Disposition", "attachment", filename=(_UTF_8, "", name))
    return part


def _boundary(subject: str, body: str, attachments: Mapping[str, bytes]) -> str:
    """No line of base64 holds an underscore, so this never stands within a part."""
    digest = sha256()
    for piece in (subject, body, *attachments):
        digest.update(sha256(piece.encode(errors="replace")).digest())
    for content in attachments.values():
        digest.update(sha256(content).digest())
    return f"medreview_{digest.hexdigest()[:40]}"
