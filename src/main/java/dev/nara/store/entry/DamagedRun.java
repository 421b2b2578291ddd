package dev.nara.store.entry;

import dev.nara.data.DataException;

/** A stored run that cannot be read: its number, what is wrong with it, and what can be done. */
public record DamagedRun(long id, DataException problem) {}
