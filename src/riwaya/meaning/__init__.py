"""What sentences mean, as vectors that lie near each other if they mean much the same, in whatever language."""
