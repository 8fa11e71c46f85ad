// Replaced by the first file of Reporting.
