package dev.nara.ui.start;

import dev.nara.settings.OpenedData;
import dev.nara.store.entry.StoredRun;
import java.util.Optional;

/**
 * Data that was opened before.
 *
 * @param there whether it still lies there
 * @param bundled whether it comes with the program
 * @param runs how many were trained on it
 * @param best of these, the one that is told by the highest figure under the latest one's protocol; empty for none
 */
public record RecentData(OpenedData data, boolean there, boolean bundled, int runs, Optional<StoredRun> best) {}
