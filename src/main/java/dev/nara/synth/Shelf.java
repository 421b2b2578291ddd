package dev.nara.synth;

/** One theme within one genre: the unit in which a child's taste is modelled. */
record Shelf(int index, Genre genre, StoryTheme theme) {}
