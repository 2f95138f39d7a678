"""Measures the site against its budgets. Run `make bench`; see bench/README.md."""
