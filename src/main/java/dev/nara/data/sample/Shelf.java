package dev.nara.data.sample;

/** One theme within one genre: the grain of a child's taste. */
record Shelf(int index, Genre genre, Theme theme) {}
