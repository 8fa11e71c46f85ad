// Replaced by the first file of Documents.
