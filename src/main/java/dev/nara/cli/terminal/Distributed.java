package dev.nara.cli.terminal;

import dev.nara.data.DataException;
import dev.nara.settings.Home;
import java.io.IOException;
import java.util.List;

/** A command that a cluster can execute, with the same command line unless it overrides {@link #onCluster}. */
public interface Distributed {
    /** The cluster to use. */
    ClusterOption cluster();

    /**
     * Executes the command on the cluster.
     *
     * @param arguments the whole command line
     * @param home the user's folder
     * @return the exit code
     */
    default int onCluster(List<String> arguments, Home home) throws DataException, IOException {
        return cluster().submit(arguments, System.getenv(), home.folder());
    }
}
