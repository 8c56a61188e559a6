"""The line to one endpoint: the vendors' packages, what a server wants and says, waiting and trying again."""
