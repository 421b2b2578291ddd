package dev.nara.cli.runs;

import dev.nara.cli.terminal.Output;
import dev.nara.cli.terminal.StoredOptions;
import dev.nara.data.DataException;
import dev.nara.data.Dataset;
import dev.nara.data.Progress;
import dev.nara.data.Recipe;
import dev.nara.spec.RunSpec;
import dev.nara.store.Services;
import java.nio.file.Path;

/** Options of all commands on stored runs. */
final class RunsOptions extends StoredOptions {
    RunsOptions(Services services, Output output) {
        super(services, output);
    }

    /** Reads a run's data from another path, in the same way as the run did. */
    Dataset data(RunSpec spec, Path place) throws DataException {
        Recipe recipe = spec.recipe();
        return services()
                .open(place, recipe.read(spec.format(), recipe.encoding()), Progress.NONE)
                .dataset();
    }
}
