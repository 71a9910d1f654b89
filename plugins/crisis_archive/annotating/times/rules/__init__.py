"""One kind of date expression a file; each offers `find(sentence, words)`."""
