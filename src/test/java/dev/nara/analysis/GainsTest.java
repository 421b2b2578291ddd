package dev.nara.analysis;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.nara.TestServices;
import dev.nara.data.Attributes;
import dev.nara.data.Dataset;
import dev.nara.data.Role;
import dev.nara.data.Toy;
import dev.nara.eval.Significance;
import dev.nara.spec.PreparedRun;
import dev.nara.spec.RunSpec;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Eighty users of ages 3 to 6, twenty each, with four to seven rows of which the last is to be found. */
class GainsTest {
    private static final int USERS = 80;

    @TempDir
    private Path folder;

    private PreparedRun prepared() throws Exception {
        List<long[]> rows = new ArrayList<>();
        for (int user = 0; user < USERS; user++) {
            for (int row = 0; row < 4 + user % 4; row++) {
                rows.add(new long[] {user, row == 3 + user % 4 && user % 2 == 0 ? 0 : row, row});
            }
        }
        Dataset toy = Toy.of(USERS, 7, rows.toArray(long[][]::new));
        double[] ages = IntStream.range(0, USERS).mapToDouble(u -> 3 + u / 20).toArray();
        Attributes users = Attributes.none().plus("years", ages).with(Role.AGE, "years");
        return TestServices.on(folder)
                .prepare(
                        RunSpec.draft()
                                .algorithm("popularity")
                                .split("leave-one-out")
                                .candidates("all:kept")
                                .metrics("HR@3")
                                .spec(),
                        toy.with(users, toy.itemAttributes()));
    }

    /** Those of three years gain, two of those of six lose, nothing changes for all others. */
    @Test
    void groupsSayWhoGainsAndWhoLoses() throws Exception {
        double[] first = IntStream.range(0, USERS)
                .mapToDouble(u -> u < 20 || u == 40 ? 1 : 0)
                .toArray();
        double[] second = IntStream.range(0, USERS)
                .mapToDouble(u -> u >= 78 || u == 40 ? 1 : 0)
                .toArray();
        Gains gains = Gains.of(
                prepared(),
                "HR@3",
                new Significance.Group(new double[][] {first}, false),
                new Significance.Group(new double[][] {second}, false));
        assertEquals(20, gains.gained());
        assertEquals(2, gains.lost());
        assertEquals(58, gains.same());
        assertEquals(
                List.of("Age: 3 20, 4 20, 5 20, 6 20", "Views before the split: 1–2 20, 3–4 40, 5 20"),
                gains.kinds().stream().map(GainsTest::words).toList(),
                "all watch again what is to be found, which makes no groups");
        Gains.Bar three = gains.kinds().get(0).bars().get(0);
        assertEquals(1, three.gained());
        assertEquals(0, three.lost());
        assertEquals(true, three.tooFew());
        Gains.Bar some = gains.kinds().get(1).bars().get(1);
        assertEquals(0.25, some.gained());
        assertEquals(0.025, some.lost());
        assertEquals(0.225, some.change(), 1e-12);
        assertEquals(false, some.unsure());
    }

    private static String words(Gains.Kind kind) {
        return kind.title().in(Locale.ENGLISH) + ": "
                + String.join(
                        ", ",
                        kind.bars().stream()
                                .map(bar -> bar.name().in(Locale.ENGLISH) + " "
                                        + bar.users().size())
                                .toList());
    }
}
