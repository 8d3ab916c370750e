"""What the API takes and gives, in the words of ``publish`` (docs/reference/json.md)."""
