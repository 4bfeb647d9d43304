"""The body of a statement: made safe, put in order, set with its marks, cut into blocks."""
