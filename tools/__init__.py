"""Developer scripts that make the data the project ships; nothing here runs in a build."""
