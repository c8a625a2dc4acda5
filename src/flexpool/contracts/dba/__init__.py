"""The file on a labour relation (wet DBA): nine viewpoints, indications both ways, no verdict."""
