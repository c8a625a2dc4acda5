"""On-call contracts (BW 7:628a and 628b): what a call, a cancelling and twelve months bring."""
