/**
 * Stored runs: settings and events in a database, weights and checkpoints in files; runs are reopened by replaying
 * their events.
 */
@NullMarked
package dev.nara.store;

import org.jspecify.annotations.NullMarked;
