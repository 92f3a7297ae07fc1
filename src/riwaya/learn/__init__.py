"""Training of the learned reader: an encoder, its heads, their examples. Needs the extra ``riwaya[train]``."""
