"""Mails saved as files: press releases, wires and newsletters."""

from __future__ import annotations

import datetime as dt
from email.message import EmailMessage
from pathlib import Path

import pytest

from nutgraf.article import Article, read_many
from nutgraf.errors import ArticleError, MissingDependencyError

STORY = "The port of Halden reopened on Friday.\n\n“We are back,” said Kari Holm."
PAGE = "<html><body><table><tr><td><p>The port of Halden reopened on Friday.</p><p>“We are back,” said Kari&nbsp;Holm.</p></td></tr></table></body></html>"


def mail(text: str | None = STORY, html: str | None = None, **headers: str) -> EmailMessage:
    message = EmailMessage()
    defaults = {
        "From": "Port of Halden <press@port.example>",
        "To": "desk@courier.example",
        "Subject": "Port reopens",
        "Date": "Thu, 12 Mar 2026 23:30:00 -0500",
    }
    for name, value in (defaults | headers).items():
        message[name] = value
    if text is not None:
        message.set_content(text)
    if html is not None and text is not None:
        message.add_alternative(html, subtype="html")
    elif html is not None:
        message.set_content(html, subtype="html")
    return message


def saved(tmp_path: Path, message: EmailMessage | bytes) -> Path:
    path = tmp_path / "a.eml"
    path.write_bytes(message if isinstance(message, bytes) else bytes(message))
    return path


def test_a_mail_is_an_article_with_the_senders_own_day(tmp_path: Path) -> None:
    path = saved(tmp_path, mail(STORY))
    article = Article.from_file(path)
    assert (article.text, article.title, article.source) == (STORY, "Port reopens", "Port of Halden")
    assert (article.published, article.key) == (dt.date(2026, 3, 12), str(path))
    changed = Article.from_file(path, title="T", published="2026-04-01")
    assert (changed.title, changed.published) == ("T", dt.date(2026, 4, 1))


def test_signature_and_forwarding_are_no_part_of_it(tmp_path: Path) -> None:
    article = Article.from_file(
        saved(tmp_path, mail(f"{STORY}\n\n-- \nPress office\n+47 555 01 234", Subject="Fwd: WG: Port reopens"))
    )
    assert (article.text, article.title) == (STORY, "Port reopens")


def test_html_is_read_where_there_is_no_text_or_only_a_stub_of_it(tmp_path: Path) -> None:
    pytest.importorskip("trafilatura")
    wanted = STORY.replace("Kari Holm", "Kari\u00a0Holm")
    assert Article.from_file(saved(tmp_path, mail(None, PAGE))).text == wanted
    assert Article.from_file(saved(tmp_path, mail("See the web version.", PAGE))).text == wanted
    assert Article.from_file(saved(tmp_path, mail(STORY, PAGE))).text == STORY


def test_what_html_hides_is_left_out(tmp_path: Path) -> None:
    pytest.importorskip("trafilatura")
    hidden = "<div style='display: none'>Preview words</div><style>p {color: red}</style><p>It rained.<br><br>It snowed, he said.</p>"
    assert Article.from_file(saved(tmp_path, mail(None, hidden))).text == "It rained.\n\nIt snowed, he said."


def test_html_alone_without_its_reader_names_the_extra(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(__import__("sys").modules, "justext.core", None)
    with pytest.raises(MissingDependencyError, match=r"reading mails in HTML needs .*nutgraf\[html\]"):
        Article.from_file(saved(tmp_path, mail(None, PAGE)))
    assert Article.from_file(saved(tmp_path, mail(STORY, PAGE))).text == STORY


@pytest.mark.parametrize("charset", ["utf-8", "windows-1252", "iso-8859-1"])
@pytest.mark.parametrize("transfer", ["8bit", "quoted-printable", "base64"])
def test_encodings_come_out_as_words(tmp_path: Path, charset: str, transfer: str) -> None:
    message = mail(None)
    message.set_content("Es regnete in Köln, sagte er.", charset=charset, cte=transfer)
    assert Article.from_file(saved(tmp_path, message)).text == "Es regnete in Köln, sagte er."


def test_bytes_that_are_utf_8_are_read_so_whatever_the_header_says(tmp_path: Path) -> None:
    raw = (
        b"Subject: Port\nContent-Type: text/plain; charset=iso-8859-1\nContent-Transfer-Encoding: 8bit\n\n"
        + STORY.encode()
    )
    assert Article.from_file(saved(tmp_path, raw)).text == STORY
    unknown = raw.replace(b"iso-8859-1", b"x-unknown")
    assert Article.from_file(saved(tmp_path, unknown)).text == STORY


def test_flowed_lines_are_joined(tmp_path: Path) -> None:
    raw = b"Subject: Port\nContent-Type: text/plain; format=flowed\n\nThe port of Halden \nreopened on Friday.\n\n From now on it \nstays open.\n"
    assert (
        Article.from_file(saved(tmp_path, raw)).text
        == "The port of Halden reopened on Friday.\n\nFrom now on it stays open."
    )


@pytest.mark.parametrize(
    ("message", "said"),
    [
        (b"It rained on Friday.", "no mail"),
        (b"", "no mail"),
        (b"Subject: x\n\n", "no text; is it encrypted"),
        (b"Subject: x\nContent-Type: application/pkcs7-mime\n\nAAAA", "no text; is it encrypted"),
        (b"Subject: x\nContent-Type: multipart/mixed; boundary=b\n\n--b\n", "no text|empty"),
    ],
)
def test_what_is_no_mail_says_so(tmp_path: Path, message: bytes, said: str) -> None:
    path = saved(tmp_path, message)
    with pytest.raises(ArticleError, match=said) as raised:
        Article.from_file(path)
    assert str(path) in str(raised.value)


def test_an_attachment_that_holds_the_article_is_named(tmp_path: Path) -> None:
    message = mail("")
    message.add_attachment(b"%PDF-1.4", maintype="application", subtype="pdf", filename="release.pdf")
    with pytest.raises(ArticleError, match=r"attached \(release\.pdf\): save that"):
        Article.from_file(saved(tmp_path, message))


def test_mails_in_a_folder_each_end_in_an_article_or_an_error(tmp_path: Path) -> None:
    (tmp_path / "a.eml").write_bytes(bytes(mail(STORY)))
    (tmp_path / "b.eml").write_bytes(b"nothing")
    article, error = read_many(tmp_path, errors="yield")
    assert isinstance(article, Article)
    assert isinstance(error, ArticleError)
    assert error.where == str(tmp_path / "b.eml")
