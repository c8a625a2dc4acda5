"""The rules, one per file, in folders by whom or what they are about."""
