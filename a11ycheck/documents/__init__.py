"""The kinds of document: each has a model, and an opener that is the only place for its parser."""
