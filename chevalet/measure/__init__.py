"""How wide text is and where its lines break: what layout decides by, and what is drawn from it."""
