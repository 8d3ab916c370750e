"""What the rules of a rulebook say together that nobody may have meant, each proved and shown by an example."""
