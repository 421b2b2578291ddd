package dev.nara.store.entry;

import dev.nara.data.DataException;

/** A stored study that cannot be read: its number, what is wrong with it, and what can be done. */
public record DamagedStudy(long id, DataException problem) {}
