"""What goes back to teachers: a workbook to fill in, and copies of theirs with what was found."""
