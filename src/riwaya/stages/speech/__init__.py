"""The parts of statements: cues, speakers, contents and links."""
