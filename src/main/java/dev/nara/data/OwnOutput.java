package dev.nara.data;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * Recognises what this program writes for other programs and for people, by how it begins or ends, so that a list or a report beside data
 * is not taken for a part of it. Exported data is not recognised: it is data.
 */
public final class OwnOutput {
    /** The note in Parquet and zip files that hold results. */
    public static final String NOTE = "nara-results";

    /** The most files of a folder that are looked into. */
    private static final int MOST = 2000;

    /** The longest beginning, in bytes. */
    private static final int BEGIN = 256;
    /** The longest part of a file's end, in bytes, in which its note is looked for. */
    private static final int END = 1 << 16;

    private static final List<String> BEGINNINGS = List.of(
            "user,rank,item,title,genre,score,seen,held_out,data\n",
            "data,phase,epoch,loss,seconds,examples_per_second",
            "run,data,phase,epoch,loss,seconds,examples_per_second",
            "run,phase,epoch,metric,value\n",
            "run,created,state,name,tags,notes,series,fit_of,",
            "run,name,state,best_epoch,figures,",
            "trial,algorithm,origin,state,runs,",
            "profile_id,predicted_list\n",
            "line,reason,row",
            "{\"naraSplit\":",
            "{\"op_code\":0,\"worker_id\":\"nara\",");

    private static final Pattern PAGE = Pattern.compile(
            "<!doctype html><html lang=\"\\w+\"><meta charset=\"utf-8\"><meta name=\"generator\" content=\"Nara\">");
    private static final Pattern STUDY = Pattern.compile("\\{\"id\":\\d+,\"created\":\"[^\"]+\",\"spec\":\\{\"name\":");
    private static final Pattern LISTS = Pattern.compile("\\{\\s*\"blocks\": \\[\\s*\\{\\s*\"algorithm\":");

    /** An exported model, and the file beside it with the ids of its users and items. */
    private static final String MODEL = "score.onnx";

    private static final String IDS = "ids.json";

    private OwnOutput() {}

    /** Files of a folder without those that are; all if there is nothing else, or there are too many to look into. */
    public static <T> List<T> without(List<T> files, Predicate<T> output) {
        if (files.size() < 2 || files.size() > MOST) {
            return files;
        }
        List<T> others = files.stream().filter(file -> !output.test(file)).toList();
        return others.isEmpty() ? files : others;
    }

    /** Whether a file is one of them; false for one that cannot be read. */
    public static boolean is(Path file) {
        try (SeekableByteChannel channel = Files.newByteChannel(file)) {
            String begin = text(channel, 0, BEGIN);
            if (begin.startsWith("PAR1") || begin.startsWith("PK")) {
                return text(channel, Math.max(0, channel.size() - END), END).contains(NOTE);
            }
            return (file.endsWith(IDS) && Files.exists(file.resolveSibling(MODEL)))
                    || BEGINNINGS.stream().anyMatch(begin::startsWith)
                    || PAGE.matcher(begin).lookingAt()
                    || STUDY.matcher(begin).lookingAt()
                    || LISTS.matcher(begin).lookingAt();
        } catch (IOException e) {
            return false;
        }
    }

    private static String text(SeekableByteChannel channel, long from, int most) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(most);
        channel.position(from);
        int read = 0;
        while (read >= 0 && bytes.hasRemaining()) {
            read = channel.read(bytes);
        }
        return new String(bytes.array(), 0, bytes.position(), StandardCharsets.ISO_8859_1);
    }
}
