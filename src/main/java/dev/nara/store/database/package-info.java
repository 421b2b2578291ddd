/** The workspace's database: runs, events, studies, and which process owns a run. Seen by the store alone. */
@NullMarked
package dev.nara.store.database;

import org.jspecify.annotations.NullMarked;
