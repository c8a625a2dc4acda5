"""The working-time law in column generation: learnt from the judge, kept out of the columns."""
