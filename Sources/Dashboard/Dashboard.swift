// The target exists so that the house can be built; its rooms follow.
