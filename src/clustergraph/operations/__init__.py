"""What the command line and the service can do: a module a verb, in folders by what it is about."""
