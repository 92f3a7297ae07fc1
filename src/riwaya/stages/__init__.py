"""One stage a layer: Document and Lexicon in, the layer out."""
