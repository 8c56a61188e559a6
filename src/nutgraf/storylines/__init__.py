"""The same events through many articles: noted, proposed in pairs, decided, clustered, told as stories."""
