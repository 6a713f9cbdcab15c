"""Turns presets and the office's configuration into the Policy under which an audit is made."""

from homework_audit.policy.loading import find_configuration, load_policy, presets
from homework_audit.policy.model import Policy, choose_rules

__all__ = ["Policy", "choose_rules", "find_configuration", "load_policy", "presets"]
