"""What a store holds, in the columns of other projects and the formats of other tools."""
