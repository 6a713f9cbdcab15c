"""Keeps runs and findings from night to night, and turns a report and what was kept into what is new and what became of the rest."""
