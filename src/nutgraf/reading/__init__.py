"""Reading, without any model: sentences, quotation marks, dates, numbers, names and who said what, with exact offsets."""

from nutgraf.reading.parts import Attribution, Name, Segment, Sentence
from nutgraf.reading.reading import Reading, read

__all__ = ["Attribution", "Name", "Reading", "Segment", "Sentence", "read"]
