"""The rules: one file each, found by folder; the folder says which kind of document they are for."""
