"""The message catalogues: every text that people read, by key, one module a language with the same keys."""
