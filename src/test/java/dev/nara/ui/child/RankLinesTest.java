package dev.nara.ui.child;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.nara.store.folder.WatchedListLog.Moment;
import dev.nara.ui.child.ChildModel.HeldOut;
import dev.nara.ui.common.Album;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RankLinesTest {
    private static Album album(int item) {
        return new Album(item, Integer.toString(item), "", "", "");
    }

    private static final List<Moment> MOMENTS = List.of(
            new Moment(1, .7, List.of(), List.of(40, 9)),
            new Moment(2, .6, List.of(), List.of(3, 30)),
            new Moment(4, .5, List.of(), List.of(1, 20)));

    @Test
    void aLineAnAlbumTheBestNowFirst() {
        RankLines lines = RankLines.of(MOMENTS, List.of(new HeldOut(1, album(5)), new HeldOut(20, album(8))));
        assertEquals(2, lines.lines().size());
        assertEquals(5, lines.lines().get(0).album().item());
        assertEquals(
                List.of(new RankLines.Point(1, 9), new RankLines.Point(2, 30), new RankLines.Point(4, 20)),
                lines.lines().get(1).points());
        assertEquals(40, lines.worst());
    }

    @Test
    void onlyTheBestSevenHaveALine() {
        List<HeldOut> many = IntStream.range(0, 9)
                .mapToObj(n -> new HeldOut(10 * n + 1, album(n)))
                .toList();
        RankLines lines = RankLines.of(List.of(), many);
        assertEquals(7, lines.lines().size());
        assertEquals(2, lines.others());
    }

    @Test
    void whatCameIntoTheListSinceTheEpochBefore() {
        assertEquals(-1, RankLines.cameIn(MOMENTS, 1, 25), "there is none before");
        assertEquals(1, RankLines.cameIn(MOMENTS, 2, 25));
        assertEquals(1, RankLines.cameIn(MOMENTS, 4, 25));
        assertEquals(0, RankLines.cameIn(MOMENTS, 4, 30));
    }
}
