"""What an installation needs before people can use it: organisations, accounts, postcodes."""
