package dev.nara.chart;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@EnabledOnOs(OS.LINUX)
class FontFolderTest {
    private static final Instant NOW = Instant.parse("2026-01-02T03:20:00Z");

    @TempDir
    private Path folder;

    private void left(String name, String at, String... files) throws Exception {
        Path made = Files.createDirectory(folder.resolve(name));
        for (String file : files) {
            Files.createFile(made.resolve(file));
        }
        Files.setLastModifiedTime(made, FileTime.from(Instant.parse(at)));
    }

    private List<String> names() throws Exception {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString())
                    .sorted()
                    .collect(Collectors.toCollection(ArrayList::new));
        }
    }

    @Test
    void whatKilledProgramsLeftIsDeletedAndOthersStay() throws Exception {
        left("nara-fonts1", "2026-01-02T03:09:59Z", "lock", "Pretendard-Regular.ttf");
        left("nara-fonts2", "2026-01-02T03:10:01Z", "lock");
        left("nara-fonts3", "2026-01-02T03:09:59Z");
        left("fonts", "2026-01-02T03:09:59Z");
        Path made = FontFolder.in(folder, NOW);
        List<String> names = names();
        assertTrue(names.remove(made.getFileName().toString()));
        assertEquals(List.of("fonts", "nara-fonts2"), names);
        assertTrue(Files.exists(made.resolve("lock")));
    }

    /** Another program, which holds a lock on a file until its input ends. */
    static final class Holder {
        private Holder() {}

        public static void main(String[] file) throws IOException {
            try (FileChannel channel = FileChannel.open(Path.of(file[0]), StandardOpenOption.WRITE)) {
                channel.lock();
                System.out.println("locked");
                System.in.readAllBytes();
            }
        }
    }

    @Test
    @Tag("process")
    @Timeout(300)
    void thatOfALivingProgramStays() throws Exception {
        left("nara-fonts1", "2026-01-02T03:09:59Z", "lock");
        Path lock = folder.resolve("nara-fonts1/lock");
        Process holder = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Holder.class.getName(),
                        lock.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try {
            assertEquals("locked", holder.inputReader().readLine());
            FontFolder.in(folder, NOW);
            assertTrue(Files.exists(lock));
        } finally {
            holder.getOutputStream().close();
        }
        assertEquals(0, holder.waitFor());
        FontFolder.in(folder, NOW);
        assertFalse(Files.exists(folder.resolve("nara-fonts1")));
    }
}
