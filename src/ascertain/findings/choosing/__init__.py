"""A diagram and what each choice costs go in; the cheapest choices that make it true come out."""
