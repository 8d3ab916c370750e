"""What the page shows, as plain values: the templates set these in type and decide nothing."""
