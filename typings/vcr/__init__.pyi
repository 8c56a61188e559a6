# What nutgraf.testing uses of vcrpy, which ships no types.
