/** The workspace's database: runs, events, studies, and which process owns a run. Used by the store only. */
@NullMarked
package dev.nara.store.database;

import org.jspecify.annotations.NullMarked;
