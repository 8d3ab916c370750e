"""Independent truth: what others' suites and solvers say of the same questions, and a suite of our own for others."""
