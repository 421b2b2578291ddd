package dev.nara.spark;

import dev.nara.data.DataException;
import dev.nara.data.PrivateFiles;
import dev.nara.settings.Home;
import java.io.IOException;

/** The program's own folder where a job is started. */
final class Homes {
    private Homes() {}

    /** Ready for use; what libraries unpack goes there, not where all users of the machine may read it. */
    static Home ready() throws DataException {
        Home home = Home.ofEnvironment();
        try {
            // Not as the program prepares it, whose log is written by a library that is not submitted.
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
