"""Where in the article do these words stand?"""
