"""Small rules, each named after the lie that it catches."""
