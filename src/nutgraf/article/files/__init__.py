"""Articles from files: texts, pages, mails, PDFs, records; tables and feeds of them, and folders of all these."""

from nutgraf.article.files.content import read_text
from nutgraf.article.files.folders import PassedOver, files_in, passed_over, real
from nutgraf.article.files.many import articles_of, read_many, records_in
from nutgraf.article.files.one import read_file
from nutgraf.article.files.records import from_record, placed, read_lines

__all__ = [
    "PassedOver",
    "articles_of",
    "files_in",
    "from_record",
    "passed_over",
    "placed",
    "read_file",
    "read_lines",
    "read_many",
    "read_text",
    "real",
    "records_in",
]
