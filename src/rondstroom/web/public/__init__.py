"""What anybody may see: the door, signing in, the gallery."""
