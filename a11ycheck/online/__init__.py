"""What services say of the recordings they play, asked with ``--online`` and not else."""
