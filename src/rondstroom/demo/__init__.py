"""The demo region: fictional organisations and people at real postcodes."""
