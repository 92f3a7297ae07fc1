"""The riwaya command."""
