"""Makes a PowerPoint template and its resolved geometry from a theme description."""
