package dev.nara.interchange;

import dev.nara.run.RunEvent;
import dev.nara.store.entry.StoredRun;
import dev.nara.store.reference.Reference;
import java.util.List;

/** A run with its events, its references, and how often its test part was evaluated. */
record RunStory(StoredRun run, List<RunEvent> events, List<Reference> references, int looks) {}
