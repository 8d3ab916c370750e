"""One thing that somebody does, one file: may they, is it in order, then change and event in one transaction."""
