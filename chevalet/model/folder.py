"""The names of what every output folder has beside its outputs: what it is made of, for machines and for people."""

MANIFEST = "manifest.json"
INDEX = "index.html"
