"""The example archive: complete, in three languages, and never approved."""
