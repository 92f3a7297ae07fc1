"""The learned reader at work: features of a document in, proposals out. Needs the extra ``riwaya[deep]``."""
