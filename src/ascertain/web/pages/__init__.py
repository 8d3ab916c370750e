"""A request in, a page out: what someone may see of the records, and the forms by which they call a service."""
