package dev.nara.ui.start;

import dev.nara.settings.OpenedData;
import dev.nara.store.entry.StoredRun;
import java.util.Optional;

/**
 * A recently opened dataset.
 *
 * @param there whether it still exists
 * @param bundled whether it is the bundled sample
 * @param runs the number of runs on it
 * @param best the run with the highest figure under the protocol of the latest run; empty for none
 */
public record RecentData(OpenedData data, boolean there, boolean bundled, int runs, Optional<StoredRun> best) {}
