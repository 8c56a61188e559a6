"""The embedded model and the server that the user's processes share."""
