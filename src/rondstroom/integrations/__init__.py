"""One folder per outside system or file format."""
