"""What an earlier build left in `.cache`: whole builds, for when nothing changed, and single outputs."""
