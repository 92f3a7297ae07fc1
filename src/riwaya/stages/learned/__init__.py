"""What becomes of a learned reader's proposals: called by the stages in a second reading, nowhere else."""
