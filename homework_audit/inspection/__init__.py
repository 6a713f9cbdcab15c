"""How one file was understood: the account of it, and that account as text."""

from homework_audit.inspection.account import Inspection, inspect_file
from homework_audit.inspection.mapping import as_mapping
from homework_audit.inspection.text import as_text

__all__ = ["Inspection", "as_mapping", "as_text", "inspect_file"]
