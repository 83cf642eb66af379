"""The vocabulary every stage shares: frozen values, no behaviour beyond small properties."""
