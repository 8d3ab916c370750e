"""One question on one day goes in; out comes its finding, with its reasons, its authorities and its receipt."""
