pytest_plugins = ["nutgraf.testing"]
