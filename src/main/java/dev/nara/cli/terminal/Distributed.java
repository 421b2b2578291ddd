package dev.nara.cli.terminal;

import dev.nara.data.DataException;
import dev.nara.settings.Home;
import java.io.IOException;
import java.util.List;

/** A command that a cluster carries out: with the same words, unless it says otherwise. */
public interface Distributed {
    /** Which cluster. */
    ClusterOption cluster();

    /**
     * Has the cluster carry it out.
     *
     * @param arguments the whole command line
     * @param home the user's folder
     * @return the exit code
     */
    default int onCluster(List<String> arguments, Home home) throws DataException, IOException {
        return cluster().submit(arguments, System.getenv(), home.folder());
    }
}
