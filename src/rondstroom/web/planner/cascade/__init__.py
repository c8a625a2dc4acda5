"""Asking around for a shift: seen first, then begun, followed, hurried or stopped."""
