"""The words: the vocabulary of a language, as data, and what makes it ready for the stages."""
