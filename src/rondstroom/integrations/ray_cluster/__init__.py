"""Planning on a cluster of machines, by way of Ray; needs the optional extra `cluster`."""
