"""Two laws or readings of one law in, proof of where they can differ out, with a world in which they do."""
