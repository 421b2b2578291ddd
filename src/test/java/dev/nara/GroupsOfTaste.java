package dev.nara;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SplittableRandom;

/** Data that a model learns in a moment: users of five groups, each with items of its own. */
public final class GroupsOfTaste {
    private static final int USERS = 60;
    private static final int GROUPS = 5;
    private static final int ITEMS = 16;
    private static final int ROWS = 10;

    private GroupsOfTaste() {}

    /** Writes it as MovieLens writes its ratings. */
    public static Path write(Path file) throws IOException {
        SplittableRandom random = new SplittableRandom(1);
        StringBuilder rows = new StringBuilder();
        for (int user = 0; user < USERS; user++) {
            int first = random.nextInt(ITEMS);
            for (int n = 0; n < ROWS; n++) {
                int item = (user % GROUPS) * ITEMS + (first + n) % ITEMS;
                rows.append(user)
                        .append('\t')
                        .append(item)
                        .append("\t5\t")
                        .append(1000 + n)
                        .append('\n');
            }
        }
        Files.createDirectories(file.getParent());
        return Files.writeString(file, rows);
    }
}
