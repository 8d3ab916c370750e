"""One module a command, each with ``run``: options in, exit code out. Each is imported only when it is called."""
