package dev.nara.spark;

import dev.nara.data.read.database.DatabaseAddress;
import java.io.IOException;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.SparkSession;

/** Checks folders and files that Spark reads and writes before the work begins. */
final class Places {
    private Places() {}

    /**
     * Throws if the input does not exist, or the output does.
     *
     * @param in the path to read, which may be a pattern, or the address of a database, which is not contacted; empty for none
     */
    static void check(SparkSession session, String in, String out) throws IOException, Refused {
        if (!in.isEmpty() && !DatabaseAddress.isOne(in) && !isThere(session, in)) {
            throw new Refused("refused.missing", in);
        }
        if (isThere(session, out)) {
            throw new Refused("refused.out", out);
        }
    }

    private static boolean isThere(SparkSession session, String path) throws IOException {
        Path place = new Path(path);
        var files = place.getFileSystem(session.sparkContext().hadoopConfiguration());
        var found = files.globStatus(place);
        return found != null && found.length > 0;
    }

    /** Fills a folder. */
    interface Writing {
        void to(String folder) throws IOException;
    }

    /**
     * Writes a folder under a temporary name and renames it when it is complete, so that a folder with the final name is always complete.
     */
    static void whole(SparkSession session, String out, Writing writing) throws IOException, Refused {
        Path place = new Path(out);
        var files = place.getFileSystem(session.sparkContext().hadoopConfiguration());
        Path unfinished =
                files.makeQualified(place).suffix("." + session.sparkContext().applicationId() + ".unfinished");
        try {
            writing.to(unfinished.toString());
            // Otherwise some file systems would move it into a folder that was made meanwhile.
            if (files.exists(place)) {
                throw new Refused("refused.out", out);
            }
            if (!files.rename(unfinished, place)) {
                throw new IOException(unfinished + " cannot be renamed to " + place);
            }
        } catch (IOException | Refused | RuntimeException | Error e) {
            delete(files, unfinished, e);
            throw e;
        }
    }

    private static void delete(FileSystem files, Path unfinished, Throwable cause) {
        try {
            files.delete(unfinished, true);
        } catch (IOException e) {
            cause.addSuppressed(e);
        }
    }
}
