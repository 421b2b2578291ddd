/** What is kept of runs: settings and events in a database, weights and checkpoints in files; opened again by replay. */
@NullMarked
package dev.nara.store;

import org.jspecify.annotations.NullMarked;
