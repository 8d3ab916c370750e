"""The proof of a finding in; a tree for the terminal, Markdown, JSON, a web page or a drawing out."""
