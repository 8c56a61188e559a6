"""From a web page to the text of its article."""
