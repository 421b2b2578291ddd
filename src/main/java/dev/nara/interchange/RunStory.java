package dev.nara.interchange;

import dev.nara.run.RunEvent;
import dev.nara.store.entry.StoredRun;
import dev.nara.store.reference.Reference;
import java.util.List;

/** A run, what happened in it, what it is seen against, and how often its test part was looked at. */
record RunStory(StoredRun run, List<RunEvent> events, List<Reference> references, int looks) {}
