"""The parts of times: where patterns fit and what each kind of expression means."""
