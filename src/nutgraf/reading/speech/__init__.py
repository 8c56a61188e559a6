"""Who said what: cues, speakers, hearers, and where reported words begin and end."""
