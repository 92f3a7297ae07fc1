"""The parts of events: frames applied, roles, places, times, counts, reality."""
