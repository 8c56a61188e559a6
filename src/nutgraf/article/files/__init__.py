"""Articles from files: text, Markdown, HTML, JSON records, JSON Lines, Parquet, folders of them."""

from nutgraf.article.files.content import read_text
from nutgraf.article.files.many import files_in, read_many
from nutgraf.article.files.one import read_file
from nutgraf.article.files.records import FIELDS, from_record, placed, read_lines

__all__ = ["FIELDS", "files_in", "from_record", "placed", "read_file", "read_lines", "read_many", "read_text"]
