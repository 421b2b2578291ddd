package dev.nara.ui.start;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BundledSampleTest {
    @TempDir
    private Path folder;

    private Path sample(String program, String rows) throws Exception {
        Path sample = Files.createDirectories(folder.resolve(program).resolve("sample-data"));
        Files.writeString(sample.resolve("log.csv"), rows);
        return sample;
    }

    /** It is listed once, whichever copy of the program it came with; other data of its name stays apart. */
    @Test
    void theSampleOfAnotherCopyOfTheProgramIsTheSame() throws Exception {
        Path own = sample("here", "1,2\n");
        BundledSample bundled = new BundledSample(own);
        assertEquals(own.toString(), bundled.place(sample("there", "1,2\n").toString()));
        Path other = sample("mine", "1,2\n3,4\n");
        assertEquals(other.toString(), bundled.place(other.toString()));
        assertEquals("/gone/sample-data", bundled.place("/gone/sample-data"));
        assertEquals("not\0a path", bundled.place("not\0a path"));
        assertEquals(own.toString(), bundled.place(own.toString()));
    }
}
