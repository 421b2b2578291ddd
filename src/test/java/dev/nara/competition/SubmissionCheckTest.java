package dev.nara.competition;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nara.data.DataException;
import dev.nara.data.Dataset;
import dev.nara.data.OutputFile;
import dev.nara.data.Toy;
import dev.nara.text.Text;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Profiles 0 to 2, albums 0 to 39, of which only album 0 was ever watched. */
class SubmissionCheckTest {
    private static final String LIST = list(0);

    @TempDir
    private Path folder;

    private static String list(int from) {
        return IntStream.range(from, from + 25).mapToObj(Integer::toString).collect(Collectors.joining(", ", "[", "]"));
    }

    private static String good() {
        return "profile_id,predicted_list\n0,\"" + LIST + "\"\n1,\"" + list(5) + "\"\n2,\"" + list(15) + "\"\n";
    }

    private SubmissionCheck.Result check(String content) throws IOException, DataException {
        return check(content.getBytes(StandardCharsets.UTF_8));
    }

    private SubmissionCheck.Result check(byte[] content) throws IOException, DataException {
        Dataset dataset = Toy.of(3, 40, new long[][] {{0, 0, 1}});
        Path file = Files.write(folder.resolve("submission.csv"), content);
        return SubmissionCheck.of(dataset).check(file);
    }

    private void refused(String content, String... words) throws IOException, DataException {
        SubmissionCheck.Result result = check(content);
        String problems =
                result.problems().stream().map(text -> text.in(Locale.ENGLISH)).collect(Collectors.joining("\n"));
        assertFalse(result.problems().isEmpty(), "nothing was found wrong");
        for (String word : words) {
            assertTrue(problems.contains(word), problems);
        }
    }

    @Test
    void aGoodOnePasses() throws IOException, DataException {
        SubmissionCheck.Result result = check(good());
        assertEquals(List.of(), result.problems());
        assertEquals(List.of(Text.of("check.never.watched", 74)), result.warnings());
    }

    @Test
    void wrongHeader() throws IOException, DataException {
        refused(good().replace("predicted_list", "predictions"), "Line 1", "predictions");
    }

    @Test
    void missingProfile() throws IOException, DataException {
        refused(good().substring(0, good().lastIndexOf("2,\"")), "1 profile missing", "2");
    }

    @Test
    void foreignProfile() throws IOException, DataException {
        refused(good().replace("\n2,", "\n77,"), "Line 4", "77");
    }

    @Test
    void profileTwice() throws IOException, DataException {
        refused(good() + "2,\"" + LIST + "\"\n", "Line 5", "profile 2 appears twice");
    }

    @Test
    void profilesOutOfOrder() throws IOException, DataException {
        refused(good().replace("\n0,", "\nx,").replace("\n1,", "\n0,").replace("\nx,", "\n1,"), "Line 3", "ascend");
    }

    @Test
    void tooFewAlbums() throws IOException, DataException {
        refused(good().replace("[0, 1,", "[1,"), "Line 2", "24 albums");
    }

    @Test
    void albumTwice() throws IOException, DataException {
        refused(good().replace("[0, 1,", "[0, 0,"), "Line 2", "album 0 appears twice in the list");
    }

    @Test
    void albumThatIsNoNumber() throws IOException, DataException {
        refused(good().replace("[0, 1,", "[0, 1.0,"), "Line 2", "1.0");
    }

    @Test
    void unknownAlbum() throws IOException, DataException {
        refused(good().replace("[0, 1,", "[0, 4711,"), "Line 2", "4711");
    }

    @Test
    void noBrackets() throws IOException, DataException {
        refused(good().replace(LIST, LIST.substring(1)), "Line 2", "square brackets");
    }

    @Test
    void noQuotes() throws IOException, DataException {
        refused(good().replace("\"" + LIST + "\"", LIST), "Line 2", "quotes");
    }

    @Test
    void byteOrderMarkWindowsLinesAndOtherEncodings() throws IOException, DataException {
        refused("\uFEFF" + good(), "byte-order mark");
        refused(good().replace("\n", "\r\n"), "CR LF");
        assertEquals(
                List.of(Text.of("check.encoding")),
                check((good() + "가").getBytes(Charset.forName("MS949"))).problems());
    }

    /** It is no data: whoever looks at what was written can write it anew. */
    @Test
    void whatWasCheckedCanBeWrittenAgain() throws IOException, DataException {
        Dataset dataset = Toy.of(3, 40, new long[][] {{0, 0, 1}});
        Path file = Files.writeString(folder.resolve("submission.csv"), "old");
        SubmissionCheck.of(dataset).check(file);
        SubmissionCheck.lists(file, dataset);
        OutputFile.write(file, out -> out.write('n'));
        assertEquals("n", Files.readString(file));
    }
}
