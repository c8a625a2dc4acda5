"""How the platform is put together: settings, wiring, addresses."""
