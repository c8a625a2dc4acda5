"""The platform around flexpool: rooms, desks, command line."""
