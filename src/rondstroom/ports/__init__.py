"""What the platform needs from outside, as Protocols; `integrations` holds who delivers it."""
