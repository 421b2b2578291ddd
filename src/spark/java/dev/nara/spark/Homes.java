package dev.nara.spark;

import dev.nara.data.DataException;
import dev.nara.data.PrivateFiles;
import dev.nara.settings.Home;
import java.io.IOException;

/** Prepares the program's own folder on the machine where a job is started. */
final class Homes {
    private Homes() {}

    /** Creates the folder. Libraries unpack their files there, and not where all users of the machine can read them. */
    static Home ready() throws DataException {
        Home home = Home.ofEnvironment();
        try {
            // Not with the program's own method: that needs a logging library that is not part of the job's jar.
            PrivateFiles.createFolder(home.folder());
            PrivateFiles.createFolder(home.temporary());
        } catch (IOException e) {
            throw DataException.unreadable(home.folder(), e);
        }
        System.setProperty("org.sqlite.tmpdir", home.temporary().toString());
        System.setProperty("jna.tmpdir", home.temporary().toString());
        return home;
    }
}
