"""Proper names, found by their capitals, cut, joined, told apart and matched with their fullest form; people without one."""
