"""What to ask so that findings are settled: for people as an outline, for programs as objects."""
