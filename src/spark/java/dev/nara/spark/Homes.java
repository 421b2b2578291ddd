package dev.nara.spark;

import dev.nara.data.DataException;
import dev.nara.settings.Home;

/** The program's own folder where a job is started. */
final class Homes {
    private Homes() {}

    /** Ready for use; what libraries unpack goes there, not where all users of the machine may read it. */
    static Home ready() throws DataException {
        Home home = Home.ofEnvironment();
        home.prepare();
        System.setProperty("org.sqlite.tmpdir", home.temporary().toString());
        System.setProperty("jna.tmpdir", home.temporary().toString());
        return home;
    }
}
