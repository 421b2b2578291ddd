package dev.nara.competition;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Five files, of which four have a public score. */
class LeaderboardOrderTest {
    private static LedgerEntry file(String hash, @Nullable Double onBoard, double byTime, double random) {
        return new LedgerEntry(
                hash,
                hash + ".csv",
                "2026-11-25",
                null,
                List.of(),
                Map.of("time:2022-04-15 all:kept", byTime, "random:0.2 all:kept", random),
                "",
                onBoard,
                null,
                false,
                List.of(),
                "",
                "");
    }

    private static final List<LedgerEntry> FILES = List.of(
            file("a", .20, .21, .40),
            file("b", .25, .26, .30),
            file("c", .23, .27, .20),
            file("d", .22, .23, .50),
            file("e", null, .9, .9));

    @Test
    void filesAreInTheOrderOfTheLeaderboard() {
        LeaderboardOrder order = LeaderboardOrder.of(FILES, LedgerEntry::publicScore);
        assertEquals(
                List.of("b", "c", "d", "a"),
                order.files().stream().map(LedgerEntry::sha256).toList());
        assertEquals(6, order.pairs());
    }

    @Test
    void theScoreThatAgreesMostIsLast() {
        List<LeaderboardOrder.Column> columns =
                LeaderboardOrder.of(FILES, LedgerEntry::publicScore).columns();
        assertEquals(
                List.of("random:0.2 all:kept", "time:2022-04-15 all:kept"),
                columns.stream().map(LeaderboardOrder.Column::protocol).toList());
        assertEquals(List.of(2, 1, 3, 4), columns.get(1).ranks());
        assertEquals(5, columns.get(1).agreeing(), "only b and c change places");
        assertEquals((5 - 1) / 6.0, columns.get(1).tau(), 1e-12);
        assertEquals(List.of(3, 4, 1, 2), columns.get(0).ranks());
        assertEquals(2, columns.get(0).agreeing());
    }
}
