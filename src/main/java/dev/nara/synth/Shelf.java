package dev.nara.synth;

/** One theme within one genre: the grain of a child's taste. */
record Shelf(int index, Genre genre, StoryTheme theme) {}
